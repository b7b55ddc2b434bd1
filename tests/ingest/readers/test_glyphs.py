import pytest

from ingest.pages import Style
from ingest.readers.glyphs import SLANT, Rectangle, Run, along, goes_on, is_raised, main_direction, superscript, written

STYLE = Style(10.0, bold=False, color=(0, 0, 0))
BOX: Rectangle = (10.0, 20.0, 16.0, 30.0)


def run(text: str, quarter: int | None = 0) -> Run:
    made = Run(STYLE, quarter, BOX)
    start, end, made.base, made.tall = along(BOX, quarter)
    for char in text:
        made.add(char, BOX, start, end)
    return made


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [(0, (10, 16, 20, 10)), (1, (20, 30, -16, 6)), (2, (-16, -10, -30, 10)), (3, (-30, -20, 10, 6))],
)
def test_a_line_is_measured_along_its_own_direction(quarter: int, expected: tuple[float, ...]) -> None:
    assert along(BOX, quarter) == expected


def test_a_run_goes_on_until_white_or_another_line() -> None:
    made = run("a")
    assert goes_on(made, 16.5, 20.0)
    assert not goes_on(made, 19.0, 20.0)
    assert not goes_on(made, 16.5, 32.0)


def test_the_letters_of_a_ligature_stand_in_one_place() -> None:
    assert goes_on(run("f"), 10.0, 20.0)


@pytest.mark.parametrize(
    ("char", "tall", "base", "raised"),
    [("2", 6, 24, True), ("2", 10, 24, False), ("2", 6, 20, False), ("m", 6, 24, False)],
)
def test_small_digits_over_the_base_line_are_marks(char: str, tall: float, base: float, raised: bool) -> None:
    assert is_raised(run("a"), ord(char), 16.0, base, tall) is raised


def test_characters_are_written_plainly() -> None:
    assert "".join(map(written, map(ord, "\ufb01\u2010\u00ad²Å"))) == "fi--²Å"
    assert superscript("12)") == "¹²)"


def test_halves_of_one_sign_are_made_whole() -> None:
    assert run("\ud83c\udf31").characters == "\U0001f331"
    assert run("a\ud83c").characters == "a\ufffd"


def test_the_direction_of_most_characters_is_the_page_s() -> None:
    assert main_direction([run("abc", 1), run("ab"), run("abcdef", SLANT)]) == 1
    assert main_direction([]) == 0


def test_letters_that_follow_closely_are_one_word_though_a_line_end_is_told_between_them() -> None:
    made = run("a")
    assert goes_on(made, 16.5, 20.0, 0.1)
    assert not goes_on(made, 17.5, 20.0, 0.1)
