from index.editions import Kind
from index.generations import MAX_VECTORS, Usage, most, to_move


def test_a_small_generation_moves_along_with_a_new_plan() -> None:
    assert to_move([Usage(1, 150, stale=False)], written=100) == {1}


def test_a_large_generation_stays_where_it_is() -> None:
    assert to_move([Usage(1, 5_000, stale=False)], written=100) == frozenset()


def test_small_generations_carry_each_other_along() -> None:
    usages = [Usage(3, 600, stale=False), Usage(1, 200, stale=False), Usage(2, 2_000, stale=False)]
    assert to_move(usages, written=100) == {1, 3}


def test_a_generation_that_something_leaves_is_written_anew_however_large() -> None:
    assert to_move([Usage(1, MAX_VECTORS, stale=True), Usage(2, MAX_VECTORS, stale=False)], written=1) == {1}


def test_a_full_generation_never_moves_along() -> None:
    assert to_move([Usage(1, MAX_VECTORS, stale=False)], written=MAX_VECTORS) == frozenset()


def test_a_size_is_that_of_the_largest_kind() -> None:
    assert most([{Kind.PASSAGE: 3, Kind.ROW: 5}, {Kind.PASSAGE: 4}]) == 7
    assert most([]) == 0
