from ingest.layout.lines import rows_of
from tests.ingest.drawn import line, right, segments


def texts(*runs: object) -> list[str]:
    return [segment.text for segment in segments(*runs)]  # type: ignore[arg-type]


def test_words_on_one_base_line_are_a_row_from_left_to_right() -> None:
    words = [*line("världen", 100, 50), *line("Hej", 50, 51), *line("under", 50, 70)]
    assert [[word.text for word in row] for row in rows_of(words)] == [["Hej", "världen"], ["under"]]


def test_larger_print_stands_on_the_same_line() -> None:
    words = [*line("Stor", 50, 46, 14), *line("liten", 100, 50)]
    assert [[word.text for word in row] for row in rows_of(words)] == [["Stor", "liten"]]


def test_usual_spaces_join_and_wide_ones_part() -> None:
    assert texts(line("Ett två tre", 50, 50)) == ["Ett två tre"]
    assert texts([*line("Ett", 50, 50), *line("två", 90, 50)]) == ["Ett", "två"]


def test_thousands_join_and_columns_part() -> None:
    assert texts([*right("10 447", 200, 50), *right("10 760", 260, 50)]) == ["10 447", "10 760"]


def test_a_label_is_parted_from_its_amount() -> None:
    assert texts([*line("Hyra", 50, 50), *line("1 670", 77, 50)]) == ["Hyra", "1 670"]


def test_a_bullet_or_number_stays_with_its_item() -> None:
    assert texts([*line("•", 50, 50), *line("Mötas oftare", 70, 50)]) == ["• Mötas oftare"]
    assert texts([*line("1.", 50, 50), *line("Mötas oftare", 80, 50)]) == ["1. Mötas oftare"]


def test_a_share_stays_with_its_post_at_the_start_of_a_row_only() -> None:
    assert texts([*line("75%", 50, 50), *line("Strateg", 80, 50)]) == ["75% Strateg"]
    assert texts([*line("Hyra", 10, 50), *line("75%", 50, 50), *line("Strateg", 80, 50)]) == ["Hyra", "75%", "Strateg"]


def test_a_justified_line_is_one_where_the_next_runs_across_its_gaps() -> None:
    stretched = [*line("Förbundet", 50, 50), *line("verkar", 112, 50)]
    assert texts(stretched, line("för samverkan mellan alla", 50, 63)) == [
        "Förbundet verkar",
        "för samverkan mellan alla",
    ]
    assert texts(stretched, [*line("för alla", 50, 63), *line("länet", 112, 63)])[:2] == ["Förbundet", "verkar"]


def test_a_gutter_between_columns_stays() -> None:
    left, right_column = [line("Vänster spalt", 50, 50 + 13 * n) for n in range(4)], 200
    assert len(texts(*left, *[line("Höger spalt", right_column, 50 + 13 * n) for n in range(4)])) == 8


def test_a_segment_is_bold_when_all_its_words_are() -> None:
    (one,) = segments(line("Summa kostnader", 50, 50, bold=True))
    (two,) = segments([*line("Summa", 50, 50, bold=True), *line("kostnader", 78, 50)])
    assert (one.bold, two.bold) == (True, False)


def test_no_words_make_no_segments() -> None:
    assert segments() == []
