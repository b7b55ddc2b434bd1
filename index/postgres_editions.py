"""The texts of editions in PostgreSQL, and the terms that their records are found by."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from index.editions import Edition, Key, Kind, Record
from index.ports import StoredEdition
from index.psycopg_database import PostgresDatabase, Session
from index.searchable import FIELD_WEIGHTS

Term = tuple[Kind, str]
"""A term of one kind of record."""

_COUNT_TERMS = """
INSERT INTO terms (kind, term, records) SELECT * FROM unnest(%s::text[], %s::text[], %s::integer[])
ON CONFLICT (kind, term) DO UPDATE SET records = terms.records + excluded.records RETURNING kind, term, number
"""

_COUNT_RECORDS = """
INSERT INTO totals SELECT * FROM unnest(%s::text[], %s::bigint[], %s::bigint[])
ON CONFLICT (kind) DO UPDATE SET records = totals.records + excluded.records, tokens = totals.tokens + excluded.tokens
"""

_PAYLOADS = """
SELECT edition, id, payload FROM unnest(%s::integer[], %s::text[]) AS asked (edition, id)
JOIN records USING (edition, id) WHERE kind = %s
"""


class PostgresEditions:
    """An EditionStore over one schema."""

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database

    def stage(self, edition: Edition, header: bytes, records: Iterable[Record]) -> None:
        """Write an edition that is not in force yet, in one transaction."""
        prepared = list(records)
        found_by = [_frequencies(record) for record in prepared]
        lengths = [_length(record) for record in prepared]
        with self._database.writing() as session:
            # Whoever sees the switch that comes after sees this too: its commit need not wait for the disk.
            session.execute("SET LOCAL synchronous_commit = off")
            numbers = _count_terms(session, prepared, found_by)
            _count_records(session, prepared, lengths)
            _insert_edition(session, edition, header, sorted(numbers.values()))
            _copy_records(session, edition.number, prepared, lengths)
            postings = [
                (numbers[record.kind, term], edition.number, ordinal, frequency, length)
                for ordinal, (record, terms, length) in enumerate(zip(prepared, found_by, lengths, strict=True))
                for term, frequency in terms.items()
            ]
            _copy_postings(session, sorted(postings))

    def read(self, number: int) -> StoredEdition | None:
        """A whole edition, its records in the order in which they were staged."""
        statement = (
            "SELECT header, kind, payload FROM editions LEFT JOIN records ON edition = number "
            "WHERE number = %s ORDER BY ordinal"
        )
        with self._database.session() as session:
            rows = session.execute(statement, (number,), binary=True).fetchall()
        if not rows:
            return None
        records: dict[Kind, list[bytes]] = {kind: [] for kind in Kind}
        for _, kind, payload in rows:
            if kind is not None:
                records[Kind(kind)].append(payload)
        return StoredEdition(rows[0][0], records)

    def payloads(self, kind: Kind, keys: Collection[Key]) -> dict[Key, bytes]:
        """The JSON of single records, those that are gone left out."""
        asked = ([key.edition for key in keys], [key.id for key in keys], kind.value)
        with self._database.session() as session:
            rows = session.execute(_PAYLOADS, asked, binary=True).fetchall()
        return {Key(edition, id_): payload for edition, id_, payload in rows}


def _frequencies(record: Record) -> Mapping[str, float]:
    """How often each term stands in the record, each occurrence by the weight of its field."""
    found: dict[str, float] = {}
    for weight, text in zip(FIELD_WEIGHTS[record.kind].values(), record.fields, strict=True):
        for term in text.split():
            found[term] = found.get(term, 0.0) + weight
    return found


def _length(record: Record) -> int:
    return sum(len(text.split()) for text in record.fields)


def _count_terms(
    session: Session, records: Sequence[Record], found_by: Sequence[Mapping[str, float]]
) -> Mapping[Term, int]:
    """Add the records to the counts of their terms; the number of each term."""
    counts = Counter((record.kind, term) for record, terms in zip(records, found_by, strict=True) for term in terms)
    held = sorted(counts)
    kinds, terms = [kind.value for kind, _ in held], [term for _, term in held]
    rows = session.execute(_COUNT_TERMS, (kinds, terms, [counts[term] for term in held])).fetchall()
    return {(Kind(kind), term): number for kind, term, number in rows}


def _count_records(session: Session, records: Sequence[Record], lengths: Sequence[int]) -> None:
    sizes = Counter(record.kind for record in records)
    tokens = {kind: sum(n for n, each in zip(lengths, records, strict=True) if each.kind == kind) for kind in sizes}
    session.execute(_COUNT_RECORDS, ([kind.value for kind in sizes], list(sizes.values()), list(tokens.values())))


def _insert_edition(session: Session, edition: Edition, header: bytes, terms: Sequence[int]) -> None:
    summary = edition.summary
    session.execute(
        "INSERT INTO editions VALUES (%s, false, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            edition.number,
            summary.plan_id,
            summary.title,
            summary.organisation,
            *(summary.period or (None, None)),
            edition.content_hash,
            *edition.placement,
            json.dumps(edition.sizes),
            terms,
            header,
        ),
    )


def _copy_records(session: Session, edition: int, records: Sequence[Record], lengths: Sequence[int]) -> None:
    with session.cursor().copy("COPY records FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(["int4", "int4", "text", "text", "int4", "bytea"])
        for ordinal, (record, length) in enumerate(zip(records, lengths, strict=True)):
            copy.write_row((edition, ordinal, record.kind.value, record.id, length, record.payload))


def _copy_postings(session: Session, postings: Iterable[tuple[int, int, int, float, int]]) -> None:
    with session.cursor().copy("COPY postings FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(["int8", "int4", "int4", "float4", "int4"])
        for posting in postings:
            copy.write_row(posting)
