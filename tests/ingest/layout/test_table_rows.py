from ingest.layout.lines import Segment
from ingest.layout.table_rows import lines_of, rows_of_lines
from ingest.pages import Word
from tests.ingest.drawn import line, right, segments


def rows(*runs: list[Word], edges: tuple[float, ...] = ()) -> list[str]:
    pieces = segments(*runs)
    labels = {id(piece) for piece in pieces if not piece.text.isdigit()}

    def told(row: list[list[Segment]]) -> str:
        return " ".join(piece.text for row_line in row for piece in row_line)

    return [told(row) for row in rows_of_lines(lines_of(pieces), labels, edges)]


def post(label: str, amount: str, top: float) -> list[Word]:
    return [*line(label, 50, top), *right(amount, 250, top)]


def test_lines_nearer_to_each_other_than_rows_are_one_row() -> None:
    assert rows(
        post("Hyra", "10", 100),
        post("Bidrag till", "20", 120),
        line("Museet", 50, 131),
        post("El", "5", 151),
        post("Gas", "6", 171),
    ) == ["Hyra 10", "Bidrag till 20 Museet", "El 5", "Gas 6"]


def test_at_one_distance_words_tell_whether_a_label_goes_on() -> None:
    assert rows(
        post("Hyra", "10", 100), line("Politiska arvoden,", 50, 113), post("Revision", "20", 126), post("El", "5", 139)
    ) == ["Hyra 10", "Politiska arvoden, Revision 20", "El 5"]
    assert rows(
        post("Hyra", "10", 100), line("KOSTNADER", 50, 113), post("Revision", "20", 126), post("El", "5", 139)
    ) == [
        "Hyra 10",
        "KOSTNADER",
        "Revision 20",
        "El 5",
    ]


def test_rules_part_rows_where_each_band_has_one_line_of_amounts() -> None:
    made = [post("Hyra", "10", 100), post("Bidrag", "20", 115), line("Museet", 50, 128), post("El", "5", 143)]
    assert rows(*made, edges=(98, 112, 140, 155)) == ["Hyra 10", "Bidrag 20 Museet", "El 5"]
    assert rows(*made, edges=(98, 155))[0] == "Hyra 10"


def test_a_bold_label_is_not_the_rest_of_a_plain_one() -> None:
    made = [post("Hyra", "10", 100), post("Lön", "20", 120), line("Summa", 50, 131, bold=True), post("El", "5", 151)]
    assert "Summa" in rows(*made)
