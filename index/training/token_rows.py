"""Texts as rows of piece numbers in one flat array, from which training batches are cut."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

TEXTS_AT_A_TIME = 20_000
SHORTEST_THINNED = 4

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TokenRows:
    """Row `r` is ``pieces[starts[r]:starts[r + 1]]``."""

    pieces: npt.NDArray[np.int32]
    starts: Integers

    def counts(self, size: int) -> Integers:
        """Count how often each of `size` pieces occurs."""
        return np.bincount(self.pieces, minlength=size)

    def batch(self, rows: Integers, longest: int, lost: float, rng: np.random.Generator) -> tuple[Integers, Integers]:
        """Return the pieces of some rows end to end, and where each row starts.

        Rows are cut after `longest` pieces; each piece of a row that is not very short is left out with the
        probability `lost`.
        """
        lengths = np.minimum(self.starts[rows + 1] - self.starts[rows], longest)
        owner = np.repeat(np.arange(len(rows)), lengths)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        keep = (rng.random(len(owner)) >= lost) | (lengths[owner] < SHORTEST_THINNED)
        pieces = self.pieces[(self.starts[rows][owner] + within)[keep]].astype(np.int64)
        kept = np.bincount(owner[keep], minlength=len(rows))
        return pieces, np.cumsum(kept) - kept


def encode_texts(tokenizer: Tokenizer, texts: Sequence[str]) -> TokenRows:
    """Turn texts into rows, in their order."""
    flat: list[npt.NDArray[np.int32]] = []
    lengths: list[int] = [0]
    for first in range(0, len(texts), TEXTS_AT_A_TIME):
        chunk = list(texts[first : first + TEXTS_AT_A_TIME])
        rows = [row.ids for row in tokenizer.encode_batch_fast(chunk, add_special_tokens=False)]
        lengths.extend(map(len, rows))
        flat.append(np.fromiter((piece for row in rows for piece in row), dtype=np.int32))
    return TokenRows(np.concatenate(flat), np.cumsum(lengths))
