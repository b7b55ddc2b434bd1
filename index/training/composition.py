"""What a word piece is made of: while training, a piece is the sum of its base form's row and those of its parts.

*Medlemsavgiften* thus lends what it learns to *medlem* and *avgift*, and a compound that the corpus shows seldom
borrows from them. Afterwards each sum is a row of its own: nothing is left to be analysed when a text is embedded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from index.analysis import base_form, parts_of
from index.training.prose import Integers

SHORTEST_ANALYSED = 4


@dataclass(frozen=True, slots=True)
class Composition:
    """Piece `p` has row `row_of[p]`; row `r` is the sum of the terms ``terms[starts[r]:starts[r + 1]]``."""

    row_of: npt.NDArray[np.int32]
    terms: Integers
    starts: Integers

    @property
    def size(self) -> int:
        """Number of different terms."""
        return int(self.terms.max()) + 1

    def rows(self, vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Add up the terms' vectors, shape (size, dimension), to rows, shape (rows, dimension)."""
        sums: npt.NDArray[np.float32] = np.add.reduceat(vectors[self.terms], self.starts[:-1])
        return sums


def compose(pieces: Sequence[str]) -> Composition:
    """Take the pieces apart; the first piece is the first row and the first term."""
    terms: dict[str, int] = {}
    rows: dict[tuple[int, ...], int] = {}
    made_of = (tuple(terms.setdefault(term, len(terms)) for term in _terms(piece)) for piece in pieces)
    row_of = np.array([rows.setdefault(numbers, len(rows)) for numbers in made_of], dtype=np.int32)
    starts = np.array([0, *accumulate(map(len, rows))], dtype=np.int64)
    return Composition(row_of, np.fromiter(chain.from_iterable(rows), dtype=np.int64), starts)


def _terms(piece: str) -> tuple[str, ...]:
    if len(piece) < SHORTEST_ANALYSED or not piece.isalpha():
        return (piece,)
    base = base_form(piece)
    return (base, *parts_of(base))
