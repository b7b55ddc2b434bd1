import pytest

from evals.records import Retrieved
from evals.retrieval import has_evidence
from ingest.model import Unit
from tests.evals.cases import PLAN, amount, case, figure_case

PASSAGE = (
    "Driftbudget 2030, tkr\nPersonal\t-8 374\t-8 622\nHyra\t-120\t-130\nMedlemmarna är fjorton. De betalar 1,5 mnkr."
)


def hit(text: str = PASSAGE, plan: str = PLAN, section: tuple[str, ...] = ("Budget",)) -> Retrieved:
    return Retrieved(plan, section, text)


def test_a_row_with_the_amount_and_its_label_is_evidence() -> None:
    assert has_evidence(figure_case(turns=("Vad kostar personal 2030?",)), [hit()]) is True


def test_the_amount_beside_another_label_is_no_evidence() -> None:
    assert has_evidence(figure_case("120", turns=("Vad kostar personal 2030?",)), [hit()]) is False


@pytest.mark.parametrize("value", ["8375", "374", "8", "37", "837", "622"])
def test_part_of_a_number_or_another_number_is_no_evidence(value: str) -> None:
    assert has_evidence(figure_case(value, turns=("Vad kostar personal 2030?",)), [hit()]) is False


@pytest.mark.parametrize("row", ["Personal -8 374 -8 622", "Personal  8 374 8 622", "Personal\t8.374\t8.622"])
def test_a_row_is_read_however_its_cells_are_set_apart(row: str) -> None:
    of = figure_case(turns=("Vad kostar personal 2030?",))
    assert has_evidence(of, [hit(row)]) is True


@pytest.mark.parametrize(("value", "found"), [("10447", True), ("10760", True), ("447", False), ("76011", False)])
def test_unsigned_cells_set_apart_by_spaces_are_read_by_their_groups(value: str, found: bool) -> None:
    of = figure_case(value, turns=("Vad är avgiften 2030?",))
    assert has_evidence(of, [hit("Avgift 10 447 10 760 11 083")]) is found


@pytest.mark.parametrize(("asked", "found"), [("personalkostnaderna", True), ("hyreskostnader", False)])
def test_a_part_of_a_compound_stands_for_it(asked: str, found: bool) -> None:
    assert has_evidence(figure_case(turns=(f"Vad är {asked} 2030?",)), [hit()]) is found


def test_function_words_are_no_label() -> None:
    of = figure_case("14", Unit.COUNT, turns=("Hur många bilar finns det för alla?",))
    assert has_evidence(of, [hit("Det finns 14 kommuner för alla.")]) is False


def test_a_question_in_english_needs_only_some_label() -> None:
    of = figure_case(type="english", turns=("What do salaries cost?",))
    assert has_evidence(of, [hit()]) is True
    assert has_evidence(of, [hit("-8 374\t-8 622")]) is False


def test_two_cells_are_not_one_number() -> None:
    assert has_evidence(figure_case(turns=("Vad kostar personal?",)), [hit("Personal\t8\t374")]) is False


def test_an_amount_printed_in_another_unit_is_evidence() -> None:
    assert has_evidence(figure_case("1500", turns=("Hur mycket betalar de?",)), [hit()]) is True


def test_a_decimal_comma_is_read() -> None:
    passage = hit("Avgiften räknas upp med 2,5 procent.")
    assert has_evidence(figure_case("2.5", Unit.PERCENT, turns=("Hur räknas avgiften upp?",)), [passage]) is True
    assert has_evidence(figure_case("5", Unit.PERCENT, turns=("Hur räknas avgiften upp?",)), [passage]) is False


def test_a_hit_of_another_plan_is_no_evidence() -> None:
    assert has_evidence(figure_case(turns=("Vad kostar personal?",)), [hit(plan="soderby")]) is False


def test_a_hit_that_is_too_long_is_no_evidence() -> None:
    assert has_evidence(figure_case(turns=("Vad kostar personal?",)), [hit(PASSAGE + " x" * 750)]) is False


def test_only_the_first_five_hits_are_looked_at() -> None:
    of, filler = figure_case(turns=("Vad kostar personal?",)), hit("Något annat.")
    assert has_evidence(of, [filler] * 4 + [hit()]) is True
    assert has_evidence(of, [filler] * 5 + [hit()]) is False


def test_all_expressions_must_stand_in_one_hit_headings_included() -> None:
    of = case(all=("budget", "hyra", "fjorton"))
    assert has_evidence(of, [hit()]) is True
    assert has_evidence(of, [hit("hyra"), hit("fjorton")]) is False


def test_one_of_any_must_stand_in_the_hit() -> None:
    assert has_evidence(case(any=("hyra", "lön")), [hit()]) is True
    assert has_evidence(case(any=("lön",)), [hit()]) is False


def test_questions_without_evidence_are_not_measured() -> None:
    assert has_evidence(case(abstain=True), [hit()]) is None
    assert has_evidence(case(type="arithmetic", fig=(amount("248"),)), [hit()]) is None


def test_no_hit_is_a_miss() -> None:
    assert has_evidence(figure_case(), []) is False
