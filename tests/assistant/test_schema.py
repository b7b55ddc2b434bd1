import json
from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerStatus, Calculation, CalculationKind, CitedFigure, Engine, Language
from assistant.plan_json import figures_json, findings_json, goals_json, passage_json, plan_json, sections_json
from assistant.schema import AskRequest, CalculationJson, answer_json
from ingest.model import Unit
from tests.assistant import drafts
from tests.assistant.plans import PLAN_ID, a_plan

PLAN = a_plan()


def an_answer() -> Answer:
    draft = drafts.change_draft()
    return Answer(
        "Hur mycket ökar det?", draft.status, draft.text, Language.SWEDISH, Engine.EXTRACTIVE, draft.citations,
        draft.figures, draft.calculation, (), {"total": 7.1, "compose": 3.0},
    )  # fmt: skip


def test_an_answer_has_the_contracts_fields_in_the_contracts_order() -> None:
    written = answer_json(an_answer(), "q1")
    assert list(written) == [
        "id", "question", "answer", "status", "abstained", "language", "engine", "citations", "figures", "calculation",
        "findings", "timings_ms",
    ]  # fmt: skip
    assert list(written["citations"][0]) == ["n", "plan", "plan_title", "section", "page", "quote"]
    assert list(written["figures"][0]) == ["label", "owner", "value", "unit", "year", "basis", "plan", "citation"]
    assert list(written["calculation"]) == ["kind", "operands", "value", "unit"]
    assert (written["id"], written["status"], written["abstained"]) == ("q1", "answered", False)
    json.dumps(written)


def test_an_abstention_says_so_and_has_empty_lists() -> None:
    answer = Answer("?", AnswerStatus.NOT_IN_PLANS, "Nej.", Language.ENGLISH, Engine.CHAT)
    written = answer_json(answer)
    assert (written["id"], written["abstained"], written["language"]) == (None, True, "en")
    assert (written["citations"], written["figures"], written["calculation"]) == ([], [], None)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1E+4", "10000"), ("0E-2", "0.00"), ("-0.5", "-0.5"), ("1E-7", "0.0000001"), ("10760", "10760")],
)
def test_amounts_are_decimal_strings_without_exponent(value: str, shown: str) -> None:
    worked = CalculationJson(kind=CalculationKind.SUM, operands=[0], value=Decimal(value), unit=Unit.KR)
    assert worked.model_dump(mode="json")["value"] == shown


def test_white_space_of_a_quote_is_collapsed() -> None:
    quote = answer_json(an_answer())["citations"][0]["quote"]
    assert quote == "Personalkostnader -2 050 -2 140 -2 230"
    section = next(each for each in sections_json(PLAN) if quote in " ".join(each["text"].split()))
    assert section["path"] == answer_json(an_answer())["citations"][0]["section"]


def test_a_plan_has_the_contracts_fields() -> None:
    assert plan_json(PLAN) == {
        "plan": PLAN_ID, "title": PLAN.title, "organisation": "Kustlinjen", "period": [2025, 2027], "status": "adopted",
        "pages": 9, "passages": 3, "figures": 13, "goals": 2, "findings": 1,
    }  # fmt: skip


def test_sections_figures_goals_and_findings_have_the_contracts_fields() -> None:
    assert list(sections_json(PLAN)[0]) == ["plan", "path", "page", "text"]
    assert list(figures_json(PLAN)[0]) == [
        "plan", "owner", "label", "path", "value", "unit", "unit_source", "year", "basis", "kind", "page", "as_printed",
    ]  # fmt: skip
    assert list(goals_json(PLAN)[0]) == ["id", "parent", "plan", "level", "text", "page", "section"]
    assert findings_json(PLAN)[0] == {
        "plan": PLAN_ID, "rule": "sum", "severity": "error",
        "message": "Raderna summerar till 1 640 tkr, inte 1 650 tkr.", "pages": [7],
    }  # fmt: skip


def test_a_figure_keeps_the_sign_that_is_printed() -> None:
    costs = [each["value"] for each in figures_json(PLAN) if each["label"] == "Hyra"]
    assert costs == ["-410", "-420", "-430"]


def test_the_id_of_a_passage_names_its_plan() -> None:
    assert passage_json(PLAN, PLAN.passages[1])["id"] == f"{PLAN_ID}:p1"


@pytest.mark.parametrize("turns", [[], [""], ["  "], ["x" * 2001], ["x"] * 21, [1], "x", None])
def test_a_request_without_a_proper_question_is_refused(turns: object) -> None:
    with pytest.raises(ValueError, match="turns"):
        AskRequest.model_validate({"turns": turns})


def test_a_costs_magnitude_and_a_results_sign_are_kept() -> None:
    figure = CitedFigure("Resultat", None, Decimal(-15), Unit.TKR, 2025, None, PLAN_ID, 1)
    answer = Answer(
        "?",
        AnswerStatus.ANSWERED,
        "−15 tkr [1]",
        Language.SWEDISH,
        Engine.CHAT,
        drafts.result_draft().citations,
        (figure,),
    )
    assert answer_json(answer)["figures"][0]["value"] == "-15"


def test_a_calculation_names_its_operands() -> None:
    calculation = Calculation(CalculationKind.DIFFERENCE, (0, 1), Decimal(180), Unit.TKR)
    assert an_answer().calculation == calculation
    assert answer_json(an_answer())["calculation"] == {
        "kind": "difference", "operands": [0, 1], "value": "180", "unit": "tkr",
    }  # fmt: skip
