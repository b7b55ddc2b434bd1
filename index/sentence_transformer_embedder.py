"""Any sentence-transformers model, from the hub or a folder: stronger than the bundled one, and slower.

torch and transformers are imported when the first text is embedded.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.embedder import Vectors, unit_length
from index.errors import EmbedderUnavailable
from index.model_identity import folder_identity
from index.sentence_transformer_loading import load_model

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32


class Prompts(NamedTuple):
    """What is put before a query and before a passage; null leaves it to the model."""

    query: str | None = None
    passage: str | None = None


UNSET = Prompts()

FAMILY_PROMPTS: tuple[tuple[str, Prompts], ...] = (
    (r"e5-[a-z]+-instruct|e5-mistral", Prompts("Instruct: Find the passages that answer the question\nQuery: ", "")),
    (r"(^|[/-])e5-(small|base|large)", Prompts("query: ", "passage: ")),
    (r"snowflake-arctic-embed-[a-z]+-v2", Prompts("query: ", "")),
    (r"bge-(small|base|large)-en", Prompts("Represent this sentence for searching relevant passages: ", "")),
)
"""Prompts of families whose models were trained with them but do not always carry them in their configuration."""

PASSAGE_PROMPT_NAMES = ("document", "passage", "corpus")


class SentenceTransformerEmbedder:
    """An Embedder over a model by hub name or folder.

    Prompts are taken from the arguments, else from the model's own configuration, else from its family; an empty
    string means none. `offline` keeps to models that were downloaded before.
    """

    def __init__(self, model: str, prompts: Prompts = UNSET, offline: bool = False) -> None:
        self._source = model
        self._prompts = prompts
        self._offline = offline
        self._lock = Lock()
        self._loaded: SentenceTransformer | None = None

    @cached_property
    def name(self) -> str:
        """The hub name, or the folder's name with a digest, and the passage prompt unless it is the model's own."""
        folder = Path(self._source).expanduser()
        model = folder_identity(folder) if folder.is_dir() else self._source
        prompt = self._family.passage if self._prompts.passage is None else self._prompts.passage
        return f"{model} {prompt!r}" if prompt else model

    @property
    def dimension(self) -> int:
        """Length of each vector."""
        return int(self._model().get_embedding_dimension() or 0)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the texts, shape (n, dimension); raises EmbedderUnavailable."""
        model = self._model()
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        prompt = _prompt(self._prompts.passage, model, PASSAGE_PROMPT_NAMES, self._family.passage)
        return unit_length(model.encode_document(list(texts), prompt=prompt, batch_size=BATCH, show_progress_bar=False))

    def embed_query(self, text: str) -> Vectors:
        """Vector of what is searched, shape (dimension,); raises EmbedderUnavailable."""
        model = self._model()
        prompt = _prompt(self._prompts.query, model, ("query",), self._family.query)
        vectors = unit_length(model.encode_query([text], prompt=prompt, show_progress_bar=False))
        vector: Vectors = vectors[0]
        return vector

    @property
    def _family(self) -> Prompts:
        name = Path(self._source).name if Path(self._source).is_dir() else self._source
        return next((prompts for family, prompts in FAMILY_PROMPTS if re.search(family, name.casefold())), UNSET)

    def _model(self) -> "SentenceTransformer":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._source, self._offline)
            return self._loaded


def _load(source: str, offline: bool) -> "SentenceTransformer":
    model = load_model(source, offline, _sentence_transformer, EmbedderUnavailable)
    return model.float() if model.device.type == "cpu" else model


def _sentence_transformer(name: str, local: bool) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(name, local_files_only=local)


def _prompt(given: str | None, model: "SentenceTransformer", names: Sequence[str], family: str | None) -> str:
    if given is not None:
        return given
    own = next((model.prompts[name] for name in names if model.prompts.get(name)), None)
    return own or family or ""
