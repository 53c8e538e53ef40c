-- Makes the change log of a database that holds the first edition as long as that of four hundred graphs (bench/results).
-- Other ids and slugs for copy i; what refers to one another within a copy goes on doing so.
CREATE FUNCTION pg_temp.copy(image jsonb, i int) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_object_agg(key, CASE
    WHEN jsonb_typeof(value) = 'string' AND value #>> '{}' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-' THEN to_jsonb(md5((value #>> '{}') || i)::uuid)
    WHEN key = 'slug' THEN to_jsonb((value #>> '{}') || '-' || i)
    ELSE value END) FROM jsonb_each(image)
$$;
BEGIN;
CREATE TEMP TABLE first AS SELECT r.*, c.entity_type, c.entity_id, c.key, c.kind FROM changed_row r JOIN logged_change c ON c.id = r.change_id;
INSERT INTO change_set (at, by) SELECT (SELECT max(at) FROM change_set) - interval '1 day' + i * interval '1 minute', 'bench' FROM generate_series(1, 400) i;
INSERT INTO logged_change (id, set_id, kind, entity_type, entity_id, key)
  SELECT DISTINCT ON (i, f.change_id) md5(f.change_id::text || i)::uuid, s.id, f.kind, f.entity_type, md5(f.entity_id::text || i)::uuid, f.key || '-' || i
  FROM first f, generate_series(1, 400) i JOIN LATERAL (SELECT id FROM change_set WHERE by = 'bench' ORDER BY id OFFSET i - 1 LIMIT 1) s ON true;
INSERT INTO changed_row (change_id, set_id, table_name, row_key, after)
  SELECT md5(f.change_id::text || i)::uuid, s.id, f.table_name,
    array_to_string(ARRAY(SELECT CASE WHEN k ~ '^[0-9a-f]{8}-' THEN md5(k || i)::uuid::text ELSE k END FROM unnest(string_to_array(f.row_key, ',')) WITH ORDINALITY u(k, p) ORDER BY p), ','), pg_temp.copy(f.after, i)
  FROM generate_series(1, 400) i JOIN LATERAL (SELECT id FROM change_set WHERE by = 'bench' ORDER BY id OFFSET i - 1 LIMIT 1) s ON true, first f;
COMMIT;
VACUUM ANALYZE changed_row, logged_change, change_set;
