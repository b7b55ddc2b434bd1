from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.page_pieces import pieces_of
from ingest.pages import PageContent, Shape, Word
from tests.ingest.drawn import area, line, page, row, rule

XS = (50.0, 200.0, 260.0, 320.0)
EDGES = (256.0, 316.0)
BODY = [("Hyra", ("1 670", "1 720")), ("Lön", ("-8 374", "-8 597")), ("Bilar", ("40", "45")), ("Summa", ("1", "2"))]
TABLE = "Drift/2025/2026|Hyra/1 670/1 720|Lön/-8 374/-8 597|Bilar/40/45|Summa/1/2"


def across(top: float, bottom: float) -> list[Shape]:
    """A row's cells, each drawn by itself."""
    return [area(a, top, b, bottom) for a, b in pairwise(XS)]


def ruled(y: float) -> list[Shape]:
    return [rule(a, y, b, y + 0.5) for a, b in pairwise(XS)]


def words(top: float = 102, heads: Sequence[str] = ("2025", "2026")) -> list[list[Word]]:
    """A table of which every row is 16 points high, its names of columns first."""
    found = [row("Drift", heads, 54, top, EDGES)]
    return found + [row(label, cells, 54, top + 16 * n, EDGES) for n, (label, cells) in enumerate(BODY, 1)]


def told(made: PageContent) -> list[str]:
    cells = [piece.cells.rows for piece in pieces_of(made, made.words) if piece.cells is not None]
    return ["|".join("/".join(row) for row in rows) for rows in cells]


def test_every_other_row_shaded_cell_by_cell_is_one_table_with_the_rows_between_and_after() -> None:
    assert told(page(*words(), shapes=[*across(100, 116), *across(132, 148), *across(148 + 16, 180)])) == [TABLE]
    text = [[*line("Ett mål", 54, 102 + 16 * n), *line("En insats", 204, 102 + 16 * n)] for n in range(4)]
    (found,) = told(page(*text, shapes=[*across(100, 116), *across(132, 148)]))
    assert found == "|".join(["Ett mål/En insats"] * 4)


def test_rules_under_each_row_cell_by_cell_are_one_table_with_the_names_over_the_first() -> None:
    shapes = [shape for n in range(1, 6) for shape in ruled(100 + 16 * n - 1)]
    assert told(page(*words(heads=("Utfall", "Plan")), shapes=shapes)) == [TABLE.replace("2025/2026", "Utfall/Plan")]


def test_rules_around_the_sum_alone_leave_the_table_whole() -> None:
    sums = [*BODY, ("Resultat", ("3", "4"))]
    rows = [row("Drift", ("2025", "2026"), 54, 102, EDGES)]
    rows += [row(label, cells, 54, 102 + 16 * n, EDGES) for n, (label, cells) in enumerate(sums, 1)]
    shapes = [*ruled(164), *ruled(180), *ruled(196)]
    assert told(page(*rows, shapes=shapes)) == [f"{TABLE}|Resultat/3/4"]


def test_shaded_sums_are_no_table_of_their_own() -> None:
    sums = [*BODY, ("Resultat", ("3", "4"))]
    rows = [row("Drift", ("2025", "2026"), 54, 102, EDGES)]
    rows += [row(label, cells, 54, 102 + 16 * n, EDGES) for n, (label, cells) in enumerate(sums, 1)]
    assert told(page(*rows, shapes=[*across(164, 180), *across(180, 196)])) == [f"{TABLE}|Resultat/3/4"]


def test_two_tables_of_the_same_columns_with_white_or_a_heading_between_stay_two() -> None:
    shapes = [*across(100, 116), *across(132, 148), *across(164, 180)]
    below = [area(s.box.x0, s.box.top + 120, s.box.x1, s.box.bottom + 120) for s in shapes]
    assert told(page(*words(), *words(222), shapes=[*shapes, *below])) == [TABLE, TABLE]
    head = line("Museum", 54, 197, 14, bold=True)
    assert told(page(*words(), head, *words(222), shapes=[*shapes, *below])) == [TABLE, TABLE]
