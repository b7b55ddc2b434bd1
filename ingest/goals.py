"""The goal tree: areas, goals, objectives, actions and their effects, and lists of priorities and assignments."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.paragraphs import BULLET, NUMBERED, SHARE_FIRST
from ingest.model import Goal, GoalLevel, Section, SourceRef, Table
from ingest.pages import Block, BlockKind
from ingest.sentences import sentences_of

HEADING_LEVELS: tuple[tuple[str, GoalLevel], ...] = (
    (r"^(?:insats|fokus|målområde|verksamhets)område\w*\b|^målområde", GoalLevel.AREA),
    (r"^(?:delmål|resultatmål)\b\s*(?:\d|.*:)", GoalLevel.OBJECTIVE),
    (r"^(?:övergripande )?mål\b.*:|^inriktning(?:smål)?\b.*:", GoalLevel.GOAL),
)
"""How headings name a level of the tree."""

LIST_LEVELS: tuple[tuple[str, GoalLevel], ...] = (
    (r"fokusområde|priorit", GoalLevel.PRIORITY),
    (r"uppdrag", GoalLevel.ASSIGNMENT),
    (r"finansiella mål|^mål\b|\bmål(?: \d{4})?(?: är)?:?$", GoalLevel.GOAL),
)
"""What the items under a heading or lead-in are; the chapter over the heading tells only the first two."""

ACTION_COLUMN = re.compile(r"insats|åtgärd|aktivitet", re.IGNORECASE)
EFFECT_COLUMN = re.compile(r"effekt|resultat|indikator", re.IGNORECASE)
_GOAL_LINE = re.compile(r"^mål\b[^:]{0,60}:\s*(?P<text>.*)$", re.IGNORECASE)


class GoalTree:
    """Collects nodes in document order and gives each an id and a parent."""

    def __init__(self, plan_id: str) -> None:
        self.plan_id = plan_id
        self.nodes: list[Goal] = []
        self._known: dict[tuple[GoalLevel, str, str | None], str] = {}

    def add(self, level: GoalLevel, text: str, parent: str | None, source: SourceRef) -> str:
        """The id of the node with this text under this parent, new or known."""
        key = (level, text.casefold(), parent)
        if key not in self._known:
            self._known[key] = f"{self.plan_id}:g{len(self.nodes) + 1}"
            self.nodes.append(Goal(self._known[key], text, level, parent, source))
        return self._known[key]

    def area_named_in(self, headings: Sequence[str]) -> str | None:
        """The area whose name one of the headings repeats, as a running head over a chapter does."""
        told = [_folded(heading) for heading in headings]
        areas = [node for node in self.nodes if node.level is GoalLevel.AREA]
        return next((node.id for node in areas if any(_folded(node.text) in heading for heading in told)), None)


def _folded(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def goals_of(
    plan_id: str, sections: Sequence[Section], blocks: Sequence[Sequence[Block]], tables: Sequence[Sequence[Table]]
) -> tuple[Goal, ...]:
    """All nodes of a plan; `blocks` and `tables` are each section's."""
    tree = GoalTree(plan_id)
    for section, own, own_tables in zip(sections, blocks, tables, strict=True):
        parent = _from_headings(tree, section)
        parent = _from_paragraphs(tree, section, own, parent)
        for table in own_tables:
            _from_table(tree, table, parent)
        _from_lists(tree, section, own)
    return tuple(tree.nodes)


def _from_headings(tree: GoalTree, section: Section) -> str | None:
    parent: str | None = None
    for depth, heading in enumerate(section.path, 1):
        level = next((level for pattern, level in HEADING_LEVELS if re.search(pattern, heading, re.IGNORECASE)), None)
        if level is not None:
            source = replace(section.source, section_path=section.path[:depth])
            if parent is None and level is not GoalLevel.AREA:
                parent = tree.area_named_in(section.path[: depth - 1])
            parent = tree.add(level, _named(heading), parent, source)
    return parent


def _named(heading: str) -> str:
    """ "Delmål 2: Attraktiva livsmiljöer" → "Attraktiva livsmiljöer"."""
    name = heading.partition(":")[2].strip()
    return name or heading


def _from_paragraphs(tree: GoalTree, section: Section, blocks: Sequence[Block], parent: str | None) -> str | None:
    """A goal set as a paragraph, "Mål för …: …", with its text on the same line or the next."""
    deepest = parent
    for index, block in enumerate(blocks):
        found = _GOAL_LINE.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
        if found is None or len(block.text) > 200:
            continue
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        text = found["text"] or following
        if text and len(text) < 200:
            source = replace(section.source, page=block.page or section.source.page, bbox=block.box)
            deepest = tree.add(GoalLevel.GOAL, text, parent, source)
    return deepest


def _from_table(tree: GoalTree, table: Table, parent: str | None) -> None:
    """Two columns, actions and their effects; each sentence of an effect cell is an effect."""
    head = table.rows[0]
    if len(head) < 2 or not ACTION_COLUMN.search(head[0]) or not EFFECT_COLUMN.search(head[1]):
        return
    for index, row in enumerate(table.rows[1:], 1):
        if not row[0]:
            continue
        source = replace(table.source, row=index, column=0)
        action = tree.add(GoalLevel.ACTION, NUMBERED.sub("", row[0]), parent, source)
        for sentence in sentences_of(row[1]):
            tree.add(GoalLevel.EFFECT, sentence, action, replace(source, column=1))


def _from_lists(tree: GoalTree, section: Section, blocks: Sequence[Block]) -> None:
    lead = section.path[-1]
    chapter = section.path[-2] if len(section.path) > 1 else ""
    for block in blocks:
        if block.kind is not BlockKind.ITEM:
            lead = block.text if len(block.text) < 120 else block.text.rsplit(". ", 1)[-1]
            continue
        level = _list_level(lead, section.path[-1], chapter)
        if level is not None and not SHARE_FIRST.match(block.text):
            source = replace(section.source, page=block.page or section.source.page, bbox=block.box)
            tree.add(level, NUMBERED.sub("", BULLET.sub("", block.text, count=1)), None, source)


def _list_level(lead: str, heading: str, chapter: str) -> GoalLevel | None:
    told = [(text, level, pattern) for text in (lead, heading) for pattern, level in LIST_LEVELS]
    told += [(chapter, level, pattern) for pattern, level in LIST_LEVELS if level is not GoalLevel.GOAL]
    return next((level for text, level, pattern in told if re.search(pattern, text, re.IGNORECASE)), None)
