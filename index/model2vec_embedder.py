"""A static sentence-transformers model through model2vec: numpy and a tokenizer, no torch, loaded in 0.1 s."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index.embedder import Vectors, unit_length
from index.errors import EmbedderUnavailable
from index.model_identity import folder_identity

if TYPE_CHECKING:
    from model2vec import StaticModel

BUNDLED_MODEL = Path(__file__).parent / "model"
"""The model that comes with the program, trained by `index/training`."""


class Model2VecEmbedder:
    """An Embedder over a folder that holds a static model; passages and queries are embedded alike."""

    def __init__(self, folder: Path = BUNDLED_MODEL) -> None:
        self._folder = folder
        self._lock = Lock()
        self._loaded: StaticModel | None = None

    @cached_property
    def name(self) -> str:
        """The folder's name and a digest of its files."""
        return folder_identity(self._folder)

    @property
    def dimension(self) -> int:
        """Length of each vector."""
        return int(self._model().dim)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the texts, shape (n, dimension); raises EmbedderUnavailable."""
        model = self._model()
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        return unit_length(model.encode(list(texts), max_length=None, use_multiprocessing=False))

    def embed_query(self, text: str) -> Vectors:
        """Vector of what is searched, shape (dimension,), made in half the time; raises EmbedderUnavailable."""
        model = self._model()
        pieces = np.array(model.tokenize([text])[0], dtype=np.intp)
        vector: Vectors = unit_length(model.embedding[pieces].sum(axis=0))[0]
        return vector

    def _model(self) -> "StaticModel":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._folder)
            return self._loaded


def _load(folder: Path) -> "StaticModel":
    from model2vec import StaticModel

    if not (folder / "modules.json").is_file():
        raise EmbedderUnavailable(str(folder), "the folder holds no sentence-transformers model")
    try:
        model = StaticModel.from_pretrained(folder, max_length=None, force_download=False)
    except Exception as exc:
        # The parsers of weights and tokenizers raise bare exceptions of their own.
        raise EmbedderUnavailable(str(folder), f"{type(exc).__name__}: {exc}") from exc
    # One row of 32-bit numbers per piece: model2vec's quickest way, beside 8-bit rows that pieces share.
    rows = model.embedding.astype(np.float32)
    if model.token_mapping is not None:
        rows = rows[model.token_mapping]
    model.embedding = rows if model.weights is None else rows * model.weights[:, None].astype(np.float32)
    model.token_mapping = model.weights = None
    return model
