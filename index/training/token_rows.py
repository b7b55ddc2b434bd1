"""Texts as numbers of the terms that their pieces are made of, in one flat array from which batches are cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from index.training.composition import Composition
from index.training.prose import Integers

TEXTS_AT_A_TIME = 20_000
SHORTEST_THINNED = 4


@dataclass(frozen=True, slots=True)
class TokenRows:
    """Text `t` is ``terms[starts[t]:starts[t + 1]]``."""

    terms: npt.NDArray[np.int32]
    starts: Integers

    def batch(self, bounds: Integers, longest: int, lost: float, rng: np.random.Generator) -> tuple[Integers, Integers]:
        """Return the terms of some joined texts end to end, and where each begins.

        `bounds`, shape (n, 2 × slices), are the first text and the one after the last of each slice. What is joined is
        cut after `longest` terms; each term of one that is not very short is left out with the probability `lost`.
        """
        slices = self.starts[bounds].reshape(-1, 2)
        sizes = slices[:, 1] - slices[:, 0]
        terms = self.terms[_ranges(slices[:, 0], sizes)]
        lengths = sizes.reshape(len(bounds), -1).sum(axis=1)
        owner, place = np.repeat(np.arange(len(bounds)), lengths), _ranges(np.zeros_like(lengths), lengths)
        keep = (place < longest) & ((rng.random(len(owner)) >= lost) | (lengths[owner] < SHORTEST_THINNED))
        kept = np.bincount(owner[keep], minlength=len(bounds))
        return terms[keep].astype(np.int64), np.cumsum(kept) - kept


def encode_texts(tokenizer: Tokenizer, composition: Composition, texts: Sequence[str]) -> TokenRows:
    """Turn texts into the terms of their pieces, in their order."""
    flat: list[npt.NDArray[np.int32]] = []
    lengths: list[int] = [0]
    for first in range(0, len(texts), TEXTS_AT_A_TIME):
        chunk = list(texts[first : first + TEXTS_AT_A_TIME])
        pieces = [text.ids for text in tokenizer.encode_batch_fast(chunk, add_special_tokens=False)]
        rows = composition.row_of[np.fromiter(chain.from_iterable(pieces), dtype=np.int64)]
        begin, end = composition.starts[rows], composition.starts[rows + 1]
        flat.append(composition.terms[_ranges(begin, end - begin)].astype(np.int32))
        until = np.append(0, np.cumsum(end - begin))[np.cumsum([len(text) for text in pieces])]
        lengths.extend(np.diff(until, prepend=0))
    return TokenRows(np.concatenate(flat), np.cumsum(lengths))


def _ranges(starts: Integers, sizes: Integers) -> Integers:
    """Return the numbers of ranges of given starts and sizes, one range after the other."""
    return np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
