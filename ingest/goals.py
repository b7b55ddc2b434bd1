"""The goal tree: areas, goals, objectives, actions and their effects, and lists of priorities and assignments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.goal_labels import LETTERED, announces, bare, heading_role, label_of, labelled_parts, lead_role, series_of, unnumbered
from ingest.goal_outline import CONTENTS, Outline, new_headings, outline_of
from ingest.goal_tables import columns_of_goals, effects_of, labelled_rows, read_columns
from ingest.goal_tree import Draft, GoalTree, Path, folded
from ingest.goal_words import Term, term_of
from ingest.layout.paragraphs import NUMBERED, SHARE_FIRST
from ingest.model import Goal, GoalLevel, Section, SourceRef, Table
from ingest.pages import Block, BlockKind
from ingest.sentences import sentences_of

LONGEST_GOAL = 300
"""Characters of a paragraph that may be a goal as a whole; of a longer one its first sentence may."""

SHORT_GOAL = 160
"""Characters of a paragraph under a heading that may be the goal even though longer text follows."""

BENEATH: dict[GoalLevel, Term] = {
    GoalLevel.AREA: Term("item", GoalLevel.GOAL, 1.0),
    GoalLevel.PRIORITY: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.GOAL: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.OBJECTIVE: Term("item", GoalLevel.ACTION, 3.0),
    GoalLevel.ACTION: Term("item", GoalLevel.EFFECT, 4.0),
}
"""What the items right under a node are where no word tells."""

_AS_LIST = {GoalLevel.AREA: GoalLevel.PRIORITY}
_LEADER_DOTS = re.compile(r"[\s.…_]{4,}\d{1,3}$")
_ARROW = re.compile(r"\s*(?:→|⇒|➔|->)\s*")


def goals_of(
    plan_id: str, sections: Sequence[Section], blocks: Sequence[Sequence[Block]], tables: Sequence[Sequence[Table]]
) -> tuple[Goal, ...]:
    """All nodes of a plan; `blocks` and `tables` are each section's."""
    reader = GoalReader(plan_id, outline_of(sections, blocks, tables))
    before: Path = ()
    for section, own, own_tables in zip(sections, blocks, tables, strict=True):
        if CONTENTS.fullmatch(section.path[-1]):
            continue
        for path in new_headings(before, section.path):
            reader.heading(path, replace(section.source, section_path=path))
        before = section.path
        reader.section(section, own, own_tables)
    return reader.tree.finished()


@dataclass(slots=True)
class Said:
    """What was last said in a section.

    `role` is the level announced, `strong` where nothing but that was said, `colon` where a name must follow; `node`
    is what was named, `taken` how many paragraphs were, `prose` tells that other text stands between, and `under` is the
    level that the heading announces.
    """

    role: Term | None = None
    strong: bool = False
    node: Draft | None = None
    prose: bool = False
    colon: bool = False
    taken: int = 0
    under: Term | None = None


class GoalReader:
    """Walks through a plan's headings, paragraphs, lists and tables and adds what they name to the tree."""

    def __init__(self, plan_id: str, outline: Outline) -> None:
        self.tree = GoalTree(plan_id)
        self.outline = outline
        self.roles: dict[Path, tuple[Term, bool]] = {}
        self.said = Said()
        self.path: Path = ()
        self.loose: tuple[Term, int] | None = None
        self.going: tuple[Term, int, Path] | None = None

    def heading(self, path: Path, source: SourceRef) -> None:
        """Open what a heading names, or note what it announces."""
        text, *others = labelled_parts(path[-1])
        announced = self.said.role if self.said.colon else None
        self.said = Said()
        named = self._named(text) or self._placed(path, text)
        repeated = self._repeated(text)
        role = heading_role(text)
        if repeated is not None and (named is None or named[0].word in {"chapter", "heading"}):
            self._reopen(repeated, path)
        elif named is not None and len(_names(named[0], named[1])) > 1:
            self._labelled(text, source)
        elif named is not None and named[1]:
            self._open(named, path, source)
        elif role is not None:
            self.roles[path] = role
            beneath = role[1] and role[0].level in {GoalLevel.GOAL, GoalLevel.OBJECTIVE, GoalLevel.ACTION, GoalLevel.EFFECT}
            self.tree.enter(path, self.tree.rank_of(role[0]) if beneath else None)
        elif announced is not None and self._is_goal(text, announced):
            node = self._inline(announced, text, (), source)
            self.tree.enter(path, node.rank)
            self.tree.push(node, path, heading=True)
        else:
            self.tree.enter(path, None)
        if self.loose is not None and len(path) < self.loose[1]:
            self.loose = None
        self.path = path
        for part in others:
            self._labelled(part, source)

    def _placed(self, path: Path, text: str) -> tuple[Term, str, tuple[str, ...]] | None:
        """What a heading names by its place among the others."""
        term = self.outline.headings.get(path)
        name = self.outline.names.get(path) or unnumbered(text)
        known = path in self.outline.names and any(node.folded == folded(name) for node in self.tree.nodes)
        return None if term is None or known else (term, name, ())

    def _named(self, text: str) -> tuple[Term, str, tuple[str, ...]] | None:
        label = label_of(text)
        if label is not None and label.name:
            return label.term, label.name, label.number
        series = series_of(text)
        if series is not None and series[0] in self.outline.series:
            return self.outline.series[series[0]], series[2], series[1]
        return None

    def _repeated(self, text: str) -> Draft | None:
        """The node whose name a heading says again: a listed one's whole name, or an area's in a running head."""
        told = folded(text)
        for node in self.tree.nodes:
            same = node.folded == told and node.rank < 3
            if same or (node.term.level is GoalLevel.AREA and node.folded in told and len(told) < len(node.folded) + 12):
                return node
        return None

    def _reopen(self, node: Draft, path: Path) -> None:
        if any(entry.node is node and path[: len(entry.scope)] == entry.scope for entry in self.tree.open):
            self.tree.enter(path, 9.0)
            return
        self.tree.enter(path, node.rank)
        self.tree.push(node, path, heading=True)
        self.said.node = node

    def _open(self, named: tuple[Term, str, tuple[str, ...]], path: Path, source: SourceRef) -> None:
        term, name, number = named
        rank = self.tree.rank_of(term)
        self.tree.enter(path, rank)
        node = self.tree.add(term, name, self.tree.parent_for(rank, number, path), source, number)
        self.tree.push(node, path, heading=True)
        self.said.node = node

    def section(self, section: Section, blocks: Sequence[Block], tables: Sequence[Table]) -> None:
        """Read what stands under one heading."""
        self.path = section.path
        role = self.roles.get(section.path)
        bare_list = all(block.kind is BlockKind.ITEM for block in blocks)
        if role is not None and (role[1] or bare_list):
            plain = role[1] and section.path not in self.outline.holders and _is_told_plainly(blocks)
            self.said = Said(role[0], strong=plain, under=role[0])
        elif self.said.node is None and blocks[0].kind is BlockKind.ITEM:
            own = lead_role(section.path[-1])
            usual = own if own is not None and not own.weak else self._chapter_role(section.path, bare_list=bare_list)
            self.said = Said(usual)
        remaining = list(tables)
        index = 0
        while index < len(blocks):
            index += self._block(section, blocks, index, remaining)
        self._late_title(section, blocks)

    def _chapter_role(self, path: Path, *, bare_list: bool) -> Term | None:
        """What the nearest chapter over a section that begins with a list says of such lists."""
        if self.loose is not None and bare_list:
            return self.loose[0]
        for depth in range(len(path) - 1, 0, -1):
            role = self.roles.get(path[:depth])
            if role is not None:
                return role[0] if role[1] else None
        return None

    def _late_title(self, section: Section, blocks: Sequence[Block]) -> None:
        """A title that a text extract put after its list: the list before it and the one after it are what it says."""
        last = blocks[-1]
        role = heading_role(last.text) if last.kind is BlockKind.PARAGRAPH else None
        if role is None or not role[1]:
            return
        self.loose = (role[0], len(section.path))
        items = [block for block in blocks if block.kind is BlockKind.ITEM]
        if items and len(items) == len(blocks) - 1 and self.said.prose is False and not self._known(items[0]):
            self._list(section, items, role[0])

    def _known(self, item: Block) -> bool:
        told = folded(bare(item.text))
        return any(node.folded == told for node in self.tree.nodes)

    def _block(self, section: Section, blocks: Sequence[Block], index: int, tables: list[Table]) -> int:
        """Read the block at this place; how many blocks that took."""
        block = blocks[index]
        if block.kind is BlockKind.TABLE:
            if tables:
                self._table(tables.pop(0))
            return 1
        if block.kind is BlockKind.ITEM:
            end = index
            while end < len(blocks) and blocks[end].kind is BlockKind.ITEM:
                end += 1
            self._list(section, blocks[index:end], self._list_role())
            return end - index
        arrows = self._arrows(section, blocks, index)
        if arrows:
            return arrows
        self._paragraph(section, block, blocks[index + 1] if index + 1 < len(blocks) else None)
        return 1

    def _list_role(self) -> Term | None:
        return self.said.role

    def _source(self, section: Section, block: Block) -> SourceRef:
        return replace(section.source, page=block.page or section.source.page, bbox=block.box)

    def _paragraph(self, section: Section, block: Block, following: Block | None) -> None:
        text = _LEADER_DOTS.sub("", block.text)
        if self._labelled(text, self._source(section, block)):
            return
        lead = lead_role(text) if following is not None and following.kind is BlockKind.ITEM else None
        label = label_of(text)
        term = lead or (label.term if label is not None else None) or self._announced(text)
        if term is not None and not term.weak:
            self.said = Said(term, strong=True, colon=bool(re.search(r":$|\bär$", text)))
            return
        said = self.said
        if said.role is not None and said.strong and self._is_goal(text, said.role) and (not said.taken or _is_short(text)):
            several = said.role.plural and _is_short(text)
            node = self._inline(said.role, text, (), self._source(section, block))
            taken = said.taken + 1
            self.said = Said(said.role if several else None, several, None if several else node, taken=taken)
            return
        told = lead_role(text) if following is not None else None
        other = told is None and announces(text)
        role = told if told is not None and not told.weak else None if other else said.under
        self.said = Said(role, prose=True, under=said.under)

    def _announced(self, text: str) -> Term | None:
        """The level that a line of its own announces: "Förbundets övergripande mål", "Våra mål är"."""
        told = text.strip().rstrip(":")
        if len(told) > 90 or told.endswith("."):
            return None
        role = heading_role(re.sub(r"\s+(?:är|lyder)$", "", told))
        return role[0] if role is not None and role[1] else None

    def _is_goal(self, text: str, role: Term) -> bool:
        """Whether a paragraph under an announcement is what it announced: one sentence that is no known name."""
        told = sentences_of(text)
        known = any(node.folded == folded(text) and node.rank < self.tree.rank_of(role) for node in self.tree.nodes)
        needs = role.level in {GoalLevel.ACTION, GoalLevel.EFFECT, GoalLevel.ASSIGNMENT} or role.weak
        parent = self.tree.parent_for(self.tree.rank_of(role))
        limit = 4 if role.level is GoalLevel.EFFECT else 1
        return len(told) <= limit and len(text) <= LONGEST_GOAL and not known and (parent is not None or not needs)

    def _labelled(self, text: str, source: SourceRef) -> bool:
        """Add the nodes that a line names: "Mål 1: …", also several on one line; whether it named any."""
        if len(text) > 4 * LONGEST_GOAL:
            return False
        found = False
        for part in labelled_parts(text):
            named = self._named(part)
            if named is None or not named[1] or (named[0].weak and named[0].level is GoalLevel.AREA and not named[2]):
                continue
            term, name, number = named
            if term.level is GoalLevel.EFFECT and self.tree.parent_for(self.tree.rank_of(term), number) is None:
                continue
            names, outside = _names(term, name), list(self.tree.open)
            for one in names:
                self.tree.open = list(outside) if len(names) > 1 else self.tree.open
                node = self._inline(term, one, number, source)
                found = True
                if term.level is not GoalLevel.EFFECT:
                    self.said = Said(node=node if part.endswith(one) and len(names) == 1 else None)
            if len(names) > 1:
                self.tree.open = [entry for entry in outside if entry.node.rank < self.tree.rank_of(term)]
        return found

    def _inline(self, term: Term, name: str, number: tuple[str, ...], source: SourceRef) -> Draft:
        rank = self.tree.rank_of(term)
        last = self.tree.nodes[-1] if self.tree.nodes else None
        alone = last is None or last.term.word != term.word or last.children or self.said.node is not last
        alone = alone or (last is not None and last.folded == folded(name))
        node = self.tree.add(term, name, self.tree.parent_for(rank, number), source, number)
        self.tree.push(node, self.path, heading=False)
        if not alone and rank < 3 and not number[1:]:
            self.tree.open = [entry for entry in self.tree.open if entry.node is not node]
        return node

    def _table(self, table: Table) -> None:
        over = self.tree.parent_for(9.0)
        columns = columns_of_goals(table, under_goal=over is not None)
        if columns is not None:
            for row, cells in enumerate(table.rows[: columns.head]):
                self._labelled(" ".join(filter(None, cells)), replace(table.source, row=row, column=0))
            rank = min(self.tree.rank_of(term) for _, term in columns.terms)
            read_columns(self.tree, table, columns, self.tree.parent_for(rank))
        for term, text, source in labelled_rows(table) if columns is None else ():
            label = label_of(text)
            self._inline(term, text if label is None or not label.name else label.name, (), source)
        self.said = Said(prose=True)

    def _arrows(self, section: Section, blocks: Sequence[Block], index: int) -> int:
        """Lines "Mål → Aktivitet → Effekt" and those after it in the same form are a table; how many they are."""
        head = _ARROW.split(blocks[index].text)
        if len(head) < 2 or any(term_of(bare(cell)) is None for cell in head):
            return 0
        rows = [tuple(head)]
        for block in blocks[index + 1 :]:
            cells = _ARROW.split(bare(block.text))
            if len(cells) != len(head):
                break
            rows.append(tuple(cells))
        self._table(Table(section.path[-1], None, (), tuple(rows), self._source(section, blocks[index])))
        return len(rows)

    def _list(self, section: Section, items: Sequence[Block], role: Term | None) -> None:
        """Add the items of a list: labelled ones by their label, others as what was announced or under their node."""
        said, items = self.said.node, with_depths(items)
        first = min(item.level for item in items)
        number = numbered(items[0].text)
        if role is None and self.going is not None and number == self.going[1] + 1 and section.path == self.going[2]:
            role = self.going[0]
        last = [told for item in items if item.level == first and (told := numbered(item.text))]
        self.going = (role, last[-1], section.path) if role is not None and last else None
        over: dict[int, Draft] = {}
        outside = list(self.tree.open)
        added: list[Draft] = []
        for item in items:
            text, source = bare(item.text), self._source(section, item)
            if SHARE_FIRST.match(item.text) or not text:
                continue
            parent = next((over[depth] for depth in sorted(over, reverse=True) if depth < item.level), None)
            if parent is None and self._fits(text, role) and self._labelled(text, source):
                over = {item.level: self.tree.nodes[-1]}
                continue
            top = role if item.level == first else None
            node = self._item(text, source, top, parent or (said if role is None else None))
            if node is not None:
                over = {depth: known for depth, known in over.items() if depth < item.level} | {item.level: node}
                added += [node] if item.level == first else []
        if added:
            self.tree.open = outside
            if len(added) == 1 and role is not None:
                self.tree.push(added[0], self.path, heading=False)
        self.said = Said(prose=role is None)

    def _fits(self, text: str, role: Term | None) -> bool:
        """Whether an item's label counts: in a list of announced goals "Resultat: …" is only how one begins."""
        named = self._named(text)
        return role is None or (named is not None and (named[0].level is role.level or bool(named[2])))

    def _item(self, text: str, source: SourceRef, role: Term | None, over: Draft | None) -> Draft | None:
        label = label_of(text)
        if label is not None and label.name and over is not None:
            return self.tree.add(label.term, label.name, over, source, label.number)
        if role is not None:
            return self._as_announced(text, source, role)
        if over is None or over.term.level not in BENEATH or over.term.level is GoalLevel.ASSIGNMENT:
            return None
        return self.tree.add(BENEATH[over.term.level], text, over, source)

    def _as_announced(self, text: str, source: SourceRef, role: Term) -> Draft | None:
        rank = self.tree.rank_of(role)
        parent = self.tree.parent_for(rank)
        if role.weak or (parent is None and role.level is GoalLevel.EFFECT):
            return None
        listed = replace(role, level=_AS_LIST.get(role.level, role.level))
        names = effects_of(text) if role.level is GoalLevel.EFFECT else [text]
        nodes = [self.tree.add(listed, name, parent, source) for name in names]
        return nodes[0]


def with_depths(items: Sequence[Block]) -> list[Block]:
    """The items with their depth: as the file says, or where it does not, another kind of mark under the first."""
    if any(item.level for item in items):
        return list(items)
    kinds = list(dict.fromkeys(_mark(item.text) for item in items))
    return [replace(item, level=kinds.index(_mark(item.text))) for item in items]


def _mark(text: str) -> str:
    """The kind of mark that an item has: its bullet, or that it is numbered or lettered."""
    return "1" if NUMBERED.match(text) else "a" if LETTERED.match(text) else text[:1]


def numbered(text: str) -> int:
    """The number that an item begins with, 0 where it has none."""
    return int(re.split(r"[.)]", text)[0]) if NUMBERED.match(text) else 0


def _is_told_plainly(blocks: Sequence[Block]) -> bool:
    """Whether a section's first paragraph can be the goal that its heading announces: short, or like all the others."""
    paragraphs = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
    single = all(len(sentences_of(text)) == 1 and len(text) <= LONGEST_GOAL for text in paragraphs)
    if any(block.kind is not BlockKind.PARAGRAPH for block in blocks):
        return False
    return single or len(paragraphs[0]) <= SHORT_GOAL


def _is_short(text: str) -> bool:
    return len(text.split()) <= 15 and not text.endswith((".", ":"))


def _names(term: Term, name: str) -> list[str]:
    """What a label names: one thing, the several that semicolons part, or the sentences of an effect."""
    if term.level is GoalLevel.EFFECT or (term.plural and ";" in name):
        return [one for part in name.split(";") for one in effects_of(part.strip())]
    return [name] if len(name) <= LONGEST_GOAL else [sentences_of(name)[0]]
