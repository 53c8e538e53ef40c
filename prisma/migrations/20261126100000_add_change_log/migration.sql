-- The change log: what every transaction made of every entity, kept by triggers whoever writes, and the graph as it stood.
-- docs/decisions/0009-change-log.md says why so.

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'UPDATED', 'DELETED');

-- CreateTable
CREATE TABLE "change_set" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT,
    "action" TEXT,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "logged_change" (
    "id" UUID NOT NULL,
    "seq" BIGINT GENERATED ALWAYS AS IDENTITY,
    "set_id" BIGINT NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "entity_type" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "logged_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changed_row" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "change_id" UUID NOT NULL,
    "set_id" BIGINT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_key" TEXT COLLATE "C" NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "withheld" TEXT[] NOT NULL DEFAULT '{}',

    CONSTRAINT "changed_row_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "change_set_at_key" ON "change_set"("at");

-- CreateIndex
CREATE UNIQUE INDEX "logged_change_seq_key" ON "logged_change"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "logged_change_set_id_entity_id_key" ON "logged_change"("set_id", "entity_id");

-- CreateIndex
CREATE INDEX "logged_change_entity_id_seq_idx" ON "logged_change"("entity_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "changed_row_change_id_table_name_row_key_key" ON "changed_row"("change_id", "table_name", "row_key");

-- CreateIndex
CREATE INDEX "changed_row_table_name_row_key_id_idx" ON "changed_row"("table_name", "row_key", "id");

-- AddForeignKey
ALTER TABLE "logged_change" ADD CONSTRAINT "logged_change_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "change_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changed_row" ADD CONSTRAINT "changed_row_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "logged_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's models cannot say follows, written by hand.

-- The tables that are logged. In the expressions, "image" is a row of the table as JSON.
CREATE TABLE "change_log_table" (
    "table_name" TEXT NOT NULL,
    "keys" TEXT[] NOT NULL,
    -- The entity that a row is part of: its GraphQL type and its id.
    "entity_type" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    -- By what people know the entity; null for the tables of its parts.
    "entity_key" TEXT,
    -- Columns whose content must not get into the log; only that they changed.
    "withheld" TEXT[] NOT NULL,

    CONSTRAINT "change_log_table_pkey" PRIMARY KEY ("table_name")
);

-- Columns that the database works out from the others.
CREATE FUNCTION change_log_derived() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['search_text', 'search_document']
$$;

-- The same as LOCK_KEY in src/database/transaction.ts: it is held until the commit, so that sets get their ids in the order
-- in which they are committed, also those of a writer who did not take it himself.
CREATE FUNCTION change_log_take_turn() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(520190931)
$$;

-- For loads of generated rows (bench/): SET digestgraph.change_log = 'off'.
CREATE FUNCTION change_log_is_off() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('digestgraph.change_log', true), '') = 'off'
$$;

-- The set of this transaction; made at its first change. The setting lives as long as the row: both go with a savepoint.
CREATE FUNCTION change_log_set() RETURNS bigint LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  present bigint := nullif(current_setting('digestgraph.change_set', true), '')::bigint;
BEGIN
  IF present IS NULL THEN
    INSERT INTO change_set (at, by, reason, action) VALUES (
      -- No two sets share an instant, and a clock that is put back turns no order round: asOf is asked by instants.
      greatest(
        date_trunc('milliseconds', clock_timestamp()),
        (SELECT s.at + interval '1 millisecond' FROM change_set s ORDER BY s.id DESC LIMIT 1)),
      -- Whoever writes past the application has at least a name in the database.
      coalesce(nullif(current_setting('digestgraph.by', true), ''), session_user),
      nullif(current_setting('digestgraph.reason', true), ''),
      nullif(current_setting('digestgraph.action', true), '')
    ) RETURNING id INTO present;
    PERFORM set_config('digestgraph.change_set', present::text, true);
  END IF;
  RETURN present;
END $$;

-- A UUID of version 7 (RFC 9562 §5.7) of that instant.
CREATE FUNCTION change_log_id(at timestamptz) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  bytes bytea := overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6);
BEGIN
  RETURN encode(set_byte(bytes, 6, get_byte(bytes, 6) & 15 | 112), 'hex')::uuid;
END $$;

-- What people know an entity by, of which only a part was written; gone or not.
CREATE FUNCTION change_log_key(type text, id uuid) RETURNS text LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  main record;
  key text;
BEGIN
  SELECT t.table_name, t.entity_key INTO main FROM change_log_table t
  WHERE t.entity_key IS NOT NULL AND t.entity_type = quote_literal(type);
  EXECUTE format('SELECT %s FROM (SELECT to_jsonb(m) AS image FROM public.%I m WHERE m.id = $1) i', main.entity_key, main.table_name)
    INTO key USING id;
  RETURN coalesce(
    key, (SELECT c.key FROM logged_change c WHERE c.entity_id = change_log_key.id ORDER BY c.seq DESC LIMIT 1), id::text);
END $$;

-- The entity of a part that is a part itself. When both are deleted by one cascade the row is gone by now, and the log has it.
CREATE FUNCTION change_log_owner(part_table text, column_name text, part_id uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  owner uuid;
BEGIN
  IF part_id IS NULL THEN
    RETURN NULL;
  END IF;
  EXECUTE format('SELECT p.%I FROM public.%I p WHERE p.id = $1', column_name, part_table) INTO owner USING part_id;
  RETURN coalesce(owner, (
    SELECT (coalesce(r.after, r.before)->>column_name)::uuid FROM changed_row r
    WHERE r.table_name = part_table AND r.row_key = part_id::text ORDER BY r.id DESC LIMIT 1));
END $$;

-- Writes changed rows of one table to the log: pairs of what stood and what stands, null for nothing.
CREATE FUNCTION change_log_record(logged change_log_table, befores jsonb[], afters jsonb[]) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
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
      INSERT INTO logged_change (id, set_id, kind, entity_type, entity_id, key)
      SELECT change_log_id(s.at), s.id, 'UPDATED', e.entity_type, e.entity_id,
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
  INTO touched USING set_id, befores, afters, logged.withheld, logged.table_name;

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

CREATE FUNCTION change_log() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  derived text[] := change_log_derived();
  logged change_log_table;
  befores jsonb[];
  afters jsonb[];
BEGIN
  IF change_log_is_off() THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT logged FROM change_log_table WHERE table_name = TG_TABLE_NAME;
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
    PERFORM change_log_record(logged, befores, afters);
  END IF;
  RETURN NULL;
END $$;

-- Before the first row is touched: somebody who holds rows and then waits for his turn would be waited for by him who has it.
CREATE FUNCTION change_log_turn() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  IF NOT change_log_is_off() THEN
    PERFORM change_log_take_turn();
  END IF;
  RETURN NULL;
END $$;

-- Nobody but the function above does more to the log than add and read.
CREATE FUNCTION change_log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stack text;
BEGIN
  GET DIAGNOSTICS stack = PG_CONTEXT;
  IF TG_OP = 'TRUNCATE' OR stack !~ 'PL/pgSQL function (public\.)?change_log_record\(' THEN
    RAISE EXCEPTION 'The change log is append-only: % of % is refused.', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

-- The graph as it stood after the set digestgraph.as_of: views named like the tables, over the log, for a search_path that
-- begins with this schema.
CREATE SCHEMA "as_of";

-- Stable and of the row, or the planner would evaluate it though nobody asked.
CREATE FUNCTION as_of.not_kept(of_row bigint) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RAISE EXCEPTION 'The search index is not kept in the change log.' USING ERRCODE = 'DG001';
END $$;

-- Makes the views of all logged tables and of the log itself anew; to be called when a table has got or lost a column.
CREATE FUNCTION as_of.make_views() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
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
  FOR logged IN SELECT * FROM change_log_table LOOP
    SELECT string_agg(format('%s AS %I', CASE
        WHEN a.attname = ANY(change_log_derived()) THEN format('as_of.not_kept(r.id)::%s', format_type(a.atttypid, a.atttypmod))
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

CREATE VIEW as_of.change_set AS SELECT * FROM public.change_set WHERE id <= current_setting('digestgraph.as_of')::bigint;
CREATE VIEW as_of.logged_change AS SELECT * FROM public.logged_change WHERE set_id <= current_setting('digestgraph.as_of')::bigint;
CREATE VIEW as_of.changed_row AS SELECT * FROM public.changed_row WHERE set_id <= current_setting('digestgraph.as_of')::bigint;

-- From now on the table is logged, its present rows first. Call as_of.make_views() after the last one.
CREATE FUNCTION change_log_attach(logged_table text, entity_type text, entity_id text, entity_key text, withheld text[] DEFAULT '{}')
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
    entity_type, entity_id, entity_key, withheld
  ) RETURNING * INTO logged;
  EXECUTE format('SELECT array_agg(NULL::jsonb), array_agg(to_jsonb(n) - $1 ORDER BY n) FROM public.%I n', logged_table)
    INTO befores, afters USING change_log_derived();
  IF befores IS NOT NULL THEN
    PERFORM change_log_take_turn(), change_log_record(logged, befores, afters);
  END IF;
  EXECUTE format('CREATE TRIGGER "change_log_turn" BEFORE INSERT OR UPDATE OR DELETE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION change_log_turn()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_insert" AFTER INSERT ON public.%I REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_update" AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS departed NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_delete" AFTER DELETE ON public.%I REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
  EXECUTE format('CREATE TRIGGER "change_log_truncate" BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION change_log()', logged_table);
END $$;

DO $$
DECLARE
  entity record;
  part record;
  -- By tables of parts: the columns that lead to the entity, and the type of the entity that each leads to.
  leads text;
  types text;
BEGIN
  PERFORM set_config('digestgraph.by', 'migration', true), set_config('digestgraph.reason', 'What was there before the log.', true);
  FOR entity IN VALUES
    ('country', 'Country', 'code'), ('place', 'Place', 'slug'), ('topic', 'Topic', 'slug'), ('organisation', 'Organisation', 'slug'),
    ('office', 'Office', 'slug'), ('series', 'Series', 'slug'), ('report', 'Report', 'slug'), ('passage', 'Passage', 'number'),
    ('actor', 'Actor', 'slug'), ('event', 'Event', 'slug'), ('agreement', 'Agreement', 'slug'), ('indicator', 'Indicator', 'slug'),
    ('statistic', 'Statistic', 'slug'), ('statement', 'Statement', 'slug'), ('assessment', 'Assessment', 'slug')
  LOOP
    PERFORM change_log_attach(entity.column1, quote_literal(entity.column2), '(image->>''id'')::uuid', format('image->>%L', entity.column3),
      CASE entity.column1 WHEN 'passage' THEN ARRAY['text'] ELSE '{}' END);
  END LOOP;
  -- Parts of parts come after these, for their owners are looked up in them.
  FOR part IN VALUES
    ('section', ARRAY['report_id Report']),
    ('passage_country', ARRAY['passage_id Passage']),
    ('passage_topic', ARRAY['passage_id Passage']),
    ('tenure', ARRAY['actor_id Actor']),
    ('event_place', ARRAY['event_id Event']),
    ('event_topic', ARRAY['event_id Event']),
    ('participation', ARRAY['event_id Event']),
    ('agreement_party', ARRAY['agreement_id Agreement']),
    ('agreement_signatory', ARRAY['agreement_id Agreement']),
    ('agreement_event', ARRAY['agreement_id Agreement']),
    ('statement_topic', ARRAY['statement_id Statement']),
    ('about', ARRAY['statement_id Statement', 'assessment_id Assessment']),
    ('name', ARRAY['actor_id Actor', 'organisation_id Organisation', 'event_id Event', 'agreement_id Agreement', 'tenure_id Actor tenure actor_id']),
    ('citation', ARRAY['event_id Event', 'agreement_id Agreement', 'statistic_id Statistic', 'statement_id Statement',
      'assessment_id Assessment', 'participation_id Event participation event_id', 'tenure_id Actor tenure actor_id'])
  LOOP
    SELECT
      string_agg(CASE WHEN l.words[3] IS NULL THEN format('(image->>%L)::uuid', l.words[1])
        ELSE format('change_log_owner(%L, %L, (image->>%L)::uuid)', l.words[3], l.words[4], l.words[1]) END, ', ' ORDER BY l.place),
      string_agg(format('WHEN image->>%L IS NOT NULL THEN %L', l.words[1], l.words[2]), ' ' ORDER BY l.place)
    INTO leads, types
    FROM (SELECT string_to_array(u.lead, ' ') AS words, u.place FROM unnest(part.column2) WITH ORDINALITY u(lead, place)) l;
    PERFORM change_log_attach(part.column1, format('CASE %s END', types), format('coalesce(%s)', leads), NULL);
  END LOOP;
  PERFORM as_of.make_views();
END $$;

CREATE TRIGGER "change_log_refuse" BEFORE UPDATE OR DELETE ON "change_set" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
CREATE TRIGGER "change_log_refuse" BEFORE UPDATE OR DELETE ON "logged_change" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
CREATE TRIGGER "change_log_refuse" BEFORE UPDATE OR DELETE ON "changed_row" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
CREATE TRIGGER "change_log_refuse_truncate" BEFORE TRUNCATE ON "change_set" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
CREATE TRIGGER "change_log_refuse_truncate" BEFORE TRUNCATE ON "logged_change" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
CREATE TRIGGER "change_log_refuse_truncate" BEFORE TRUNCATE ON "changed_row" FOR EACH STATEMENT EXECUTE FUNCTION change_log_refuse();
