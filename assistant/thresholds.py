"""The numbers that answering turns on, in one place; those that a development set decides stand in `calibrated`."""

from dataclasses import dataclass
from decimal import Decimal

from assistant import calibrated


@dataclass(frozen=True, slots=True)
class RetrievalLimits:
    """How many hits of each kind one question looks at."""

    passages: int = 8
    figures: int = 60
    goals: int = 20


@dataclass(frozen=True, slots=True)
class PlanChoiceLimits:
    """Of how many plans one question is held against, and what chooses them among more.

    `hits` of a search for the last `turns` count, each by its rank: 1 / (`rank_constant` + rank).
    """

    plans: int = 8
    hits: int = 40
    turns: int = 4
    rank_constant: int = 5


@dataclass(frozen=True, slots=True)
class ChatLimits:
    """How much evidence a chat model is shown, and how much of a reply is read (characters)."""

    passages: int = 8
    figures: int = 24
    goals: int = 8
    reply_characters: int = 6_000
    quote_characters: int = 400


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """What one request may hold: turns, characters in each, bytes in all."""

    turns: int = 20
    turn_characters: int = 2_000
    body_bytes: int = 256_000


@dataclass(frozen=True, slots=True)
class FigureLimits:
    """When a row of figures is what is asked for.

    `word` is how well each word asked for must be met; `row` the least score of a row; `margin` how much better the
    best must be than another reading of the plan, `beside` than other rows of its table that are compared, `clear` than
    another plan's, where the question names none; `label` how much of the label must be asked for where the question
    does not say that it wants an amount, `named` where the rest of the question is met only by the prose around the
    table; `readings` how many are given side by side.
    """

    word: float = calibrated.FIGURE["word"]
    row: float = calibrated.FIGURE["row"]
    margin: float = 0.05
    beside: float = 0.25
    clear: float = 0.1
    label: float = calibrated.FIGURE["label"]
    named: float = calibrated.FIGURE["named"]
    readings: int = 4


@dataclass(frozen=True, slots=True)
class TextLimits:
    """When a sentence, list or goal is what is asked for.

    `cover` is the share of the question's weight that it must meet, `cover_cued` the same where it also shows a sign of
    the kind asked for, `own` what a sentence without such a sign must meet by its own words, `said` the same
    for one that tells who, when or where, `sure` what a yes or no needs, `counted` what is enough where a number or a
    list stands beside the thing asked for, `heading` what the heading of a list must meet, `nearest` what a section
    must to be named where the answer is that the plans do not tell. `sentences` is how many are quoted, `plans` of how
    many plans, `list_items` how long a list of goals may be, `goals` how many that were found one by one are still an
    answer, `goal_own` the share of the concept that such a one must meet by its own text.
    """

    cover: float = calibrated.TEXT["cover"]
    cover_cued: float = calibrated.TEXT["cover_cued"]
    own: float = calibrated.TEXT["own"]
    said: float = calibrated.TEXT["said"]
    counted: float = calibrated.TEXT["counted"]
    sure: float = calibrated.TEXT["sure"]
    heading: float = calibrated.TEXT["heading"]
    nearest: float = 0.3
    sentences: int = 3
    plans: int = 2
    list_items: int = 40
    goals: int = 5
    goal_own: float = calibrated.TEXT["goal_own"]


@dataclass(frozen=True, slots=True)
class PassageLimits:
    """When a sentence that says in other words what is asked stands in for one that says it in the same.

    Of the `sentences` of each plan that meet most, one in the first `sections` of a search is told. What a question
    asks in words that it lacks is let pass where its own words meet `own` others, and `loose` such words at most.
    """

    sentences: int = 8
    sections: int = 5
    own: int = 2
    loose: int = 1


@dataclass(frozen=True, slots=True)
class ConfidenceLimits:
    """How sure an answer in words is, by what it meets of the question (a logistic function), and must be.

    `cover` weighs the share of the question's weight that is met, `weakest` how well the word is met that is met least.
    """

    constant: float = calibrated.CONFIDENCE["constant"]
    cover: float = calibrated.CONFIDENCE["cover"]
    weakest: float = calibrated.CONFIDENCE["weakest"]
    least: float = calibrated.CONFIDENCE["least"]


@dataclass(frozen=True, slots=True)
class NearestGoalLimits:
    """When the goal nearest to a question in other words than the plan's is told.

    `cover` is the share of the question's weight that it must meet with its kin, `margin` how much more than any other;
    `seconded` is enough for one that a search by meaning finds first, with others at most at `second` of its score.
    `terms` how many words; a word that no plan has counts `unknown` of its weight, and is one of ordinary language from
    the share `ordinary` of running text. A lone word must meet what hangs on the goal by `itself`.
    """

    cover: float = 0.5
    margin: float = 0.15
    seconded: float = 0.35
    second: float = 0.8
    terms: int = 2
    unknown: float = 0.35
    itself: float = 0.9
    ordinary: float = 4e-6


@dataclass(frozen=True, slots=True)
class TextMargins:
    """How much more of the question one text must meet than another for the other to count no more.

    `sentences` are quoted together, `goals` listed together and `lists` too alike to choose between, within theirs. A
    sentence that meets more by `uncued` but shows no sign of its kind makes the others doubtful, as one that meets more
    by `said` does a list's heading.
    """

    sentences: float = 0.08
    goals: float = 0.03
    lists: float = 0.04
    uncued: float = 0.15
    said: float = 0.1


@dataclass(frozen=True, slots=True)
class TextWeights:
    """What counts when texts are held against a question, beside a rare word of its concept, which counts 1.

    `cue` is a word that shows the kind of question, `light` one of its frame. Of a text's whole worth, `focus` is for
    being about little else, `named` for standing under the heading of what is asked about, and `strange` is taken away
    under that of a unit which nobody named.
    """

    cue: float = 0.35
    light: float = 0.15
    focus: float = 0.15
    named: float = 0.03
    strange: float = 0.1


@dataclass(frozen=True, slots=True)
class RowWeights:
    """What counts when a row of figures is held against a question.

    `light` is a word of the question's frame beside one of its concept; `prose` the words of a sentence's clause that
    nobody asked for beside those asked for that it lacks; a word belongs to the clause from the weight `clause`, and
    to the row itself, so that a finding about the row is found by it, from `own`.
    """

    light: float = 0.15
    prose: float = 0.3
    clause: float = 0.75
    own: float = 0.85


RETRIEVAL = RetrievalLimits()
PLAN_CHOICE = PlanChoiceLimits()
CHAT = ChatLimits()
REQUEST = RequestLimits()
FIGURE = FigureLimits()
TEXT = TextLimits()
PASSAGE = PassageLimits()
NEAREST_GOAL = NearestGoalLimits()
CONFIDENCE = ConfidenceLimits()
MARGINS = TextMargins()
TEXT_WEIGHTS = TextWeights()
ROW_WEIGHTS = RowWeights()

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

CONVERSION_TOLERANCE = Decimal("0.005")
"""Largest relative error that rounding may bring when an amount is said in another unit than the plan's."""
