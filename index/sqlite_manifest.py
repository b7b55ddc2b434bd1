"""The manifest in SQLite: which edition of each plan is in force, switched in one transaction."""

import json
import sqlite3
from typing import Any

from index.editions import Edition, Kind, Manifest, Placement, PlanSummary, Switch
from index.sqlite_database import SqliteDatabase
from index.sqlite_postings import Span
from index.sqlite_postings_writing import UnwrittenPostings, erase_postings


class SqliteManifests:
    """A ManifestStore over one SQLite file."""

    def __init__(self, database: SqliteDatabase, unwritten: UnwrittenPostings) -> None:
        self._database = database
        self._unwritten = unwritten

    def revision(self) -> int:
        """Number of the latest switch."""
        with self._database.connection() as connection:
            return _revision(connection)

    def read(self) -> Manifest:
        """The manifest as of one moment."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT number, plans.plan_id, title, organisation, begins, ends, "
                "content_hash, generation, embedder, sizes "
                "FROM plans JOIN editions ON number = edition ORDER BY plans.plan_id"
            ).fetchall()
            return Manifest(_revision(connection), {row[1]: _edition(row) for row in rows})

    def reserve(self) -> int:
        """A number never given before."""
        with self._database.writing() as connection:
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'sequence'")
            return int(connection.execute("SELECT value FROM meta WHERE key = 'sequence'").fetchone()[0])

    def publish(self, switch: Switch) -> None:
        """Make the switch and erase every edition that is then not in force, from the file and from its log."""
        with self._database.writing(durably=True) as connection:
            connection.executemany("DELETE FROM plans WHERE plan_id = ?", [(plan_id,) for plan_id in switch.leave])
            connection.executemany(
                "REPLACE INTO plans SELECT plan_id, number FROM editions WHERE number = ?",
                [(number,) for number in switch.enter],
            )
            connection.executemany(
                "UPDATE editions SET generation = ?, embedder = ? WHERE number = ?",
                [(*placement, number) for number, placement in switch.move.items()],
            )
            if switch:
                connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'revision'")
            if switch.enter:
                self._unwritten.write(connection)
            erased = _erase_what_is_not_in_force(connection)
        self._unwritten.clear()
        if erased:
            self._database.truncate_log()


def _revision(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT value FROM meta WHERE key = 'revision'").fetchone()[0])


def _edition(row: tuple[Any, ...]) -> Edition:
    number, plan_id, title, organisation, begins, ends, content_hash, generation, embedder, sizes = row
    summary = PlanSummary(plan_id, title, organisation, None if begins is None else (begins, ends))
    placement = Placement(generation, embedder)
    return Edition(number, summary, content_hash, placement, {Kind(kind): n for kind, n in json.loads(sizes).items()})


def _erase_what_is_not_in_force(connection: sqlite3.Connection) -> bool:
    gone = connection.execute(
        "SELECT number, first, last FROM editions WHERE number NOT IN (SELECT edition FROM plans)"
    ).fetchall()
    if not gone:
        return False
    erase_postings(connection, [Span(first, last) for _, first, last in gone if first <= last])
    connection.executemany("DELETE FROM editions WHERE number = ?", [(number,) for number, *_ in gone])
    return True
