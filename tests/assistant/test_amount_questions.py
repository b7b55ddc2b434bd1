"""Questions about amounts in other forms: what is left, whether an amount is so large, whose it is, what is counted."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, CalculationKind
from ingest.model import FigureKind, Plan, Unit
from tests.assistant.hand_made import Writer, ask

INCOME, COST, SUM = FigureKind.INCOME, FigureKind.COST, FigureKind.SUM
GRANT = "Stödet till hamnar är ca 900 tkr varav Sjöverket bidrar med 300 tkr och Kustregionen med resterande belopp."


def norrvik() -> Plan:
    """A municipality with a grant that two share, a fee of which one member pays another, and money of two agencies."""
    w = Writer("norrvik-budget-2026", "Norrviks kommunalförbund", "Budget 2026", (2026, 2026))
    own = "Norrviks kommunalförbund"
    fee = "Medlemsavgiften är 64 kronor/invånare. Medlemsavgiften för Lillsunds kommun är 9 kronor/invånare."
    w.text("Budget", "Avgifter", text=f"{fee} {GRANT}")
    said = (
        (GRANT, "Stödet till hamnar", "900", Unit.TKR, FigureKind.OTHER),
        (GRANT, "Stödet till hamnar, varav Sjöverket bidrar", "300", Unit.TKR, FigureKind.OTHER),
        (fee.split(". ")[0] + ".", "Medlemsavgiften", "64", Unit.KR_PER_INHABITANT, FigureKind.FEE),
        (fee.split(". ")[1], "Medlemsavgiften för Lillsunds kommun", "9", Unit.KR_PER_INHABITANT, FigureKind.FEE),
    )
    for quote, label, value, unit, kind in said:
        w.said("Budget", "Avgifter", quote=quote, label=label, value=value, unit=unit, owner=own, kind=kind)
    rows = {
        "Projektmedel (Sjöverket)": (INCOME, (120,)),
        "Sjöverket driftbidrag": (INCOME, (380,)),
        "Försäljning": (INCOME, (100,)),
        "Summa intäkter": (SUM, (600,)),
        "Möteskostnader politiker och chefer": (COST, (35,)),
        "Ej anspråkstagna medel för utlysning": (COST, (65,)),
        "Städning": (COST, (500,)),
        "Summa kostnader": (SUM, (600,)),
    }
    w.table("Budget", "Drift", years=(2026,), owner=own, rows=rows)
    return w.plan()


def amounts(text: str) -> list[Decimal]:
    return [figure.value for figure in ask(text, plans=[norrvik()]).figures]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hur mycket blir kvar av intäkterna i Kustlinjen 2026 när personalkostnaderna är betalda?", 1520),
        ("När hyran är betald, hur mycket är kvar av Kustlinjens medlemsavgift 2025?", 3090),
        ("How much is left of Kustlinjen's total income in 2025 when the rent is paid?", 3490),
        ("Vad är intäkterna i Kustlinjen minus hyran 2025?", 3490),
    ],
)
def test_what_is_left_is_worked_out_of_two_rows(text: str, left: int) -> None:
    draft = ask(text)
    assert draft.calculation is not None, draft.text
    assert draft.calculation.kind is CalculationKind.DIFFERENCE
    assert draft.calculation.value == left


@pytest.mark.parametrize(
    "text",
    [
        "Hur mycket blir kvar av intäkterna i Kustlinjen 2026 när städningen är betald?",
        "Hur mycket blir kvar av hyran i Kustlinjen 2026 när personalkostnaderna är betalda?",
        "Hur mycket är kvar av Kustlinjens medlemsavgift 2026?",
    ],
)
def test_nothing_is_left_of_rows_that_are_not_there(text: str) -> None:
    assert ask(text).status.abstained, ask(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Hur mycket av Norrviks stöd till hamnar kommer från Kustregionen?",
        "Av stödet till hamnar på 900 tkr i Norrvik, vad står regionen för?",
    ],
)
def test_the_rest_of_an_amount_is_what_its_part_leaves(text: str) -> None:
    draft = ask(text, plans=[norrvik()])
    assert draft.calculation is not None, draft.text
    assert draft.calculation.value == 600


@pytest.mark.parametrize(
    "text",
    [
        "Av stödet till hamnar på 950 tkr i Norrvik, vad står regionen för?",
        "Hur mycket av Norrviks stöd till hamnar kommer från staten?",
    ],
)
def test_the_rest_is_not_given_to_others_nor_of_another_amount(text: str) -> None:
    assert ask(text, plans=[norrvik()]).calculation is None, ask(text, plans=[norrvik()]).text


def test_the_fee_of_one_member_is_not_that_of_all() -> None:
    assert amounts("Vad betalar kommunerna i Norrvik i medlemsavgift?") == [64]
    assert amounts("Hur stor är Lillsunds medlemsavgift i Norrvik?") == [9]


def test_all_rows_of_one_payer_are_given() -> None:
    draft = ask("Hur mycket får Norrvik från Sjöverket 2026?", plans=[norrvik()])
    assert draft.status is AnswerStatus.AMBIGUOUS, draft.text
    assert {figure.value for figure in draft.figures} == {120, 300, 380}


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Är Kustlinjens hyra 1 010 tkr 2026?", "Ja."),
        ("Kostar hyran i Kustlinjen 1 100 tkr 2026?", "Nej."),
        ("Uppgår medlemsavgiften i Kustlinjen till 4,25 miljoner 2026?", "Ja."),
        ("Har Kustlinjen några konsultkostnader 2026?", "Ja."),
    ],
)
def test_a_yes_or_no_question_about_an_amount_begins_with_it(text: str, opening: str) -> None:
    assert ask(text).text.startswith(opening), ask(text).text


def test_an_amount_is_held_to_the_one_in_its_unit() -> None:
    assert ask("Är medlemsavgiften i Norrvik 64 kronor per invånare?", plans=[norrvik()]).text.startswith("Ja.")
    assert ask("Är medlemsavgiften i Norrvik 70 kronor per invånare?", plans=[norrvik()]).text.startswith("Nej.")


def test_no_sentence_without_an_amount_answers_whether_one_is_so_large() -> None:
    assert ask("Har Kustlinjen en kassa på 25 miljoner 2025?").status.abstained


def test_an_average_is_not_told_as_a_sum() -> None:
    assert ask("Vad kostar personalen i Kustlinjen i genomsnitt per år 2025–2027?").status.abstained
    assert ask("Hur mycket går i snitt till hyran i Kustlinjen 2025?").status.abstained


def test_an_income_is_not_its_table_s_total() -> None:
    assert ask("Hur mycket ger medlemsavgiften Kustlinjen i intäkt 2027?").figures[0].value == 4400
    assert ask("Hur stora är Kustlinjens intäkter 2027?").figures[0].value == 4820


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hur mycket lägger Norrvik på möten 2026?", 35),
        ("Hur mycket finns kvar att utlysa i Norrvik 2026?", 65),
        ("hur mkt är kvar att lysa ut i Norrvik 2026", 65),
        ("Norrvik utlysning 2026", 65),
        ("Hur många tkr uppgår städningen i Norrvik till 2026?", 500),
        ("När det gäller städning: vad räknar Norrvik med att den kostar 2026", 500),
        ("Vad går städningen i Norrvik loss på 2026?", 500),
    ],
)
def test_an_amount_is_found_by_other_words_for_asking(text: str, value: int) -> None:
    assert amounts(text)[:1] == [value]


@pytest.mark.parametrize(
    "text", ["Hur mycket lägger Norrvik på konferenser 2026?", "Norrvik utlysning 2027", "Norrvik hamnar 2026"]
)
def test_what_no_row_has_is_not_found_so(text: str) -> None:
    assert ask(text, plans=[norrvik()]).status.abstained, ask(text, plans=[norrvik()]).text


def test_two_plans_are_set_against_each_other_without_saying_than() -> None:
    other = Writer("lund-budget-2026", "Lunds kommunalförbund", "Budget 2026", (2026, 2026))
    other.table("Budget", years=(2026,), owner="Lunds kommunalförbund", rows={"Städning": (COST, (500,))})
    text = "Betalar Norrvik och Lund lika mycket för städning 2026?"
    assert ask(text, plans=[norrvik(), other.plan()]).text.startswith("Ja.")


def test_several_totals_are_told_as_one_answer() -> None:
    w = Writer("norrvik-budget-2026", "Norrviks kommunalförbund", "Budget 2026", (2026, 2026))
    for owner in ("Norrviks kommunalförbund", "Hamnkontoret"):
        rows = {"Avgifter": (INCOME, (70,)), "Bidrag": (INCOME, (30,)), "Summa intäkter": (SUM, (100,))}
        rows |= {"Hyra": (COST, (60,)), "Lön": (COST, (40,)), "Summa kostnader": (SUM, (100,))}
        w.table("Budget", owner, years=(2026,), owner=owner, rows=rows)
    draft = ask("Stämmer summorna för Hamnkontoret i Norrvik 2026?", plans=[w.plan()])
    assert draft.text.startswith("Ja, alla stämmer: Summa intäkter"), draft.text
    assert draft.text.count("• Stämmer:") == 2


def test_a_plan_without_faults_is_checked_by_its_own_totals_of_the_year() -> None:
    draft = ask("Stämmer summorna i Kustlinjens budget 2026?")
    assert draft.text.startswith("Ja, alla stämmer: Summa intäkter"), draft.text
    assert {figure.year for figure in draft.figures} == {2026}


def test_a_unit_named_by_the_end_of_its_name_passes_verification() -> None:
    w = Writer("norrvik-budget-2026", "Norrviks kommunalförbund", "Budget 2026", (2026, 2025))
    for owner, paid in (("Norrviks kommunalförbund", 900), ("Förbundskansli", 300)):
        w.table("Budget", owner, years=(2026, 2025), owner=owner, rows={"Personal": (COST, (paid, paid + 50))})
    draft = ask("Hur många kronor lägre är kansliets personalkostnad i Norrvik 2026 än året innan?", plans=[w.plan()])
    assert [figure.owner for figure in draft.figures[:1]] == ["Förbundskansli"], draft.text


def test_a_member_is_not_the_unit_that_has_its_name_in_its_own() -> None:
    w = Writer("norrvik-budget-2026", "Norrviks kommunalförbund", "Budget 2026", (2026, 2026))
    quote = "Verksamheten finansieras av medlemskommunerna med 5 kronor/invånare."
    w.text("Budget", "Näringsliv Region Lillsund", text=quote)
    label = "Verksamheten finansieras av medlemskommunerna"
    place, unit = ("Budget", "Näringsliv Region Lillsund"), Unit.KR_PER_INHABITANT
    w.said(*place, quote=quote, label=label, value="5", unit=unit, owner=place[1], kind=FigureKind.FEE)
    assert ask("Hur mycket betalar Lillsund till Norrvik?", plans=[w.plan()]).status.abstained
    assert ask("Vad betalar kommunerna till Näringsliv Region Lillsund?", plans=[w.plan()]).figures[0].value == 5


def test_a_total_that_the_question_tells_otherwise_is_not_picked_among_several() -> None:
    assert ask("Stämmer summorna i Kustlinjens budget 2026, 9 999 tkr?").calculation is None
