"""Headings of a goal tree: those that name a node, announce a level, or say again what was named before."""

from ingest.goal_labels import heading_role, labelled_parts, unnumbered
from ingest.goal_naming import Named, Naming, Said, names
from ingest.goal_tree import Draft, Path, folded
from ingest.model import GoalLevel, SourceRef

_BENEATH_OTHERS = {GoalLevel.GOAL, GoalLevel.OBJECTIVE, GoalLevel.ACTION, GoalLevel.EFFECT}


def read_heading(naming: Naming, path: Path, source: SourceRef) -> None:
    """Open what a heading names, or note what it announces."""
    text, *others = labelled_parts(path[-1])
    before = naming.said
    announced = before.role if before.colon else None
    naming.said = Said()
    named = naming.named(text) or _placed(naming, path, text)
    repeated = _repeated(naming, text)
    role = heading_role(text)
    if repeated is not None and (named is None or named[0].word in {"chapter", "heading"}):
        _reopen(naming, repeated, path)
    elif named is not None and len(names(named[0], named[1])) > 1:
        naming.labelled(text, source)
    elif named is not None and named[1]:
        _open(naming, named, path, source, before.node)
    elif role is not None:
        naming.roles[path] = role
        beneath = role[1] and role[0].level in _BENEATH_OTHERS
        naming.tree.enter(path, naming.tree.rank_of(role[0]) if beneath else None, naming.roles)
    elif announced is not None and naming.is_goal(text, announced):
        node = naming.inline(announced, text, (), source)
        naming.tree.enter(path, node.rank)
        naming.tree.push(node, path, heading=True)
    else:
        naming.tree.enter(path, None)
    if naming.loose is not None and len(path) < naming.loose[1]:
        naming.loose = None
    naming.path = path
    for part in others:
        naming.labelled(part, source)


def _placed(naming: Naming, path: Path, text: str) -> Named | None:
    """What a heading names by its place among the others."""
    term = naming.outline.headings.get(path)
    name = naming.outline.names.get(path) or unnumbered(text)
    known = path in naming.outline.names and bool(naming.tree.named(name))
    return None if term is None or known else (term, name, ())


def _repeated(naming: Naming, text: str) -> Draft | None:
    """The node whose name a heading says again: a listed one's whole name, or an area's in a running head."""
    told = folded(text)
    for node in naming.tree.nodes:
        same = node.folded == told and node.rank < 3
        if same or (node.term.level is GoalLevel.AREA and node.folded in told and len(told) < len(node.folded) + 12):
            return node
    return None


def _reopen(naming: Naming, node: Draft, path: Path) -> None:
    if any(entry.node is node and path[: len(entry.scope)] == entry.scope for entry in naming.tree.open):
        naming.tree.enter(path, 9.0)
        return
    naming.tree.enter(path, node.rank)
    naming.tree.push(node, path, heading=True)
    naming.said.node = node


def _open(naming: Naming, named: Named, path: Path, source: SourceRef, before: Draft | None) -> None:
    """Open the node that a heading names; `before` is what was named right before it."""
    term, name, number = named
    rank = naming.tree.rank_of(term)
    naming.tree.enter(path, rank)
    node = naming.tree.add(term, name, naming.tree.parent_for(rank, number, path), source, number)
    alone = before is None or before is node or before.term.word != term.word or bool(before.children)
    naming.tree.push(node, path, heading=True, alone=alone)
    naming.said.node = node
