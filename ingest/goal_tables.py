"""Tables of goals: columns that each name a level, rows whose first cell does, and cells with several nodes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.amounts import parse_cell
from ingest.goal_labels import bare, label_of, without_values
from ingest.goal_tree import Draft, GoalTree
from ingest.goal_words import TARGET, Term, term_of, term_of_question
from ingest.layout.paragraphs import NUMBERED
from ingest.model import GoalLevel, SourceRef, Table
from ingest.sentences import sentences_of

_BULLETS = re.compile(r"(?:^|\s)[•·▪◦‣●○➢✓]\s*|\n")
_ORDINAL = re.compile(r"\s+\d{1,2}(?:\.\d{1,2})*:?$")
_REFERS_BACK = re.compile(r"(?:Det|Detta|Dessa|De här|Den|Därmed|Därigenom|På så sätt)\s", re.IGNORECASE)
_SEVERAL = re.compile(r"\s*/\s*|\s+(?:och|samt)\s+", re.IGNORECASE)
_NEEDS_PARENT = {GoalLevel.ACTION, GoalLevel.EFFECT}
_NO_AMOUNTS = {GoalLevel.AREA, GoalLevel.ASSIGNMENT, GoalLevel.PRIORITY, GoalLevel.ACTION}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that name levels, by index, and the row that says so."""

    head: int
    terms: tuple[tuple[int, Term], ...]


def column_term(cell: str) -> Term | None:
    """The level that a column's head names."""
    told = cell.strip(" :")
    if (
        not told
        or len(told) > 60
        or TARGET.match(told)
        or any(char.isdigit() for char in re.sub(r"(19|20)\d\d", "", told))
    ):
        return None
    asked = term_of_question(told)
    named = [term for part in _SEVERAL.split(told) if (term := term_of(part)) is not None]
    return asked or (named[0] if named else None)


def columns_of_goals(table: Table, *, under_goal: bool) -> Columns | None:
    """Which columns of a table name levels; null for any other table."""
    for head, row in enumerate(table.rows[:2]):
        found = [(index, term) for index, cell in enumerate(row) if (term := column_term(cell)) is not None]
        found = [(index, term) for index, term in found if not _amounts_in(table, head, index)]
        words = {term.word for _, term in found}
        if len(words) == len(found) and found and _is_goal_table(table, head, found, under_goal=under_goal):
            return Columns(head, tuple(found))
        if sum(1 for cell in row if cell) > 1:
            return None
    return None


def _is_goal_table(table: Table, head: int, found: list[tuple[int, Term]], *, under_goal: bool) -> bool:
    if len(table.rows) <= head + 1 or len(table.rows[head]) < 2:
        return False
    if len(found) > 1:
        return True
    level = found[0][1].level
    others = [
        index for index in range(len(table.rows[head])) if index != found[0][0] and not _counts(table, head, index)
    ]
    amounts = any(_amounts_in(table, head, index) for index in others)
    if level is GoalLevel.EFFECT:
        return under_goal
    if amounts and level in _NO_AMOUNTS:
        return False
    named = any(TARGET.search(table.rows[head][index]) for index in others)
    return under_goal or named or level not in _NEEDS_PARENT


def _counts(table: Table, head: int, column: int) -> bool:
    """Whether a column only numbers the rows."""
    cells = [row[column].strip(" .") for row in table.rows[head + 1 :] if column < len(row) and row[column]]
    return cells == [str(number) for number in range(1, len(cells) + 1)]


def _amounts_in(table: Table, head: int, column: int) -> bool:
    cells = [row[column] for row in table.rows[head + 1 :] if column < len(row) and row[column]]
    return bool(cells) and sum(parse_cell(cell) is not None for cell in cells) > len(cells) / 2


def read_columns(tree: GoalTree, table: Table, columns: Columns, parent: Draft | None) -> list[Draft]:
    """Add the nodes of a table, row by row; an empty cell goes on with the one above it."""
    ordered = sorted(columns.terms, key=lambda column: tree.rank_of(column[1]))
    current: dict[int, list[Draft]] = {}
    found: list[Draft] = []
    for index, row in enumerate(table.rows):
        if index <= columns.head or not any(row):
            continue
        if index > columns.head + 1 and tuple(row) == tuple(table.rows[columns.head]):
            continue
        for place, (column, term) in enumerate(ordered):
            texts = _texts(term, row[column] if column < len(row) else "")
            if not texts:
                continue
            over = [current.get(outer, []) for outer, _ in ordered[:place]]
            source = _place(table, index, column)
            current[column] = [
                _add(tree, term, text, _parent(over, parent, number, len(texts)), source)
                for number, text in enumerate(texts)
            ]
            found += current[column]
            for inner, _ in ordered[place + 1 :]:
                current.pop(inner, None)
    return found


def _parent(over: Sequence[Sequence[Draft]], outside: Draft | None, number: int, count: int) -> Draft | None:
    """The node of the nearest outer column: the one, or the one beside it; several others tell nothing."""
    for nodes in reversed(over):
        if len(nodes) == 1:
            return nodes[0]
        if nodes and len(nodes) == count:
            return nodes[number]
    return outside


def _add(tree: GoalTree, term: Term, text: str, parent: Draft | None, source: SourceRef) -> Draft:
    label = label_of(text)
    if label is not None and label.name and label.term.level is term.level:
        return tree.add(term, label.name, parent, source, label.number)
    return tree.add(term, text, parent, source)


def _place(table: Table, row: int, column: int) -> SourceRef:
    boxes = table.cell_boxes[row] if row < len(table.cell_boxes) else ()
    box = (boxes[column] if column < len(boxes) else None) or table.source.bbox
    return replace(table.source, page=table.page_of(row), row=row, column=column, bbox=box)


def _texts(term: Term, cell: str) -> list[str]:
    """The nodes of one cell: its bullets or numbered points, and each sentence of an effect."""
    told = cell.strip()
    if not re.search(r"[^\W\d_]{2}", told):
        return []
    parts = [part.strip() for part in _BULLETS.split(told) if part and part.strip()]
    if len(parts) == 1 and len(re.findall(r"(?:^|\s)\d{1,2}[.)]\s", told)) > 1:
        parts = [part.strip() for part in re.split(r"(?:^|\s)\d{1,2}[.)]\s+", told) if part.strip()]
    if term.level is GoalLevel.EFFECT:
        parts = [sentence for part in parts for sentence in effects_of(part)]
    return [without_values(term, NUMBERED.sub("", bare(part))) for part in parts]


def effects_of(text: str) -> list[str]:
    """The effects that a text tells of: its sentences, one that only points back going with the one before it."""
    found: list[str] = []
    for sentence in sentences_of(text):
        if found and _REFERS_BACK.match(sentence):
            found[-1] = f"{found[-1]} {sentence}"
        else:
            found.append(sentence)
    return found


def labelled_rows(table: Table) -> list[tuple[Term, str, SourceRef]]:
    """A table of two columns whose rows are label and text: "Mål | …", "Aktivitet | …"; empty for any other."""
    rows = [(index, row) for index, row in enumerate(table.rows) if any(row)]
    terms = [column_term(_ORDINAL.sub("", row[0])) for _, row in rows]
    known = [term for term in terms if term is not None]
    if len({term.word for term in known}) < 2 or any(len(row) != 2 for _, row in rows) or len(known) < len(rows) / 2:
        return []
    if column_term(rows[0][1][1]) is not None:
        return []
    return [
        (term, text, _place(table, index, 1))
        for (index, row), term in zip(rows, terms, strict=True)
        if term is not None
        for text in _texts(term, row[1])
    ]
