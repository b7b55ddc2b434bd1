from decimal import Decimal

import pytest

from evals.reading_cells import Aspect, Judged, path_right, read_amounts, read_cells
from evals.reading_truth import TrueAmount
from ingest.model import Basis, Figure, FigureKind, Unit
from tests.evals.readings import figure, true_cell


def aspects(read: Figure) -> dict[Aspect, Judged]:
    (found,), _ = read_cells([true_cell()], [read])
    return found.aspects


def test_a_cell_that_is_read_as_printed_is_right_in_every_aspect() -> None:
    (found,), left = read_cells([true_cell()], [figure()])
    assert found.right
    assert set(found.aspects) == set(Aspect)
    assert set(found.aspects.values()) == {Judged.RIGHT}
    assert left == []


@pytest.mark.parametrize(
    ("read", "aspect", "judged"),
    [
        (figure("-100"), Aspect.SIGN, Judged.WRONG),
        (figure(unit=Unit.KR), Aspect.UNIT, Judged.WRONG),
        (figure(unit=None), Aspect.UNIT, Judged.UNDECIDED),
        (figure(year=2024), Aspect.YEAR, Judged.WRONG),
        (figure(basis=None), Aspect.BASIS, Judged.UNDECIDED),
        (figure(owner="Simhallen"), Aspect.OWNER, Judged.WRONG),
        (figure(owner=None), Aspect.OWNER, Judged.UNDECIDED),
        (figure(label="Personalen"), Aspect.LABEL, Judged.WRONG),
    ],
)
def test_one_wrong_or_undecided_aspect_makes_the_cell_not_right(read: Figure, aspect: Aspect, judged: Judged) -> None:
    (found,), _ = read_cells([true_cell()], [read])
    assert not found.right
    assert {name: how for name, how in found.aspects.items() if how is not Judged.RIGHT} == {aspect: judged}


@pytest.mark.parametrize(
    ("read", "aspect"),
    [(figure(kind=FigureKind.INCOME), Aspect.KIND), (figure(path=("Budget", "INTÄKTER")), Aspect.PATH)],
)
def test_kind_and_path_are_judged_apart(read: Figure, aspect: Aspect) -> None:
    (found,), _ = read_cells([true_cell()], [read])
    assert found.right
    assert found.aspects[aspect] is Judged.WRONG


def test_a_wrong_value_is_a_missed_cell_and_a_figure_too_much() -> None:
    (found,), left = read_cells([true_cell()], [figure("101")])
    assert set(found.aspects.values()) == {Judged.MISSED}
    assert not found.right
    assert [each.value for each in left] == [101]


def test_a_figure_on_another_page_is_no_reading_of_the_cell() -> None:
    (found,), _ = read_cells([true_cell(page=2)], [figure()])
    assert found.figure is None
    (found,), _ = read_cells([true_cell(page=2)], [figure(page=None)])
    assert found.right


def test_equal_amounts_go_to_the_cells_that_they_agree_with_most() -> None:
    cells = [true_cell(years=(2024,)), true_cell(years=(2025,)), true_cell(labels=("Hyra",))]
    figures = [figure(label="Hyra"), figure(), figure(year=2024)]
    found, left = read_cells(cells, figures)
    assert all(each.right for each in found)
    assert left == []


def test_a_zero_belongs_only_to_a_cell_of_its_label() -> None:
    (found,), left = read_cells([true_cell("0")], [figure("0", label="RESULTAT")])
    assert found.figure is None
    assert len(left) == 1


def test_what_the_truth_leaves_open_may_be_null() -> None:
    cell = true_cell(years=(2025, None), bases=(Basis.BUDGET, None), kinds=())
    (found,), _ = read_cells([cell], [figure(year=None, basis=None, kind=FigureKind.OTHER)])
    assert found.right
    assert Aspect.KIND not in found.aspects


def test_a_sum_may_stand_with_its_group_or_above_it_and_a_row_may_not() -> None:
    above = figure(path=("Budget",))
    assert path_right(true_cell(kinds=(FigureKind.SUM,)), above)
    assert not path_right(true_cell(), above)


def test_amounts_in_text_need_their_value_unit_page_and_words() -> None:
    amount = TrueAmount(1, Decimal("2.5"), Unit.PERCENT, ("avgiften",), (), optional=False)
    said = figure("2.5", unit=Unit.PERCENT, table=None, quote="Avgiften räknas upp med 2,5 %.")
    pairs, left = read_amounts([amount], [said])
    assert (pairs, left) == ({0: said}, [])
    for other in (figure("2.5", table=None, quote="Avgiften"), figure("2.5", unit=Unit.PERCENT, quote="hyran")):
        assert read_amounts([amount], [other]) == ({}, [other])
