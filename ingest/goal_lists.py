"""Lists in a goal tree: items that a heading or lead-in announces, that carry labels, or that stand under a node."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.goal_labels import LETTERED, bare, label_of, named_for
from ingest.goal_naming import Naming, Said
from ingest.goal_tables import effects_of
from ingest.goal_tree import Draft, Path
from ingest.goal_words import Term, term_of_noun
from ingest.layout.paragraphs import NUMBERED, SHARE_FIRST
from ingest.model import GoalLevel, Section, SourceRef
from ingest.pages import Block

BENEATH: dict[GoalLevel, Term] = {
    GoalLevel.AREA: Term("item", GoalLevel.GOAL, 1.0),
    GoalLevel.PRIORITY: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.GOAL: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.OBJECTIVE: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.ACTION: Term("item", GoalLevel.EFFECT, 4.0),
}
"""What the items right under a node are where no word tells."""

_HELD = re.compile(
    r"\btill (?:varje|vart och ett|respektive) \w+ (?:hör|finns|ingår|knyts|kopplas) (?P<held>[^.:]+)", re.IGNORECASE
)
_AS_LIST = {GoalLevel.AREA: GoalLevel.PRIORITY}


def lists_held(sections: Sequence[Section]) -> dict[Path, Term]:
    """By the path of each chapter that tells what belongs to every area or goal in it, what is done for these.

    "Till varje område hör mål, indikatorer och aktiviteter": what stands in lists there are activities.
    """
    found: dict[Path, Term] = {}
    for section in sections:
        told = _HELD.search(section.text)
        terms = [term_of_noun(word) for word in told["held"].split()] if told is not None else []
        done = [term for term in terms if term is not None and term.level is GoalLevel.ACTION]
        if done:
            found[section.path] = done[-1]
    return found


def place_of(section: Section, block: Block) -> SourceRef:
    """Where a block of a section stands."""
    return replace(section.source, page=block.page or section.source.page, bbox=block.box)


def read_list(naming: Naming, section: Section, items: Sequence[Block], role: Term | None) -> None:
    """Add the items of a list: labelled ones by their label, others as what was announced or under their node.

    A heading that a text extract joined to the last item of a list announces the list of other marks after it.
    """
    for end, (item, after) in enumerate(pairwise(items), 1):
        announced = named_for(bare(item.text)) if _mark(item.text) != _mark(after.text) else None
        if announced is not None:
            read_list(naming, section, items[:end], role)
            read_list(naming, section, items[end:], announced)
            return
    said, under, items = naming.said.node, naming.said.under, _with_depths(items)
    first = min(item.level for item in items)
    number = _numbered(items[0].text)
    if role is None and naming.going is not None and number == naming.going[1] + 1 and section.path == naming.going[2]:
        role = naming.going[0]
    last = [told for item in items if item.level == first and (told := _numbered(item.text))]
    naming.going = (role, last[-1], section.path) if role is not None and last else None
    over: dict[int, Draft] = {}
    outside = list(naming.tree.open)
    added: list[Draft] = []
    for item in items:
        text, source = bare(item.text), place_of(section, item)
        if SHARE_FIRST.match(item.text) or not text:
            continue
        parent = next((over[depth] for depth in sorted(over, reverse=True) if depth < item.level), None)
        if parent is None and _fits(naming, text, role) and naming.labelled(text, source):
            over = {item.level: naming.tree.nodes[-1]}
            continue
        top = role if item.level == first else None
        node = _item(naming, text, source, top, parent or (said if role is None else None))
        if node is not None:
            over = {depth: known for depth, known in over.items() if depth < item.level} | {item.level: node}
            added += [node] if item.level == first else []
    if added:
        naming.tree.open = outside
        if len(added) == 1 and role is not None:
            naming.tree.push(added[0], naming.path, heading=False)
    naming.said = Said(prose=role is None, under=under if role is not None else None, listed=True)


def _fits(naming: Naming, text: str, role: Term | None) -> bool:
    """Whether an item's label counts: in a list of announced goals "Resultat: …" is only how one begins."""
    named = naming.named(text)
    return role is None or (named is not None and (named[0].level is role.level or bool(named[2])))


def _item(naming: Naming, text: str, source: SourceRef, role: Term | None, over: Draft | None) -> Draft | None:
    label = label_of(text)
    if label is not None and label.name and over is not None:
        return naming.tree.add(label.term, label.name, over, source, label.number)
    if role is not None:
        return _as_announced(naming, text, source, role)
    if over is None or over.term.level not in BENEATH or over.term.level is GoalLevel.ASSIGNMENT:
        return None
    return naming.tree.add(BENEATH[over.term.level], text, over, source)


def _as_announced(naming: Naming, text: str, source: SourceRef, role: Term) -> Draft | None:
    rank = naming.tree.rank_of(role)
    parent = naming.tree.parent_for(rank)
    if role.weak or (parent is None and role.level is GoalLevel.EFFECT):
        return None
    listed = replace(role, level=_AS_LIST.get(role.level, role.level))
    names = effects_of(text) if role.level is GoalLevel.EFFECT else [text]
    nodes = [naming.tree.add(listed, name, parent, source) for name in names]
    return nodes[0]


def _with_depths(items: Sequence[Block]) -> list[Block]:
    """The items with their depth: as the file says, or where it does not, another kind of mark under the first."""
    if any(item.level for item in items):
        return list(items)
    kinds = list(dict.fromkeys(_mark(item.text) for item in items))
    return [replace(item, level=kinds.index(_mark(item.text))) for item in items]


def _mark(text: str) -> str:
    """The kind of mark that an item has: its bullet, or that it is numbered or lettered."""
    return "1" if NUMBERED.match(text) else "a" if LETTERED.match(text) else text[:1]


def _numbered(text: str) -> int:
    """The number that an item begins with, 0 where it has none."""
    return int(re.split(r"[.)]", text)[0]) if NUMBERED.match(text) else 0
