"""Fusion: how near a record is in meaning and how alike in words become one score.

A convex combination of the two scores, each brought to the range of its own candidates, which keeps what rank fusion
throws away: how much better the best is than the next. Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
Hybrid Retrieval", ACM TOIS 2023.
"""

from collections.abc import Collection, Sequence

from index.editions import Key, Match

MEANING = 0.3
"""Share of meaning in the score; words have the rest.

Measured with the bundled model: nDCG@10 on SweFAQ dev (110) and SweQUAD dev (every third question), and how many of the
41 shared and 323 own golden questions have their evidence among the first five of `Library.search`, over the two plans
as PDF and as text.

    words alone         0.740  0.873    39 288  37 287        share 0.2           0.741  0.864    39 291  38 294
    meaning alone       0.668  0.665    28 210  29 223        share 0.3           0.748  0.859    39 293  37 295
    by rank (RRF, 60)   0.742  0.845    38 284  36 287        share 0.4           0.743  0.844    39 290  37 289
    by deviation (z)    0.747  0.857    39 292  37 289        three-sigma range   0.746  0.839    39 295  37 293
"""

OTHERS = 0.6
"""What a record is worth whose plan is not the one that the query names; 1 finds 657 of the 728, 0.6 finds 664."""


def fused(near: Sequence[Match], worded: Sequence[Match], named: Collection[int]) -> dict[Key, float]:
    """The score of each record in either ranking, 0 to 1; `named` are the editions that the query names, if any."""
    meaning, words = ranged(near), ranged(worded)
    scores = {key: MEANING * score for key, score in meaning.items()}
    for key, score in words.items():
        scores[key] = scores.get(key, 0.0) + (1 - MEANING) * score
    if not named:
        return scores
    return {key: score if key.edition in named else OTHERS * score for key, score in scores.items()}


def ranged(matches: Sequence[Match]) -> dict[Key, float]:
    """Each match's place between the worst (0) and the best (1); 1 where all are alike."""
    if not matches:
        return {}
    scores = [score for _, score in matches]
    best, worst = max(scores), min(scores)
    if best <= worst:
        return {key: 1.0 for key, _ in matches}
    return {key: (score - worst) / (best - worst) for key, score in matches}
