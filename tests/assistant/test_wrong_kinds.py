"""Questions that a figure beside the one asked for must not answer: another unit, what is left out, other years."""

import pytest

from assistant.answer import AnswerStatus
from ingest.model import FigureKind, Unit
from tests.assistant.hand_made import Writer, ask


def posts() -> Writer:
    """A plan with posts in per cent, a table of two incomes and a fee per inhabitant of one who is not a member."""
    w = Writer("viken-2025", "Vikens kommunalförbund", "Verksamhetsplan 2025–2027", (2025, 2027))
    quote = "Förbundet har en hamnstrateg på 75 % för hela kusten."
    w.text("Personal", text=quote)
    w.said(
        "Personal",
        quote=quote,
        label="Hamnstrateg",
        value="75",
        unit=Unit.PERCENT,
        owner=w.organisation,
        kind=FigureKind.STAFFING,
    )
    w.text(
        "Om förbundet",
        text=(
            "Almviks, Bergös och Cedersunds kommuner har två ordinarie ledamöter, övriga kommuner har en ledamot. "
            "Vi arbetar på uppdrag av våra 5 medlemskommuner: Almvik, Bergö, Cedersund, Dalby och Ekvik."
        ),
    )
    w.table(
        "Budget",
        years=(2025, 2026, 2027),
        owner=w.organisation,
        rows={
            "Medlemsavgifter": (FigureKind.INCOME, (300, 350, 360)),
            "Övriga intäkter": (FigureKind.INCOME, (200, 100, 240)),
            "Summa intäkter": (FigureKind.SUM, (500, 450, 600)),
        },
    )
    return w


@pytest.mark.parametrize(
    "text",
    [
        "Hamnstrategen i Viken, vad kostar den tjänsten i kronor per år?",
        "Hur många kronor kostar hamnstrategen i Viken?",
        "Hur stora är Vikens totala intäkter 2025 utan medlemsavgifter?",
    ],
)
def test_no_amount_of_another_kind_stands_in(text: str) -> None:
    assert ask(text, plans=[posts().plan()]).status.abstained


def test_what_a_question_sets_aside_is_not_what_it_asks_for() -> None:
    draft = ask("Utöver medlemsavgifter har Viken övriga intäkter 2025 – hur höga är de?", plans=[posts().plan()])
    assert draft.figures[0].label == "Övriga intäkter"


@pytest.mark.parametrize(
    "text",
    [
        "Av åren 2025–2027, när är Vikens sammanlagda intäkter som lägst?",
        "Under åren 2025–2027, när är Vikens totala intäkter lägst?",
    ],
)
def test_the_time_of_an_end_is_a_year_of_one_row(text: str) -> None:
    assert ask(text, plans=[posts().plan()]).text.startswith("Lägst: 2026, Summa intäkter")


def test_years_outside_the_span_are_not_compared() -> None:
    draft = ask("Åren 2025–2026, när är Vikens totala intäkter högst?", plans=[posts().plan()])
    assert draft.text.startswith("Högst: 2025")


def test_those_just_listed_are_counted() -> None:
    draft = ask("Vilka kommuner är med i Viken?", "Hur många blir det?", plans=[posts().plan()])
    assert draft.status is AnswerStatus.ANSWERED
    assert draft.text.startswith("5")


def test_a_sentence_about_some_is_no_list_of_all() -> None:
    draft = ask("Vilka kommuner är med i Viken?", plans=[posts().plan()])
    assert "övriga kommuner" not in draft.text


def test_a_fee_of_somebody_else_is_not_the_part_of_a_fee() -> None:
    w = posts()
    fee = "Av den går 41 kronor till hamnvakten. Farbys kommun betalar 11 kronor/invånare i medlemsavgift."
    w.text("Avgift", text=fee)
    text = "Hur många kronor per invånare av medlemsavgiften till Viken går till hamnvakten?"
    assert "11" not in ask(text, plans=[w.plan()]).text
