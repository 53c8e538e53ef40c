-- What is asked as of an instant is found in the log by its keys, as it is in the tables: docs/decisions/0009-change-log.md.

-- A column as the log has it. The planner knows that it is null where the log has nothing, which it does not of a coalesce: so
-- outer joins become inner ones, as they do on the tables.
CREATE FUNCTION as_of.kept(name name, type oid, modifier integer, collation_id oid) RETURNS text LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT format('(r.after->>%L)::%s%s', name, CASE t.typtype WHEN 'e' THEN 'text' ELSE format_type(type, modifier) END,
    (SELECT format(' COLLATE %I', c.collname) FROM pg_collation c WHERE c.oid = collation_id AND collation_id NOT IN (0, t.typcollation)))
  FROM pg_type t WHERE t.oid = type
$$;

-- Makes the indexes by which the views find an entity, what belongs to it and what hangs on it. One serves all tables that have
-- the column, and its expression is that of the views. There are no more than these: each is weighed for every table of every
-- statement, which at forty doubled the time to plan one.
CREATE FUNCTION as_of.make_indexes() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT DISTINCT a.attname AS name, replace(as_of.kept(a.attname, a.atttypid, a.atttypmod, a.attcollation), 'r.after', 'after') AS kept
    FROM change_log_table logged
    JOIN pg_attribute a ON a.attrelid = format('public.%I', logged.table_name)::regclass AND NOT a.attisdropped
    WHERE logged.audience IS NULL AND a.attname IN ('id', 'slug', 'canonical_id', 'actor_id', 'organisation_id', 'country_id', 'place_id', 'topic_id', 'report_id',
      'passage_id', 'event_id', 'parent_id', 'participation_id', 'tenure_id', 'agreement_id', 'indicator_id', 'statistic_id',
      'statement_id', 'assessment_id')
  LOOP
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON public.changed_row (table_name, (%s)) WHERE (%2$s) IS NOT NULL',
      format('changed_row_as_of_%s_idx', one.name), one.kept);
    -- How often a value occurs the planner does not take from an index of some of the rows.
    EXECUTE format('CREATE STATISTICS IF NOT EXISTS %I ON (%s) FROM public.changed_row',
      format('changed_row_as_of_%s_stat', one.name), one.kept);
  END LOOP;
END $$;

-- Makes the views of all logged tables and of the log itself anew; to be called when a table has got or lost a column.
CREATE OR REPLACE FUNCTION as_of.make_views() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  logged change_log_table;
  selected text;
  enum text;
BEGIN
  -- Prisma casts to the enums of the schema that it reads; text is compared with text.
  FOR enum IN SELECT t.typname FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
    AND to_regtype(format('as_of.%I', t.typname)) IS NULL LOOP
    EXECUTE format('CREATE DOMAIN as_of.%I AS text', enum);
  END LOOP;
  FOR logged IN SELECT * FROM change_log_table WHERE audience IS NULL LOOP
    SELECT string_agg(format('%s AS %I', CASE
        WHEN a.attname = ANY(change_log_derived() || logged.ignored) THEN format('as_of.not_kept(r.id)::%s', format_type(a.atttypid, a.atttypmod))
        WHEN a.attname = ANY(logged.withheld) THEN format('NULL::%s', format_type(a.atttypid, a.atttypmod))
        -- Rows that were logged before the column was there have what it was added with. Of an enum that is a value of its own
        -- type, and not the text that the view has.
        ELSE format(CASE WHEN d.adbin IS NULL THEN '%1$s' ELSE 'coalesce(%1$s, (%3$s)::%2$s)' END, as_of.kept(a.attname, a.atttypid, a.atttypmod, a.attcollation),
          CASE t.typtype WHEN 'e' THEN 'text' ELSE format_type(a.atttypid, a.atttypmod) END,
          pg_get_expr(d.adbin, d.adrelid) || CASE t.typtype WHEN 'e' THEN '::text' ELSE '' END)
      END, a.attname), ', ' ORDER BY a.attnum)
    INTO selected
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attnotnull
    WHERE a.attrelid = format('public.%I', logged.table_name)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    EXECUTE format('DROP VIEW IF EXISTS as_of.%I', logged.table_name);
    EXECUTE format($sql$
      CREATE VIEW as_of.%I AS SELECT %s FROM public.changed_row r
      WHERE r.table_name = %1$L AND r.after IS NOT NULL AND r.set_id <= current_setting('digestgraph.as_of')::bigint
        AND NOT EXISTS (SELECT FROM public.changed_row l WHERE l.table_name = %1$L AND l.row_key = r.row_key
          AND l.id > r.id AND l.set_id <= current_setting('digestgraph.as_of')::bigint)
    $sql$, logged.table_name, selected);
  END LOOP;
  PERFORM as_of.make_indexes();
END $$;

SELECT as_of.make_views();
