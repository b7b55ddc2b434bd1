"""The tables of one installation in PostgreSQL.

Word search is an inverted index of our own, as PostgreSQL's ranks by how often words stand in a text and not by how
rare they are. A posting says how often a term stands in a record, each occurrence by the weight of its field, and how
long that record is: everything that BM25 asks for is in the index `postings_pkey`, a term's postings side by side and
those of an edition side by side within them, so that a search reads no table. Editions keep which terms they hold and
how many records hold each, by which they are counted in, counted out and erased.
"""

TABLES = """
CREATE TABLE library (format text NOT NULL, identity uuid NOT NULL, revision bigint NOT NULL);
CREATE SEQUENCE numbers AS integer;
CREATE TABLE editions (
    number integer PRIMARY KEY, in_force boolean NOT NULL, plan_id text COLLATE "C" NOT NULL, title text NOT NULL,
    organisation text NOT NULL, begins integer, ends integer, content_hash text NOT NULL, generation integer NOT NULL,
    embedder text NOT NULL, sizes jsonb NOT NULL, terms bigint[] NOT NULL,
    holding integer[] NOT NULL, header bytea NOT NULL
);
CREATE UNIQUE INDEX editions_in_force ON editions (plan_id) WHERE in_force;
CREATE INDEX editions_not_in_force ON editions (number) WHERE NOT in_force;
CREATE TABLE records (
    edition integer NOT NULL, ordinal integer NOT NULL, kind text NOT NULL, id text COLLATE "C" NOT NULL,
    length integer NOT NULL, payload bytea NOT NULL, PRIMARY KEY (edition, ordinal), UNIQUE (edition, kind, id)
);
CREATE TABLE totals (kind text PRIMARY KEY, records bigint NOT NULL DEFAULT 0, tokens bigint NOT NULL DEFAULT 0);
CREATE TABLE terms (
    number bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, kind text NOT NULL, term text COLLATE "C" NOT NULL,
    records integer NOT NULL, UNIQUE (kind, term)
) WITH (fillfactor = 80);
CREATE TABLE postings (
    term bigint NOT NULL, edition integer NOT NULL, ordinal integer NOT NULL, frequency real NOT NULL,
    length integer NOT NULL, PRIMARY KEY (term, edition, ordinal) INCLUDE (frequency, length)
);
"""
