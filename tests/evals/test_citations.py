from evals.citations import citations_hold, cited_places, section_texts
from tests.evals.cases import PLAN, ROW, abstention, answer, case, citation, figure_case

SECTIONS = section_texts(
    [
        {"plan": PLAN, "path": ["Budget"], "page": 3, "text": f"Tabell 1\n{ROW}\nHyra\t-120"},
        {"plan": PLAN, "path": ["Budget"], "page": 4, "text": "Fortsättning: hyran stiger."},
        {"plan": "soderby", "path": ["Mål"], "page": None, "text": "Ett mål."},
    ]
)


def test_a_quote_stands_when_its_section_holds_it_whatever_the_white_space() -> None:
    quoted = answer(citations=[citation(quote="Personal -8 374\u00a0\n-8 622")])
    assert citations_hold(figure_case(), quoted, SECTIONS) is True


def test_two_sections_of_one_path_are_both_looked_into() -> None:
    assert citations_hold(figure_case(), answer(citations=[citation(quote="hyran stiger")]), SECTIONS) is True


def test_a_quote_of_another_section_an_unknown_one_or_nothing_does_not_stand() -> None:
    for wrong in (citation(quote="Ett mål."), citation(section=("Borta",)), citation(quote=" "), citation(quote="Lön")):
        assert citations_hold(figure_case(), answer(citations=[wrong]), SECTIONS) is False


def test_every_quote_must_stand() -> None:
    assert citations_hold(case(), answer(citations=[citation(), citation(quote="Lön")]), SECTIONS) is False


def test_the_right_plan_must_be_cited() -> None:
    other = citation(plan="soderby", section=("Mål",), quote="Ett mål.")
    assert citations_hold(figure_case(), answer(citations=[other]), SECTIONS) is False
    assert citations_hold(case(all=("mål",)), answer(citations=[other]), SECTIONS) is True
    assert citations_hold(case(all=("mål",)), answer(citations=[]), SECTIONS) is False


def test_an_abstention_has_nothing_to_hold() -> None:
    assert citations_hold(figure_case(), abstention(), SECTIONS) is None


def test_cited_places_are_those_of_all_answers() -> None:
    assert cited_places([answer(), abstention(), {"status": "failed"}]) == {(PLAN, ("Budget",))}
