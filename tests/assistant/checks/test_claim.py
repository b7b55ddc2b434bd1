from assistant.answer import AnswerStatus, Citation
from assistant.answerer import Draft
from assistant.checks.claim import Claim, prose_of, sentences
from assistant.citations import cite
from tests.assistant.plans import BUDGET_TEXT, FEE_REASON, FEE_ROW, PLAN_ID, a_plan

PLAN = a_plan()
BUDGET = PLAN.sections[2].source


def claim(text: str, citations: int = 3) -> Claim:
    made = tuple(cite(PLAN, BUDGET, FEE_REASON, n) for n in range(1, citations + 1))
    return Claim(Draft(AnswerStatus.ANSWERED, text, made), "", {PLAN_ID: PLAN})


def leaning(text: str) -> list[tuple[str, set[int]]]:
    return [(segment.text.strip(), set(segment.markers)) for segment in claim(text).segments]


def test_a_sentence_keeps_the_markers_that_follow_it() -> None:
    assert leaning("Ett. [1] Två. [2][3] Tre") == [("Ett. [1]", {1}), ("Två. [2][3]", {2, 3}), ("Tre", {1, 2, 3})]


def test_what_has_no_marker_leans_on_its_line_then_its_block_then_everything() -> None:
    assert leaning("Om detta [1]:\n- ett\n- två [2]")[1] == ("- ett", {1, 2})
    assert leaning("Ett. Två. [2]\nTre [1]")[0] == ("Ett.", {2})
    assert leaning("Ett.\n\nTvå. [2]")[0] == ("Ett.", {1, 2, 3})


def test_a_number_leans_on_the_markers_that_follow_next() -> None:
    (segment,) = claim("Hyran är 410 tkr [1] och avgiften 4 250 tkr [2] [3] år 2026.").segments
    assert [set(segment.markers_of(number)) for number in segment.numbers] == [{1}, {2, 3}, {1, 2, 3}]


def test_sentences_joined_are_the_line_again_and_abbreviations_end_none() -> None:
    line = "Stöd inkl. Kustlinjen m.m. Åtgärder kostar. [1]  Ja! ”Nej.”"
    assert "".join(sentences(line)) == line
    assert sentences("Stöd inkl. Kustlinjen. Åtgärder.") == ["Stöd inkl. Kustlinjen. ", "Åtgärder."]


def prose(quote: str) -> str:
    citation: Citation = cite(PLAN, BUDGET, quote, 1)
    return prose_of(claim(""), citation)


def test_the_prose_of_a_quote_is_without_its_table_rows() -> None:
    assert prose(FEE_REASON) == FEE_REASON
    assert prose(FEE_ROW).strip(" ¦") == ""
    assert "4 250" not in prose(BUDGET_TEXT)
    assert FEE_REASON in prose(BUDGET_TEXT)


def test_a_part_of_a_row_is_no_prose() -> None:
    assert prose("4 100\t4 250") == ""
