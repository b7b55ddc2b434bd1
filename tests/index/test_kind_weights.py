import pytest

from index.editions import Kind
from index.kind_weights import KIND_WEIGHTS, Asked, asked_for
from index.query import query_of
from tests.fakes import memory_catalogue


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Vad kostar hyran?", Asked.AMOUNT),
        ("personal 2026", Asked.AMOUNT),
        ("Hur stor del går till resor?", Asked.AMOUNT),
        ("What is the rent?", Asked.AMOUNT),
        ("Vilka delmål finns för 2026?", Asked.GOAL),
        ("Vilken effekt väntas?", Asked.GOAL),
        ("Vem leder arbetet?", Asked.ANYTHING),
    ],
)
def test_a_question_is_told_by_its_words(text: str, asked: Asked) -> None:
    assert asked_for(query_of(text, memory_catalogue().lexical)) is asked


def test_every_kind_has_a_weight_for_whatever_is_asked() -> None:
    assert all(weights.keys() == set(Kind) for weights in KIND_WEIGHTS.values())
    assert KIND_WEIGHTS.keys() == set(Asked)
