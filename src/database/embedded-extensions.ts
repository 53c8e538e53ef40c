import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** What the migrations create. PGlite has to be given it at every start, also where it is opened without the server. */
export const extensions = { pg_trgm };
