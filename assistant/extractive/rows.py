"""A plan's figures as rows: one label with its amounts of several years, and the words that say what it is."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.extractive.statements import ITEM
from assistant.thresholds import FIELD_WEIGHTS
from assistant.understanding.known_plan import KnownPlan, known
from assistant.understanding.lexicon import KIND_WORDS, UNIT_NAMES
from assistant.understanding.small_words import EMPTY, SUM_LABELS
from assistant.understanding.words import tokens
from assistant.written_numbers import Form, written_numbers
from ingest.model import Figure, FigureKind, Plan, Unit

_SILENT = EMPTY | SUM_LABELS
_SIGN = 2
"""Letters of the longest sign of a unit."""
_CAPITALS = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one label in one table, or one amount of a sentence, by year.

    `label` holds the words that tell this row from others, `words` each word of its surroundings with the weight of
    the place, `around` those of the prose that a table stands in; `whole` is true for the plan's own level, `prose`
    for an amount of a sentence, `alone` for one that shares its sentence with no other.
    """

    plan: Plan
    figures: tuple[Figure, ...]
    label: tuple[str, ...]
    words: dict[str, float]
    around: dict[str, float]
    whole: bool
    prose: bool
    alone: bool

    @property
    def first(self) -> Figure:
        """The row's first figure, for what all of them share."""
        return self.figures[0]

    @property
    def unit(self) -> Unit | None:
        """The unit of the row's figures."""
        return self.first.unit

    @property
    def owner(self) -> str | None:
        """The unit that the row belongs to, null where undecided or none."""
        return self.first.owner

    @property
    def is_sum(self) -> bool:
        """Whether the row sums others."""
        return self.first.kind is FigureKind.SUM or not self.label

    @property
    def name(self) -> str:
        """The row's label as it is compared with other rows' labels."""
        return " ".join(self.label) or self.first.label.casefold()

    def of(self, year: int | None) -> Figure | None:
        """The row's figure of the year; the earliest in the table where several bases share it."""
        return next((figure for figure in self.figures if figure.year == year), None)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the row has figures of, in order."""
        return tuple(sorted({figure.year for figure in self.figures if figure.year is not None}))


def label_words(label: str) -> tuple[str, ...]:
    """The words of a label that tell it from others: no sums, units, years or what stands in parentheses."""
    outside = tokens(label.split("(")[0]) or tokens(label)
    silent = _SILENT - _written_large(label)
    telling = tuple(word for word in outside if word not in silent and _tells(word))
    return telling if telling or any(word in SUM_LABELS for word in outside) else outside


def _tells(word: str) -> bool:
    """Whether a word of a label is no number and no sign of a unit (m³)."""
    return not word[0].isdigit() and (len(word) > _SIGN or word.isalpha())


def prose_of(text: str) -> str:
    """A section's text without the rows of its tables."""
    return "\n".join(line for line in text.splitlines() if "\t" not in line)


def rows_of(plan: Plan) -> tuple[Row, ...]:
    """Every row of the plan's figures, in its order."""
    reader = known(plan)
    quotes = Counter(figure.quote for figure in plan.figures)
    kinds = _kinds(plan)
    rows = [
        _row(reader, figures, quotes[figures[0].quote] == 1, kinds[figures[0].source.table])
        for figures in _grouped(plan)
    ]
    return tuple(rows + [said for row in rows if not row.prose for said in _said_in_label(reader, row)])


def _said_in_label(reader: KnownPlan, row: Row) -> Iterator[Row]:
    """The amounts that stand within a row's label in another unit than its cells (so much for each inhabitant)."""
    first = row.first
    said = [number for number in written_numbers(first.label) if number.form is Form.AMOUNT and number.unit]
    if len(said) != 1 or said[0].unit is first.unit:
        return
    number = said[0]
    figure = replace(first, value=number.value, unit=number.unit, as_printed=number.text, kind=FigureKind.FEE)
    figure = replace(figure, owner=None, basis=None, year=None)
    words = _words(reader, figure, prose=True)
    yield Row(reader.plan, (figure,), row.label, words, {}, row.whole, prose=True, alone=True)


def _grouped(plan: Plan) -> Iterator[tuple[Figure, ...]]:
    groups: dict[object, list[Figure]] = {}
    for number, figure in enumerate(plan.figures):
        source = figure.source
        row = (source.table, source.row, figure.label, figure.unit) if source.table is not None else number
        groups.setdefault(row, []).append(figure)
    for group in groups.values():
        yield tuple(group)


def _kinds(plan: Plan) -> Mapping[int | None, FigureKind]:
    """What the sums of each table are of: the kind of all its other rows, where they have but one."""
    found: dict[int | None, set[FigureKind]] = {}
    for figure in plan.figures:
        found.setdefault(figure.source.table, set()).add(figure.kind)
    others = {table: kinds - {FigureKind.SUM} for table, kinds in found.items()}
    return {table: next(iter(kinds)) if len(kinds) == 1 else FigureKind.SUM for table, kinds in others.items()}


def _row(reader: KnownPlan, figures: tuple[Figure, ...], alone: bool, summed: FigureKind) -> Row:
    first = figures[0]
    prose = first.source.table is None
    label = label_words(first.label)
    label = tuple(word for word in label if not reader.is_name(word)) or label
    whole = first.owner is None or any(owner.whole for owner in reader.owners if owner.name == first.owner)
    around = {} if prose else _around(reader.plan, first.source.section_path)
    words = _words(reader, first, prose)
    if first.kind is FigureKind.SUM and not prose:
        for word in KIND_WORDS.get(summed, "").split():
            words.setdefault(word, FIELD_WEIGHTS["kind"])
    return Row(reader.plan, figures, label, words, around, whole, prose, prose and alone)


def _words(reader: KnownPlan, figure: Figure, prose: bool) -> dict[str, float]:
    plan, path = reader.plan, figure.source.section_path
    strange = {word for owner in reader.owners if figure.owner and owner.name != figure.owner for word in owner.words}
    strange -= set(tokens(figure.owner or ""))
    table = figure.source.table
    caption = plan.tables[table].caption if table is not None and table < len(plan.tables) else ""
    corner = _corner(plan, table)
    places = (
        ("label", figure.label),
        ("path", " ".join(groups_of(figure))),
        ("path", summed_in(plan, figure)),
        ("owner", figure.owner or ""),
        ("caption", f"{caption} {corner}"),
        ("kind", KIND_WORDS.get(figure.kind, "")),
        ("label", UNIT_NAMES.get(figure.unit, "") if figure.unit else ""),
        ("sentence", figure.quote if prose else ""),
        ("section", path[-1] if path else ""),
        ("above", " ".join(path[:-1])),
        ("plan", f"{plan.organisation} {plan.title}"),
        ("beside", _beside(reader, figure) if prose or figure.kind is FigureKind.SHARE else ""),
    )
    words: dict[str, float] = {}
    for place, text in places:
        for word in tokens(text):
            if place in {"section", "above", "caption"} and word in strange:
                continue
            if word not in EMPTY or place == "label" or word in _written_large(text):
                words[word] = max(words.get(word, 0.0), FIELD_WEIGHTS[place])
    return words


def _written_large(text: str) -> frozenset[str]:
    """The abbreviations in a text that is not all in capitals, which mean more than the small words that look alike."""
    return frozenset() if text.isupper() else frozenset(word.casefold() for word in _CAPITALS.findall(text))


def groups_of(figure: Figure) -> tuple[str, ...]:
    """The headings within the table that the figure's label stands under."""
    section = figure.source.section_path
    return figure.path[len(section) :] if figure.path[: len(section)] == section else figure.path


def _beside(reader: KnownPlan, figure: Figure) -> str:
    """What is said before the amount in its paragraph, for a share its whole section: what it is a share of."""
    texts = [section.text for section in reader.plan.sections if section.path == figure.source.section_path]
    if figure.kind is FigureKind.SHARE:
        return " ".join(texts)
    return " ".join(line for text in texts for line in text.splitlines() if figure.quote in line and ITEM.match(line))


def summed_in(plan: Plan, figure: Figure) -> str:
    """The head of the one column that sums the row's others (Summa bidrag): each of those is a part of it."""
    number, row, column = figure.source.table, figure.source.row, figure.source.column
    if number is None or row is None or column is None or number >= len(plan.tables) or ": " not in figure.label:
        return ""
    heads = plan.tables[number].rows[0]
    sums = [place for place, head in enumerate(heads) if place and not SUM_LABELS.isdisjoint(tokens(head))]
    return heads[sums[0]] if len(sums) == 1 and column < sums[0] else ""


def _corner(plan: Plan, table: int | None) -> str:
    """What stands in the corner of the table (Kostnader …): it speaks for all its rows."""
    if table is None or table >= len(plan.tables):
        return ""
    rows = plan.tables[table].rows
    return rows[0][0] if rows and rows[0] else ""


def _around(plan: Plan, path: tuple[str, ...]) -> dict[str, float]:
    """The words of the prose of a section and of its headings; all the prose round the only table of a text."""
    alone = len(plan.tables) == 1
    texts = [prose_of(section.text) for section in plan.sections if alone or section.path == path]
    return {word: FIELD_WEIGHTS["beside"] for word in tokens("\n".join((*texts, *path))) if word not in EMPTY}
