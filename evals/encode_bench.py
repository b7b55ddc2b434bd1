"""How many passages a second the embedder takes, beside the usual model in the same run.

The texts are real ones cut into passages of 200 words. Both take passages in turns, and what they load at first is not
counted. Time is the clock's, for both use every core.
"""

from collections.abc import Iterable, Sequence
from itertools import cycle, islice
from statistics import median
from time import perf_counter
from typing import Any

from evals.errors import NothingToMeasure
from evals.pool_rankings import MINILM
from evals.speed_bench import interleaved
from index.embedder import Embedder

WORDS = 200
OWN_PASSAGES, PEER_PASSAGES = 3_000, 32
"""How many passages each embeds in a round: about as long as the other, where one is a hundred times as fast."""

TITLE = f"passages of {WORDS} words embedded in a second"


def encode_rows(texts: Iterable[str], own: Embedder, peer: Embedder, rounds: int) -> dict[str, list[dict[str, Any]]]:
    """Passages per second of each embedder, and how many times as fast the first is; raises NothingToMeasure."""
    passages = passages_of(texts)
    if not passages:
        raise NothingToMeasure("", f"texts of {WORDS} words")
    many, few = (list(islice(cycle(passages), count)) for count in (OWN_PASSAGES, PEER_PASSAGES))
    own.embed_passages(many[:1])
    peer.embed_passages(few[:1])
    times = interleaved(lambda: own.embed_passages(many), lambda: peer.embed_passages(few), rounds, perf_counter)
    speeds = [(len(many) / ours, len(few) / theirs) for ours, theirs in times]
    ratio = median(ours / theirs for ours, theirs in speeds)
    ours, theirs = (median(each) for each in zip(*speeds, strict=True))
    return {
        TITLE: [
            {"embedder": own.name, "passages a second": round(ours), "times as fast": round(ratio)},
            {"embedder": MINILM, "passages a second": round(theirs, 1), "times as fast": 1},
        ]
    }


def passages_of(texts: Iterable[str]) -> Sequence[str]:
    """The words of all texts in runs of 200; what is left over at the end is no passage."""
    words = [word for text in texts for word in text.split()]
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS + 1, WORDS)]
