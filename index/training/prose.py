"""Stretches laid end to end, so that any run of a text's sentences is a slice of rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.training.corpus import Stretch

Integers = npt.NDArray[np.int64]
Synonyms = Sequence[tuple[str, str]]

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[–−\"”»]?\s?[A-ZÅÄÖ0-9])")
_LEADING_NUMBER = re.compile(r"^[\d.\s]+(?=\D)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Texts in order: of each stretch its heading, empty where it has none, and its sentences; then pairs of synonyms.

    `headings[s]` is the row of stretch `s`'s heading. Paragraph `p` is the rows from `first[p]` up to, not with,
    `last[p]` and stands in stretch `owner[p]`. From row `synonyms` on, each two rows are a pair.
    """

    texts: list[str]
    headings: Integers
    first: Integers
    last: Integers
    owner: Integers
    synonyms: int

    @property
    def lengths(self) -> Integers:
        """Number of characters of each text."""
        return np.array([len(text) for text in self.texts], dtype=np.int64)


def lay_out(stretches: Sequence[Stretch], synonyms: Synonyms = ()) -> Prose:
    """Cut stretches into headings and sentences, one text each, and put pairs of synonyms after them."""
    texts: list[str] = []
    headings: list[int] = []
    paragraphs: list[tuple[int, int, int]] = []
    for owner, stretch in enumerate(stretches):
        headings.append(len(texts))
        texts.append(_LEADING_NUMBER.sub("", stretch.heading))
        for paragraph in stretch.paragraphs:
            parts = sentences(paragraph)
            paragraphs.append((len(texts), len(texts) + len(parts), owner))
            texts.extend(parts)
    first, last, owners = np.array(paragraphs, dtype=np.int64).reshape(-1, 3).T
    words = [word for pair in synonyms for word in pair]
    return Prose([*texts, *words], np.array(headings, dtype=np.int64), first, last, owners, len(texts))


def read_synonyms(file: Path) -> Synonyms:
    """Read word pairs from the first two tab-separated columns of a file; lines that start with # are notices."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph into sentences."""
    return [sentence for sentence in _SENTENCE_END.split(paragraph) if sentence]
