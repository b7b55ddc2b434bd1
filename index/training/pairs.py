"""Texts that belong together, for contrastive training: no label is needed but where a text stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path

import numpy as np

from index.training.corpus import Stretch

Pair = tuple[str, str]

PARAGRAPHS_UNDER_HEADING = 3
SENTENCES_FOR_SECOND_CUT = 5
MIN_SENTENCE_CHARACTERS = 25

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[–−\"”»]?\s?[A-ZÅÄÖ0-9])")
_LEADING_NUMBER = re.compile(r"^[\d.\s]+(?=\D)")


def pairs_of(stretches: Iterable[Stretch], rng: np.random.Generator) -> list[Pair]:
    """Draw (query-like, passage-like) pairs from stretches, in the stretches' order."""
    return [pair for stretch in stretches for pair in _pairs_in(stretch, rng)]


def read_synonyms(file: Path) -> list[Pair]:
    """Read word pairs from the first two tab-separated columns of a file; lines that start with # are notices."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into sentences."""
    return [sentence for sentence in _SENTENCE_END.split(paragraph) if sentence]


def _pairs_in(stretch: Stretch, rng: np.random.Generator) -> Iterator[Pair]:
    heading = _LEADING_NUMBER.sub("", stretch.heading)
    with_next = list(pairwise([*stretch.paragraphs, ""]))
    yield from ((heading, " ".join(two)) for two in with_next[:PARAGRAPHS_UNDER_HEADING] if heading)
    yield from pairwise(stretch.paragraphs)
    yield from _questions(heading, stretch.paragraphs)
    yield from chain.from_iterable(_cut_out(sentences(paragraph), after, rng) for paragraph, after in with_next)


def _questions(heading: str, paragraphs: list[str]) -> Iterator[Pair]:
    """Pair each question with the heading and what the stretch says first, from which it grew."""
    ground = " ".join([heading, *paragraphs[:2]])
    for paragraph in paragraphs[2:]:
        yield from ((sentence, ground) for sentence in sentences(paragraph) if sentence.endswith("?"))


def _cut_out(parts: list[str], after: str, rng: np.random.Generator) -> Iterator[Pair]:
    """Pair one sentence, two of a long paragraph, with the rest of its paragraph and the one after it."""
    cuts = min(len(parts) // 2, 2 if len(parts) >= SENTENCES_FOR_SECOND_CUT else 1)
    for index in rng.choice(len(parts), size=cuts, replace=False) if cuts else ():
        if len(parts[index]) >= MIN_SENTENCE_CHARACTERS:
            yield parts[index], " ".join([*parts[:index], *parts[index + 1 :], after])
