import pytest

from ingest.model import Severity
from ingest.pages import Block
from tests.ingest.checks.found import findings, only
from tests.ingest.made import Rows, grid, heading, item, paragraph

RESULTS: Rows = [
    ("mnkr", "2025", "2026", "2027"),
    ("Verksamhetens intäkter", "100,0", "100,0", "100,0"),
    ("Verksamhetens kostnader", "-600,0", "-610,0", "-622,0"),
    ("Verksamhetens nettokostnader", "-500,0", "-510,0", "-522,0"),
    ("Skatteintäkter", "400,0", "405,0", "410,0"),
    ("Generella statsbidrag", "110,0", "112,0", "114,0"),
    ("Årets resultat", "10,0", "7,0", "2,0"),
]
BALANCE: Rows = [
    ("mnkr", "2025", "2026", "2027"),
    ("Eget kapital", "300,0", "307,0", "309,0"),
    ("Skulder", "300,0", "313,0", "331,0"),
    ("Summa eget kapital och skulder", "600,0", "620,0", "640,0"),
    ("Mark", "500,0", "520,0", "540,0"),
    ("Kassa", "100,0", "100,0", "100,0"),
    ("Summa tillgångar", "600,0", "620,0", "640,0"),
]
EVEN: Rows = [
    ("tkr", "2025", "2026"),
    ("Avgifter", "100", "110"),
    ("Bidrag", "20", "20"),
    ("Summa intäkter", "120", "130"),
    ("Lokaler", "90", "95"),
    ("Resor", "30", "30"),
    ("Summa kostnader", "120", "125"),
    ("Resultat", "0", "5"),
]


def plan_with(goal: str, *tables: Rows, head: str = "Finansiella mål") -> tuple[Block, ...]:
    return (heading(head, page=2), item(f"• {goal}"), *(grid(rows, page=5) for rows in tables))


@pytest.mark.parametrize(
    ("goal", "tables", "head"),
    [
        ("Resultatet ska uppgå till minst 0,3 % av skatteintäkter och statsbidrag.", [RESULTS], "Finansiella mål"),
        ("Resultatet ska vara minst 2 % av skatteintäkter och statsbidrag.", [RESULTS], "Finansiella mål 2025"),
        ("Resultatet ska i genomsnitt vara minst 2 % av skatteintäkterna.", [RESULTS], "Finansiella mål"),
        ("Soliditeten ska vara minst 48 %.", [BALANCE], "Finansiella mål"),
        ("Det egna kapitalet ska vara lägst 300 mnkr.", [BALANCE], "Finansiella mål"),
        ("Nettokostnaderna ska vara högst 100 % av skatter och statsbidrag.", [RESULTS], "Finansiella mål"),
        ("Kostnaderna ska inte överstiga intäkterna.", [EVEN], "Finansiella mål"),
        ("Intäkterna ska överstiga kostnaderna.", [EVEN], "Finansiella mål 2026"),
        ("Minst 85 % ska vara nöjda.", [RESULTS], "Mål"),
        ("Soliditeten ska vara minst 60 %.", [RESULTS], "Finansiella mål"),
        ("Resultatet ska uppgå till minst 5 mnkr.", [EVEN], "Bakgrund"),
    ],
)
def test_a_goal_that_the_budget_meets_or_tells_nothing_of_gives_nothing(
    goal: str, tables: list[Rows], head: str
) -> None:
    assert findings(*plan_with(goal, *tables, head=head)) == ()


@pytest.mark.parametrize(
    ("goal", "tables", "head", "message"),
    [
        (
            "Resultatet ska uppgå till minst 1 % av skatteintäkter och statsbidrag.",
            [RESULTS],
            "Finansiella mål",
            "nås inte 2027: Årets resultat för Norrviks kommun 2027 är 2,0",
        ),
        ("Soliditeten ska vara minst 49 %.", [BALANCE], "Mål", "nås inte 2027: Eget kapital för Norrviks kommun 2027"),
        ("Det egna kapitalet ska vara lägst 305 mnkr.", [BALANCE], "Mål", "nås inte 2025"),
        (
            "Nettokostnaderna ska vara högst 98,5 % av skatter och statsbidrag.",
            [RESULTS],
            "Finansiella mål 2026–2027",
            "nås inte 2027",
        ),
        ("Intäkterna ska överstiga kostnaderna.", [EVEN], "Finansiella mål", "nås inte 2025: Resultat för"),
        ("Resultatet ska vara minst 4 tkr.", [EVEN], "Mål", "nås inte 2025"),
    ],
)
def test_a_goal_that_a_year_misses_is_a_notice(goal: str, tables: list[Rows], head: str, message: str) -> None:
    finding = findings(*plan_with(goal, *tables, head=head))[0]
    assert (finding.rule, finding.severity) == ("goal-budget", Severity.NOTICE)
    assert goal in finding.message
    assert any(message in found.message for found in findings(*plan_with(goal, *tables, head=head)))
    assert {source.page for source in finding.sources} == {2, 5}


def test_the_wording_of_the_law_is_no_goal_of_the_plan() -> None:
    law = paragraph("Kommunallagen anger att intäkterna ska överstiga kostnaderna. Våra mål är")
    assert findings(heading("Finansiella mål"), law, item("1. Budgeten ska vara i balans"), grid(EVEN)) == ()


def test_a_goal_in_running_text_is_held_to_the_budget() -> None:
    goal = paragraph("Det finansiella målet är att resultatet ska uppgå till minst 4 tkr.")
    assert only(heading("God ekonomisk hushållning"), goal, grid(EVEN)).rule == "goal-budget"
