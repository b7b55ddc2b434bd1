"""Any sentence-transformers cross-encoder, from the hub or a folder: reads query and text together.

torch and transformers are imported when the first texts are scored. A MiniLM-sized one reads some 26 pairs a second on
two cores, so it is off unless it is configured.
"""

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from index.errors import RerankerUnavailable
from index.sentence_transformer_loading import load_model

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

BATCH = 32


class SentenceTransformerReranker:
    """A Reranker over a cross-encoder with one score for each pair; `offline` keeps to models downloaded before."""

    def __init__(self, model: str, offline: bool = False) -> None:
        self._source = model
        self._offline = offline
        self._lock = Lock()
        self._loaded: CrossEncoder | None = None

    def scores(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        """One score for each text, higher is better; raises RerankerUnavailable."""
        if not texts:
            return []
        pairs = [(query, text) for text in texts]
        scores: list[float] = self._model().predict(pairs, batch_size=BATCH, show_progress_bar=False).tolist()
        return scores

    def _model(self) -> "CrossEncoder":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._source, self._offline)
            return self._loaded


def _load(source: str, offline: bool) -> "CrossEncoder":
    model = load_model(source, offline, _cross_encoder, RerankerUnavailable)
    if model.num_labels != 1:
        raise RerankerUnavailable(source, f"it gives {model.num_labels} scores for a pair instead of one")
    return model.float() if model.device.type == "cpu" else model


def _cross_encoder(name: str, local: bool) -> "CrossEncoder":
    from sentence_transformers import CrossEncoder

    model: CrossEncoder = CrossEncoder(name, local_files_only=local)
    return model
