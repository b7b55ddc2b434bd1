"""Rankings, comparisons and additions over invented plans: what is compared, and what is told of it."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, CalculationKind
from ingest.model import FigureKind
from tests.assistant.hand_made import NBSP, Writer, ask


def grants() -> Writer:
    """A decision that shares out money among bodies, in two tables, with a total and rows of equal amounts."""
    other, total = FigureKind.OTHER, FigureKind.SUM
    w = Writer("stod-2025", "", "Stöd till ortsmuseer 2025", (2025, 2026))
    w.text("Stödet", text="Museerna delar på pengar till utställningar.")
    w.table(
        "Stödet",
        "Fördelning till museer",
        years=(2025, 2026),
        owner=None,
        rows={
            "Almviks museum": (other, (300, 350)),
            "Bergö museum": (other, (100, 260)),
            "Cedersunds museum": (other, (100, 110)),
            "Dalby hembygdsgård": (other, (240, 240)),
            "Summa": (total, (740, 960)),
        },
    )
    return w


def told(text: str) -> str:
    draft = ask(text, plans=[grants().plan()])
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    return draft.text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Vilket museum får mest 2025?", f"Högst: Almviks museum, i ”Stöd till ortsmuseer 2025” 2025, 300{NBSP}tkr"),
        ("Vilket museum får minst 2026?", "Lägst: Cedersunds museum"),
        ("Vem får mest 2025, Bergö museum eller Dalby hembygdsgård?", "Högst: Dalby hembygdsgård"),
        ("Vilket museum ökar mest mellan 2025 och 2026?", "Bergö museum"),
    ],
)
def test_the_one_asked_for_is_told_first(text: str, first: str) -> None:
    assert told(text).startswith(first)


def test_rows_of_the_same_amount_are_all_named() -> None:
    first = told("Vilket museum får minst 2025?").splitlines()[0]
    assert first.startswith("Lika lägst 2025: Bergö museum")
    assert "Cedersunds museum" in first


def test_an_order_is_told_whole_and_the_way_that_is_asked() -> None:
    text = told("Rangordna museerna efter stöd 2026, minst först.")
    places = [text.index(name) for name in ("Cedersunds", "Bergö", "Almviks")]
    assert places == sorted(places)


def test_what_no_row_is_called_is_not_ranked() -> None:
    draft = ask("Vilken skola får mest 2025?", plans=[grants().plan()])
    assert draft.status.abstained


def test_a_follow_up_asks_for_the_other_end() -> None:
    draft = ask("Vilket museum får mest 2026?", "Och vilket får minst?", plans=[grants().plan()])
    assert draft.text.startswith("Lägst: Cedersunds museum")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Får Almviks museum mer än Bergö museum 2025?", "Ja"),
        ("Får Bergö museum mer än Almviks museum 2025?", "Nej"),
        ("Får Bergö museum lika mycket som Cedersunds museum 2025?", "Ja"),
        ("Får Bergö museum lika mycket som Cedersunds museum 2026?", "Nej"),
        ("Är stödet till Bergö museum lägre 2025 än 2026?", "Ja"),
        ("Är stödet till Bergö museum lägre 2026 än 2025?", "Nej"),
    ],
)
def test_one_amount_is_held_against_another(text: str, word: str) -> None:
    assert told(text).startswith(f"{word}.")


def test_named_rows_are_added_and_no_other() -> None:
    draft = ask("Lägg ihop stödet till Almviks museum och Dalby hembygdsgård 2025.", plans=[grants().plan()])
    assert draft.calculation
    assert (draft.calculation.kind, draft.calculation.value) == (CalculationKind.SUM, Decimal(540))
    assert len(draft.figures) == 2


def test_rows_are_added_up_and_held_against_the_printed_total() -> None:
    text = told("Stämmer summan i fördelningen till museer 2026?")
    assert text.startswith("Ja, det stämmer")
    assert f"960{NBSP}tkr" in text
    assert "Bergö museum" in text


def test_another_total_than_the_printed_one_does_not_hold() -> None:
    text = "Stämmer det att museerna tillsammans får 900 tkr 2026?"
    assert told(text).startswith("Nej, det stämmer inte")


def test_a_row_alone_is_no_total() -> None:
    draft = ask("Stämmer summan för hyror 2026?", plans=[grants().plan()])
    assert draft.status.abstained


def test_rows_that_a_word_of_the_budget_sums_are_added_up() -> None:
    draft = ask("Räkna efter om kostnaderna i Kustlinjen 2025 går ihop.")
    assert draft.text.startswith("Ja, det stämmer: Summa kostnader")
    assert draft.calculation
    assert draft.calculation.value == 4500


def test_the_largest_deficit_is_the_lowest_result() -> None:
    draft = ask("Vilken av Skogsbys verksamheter har störst underskott 2025?")
    assert draft.status.abstained or draft.figures[0].value < 0
