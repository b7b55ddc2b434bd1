"""The texts of editions in PostgreSQL, and the terms that their records are found by."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from index.editions import Edition, Key, Kind, Record
from index.ports import StoredEdition
from index.psycopg_database import PostgresDatabase, Session
from index.searchable import FIELD_WEIGHTS

Term = tuple[Kind, str]
"""A term of one kind of record."""

Posting = tuple[int, float, int]
"""A record's place in its edition, how often the term stands in it by weight, and how many terms it has."""

_NUMBERS = """
SELECT array_agg(number ORDER BY place) FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY
AS held (kind, term, place) LEFT JOIN terms USING (kind, term)
"""

_ADD_TERMS = """
INSERT INTO terms (kind, term, records) SELECT kind, term, 0 FROM unnest(%s::text[], %s::text[]) AS new (kind, term)
RETURNING kind, term, number
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
        postings = _postings(prepared)
        with self._database.writing() as session:
            # Whoever sees the switch that comes after sees this too: its commit need not wait for the disk.
            session.execute("SET LOCAL synchronous_commit = off")
            numbers = _numbers(session, postings)
            _insert_edition(session, edition, header, numbers, [len(each) for each in postings.values()])
            _copy_records(session, edition.number, prepared)
            _copy_postings(session, edition.number, zip(numbers, postings.values(), strict=True))

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

    def ids(self, kind: Kind, editions: Collection[int]) -> dict[int, tuple[str, ...]]:
        """For each of these editions the ids of its records."""
        statement = "SELECT edition, id FROM records WHERE edition = ANY(%s) AND kind = %s"
        found: dict[int, list[str]] = {number: [] for number in editions}
        with self._database.session() as session:
            for number, id_ in session.execute(statement, (list(editions), kind.value)):
                found[number].append(id_)
        return {number: tuple(ids) for number, ids in found.items()}

    def payloads(self, kind: Kind, keys: Collection[Key]) -> dict[Key, bytes]:
        """The JSON of single records, those that are gone left out."""
        asked = ([key.edition for key in keys], [key.id for key in keys], kind.value)
        with self._database.session() as session:
            rows = session.execute(_PAYLOADS, asked, binary=True).fetchall()
        return {Key(edition, id_): payload for edition, id_, payload in rows}


def _postings(records: Sequence[Record]) -> Mapping[Term, Sequence[Posting]]:
    """Where each term stands; each occurrence counts by the weight of its field."""
    found: dict[Term, list[Posting]] = {}
    for ordinal, record in enumerate(records):
        length = _length(record)
        for term, frequency in _frequencies(record).items():
            found.setdefault((record.kind, term), []).append((ordinal, frequency, length))
    return found


def _frequencies(record: Record) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for weight, text in zip(FIELD_WEIGHTS[record.kind].values(), record.fields, strict=True):
        for term in text.split():
            found[term] = found.get(term, 0.0) + weight
    return found


def _length(record: Record) -> int:
    return sum(len(text.split()) for text in record.fields)


def _numbers(session: Session, terms: Collection[Term]) -> Sequence[int]:
    """The number of each term, new ones given to those that no edition has held before."""
    ((known,),) = session.execute(_NUMBERS, _columns(terms), binary=True)
    numbers = dict(zip(terms, known or (), strict=True))
    new = [term for term, number in numbers.items() if number is None]
    if new:
        rows = session.execute(_ADD_TERMS, _columns(new), binary=True)
        numbers |= {(Kind(kind), term): number for kind, term, number in rows}
    return list(numbers.values())


def _columns(terms: Collection[Term]) -> tuple[list[str], list[str]]:
    return [kind.value for kind, _ in terms], [term for _, term in terms]


def _insert_edition(
    session: Session, edition: Edition, header: bytes, terms: Sequence[int], holding: Sequence[int]
) -> None:
    summary = edition.summary
    session.execute(
        "INSERT INTO editions VALUES (%s, false, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
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
            holding,
            header,
        ),
    )


def _copy_records(session: Session, edition: int, records: Sequence[Record]) -> None:
    with session.cursor().copy("COPY records FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(["int4", "int4", "text", "text", "int4", "bytea"])
        for ordinal, record in enumerate(records):
            copy.write_row((edition, ordinal, record.kind.value, record.id, _length(record), record.payload))


def _copy_postings(session: Session, edition: int, postings: Iterable[tuple[int, Sequence[Posting]]]) -> None:
    with session.cursor().copy("COPY postings FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(["int8", "int4", "int4", "float4", "int4"])
        for term, places in sorted(postings):
            for place in places:
                copy.write_row((term, edition, *place))
