"""Places in an order, yes and no to two sides, and amounts that a question itself names, over the invented plans."""

import pytest

from assistant.answer import AnswerStatus
from ingest.model import FigureKind
from tests.assistant.hand_made import NBSP, Writer, ask, kustlinjen


def told(*turns: str) -> str:
    draft = ask(*turns)
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    return draft.text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Vad slukar mest pengar i Kustlinjen 2026?", "Högst: Personalkostnader"),
        ("Vilken utgift ligger i botten i Kustlinjen 2025?", "Lägst: Konsultkostnader"),
        ("Hyra eller konsultkostnader, vilken är den tyngre posten i Kustlinjen 2025?", "Högst: Hyra"),
        ("Vilken kostnad i Kustlinjen är näst störst 2025?", "På andra plats i fallande ordning: Hyra"),
        ("Vilken kostnad i Kustlinjen kommer på tredje plats 2027?", "På tredje plats i fallande ordning: Konsult"),
        ("Toppår för Kustlinjens medlemsavgift?", "Högst: 2027"),
        ("Bottenåret för Kustlinjens konsultkostnader, vilket är det?", "Lägst: 2025"),
    ],
)
def test_words_of_order_are_known_in_many_forms(text: str, first: str) -> None:
    assert told(text).startswith(first)


def test_a_place_that_is_shared_is_not_told() -> None:
    assert ask("Vilket år har Kustlinjen näst lägst hyra?", plans=[kustlinjen()]).status.abstained


def test_money_does_not_tell_where_the_fewest_people_work() -> None:
    assert ask("Vilken verksamhet i Skogsby har minst personal?").status.abstained


def test_a_question_that_fits_every_plan_is_answered_for_each() -> None:
    w = Writer("fjallen-budget-2025", "Fjällens kommunalförbund", "Budget 2025", (2025, 2025))
    costs = {"Lönekostnader": (-700, -690), "Resekostnader": (-90, -80)}
    rows = {label: (FigureKind.COST, values) for label, values in costs.items()}
    w.table("Budget", "Kostnader", years=(2025, 2024), owner=w.organisation, rows=rows)
    text = ask("Vilken är den största kostnaden?", plans=[kustlinjen(), w.plan()]).text
    assert "Personalkostnader, för Kustlinjens" in text
    assert "Lönekostnader, för Fjällens" in text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Blir hyran i Kustlinjen högre än konsultkostnaderna 2026?", "Ja."),
        ("Ligger Tekniklabbets personalkostnader under Naturskolans 2025?", "Nej."),
        ("Kustlinjens konsultkostnader: blir de lägre 2027 än 2025?", "Nej."),
        ("Har Kustlinjen lägre medlemsavgift än Skogsby 2025?", "Ja."),
        ("Överstiger Kustlinjens hyra 900 tkr 2026?", "Ja."),
        ("Är Kustlinjens konsultkostnader mindre än 450 tkr 2027?", "Nej."),
        ("Stämmer det att Kustlinjens hyra är 1 010 tkr 2025?", "Ja."),
        ("Utgör personalkostnaderna mer än hälften av Kustlinjens kostnader 2025?", "Ja."),
    ],
)
def test_a_question_with_two_sides_is_answered_yes_or_no(text: str, word: str) -> None:
    assert told(text).startswith(word)


def test_rows_above_an_amount_are_listed_and_no_other() -> None:
    text = told("Vilka kostnader i Kustlinjen ligger över 1 000 tkr 2025?")
    assert text.startswith("Det gäller 2025: Personalkostnader 3 050 tkr")
    assert "Hyra" in text
    assert "Konsult" not in text
    assert "Summa" not in text


def test_two_plans_of_which_one_has_no_such_amount_are_not_compared() -> None:
    assert ask("Har Kustlinjen högre hyra än Skogsby?").status.abstained


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("Vilken kostnad är störst i Kustlinjen 2025?", "Och näst störst?"), "På andra plats"),
        (("Vilken kostnad är störst i Kustlinjen 2025?", "Och näst störst?", "Vilken är minst?"), "Lägst: Konsult"),
        (("Vad är hyran i Kustlinjen 2025?", "I procent av alla kostnader?"), "22,4 %"),
        (("Hur stora är Tekniklabbets personalkostnader 2025?", "Är det mer än Naturskolan?"), "Ja."),
        (("Vad är medlemsavgiften i Kustlinjen 2026?", "Är det mer än 2025?"), "Ja."),
        (("Vad är medlemsavgiften i Kustlinjen 2025?", "Vad blir den om två år?"), "4 400 tkr"),
        (("Vad är hyran i Kustlinjen 2025?", "Gäller samma belopp 2027?"), "2027"),
        (("Vad kostar personalen i Tekniklabbet 2025?", "Gäller det Naturskolan också?"), "800 000 kr"),
    ],
)
def test_a_turn_takes_up_what_the_one_before_was_about(turns: tuple[str, ...], said: str) -> None:
    assert said in told(*turns).splitlines()[0]
