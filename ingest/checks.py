"""What does not add up in a plan: a list of small checks over its tables, each giving findings in plain Swedish.

Tolerance: half a unit of the last printed place for each operand.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.figures import SUM_WORDS
from ingest.model import Figure, FigureKind, Finding, Plan, Severity
from ingest.table_reading import is_undivided

Check = Callable[[Plan], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one table column, in row order."""

    figure: Figure

    @property
    def head(self) -> str:
        """The sub-heading inside the table, or nothing."""
        inside = self.figure.path[len(self.figure.source.section_path) :]
        return inside[0] if inside else ""

    @property
    def depth(self) -> int:
        """How many sub-headings stand over the row inside the table."""
        return len(self.figure.path) - len(self.figure.source.section_path)


def findings_of(plan: Plan) -> tuple[Finding, ...]:
    """Everything that the checks find in a plan."""
    return tuple(dict.fromkeys(finding for check in CHECKS for finding in check(plan)))


def _columns(plan: Plan) -> Iterator[list[Cell]]:
    columns: dict[tuple[int, int], list[Cell]] = {}
    for figure in plan.figures:
        table, row, column = figure.source.table, figure.source.row, figure.source.column
        if table is None or row is None or column is None:
            continue
        if plan.tables[table].rows[row][column].startswith(figure.as_printed):
            columns.setdefault((table, column), []).append(Cell(figure))
    yield from columns.values()


def rows_against_sums(plan: Plan) -> Iterator[Finding]:
    """Each printed sum against the rows that it stands under."""
    for column in _columns(plan):
        start = 0
        for index, cell in enumerate(column):
            if not SUM_WORDS.match(cell.figure.label):
                continue
            rows = [c for c in column[start:index] if c.head == cell.head or not cell.head]
            last = column[start - 1].figure if start else None
            start = index + 1
            if not _unread_rows(plan, last, cell.figure):
                yield from _sum_finding(cell.figure, _outermost(rows, last.value if last is not None else None))


def _unread_rows(plan: Plan, last: Figure | None, total: Figure) -> bool:
    """Whether figures that could not be parted into columns stand between the last sum and this one."""
    table, start = total.source.table, (last.source.row or 0) if last is not None else 0
    rows = plan.tables[table].rows[start : total.source.row] if table is not None else ()
    return any(is_undivided(row) for row in rows)


def _outermost(rows: Sequence[Cell], carried: Decimal | None) -> list[Figure]:
    """The rows that a sum adds up: a subtotal stands for its rows, or for the `carried` last sum and the rows after."""
    if not rows:
        return []
    least = min(cell.depth for cell in rows)
    outer = [c.figure for c in rows if c.depth == least and c.figure.kind is not FigureKind.RESULT]
    kept: list[Figure] = []
    for figure in outer:
        added = sum((f.value for f in kept), Decimal(0))
        net = carried is not None and len(kept) > 0 and figure.value == carried + added
        subtotal = net or (len(kept) > 1 and figure.value == added)
        kept = [figure] if subtotal else [*kept, figure]
    return kept


def _sum_finding(total: Figure, rows: Sequence[Figure]) -> Iterator[Finding]:
    if len(rows) < 2 or not _same_side(total, rows):
        return
    signed = sum((row.value for row in rows), Decimal(0))
    magnitudes = sum((abs(row.value) for row in rows), Decimal(0))
    slack = _tolerance([total, *rows])
    if min(abs(abs(total.value) - abs(signed)), abs(abs(total.value) - magnitudes)) > slack:
        yield Finding(
            Severity.ERROR,
            "rows-sum",
            f"{_name(total)} är tryckt som {total.as_printed}, men raderna ger {_plain(signed)} "
            f"(skillnad {_plain(abs(total.value) - abs(signed))}).",
            (total.source, *(row.source for row in rows)),
        )
    elif abs(abs(total.value) - abs(signed)) > slack:
        odd = [row for row in rows if (row.value < 0) != (signed < 0) and row.value != 0]
        names = ", ".join(row.label for row in odd)
        yield Finding(
            Severity.NOTICE,
            "missing-sign",
            f"{_name(total)} stämmer bara om {names} läses med samma tecken som de andra raderna; "
            "tecknet är inte utsatt.",
            tuple(row.source for row in (total, *odd)),
        )


def _same_side(total: Figure, rows: Sequence[Figure]) -> bool:
    """A total over income and cost together is a result under another name and no sum."""
    sides = {row.kind for row in rows} & {FigureKind.INCOME, FigureKind.COST}
    return len(sides) < 2 and all(row.unit == total.unit for row in rows)


def sums_against_results(plan: Plan) -> Iterator[Finding]:
    """Income less cost against the printed result; rows between may be printed as costs or as what they add."""
    for column in _columns(plan):
        figures = [cell.figure for cell in column]
        sums = [f for f in figures if f.kind is FigureKind.SUM]
        results = [f for f in figures if f.kind is FigureKind.RESULT]
        if len(sums) != 2 or len(results) != 1 or figures[-1] is not results[0]:
            continue
        between = figures[figures.index(sums[1]) + 1 : -1]
        difference, rest = abs(sums[0].value) - abs(sums[1].value), sum((f.value for f in between), Decimal(0))
        expected = min(difference - rest, difference + rest, key=lambda value: abs(value - results[0].value))
        if abs(expected - results[0].value) > _tolerance([*sums, *between, *results]):
            yield Finding(
                Severity.ERROR,
                "sums-result",
                f"{_name(results[0])} är tryckt som {results[0].as_printed}, men summorna ger {_plain(expected)}.",
                tuple(f.source for f in (results[0], *sums, *between)),
            )


def parts_against_whole(plan: Plan) -> Iterator[Finding]:
    """The units' rows added up against the organisation's, where the units' totals add up to its total."""
    whole = [f for f in plan.figures if f.owner == plan.organisation and f.source.table is not None]
    for total in (f for f in whole if f.kind is FigureKind.SUM):
        parts = _parts(plan, total)
        if len(parts) < 3 or abs(sum((abs(p.value) for p in parts), Decimal(0)) - abs(total.value)) > _tolerance(parts):
            continue
        table = [f for f in whole if f.source.table == total.source.table and f.year == total.year]
        for figure in (f for f in table if f.kind not in {FigureKind.SUM, FigureKind.RESULT}):
            units = _parts(plan, figure)
            added = sum((p.value for p in units), Decimal(0))
            if len(units) == len(parts) and abs(added - figure.value) > _tolerance([figure, *units]):
                yield Finding(
                    Severity.ERROR,
                    "parts-whole",
                    f"{_name(figure)} är tryckt som {figure.as_printed} för helheten, men delarna ger {_plain(added)}.",
                    tuple(f.source for f in (figure, *units)),
                )


def _parts(plan: Plan, whole: Figure) -> list[Figure]:
    return [
        f
        for f in plan.figures
        if f.label.casefold() == whole.label.casefold()
        and f.year == whole.year
        and f.kind == whole.kind
        and f.owner not in {None, plan.organisation}
        and f.source.table is not None
    ]


def _tolerance(figures: Sequence[Figure]) -> Decimal:
    return sum((_half_a_place(figure.value) for figure in figures), Decimal(0))


def _half_a_place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _name(figure: Figure) -> str:
    year = f" {figure.year}" if figure.year is not None else ""
    owner = f" för {figure.owner}" if figure.owner else ""
    return f"{figure.label}{owner}{year}"


def _plain(value: Decimal) -> str:
    text = f"{value:,}".replace(",", "\u00a0").replace(".", ",")
    return text.replace("-", "\u2212")


def owners_left_open(plan: Plan) -> Iterator[Finding]:
    """Tables that the document does not tell whose they are."""
    for table in plan.tables:
        if (
            table.owner is None
            and plan.organisation
            and any(f.source.table == table.source.table for f in plan.figures)
        ):
            yield Finding(
                Severity.NOTICE,
                "owner-open",
                f"Det framgår inte vems tabellen under {table.caption} är: {table.rows[-1][0]} {table.rows[-1][-1]}.",
                (table.source,),
            )


CHECKS: tuple[Check, ...] = (rows_against_sums, sums_against_results, parts_against_whole, owners_left_open)
"""The policy: a new check is one function and one entry."""
