"""Questions whose right texts are known, and the pools of texts that they are looked for in.

Two forms of JSON lines are read. *Candidates*: `question`, `candidate_answers`, `label` (the right one's place) and
`category_id`, as in SuperLim's SweFAQ; the pool is the right answers of all the file's questions. *Passages*: a file
NAME_passages.jsonl with `id` and `text`, beside files NAME_queries….jsonl with `question`, `relevant` (a passage's id)
and perhaps `split`; lines with the same question are one question for which several passages are relevant.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals.errors import InvalidPool

PASSAGES, QUERIES = "_passages.jsonl", "_queries"


@dataclass(frozen=True, slots=True)
class PooledText:
    """A text that may be found; texts of one group are the candidates of the questions of that group."""

    text: str
    group: str


@dataclass(frozen=True, slots=True)
class PooledQuestion:
    """A question and the places of its right texts in the pool.

    `group` is null where a question has no candidates of its own; `split` is the part of the bench it belongs to.
    """

    text: str
    relevant: frozenset[int]
    group: str | None = None
    split: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """Texts, and questions asked of them all."""

    name: str
    texts: tuple[PooledText, ...]
    questions: tuple[PooledQuestion, ...]


def read_pools(paths: Sequence[Path], *, distractors: bool = False) -> tuple[Pool, ...]:
    """Every pool of these JSON-lines files; raises InvalidPool naming file and line.

    With `distractors` each pool holds the texts of all the others too, behind its own.
    """
    pools = tuple(_pool(path) for path in paths if not path.name.endswith(PASSAGES))
    return _together(pools) if distractors else pools


def _together(pools: Sequence[Pool]) -> tuple[Pool, ...]:
    every = {text.text: text for pool in pools for text in pool.texts}
    return tuple(
        replace(pool, texts=tuple(({text.text: text for text in pool.texts} | every).values())) for pool in pools
    )


def _pool(path: Path) -> Pool:
    lines = list(_lines(path))
    stem, queries, _ = path.name.partition(QUERIES)
    try:
        if queries:
            return _passage_pool(path.stem, lines, path.with_name(stem + PASSAGES))
        return _candidate_pool(path.stem, lines)
    except (KeyError, IndexError, TypeError) as error:
        raise InvalidPool(path.name, f"{type(error).__name__}: {error}") from error


def _candidate_pool(name: str, lines: Sequence[Mapping[str, Any]]) -> Pool:
    right = [str(line["candidate_answers"][line["label"]]) for line in lines]
    groups = [f"{name}-{line['category_id']}" for line in lines]
    places = {text: place for place, text in enumerate(dict.fromkeys(right))}
    group_of = dict(zip(right, groups, strict=True))
    questions = (
        PooledQuestion(str(line["question"]), frozenset({places[text]}), group)
        for line, text, group in zip(lines, right, groups, strict=True)
    )
    return Pool(name, tuple(PooledText(text, group_of[text]) for text in places), tuple(questions))


def _passage_pool(name: str, lines: Sequence[Mapping[str, Any]], passages: Path) -> Pool:
    texts = list(_lines(passages))
    places = {text["id"]: place for place, text in enumerate(texts)}
    relevant: dict[tuple[str, str], set[int]] = {}
    for line in lines:
        asked = (str(line["question"]), str(line.get("split", "")))
        relevant.setdefault(asked, set()).add(places[line["relevant"]])
    questions = (PooledQuestion(text, frozenset(found), None, split) for (text, split), found in relevant.items())
    return Pool(name, tuple(PooledText(str(text["text"]), passages.stem) for text in texts), tuple(questions))


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    try:
        content = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidPool(str(path), getattr(error, "strerror", None) or "it is no text") from error
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            try:
                entry = json.loads(line)
            except ValueError as error:
                raise InvalidPool(f"{path.name}, line {number}", "it is not JSON") from error
            if not isinstance(entry, dict):
                raise InvalidPool(f"{path.name}, line {number}", "it is no object")
            yield entry
