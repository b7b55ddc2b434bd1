"""The numbers that extractive answers turn on, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureLimits:
    """When a row of figures is what is asked for.

    `word` is how well each word asked for must be met; `row` the least score of a row; `margin` how much better the
    best must be than another reading; `label` how much of the label must be asked for where the question does not say
    that it wants an amount.
    """

    word: float = 0.45
    row: float = 0.60
    margin: float = 0.05
    label: float = 0.75
    readings: int = 4


@dataclass(frozen=True, slots=True)
class TextLimits:
    """When a sentence, list or goal is what is asked for.

    `cover` is the share of the question's weight that it must meet, `cover_cued` the same where it also shows a sign of
    the kind asked for, `own` what a sentence without such a sign must meet by its own words, `sure` what a yes or no
    needs, `counted` what is enough where a number or a list stands beside the thing asked for; `heading` is what the
    heading of a list must meet. `sentences` is how many are quoted, `list_items` how long a list of goals may be.
    """

    cover: float = 0.80
    cover_cued: float = 0.62
    own: float = 0.62
    counted: float = 0.45
    sure: float = 0.9
    heading: float = 0.66
    sentences: int = 3
    list_items: int = 40


FIGURE = FigureLimits()
TEXT = TextLimits()

FIELD_WEIGHTS = {
    "label": 1.0,
    "path": 0.95,
    "owner": 0.95,
    "kind": 0.85,
    "caption": 0.85,
    "sentence": 0.55,
    "section": 0.75,
    "above": 0.6,
    "plan": 0.5,
    "beside": 0.5,
}
"""How much a word of the question is worth by where in a row's surroundings it is met."""

LIGHT_WEIGHT = 0.15
"""What a word of the question's frame is worth beside one of its concept."""
