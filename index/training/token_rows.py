"""Texts as numbers of their pieces' rows, in one flat array from which training batches are cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from index.training.prose import Integers

TEXTS_AT_A_TIME = 20_000
SHORTEST_THINNED = 4


@dataclass(frozen=True, slots=True)
class TokenRows:
    """Text `t` is ``rows[starts[t]:starts[t + 1]]``."""

    rows: npt.NDArray[np.int32]
    starts: Integers

    def batch(self, bounds: Integers, longest: int, lost: float, rng: np.random.Generator) -> tuple[Integers, Integers]:
        """Return the rows of some joined texts end to end, and where each begins.

        `bounds`, shape (n, 2 × slices), are the first text and the one after the last of each slice. What is joined is
        cut after `longest` rows; each row of one that is not very short is left out with the probability `lost`.
        """
        slices = self.starts[bounds].reshape(-1, 2)
        sizes = slices[:, 1] - slices[:, 0]
        rows = self.rows[_ranges(slices[:, 0], sizes)]
        lengths = sizes.reshape(len(bounds), -1).sum(axis=1)
        owner, place = np.repeat(np.arange(len(bounds)), lengths), _ranges(np.zeros_like(lengths), lengths)
        keep = (place < longest) & ((rng.random(len(owner)) >= lost) | (lengths[owner] < SHORTEST_THINNED))
        kept = np.bincount(owner[keep], minlength=len(bounds))
        return rows[keep].astype(np.int64), np.cumsum(kept) - kept


def encode_texts(tokenizer: Tokenizer, row_of: npt.NDArray[np.int32], texts: Sequence[str]) -> TokenRows:
    """Turn texts into the numbers of their pieces' rows, in their order."""
    flat: list[npt.NDArray[np.int32]] = []
    lengths: list[int] = [0]
    for first in range(0, len(texts), TEXTS_AT_A_TIME):
        chunk = list(texts[first : first + TEXTS_AT_A_TIME])
        pieces = [text.ids for text in tokenizer.encode_batch_fast(chunk, add_special_tokens=False)]
        lengths.extend(map(len, pieces))
        flat.append(row_of[np.fromiter(chain.from_iterable(pieces), dtype=np.int64)])
    return TokenRows(np.concatenate(flat), np.cumsum(lengths))


def _ranges(starts: Integers, sizes: Integers) -> Integers:
    """Return the numbers of ranges of given starts and sizes, one range after the other."""
    return np.arange(sizes.sum()) + np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
