from ingest.layout.justified import stretched_seams
from ingest.layout.lines import rows_of
from tests.ingest.drawn import line, segments, set_width

USUAL = "Avgiften för bryggan höjs lite i år"
"""A line of usual running text, which tells how wide the column is."""
END = line(USUAL, 50, 50)[-1].box.x1


def stretched(text: str, top: float) -> list[object]:
    """A line with its white spread so that it is as wide as the usual one."""
    words = text.split()
    space = (END - 50 - sum(set_width(word) for word in words)) / (len(words) - 1)
    return list(line(text, 50, top, space=space))


def texts(*runs: object) -> list[str]:
    return [segment.text for segment in segments(*runs)]  # type: ignore[arg-type]


def test_a_line_stretched_to_the_columns_width_is_one_with_the_numbers_in_it() -> None:
    assert texts(line(USUAL, 50, 50), stretched("med 1 790 tkr till", 63)) == [USUAL, "med 1 790 tkr till"]


def test_amounts_far_apart_are_no_line() -> None:
    assert len(texts(line(USUAL, 50, 50), stretched("Hyra 1 790 2 880", 63))) > 2


def test_words_far_apart_without_a_line_of_that_width_near_are_no_line() -> None:
    assert not stretched_seams(rows_of(stretched("Namn Plats Avgift Moms", 63)))  # type: ignore[arg-type]
