"""Figures of several plans, of tables in running text, of results and of labels: each with its own unit and year."""

from decimal import Decimal

from assistant.answer import AnswerStatus, CalculationKind
from ingest.model import FigureKind, Plan, Unit
from tests.assistant.hand_made import NBSP, Writer, ask

COST, INCOME, RESULT, SUM = FigureKind.COST, FigureKind.INCOME, FigureKind.RESULT, FigureKind.SUM


def counties() -> Plan:
    """A release with one table of counties, which only its prose says what it is of."""
    w = Writer("bidrag-2025", "", "Så mycket får varje län", (2025, 2025))
    w.text("Så mycket får varje län", text="Skolorna kan ansöka om läxhjälpsbidraget för 2025.")
    rows = {"Kustlands län": (FigureKind.OTHER, (700,)), "Skogslands län": (FigureKind.OTHER, (300,))}
    w.table("Så mycket får varje län", years=(2025,), rows=rows, owner=None)
    return w.plan()


def units() -> Plan:
    """An association with a table of its own, two units and a plan for later years."""
    w = Writer("fjordby-budget-2025", "Fjordby kommunalförbund", "Budget 2025", (2025, 2025))
    own = {"Medlemsavgifter": (INCOME, (900, 800)), "Personal": (COST, (600, 500)), "Resultat": (RESULT, (0, 0))}
    w.table("Budget", "Samlad verksamhet", years=(2025, 2024), owner=w.organisation, rows=own)
    for owner, result in (("Sjölabbet", -20), ("Bergskolan", 0)):
        rows = {
            "Medlemsavgifter": (INCOME, (100, 90)),
            "Personal": (COST, (100, 90)),
            "Resultat": (RESULT, (result, 0)),
        }
        w.table("Budget", owner, years=(2025, 2024), owner=owner, rows=rows)
    later = {"Medlemsavgifter": (INCOME, (910, 920)), "Personal": (COST, (610, 620)), "Resultat": (RESULT, (0, 5))}
    w.table("Flerårsplan", years=(2026, 2027), owner=w.organisation, rows=later)
    return w.plan()


def neighbour() -> Plan:
    """Another association with the same rows under other words and in another unit."""
    w = Writer("dalby-plan-2025-2027", "Dalby kommunalförbund", "Verksamhetsplan 2025–2027", (2025, 2027))
    rows = {
        "Medlemsavgift (12 kr/inv)": (INCOME, (400, 410, 420)),
        "Personalkostnader": (COST, (-300, -320, -330)),
        "Hyra": (COST, (-100, -100, -100)),
        "Summa kostnader": (SUM, (-400, -420, -430)),
    }
    w.table("Budget", years=(2025, 2026, 2027), owner=w.organisation, rows=rows, unit=Unit.KR)
    return w.plan()


BOTH = (units(), neighbour())


def test_the_budget_of_the_plan_is_meant_where_no_year_is_named() -> None:
    draft = ask("Hur mycket kostar personalen i Fjordby?", plans=[units()])
    assert draft.status is AnswerStatus.ANSWERED
    assert draft.figures[0].value == 600
    assert draft.figures[0].year == 2025


def test_without_a_plan_named_each_plan_gets_its_own_line() -> None:
    figures = ask("Vad kostar personalen 2026?", plans=BOTH).figures
    told = {figure.plan_id: f"{figure.value} {figure.unit}" for figure in figures if figure.year == 2026}
    assert told == {"fjordby-budget-2025": "610 tkr", "dalby-plan-2025-2027": "320 kr"}


def test_a_change_is_worked_out_for_each_plan() -> None:
    draft = ask("Hur mycket dyrare blir personalen 2027?", plans=BOTH)
    assert [each.value for each in draft.calculations] == [10, 10]
    assert [each.operands for each in draft.calculations] == [(0, 1), (2, 3)]


def test_how_much_of_the_budget_is_a_share_of_the_sum_of_its_kind() -> None:
    draft = ask("Hur mycket av budgeten går till personal i Dalby 2025?", plans=BOTH)
    assert draft.calculation
    assert (draft.calculation.kind, draft.calculation.value) == (CalculationKind.SHARE, Decimal("75.0"))


def test_an_amount_for_each_inhabitant_is_read_out_of_the_label() -> None:
    draft = ask("Hur mycket är medlemsavgiften per invånare i Dalby?", plans=BOTH)
    assert draft.figures[0].value == 12
    assert draft.figures[0].unit is Unit.KR_PER_INHABITANT


def test_an_amount_for_each_inhabitant_is_no_total() -> None:
    figures = ask("Hur stor är medlemsavgiften i Dalby totalt 2025?", plans=BOTH).figures
    assert figures[0].unit is Unit.KR


def test_whether_there_is_a_deficit_is_answered_with_yes_or_no() -> None:
    assert ask("Går Fjordby med underskott 2025?", plans=BOTH).text.startswith("Nej. Resultat")
    assert ask("Is there a surplus in Fjordby's budget 2027?", plans=BOTH).text.startswith("Yes. Resultat")


def test_the_units_below_nought_are_named_with_the_results_of_all() -> None:
    draft = ask("Vilken enhet i Fjordby går med underskott 2025?", plans=BOTH)
    assert draft.text.startswith("Resultat för Sjölabbet 2025")
    assert [f"{figure.owner} {figure.value}" for figure in draft.figures] == ["Sjölabbet -20", "Bergskolan 0"]


def test_where_no_unit_is_below_nought_it_says_so_and_cites_them_all() -> None:
    draft = ask("Vilken enhet i Fjordby gick med underskott 2024?", plans=BOTH)
    assert draft.text.startswith("Ingen enhet har underskott 2024")
    assert len(draft.figures) == 2


def test_what_a_table_is_of_may_be_told_by_the_prose_around_it() -> None:
    draft = ask("Hur mycket kan skolorna i Kustlands län ansöka om i läxhjälpsbidrag?", plans=[counties()])
    assert draft.figures[0].value == 700
    assert ask("Hur mycket får Kustlands län i vägbidrag?", plans=[counties()]).status.abstained


def test_a_name_is_never_met_by_the_prose_around_a_table() -> None:
    assert ask("Hur mycket får Almvik i Kustlands län i läxhjälpsbidrag?", plans=[counties()]).status.abstained


def test_an_amount_is_no_answer_to_how_it_moves() -> None:
    draft = ask("Hur mycket mer än Almvik får Kustlands län i läxhjälpsbidrag?", plans=[counties()])
    assert draft.status.abstained


def test_a_large_amount_is_told_in_a_larger_unit_too() -> None:
    w = Writer("region-2025", "Region Kust", "Budget 2025", (2025, 2025))
    w.table("Budget", years=(2025,), rows={"Skatt": (INCOME, (5058,))}, owner=w.organisation, unit=Unit.MNKR)
    assert f"(5,06{NBSP}mdkr)" in ask("Hur stor är skatten i Region Kust 2025?", plans=[w.plan()]).text


def test_a_payer_joined_on_after_the_amount_is_not_the_amounts_own() -> None:
    w = Writer("fjordby-budget-2025", "Fjordby kommunalförbund", "Budget 2025", (2025, 2025))
    quote = "Stödet är 19 tkr varav kommunerna bidrar med 8 tkr och Havsregionen med resten."
    w.text("Ekonomi", text=quote)
    for label, value in (("Stödet är", "19"), ("Stödet är, varav kommunerna bidrar med", "8")):
        w.said("Ekonomi", quote=quote, label=label, value=value, unit=Unit.TKR, owner=w.organisation, kind=INCOME)
    assert not ask("Hur mycket bidrar Havsregionen med?", plans=[w.plan()]).figures


def test_a_follow_up_names_another_of_the_same_kind() -> None:
    turns = ("Hur mycket kan skolorna i Kustlands län ansöka om i läxhjälpsbidrag?", "Och i Skogslands län?")
    assert ask(*turns, plans=[counties()]).figures[0].value == 300


def test_the_year_before_is_that_before_the_one_asked_about() -> None:
    turns = ("Vad kostar personalen i Dalby 2027?", "Och året innan?")
    figure = ask(*turns, plans=BOTH).figures[0]
    assert figure.value == 320
    assert figure.year == 2026
