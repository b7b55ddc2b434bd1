from typing import Any

import pytest

from evals.scoring import Verdict, judge, plain
from ingest.model import Unit
from tests.evals.cases import abstention, amount, answer, case, citation, figure_case


def verdict(of: Any, text: str, **fields: Any) -> Verdict:
    return judge(of, answer(text, **fields)).verdict


def test_the_expected_amount_first_is_right() -> None:
    assert judge(figure_case(), answer()) == judge(figure_case(), answer("8\u00a0374 tkr [1]"))
    assert judge(figure_case(), answer()).verdict is Verdict.RIGHT
    assert judge(figure_case(), answer()).reasons == ()


@pytest.mark.parametrize(
    "text", ["8 374 000 kr", "8,374 mnkr", "\u22128\u00a0374 tkr", "2 tkr, 4 tkr och 8 374 tkr", "2030: 8 374 tkr"]
)
def test_the_same_amount_in_other_clothes_is_right(text: str) -> None:
    assert verdict(figure_case(), text) is Verdict.RIGHT


def test_a_conversion_is_not_another_amount() -> None:
    assert verdict(figure_case(), "2 mnkr (2 000 tkr), 4 mnkr (4 000 tkr), 8 374 tkr") is Verdict.RIGHT


@pytest.mark.parametrize(
    "text", ["8 375 tkr", "8 374 kr", "8 374 %", "8 374", "Inget belopp.", "1 tkr, 2 tkr, 3 tkr, 8 374 tkr"]
)
def test_another_amount_or_the_right_one_too_late_is_wrong(text: str) -> None:
    judgement = judge(figure_case(), answer(text))
    assert judgement.verdict is Verdict.WRONG
    assert "8\u00a0374\u00a0tkr is not among its first amounts" in judgement.reasons[0]


def test_a_number_in_a_marker_is_no_amount() -> None:
    assert verdict(figure_case("1", Unit.COUNT), "Ingen vet. [1]") is Verdict.WRONG


def test_bare_numbers_matter_only_where_a_count_is_asked_for() -> None:
    text = "De 3 enheterna i 4 kommuner med 5 kontor kostar 8 374 tkr."
    assert verdict(figure_case(), text) is Verdict.RIGHT
    assert verdict(figure_case("4", Unit.COUNT), text) is Verdict.RIGHT


def test_articles_are_no_counts_unless_one_is_expected() -> None:
    assert verdict(figure_case("8", Unit.COUNT), "Ett förbund, en direktion och åtta kommuner") is Verdict.RIGHT
    assert verdict(figure_case("1", Unit.COUNT), "Förbundet har ett kontor") is Verdict.RIGHT


@pytest.mark.parametrize(("text", "right"), [("13,6 %", True), ("13,66 %", True), ("13,5 %", False)])
def test_an_amount_may_differ_by_its_tolerance(text: str, right: bool) -> None:
    of = case(fig=(amount("13.6", Unit.PERCENT, "0.06"),))
    assert (verdict(of, text) is Verdict.RIGHT) is right


@pytest.mark.parametrize(
    ("text", "right"), [("\u2212482 tkr", True), ("Den minskar med 482 tkr", True), ("Den ökar med 482 tkr", False)]
)
def test_a_negative_result_must_be_said_to_be_negative(text: str, right: bool) -> None:
    assert (verdict(figure_case("-482"), text) is Verdict.RIGHT) is right


def test_leading_with_another_row_is_wrong_and_naming_it_later_is_not() -> None:
    of = figure_case(not_fig=(amount("8622"),))
    assert verdict(of, "8 374 tkr (2031: 8 622 tkr)") is Verdict.RIGHT
    judgement = judge(of, answer("8 622 tkr (2030: 8 374 tkr)"))
    assert judgement.verdict is Verdict.WRONG
    assert judgement.reasons == ("it leads with 8\u00a0622\u00a0tkr, another row or column",)


def test_some_of_several_amounts_is_incomplete() -> None:
    of = case(fig=(amount("8374"), amount("8622")))
    assert verdict(of, "8 374 tkr och 8 622 tkr") is Verdict.RIGHT
    assert verdict(of, "8 374 tkr") is Verdict.INCOMPLETE
    assert verdict(of, "9 000 tkr") is Verdict.WRONG


def test_all_expressions_are_right_some_incomplete_none_wrong() -> None:
    of = case(all=("navet", "lärcentrum", "väst ?kom"))
    assert verdict(of, "NAVET, Lärcentrum och Väst\u00a0Kom [1]") is Verdict.RIGHT
    assert verdict(of, "Navet och lärcentrum") is Verdict.INCOMPLETE
    assert verdict(of, "Något annat") is Verdict.WRONG


def test_one_of_any_is_enough() -> None:
    of = case(any=("navet", "lärcentrum"))
    assert verdict(of, "Lärcentrum") is Verdict.RIGHT
    assert verdict(of, "Något annat") is Verdict.WRONG


def test_any_counts_as_one_more_expression() -> None:
    of = case(all=("kommunerna",), any=("avtal", "överenskommelse"))
    assert verdict(of, "Kommunerna betalar") is Verdict.INCOMPLETE
    assert verdict(of, "Kommunerna betalar enligt avtal") is Verdict.RIGHT


def test_numbers_in_expressions_match_however_they_are_spaced_and_never_in_a_marker() -> None:
    of = case(all=("15 ?565 ?649", r"\b(8|åtta)\b"))
    assert verdict(of, "15\u00a0565\u00a0649 kr i åtta kommuner") is Verdict.RIGHT
    assert verdict(of, "15\u00a0565\u00a0649 kr i kommuner [8]") is not Verdict.RIGHT


def test_another_number_in_the_place_of_the_expected_one_is_wrong() -> None:
    of = case(turns=("Vilken enhet har störst kostnader 2030?",), all=("navet", "15 ?565 ?649"))
    assert verdict(of, "Navet har störst kostnader 2030: 14 000 000 kr") is Verdict.WRONG
    assert verdict(of, "Navet har störst kostnader 2030") is Verdict.INCOMPLETE


def test_a_missing_number_of_a_longer_list_leaves_it_incomplete() -> None:
    of = case(all=("soliditet", "resultat", "6 ?000"))
    assert verdict(of, "Soliditet minst 20 % och resultat noll") is Verdict.INCOMPLETE


def test_an_answer_over_1500_characters_is_wrong_unless_it_is_a_list() -> None:
    of = case(all=("navet",))
    assert verdict(of, "Navet " + "x" * 1_494) is Verdict.RIGHT
    assert verdict(of, "Navet " + "x" * 1_495) is Verdict.WRONG
    assert verdict(of, "Målen:\n" + "\n".join(f"- mål {n} för navet och alla andra enheter" for n in range(60))) is (
        Verdict.RIGHT
    )


def test_citing_another_plan_is_wrong() -> None:
    judgement = judge(figure_case(), answer(citations=[citation(plan="soderby")]))
    assert judgement.verdict is Verdict.WRONG
    assert judgement.reasons == ("it cites soderby, not norrvik…",)
    assert verdict(figure_case(), "8 374 tkr", citations=[]) is Verdict.WRONG


def test_citing_the_right_plan_beside_another_is_right() -> None:
    assert verdict(figure_case(), "8 374 tkr", citations=[citation(plan="soderby"), citation()]) is Verdict.RIGHT


def test_an_unanswerable_question_is_right_exactly_when_it_is_abstained_from() -> None:
    of = case(abstain=True)
    assert judge(of, abstention()).verdict is Verdict.RIGHT
    assert judge(of, answer()).verdict is Verdict.WRONG


def test_abstaining_from_what_the_plans_answer_is_neither_right_nor_wrong() -> None:
    judgement = judge(figure_case(), abstention("other_period"))
    assert judgement.verdict is Verdict.ABSTAINED
    assert judgement.reasons == ("it abstained: other_period",)


def test_a_line_that_tells_only_of_a_failure_is_an_abstention() -> None:
    assert judge(figure_case(), {"id": "c1", "status": "failed", "error": "x"}).verdict is Verdict.ABSTAINED


def test_every_fault_is_told_and_the_worst_decides() -> None:
    of = figure_case(all=("navet", "lärcentrum"))
    judgement = judge(of, answer("Navet: 9 000 tkr"))
    assert judgement.verdict is Verdict.WRONG
    assert len(judgement.reasons) == 2


def test_text_is_made_plain_before_matching() -> None:
    assert plain("**Hälso\u2011 och\u00a0sjuk\u00advård** [1], \u2212258") == "hälso- och sjukvård, -258"
