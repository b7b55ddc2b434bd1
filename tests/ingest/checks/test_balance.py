from ingest.model import Severity
from tests.ingest.checks.found import only, rules
from tests.ingest.made import Rows, grid


def sheet(assets: str = "120", funding: str = "120", label: str = "Summa skulder och eget kapital") -> Rows:
    return [("tkr", "2025", "2026"), ("Summa tillgångar", "110", assets), (label, "110", funding)]


def test_assets_that_are_not_what_pays_for_them_are_an_error() -> None:
    found = only(grid(sheet(funding="125")))
    assert (found.rule, found.severity) == ("balance", Severity.ERROR)
    assert found.message.startswith("Summa tillgångar för Norrviks kommun 2026 är tryckt som 120, men Summa skulder")
    assert "som 125" in found.message


def test_a_balance_that_holds_to_the_last_place_or_has_another_form_is_silent() -> None:
    assert rules(sheet()) == []
    assert rules(sheet(funding="-121")) == []
    assert rules(sheet(funding="125", label="Summa skulder")) == []
