-- What is decided about drafts, and who gets which key, is logged as facts are, for those who may see it.
-- docs/decisions/0015-audiences-of-changes.md says why so.

-- AlterTable
ALTER TABLE "logged_change" ADD COLUMN     "audience" "Scope";

-- What Prisma's models cannot say follows, written by hand.

-- Most ask for what is public, in order; a condition on null does not order an index of both columns.
CREATE INDEX "logged_change_public_seq_idx" ON "logged_change"("seq") WHERE "audience" IS NULL;

ALTER TABLE "change_log_table"
    -- The scope that it takes to see changes of such rows; null for everybody.
    ADD COLUMN "audience" "Scope",
    -- Columns whose changes are none.
    ADD COLUMN "ignored" TEXT[] NOT NULL DEFAULT '{}';

-- The place of the next change. A public one gets the next multiple of 2^24 and a private one the next number, so that the
-- places of two public changes tell nothing of how much lies between them. The sequence itself is asked, for a writer whose
-- snapshot is old does not see the last row.
CREATE FUNCTION change_log_place(audience "Scope") RETURNS bigint LANGUAGE sql SET search_path = public AS $$
  SELECT CASE WHEN audience IS NULL THEN setval('logged_change_seq_seq', (last_value / 16777216 + 1) * 16777216)
    ELSE nextval('logged_change_seq_seq') END FROM logged_change_seq_seq
$$;

-- Writes changed rows of one table to the log: pairs of what stood and what stands, null for nothing.
CREATE OR REPLACE FUNCTION change_log_record(logged change_log_table, befores jsonb[], afters jsonb[]) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  set_id bigint := change_log_set();
  touched uuid[];
BEGIN
  EXECUTE format($sql$
    WITH given AS MATERIALIZED (
      SELECT g.before - $4 AS before, g.after - $4 AS after,
        ARRAY(SELECT w FROM unnest($4) w WHERE g.before->>w IS DISTINCT FROM g.after->>w) AS withheld,
        %s AS row_key, %s AS entity_type, %s AS entity_id, %s AS entity_key
      FROM (SELECT u.before, u.after, coalesce(u.after, u.before) AS image FROM unnest($2, $3) u(before, after)) g
    ), entity AS (
      SELECT DISTINCT ON (g.entity_id) g.* FROM given g
    ), made AS (
      INSERT INTO logged_change (id, seq, set_id, kind, entity_type, entity_id, audience, key) OVERRIDING SYSTEM VALUE
      SELECT change_log_id(s.at), change_log_place($6), s.id, 'UPDATED', e.entity_type, e.entity_id, $6,
        coalesce(e.entity_key, change_log_key(e.entity_type, e.entity_id))
      FROM entity e, change_set s
      WHERE s.id = $1 AND NOT EXISTS (SELECT FROM logged_change c WHERE c.set_id = $1 AND c.entity_id = e.entity_id)
      RETURNING id, entity_id
    ), owner AS (
      SELECT m.id, m.entity_id FROM made m
      UNION ALL SELECT c.id, c.entity_id FROM logged_change c JOIN entity e ON e.entity_id = c.entity_id WHERE c.set_id = $1
    ), written AS (
      -- A row that a transaction writes several times is logged once: as it stood before, and as it stands after.
      INSERT INTO changed_row AS r (change_id, set_id, table_name, row_key, before, after, withheld)
      SELECT o.id, $1, $5, g.row_key, g.before, g.after, g.withheld FROM given g JOIN owner o ON o.entity_id = g.entity_id
      ON CONFLICT (change_id, table_name, row_key) DO UPDATE SET after = excluded.after,
        withheld = ARRAY(SELECT DISTINCT w FROM unnest(r.withheld || excluded.withheld) w ORDER BY w)
    )
    SELECT array_agg(o.id) FROM owner o
  $sql$,
    (SELECT format('concat_ws('','', %s)', string_agg(format('image->>%L', k), ', ' ORDER BY place)) FROM unnest(logged.keys) WITH ORDINALITY k(k, place)),
    logged.entity_type, logged.entity_id, coalesce(logged.entity_key, 'NULL::text'))
  INTO touched USING set_id, befores, afters, logged.withheld, logged.table_name, logged.audience;

  -- A change is told as a whole: what is not for all who are told of the entity must not get into it.
  IF EXISTS (SELECT FROM logged_change c WHERE c.id = ANY(touched) AND c.audience IS DISTINCT FROM logged.audience) THEN
    RAISE EXCEPTION 'Rows of % are for others than the entity that they are counted to.', logged.table_name;
  END IF;

  -- What was written and put back is no change.
  DELETE FROM changed_row r WHERE r.change_id = ANY(touched) AND r.before IS NOT DISTINCT FROM r.after AND r.withheld = '{}';
  DELETE FROM logged_change c WHERE c.id = ANY(touched) AND NOT EXISTS (SELECT FROM changed_row r WHERE r.change_id = c.id);

  IF logged.entity_key IS NOT NULL THEN
    EXECUTE format($sql$
      UPDATE logged_change c SET kind = n.kind, key = n.key FROM (
        SELECT i.change_id, %s AS key,
          (CASE WHEN i.before IS NULL THEN 'CREATED' WHEN i.after IS NULL THEN 'DELETED' ELSE 'UPDATED' END)::"ChangeKind" AS kind
        FROM (SELECT r.*, coalesce(r.after, r.before) AS image FROM changed_row r
          WHERE r.change_id = ANY($1) AND r.table_name = $2) i
      ) n WHERE c.id = n.change_id AND (c.kind, c.key) IS DISTINCT FROM (n.kind, n.key)
    $sql$, logged.entity_key) USING touched, logged.table_name;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION change_log() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  derived text[];
  logged change_log_table;
  befores jsonb[];
  afters jsonb[];
BEGIN
  IF change_log_is_off() THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT logged FROM change_log_table WHERE table_name = TG_TABLE_NAME;
  derived := change_log_derived() || logged.ignored;
  CASE TG_OP
    WHEN 'INSERT' THEN
      SELECT array_agg(NULL::jsonb), array_agg(to_jsonb(n) - derived) INTO befores, afters FROM entered n;
    WHEN 'DELETE' THEN
      SELECT array_agg(to_jsonb(o) - derived), array_agg(NULL::jsonb) INTO befores, afters FROM departed o;
    WHEN 'UPDATE' THEN
      -- A row whose key changes is one that goes and one that comes.
      EXECUTE format($sql$
        SELECT array_agg(u.before), array_agg(u.after) FROM (
          SELECT to_jsonb(o) - $1 AS before, to_jsonb(n) - $1 AS after FROM departed o FULL JOIN entered n ON %s
        ) u WHERE u.before IS DISTINCT FROM u.after
      $sql$, (SELECT string_agg(format('o.%I = n.%1$I', k), ' AND ') FROM unnest(logged.keys) k))
      INTO befores, afters USING derived;
    ELSE
      -- TRUNCATE, of which the log is told beforehand: afterwards nobody knows what was there.
      PERFORM change_log_take_turn();
      EXECUTE format('SELECT array_agg(to_jsonb(o) - $1), array_agg(NULL::jsonb) FROM public.%I o', TG_TABLE_NAME)
      INTO befores, afters USING derived;
  END CASE;
  IF befores IS NOT NULL THEN
    -- Taken already but for columns that the trigger beforehand does not know.
    PERFORM change_log_take_turn();
    PERFORM change_log_record(logged, befores, afters);
  END IF;
  RETURN NULL;
END $$;

-- Of what is private there is no past to be asked for: its views would be one more way to it.
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
        -- Rows that were logged before the column was there have what it was added with.
        ELSE format('coalesce((r.after->>%L)::%s%s, (%s)::%2$s)', a.attname,
          CASE t.typtype WHEN 'e' THEN 'text' ELSE format_type(a.atttypid, a.atttypmod) END,
          CASE WHEN a.attcollation NOT IN (0, t.typcollation) THEN format(' COLLATE %I', c.collname) END,
          -- Of an enum it is a value of that, and not the text that the view has.
          coalesce(pg_get_expr(d.adbin, d.adrelid) || CASE t.typtype WHEN 'e' THEN '::text' ELSE '' END, 'NULL'))
      END, a.attname), ', ' ORDER BY a.attnum)
    INTO selected
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_collation c ON c.oid = a.attcollation
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
END $$;

-- Enums as text, as in the other views.
DROP VIEW as_of.logged_change;
CREATE VIEW as_of.logged_change AS
  SELECT id, seq, set_id, kind::text AS kind, entity_type, entity_id, key, audience::text AS audience
  FROM public.logged_change WHERE set_id <= current_setting('digestgraph.as_of')::bigint;

-- From now on the table is logged, its present rows first. Call as_of.make_views() after the last one.
DROP FUNCTION change_log_attach(text, text, text, text, text[]);
CREATE FUNCTION change_log_attach(logged_table text, entity_type text, entity_id text, entity_key text, withheld text[] DEFAULT '{}',
  audience "Scope" DEFAULT NULL, ignored text[] DEFAULT '{}')
RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  logged change_log_table;
  befores jsonb[];
  afters jsonb[];
BEGIN
  INSERT INTO change_log_table VALUES (
    logged_table,
    (SELECT array_agg(a.attname ORDER BY k.place)
      FROM pg_index i, unnest(i.indkey::smallint[]) WITH ORDINALITY k(attnum, place), pg_attribute a
      WHERE i.indrelid = format('public.%I', logged_table)::regclass AND i.indisprimary
        AND a.attrelid = i.indrelid AND a.attnum = k.attnum),
    entity_type, entity_id, entity_key, withheld, audience, ignored
  ) RETURNING * INTO logged;
  EXECUTE format('SELECT array_agg(NULL::jsonb), array_agg(to_jsonb(n) - $1 ORDER BY n) FROM public.%I n', logged_table)
    INTO befores, afters USING change_log_derived() || ignored;
  IF befores IS NOT NULL THEN
    PERFORM change_log_take_turn(), change_log_record(logged, befores, afters);
  END IF;
  EXECUTE format('CREATE TRIGGER "change_log_turn" BEFORE INSERT OR UPDATE%s OR DELETE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION change_log_turn()',
    -- Who writes nothing that is logged waits for nobody's turn.
    CASE WHEN ignored <> '{}' THEN (
      SELECT ' OF ' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = format('public.%I', logged_table)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL(ignored)) END,
    logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_insert" AFTER INSERT ON public.%I REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_update" AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS departed NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_delete" AFTER DELETE ON public.%I REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_truncate" BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
END $$;

DO $$
BEGIN
  PERFORM set_config('digestgraph.by', 'migration', true), set_config('digestgraph.reason', 'What was there before the log.', true);
  -- Neither the wording of digests nor what a secret is known by gets into the log.
  PERFORM change_log_attach('draft', '''Draft''', '(image->>''id'')::uuid', 'image->>''report_slug''', ARRAY['text'], 'READ_DRAFTS');
  PERFORM change_log_attach('draft_passage', '''Draft''', '(image->>''draft_id'')::uuid', NULL, ARRAY['text'], 'READ_DRAFTS');
  PERFORM change_log_attach('draft_suggestion', '''DraftSuggestion''', '(image->>''id'')::uuid', 'image->>''key''', ARRAY['quote'], 'READ_DRAFTS');
  PERFORM change_log_attach('api_key', '''ApiKey''', '(image->>''id'')::uuid', 'image->>''name''', ARRAY['hash'], 'ADMIN', ARRAY['last_used_at']);
  PERFORM as_of.make_views();
END $$;
