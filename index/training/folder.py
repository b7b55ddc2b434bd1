"""The trained rows as a folder that sentence-transformers and model2vec both load.

Both libraries read the same three tensors' names: ``embeddings`` holds rows of whole numbers, ``mapping`` the row of
each piece, ``weights`` what one such number is worth in that piece's row. A row takes a quarter of its room, and either
library works in 32-bit floating point after loading.
"""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from index.training.contrast import static_model

LARGEST = 127
READABLE = 0o644


def save_folder(tokenizer: Tokenizer, row_of: npt.NDArray[np.int32], rows: npt.NDArray[np.float32], out: Path) -> None:
    """Write the model; a README that lies in the folder is left as it is.

    model2vec takes from ``config.json`` that vectors are normalised and texts never cut short.
    """
    static_model(tokenizer, rows).save_pretrained(str(out), create_model_card=False)
    whole, worth = to_whole_numbers(rows)
    tensors = out / "model.safetensors"
    save_file({"embeddings": whole, "mapping": row_of, "weights": worth[row_of]}, tensors)
    tensors.chmod(READABLE)
    config = {"model_type": "model2vec", "normalize": True, "max_length": None, "embedding_dtype": "int8"}
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")


def to_whole_numbers(rows: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Round each row to whole numbers of at most 127; returns them and, per row, what one is worth.

    The greatest error of a component is half of that worth; a row of zeros stays one.
    """
    greatest = np.abs(rows).max(axis=1)
    weights = np.where(greatest > 0, greatest / LARGEST, 1).astype(np.float32)
    return np.rint(rows / weights[:, None]).astype(np.int8), weights
