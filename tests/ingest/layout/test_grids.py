from itertools import pairwise

from ingest.layout.grids import cells, find_grids
from tests.ingest.drawn import area, lattice, line, page, right, rule

XS, YS = (50, 200, 280, 360), (100, 120, 140, 160)
ROWS = [
    [*right("2025", 276, 105), *right("2026", 356, 105)],
    [*line("Hyra", 54, 125), *right("1 670", 276, 125), *right("1 720", 356, 125)],
    [*line("Lön", 54, 145), *right("-8 374", 276, 145), *right("-8 597", 356, 145)],
]
TABLE = (("", "2025", "2026"), ("Hyra", "1 670", "1 720"), ("Lön", "-8 374", "-8 597"))


def test_rules_make_a_table() -> None:
    made = page(*ROWS, shapes=lattice(XS, YS))
    (grid,) = find_grids(made)
    found, used = cells(grid, made.words)
    assert found.rows == TABLE
    assert [[box is not None for box in boxes] for boxes in found.boxes] == [
        [bool(text) for text in row] for row in TABLE
    ]
    assert len(used) == len(made.words)


def test_filled_cells_make_one_too() -> None:
    shapes = [area(x0, y0, x1, y1) for x0, x1 in pairwise(XS) for y0, y1 in pairwise(YS)]
    made = page(*ROWS, shapes=shapes)
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows == TABLE


def test_rules_drawn_as_thin_areas_count() -> None:
    shapes = [area(XS[0], y, XS[-1], y + 1) for y in YS] + [area(x, YS[0], x + 1, YS[-1]) for x in XS]
    made = page(*ROWS, shapes=shapes)
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows == TABLE


def test_wrapped_cells_are_joined() -> None:
    extra = [*line("Politiska arvoden,", 54, 165), *line("ordförande", 54, 177), *right("-283", 276, 165)]
    made = page(*ROWS, extra, shapes=lattice(XS, (*YS, 190)))
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows[-1] == ("Politiska arvoden, ordförande", "-283", "")


def test_two_tables_side_by_side_are_two() -> None:
    other = [400.0, 480.0, 560.0]
    made = page(*ROWS, line("Bil", 404, 125), shapes=[*lattice(XS, YS), *lattice(other, YS)])
    assert [grid.box.x0 for grid in find_grids(made)] == [50, 400]


def test_words_that_a_rule_parts_fall_into_two_cells() -> None:
    made = page(line("Hyra 10", 180, 125), shapes=lattice(XS, YS))
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows == (("Hyra", "10"),)


def test_a_frame_or_an_underlining_is_no_table() -> None:
    frame = [rule(50, 100, 360, 100), rule(50, 300, 360, 300), rule(50, 100, 50, 300), rule(360, 100, 360, 300)]
    assert find_grids(page(*ROWS, shapes=frame)) == []
    assert find_grids(page(*ROWS, shapes=[rule(50, 100, 360, 100)])) == []
    assert find_grids(page(*ROWS)) == []


def test_a_background_of_the_whole_page_is_no_table() -> None:
    made = page(*ROWS, shapes=[area(0, 0, 600, 800), *lattice(XS, YS)])
    assert [grid.box.x0 for grid in find_grids(made)] == [50]


def test_a_table_open_at_its_sides_has_its_outer_columns() -> None:
    inner = [rule(x, YS[0], x, YS[-1]) for x in XS[1:-1]]
    made = page(*ROWS, shapes=[*inner, *(rule(XS[0], y, XS[-1], y) for y in YS)])
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows == TABLE


def test_rows_without_rules_between_them_are_still_rows() -> None:
    labels = [line("Hyra", 54, 124), line("Politiska", 54, 136), line("arvoden", 54, 148), line("Lön", 54, 160)]
    amounts = [right(text, 276, top) for text, top in (("1 670", 124), ("-283", 148), ("-8 374", 160))]
    amounts += [right(text, 356, top) for text, top in (("1 720", 124), ("-8 597", 160))]
    made = page(ROWS[0], *labels, *amounts, shapes=lattice(XS, (100, 120, 175)))
    (grid,) = find_grids(made)
    assert cells(grid, made.words)[0].rows == (
        ("", "2025", "2026"),
        ("Hyra", "1 670", "1 720"),
        ("Politiska arvoden", "-283", ""),
        ("Lön", "-8 374", "-8 597"),
    )
