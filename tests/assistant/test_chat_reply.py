import pytest

from assistant.answer import AnswerStatus, CalculationKind, Language
from assistant.answerer import Draft
from assistant.chat_reply import draft_of, read_reply
from assistant.errors import ChatReplyUnusable
from assistant.evidence import Evidence, retrieve
from assistant.numbered_evidence import number
from assistant.question import understand
from assistant.verification import verify
from tests.assistant.plans import FEE_REASON, GOAL_TEXT, PLAN_ID, a_plan
from tests.fakes import WordLibrary

ASKED = "Medlemsavgifter personalkostnader hyra resultat utsläppen Kustlinjen"
PLAN = a_plan()


def evidence() -> Evidence:
    library = WordLibrary([PLAN])
    return retrieve(library, understand([ASKED], library.plans(), None), library.plans())


ITEMS = number(evidence())


def item(text: str) -> int:
    """Number of the first item that quotes this."""
    return next(each.n for each in ITEMS if text in each.quote)


def figure_item(label: str, year: int) -> int:
    return next(each.n for each in ITEMS if f'"label": "{label}"' in each.shown and f'"year": {year}' in each.shown)


def draft(text: str) -> Draft:
    return draft_of(read_reply(text, Language.SWEDISH), ITEMS)


def passes(made: Draft) -> bool:
    return verify(made, (ASKED,), {PLAN_ID: PLAN}) == ()


def test_evidence_holds_passages_figures_and_goals_numbered_from_one() -> None:
    assert [each.n for each in ITEMS] == list(range(1, len(ITEMS) + 1))
    assert any('"amount": "4 250 tkr"' in each.shown for each in ITEMS)
    assert any('"goal": ' in each.shown and '"under": ["Klimat"]' in each.shown for each in ITEMS)


def test_the_status_is_read_and_not_shown() -> None:
    reply = read_reply("STATUS: not_in_plans\nDet framgår inte.", Language.SWEDISH)
    assert (reply.status, reply.text) == (AnswerStatus.NOT_IN_PLANS, "Det framgår inte.")


def test_a_reply_without_status_is_an_answer() -> None:
    assert read_reply("Avgiften är låg. [1]", Language.SWEDISH).status is AnswerStatus.ANSWERED


def test_a_line_that_only_begins_with_the_word_status_is_text() -> None:
    assert read_reply("Status för målet är god. [1]", Language.SWEDISH).text.startswith("Status för")


def test_a_status_that_is_not_on_offer_is_refused() -> None:
    with pytest.raises(ChatReplyUnusable):
        read_reply("STATUS: failed\nHej", Language.SWEDISH)


def test_thoughts_are_left_out() -> None:
    assert read_reply("<think>Hm. [9]</think>\nSTATUS: answered\nJa. [1]", Language.SWEDISH).text == "Ja. [1]"
    assert read_reply("<think>Hm, still", Language.SWEDISH).text == ""


def test_amounts_are_brought_into_swedish_form() -> None:
    assert read_reply("4 250 tkr och -15 tkr [1]", Language.SWEDISH).text == "4\u00a0250 tkr och \u221215 tkr [1]"
    assert read_reply("4,250 tkr, 2.5 % [1]", Language.ENGLISH).text == "4\u00a0250 tkr, 2,5 % [1]"
    assert read_reply("2025-2027 och 2,5 % [1]", Language.SWEDISH).text == "2025-2027 och 2,5 % [1]"


def test_markers_become_citations_in_the_order_in_which_they_come() -> None:
    goal, reason = item(GOAL_TEXT), item(FEE_REASON)
    made = draft(f"Utsläppen ska minska med 40 % till 2030. [{goal}] Avgiften räknas upp med 3,5 %. [{reason}]")
    assert made.text == "Utsläppen ska minska med 40 % till 2030. [1] Avgiften räknas upp med 3,5 %. [2]"
    assert [citation.n for citation in made.citations] == [1, 2]
    assert made.citations[0].quote == GOAL_TEXT
    assert passes(made)


@pytest.mark.parametrize("form", ["[{0}, {1}]", "[{0}][{1}]", "【{0}】【{1}】", "[{0}; {1}]"])
def test_several_markers_in_one_are_read(form: str) -> None:
    fee, rent = figure_item("Medlemsavgifter", 2026), figure_item("Hyra", 2026)
    made = draft("Medlemsavgifter 4 250 tkr och hyra 420 tkr 2026 " + form.format(fee, rent))
    assert made.text.endswith("[1][2]")
    assert passes(made)


def test_the_same_place_is_cited_once() -> None:
    fee = figure_item("Medlemsavgifter", 2026)
    made = draft(f"Medlemsavgifter 2026: 4 250 tkr [{fee}]\nDet är medlemsavgifter. [{fee}]")
    assert len(made.citations) == 1


def test_an_amount_is_bound_to_the_figure_that_its_citation_shows() -> None:
    made = draft(f"Medlemsavgifter 2026 är 4 250 tkr. [{figure_item('Medlemsavgifter', 2026)}]")
    assert [(each.label, str(each.value), each.year) for each in made.figures] == [("Medlemsavgifter", "4250", 2026)]
    assert passes(made)


def test_an_amount_of_a_passage_is_bound_to_its_row() -> None:
    made = draft(f"Personalkostnader 2027 är 2 230 tkr. [{item('Personalkostnader')}]")
    assert [(each.label, str(each.value), each.year) for each in made.figures] == [("Personalkostnader", "2230", 2027)]
    assert passes(made)


def test_a_calculation_of_the_model_is_recognised_and_worked_out_anew() -> None:
    staff = figure_item("Personalkostnader", 2025)
    made = draft(f"Ökningen är 180 tkr (+8,8 %): 2 050 tkr 2025 → 2 230 tkr 2027. [{staff}]")
    assert made.calculation is not None
    assert made.calculation.kind is CalculationKind.DIFFERENCE
    assert passes(made)


@pytest.mark.parametrize(
    "text",
    [
        "Medlemsavgifter 2026 är 4 400 tkr. [{fee}]",
        "Medlemsavgifter 2026 är 4 250 mnkr. [{fee}]",
        "Medlemsavgifter 2025 är 4 250 tkr. [{fee}]",
        "Hyra 2026 är 4 250 tkr. [{fee}]",
        "Medlemsavgifter 2026 är 4 250 tkr. [{goal}]",
        "Resultatet 2025 är 15 tkr. [{result}]",
        "Ökningen är 190 tkr: 2 050 tkr 2025 → 2 230 tkr 2027. [{staff}]",
        "Medlemsavgifter 2026 är 4 250 tkr. [{fee}]\n\nDet är 17 % mer än i grannkommunerna. [{fee}]",
    ],
)
def test_an_untrue_reply_does_not_pass_the_checks(text: str) -> None:
    numbers = {
        "fee": figure_item("Medlemsavgifter", 2026),
        "staff": figure_item("Personalkostnader", 2025),
        "result": figure_item("Resultat", 2025),
        "goal": item(GOAL_TEXT),
    }
    assert not passes(draft(text.format(**numbers)))


@pytest.mark.parametrize("text", ["", "STATUS: answered\n", "Avgiften är låg.", "Avgiften är låg. [99]", "Noll. [0]"])
def test_a_reply_that_is_empty_cites_nothing_or_cites_no_evidence_is_unusable(text: str) -> None:
    with pytest.raises(ChatReplyUnusable):
        draft(text)


def test_an_abstention_needs_no_marker() -> None:
    made = draft("STATUS: other_period\nPlanen gäller 2025–2027.")
    assert made.status.abstained
    assert passes(made)
