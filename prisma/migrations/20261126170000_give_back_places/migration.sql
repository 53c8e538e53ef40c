-- Written by hand: Prisma's models know nothing of functions.

-- The set of this transaction; made at its first change. The setting lives as long as the row: both go with a savepoint.
CREATE OR REPLACE FUNCTION change_log_set() RETURNS bigint LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  present bigint := nullif(current_setting('digestgraph.change_set', true), '')::bigint;
  place bigint;
BEGIN
  IF present IS NULL THEN
    -- A sequence does not go back with a transaction, and what was refused would be told by the places that are left out. The
    -- turn is this transaction's: all that was written before is committed or gone. A writer whose snapshot is old does not
    -- see the last row, and leaves the gap.
    SELECT max(c.seq) INTO place FROM logged_change c;
    IF place IS NOT NULL AND current_setting('transaction_isolation') = 'read committed' THEN
      PERFORM setval('logged_change_seq_seq', place);
    END IF;
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
