"""The numbers that answering turns on, in one place."""

from dataclasses import dataclass
from decimal import Decimal


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


RETRIEVAL = RetrievalLimits()
PLAN_CHOICE = PlanChoiceLimits()
CHAT = ChatLimits()
REQUEST = RequestLimits()

CONVERSION_TOLERANCE = Decimal("0.005")
"""Largest relative error that rounding may bring when an amount is said in another unit than the plan's."""
