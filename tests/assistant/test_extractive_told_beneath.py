"""What a plan counts and names beneath, labels, explains in its list of words, or gives the reason of after it."""

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from ingest.model import FigureKind, GoalLevel, Plan, Unit
from tests.assistant.hand_made import Writer, ask


def strandtrafiken() -> Plan:
    """An association named for its service, with counted goals, labelled lines, a list of words and reasons."""
    w = Writer("strandtrafik-2026", "Strandtrafikförbundet Vikarna", "Verksamhetsplan 2026", (2026, 2026))
    w.text(
        "1. Förbundet",
        text=(
            "Strandtrafikförbundet Vikarna (STV) är ett kommunalförbund som bildades 2004 av Almviks, Bergös och "
            "Cedersunds kommuner. Dalby anslöt sig 2011.\n"
            "Turerna till Ytterholm drivs åt Almvik och Dalby. "
            "Arbetssättet i Vikarna kallas Bryggan. Det har tre delar."
        ),
    )
    w.text("3. Mål", text="Direktionen har beslutat om tre mål. Varje mål följs upp i augusti.")
    for number, name in enumerate(("Fler reser", "Renare turer", "Nöjda resenärer"), start=1):
        path = ("3. Mål", f"{number}. {name}")
        goal = w.goal(*path, level=GoalLevel.GOAL, text=name)
        w.goal(*path, level=GoalLevel.ACTION, text=f"Mäta {name.casefold()}", under=goal)
        w.text(
            *path,
            text=f"Ansvarig enhet: Avdelning {number}\n• Mäta {name.casefold()}\nVäntat resultat: {name} än i fjol.",
        )
    w.text(
        "Bidrag",
        text=(
            "Bidraget fördelas enligt förbundsordningen till 70 procent efter antal resor. "
            "Avgiften är 60 kronor per invånare, en höjning med 2 kronor. Höjningen motsvarar årets nya löneavtal."
        ),
    )
    w.text(
        "Ord och begrepp",
        text="TUR – tidtabell utan resa: en avgång som ställts in.\nAvgång A är en tur före klockan nio.",
    )
    w.text(
        "Satsningar",
        text=(
            "Håll ihop vid kajen får ett lägre anslag 2026. En av värdarna har gått över till hamnen. "
            "Bryggbygget finansieras till en del av Vikarnas IF."
        ),
    )
    cost = FigureKind.COST
    rows = {"Håll ihop vid kajen": (cost, (-300,)), "Resor": (cost, (-900,))}
    w.table("Satsningar", "Budget", years=(2026,), owner=w.organisation, rows=rows, unit=Unit.TKR)
    return w.plan()


def asked(*turns: str) -> Draft:
    return ask(*turns, plans=(strandtrafiken(),))


def test_things_that_a_sentence_counts_are_named_by_what_stands_beneath_it() -> None:
    draft = asked("Vilka mål har direktionen i Vikarna beslutat om?")
    assert draft.text.startswith("Mål – Direktionen har beslutat om tre mål. [1]\n1. Fler reser [2]")
    assert draft.text.endswith("2. Renare turer [3]\n3. Nöjda resenärer [4]")


def test_another_number_of_things_than_the_plan_counts_is_not_named() -> None:
    assert asked("Vilka fem mål har direktionen i Vikarna beslutat om?").status.abstained


def test_a_labelled_line_is_told_under_the_heading_that_is_asked_about() -> None:
    assert asked("Vad är det väntade resultatet av Renare turer?").text == (
        "Renare turer – Väntat resultat: Renare turer än i fjol. [1]"
    )
    assert "Avdelning 3" in asked("Vilken enhet är ansvarig för Nöjda resenärer?").text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vad betyder TUR?", "TUR – tidtabell utan resa: en avgång som ställts in. [1]"),
        ("Vad menas med avgång A?", "Avgång A är en tur före klockan nio. [1]"),
        ("Vad är Bryggan?", "Det har tre delar."),
    ],
)
def test_a_word_is_explained_by_the_plans_own_entry_or_by_what_it_says_is_called_so(text: str, says: str) -> None:
    assert says in asked(text).text


def test_a_reason_that_follows_upon_the_change_is_told_with_it() -> None:
    assert "En av värdarna har gått över till hamnen." in asked("Varför sänks anslaget till Håll ihop vid kajen?").text
    assert "Höjningen motsvarar årets nya löneavtal." in asked("Varför höjs avgiften i Vikarna?").text


def test_members_who_came_later_are_told_with_those_who_made_the_association() -> None:
    draft = asked("Vilka kommuner ingår i Strandtrafikförbundet Vikarna?")
    assert "Cedersunds kommuner" in draft.text
    assert "Dalby anslöt sig 2011" in draft.text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Vilka kommuner delar på turerna till Ytterholm?", "åt Almvik och Dalby"),
        ("Hur fördelas bidraget mellan kommunerna enligt förbundsordningen?", "till 70 procent efter antal resor"),
        ("Vem är med och betalar bryggbygget?", "till en del av Vikarnas IF"),
        ("Hur fördelas bidraget till strandtrafiken mellan kommunerna?", "till 70 procent efter antal resor"),
        ("Hur fördelas STV:s bidrag mellan kommunerna?", "till 70 procent efter antal resor"),
        ("Jag hör kollegorna prata om Bryggan, vad är det?", "kallas Bryggan"),
    ],
)
def test_a_question_in_other_words_is_answered_by_the_sentence_that_tells_it(text: str, says: str) -> None:
    draft = asked(text)
    assert draft.status is AnswerStatus.ANSWERED
    assert says in draft.text
