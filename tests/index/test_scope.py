import pytest

from index.editions import Edition, Manifest, Placement, PlanSummary
from index.errors import UnknownPlan
from index.scope import NamedPlans, Scope, is_of
from tests.index.plans import make_figure

NAMES = ("Kustlinjens kommunalförbund", "Södra Dalens kommun", "Region Norrvik", "")


def summary(organisation: str, period: tuple[int, int] | None = (2025, 2027)) -> PlanSummary:
    return PlanSummary("a", "Budget", organisation, period)


def manifest() -> Manifest:
    editions = [
        Edition(number, PlanSummary(f"plan-{number}", "Budget", name, None), "", Placement(1, ""), {})
        for number, name in enumerate(NAMES)
    ]
    return Manifest(1, {edition.plan_id: edition for edition in editions})


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Kustlinjens kommunalförbund", NAMES[0]),
        ("KUSTLINJEN", NAMES[0]),
        ("kustlinjens", NAMES[0]),
        ("Sodra Dalen", NAMES[1]),
        ("Norrviksregionen", NAMES[2]),
    ],
)
def test_an_organisation_is_known_by_its_name_or_a_part_of_it(name: str, organisation: str) -> None:
    assert [each for each in NAMES if is_of(summary(each), name)] == [organisation]


@pytest.mark.parametrize("name", ["", " ", "kommun", "kommunalförbund", "Dalens Kustlinje", "Norr"])
def test_a_word_that_is_no_ones_alone_names_nobody(name: str) -> None:
    assert not any(is_of(summary(each), name) for each in NAMES)


def test_nothing_said_is_everything() -> None:
    assert Scope().editions(manifest()) == list(manifest().editions.values())
    assert Scope().covers(summary("", None))
    assert Scope([]).editions(manifest()) == []


def test_a_plan_that_is_not_there_is_told() -> None:
    with pytest.raises(UnknownPlan):
        Scope(["plan-0", "plan-9"]).editions(manifest())


def test_each_plan_is_taken_once() -> None:
    assert [edition.number for edition in Scope(["plan-2", "plan-0", "plan-2"]).editions(manifest())] == [2, 0]


@pytest.mark.parametrize(("years", "covered"), [([2024], False), ([2024, 2025], True), ([2027], True), ([], False)])
def test_a_plan_is_of_the_years_of_its_period(years: list[int], covered: bool) -> None:
    assert Scope(years=years).covers(summary("")) == covered
    assert not Scope(years=years).covers(summary("", None))


def test_a_row_is_of_its_own_years_and_else_of_its_plans() -> None:
    row = (make_figure("a", "Hyra", "1", 2023), make_figure("a", "Hyra", "2", 2024))
    assert Scope(years=[2024]).holds_row(row, summary(""))
    assert not Scope(years=[2025]).holds_row(row, summary(""))


def test_the_plans_that_a_text_names_are_found() -> None:
    named = NamedPlans(manifest().editions.values())
    assert named.in_text("Vad kostar det i Kustlinjen och Norrviks region?") == {0, 2}
    assert named.in_text("Vad kostar kommunens plan?") == frozenset()
