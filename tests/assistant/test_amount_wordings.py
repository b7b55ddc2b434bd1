"""Amounts in other wordings: what carries an amount does not tell which one is meant, and all else does."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, CalculationKind
from tests.assistant.hand_made import Writer, ask, kustlinjen


@pytest.mark.parametrize(
    "frame",
    [
        "Vad landar {row} på i Kustlinjen 2026?",
        "Jag undrar vad {row} uppgår till 2026 hos Kustlinjen",
        "Hur stor slant rör det sig om för {row} i Kustlinjen 2026?",
        "Kan man se vad Kustlinjen räknar med för {row} 2026, i så fall hur mycket?",
        "Kustlinjen har en post som heter {row}. Hur stor är den 2026?",
        "2026 – {row} i Kustlinjen, vilken summa gäller?",
        "Enligt planen, {row} i Kustlinjen för helåret 2026?",
        "Vad blir notan för {row} 2026 i Kustlinjen?",
    ],
)
def test_the_frame_of_a_question_does_not_matter(frame: str) -> None:
    draft = ask(frame.format(row="hyra"))
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    assert (draft.figures[0].value, draft.figures[0].year) == (Decimal(1010), 2026)


@pytest.mark.parametrize(
    "text",
    [
        "Vad landar städningen på i Kustlinjen 2026?",
        "Vad kostade julfesten under hyra i Kustlinjen 2026?",
        "Hur mycket lägger Kustlinjen på kaffe och hyra till drönare 2026?",
        "Hur mycket av hyran i Kustlinjen 2026 går till Knut Andersson?",
        "Hur stora är sjukskrivna personalkostnader i Kustlinjen 2026?",
        "Hur mycket tjänar ekonomen i Kustlinjen?",
        "Pensionskostnaderna i Kustlinjen 2026, vad är beloppet?",
    ],
)
def test_a_word_that_tells_of_something_else_still_blocks(text: str) -> None:
    assert ask(text).status.abstained, ask(text).text


def test_rows_named_side_by_side_are_both_given() -> None:
    draft = ask("Hyran och konsultkostnaderna 2025, vilka belopp är det i Kustlinjen?")
    assert {figure.label for figure in draft.figures} == {"Hyra", "Konsultkostnader"}


def test_a_unit_s_share_of_the_whole_is_worked_out() -> None:
    draft = ask("Tekniklabbets andel av Skogsbys personalkostnader 2025?")
    assert draft.calculation is not None, draft.text
    assert draft.calculation.kind is CalculationKind.SHARE
    assert [figure.value for figure in draft.figures] == [1_500_000, 5_000_000]


def test_no_amount_of_money_stands_in_for_a_share() -> None:
    draft = ask("Hyrans andel av prenumerationerna i Kustlinjen 2025?")
    assert draft.status.abstained


def test_what_is_taken_out_of_the_question_is_not_answered() -> None:
    plan = kustlinjen()
    writer = Writer("lund-budget-2025", "Lunds kommunalförbund", "Budget 2025", (2025, 2025))
    kind = next(figure.kind for figure in plan.figures if figure.label == "Hyra")
    rows = {"Arvoden och revision": (kind, (10,)), "Hyra": (kind, (20,))}
    writer.table("Budget", years=(2025,), owner="Lunds kommunalförbund", rows=rows)
    assert ask("Vad kostar arvoden i Lund 2025, exklusive revisionen?", plans=[writer.plan()]).status.abstained
    assert ask("Vad kostar arvoden och revision i Lund 2025?", plans=[writer.plan()]).figures[0].value == 10


def test_compounds_that_share_their_last_part_are_added_up() -> None:
    writer = Writer("lund-budget-2025", "Lunds kommunalförbund", "Budget 2025", (2025, 2025))
    kind = next(figure.kind for figure in kustlinjen().figures if figure.label == "Hyra")
    names = ("Kulturstrateg", "Miljöstrateg", "Näringslivsstrateg", "Strateg")
    rows = {name: (kind, (10 * at,)) for at, name in enumerate(names, 1)}
    writer.table("Budget", years=(2025,), owner="Lunds kommunalförbund", rows=rows)
    text = "Vad blir kultur-, miljö- och näringslivsstrategen i Lund 2025 sammanlagt?"
    draft = ask(text, plans=[writer.plan()])
    assert draft.calculation is not None, draft.text
    assert draft.calculation.value == 60


def test_a_statement_before_the_question_tells_what_it_is_about() -> None:
    assert ask("Kustlinjen hyr lokaler och har en post för hyra. Hur stor är den 2026?").figures[0].value == 1010


def test_two_years_later_is_counted_from_the_year_before() -> None:
    assert ask("Vad är Kustlinjens hyra 2025?", "Och två år senare?").figures[0].year == 2027


def test_another_name_takes_the_place_of_the_first_one() -> None:
    draft = ask("Vad kostar personalen i Naturskolan 2025?", "Tekniklabbet då?")
    assert draft.figures[0].owner == "Tekniklabbet"


def test_a_list_is_not_what_something_costs() -> None:
    plan = Writer("norrvik-plan-2026", "Norrviks kommun", "Verksamhetsplan 2026", (2026, 2026))
    plan.text("Idélotsen", text="• Presentera idén för styrgruppen\n• Pröva idén mot målen\n• Besluta om start")
    assert ask("Vad är Idélotsen?", plans=[plan.plan()]).status is AnswerStatus.ANSWERED
    assert ask("Hur mycket kostar Idélotsen?", plans=[plan.plan()]).status.abstained
