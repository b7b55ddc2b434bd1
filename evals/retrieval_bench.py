"""The bench of retrieval: pools of texts, evidence of golden questions, and how fast passages are embedded.

Paths are JSON lines with a pool's questions and texts, or plans. Where there are plans among them, golden questions are
asked of a library of these alone, and the usual chunks are cut from what the files hold; else the installation's plans
are asked, and chunks are cut from their sections as they stood before repair.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.bootstrap import open_embedder, open_library, open_reranker
from assistant.settings import Settings
from evals.asking import plans_to_ask
from evals.encode_bench import encode_rows
from evals.evidence_bench import as_it_is, chunk_searches, evidence_rows, library_searches
from evals.golden import Case, load_golden
from evals.minilm_peer import minilm
from evals.pdfplumber_pages import text_of
from evals.pool_bench import pool_rows
from evals.pool_rankings import HYBRID, RERANKED, Ranking, fused_ranking, own_rankings, peer_rankings, plans_of
from evals.retrieval_pools import Pool, read_pools
from index.embedded import open_embedded_library
from index.embedder import Embedder
from index.library import Library
from ingest.model import Plan
from ingest.reading import content_hash, find_files, read_plan

Parts = dict[str, list[dict[str, Any]]]
Libraries = dict[str, Library]
"""The library that is searched, and where a reranker is set the same one with it."""


def retrieval(
    paths: Sequence[Path], questions: Path | None, settings: Settings, rounds: int, *, distractors: bool = False
) -> Parts:
    """Measure what the paths allow; golden questions where they are named or there is no pool among the paths.

    Raises InvalidPool, EmptyLibrary, BenchExtraMissing, and what golden questions, reading a plan and opening the
    library raise.
    """
    files, plans = _sorted_out(paths)
    pools, peer = read_pools(files, distractors=distractors), minilm()
    texts = [text.text for pool in pools for text in pool.texts]
    with ExitStack() as stack:
        parts = pool_rows({pool: _rankings(pool, settings, peer, stack) for pool in pools})
        if questions or not pools:
            libraries, plan_texts = stack.enter_context(_asked(plans, settings))
            parts |= _evidence(libraries, plan_texts, load_golden(questions).cases, peer)
            texts += plan_texts.values()
    return parts | encode_rows(texts, open_embedder(settings), peer, rounds)


def _sorted_out(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The files of pools, and those of plans."""
    named = [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    pools = [file for file in named if file.suffix == ".jsonl"]
    held = {file.parent for file in pools}
    plans = [path for path in paths if path.suffix != ".jsonl" and path not in held]
    return pools, list(find_files(plans)) if plans else []


def _rankings(pool: Pool, settings: Settings, peer: Embedder, stack: ExitStack) -> dict[str, Ranking]:
    libraries = stack.enter_context(_library_of(list(plans_of(pool)), settings))
    reranked = {RERANKED: fused_ranking(libraries[RERANKED])} if RERANKED in libraries else {}
    return {**peer_rankings(pool, peer), **own_rankings(libraries[HYBRID]), **reranked}


def _evidence(libraries: Libraries, texts: dict[str, str], cases: Sequence[Case], peer: Embedder) -> Parts:
    reranked = {RERANKED: as_it_is(libraries[RERANKED])} if RERANKED in libraries else {}
    searches = {**chunk_searches(texts, cases, peer), **library_searches(libraries[HYBRID]), **reranked}
    return evidence_rows(searches, cases, RERANKED if reranked else HYBRID)


@contextmanager
def _library_of(plans: Sequence[tuple[Plan, str]], settings: Settings) -> Iterator[Libraries]:
    """These plans alone in a folder of their own, whatever the installation keeps its plans in."""
    embedder, reranker = open_embedder(settings), open_reranker(settings)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        library = stack.enter_context(open_embedded_library(Path(folder), embedder))
        library.ingest(plans)
        libraries = {HYBRID: library}
        if reranker:
            libraries[RERANKED] = stack.enter_context(open_embedded_library(Path(folder), embedder, reranker))
        yield libraries


@contextmanager
def _asked(files: Sequence[Path], settings: Settings) -> Iterator[tuple[Libraries, dict[str, str]]]:
    """The library that golden questions are asked of, and the texts of its plans by id."""
    if files:
        plans = [(read_plan(file), content_hash(file)) for file in files]
        texts = {plan.id: _text_of(file) for file, (plan, _) in zip(files, plans, strict=True)}
        with _library_of(plans, settings) as libraries:
            yield libraries, texts
        return
    with ExitStack() as stack:
        library = stack.enter_context(open_library(settings.model_copy(update={"reranker": None})))
        libraries = {HYBRID: library}
        if settings.reranker:
            libraries[RERANKED] = stack.enter_context(open_library(settings))
        yield libraries, {plan.id: _text_as_it_stood(plan) for plan in plans_to_ask(library, str(settings.data))}


def _text_of(file: Path) -> str:
    return text_of(file) if file.suffix.casefold() == ".pdf" else file.read_text("utf-8", errors="replace")


def _text_as_it_stood(plan: Plan) -> str:
    parts = ((*section.path[-1:], section.original or section.text) for section in plan.sections)
    return "\n".join(text for part in parts for text in part)
