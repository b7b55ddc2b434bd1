import pytest

from index.candidates import Candidate
from index.editions import Key, Kind
from index.variety import FURTHER, varied


def ranked(kind: Kind, *scores: float) -> list[Candidate]:
    return [Candidate(kind, Key(1, f"{kind}{place}"), score, None, None) for place, score in enumerate(scores)]


def test_the_best_of_all_kinds_come_first() -> None:
    both = {Kind.PASSAGE: ranked(Kind.PASSAGE, 0.9, 0.2), Kind.GOAL: ranked(Kind.GOAL, 0.5)}
    assert [each.key.id for each in varied(both, 5)] == ["passage0", "goal0", "passage1"]
    assert len(varied(both, 2)) == 2
    assert varied({kind: [] for kind in Kind}, 5) == []


def test_a_further_row_has_to_be_better_than_a_passage() -> None:
    both = {Kind.PASSAGE: ranked(Kind.PASSAGE, 0.8, 0.8), Kind.ROW: ranked(Kind.ROW, 1.0, 1.0)}
    chosen = varied(both, 4)
    assert [each.key.id for each in chosen] == ["row0", "passage0", "passage1", "row1"]
    assert chosen[-1].score == pytest.approx(FURTHER[Kind.ROW])


def test_passages_do_not_stand_in_each_others_way() -> None:
    both = {Kind.PASSAGE: ranked(Kind.PASSAGE, 0.8, 0.8, 0.8), Kind.ROW: ranked(Kind.ROW, 0.79)}
    assert [each.kind for each in varied(both, 3)] == [Kind.PASSAGE] * 3
