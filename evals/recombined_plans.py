"""Plans in any number, made of real text: runs of sentences recombined by a generator that always draws the same.

Vectors and words of made-up text lie otherwise than those of real text, and a search over them is quicker or slower
than one over plans. So the sentences, headings and labels are those of texts that people wrote; only their order, the
amounts and the organisations' names are drawn.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

from evals.errors import NothingToMeasure
from index.training.corpus import Stretch, read_corpus
from ingest.model import (
    Basis,
    Figure,
    FigureKind,
    Goal,
    GoalLevel,
    Passage,
    Plan,
    PlanStatus,
    Section,
    SourceRef,
    Table,
    Unit,
    UnitSource,
)
from ingest.sentences import sentences_of

SENTENCE_CHARACTERS = range(30, 400)
HEADING_CHARACTERS = range(4, 90)
PASSAGE_CHARACTERS = 500
"""A passage ends with the sentence that takes it past this length; those of real plans have a mean of 460 to 570."""

RUN = 3
"""Most sentences that follow one another as they did in their text."""

PASSAGES_OF_SECTION = 2
ROWS_OF_TABLE = 12
DEPTHS = (0, 1, 2, 2, 3, 3, 3)
YEARS = (2026, 2027)
"""Real plans print between one and two years of a row."""

PLACES = ("Norr", "Söder", "Väster", "Öster", "Ek", "Björk", "Sjö", "Berg", "Dal", "Ås", "Alm", "Lind", "Sten", "Å")
ENDINGS = ("bygden", "dalen", "kusten", "slätten", "skogen", "näset", "viken", "heden", "marken", "strand", "fors")
BODIES = ("kommunalförbund", "kommun", "region", "räddningstjänstförbund", "gymnasieförbund", "miljönämnd")

QUESTIONS = (
    "Vad säger planen om",
    "Hur mycket kostar",
    "Vilka mål gäller",
    "När blir det",
    "Hur ska",
    "Vem ansvarar för",
)
QUESTION_WORDS = range(2, 6)
"""How many words of a sentence are asked for."""

_WORD = re.compile(r"[^\W\d_]{5,}")
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")


@dataclass(frozen=True, slots=True)
class Material:
    """What plans are made of: headings, each with the sentences that stood under it in their order."""

    chapters: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Proportions:
    """How many passages, figure rows and goals a plan has; as of real plans, which have 44–53, 52–131 and 53–79."""

    passages: int = 50
    rows: int = 70
    goals: int = 60


def material_of_texts(folder: Path) -> Material:
    """Material of a folder of `.txt` and `.txt.xz` files; raises NothingToMeasure where it holds none."""
    try:
        return _material(read_corpus(folder))
    except FileNotFoundError as error:
        raise NothingToMeasure(str(folder), ".txt or .txt.xz files") from error


def material_of_plans(plans: Sequence[Plan]) -> Material:
    """Material of plans that were read."""
    return _material(Stretch(section.path[-1], [section.text]) for plan in plans for section in plan.sections)


def recombined_plans(material: Material, passages: int, each: Proportions) -> Iterator[Plan]:
    """Plans that have so many passages together, each but the last as many as its proportions say."""
    for number, start in enumerate(range(0, passages, each.passages)):
        yield recombined_plan(
            material, number, Proportions(min(each.passages, passages - start), each.rows, each.goals)
        )


def recombined_plan(material: Material, number: int, size: Proportions, edition: int = 0) -> Plan:
    """One plan; equal arguments give equal plans, and another edition of a plan shares nothing but its id."""
    draw = Random(f"plan {number} edition {edition}")  # noqa: S311
    organisation = f"{draw.choice(PLACES)}{draw.choice(ENDINGS)}s {draw.choice(BODIES)}"
    plan_id = f"plan-{number:05}"
    sections, passages = _chapters(material, draw, plan_id, size.passages)
    tables, figures = _tables(material, draw, organisation, size.rows, sections)
    return Plan(
        id=plan_id,
        organisation=organisation,
        title=f"Verksamhetsplan med budget {YEARS[0]}–{YEARS[-1]}",
        period=(YEARS[0], YEARS[-1]),
        status=PlanStatus.ADOPTED,
        pages=len(sections),
        sections=sections,
        tables=tables,
        figures=figures,
        goals=tuple(_goals(material, draw, plan_id, size.goals)),
        findings=(),
        passages=passages,
    )


def recombined_questions(material: Material, count: int) -> tuple[str, ...]:
    """Questions after words of single sentences, always the same."""
    draw = Random("questions")  # noqa: S311
    return tuple(_question(material, draw) for _ in range(count))


def _material(stretches: Iterator[Stretch] | Sequence[Stretch]) -> Material:
    chapters = []
    for stretch in stretches:
        sentences = [sentence for paragraph in stretch.paragraphs for sentence in sentences_of(paragraph)]
        fitting = tuple(sentence for sentence in sentences if len(sentence) in SENTENCE_CHARACTERS)
        if fitting and len(stretch.heading) in HEADING_CHARACTERS:
            chapters.append((stretch.heading, fitting))
    if not chapters:
        raise NothingToMeasure("the texts", "headings with sentences under them")
    return Material(tuple(chapters))


def _chapters(
    material: Material, draw: Random, plan_id: str, count: int
) -> tuple[tuple[Section, ...], tuple[Passage, ...]]:
    sections: list[Section] = []
    passages: list[Passage] = []
    while len(passages) < count:
        path = (draw.choice(material.chapters)[0], draw.choice(material.chapters)[0])
        source = SourceRef(plan_id, len(sections) + 1, path)
        number = min(draw.randint(1, PASSAGES_OF_SECTION + 1), count - len(passages))
        texts = [_running_text(material, draw) for _ in range(number)]
        passages += [
            Passage(f"s{len(sections)}p{part}", text, len(sections), path, source) for part, text in enumerate(texts)
        ]
        sections.append(Section(path, "\n".join(texts), source, len(sections) + 1))
    return tuple(sections), tuple(passages)


def _running_text(material: Material, draw: Random) -> str:
    text: list[str] = []
    while sum(map(len, text)) < PASSAGE_CHARACTERS - SENTENCE_CHARACTERS.stop // 4:
        _, sentences = draw.choice(material.chapters)
        start = draw.randrange(len(sentences))
        text += sentences[start : start + draw.randint(1, RUN)]
    return " ".join(text)


def _tables(
    material: Material, draw: Random, owner: str, rows: int, sections: Sequence[Section]
) -> tuple[tuple[Table, ...], tuple[Figure, ...]]:
    tables: list[Table] = []
    figures: list[Figure] = []
    for start in range(0, rows, ROWS_OF_TABLE):
        section = draw.choice(sections)
        source = SourceRef(section.source.plan_id, section.source.page, section.path, table=len(tables))
        cells = [
            (_label(material, draw), *(f"{draw.randrange(10, 99_999)}" for _ in YEARS))
            for _ in range(min(ROWS_OF_TABLE, rows - start))
        ]
        figures += [_figure(row, owner, place, column, source) for place, row in enumerate(cells) for column in (1, 2)]
        tables.append(Table(section.path[-1], owner, tuple(map(str, YEARS)), tuple(cells), source))
    return tuple(tables), tuple(figures)


def _figure(row: Sequence[str], owner: str, place: int, column: int, table: SourceRef) -> Figure:
    source = SourceRef(table.plan_id, table.page, table.section_path, table.table, place, column)
    return Figure(
        label=row[0],
        path=("Kostnader",),
        owner=owner,
        value=Decimal(row[column]),
        unit=Unit.TKR,
        unit_source=UnitSource.PRINTED,
        year=YEARS[column - 1],
        basis=Basis.BUDGET,
        kind=FigureKind.COST,
        as_printed=row[column],
        quote="\t".join(row),
        source=source,
    )


def _label(material: Material, draw: Random) -> str:
    """A word or two such as rows are called by."""
    words = [word for _ in range(2) for word in _LONG_WORD.findall(_sentence(material, draw))]
    return " ".join(draw.sample(words, min(len(words), draw.randint(1, 2)))).capitalize() or "Övrigt"


def _goals(material: Material, draw: Random, plan_id: str, count: int) -> Iterator[Goal]:
    """Areas with objectives, actions and effects below them."""
    levels = (GoalLevel.AREA, GoalLevel.OBJECTIVE, GoalLevel.ACTION, GoalLevel.EFFECT)
    above: dict[GoalLevel, str] = {}
    for number in range(count):
        depth = min(draw.choice(DEPTHS), len(above))
        level, parent = levels[depth], above.get(levels[depth - 1]) if depth else None
        above = {upper: above[upper] for upper in levels[:depth]} | {level: f"g{number}"}
        yield Goal(f"g{number}", _sentence(material, draw), level, parent, SourceRef(plan_id, 1))


def _sentence(material: Material, draw: Random) -> str:
    return draw.choice(draw.choice(material.chapters)[1])


def _question(material: Material, draw: Random) -> str:
    words: list[str] = []
    while len(words) < QUESTION_WORDS.start:
        words = list(dict.fromkeys(_WORD.findall(_sentence(material, draw))))
    wanted = min(len(words), draw.choice(QUESTION_WORDS))
    kept = sorted(draw.sample(range(len(words)), wanted))
    return f"{draw.choice(QUESTIONS)} {' '.join(words[place].lower() for place in kept)}?"
