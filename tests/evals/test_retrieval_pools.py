from pathlib import Path

import pytest

from evals.errors import InvalidPool
from evals.retrieval_pools import Pool, read_pools
from tests.evals.pools import BATH, CANDIDATES, LIBRARY, PASSAGES, SCHOOL, write_lines, write_pools


def pools_in(folder: Path, *, distractors: bool = False) -> dict[str, Pool]:
    read = read_pools(sorted(write_pools(folder).glob("*.jsonl")), distractors=distractors)
    return {pool.name: pool for pool in read}


def test_the_right_answers_of_a_file_are_the_pool_of_all_its_questions(tmp_path: Path) -> None:
    pool = pools_in(tmp_path)["town_faq"]
    assert [text.text for text in pool.texts] == [BATH, LIBRARY, SCHOOL]
    assert [question.relevant for question in pool.questions] == [{0}, {1}, {2}]


def test_candidates_are_the_texts_of_the_questions_group(tmp_path: Path) -> None:
    pool = pools_in(tmp_path)["town_faq"]
    groups = [question.group for question in pool.questions]
    assert [text.group for text in pool.texts] == groups
    assert len(set(groups)) == 2


def test_an_answer_that_is_right_twice_stands_in_the_pool_once(tmp_path: Path) -> None:
    again = {**CANDIDATES[0], "question": "Är badhuset öppet i dag?"}
    (pool,) = read_pools([write_lines(tmp_path / "faq.jsonl", [*CANDIDATES, again])])
    assert len(pool.texts) == 3
    assert pool.questions[3].relevant == pool.questions[0].relevant


def test_queries_are_asked_of_the_passages_beside_them(tmp_path: Path) -> None:
    pool = pools_in(tmp_path)["town_queries"]
    assert [text.text for text in pool.texts] == [passage["text"] for passage in PASSAGES]
    found = [(sorted(question.relevant), question.split) for question in pool.questions]
    assert found == [([0, 1], "dev"), ([1], "training")]
    assert {question.group for question in pool.questions} == {None}


def test_distractors_stand_behind_a_pools_own_texts(tmp_path: Path) -> None:
    plain, harder = pools_in(tmp_path), pools_in(tmp_path, distractors=True)
    assert {len(pool.texts) for pool in harder.values()} == {5}
    for name, pool in plain.items():
        assert harder[name].texts[: len(pool.texts)] == pool.texts
        assert harder[name].questions == pool.questions


@pytest.mark.parametrize(
    "line", ["no JSON", "[]", '{"question": "?"}', '{"question": "?", "candidate_answers": ["a"], "label": 3}']
)
def test_a_line_of_another_form_is_told_with_its_file(tmp_path: Path, line: str) -> None:
    path = tmp_path / "faq.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(InvalidPool) as caught:
        read_pools([path])
    assert caught.value.where.startswith("faq.jsonl")


def test_queries_without_their_passages_are_told(tmp_path: Path) -> None:
    (write_pools(tmp_path) / "town_passages.jsonl").unlink()
    with pytest.raises(InvalidPool, match="town_passages"):
        read_pools([tmp_path / "town_queries.jsonl"])


def test_a_passage_that_is_not_there_is_told(tmp_path: Path) -> None:
    write_lines(write_pools(tmp_path) / "town_passages.jsonl", PASSAGES[:1])
    with pytest.raises(InvalidPool, match="9"):
        read_pools([tmp_path / "town_queries.jsonl"])
