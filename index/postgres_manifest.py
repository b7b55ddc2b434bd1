"""The manifest in PostgreSQL: which edition of each plan is in force, switched in one transaction."""

from index.editions import Edition, Kind, Manifest, Placement, PlanSummary, Switch
from index.psycopg_database import PostgresDatabase, Session

_LEAVING = """
SELECT number FROM editions
WHERE in_force AND (plan_id = ANY(%s) OR plan_id IN (SELECT plan_id FROM editions WHERE number = ANY(%s)))
"""

_MOVE = """
UPDATE editions SET generation = moved.generation, embedder = moved.embedder
FROM unnest(%s::integer[], %s::integer[], %s::text[]) AS moved (number, generation, embedder)
WHERE editions.number = moved.number
"""

_COUNT_TERMS = """
UPDATE terms SET records = terms.records + change.records FROM (
    SELECT term, sum(sign * held) AS records
    FROM unnest(%(numbers)s::integer[], %(signs)s::integer[]) AS changing (number, sign) JOIN editions USING (number)
    CROSS JOIN unnest(terms, holding) AS each (term, held) GROUP BY term
) AS change WHERE change.records != 0 AND terms.number = change.term
"""

_COUNT_RECORDS = """
INSERT INTO totals
SELECT kind, sum(sign), sum(sign * length)
FROM unnest(%(numbers)s::integer[], %(signs)s::integer[]) AS changing (number, sign) JOIN records ON edition = number
GROUP BY kind ON CONFLICT (kind)
DO UPDATE SET records = totals.records + excluded.records, tokens = totals.tokens + excluded.tokens
"""

_ERASE_POSTINGS = """
DELETE FROM postings USING (SELECT number, unnest(terms) AS term FROM editions WHERE number = ANY(%s)) AS gone
WHERE postings.term = gone.term AND postings.edition = gone.number
"""

_ERASE_TERMS = """
DELETE FROM terms
WHERE records = 0 AND number IN (SELECT unnest(terms) FROM editions WHERE editions.number = ANY(%s))
"""


class PostgresManifests:
    """A ManifestStore over one schema.

    What is not in force is deleted with the switch and its place freed by a VACUUM at once, so that no query, dump or
    new copy of the database holds it. Its bytes stay in free parts of the server's files until other rows are written
    there, and in its write-ahead log until that is recycled, or archived and deleted by whoever runs the server; only
    `VACUUM FULL`, which locks everybody out while it copies every table, would shorten the first.
    """

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database

    def revision(self) -> int:
        """Number of the latest switch."""
        with self._database.session() as session:
            return int(session.execute("SELECT revision FROM library").fetchall()[0][0])

    def read(self) -> Manifest:
        """The manifest as of one moment."""
        statement = (
            "SELECT revision, number, plan_id, title, organisation, begins, ends, content_hash, generation, embedder, "
            "sizes FROM library LEFT JOIN editions ON in_force ORDER BY plan_id"
        )
        with self._database.session() as session:
            rows = session.execute(statement).fetchall()
        editions = [_edition(*row[1:]) for row in rows if row[1] is not None]
        return Manifest(rows[0][0], {edition.plan_id: edition for edition in editions})

    def reserve(self) -> int:
        """A number never given before."""
        with self._database.session() as session:
            return int(session.execute("SELECT nextval('numbers')").fetchall()[0][0])

    def publish(self, switch: Switch) -> None:
        """Make the switch and erase every edition that is then not in force."""
        with self._database.writing() as session:
            if switch:
                _make(session, switch)
            erased = _erase_what_is_not_in_force(session)
        if erased:
            self._database.vacuum("editions", "records", "terms", "totals", "postings", "library")
        elif switch.enter:
            self._database.vacuum("postings")


def _make(session: Session, switch: Switch) -> None:
    entering = list(switch.enter)
    leaving = [number for (number,) in session.execute(_LEAVING, (list(switch.leave), entering))]
    change = {"numbers": leaving + entering, "signs": [-1] * len(leaving) + [1] * len(entering)}
    session.execute(_COUNT_TERMS, change)
    session.execute(_COUNT_RECORDS, change)
    session.execute("UPDATE editions SET in_force = false WHERE number = ANY(%s)", (leaving,))
    session.execute("UPDATE editions SET in_force = true WHERE number = ANY(%s)", (entering,))
    if switch.move:
        placements = switch.move.values()
        generations, embedders = [each.generation for each in placements], [each.embedder for each in placements]
        session.execute(_MOVE, (list(switch.move), generations, embedders))
    session.execute("UPDATE library SET revision = revision + 1")


def _edition(
    number: int,
    plan_id: str,
    title: str,
    organisation: str,
    begins: int | None,
    ends: int | None,
    content_hash: str,
    generation: int,
    embedder: str,
    sizes: dict[str, int],
) -> Edition:
    period = None if begins is None or ends is None else (begins, ends)
    summary = PlanSummary(plan_id, title, organisation, period)
    placement = Placement(generation, embedder)
    return Edition(number, summary, content_hash, placement, {Kind(kind): size for kind, size in sizes.items()})


def _erase_what_is_not_in_force(session: Session) -> bool:
    gone = [number for (number,) in session.execute("SELECT number FROM editions WHERE NOT in_force")]
    if gone:
        session.execute(_ERASE_POSTINGS, (gone,))
        session.execute(_ERASE_TERMS, (gone,))
        session.execute("DELETE FROM records WHERE edition = ANY(%s)", (gone,))
        session.execute("DELETE FROM editions WHERE number = ANY(%s)", (gone,))
    return bool(gone)
