from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import AnswerStatus, CalculationKind
from assistant.answerer import Draft
from assistant.verification import CHECKS, verify
from ingest.model import Basis, Unit
from tests.assistant import drafts
from tests.assistant.plans import PLAN_ID, a_plan

ASKED = ("Vad gäller 2019?", "Och åren 2025–2027?")
PLANS = {PLAN_ID: a_plan()}


def refused_by(draft: Draft, asked: tuple[str, ...] = ASKED) -> set[str]:
    return {refusal.check for refusal in verify(draft, asked, PLANS)}


@pytest.mark.parametrize("make", drafts.TRUE_DRAFTS)
def test_a_true_draft_is_let_through(make: Callable[[], Draft]) -> None:
    assert verify(make(), ASKED, PLANS) == ()


@pytest.mark.parametrize(
    ("make", "said", "changed"),
    [
        (drafts.fee_draft, "4\u00a0250 tkr", "4\u00a0400 tkr"),  # the neighbouring cell of the same row
        (drafts.fee_draft, "4\u00a0250 tkr", "4\u00a0251 tkr"),
        (drafts.fee_draft, "4\u00a0250 tkr", "4\u00a0250 mnkr"),
        (drafts.fee_draft, "4\u00a0250 tkr", "4\u00a0250 kr"),
        (drafts.fee_draft, "4\u00a0250 tkr", "4\u00a0250 %"),
        (drafts.fee_draft, "4\u00a0250 tkr", "\u22124\u00a0250 tkr"),
        (drafts.fee_draft, "4\u00a0250 tkr år 2026 (4,25 mnkr)", "4\u00a0250 år 2026"),
        (drafts.fee_draft, "år 2026", "år 2025"),
        (drafts.fee_draft, "år 2026", "år 2019"),
        (drafts.fee_draft, "4,25 mnkr", "4,26 mnkr"),
        (drafts.fee_draft, "4,25 mnkr", "4 mnkr"),
        (drafts.fee_draft, "Medlemsavgifterna", "Personalkostnaderna"),
        (drafts.fee_draft, "[1]", "[2]"),
        (drafts.fee_draft, " [1]", ""),
        (drafts.years_draft, "2025, 420 tkr 2026", "2026, 420 tkr 2025"),
        (drafts.years_draft, "410 tkr 2025, 420 tkr 2026", "420 tkr 2025, 410 tkr 2026"),
        (drafts.result_draft, "\u221215 tkr", "15 tkr"),
        (drafts.result_draft, "\u221215 tkr", "10 tkr"),
        (drafts.change_draft, "180 tkr", "180 mnkr"),
        (drafts.change_draft, "180 tkr", "181 tkr"),
        (drafts.change_draft, "+8,8 %", "\u22128,8 %"),
        (drafts.change_draft, "+8,8 %", "+8,9 %"),
        (drafts.change_draft, "ökar", "minskar"),
        (drafts.change_draft, "2025 → ", "2026 → "),
        (drafts.share_draft, "20,0 %", "20,1 %"),
        (drafts.share_draft, "410 tkr [1]", "410 tkr [2]"),
        (drafts.prose_draft, "1998", "1999"),
        (drafts.prose_draft, "11 medlemskommuner", "22 medlemskommuner"),
        (drafts.prose_draft, "11 medlemskommuner", "11 % medlemskommuner"),
        (drafts.two_sources_draft, "3,5 %", "40 %"),
        (drafts.two_sources_draft, "[2]", "[1]"),
        (drafts.list_draft, "har 11 medlemskommuner", "har 22 medlemskommuner"),
        (drafts.finding_draft, "1\u00a0640", "1\u00a0630"),
        (drafts.abstention, "2019", "2018"),
        (drafts.abstention, "2019", "5 000 tkr"),
    ],
)
def test_a_draft_with_one_thing_changed_in_its_text_is_refused(
    make: Callable[[], Draft], said: str, changed: str
) -> None:
    draft = make()
    assert said in draft.text
    assert refused_by(replace(draft, text=draft.text.replace(said, changed, 1)))


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(4400)},
        {"value": Decimal(-4250)},
        {"year": 2027},
        {"year": None},
        {"unit": Unit.MNKR},
        {"unit": None},
        {"label": "Hyra"},
        {"owner": None},
        {"basis": Basis.OUTCOME},
        {"plan_id": "another"},
        {"citation": 2},
    ],
)
def test_a_figure_that_is_not_the_plans_is_refused(change: dict[str, object]) -> None:
    draft = drafts.fee_draft()
    changed = replace(draft.figures[0], **change)  # type: ignore[arg-type]
    assert "figures_stand_in_the_plan" in refused_by(replace(draft, figures=(changed,)))


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Medlemsavgifter 4 100 4 251 4 400"},
        {"quote": ""},
        {"section": ("Organisation", "Medlemmar")},
        {"section": ("Ekonomi",)},
        {"page": 8},
        {"page": None},
        {"plan_id": "another"},
        {"plan_title": "En annan plan"},
        {"n": 2},
    ],
)
def test_a_citation_that_does_not_stand_in_the_plan_is_refused(change: dict[str, object]) -> None:
    draft = drafts.fee_draft()
    changed = replace(draft.citations[0], **change)  # type: ignore[arg-type]
    assert refused_by(replace(draft, citations=(changed,))) & {"quotes_stand_in_the_plan", "markers_name_citations"}


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(181)},
        {"value": Decimal(-180)},
        {"operands": (1, 0)},
        {"operands": (0, 2)},
        {"unit": Unit.PERCENT},
        {"kind": CalculationKind.SUM},
        {"kind": CalculationKind.SHARE},
    ],
)
def test_a_calculation_that_does_not_follow_is_refused(change: dict[str, object]) -> None:
    draft = drafts.change_draft()
    assert draft.calculation is not None
    changed = replace(draft.calculation, **change)  # type: ignore[arg-type]
    assert "calculation_is_right" in refused_by(replace(draft, calculation=changed))


def test_a_number_of_the_question_alone_is_no_ground_for_an_answer() -> None:
    draft = drafts.prose_draft()
    claimed = replace(draft, text=draft.text.replace("[1]", "Avgiften är 77 000 kr. [1]"))
    assert "numbers_are_grounded" in refused_by(claimed, ("Är avgiften 77 000 kr?",))


def test_a_number_of_the_question_may_be_said_again_when_abstaining() -> None:
    draft = Draft(AnswerStatus.NOT_IN_PLANS, "Planerna säger inget om 77 000 kr.")
    assert refused_by(draft, ("Är avgiften 77 000 kr?",)) == set()


def test_an_answer_that_cites_nothing_is_refused() -> None:
    assert "claims_are_cited" in refused_by(Draft(AnswerStatus.ANSWERED, "Det går bra."))


def test_a_paragraph_that_cites_nothing_is_refused() -> None:
    draft = drafts.fee_draft()
    assert "claims_are_cited" in refused_by(replace(draft, text=draft.text + "\n\nDet är en rimlig nivå."))


def test_an_unused_citation_is_refused() -> None:
    draft = drafts.share_draft()
    assert "claims_are_cited" in refused_by(replace(draft, text=draft.text.replace(" [2]", "")))


def test_a_finding_of_no_plan_is_refused() -> None:
    draft = drafts.finding_draft()
    invented = replace(draft.findings[0], message="Raderna summerar till 1\u00a0640 tkr, inte 9 tkr.")
    assert "findings_are_the_plans" in refused_by(replace(draft, findings=(invented,)))


def test_an_empty_text_is_refused() -> None:
    assert "something_is_said" in refused_by(Draft(AnswerStatus.NOT_IN_PLANS, "  "))


def test_every_check_has_a_name_and_a_reason_to_record() -> None:
    for check in CHECKS:
        assert check.__doc__
    refusal = verify(Draft(AnswerStatus.NOT_IN_PLANS, ""), (), {})[0]
    assert str(refusal) == "something_is_said: the text is empty"
