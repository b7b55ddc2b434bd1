"""What the index needs of a model that turns text into vectors."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""Vectors of unit length: shape (n, dimension) for passages, (dimension,) for a query."""


class Embedder(Protocol):
    """Turns passages and queries into vectors of unit length that are near where meanings are."""

    @property
    def name(self) -> str:
        """Identity of the vectors, model version and prompts included; another name means embedding anew."""
        ...

    @property
    def dimension(self) -> int:
        """Length of each vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the texts, shape (n, dimension); raises EmbedderUnavailable."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """Vector of what is searched, shape (dimension,); raises EmbedderUnavailable."""
        ...


def unit_length(vectors: NDArray[np.generic]) -> Vectors:
    """The rows scaled to length 1; a row of nothing (a text without a known word) becomes the same vector each time."""
    rows = np.array(vectors, dtype=np.float32, ndmin=2)
    rows[~np.isfinite(rows)] = 0.0
    rows[~rows.any(axis=1)] = 1.0
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
