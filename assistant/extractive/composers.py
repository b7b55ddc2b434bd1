"""The composers in the order in which they are tried: the first that has an answer gives it."""

from collections.abc import Callable

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import (
    abstention,
    amounts,
    changes,
    comparison,
    consistency,
    counts,
    definitions,
    differences,
    goals,
    listing,
    premises,
    ranking,
    refusals,
    sections,
    sentences,
    shares,
    sums,
)
from assistant.question import Question

Composer = Callable[[Question, Evidence], Draft | None]
"""Composes an answer, or declines with none."""

COMPOSERS: tuple[Composer, ...] = (
    refusals.compose,
    consistency.compose,
    comparison.compose,
    ranking.compose,
    differences.compose,
    changes.compose,
    shares.compose,
    sums.compose,
    amounts.compose,
    goals.compose,
    definitions.compose,
    listing.compose,
    counts.compose,
    premises.compose,
    sections.compose,
    sentences.compose,
    abstention.compose,
)
"""A new kind of answer is one module and one line here; the last always has one."""
