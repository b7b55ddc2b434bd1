"""A plan as the composers see it: rows of figures, statements, lists and goals, worked out once for each edition."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import TypeVar, cast

from assistant.extractive.additions import Addition, additions_of
from assistant.extractive.blocks import Block, blocks_of
from assistant.extractive.goal_tree import GoalTree
from assistant.extractive.matching import Matcher
from assistant.extractive.rows import Row, prose_of, rows_of
from assistant.extractive.statements import POINTING, ListBlock, Statement, lists_of, statements_of
from assistant.plan_cache import PlanCache
from assistant.understanding.known_plan import KnownPlan, known
from assistant.understanding.words import tokens
from assistant.understanding.years import YEAR
from ingest.model import FigureKind, Plan

Found = TypeVar("Found")


class Digest:
    """One plan with what is worked out from it once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.known: KnownPlan = known(plan)
        self.matcher = Matcher(self.known.vocabulary)
        self._recent: dict[Hashable, object] = {}

    def recent(self, asked: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` finds for this, sought anew only where it is not among the last that were."""
        held = self._recent.get(asked)
        if held is None:
            if len(self._recent) >= _RECENT:
                self._recent.clear()
            held = self._recent[asked] = find()
        return cast(Found, held)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The plan's figures as rows."""
        return rows_of(self.plan)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The rows that stand side by side in the plan's tables and lists."""
        return blocks_of(self.plan, self.rows)

    @cached_property
    def additions(self) -> tuple[Addition, ...]:
        """The totals that the plan prints, each with the rows that it is to add up."""
        return additions_of(self.plan, self.rows)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The plan's sentences and list items."""
        return statements_of(self.plan)

    @cached_property
    def lists(self) -> tuple[ListBlock, ...]:
        """The plan's lists."""
        return lists_of(self.plan)

    @cached_property
    def statements_with(self) -> Mapping[str, frozenset[int]]:
        """The numbers of the statements in which each word itself stands."""
        found: dict[str, set[int]] = {}
        for number, statement in enumerate(self.statements):
            for word in set(tokens(statement.text)) - POINTING:
                found.setdefault(word, set()).add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    def years_around(self, path: tuple[str, ...]) -> Counter[int]:
        """How often the headings and the prose of a section name each year that something is of, not goes on since."""
        texts = [prose_of(section.text) for section in self.plan.sections if section.path == path]
        return Counter(int(year) for text in (*texts, *path) for year in YEAR.findall(_SINCE.sub(" ", text)))

    def kinds_of(self, row: Row) -> frozenset[FigureKind]:
        """The kinds of the figures in the row's table."""
        return self._kinds.get(row.first.source.table, frozenset())

    @cached_property
    def _kinds(self) -> Mapping[int | None, frozenset[FigureKind]]:
        found: dict[int | None, set[FigureKind]] = {}
        for figure in self.plan.figures:
            found.setdefault(figure.source.table, set()).add(figure.kind)
        return {table: frozenset(kinds) for table, kinds in found.items()}

    @cached_property
    def goals(self) -> GoalTree:
        """The plan's goals as a tree."""
        return GoalTree(self.plan)

    @property
    def first_year(self) -> int | None:
        """The first year of the plan's period: the year meant where none is named."""
        return self.plan.period[0] if self.plan.period else None


_DIGESTS = PlanCache(Digest)
_SINCE = re.compile(r"\b(?:allt)?sedan (?:år(?:et)? )?(?:19|20)\d\d\b", re.IGNORECASE)
_RECENT = 32
"""Searches of one plan that are kept, since several composers ask for the same."""


def digest(plan: Plan) -> Digest:
    """The plan's digest; made anew when the plan is another edition."""
    return _DIGESTS.of(plan)
