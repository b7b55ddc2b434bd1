"""Contrastive training of a static model: in each batch a text must find its partner among all the others'."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from index.training.pairs import draw_pairs
from index.training.prose import Integers, Prose
from index.training.token_rows import TokenRows, encode_texts
from index.training.vocabulary import UNKNOWN_ID

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor

WARM_UP = 0.05
RARE = 1e-3
REPORTED_STEPS = 50

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a model is trained; the same recipe over the same data on the same machine gives the same model.

    `rate` is the highest learning rate, `lost` the share of pieces left out of a text, `longest` its greatest length in
    pieces, `spread` the standard deviation of the first random rows, `minutes` a time after which training is wound
    down early (such a run cannot be repeated exactly).
    """

    dimension: int = 384
    epochs: float = 3.0
    batch: int = 2048
    rate: float = 0.05
    scale: float = 30.0
    lost: float = 0.35
    longest: int = 200
    spread: float = 0.1
    seed: int = 1
    minutes: float | None = None


def train_rows(
    tokenizer: Tokenizer, row_of: npt.NDArray[np.int32], prose: Prose, recipe: Recipe
) -> npt.NDArray[np.float32]:
    """Train the rows that `row_of` gives the pieces, shape (rows, dimension); that of the unknown piece is zero."""
    import torch

    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    tokens = encode_texts(tokenizer, row_of, prose.texts)
    counts = np.bincount(tokens.rows, minlength=row_of.max() + 1)
    model = static_model(tokenizer, first_rows(counts, recipe, rng))
    _descend(model, tokens, prose, recipe, rng)
    rows: npt.NDArray[np.float32] = model.state_dict()["0.embedding.weight"].numpy()
    rows[UNKNOWN_ID] = 0.0
    return rows


def static_model(tokenizer: Tokenizer, rows: npt.NDArray[np.float32]) -> "SentenceTransformer":
    """Join a tokenizer and rows to a model whose vectors have length one."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=rows), Normalize()], device="cpu")


def first_rows(counts: Integers, recipe: Recipe, rng: np.random.Generator) -> npt.NDArray[np.float32]:
    """Draw random rows, shorter for frequent words: before any training a text is its rare words."""
    weight = RARE / (RARE + counts / counts.sum())
    rows = rng.standard_normal((len(counts), recipe.dimension)) * recipe.spread * weight[:, None]
    first: npt.NDArray[np.float32] = rows.astype(np.float32)
    return first


def _descend(
    model: "SentenceTransformer", tokens: TokenRows, prose: Prose, recipe: Recipe, rng: np.random.Generator
) -> None:
    import torch
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    from sentence_transformers.util import dot_score

    loss = MultipleNegativesRankingLoss(
        model,
        scale=recipe.scale,
        similarity_fct=dot_score,
        directions=("query_to_doc", "doc_to_query"),
        partition_mode="per_direction",
    )
    optimiser = torch.optim.Adam(model.parameters(), lr=recipe.rate, fused=True)
    labels = torch.empty(0)
    for step, (pairs, rate) in enumerate(_schedule(prose, recipe, rng)):
        for group in optimiser.param_groups:
            group["lr"] = rate
        sides = (pairs[:, :2], pairs[:, 2:])
        value = loss([_features(tokens.batch(side, recipe.longest, recipe.lost, rng)) for side in sides], labels)
        optimiser.zero_grad()
        value.backward()
        optimiser.step()
        if step % REPORTED_STEPS == 0:
            log.info("step %d: loss %.3f, rate %.3f", step, value.item(), rate)


def _features(batch: tuple[Integers, Integers]) -> "dict[str, Tensor | Any]":
    import torch

    return {"input_ids": torch.from_numpy(batch[0]), "offsets": torch.from_numpy(batch[1])}


def _schedule(prose: Prose, recipe: Recipe, rng: np.random.Generator) -> Iterator[tuple[Integers, float]]:
    """Yield the pairs of each batch, drawn anew each epoch, with a rate that rises shortly and falls to zero."""
    pairs = rng.permutation(draw_pairs(prose, rng))
    per_epoch = max(1, len(pairs) // recipe.batch)
    steps = max(1, round(per_epoch * recipe.epochs))
    log.info("%d pairs, %d steps", len(pairs), steps)
    began = time.monotonic()
    for step in range(steps):
        if step and step % per_epoch == 0:
            pairs = rng.permutation(draw_pairs(prose, rng))
        done = step / steps
        if recipe.minutes is not None:
            done = max(done, (time.monotonic() - began) / (60 * recipe.minutes))
        if done >= 1:
            return
        first = step % per_epoch * recipe.batch
        yield pairs[first : first + recipe.batch], recipe.rate * min(1.0, (step + 1) / (WARM_UP * steps)) * (1 - done)
