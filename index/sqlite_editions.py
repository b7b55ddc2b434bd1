"""The texts of editions in SQLite."""

import json
from collections.abc import Collection, Iterable
from itertools import count

from index.editions import Edition, Key, Kind, Record
from index.ports import StoredEdition
from index.sqlite_database import SqliteDatabase
from index.sqlite_postings_writing import UnwrittenPostings


class SqliteEditions:
    """An EditionStore over one SQLite file; the records of an edition lie side by side."""

    def __init__(self, database: SqliteDatabase, unwritten: UnwrittenPostings) -> None:
        self._database = database
        self._unwritten = unwritten

    def stage(self, edition: Edition, header: bytes, records: Iterable[Record]) -> None:
        """Write an edition that is not in force yet, in one transaction; its terms are written with the switch, or when
        those of many editions wait.
        """
        prepared = list(records)
        with self._database.writing() as connection:
            first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM records").fetchone()[0]
            connection.execute(
                "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    edition.number,
                    edition.plan_id,
                    edition.summary.title,
                    edition.summary.organisation,
                    *(edition.summary.period or (None, None)),
                    edition.content_hash,
                    *edition.placement,
                    json.dumps(edition.sizes),
                    first,
                    first + len(prepared) - 1,
                    header,
                ),
            )
            numbered = list(zip(count(first), prepared, strict=False))
            connection.executemany(
                "INSERT INTO records VALUES (?, ?, ?, ?, ?)",
                [(number, edition.number, record.kind, record.id, record.payload) for number, record in numbered],
            )
            for number, record in numbered:
                self._unwritten.add(number, record)
            if written := self._unwritten.are_many:
                self._unwritten.write(connection)
        if written:
            self._unwritten.clear()

    def read(self, number: int) -> StoredEdition | None:
        """A whole edition, its records in the order in which they were staged."""
        with self._database.reading() as connection:
            header = connection.execute("SELECT header FROM editions WHERE number = ?", (number,)).fetchone()
            if header is None:
                return None
            rows = connection.execute(
                "SELECT kind, payload FROM records WHERE edition = ? ORDER BY number", (number,)
            ).fetchall()
        records: dict[Kind, list[bytes]] = {kind: [] for kind in Kind}
        for kind, payload in rows:
            records[Kind(kind)].append(payload)
        return StoredEdition(header[0], records)

    def ids(self, kind: Kind, editions: Collection[int]) -> dict[int, tuple[str, ...]]:
        """For each of these editions the ids of its records."""
        statement = "SELECT id FROM records WHERE edition = ? AND kind = ?"
        with self._database.reading() as connection:
            return {
                number: tuple(id_ for (id_,) in connection.execute(statement, (number, kind))) for number in editions
            }

    def payloads(self, kind: Kind, keys: Collection[Key]) -> dict[Key, bytes]:
        """The JSON of single records, those that are gone left out."""
        found: dict[Key, bytes] = {}
        with self._database.reading() as connection:
            for key in keys:
                row = connection.execute(
                    "SELECT payload FROM records WHERE edition = ? AND kind = ? AND id = ?", (key.edition, kind, key.id)
                ).fetchone()
                if row is not None:
                    found[key] = row[0]
        return found
