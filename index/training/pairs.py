"""Texts that belong together, for contrastive training: no label is needed but where a text stands.

A pair is six row numbers of a `Prose`: one text from the first up to the second, and its partner from the third up to
the fourth and on from the fifth up to the sixth. Which sentences of a paragraph are cut out is drawn anew each time.
"""

import numpy as np

from index.training.prose import Integers, Prose

PARAGRAPHS_UNDER_HEADING = 3
GROUND_PARAGRAPHS = 2
SENTENCES_FOR_SECOND_CUT = 5
MIN_SENTENCE_CHARACTERS = 25
SYNONYM_ROUNDS = 3


def draw_pairs(prose: Prose, rng: np.random.Generator) -> Integers:
    """Draw (query-like, passage-like) pairs, shape (n, 6)."""
    kinds = [_under_headings(prose), _neighbours(prose), _questions(prose), _cut_out(prose, rng)]
    return np.concatenate([*kinds, *[_synonyms(prose)] * SYNONYM_ROUNDS])


def texts_of(prose: Prose, pair: Integers) -> tuple[str, str]:
    """Spell one pair out."""
    asked, found, rest = (" ".join(prose.texts[pair[side] : pair[side + 1]]) for side in (0, 2, 4))
    return asked, f"{found} {rest}".strip()


def _under_headings(prose: Prose) -> Integers:
    """Pair a heading with each of the first paragraphs under it and the one after."""
    heading = prose.headings[prose.owner]
    chosen = (_places(prose) < PARAGRAPHS_UNDER_HEADING) & (prose.lengths[heading] > 0)
    heading = heading[chosen]
    return _rows(heading, heading + 1, prose.first[chosen], _next_ends(prose)[chosen])


def _neighbours(prose: Prose) -> Integers:
    """Pair each paragraph with the next."""
    ends = _next_ends(prose)
    followed = ends > prose.last
    return _rows(prose.first[followed], prose.last[followed], prose.last[followed], ends[followed])


def _questions(prose: Prose) -> Integers:
    """Pair each question with the heading and what the stretch says first, from which it grew."""
    row = np.array([row for row, text in enumerate(prose.texts) if text.endswith("?")], dtype=np.int64)
    paragraph = np.searchsorted(prose.first, row, side="right") - 1
    asked = (paragraph >= 0) & (row < prose.last[paragraph]) & (_places(prose)[paragraph] >= GROUND_PARAGRAPHS)
    row, owner = row[asked], prose.owner[paragraph[asked]]
    opening = np.searchsorted(prose.owner, owner) + GROUND_PARAGRAPHS - 1
    return _rows(row, row + 1, prose.headings[owner], prose.last[opening])


def _cut_out(prose: Prose, rng: np.random.Generator) -> Integers:
    """Pair one sentence, two of a long paragraph, with the rest of its paragraph and the one after it."""
    count = prose.last - prose.first
    cuts = np.minimum(count // 2, np.where(count >= SENTENCES_FOR_SECOND_CUT, 2, 1))
    paragraph = np.repeat(np.arange(len(count)), cuts)
    row = prose.first[paragraph] + rng.integers(count[paragraph])
    long = prose.lengths[row] >= MIN_SENTENCE_CHARACTERS
    row, paragraph = row[long], paragraph[long]
    return _rows(row, row + 1, prose.first[paragraph], row, row + 1, _next_ends(prose)[paragraph])


def _synonyms(prose: Prose) -> Integers:
    row = np.arange(prose.synonyms, len(prose.texts), 2)
    return _rows(row, row + 1, row + 1, row + 2)


def _places(prose: Prose) -> Integers:
    """Count for each paragraph those before it in its stretch."""
    return np.arange(len(prose.owner)) - np.searchsorted(prose.owner, prose.owner)


def _next_ends(prose: Prose) -> Integers:
    """Return where the paragraph after each ends; where it is its stretch's last, its own end."""
    ends = prose.last.copy()
    followed = np.flatnonzero(prose.owner[:-1] == prose.owner[1:])
    ends[followed] = prose.last[followed + 1]
    return ends


def _rows(*columns: Integers) -> Integers:
    """Put six columns side by side; missing ones are zeros, the bounds of an empty text."""
    zeros = np.zeros_like(columns[0])
    return np.stack([*columns, *[zeros] * (6 - len(columns))], axis=1)
