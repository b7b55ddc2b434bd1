"""Nodes of a goal tree while a plan is read: what is open, what closes it, and the levels in the end."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.goal_words import Term
from ingest.model import Goal, GoalLevel, SourceRef

ORDER: tuple[GoalLevel, ...] = (
    GoalLevel.AREA,
    GoalLevel.GOAL,
    GoalLevel.OBJECTIVE,
    GoalLevel.ACTION,
    GoalLevel.EFFECT,
)
"""The levels that stand under one another, the outermost first."""

NEAR_RANKS = 0.3
"""Ranks closer than this tell no order: then the word that the plan uses first stands over the other."""

Path = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Draft:
    """A node whose parent and level may still change; `folded` is what its text is compared by."""

    text: str
    term: Term
    rank: float
    number: tuple[str, ...]
    source: SourceRef
    parent: "Draft | None" = None
    children: "list[Draft]" = field(default_factory=list)
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = folded(self.text)


@dataclass(frozen=True, slots=True)
class Open:
    """A node that may get children.

    `scope` is the heading path that it stands in, its own where it is a heading; `alone` tells that none of its kind
    stands right before it, so that what follows beside it can be its own.
    """

    node: Draft
    scope: Path
    heading: bool
    alone: bool = True


def folded(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


class GoalTree:
    """Collects nodes in document order."""

    def __init__(self, plan_id: str) -> None:
        self.plan_id = plan_id
        self.nodes: list[Draft] = []
        self.open: list[Open] = []
        self._ranks: dict[str, float] = {}
        self._by_text: dict[str, list[Draft]] = {}

    def named(self, text: str) -> Sequence[Draft]:
        """The nodes with these letters and digits, in order."""
        return self._by_text.get(folded(text), ())

    def rank_of(self, term: Term) -> float:
        """The rank of a word in this plan: its usual one, or under the words of like rank that came before it."""
        if term.word not in self._ranks:
            near = [rank for rank in self._ranks.values() if abs(rank - term.rank) < NEAR_RANKS]
            effect = term.level is GoalLevel.EFFECT
            self._ranks[term.word] = term.rank if effect or not near else max(term.rank, max(near) + 0.04)
        return self._ranks[term.word]

    def enter(self, path: Path, rank: float | None, announced: Collection[Path] = ()) -> None:
        """Close what a new heading ends.

        One that names a level of this rank leaves the outer levels open whose heading stands beside it, and what was
        named under a heading beside it, in the same area or where that `announced` it.
        """
        depth = len(path)

        def holds(entry: Open) -> bool:
            return path[: len(entry.scope)] == entry.scope and depth > len(entry.scope)

        within = any(entry.heading and entry.scope == path[:-1] for entry in self.open)
        beside = {
            entry.scope
            for entry in self.open
            if rank is not None
            and entry.node.rank < rank
            and depth == len(entry.scope)
            and entry.alone
            and (entry.heading or ((within or entry.scope in announced) and entry.scope[:-1] == path[:-1]))
        }
        self.open = [
            entry
            for entry in self.open
            if holds(entry) or (rank is not None and entry.node.rank < rank and entry.scope in beside)
        ]

    def parent_for(self, rank: float, number: tuple[str, ...] = (), path: Path | None = None) -> Draft | None:
        """The innermost open node over this rank, or the one that a number like "2.1" names.

        `path` is a heading's own: it stands under the heading that holds it, whatever their words.
        """
        near = next(
            (
                entry.node
                for entry in reversed(self.open)
                if entry.node.rank < rank
                or (path is not None and entry.heading and path[: len(entry.scope)] == entry.scope != path)
            ),
            None,
        )
        over = self.nodes if number[1:] else ()
        named = [node for node in over if node.number == number[:-1] and node.rank <= rank]
        return near if not named or named[-1] in _above(near) else named[-1]

    def add(
        self, term: Term, text: str, parent: Draft | None, source: SourceRef, number: tuple[str, ...] = ()
    ) -> Draft:
        """The node with this text at its place: a new one, or the one that was named before."""
        rank = self.rank_of(term)
        if parent is not None and number and self._has(parent, term, number, text):
            parent = None
        node = self._known(term, text, parent)
        if node is None:
            node = Draft(text, term, rank, number, source, parent)
            self.nodes.append(node)
            self._by_text.setdefault(node.folded, []).append(node)
            if parent is not None:
                parent.children.append(node)
        return node

    def _has(self, parent: Draft, term: Term, number: tuple[str, ...], text: str) -> bool:
        """Whether the parent has another child of this number already."""
        same = [child for child in parent.children if child.number == number and child.term.word == term.word]
        return any(child.folded != folded(text) for child in same)

    def _known(self, term: Term, text: str, parent: Draft | None) -> Draft | None:
        for node in reversed(self.named(text)):
            if node.term.level is not term.level:
                continue
            if node.parent is parent:
                return node
            if term.level is GoalLevel.EFFECT or node is parent or node in _above(parent):
                continue
            if node.parent is None and parent is not None:
                node.parent = parent
                parent.children.append(node)
                return node
            if parent is None:
                return node
        return None

    def push(self, node: Draft, scope: Path, *, heading: bool, alone: bool = True) -> None:
        """Open a node for what follows; those of its rank and below close, but for headings that hold this one."""
        self.open = [
            entry
            for entry in self.open
            if entry.node.rank < node.rank
            or (heading and entry.heading and scope[: len(entry.scope)] == entry.scope != scope)
        ]
        self.open = [entry for entry in self.open if entry.node is not node]
        self.open.append(Open(node, scope, heading, alone))

    def finished(self) -> tuple[Goal, ...]:
        """The nodes as goals: parents first, each under the level of its parent, weak ones only with others.

        Lists of actions in a text that holds no goal, priority or assignment are only what it tells of.
        """
        kept = [node for node in self.nodes if not node.term.weak or node.children or node.parent]
        held = set(kept)
        roots = [node for node in kept if node.parent is None or node.parent not in held]
        if all(
            node.term.level is GoalLevel.ACTION and not node.children and node.source.table is None for node in roots
        ):
            return ()
        most = _outermost_children(kept)
        found: list[Goal] = []
        ids: dict[int, str] = {}
        for root in roots:
            for node, parent, level in _walk(root, None, None, most):
                ids[id(node)] = f"{self.plan_id}:g{len(found) + 1}"
                found.append(Goal(ids[id(node)], node.text, level, ids[id(parent)] if parent else None, node.source))
        return tuple(found)


def _outermost_children(nodes: list[Draft]) -> dict[str, int]:
    """The place in `ORDER` of the outermost level under each word, over all nodes that the word names."""
    found: dict[str, int] = {}
    for node in nodes:
        if node.parent is not None and node.term.level in ORDER:
            word = node.parent.term.word
            found[word] = min(found.get(word, len(ORDER)), ORDER.index(node.term.level))
    return found


def _above(node: Draft | None) -> list[Draft]:
    found: list[Draft] = []
    while node is not None and node not in found:
        found.append(node)
        node = node.parent
    return found


def _walk(
    node: Draft, parent: Draft | None, over: GoalLevel | None, most: dict[str, int]
) -> Iterator[tuple[Draft, Draft | None, GoalLevel]]:
    level = _level(node, over, most)
    yield node, parent, level
    for child in node.children:
        if child.parent is node:
            yield from _walk(child, node, level, most)


def _level(node: Draft, over: GoalLevel | None, most: dict[str, int]) -> GoalLevel:
    """The level of a node's word, set under its parent's; a flexible one is lifted over what stands under it."""
    level = node.term.level
    if level is GoalLevel.PRIORITY and node.children:
        level = GoalLevel.AREA
    if level not in ORDER:
        return level
    place = ORDER.index(level)
    if node.term.flexible:
        place = max(0, min(place, most.get(node.term.word, len(ORDER)) - 1))
        place = min(place, 1) if over is None and node.children else place
    if over in ORDER:
        place = max(place, ORDER.index(over) + 1)
    return ORDER[min(place, len(ORDER) - 1)]
