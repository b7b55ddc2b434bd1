from ingest.layout.cells import cells_of
from ingest.model import BoundingBox
from tests.ingest.drawn import line, segments


def test_cells_have_their_text_and_their_place_and_empty_rows_go() -> None:
    upper, lower = segments(line("Politiska arvo-", 50, 100), line("den", 50, 112))
    found = cells_of([[[upper, lower], []], [[], []]])
    assert found.rows == (("Politiska arvoden", ""),)
    assert found.boxes == ((BoundingBox(50, 100, 123, 122), None),)
