"""Naming the nodes of a goal tree as a plan is read: what was last said, and what a line adds to the tree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.goal_labels import label_of, labelled_parts, series_of
from ingest.goal_outline import Outline
from ingest.goal_tables import effects_of
from ingest.goal_tree import Draft, GoalTree, Path, folded
from ingest.goal_words import Term
from ingest.model import GoalLevel, SourceRef
from ingest.sentences import sentences_of

LONGEST_GOAL = 300
"""Characters of a paragraph that may be a goal as a whole; of a longer one its first sentence may."""

_NEED_PARENT = {GoalLevel.ACTION, GoalLevel.EFFECT, GoalLevel.ASSIGNMENT}

Named = tuple[Term, str, tuple[str, ...]]
"""A word of a level, the name that it is given and its number."""


@dataclass(slots=True)
class Said:
    """What was last said in a section.

    `role` is the level announced, `strong` where nothing but that was said, `colon` where a name must follow; `node`
    is what was named, `taken` how many paragraphs were, `prose` tells that other text stands between, `under` is the
    level that the heading announces, and `listed` tells that a list of it stands before.
    """

    role: Term | None = None
    strong: bool = False
    node: Draft | None = None
    prose: bool = False
    colon: bool = False
    taken: int = 0
    under: Term | None = None
    listed: bool = False


@dataclass(slots=True)
class Naming:
    """The tree so far, the heading path that is read and what was last said under it.

    `roles` are the levels that headings announce, `loose` one that a title announces for the lists beside it, and
    `going` the level, last number and path of a numbered list that may go on; `held` are, by the path of a chapter that
    tells it, what the lists without a name are in each of its sections.
    """

    tree: GoalTree
    outline: Outline
    path: Path = ()
    said: Said = field(default_factory=Said)
    roles: dict[Path, tuple[Term, bool]] = field(default_factory=dict)
    loose: tuple[Term, int] | None = None
    going: tuple[Term, int, Path] | None = None
    held: Mapping[Path, Term] = field(default_factory=dict)

    def named(self, text: str) -> Named | None:
        """What a text names with a known label, or in a numbered form that comes again in the plan."""
        label = label_of(text)
        if label is not None and label.name:
            return label.term, label.name, label.number
        series = series_of(text)
        if series is not None and series[0] in self.outline.series:
            return self.outline.series[series[0]], series[2], series[1]
        return None

    def is_goal(self, text: str, role: Term) -> bool:
        """Whether a paragraph under an announcement is what it announced: one sentence that is no known name."""
        told = sentences_of(text)
        known = any(node.rank < self.tree.rank_of(role) for node in self.tree.named(text))
        needs = role.level in _NEED_PARENT or role.weak
        parent = self.tree.parent_for(self.tree.rank_of(role))
        limit = 4 if role.level is GoalLevel.EFFECT else 1
        return (
            any(map(str.isalpha, text))
            and len(told) <= limit
            and len(text) <= LONGEST_GOAL
            and not known
            and (parent is not None or not needs)
        )

    def labelled(self, text: str, source: SourceRef) -> bool:
        """Add the nodes that a line names: "Mål 1: …", also several on one line; whether it named any."""
        if len(text) > 4 * LONGEST_GOAL:
            return False
        found = False
        for part in labelled_parts(text):
            named = self.named(part)
            if named is None or not named[1] or (named[0].weak and named[0].level is GoalLevel.AREA and not named[2]):
                continue
            term, name, number = named
            if term.level is GoalLevel.EFFECT and self.tree.parent_for(self.tree.rank_of(term), number) is None:
                continue
            several, outside = names(term, name), list(self.tree.open)
            for one in several:
                self.tree.open = list(outside) if len(several) > 1 else self.tree.open
                node = self.inline(term, one, number, source)
                found = True
                if term.level is not GoalLevel.EFFECT:
                    self.said = Said(node=node if part.endswith(one) and len(several) == 1 else None)
            if len(several) > 1:
                self.tree.open = [entry for entry in outside if entry.node.rank < self.tree.rank_of(term)]
        return found

    def inline(self, term: Term, name: str, number: tuple[str, ...], source: SourceRef) -> Draft:
        """Add a node that a line names and open it, unless it is one of several beside each other."""
        rank = self.tree.rank_of(term)
        last = self.tree.nodes[-1] if self.tree.nodes else None
        alone = last is None or last.term.word != term.word or last.children or self.said.node is not last
        alone = alone or (last is not None and last.folded == folded(name))
        node = self.tree.add(term, name, self.tree.parent_for(rank, number), source, number)
        self.tree.push(node, self.path, heading=False)
        if not alone and rank < 3 and not number[1:]:
            self.tree.open = [entry for entry in self.tree.open if entry.node is not node]
        return node

    def knows(self, name: str) -> bool:
        """Whether a node of this name stands in the tree."""
        return bool(self.tree.named(name))


def names(term: Term, name: str) -> list[str]:
    """What a label names: one thing, the several that semicolons part, or the sentences of an effect."""
    if term.level is GoalLevel.EFFECT or (term.plural and ";" in name):
        return [one for part in name.split(";") for one in effects_of(part.strip())]
    return [name] if len(name) <= LONGEST_GOAL else [sentences_of(name)[0]]
