import pytest

from ingest.model import Severity
from ingest.pages import Block
from tests.ingest.checks.found import findings, only
from tests.ingest.made import grid, heading, paragraph


def unit(name: str, staff: str, rent: str, total: str, page: int | None = None) -> tuple[Block, Block, Block]:
    rows = [("tkr", "2025"), ("Personal", staff), ("Hyra", rent), ("Bilar", "0"), ("Summa kostnader", total)]
    return heading(name, 2, page), paragraph("Vi arbetar.", page), grid(rows, page)


PARTS = (*unit("Kansli", "10", "5", "15"), *unit("Museum", "20", "5", "25"), *unit("Skola", "30", "5", "35"))
OVERVIEW = [("tkr", "2025"), ("Kansli", "15"), ("Museum", "25"), ("Skola", "35"), ("Summa", "75")]


def test_units_that_add_up_to_the_whole_give_nothing() -> None:
    assert findings(*unit("Samlad verksamhet", "60", "15", "75"), *PARTS) == ()


def test_the_units_against_the_whole() -> None:
    found = findings(*unit("Samlad verksamhet", "65", "10", "75", page=2), *PARTS)
    assert [(finding.rule, finding.severity) for finding in found] == [("parts-whole", Severity.ERROR)] * 2
    assert [finding.message for finding in found] == [
        "Personal för Norrviks kommun 2025 är tryckt som 65 för helheten, men delarna ger 60, "
        "se avsnittet Samlad verksamhet.",
        "Hyra för Norrviks kommun 2025 är tryckt som 10 för helheten, men delarna ger 15, "
        "se avsnittet Samlad verksamhet.",
    ]
    assert found[0].sources[0].page == 2


def test_a_whole_whose_sums_are_not_the_units_is_no_finding() -> None:
    assert findings(*unit("Samlad verksamhet", "65", "15", "80"), *PARTS) == ()


def test_a_sum_of_one_year_is_held_to_units_that_are_complete_in_another() -> None:
    def both(name: str, first: str, second: str) -> tuple[Block, Block, Block]:
        rows = [
            ("", "2025", "2024"),
            ("Resor", first, second),
            ("Lokaler", "0", "0"),
            ("Summa kostnader", first, second),
        ]
        return heading(name, 2), paragraph("Vi arbetar."), grid(rows)

    parts = (*both("Kansli", "15", "12"), *both("Museum", "25", "21"), *both("Skola", "35", "32"))
    assert findings(*both("Samlad verksamhet", "75", "65"), *parts) == ()
    messages = " ".join(finding.message for finding in findings(*both("Samlad verksamhet", "75", "69"), *parts))
    assert "Summa kostnader för Norrviks kommun 2024 är tryckt som 69 för helheten, men delarna ger 65" in messages


def test_an_overview_of_the_units_agrees_with_their_own_tables() -> None:
    assert findings(heading("Översikt", 2), grid(OVERVIEW), *PARTS) == ()


def test_an_overview_against_the_units_own_tables() -> None:
    rows = [*OVERVIEW[:2], ("Museum", "28"), ("Skola", "35"), ("Summa", "78")]
    finding = only(heading("Översikt", 2), grid(rows), *PARTS)
    assert (finding.rule, finding.severity) == ("parts-whole", Severity.ERROR)
    assert finding.message.startswith("Museum 2025 är tryckt som 28 i översikten, men Summa kostnader i Museums egen")


@pytest.mark.parametrize("count", [2])
def test_a_table_that_nobody_is_known_to_own_is_a_notice(count: int) -> None:
    rows = [("", "2025"), ("Avgift", "1"), ("Personal", "2"), ("Hyra", "3"), ("Bilar", "4")]
    other = [("", "2025"), ("Avgift", "5"), ("Personal", "6"), ("Hyra", "7"), ("Bilar", "8")]
    found = findings(grid(rows), grid(other))
    assert [(finding.rule, finding.severity) for finding in found] == [("owner-open", Severity.NOTICE)] * count
