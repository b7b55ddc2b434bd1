from ingest.model import BoundingBox
from ingest.spanning_heads import spread

YEARS = ("", "2024", "2025", "2026", "2027")


def box(middle: float) -> BoundingBox:
    return BoundingBox(middle - 10, 0, middle + 10, 10)


def test_a_head_spans_to_its_right() -> None:
    assert spread([("", "Utfall", "Budget", "", ""), YEARS], 0, [1], ()) == ["", "Utfall", "Budget", "Budget", "Budget"]


def test_a_column_that_no_later_line_names_is_spanned_by_none() -> None:
    rows = [("", "Utfall", "", "Not"), ("", "2024", "", "")]
    assert spread(rows, 0, [1], ()) == ["", "Utfall", "", "Not"]


def test_a_head_stands_over_the_middle_of_its_span_where_places_are_known() -> None:
    rows = [("", "Utfall", "", "Budget", ""), YEARS]
    places = [[None, box(100), None, box(300), None], [None, box(100), box(200), box(300), box(400)]]
    assert spread(rows, 0, [1], places) == ["", "Utfall", "Budget", "Budget", "Budget"]
    places[0][3] = box(350)
    assert spread(rows, 0, [1], places) == ["", "Utfall", "Utfall", "Budget", "Budget"]


def test_a_lone_head_in_the_middle_spans_all() -> None:
    assert spread([("", "", "Plan", ""), ("", "2026", "2027", "2028")], 0, [1], ()) == ["", "Plan", "Plan", "Plan"]
    assert spread([("", "", "", "Plan"), ("", "2026", "2027", "2028")], 0, [1], ()) == ["", "", "", "Plan"]
