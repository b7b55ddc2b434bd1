"""A plan's prose as statements and lists: each with its place, and the words by which it is found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citations import collapse
from assistant.understanding.words import tokens
from ingest.model import Plan, Section, SourceRef

ITEM = re.compile(r"^\s*(?:[•▪◦●*–-]|\d{1,2}[.)]|[a-zåäö]\))\s+")
NUMBERED = re.compile(r"^\s*(\d{1,2})[.)]\s+")
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bca\.)(?<!\bbl\.)(?<!\ba\.)(?<!\bt\.)(?<!\bex\.)(?<!\bm\.)(?<!\bkap\.)(?<!\bs\.)(?<!\bk\.)\s+(?=[A-ZÅÄÖ0-9”\"])"
)
_INTRO = re.compile(
    r"(:|\b(är|följande|har|omfattar|innebär|består av|ingår|samverkan|områden|prioriteringar))\s*$", re.IGNORECASE
)
_SHORT_INTRO = 110
_LABELLED = re.compile(r"[A-ZÅÄÖ][^:]{2,40}:\s+\S.*[^:]$")
"""A line that says after a colon what it tells, and leads to nothing."""
_NAME = re.compile(r"[A-ZÅÄÖ][^\W\d]*(?:[ -][^\W\d]+-?){0,3}")
"""A name of a few words without numbers."""
_FEWEST_ROWS = 3
"""A grid has at least so many rows."""
POINTING = frozenset({"följande", "följd"})
"""Words that only point on and are no forms of the verb that they look like."""
_FEWEST_WORDS = 4
_SHORT_BUT_WHOLE = re.compile(r"\w – \w|^Resten är \w+\.$")
"""A line of fewer words is no sentence but a cell or a label, unless it explains a word or tells what the rest is."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or list item as printed, at `line` of its section; `words` are weighted by how near they stand."""

    text: str
    section: int
    line: int
    item: bool
    words: dict[str, float]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list with the line that introduces it; `quote` is all of it as printed, `words` those of intro and headings."""

    intro: str
    items: tuple[str, ...]
    section: int
    quote: str
    words: dict[str, float]

    @property
    def top(self) -> tuple[int, ...]:
        """The places of the items proper; what explains an item is none."""
        marked = tuple(place for place, item in enumerate(self.items) if ITEM.match(item))
        return marked or tuple(range(len(self.items)))


def is_row(line: str) -> bool:
    """Whether the line is a table row."""
    return "\t" in line


def sentences(line: str) -> tuple[str, ...]:
    """The sentences of a paragraph as printed."""
    return tuple(part for part in _SENTENCE_END.split(line) if part.strip())


def surroundings(
    plan: Plan, section: Section, near: float = 0.8, above: float = 0.55, own: float = 0.45
) -> dict[str, float]:
    """The words of the section's headings and of the plan's name, the nearest worth most."""
    words: dict[str, float] = {}
    path = section.path
    places = [
        (path[-1] if path else "", near),
        (" ".join(path[:-1]), above),
        (f"{plan.organisation} {plan.title}", own),
    ]
    for text, weight in places:
        for word in tokens(text):
            words.setdefault(word, weight)
    return words


def statements_of(plan: Plan) -> tuple[Statement, ...]:
    """Every sentence and list item of the plan in its order."""
    return tuple(each for number, section in enumerate(plan.sections) for each in _statements(plan, number, section))


def _statements(plan: Plan, number: int, section: Section) -> Iterator[Statement]:
    unit = {figure.owner.casefold() for figure in plan.figures if figure.owner}
    around = surroundings(plan, section, near=1.0 if section.path and section.path[-1].casefold() in unit else 0.8)
    intro = ""
    for place, line in enumerate(section.text.splitlines()):
        if is_row(line) or not line.strip():
            intro = ""
            continue
        item = bool(ITEM.match(line))
        before = intro if item else ""
        for sentence in (line,) if item else sentences(line):
            if not item and len(sentence.split()) < _FEWEST_WORDS and not _SHORT_BUT_WHOLE.search(sentence):
                continue
            words = around | dict.fromkeys(tokens(before), 0.6) | dict.fromkeys(tokens(sentence), 1.0)
            words = {word: weight for word, weight in words.items() if word not in POINTING}
            yield Statement(sentence.strip(), number, place, item, words)
            before = sentence
        if not item:
            intro = line


def lists_of(plan: Plan) -> tuple[ListBlock, ...]:
    """Every list of the plan with what introduces it."""
    return tuple(block for number, section in enumerate(plan.sections) for block in _lists(plan, number, section))


def _lists(plan: Plan, number: int, section: Section) -> Iterator[ListBlock]:
    lines = [line for line in section.text.splitlines() if line.strip()]
    around = surroundings(plan, section, near=0.95)
    for start, end in _runs(lines):
        intro = _intro_of(lines, start)
        quoted = [intro] if intro else []
        words = around | dict.fromkeys(tokens(intro), 1.0)
        yield ListBlock(
            intro, tuple(line.strip() for line in lines[start:end]), number, "\n".join(quoted + lines[start:end]), words
        )
    for start, end in _grids(lines):
        cells = [_cells(line) for line in lines[start:end]]
        head = cells[0][0] if len(cells[0]) == 1 else ""
        rows = lines[start + bool(head) : end]
        intro = _intro_of(lines, start)
        words = around | dict.fromkeys(tokens(f"{intro} {head}"), 1.0)
        quote = "\n".join([*filter(None, [intro]), *lines[start:end]])
        yield ListBlock(intro or head, _by_columns(rows), number, quote, words)
    for start, end in _tables(lines):
        head = lines[start].split("\t")[0]
        intro = _intro_of(lines, start)
        words = around | dict.fromkeys(tokens(f"{intro} {head}"), 1.0)
        items = tuple(_in_words(line) for line in lines[start + 1 : end])
        quote = "\n".join([*filter(None, [intro]), *lines[start:end]])
        yield ListBlock(intro or head, items, number, quote, words)


def _grids(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of table rows whose cells are all names: one list set in columns, read down each of them."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_row(lines[end]) and _all_names(lines[end]):
            end += 1
        if end - start >= _FEWEST_ROWS:
            yield start, end
        start = max(end, start + 1)


def _all_names(line: str) -> bool:
    return bool(_cells(line)) and all(_NAME.fullmatch(cell) for cell in _cells(line))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t") if cell.strip()]


def _by_columns(rows: Sequence[str]) -> tuple[str, ...]:
    cells = [row.split("\t") for row in rows]
    columns = max(map(len, cells), default=0)
    return tuple(row[n].strip() for n in range(columns) for row in cells if n < len(row) and row[n].strip())


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of table rows whose cells are words, under a header."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_row(lines[end]):
            end += 1
        worded = all(re.search(r"[^\W\d_]{3}", line.split("\t")[1]) for line in lines[start:end])
        if end - start > 2 and worded:
            yield start, end
        start = max(end, start + 1)


def _in_words(line: str) -> str:
    """A row as an item: its name and what words explain it, without the numbers that only its column's head tells."""
    name, *others = _cells(line)
    return ": ".join([name, *(cell for cell in others if re.search(r"[^\W\d_]", cell))])


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of list lines; a numbered list goes on over what explains its items."""
    start = 0
    while start < len(lines):
        if not ITEM.match(lines[start]):
            start += 1
            continue
        end = start + 1
        while end < len(lines) and (ITEM.match(lines[end]) or _explains(lines, start, end)):
            end += 1
        if sum(bool(ITEM.match(line)) for line in lines[start:end]) > 1:
            yield start, end
        start = end


def _explains(lines: Sequence[str], start: int, end: int) -> bool:
    if not NUMBERED.match(lines[start]) or is_row(lines[end]):
        return False
    following = next((line for line in lines[end + 1 : end + 2]), "")
    last = NUMBERED.match(lines[end - 1])
    numbered = NUMBERED.match(following)
    if last and numbered:
        return int(numbered[1]) == int(last[1]) + 1
    alternating = end >= start + 3 and not ITEM.match(lines[end - 2])
    return bool(last and not following and alternating)


def _intro_of(lines: Sequence[str], start: int) -> str:
    """The line or the last sentence before the list, where it leads to it."""
    if not start or is_row(lines[start - 1]) or ITEM.match(lines[start - 1]):
        return ""
    last = sentences(lines[start - 1])[-1].strip()
    leads = _INTRO.search(last) or (len(last) < _SHORT_INTRO and last[-1] not in ".!?" and not _LABELLED.match(last))
    return last if leads else ""


def leads_on(statement: Statement) -> bool:
    """Whether the statement only leads to what comes after it and says nothing alone."""
    return not statement.item and bool(re.search(r"(:|\b(är|följande|att|och))\s*$", statement.text))


def place_of(plan: Plan, section: int, quote: str) -> SourceRef:
    """The source of a quote in a section: of the passage that holds it, which knows the page, else of the section."""
    wanted = collapse(quote)
    for passage in plan.passages:
        if passage.section == section and wanted in collapse(passage.text):
            return passage.source
    start = wanted[:60]
    for passage in plan.passages:
        if passage.section == section and start in collapse(passage.text):
            return passage.source
    return plan.sections[section].source
