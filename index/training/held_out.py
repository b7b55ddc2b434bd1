"""How well a saved model finds what belongs together in texts that it was not trained on."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.model2vec_embedder import Model2VecEmbedder
from index.training.corpus import Stretch
from index.training.pairs import draw_pairs, texts_of
from index.training.prose import lay_out

HELD_OUT_EVERY = 100
HELD_OUT_PAIRS = 2_000
RANKS = 10
SEED = 1


def split(stretches: Sequence[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Part stretches into those for training and each hundredth, kept out of it."""
    training = [stretch for number, stretch in enumerate(stretches) if number % HELD_OUT_EVERY]
    return training, list(stretches[::HELD_OUT_EVERY])


def ndcg_at_ten(folder: Path, stretches: Sequence[Stretch]) -> float:
    """Draw pairs and rank for each one's first text all pairs' second texts; its own partner is the only right one.

    Returns the mean of 1 / log2(rank + 1), ranks above ten counting nothing; 0 where there is no pair.
    """
    prose, rng = lay_out(stretches), np.random.default_rng(SEED)
    pairs = [texts_of(prose, pair) for pair in rng.permutation(draw_pairs(prose, rng))[:HELD_OUT_PAIRS]]
    if not pairs:
        return 0.0
    embedder = Model2VecEmbedder(folder)
    asked, found = (embedder.embed_passages([pair[side] for pair in pairs]) for side in (0, 1))
    scores = asked @ found.T
    ranks = 1 + (scores > np.diagonal(scores)[:, None]).sum(axis=1)
    return float(np.where(ranks <= RANKS, 1 / np.log2(ranks + 1), 0).mean())
