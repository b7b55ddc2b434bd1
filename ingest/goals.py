"""The goal tree: areas, goals, objectives, actions and their effects, and lists of priorities and assignments."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.goal_headings import read_heading
from ingest.goal_labels import announces, bare, heading_role, label_of, lead_role
from ingest.goal_lists import lists_held, place_of, read_list
from ingest.goal_naming import Naming, Said
from ingest.goal_outline import CONTENTS, new_headings, outline_of
from ingest.goal_tables import columns_of_goals, labelled_rows, read_columns
from ingest.goal_tree import GoalTree, Path
from ingest.goal_words import OTHER_LISTS, UNIT_NAME, Term, term_of
from ingest.model import Goal, GoalLevel, Section, Table
from ingest.pages import Block, BlockKind
from ingest.sentences import sentences_of

SHORT_GOAL, ALONE = 160, 200
"""Characters of a paragraph that may be the goal that a heading announces: with others after it, and alone."""

EXPECTED = Term("väntad effekt", GoalLevel.EFFECT, 4.0)
_EXPECTED = re.compile(r"\beffekt(?:en|er|erna)?\b|\b(?:för)?väntas\b", re.IGNORECASE)
_REACHED = {GoalLevel.GOAL, GoalLevel.OBJECTIVE}
_RESPONSIBLE = re.compile(r"Ansvar(?:ig\w*|ar)?\b[^:.]{0,40}:\s", re.IGNORECASE)
"""A line that tells only who answers for what stands around it."""
_LEADER_DOTS = re.compile(r"[\s.…_]{4,}\d{1,3}$")
_ARROW = re.compile(r"\s*(?:→|⇒|➔|->)\s*")


def goals_of(
    plan_id: str, sections: Sequence[Section], blocks: Sequence[Sequence[Block]], tables: Sequence[Sequence[Table]]
) -> tuple[Goal, ...]:
    """All nodes of a plan; `blocks` and `tables` are each section's."""
    naming = Naming(GoalTree(plan_id), outline_of(sections, blocks, tables), held=lists_held(sections))
    before: Path = ()
    for section, own, own_tables in zip(sections, blocks, tables, strict=True):
        if CONTENTS.fullmatch(section.path[-1]):
            continue
        for path in new_headings(before, section.path):
            box = section.source.bbox if path == section.path else None
            read_heading(naming, path, replace(section.source, section_path=path, bbox=box))
        before = section.path
        _read_section(naming, section, own, own_tables)
    return naming.tree.finished()


def _read_section(naming: Naming, section: Section, blocks: Sequence[Block], tables: Sequence[Table]) -> None:
    """Read what stands under one heading."""
    naming.path = section.path
    role = naming.roles.get(section.path)
    bare_list = all(block.kind is BlockKind.ITEM for block in blocks)
    if role is not None and (role[1] or bare_list):
        plain = role[1] and section.path not in naming.outline.holders and _is_told_plainly(blocks)
        naming.said = Said(role[0], strong=plain, under=role[0])
    elif naming.said.node is not None:
        _under_node(naming, section, blocks)
    elif blocks[0].kind is BlockKind.ITEM and not OTHER_LISTS.search(section.path[-1]):
        own = lead_role(section.path[-1])
        usual = own if own is not None and not own.weak else _chapter_role(naming, section.path, bare_list=bare_list)
        naming.said = Said(usual)
    remaining = list(tables)
    index = 0
    while index < len(blocks):
        index += _block(naming, section, blocks, index, remaining)
    _late_title(naming, section, blocks)


def _under_node(naming: Naming, section: Section, blocks: Sequence[Block]) -> None:
    """What stands under a heading that names a node, where a chapter over it tells what that holds.

    Under an area of a chapter on assignments the lists are those; under a goal of a chapter on how it is reached the
    sentences are what is done, and those that tell what is expected its effects.
    """
    node = naming.said.node
    role = next(
        (r for depth in range(len(section.path) - 1, 0, -1) if (r := naming.roles.get(section.path[:depth]))), None
    )
    if node is None or role is None or not role[1]:
        return
    if node.term.level is GoalLevel.AREA and role[0].level is GoalLevel.ASSIGNMENT:
        naming.said.role = role[0]
    told = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    if role[0].level is not GoalLevel.ACTION or node.term.level not in _REACHED or len(told) < len(blocks):
        return
    for block in told:
        for sentence in sentences_of(block.text) if label_of(block.text) is None else ():
            term = EXPECTED if _EXPECTED.search(sentence) else role[0]
            naming.tree.add(term, sentence, node, place_of(section, block))


def _chapter_role(naming: Naming, path: Path, *, bare_list: bool) -> Term | None:
    """What the nearest chapter over a section that begins with a list says of such lists."""
    if naming.loose is not None and bare_list:
        return naming.loose[0]
    for depth in range(len(path) - 1, 0, -1):
        role = naming.roles.get(path[:depth])
        if role is not None:
            return role[0] if role[1] else None
    return None


def _late_title(naming: Naming, section: Section, blocks: Sequence[Block]) -> None:
    """A title that a text extract put after its list: the list before it and the one after it are what it says."""
    last = blocks[-1]
    role = heading_role(last.text) if last.kind is BlockKind.PARAGRAPH else None
    if role is None or not role[1]:
        return
    naming.loose = (role[0], len(section.path))
    items = [block for block in blocks if block.kind is BlockKind.ITEM]
    if items and len(items) == len(blocks) - 1 and naming.said.prose is False and not naming.knows(bare(items[0].text)):
        read_list(naming, section, items, role[0])


def _block(naming: Naming, section: Section, blocks: Sequence[Block], index: int, tables: list[Table]) -> int:
    """Read the block at this place; how many blocks that took."""
    block = blocks[index]
    if block.kind is BlockKind.TABLE:
        if tables:
            _table(naming, tables.pop(0))
        return 1
    if block.kind is BlockKind.ITEM:
        end = index
        while end < len(blocks) and blocks[end].kind is BlockKind.ITEM:
            end += 1
        measured = index > 0 and blocks[index - 1].kind is BlockKind.TABLE
        held = naming.held.get(section.path[:-1]) if measured else None
        read_list(naming, section, blocks[index:end], naming.said.role or held)
        return end - index
    arrows = _arrows(naming, section, blocks, index)
    if arrows:
        return arrows
    _paragraph(naming, section, block, blocks[index + 1] if index + 1 < len(blocks) else None)
    return 1


def _paragraph(naming: Naming, section: Section, block: Block, following: Block | None) -> None:
    text = _LEADER_DOTS.sub("", block.text)
    if _RESPONSIBLE.match(text) or naming.labelled(text, place_of(section, block)):
        return
    lead = lead_role(text) if following is not None and following.kind is BlockKind.ITEM else None
    label = label_of(text)
    term = lead or (label.term if label is not None else None) or _announced(text)
    if term is not None and not term.weak:
        naming.said = Said(term, strong=True, colon=bool(re.search(r":$|\bär$", text)))
        return
    said = naming.said
    if (
        said.role is not None
        and said.strong
        and naming.is_goal(text, said.role)
        and (said.colon or len(text) <= ALONE)
        and (not said.taken or _is_short(text))
    ):
        several = said.role.plural and _is_short(text)
        node = naming.inline(said.role, text, (), place_of(section, block))
        taken = said.taken + 1
        naming.said = Said(said.role if several else None, several, None if several else node, taken=taken)
        return
    told = lead_role(text) if following is not None else None
    other = told is None and announces(text)
    under = said.under if not said.listed or UNIT_NAME.search(text) else None
    role = told if told is not None and not told.weak else None if other else under
    naming.said = Said(role, prose=True, under=under)


def _announced(text: str) -> Term | None:
    """The level that a line of its own announces: "Förbundets övergripande mål", "Våra mål är"."""
    told = text.strip().rstrip(":")
    if len(told) > 90 or told.endswith("."):
        return None
    role = heading_role(re.sub(r"\s+(?:är|lyder)$", "", told))
    return role[0] if role is not None and role[1] else None


def _table(naming: Naming, table: Table) -> None:
    over = naming.tree.parent_for(9.0)
    columns = columns_of_goals(table, under_goal=over is not None)
    if columns is not None:
        for row, cells in enumerate(table.rows[: columns.head]):
            naming.labelled(" ".join(filter(None, cells)), replace(table.source, row=row, column=0))
        rank = min(naming.tree.rank_of(term) for _, term in columns.terms)
        read_columns(naming.tree, table, columns, naming.tree.parent_for(rank))
    for term, text, source in labelled_rows(table) if columns is None else ():
        label = label_of(text)
        naming.inline(term, text if label is None or not label.name else label.name, (), source)
    naming.said = Said(prose=True)


def _arrows(naming: Naming, section: Section, blocks: Sequence[Block], index: int) -> int:
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
    _table(naming, Table(section.path[-1], None, (), tuple(rows), place_of(section, blocks[index])))
    return len(rows)


def _is_told_plainly(blocks: Sequence[Block]) -> bool:
    """Whether a section's first paragraph can be the goal that its heading announces: a short one."""
    if any(block.kind is not BlockKind.PARAGRAPH for block in blocks):
        return False
    return len(blocks[0].text) <= (ALONE if len(blocks) == 1 else SHORT_GOAL)


def _is_short(text: str) -> bool:
    return len(text.split()) <= 15 and not text.endswith((".", ":"))
