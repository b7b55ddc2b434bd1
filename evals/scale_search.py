"""Searches a large library and tells how long it takes: `python -m evals.scale_search`, told on stdin what to ask.

A process of its own, so that its memory is that of a server which has opened the library and searched it.
"""

import heapq
import json
import resource
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from evals.metrics import percentile
from evals.speed_bench import MEGABYTE, MEMORY_UNIT

if TYPE_CHECKING:
    from index.embedder import Embedder
    from index.library import Library

CALLERS = (1, 8)
WARMING = 20
"""Questions that are asked before the time is taken."""

HITS = 10
SAME = 1e-5
"""A hit whose cosine is this near to the tenth best is one of the ten best."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to search for, and the plans that a limited search keeps to, in turns."""

    data: Path
    questions: Sequence[str]
    plan_ids: Sequence[str]
    recalled: int


def search_times(library: "Library", asked: Asked) -> list[Row]:
    """Milliseconds of embedding a question and searching, for passages and all kinds, everywhere and in one plan.

    By the clock, and for one caller the processor's too, which other work on the machine does not lengthen.
    """
    from index.scope import EVERYTHING, Scope

    one_plan = [Scope((plan_id,)) for plan_id in asked.plan_ids]
    searches: dict[str, Callable[..., object]] = {"passages": library.search_passages, "all kinds": library.search}
    return [
        {"search": name, "in": where, "callers": callers, **_times(search, asked.questions, scopes, callers)}
        for name, search in searches.items()
        for where, scopes in (("all plans", [EVERYTHING]), ("one plan", one_plan))
        for callers in CALLERS
    ]


def dense_recall(data: Path, embedder: "Embedder", questions: Sequence[str]) -> float:
    """Share of the ten nearest passages that the vector store finds."""
    from index.chroma_store import ChromaShelf
    from index.dense import DenseIndex
    from index.edition_vectors import read_vectors
    from index.editions import Kind
    from index.pydantic_codec import format_name
    from index.sqlite_catalogue import open_sqlite_catalogue

    catalogue, shelf = open_sqlite_catalogue(data / "library.sqlite", format_name()), ChromaShelf(data)
    editions = list(catalogue.manifests.read().editions.values())
    queries = [embedder.embed_query(question) for question in questions]
    best: list[list[float]] = [[] for _ in queries]
    for edition in editions:
        held = read_vectors(shelf, catalogue.editions, Kind.PASSAGE, [edition])[edition.number]
        for place, query in enumerate(queries):
            best[place] = heapq.nlargest(HITS, [*best[place], *(held.vectors @ query).tolist()])
    dense = DenseIndex(shelf, catalogue.editions)
    found = 0
    for query, scores in zip(queries, best, strict=True):
        matches = dense.search(Kind.PASSAGE, query, editions, HITS)
        found += sum(match.score >= scores[-1] - SAME for match in matches)
    shelf.close()
    catalogue.close()
    return found / sum(map(len, best))


def _times(search: Callable[..., object], questions: Sequence[str], scopes: Sequence[object], callers: int) -> Row:
    def timed(pair: tuple[str, object]) -> tuple[float, float]:
        begin, processor = perf_counter(), process_time()
        search(*pair)
        return (perf_counter() - begin) * 1000, (process_time() - processor) * 1000

    pairs = list(zip(questions, cycle(scopes), strict=False))
    with ThreadPoolExecutor(callers) as pool:
        list(pool.map(timed, pairs[:WARMING]))
        taken, worked = zip(*pool.map(timed, pairs), strict=True)
    alone = percentile(worked, 0.5) if callers == 1 else None
    return {"p50_ms": percentile(taken, 0.5), "p95_ms": percentile(taken, 0.95), "processor_p50_ms": alone}


def _main() -> None:
    from assistant.bootstrap import open_embedder, open_library
    from assistant.settings import load_settings

    told = json.load(sys.stdin)
    asked = Asked(Path(told["data"]), told["questions"], told["plan_ids"], told["recalled"])
    settings = load_settings(data=asked.data).model_copy(update={"database_url": None})
    begin = perf_counter()
    with open_library(settings) as library:
        library.search_passages(asked.questions[0])
        first = perf_counter() - begin
        rows = search_times(library, asked)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT
    recall = (
        dense_recall(asked.data, open_embedder(settings), asked.questions[: asked.recalled]) if asked.recalled else None
    )
    memory = {"first search after opening, s": round(first, 2), "peak MB": round(peak / MEGABYTE)}
    sys.stdout.write(json.dumps({"searching": rows, "opening": [{**memory, "dense recall@10": recall}]}))


if __name__ == "__main__":
    _main()
