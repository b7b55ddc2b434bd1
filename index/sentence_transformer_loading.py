"""How a sentence-transformers model is fetched: what this machine has is used, the hub is asked for the rest."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from index.errors import LibraryError

HUB_TIMEOUT_S = 20.0

Model = TypeVar("Model")

LoadModel = Callable[[str, bool], Model]
"""Loads a model by hub name or folder; where the flag is set, from this machine only."""


def load_model(source: str, offline: bool, load: LoadModel[Model], unavailable: type[LibraryError]) -> Model:
    """The model; raises `unavailable` with the reason. `offline` keeps to models that were downloaded before."""
    folder = Path(source).expanduser()
    try:
        return load(str(folder), True) if folder.is_dir() else _by_name(source, offline, load)
    except Exception as exc:
        # Hub, network, configuration, tokenizer and weights each raise errors of their own kinds, some of them bare.
        raise unavailable(source, " ".join(str(exc).split())[:300]) from exc


def _by_name(name: str, offline: bool, load: LoadModel[Model]) -> Model:
    from huggingface_hub import model_info

    try:
        return load(name, True)
    except Exception:
        if offline:
            raise
    # Fails at once where there is no such model or no network; loading would try again for minutes.
    model_info(name, timeout=HUB_TIMEOUT_S)
    return load(name, False)
