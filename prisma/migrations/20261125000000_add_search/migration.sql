-- Search: folded text and weighted documents beside the rows they are of, kept by triggers, and the words of names.
-- docs/decisions/0006-search.md says why so.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Without case, accents, apostrophes and soft signs, Cyrillic in Latin letters. src/lib/fold.ts does the same.
CREATE FUNCTION search_fold(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Without the English genitive: "Zas's" holds the name Zas.
  folded text := regexp_replace(input, '[''’][sS](?![a-zA-Z])', '', 'g');
BEGIN
  IF octet_length(folded) = length(folded) THEN
    folded := lower(translate(folded, '''`', '') COLLATE "C");
  ELSE
    folded := translate(folded, U&'''`\00B4\2018\2019\201B\02B9\02BB\02BC\02BD\02C8\2032\FF07\00AD\200B\200C\200D\2060\FEFF', '');
    folded := lower(regexp_replace(normalize(folded, NFKD), U&'[\0300-\036F\0483-\0487\1AB0-\1AFF\1DC0-\1DFF\20D0-\20FF\FE20-\FE2F]', '', 'g') COLLATE "und-x-icu");
    -- Half of these letters become two, which translate() cannot do; it drops the soft and the hard sign, which come last.
    folded := translate(folded, U&'абвгґдезиіклмнопрстуфыэјћәıłøđəðħς\2010\2011\2012\2013\2014\2015\2212«»“”„ьъ', 'abvggdeziiklmnoprstufyejcailodadhσ-------"""""');
    IF folded ~ '[жхцчшщюяєђљњџßæœþ]' THEN
      folded := replace(replace(replace(replace(replace(replace(replace(replace(replace(folded, 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'є', 'ye');
      folded := replace(replace(replace(replace(replace(replace(replace(replace(folded, 'ђ', 'dj'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dzh'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    END IF;
  END IF;
  RETURN btrim(regexp_replace(folded, U&'[\0001-\0020\007F]+', ' ', 'g'));
END $$;

-- How a folded name sounds, coarsely, so that its romanisations meet.
CREATE FUNCTION search_key(folded text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  key text := regexp_replace(folded COLLATE "C", '[^a-z]+', ' ', 'g');
BEGIN
  key := regexp_replace(key, 'shch|szcz', 'sc', 'g');
  key := regexp_replace(key, 'tch|ch|cz|ts|tz', 'c', 'g');
  key := replace(replace(replace(replace(key, 'sh', 's'), 'sz', 's'), 'zh', 'z'), 'dz', 'd');
  key := regexp_replace(key, 'kh|gh', 'h', 'g');
  key := replace(replace(replace(replace(key, 'ck', 'k'), 'ph', 'f'), 'th', 't'), 'x', 'ks');
  key := translate(key, 'goevwyjq', 'haauuiik');
  key := regexp_replace(key, 'i+(?=[au])', '', 'g');
  key := regexp_replace(key, '(.)\1+', '\1', 'g');
  RETURN btrim(regexp_replace(key, '([dt])ar(?![a-z])', '\1r', 'g'));
END $$;

-- The words of a folded text and nothing else: of "t-72b3/a" the parser would make a path, of "a.b" a host.
CREATE FUNCTION search_words(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  -- A tsvector holds a megabyte at most.
  SELECT left(translate(folded, '!"#$%&()*+,-./:;<=>?@[\]^_{|}~…·•№§°', repeat(' ', 40)), 200000)
$$;

-- English stems of all words, also of those that English leaves out: "An" and "Will" are names.
CREATE TEXT SEARCH DICTIONARY search_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION search_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search_english ALTER MAPPING REPLACE pg_catalog.english_stem WITH search_stem;

-- Folded texts of one weight. Between them stands a lexeme that no text has, or a phrase could begin in one and end in the next.
-- Names and titles are indexed unstemmed as well, so that the beginning of a word finds it.
CREATE FUNCTION search_part(folded text[], weight "char", is_named boolean) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  part tsvector := '';
  words text;
BEGIN
  FOR i IN 1..coalesce(cardinality(folded), 0) LOOP
    words := search_words(folded[i]);
    CONTINUE WHEN words IS NULL;
    part := part || '''.'':1'::tsvector || to_tsvector('search_english', words);
    IF is_named THEN
      part := part || '''.'':1'::tsvector || to_tsvector('pg_catalog.simple', words);
    END IF;
  END LOOP;
  RETURN setweight(part, weight);
END $$;

-- What is asked for without the words that English leaves out, unless there are no others.
CREATE FUNCTION search_query(query text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN numnode(to_tsquery('pg_catalog.english', query)) > 0 THEN to_tsquery('pg_catalog.english', query)
    ELSE to_tsquery('search_english', query) END
$$;

-- The words of names with their keys: what a word asked for may also be spelled like. Words are never taken out again; one
-- that no name has any more finds nothing.
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_word_key_idx" ON "search_word" ("key");
CREATE INDEX "search_word_key_trigrams" ON "search_word" USING GIN ("key" gin_trgm_ops);

ALTER TABLE "actor" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "agreement" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "assessment" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "event" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "organisation" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "report" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "passage" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "statement" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "indicator" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "statistic" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;
ALTER TABLE "topic" ADD COLUMN "search_text" TEXT NOT NULL DEFAULT '', ADD COLUMN "search_document" tsvector;

-- Works out both columns of a row before it is written, whoever writes it. Lines of names and wording, folded; then the keys
-- of the names in capitals, which nothing folded has.
CREATE FUNCTION search_index() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- What is indexed with the weights A to D.
  a text;
  b text[] := '{}';
  c text[] := '{}';
  d text;
  -- What stands in search_text, and which of it has keys and is learned as words.
  lines text[];
  named text[];
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'actor' THEN
      a := NEW.name;
      b := ARRAY(SELECT n.text FROM public.name n WHERE n.actor_id = NEW.id ORDER BY n.ordinal, n.text);
      c := ARRAY(
        SELECT o.title COLLATE "C" FROM tenure t JOIN office o ON o.id = t.office_id WHERE t.actor_id = NEW.id
        UNION SELECT n.text FROM tenure t JOIN public.name n ON n.tenure_id = t.id WHERE t.actor_id = NEW.id ORDER BY 1);
    WHEN 'organisation' THEN
      a := NEW.name;
      b := ARRAY(SELECT n.text FROM public.name n WHERE n.organisation_id = NEW.id ORDER BY n.ordinal, n.text);
    WHEN 'event' THEN
      a := NEW.title;
      b := ARRAY(SELECT n.text FROM public.name n WHERE n.event_id = NEW.id ORDER BY n.ordinal, n.text);
      c := ARRAY[NEW.summary];
    WHEN 'agreement' THEN
      a := NEW.title;
      b := ARRAY(SELECT n.text FROM public.name n WHERE n.agreement_id = NEW.id ORDER BY n.ordinal, n.text);
      c := ARRAY[NEW.summary];
    WHEN 'statistic' THEN
      c := ARRAY[NEW.label];
      d := (SELECT i.name FROM indicator i WHERE i.id = NEW.indicator_id);
    WHEN 'indicator' THEN
      a := NEW.name;
      c := ARRAY[NEW.definition];
    WHEN 'topic' THEN
      a := NEW.name;
      c := ARRAY[NEW.summary];
    WHEN 'report' THEN
      a := NEW.title;
    WHEN 'passage' THEN
      c := ARRAY[NEW.gist];
      d := NEW.text;
    -- Statements and assessments.
    ELSE
      c := ARRAY[NEW.gist];
  END CASE;
  -- Only names that differ from the first weigh once more.
  a := search_fold(a);
  b := array_remove(ARRAY(SELECT search_fold(u.line) FROM unnest(b) WITH ORDINALITY u(line, place) ORDER BY u.place), a);
  c := ARRAY(SELECT search_fold(u.line) FROM unnest(c) WITH ORDINALITY u(line, place) ORDER BY u.place);
  d := search_fold(d);
  lines := CASE TG_TABLE_NAME
    WHEN 'actor' THEN a || b
    WHEN 'passage' THEN c
    ELSE array_remove(a || c || b || d, NULL) END;
  IF TG_TABLE_NAME IN ('actor', 'organisation') THEN
    named := lines;
  ELSE
    named := b;
  END IF;
  NEW.search_text := array_to_string(lines || ARRAY(
    SELECT DISTINCT upper(search_key(u.line) COLLATE "C") FROM unnest(named) u(line) ORDER BY 1), E'\n');
  NEW.search_document := search_part(ARRAY[a], 'A', true) || search_part(b, 'B', true) || search_part(c, 'C', false)
    || search_part(ARRAY[d], 'D', false);
  IF cardinality(named) > 0 THEN
    INSERT INTO search_word (word, key)
    SELECT x.word, search_key(x.word) FROM (
      SELECT DISTINCT unnest(string_to_array(search_words(array_to_string(named, ' ')), ' ')) AS word) x
    -- A key knows letters only.
    WHERE length(x.word) BETWEEN 2 AND 100 AND x.word COLLATE "C" ~ '^[a-z]+$'
    ORDER BY x.word
    ON CONFLICT (word) DO NOTHING;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "actor" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "agreement" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "assessment" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "organisation" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "report" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "passage" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "statement" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "indicator" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "statistic" FOR EACH ROW EXECUTE FUNCTION search_index();
CREATE TRIGGER "search_index" BEFORE INSERT OR UPDATE ON "topic" FOR EACH ROW EXECUTE FUNCTION search_index();

-- What stands in one table and is found through another: rows whose index has become stale are written once more, one
-- statement a table whatever the number of changes. The arguments are pairs: the table to touch, and the query for its ids.
CREATE FUNCTION search_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR pair IN 0..(TG_NARGS / 2 - 1) LOOP
    -- "changed" in the query is the transition table of the trigger.
    EXECUTE format('UPDATE public.%I SET search_text = '''' WHERE id IN (%s)', TG_ARGV[pair * 2], TG_ARGV[pair * 2 + 1]);
  END LOOP;
  RETURN NULL;
END $$;

DO $$
DECLARE
  -- The table written, and the arguments of search_touch.
  source record;
  transition record;
  arguments text;
BEGIN
  FOR source IN VALUES
    ('name', ARRAY['actor', 'SELECT actor_id FROM changed UNION SELECT t.actor_id FROM changed c JOIN tenure t ON t.id = c.tenure_id',
      'organisation', 'SELECT organisation_id FROM changed', 'event', 'SELECT event_id FROM changed', 'agreement', 'SELECT agreement_id FROM changed']),
    ('tenure', ARRAY['actor', 'SELECT actor_id FROM changed']),
    ('office', ARRAY['actor', 'SELECT t.actor_id FROM changed c JOIN tenure t ON t.office_id = c.id']),
    ('indicator', ARRAY['statistic', 'SELECT s.id FROM changed c JOIN statistic s ON s.indicator_id = c.id'])
  LOOP
    SELECT string_agg(quote_literal(x), ', ') INTO arguments FROM unnest(source.column2) x;
    -- An UPDATE is two changes: what stands now, and what stood before under perhaps another owner.
    FOR transition IN VALUES ('insert', 'NEW', ''), ('update', 'NEW', '_to'), ('update', 'OLD', '_from'), ('delete', 'OLD', '') LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON public.%I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_touch(%s)',
        'search_touch_' || transition.column1 || transition.column3, transition.column1, source.column1, transition.column2, arguments);
    END LOOP;
    -- TRUNCATE has no transition table; every row may be stale.
    SELECT string_agg(quote_literal(x), ', ') INTO arguments
    FROM (SELECT unnest(ARRAY[source.column2[i], format('SELECT id FROM public.%I', source.column2[i])]) x
      FROM generate_series(1, cardinality(source.column2), 2) i) y;
    EXECUTE format('CREATE TRIGGER "search_touch_truncate" AFTER TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION search_touch(%s)',
      source.column1, arguments);
  END LOOP;
END $$;

-- The rows that are there already, and then the indexes: built at once they are smaller than grown.
UPDATE "actor" SET "search_text" = '';
UPDATE "agreement" SET "search_text" = '';
UPDATE "assessment" SET "search_text" = '';
UPDATE "event" SET "search_text" = '';
UPDATE "organisation" SET "search_text" = '';
UPDATE "report" SET "search_text" = '';
UPDATE "passage" SET "search_text" = '';
UPDATE "statement" SET "search_text" = '';
UPDATE "indicator" SET "search_text" = '';
UPDATE "statistic" SET "search_text" = '';
UPDATE "topic" SET "search_text" = '';

CREATE INDEX "actor_search_text_idx" ON "actor" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "actor_search_document_idx" ON "actor" USING GIN ("search_document");
CREATE INDEX "agreement_search_text_idx" ON "agreement" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "agreement_search_document_idx" ON "agreement" USING GIN ("search_document");
CREATE INDEX "assessment_search_text_idx" ON "assessment" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "assessment_search_document_idx" ON "assessment" USING GIN ("search_document");
CREATE INDEX "event_search_text_idx" ON "event" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "event_search_document_idx" ON "event" USING GIN ("search_document");
CREATE INDEX "organisation_search_text_idx" ON "organisation" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "organisation_search_document_idx" ON "organisation" USING GIN ("search_document");
CREATE INDEX "report_search_text_idx" ON "report" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "report_search_document_idx" ON "report" USING GIN ("search_document");
CREATE INDEX "passage_search_text_idx" ON "passage" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "passage_search_document_idx" ON "passage" USING GIN ("search_document");
CREATE INDEX "statement_search_text_idx" ON "statement" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "statement_search_document_idx" ON "statement" USING GIN ("search_document");
CREATE INDEX "indicator_search_text_idx" ON "indicator" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "indicator_search_document_idx" ON "indicator" USING GIN ("search_document");
CREATE INDEX "statistic_search_text_idx" ON "statistic" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "statistic_search_document_idx" ON "statistic" USING GIN ("search_document");
CREATE INDEX "topic_search_text_idx" ON "topic" USING GIN ("search_text" gin_trgm_ops);
CREATE INDEX "topic_search_document_idx" ON "topic" USING GIN ("search_document");
