"""What is asked for must be in the answer: the members by name, the one by its name, the effect, the number."""

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from ingest.model import FigureKind, GoalLevel, Plan
from tests.assistant.hand_made import Writer, ask


def sundmo(members: str = "", table: bool = False) -> Plan:
    w = Writer("sundmo-plan-2026", "Sundmo kommunalförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text("Fyra kommuner tillsammans", text="Planen bygger på samtal under våren.")
    w.text("Fyra kommuner tillsammans", "Vilka vi är", text=members or "Förbundet har sitt kansli i hamnen.")
    w.text("Fyra kommuner tillsammans", "Vision", text="Vår vision är en levande kust.")
    w.text("Fyra kommuner tillsammans", "Värdegrund", text="Värdegrunden antogs under förra året.")
    w.text("Växeln", text="Växeln blir billigare eftersom ett nytt leverantörsavtal gäller från mars.")
    w.text(
        "Ordlista för personalen", text="Flextid är till för alla.\nSommarspår betyder att banan hålls öppen i juli."
    )
    w.text("Beslutsgång för nya linjer", text="1. Behovet anmäls.\n2. Kansliet räknar.\n3. Styrelsen beslutar.")
    w.text("Mål och uppdrag 2026", text="• Rusta kajen\n• Öppna kiosken\n• Anställa en lots")
    w.text("Finansiella mål", text="• Resultatet ska vara noll.\n• Inga lån får tas.")
    w.text("Krav", text="Prisutvecklingen innebär ett löpande effektiviseringskrav för förbundet.")
    for item in ("Rusta kajen", "Öppna kiosken", "Anställa en lots"):
        w.goal("Mål och uppdrag 2026", level=GoalLevel.ASSIGNMENT, text=item)
    for item in ("Resultatet ska vara noll.", "Inga lån får tas."):
        w.goal("Finansiella mål", level=GoalLevel.GOAL, text=item)
    w.text(
        "Distans", text="Mål: Ingen ska ha längre än tio mil till en brygga.\nÅtgärder:\n• Köpa en båt\n• Hyra en kaj"
    )
    far = w.goal("Distans", level=GoalLevel.GOAL, text="Ingen ska ha längre än tio mil till en brygga.")
    w.goal("Distans", level=GoalLevel.ACTION, text="Köpa en båt", under=far)
    w.goal("Distans", level=GoalLevel.ACTION, text="Hyra en kaj", under=far)
    if table:
        fee = FigureKind.INCOME
        rows = {name: (fee, (100 + at,)) for at, name in enumerate(("Almvik", "Bergö", "Dalby"))}
        w.table("Avgifter", years=(2026,), rows=rows, owner=None)
        head, *rest = w.tables[-1].rows
        object.__setattr__(w.tables[-1], "rows", (("Medlem", *head[1:]), *rest))
    return w.plan()


def draft(text: str, **kinds: object) -> Draft:
    return ask(text, plans=(sundmo(**kinds),))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Vilka kommuner är med i Sundmo kommunalförbund?", "Räkna upp medlemmarna i Sundmo."])
def test_members_are_named_by_the_sentence_that_names_them_all(text: str) -> None:
    said = "Förbundet ägs av fyra kommuner: Almvik, Bergö, Cedersund och Dalby. Kiosken sköts av Almvik och Bergö."
    assert "Almvik, Bergö, Cedersund och Dalby" in draft(text, members=said).text


def test_members_are_not_named_where_they_are_not_as_many_as_asked() -> None:
    said = "Förbundet ägs av fyra kommuner: Almvik, Bergö, Cedersund och Dalby."
    assert draft("Vilka två kommuner är med i Sundmo?", members=said).status is not AnswerStatus.ANSWERED


def test_members_are_named_by_a_column_of_them_where_no_sentence_does() -> None:
    answer = draft("Vilka är medlemmarna i Sundmo?", table=True)
    assert answer.text == "• Almvik [1]\n• Bergö [2]\n• Dalby [3]"


@pytest.mark.parametrize(
    "text",
    [
        "Vilken leverantör har Sundmo avtal med för växeln?",
        "Vad ska en anställd lots leda till?",
        "Vilket effektiviseringskrav gäller för Sundmo 2026?",
    ],
)
def test_what_only_speaks_of_it_is_no_answer(text: str) -> None:
    assert draft(text).status is not AnswerStatus.ANSWERED


def test_two_levels_asked_for_together_are_the_list_under_both_words() -> None:
    answer = draft("Vilka mål och uppdrag har Sundmo 2026?")
    assert "Rusta kajen" in answer.text
    assert "Resultatet" not in answer.text


def test_the_goal_above_is_cited_where_it_says_a_number() -> None:
    answer = draft("Vilka åtgärder finns under Distans?")
    assert "tio mil till en brygga. [1]" in answer.text
    assert "Hyra en kaj" in answer.text


def test_the_steps_of_a_decision_answer_how_it_goes() -> None:
    answer = draft("Hur går det till när en ny linje ska införas i Sundmo?")
    assert answer.text.splitlines()[1:] == ["• Behovet anmäls.", "• Kansliet räknar.", "• Styrelsen beslutar."]


def test_a_word_is_explained_by_the_sentence_that_only_says_what_it_means() -> None:
    assert "banan hålls öppen" in draft("Vad betyder sommarspår?").text
