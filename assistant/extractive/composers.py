"""The composers in the order in which they are tried: the first that has an answer gives it."""

from collections.abc import Callable

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import (
    abstention,
    adding_up,
    addresses,
    amounts,
    changes,
    comparison,
    consistency,
    counted_things,
    counts,
    definitions,
    differences,
    goals,
    growth,
    labelled,
    listing,
    members,
    membership,
    nearest_goals,
    passages,
    premises,
    purposes,
    ranking,
    refusals,
    remainders,
    results,
    sections,
    sentences,
    shares,
    sums,
    taking_effect,
    told_amounts,
)
from assistant.question import Question

Composer = Callable[[Question, Evidence], Draft | None]
"""Composes an answer, or declines with none."""

COMPOSERS: tuple[Composer, ...] = (
    refusals.compose,
    results.compose,
    remainders.compose,
    adding_up.compose,
    told_amounts.compose,
    consistency.compose,
    comparison.compose,
    growth.compose,
    ranking.compose,
    differences.compose,
    changes.compose,
    shares.compose,
    sums.compose,
    amounts.compose,
    taking_effect.compose,
    membership.compose,
    members.compose,
    purposes.compose,
    counted_things.compose,
    labelled.compose,
    goals.compose,
    definitions.compose,
    listing.compose,
    counts.compose,
    premises.compose,
    sections.compose,
    nearest_goals.compose,
    sentences.compose,
    passages.compose,
    addresses.compose,
    abstention.compose,
)
"""A new kind of answer is one module and one line here; the last always has one."""
