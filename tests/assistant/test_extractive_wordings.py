"""Questions put in other ways than outright: told first and asked after, in everyday words, or about part of a list."""

from collections.abc import Sequence

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from assistant.evidence import Evidence, retrieve
from assistant.extractive import answerer
from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.extractive.composers import COMPOSERS, Composer
from assistant.extractive.drafting import Drafting
from assistant.question import Question, understand
from assistant.understanding.plain_words import said_plainly
from ingest.model import FigureKind, Plan, Unit
from tests.assistant.hand_made import Writer, ask
from tests.fakes import WordLibrary


def sundvik() -> Plan:
    """A plan with two units, of which one has a deficit, and sentences that answer by a list, a condition or a role."""
    w = Writer("sundvik-plan-2026", "Sundviks kommunalförbund", "Verksamhetsplan 2026", (2026, 2026))
    w.text(
        "Organisation",
        text=(
            "De anställda arbetar inom tre avdelningar: drift av kajer, inköp och besöksnäring. "
            "Styrelsen anställer en hamnchef som ansvarar för att leda lotsarna och verkställa besluten. "
            "Sundvik har ett skyddat läge mellan Norrö och Hammarby med djupa farleder. "
            "Förbundet stödjer kommunerna i arbetet med kajerna och farlederna."
        ),
    )
    w.text(
        "Pengar",
        text=(
            "Varje år får förbundet farledsmedel från Länsrådet under förutsättning att kommunerna skjuter till lika "
            "mycket. "
            "Farledsmedlen används till bojar och fyrar. "
            "Stormar kan påverka handeln, där exempelvis näringar som fiske och turism drabbas hårt. "
            "Seglarskolan betalas av kommunerna gemensamt. "
            "Årligen målas kajerna om av lotsarna. Farledsplanen reviderades 2021. "
            "Sundviks kommunalförbund bildades 1987 av kommunerna. "
            "Förbundet sköter 12 fyrar."
        ),
    )
    rows = {"Avgifter": (FigureKind.INCOME, (2_000_000,)), "Personal": (FigureKind.COST, (2_100_000,))}
    for unit, reason in (
        ("Lotsskolan", "Det budgeterade underskottet beror på ökade bränslekostnader."),
        ("Bojverket", "Det budgeterade överskottet är en följd av sålda bojar."),
    ):
        w.table("Budget", unit, years=(2026,), owner=unit, rows=rows, unit=Unit.KR)
        w.text("Budget", unit, text=reason)
    return w.plan()


def asked(*turns: str) -> Draft:
    return ask(*turns, plans=[sundvik()])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De anställda är uppdelade på tre avdelningar, vilka är det?", "drift av kajer, inköp och besöksnäring"),
        ("Lotsskolan går back i budgeten. Vad är förklaringen?", "ökade bränslekostnader"),
        ("Hur kommer det sig att Lotsskolan går minus 2026?", "ökade bränslekostnader"),
        ("Vad uppges som skäl till att Bojverket går med vinst?", "sålda bojar"),
        ("Vad krävs för att Sundvik ska få farledsmedel från Länsrådet?", "skjuter till lika mycket"),
        ("För att Länsrådet ska ge Sundvik farledsmedel ställs ett villkor. Vilket?", "skjuter till lika mycket"),
        ("Vilka näringar drabbas av stormar?", "fiske och turism"),
        ("Vilka är det som betalar för Seglarskolan?", "kommunerna gemensamt"),
        ("Hamnchefens uppgift i Sundvik?", "leda lotsarna"),
        ("Var ligger Sundvik?", "mellan Norrö och Hammarby"),
        ("Sedan när har Sundviks kommunalförbund funnits?", "1987"),
        ("Hur ofta målas kajerna?", "Årligen"),
        ("Har Sundvik fyrar? Hur många ungefär?", "12"),
    ],
)
def test_a_question_put_in_another_way_is_answered(text: str, told: str) -> None:
    draft = asked(text)
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    assert told in draft.text


@pytest.mark.parametrize(
    "text",
    [
        "De anställda är uppdelade på fem avdelningar, vilka är det?",
        "Varför går Lotsskolan med vinst?",
        "Bojverket går back. Vad är förklaringen?",
        "Vad krävs för att Sundvik ska få bojar från Länsrådet?",
        "Vilka hamnar drabbas av stormar?",
        "Vilka är det som betalar för Norrö?",
        "Hur ofta revideras farledsplanen?",
        "Sedan när har Seglarskolan funnits?",
        "Simskolan ska byggas ut. Vad stödjer förbundet kommunerna i?",
    ],
)
def test_what_the_plan_does_not_say_is_not_answered_by_what_is_near(text: str) -> None:
    assert asked(text).status.abstained


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Hur kommer det sig att skolan går back?", "Hur kommer det sig att skolan går med underskott?"),
        ("Varför går skolan back 2026?", "Varför går skolan med underskott 2026?"),
        ("Verket budgeterar plus, varför?", "Verket budgeterar med överskott, varför?"),
        ("Går skolan plus 300 tkr?", "Går skolan plus 300 tkr?"),
        ("Elevantalet i Sundvik?", "antalet Elev i Sundvik?"),
        ("Ett antal skolor", "Ett antal skolor"),
    ],
)
def test_everyday_expressions_are_said_in_plans_words(said: str, plain: str) -> None:
    assert said_plainly(said) == plain


def test_one_of_those_asked_for_before_keeps_what_they_belong_to() -> None:
    turns = ("Vilka insatser hör till trygga kajer i Sundvik?", "Vilken effekt ska den andra av dem ha?")
    question = understand(turns, (sundvik(),), None)
    assert "trygga kajer" in question.standalone
    assert question.ordinal == 2


def _composing(text: str, cited: bool) -> Composer:
    def compose(question: Question, evidence: Evidence) -> Draft | None:
        drafting = Drafting(question.language)
        plan = next(iter(evidence.plans.values()))
        section = plan.sections[0]
        n = drafting.cite(plan, section.source, section.text.split(". ")[0]) if cited else 1
        drafting.line(f"{text} [{n}]")
        return drafting.done()

    return compose


@pytest.mark.parametrize("second_is_cited", [True, False])
def test_a_draft_that_a_check_refuses_leaves_the_answer_to_the_next_composer(
    monkeypatch: pytest.MonkeyPatch, second_is_cited: bool
) -> None:
    plan = sundvik()
    said = plan.sections[0].text.split(". ")[0]
    silent = COMPOSERS[-1]
    composers: Sequence[Composer] = (_composing("Obelagt.", False), _composing(said, second_is_cited), silent)
    monkeypatch.setattr(answerer, "COMPOSERS", composers)
    question = understand(("Vilka avdelningar finns?",), (plan,), None)
    draft = ExtractiveAnswerer().compose(question, retrieve(WordLibrary((plan,)), question, (plan,)))
    assert draft.text.startswith(said if second_is_cited else "Obelagt.")
