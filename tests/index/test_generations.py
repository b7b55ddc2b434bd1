from index.generations import MAX_VECTORS, Usage, to_move


def test_a_small_generation_moves_along_with_a_new_plan() -> None:
    assert to_move([Usage(1, 150, 300)], written=100) == {1}


def test_a_large_generation_stays_where_it_is() -> None:
    assert to_move([Usage(1, 5_000, 5_100)], written=100) == frozenset()


def test_small_generations_carry_each_other_along() -> None:
    assert to_move([Usage(3, 600, 600), Usage(1, 200, 200), Usage(2, 2_000, 2_000)], written=100) == {1, 3}


def test_a_generation_with_many_stale_vectors_is_written_anew() -> None:
    assert to_move([Usage(1, 5_000, 8_000)], written=1) == {1}


def test_few_stale_vectors_are_left() -> None:
    assert to_move([Usage(1, 300, 499)], written=1) == frozenset()


def test_a_full_generation_never_moves_along() -> None:
    assert to_move([Usage(1, MAX_VECTORS, MAX_VECTORS)], written=MAX_VECTORS) == frozenset()
