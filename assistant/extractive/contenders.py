"""What a question that asks for the largest or smallest compares in one plan: years, rows or units."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.extractive.across import field_across
from assistant.extractive.blocks import Block
from assistant.extractive.columns import MONEY
from assistant.extractive.compared_terms import concept_of, without_units
from assistant.extractive.digest import Digest
from assistant.extractive.entries import (
    Entry,
    Field,
    around,
    entry_of,
    is_of_the_whole,
    of_units,
    units_named,
    year_of,
)
from assistant.extractive.figure_choice import Outcome, look_up
from assistant.extractive.matching import weighted
from assistant.extractive.naming import named_entries
from assistant.extractive.rows import Row, summed_in
from assistant.extractive.series import amount_question
from assistant.question import Question
from assistant.thresholds import FIELD_WEIGHTS, FIGURE
from assistant.understanding.cues import Asked
from assistant.understanding.order_words import END_YEAR
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, INFLECTED, PART, likeness, tokens
from ingest.model import FigureKind, Unit

_YEARS = re.compile(
    r"\b(vilk(et|a) (budget)?år|vilket av (de )?(\w+ )?(budget|plan)?åren|(what|which) (of the )?years?)\b"
    r"|(^|[,:–])\W*(och |and )?(när|when)\b|\b(av|under|bland|of|among) (the )?(budget|plan)?(åren|years)\b"
    rf"|{END_YEAR}",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\b(\w*verksamhet(en|er|erna|ers|ernas)?|enhet\w*|avdelning\w*|vem|units?|operations?|activit\w*|departments?|who)\b",
    re.IGNORECASE,
)
_CERTAIN = 1.0
_NAMED = 0.2
"""What it adds that the rows are called by the very word for what is compared."""


def field_of(holder: Digest, question: Question) -> Field | None:
    """Those that the question compares in a plan; none where that is not plain."""
    if _YEARS.search(question.standalone):
        return _field(_asked_about(question, _of_years(holder, question)), 2)
    if named := named_entries(holder, question):
        return named
    units = units_named(holder, question)
    if len(units) > 1:
        return None
    if _UNITS.search(question.standalone) and not units:
        every = [owner.name for owner in holder.known.owners if not owner.whole]
        if field := _field(of_units(holder, without_units(question), every), 2):
            return field
    return _of_blocks(holder, question) or field_across(holder, question)


def _field(entries: Sequence[Entry], least: int) -> Field | None:
    return Field(tuple(entries), _CERTAIN) if len(entries) >= least else None


def _of_years(holder: Digest, question: Question) -> list[Entry]:
    """The years of the one row that is asked for, over all tables that have it unless the question points to one."""
    open_years = replace(amount_question(question), years=type(question.years)())
    for asked in (open_years, replace(open_years, total=True)):
        found = look_up(holder, asked)
        rows = {id(each.row): each.row for each in found.readings if not each.row.prose}
        if found.outcome is Outcome.FOUND and len(rows) == 1:
            row = next(iter(rows.values()))
            if asked.total or all(holder.matcher.asked_for(word, question.terms) for word in row.label):
                return _series(holder, question, row)
    return []


def _asked_about(question: Question, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The years of the span that the question names; all where it names none."""
    named = question.years.named if question.years.span else ()
    return [each for each in entries if min(named) <= (each.figure.year or 0) <= max(named)] if named else entries


def _series(holder: Digest, question: Question, row: Row) -> list[Entry]:
    alike = [
        other
        for other in holder.rows
        if not other.prose
        and (other.name, other.owner, other.unit, other.first.kind) == (row.name, row.owner, row.unit, row.first.kind)
        and (row.label or other.first.label.casefold() == row.first.label.casefold())
    ]
    pointing = [term for term in question.terms if term.light and not term.cue]
    for term in pointing:
        met = [other for other in alike if holder.matcher.term(term, other.words) >= FIGURE.word]
        alike = met if met and len(met) < len(alike) else alike
    figures = [(other, figure) for other in alike for figure in other.figures if figure.year is not None]
    years = [figure.year for _, figure in figures]
    if len(set(years)) < len(years):
        figures = [(row, figure) for figure in row.figures if figure.year is not None]
    return [
        Entry(str(figure.year), other, figure) for other, figure in sorted(figures, key=lambda each: each[1].year or 0)
    ]


def _of_blocks(holder: Digest, question: Question) -> Field | None:
    """The rows of the one block of the level asked for that the question's words mean."""
    found = [(field, block) for block in holder.blocks if (field := _of_block(holder, question, block))]
    found = [each for each in found if not any(_is_within(each[1], other[1]) for other in found)]
    found = list(
        {frozenset(id(entry.row) for entry in field.entries): (field, block) for field, block in found}.values()
    )
    money = [each for each in found if each[1].rows[0].unit in MONEY]
    best = _carrying(holder, question, _best(money or found))
    if not question.years:
        best = [each for each in best if each[0].entries[0].figure.year == holder.first_year] or best
    best = _best([each for each in best if not any(_is_of_the_same(each[0], other[0]) for other in best)])
    best = [each for each in best if any(_sums(holder, each[1], other[1]) for other in best)] or best
    if len(best) > 1:
        best = [each for each in best if FigureKind.RESULT in holder.kinds_of(each[1].rows[0])]
    return best[0][0] if len(best) == 1 else None


def _sums(holder: Digest, block: Block, part: Block) -> bool:
    """Whether the block's column sums the columns of its table, that of the part among them."""
    own, other = block.rows[0].first, part.rows[0].first
    head = summed_in(holder.plan, other) if own.source.table == other.source.table else ""
    return bool(head) and own.label.endswith(f": {head}")


def _is_within(block: Block, other: Block) -> bool:
    """Whether the block's rows are the parts of one of the other's."""
    same = block.rows[0].first.source.table == other.rows[0].first.source.table
    return same and any(row.first.label == block.group for row in other.rows)


def _best(found: Sequence[tuple[Field, Block]]) -> list[tuple[Field, Block]]:
    """The blocks that fit best, and those that fit about as well."""
    ordered = sorted(found, key=lambda each: -each[0].score)
    return [each for each in ordered if each[0].score >= ordered[0][0].score - _margin(each[1], ordered[0][1])]


def _carrying(holder: Digest, question: Question, found: Sequence[tuple[Field, Block]]) -> list[tuple[Field, Block]]:
    """Of blocks that fit about alike those whose table is called by the question's words for an amount (a frame)."""
    idle = [term for term in question.terms if term.idle]
    if len(found) < 2 or not idle:
        return list(found)
    heads = [weighted(_over(holder, block)) for _, block in found]
    met = [sum(holder.matcher.term(term, words) for term in idle) for words in heads]
    return [each for each, worth in zip(found, met, strict=True) if worth >= max(met) - FIGURE.margin]


def _over(holder: Digest, block: Block) -> str:
    """What stands over the rows: the heads of their columns and their table's caption."""
    table = block.rows[0].first.source.table
    caption = holder.plan.tables[table].caption if table is not None else ""
    return f"{caption} {block.heads} {block.group}"


def _is_of_the_same(field: Field, other: Field) -> bool:
    """Whether the other field has all the amounts of this one, and more: this one shows some of its rows again."""
    own, more = ({(e.name, e.figure.value, e.figure.year) for e in each.entries} for each in (field, other))
    return own < more


def _margin(block: Block, best: Block) -> float:
    """How much better the best must fit: more where both stand in one table, in other lines: either may be a part."""
    same = block.rows[0].first.source.table == best.rows[0].first.source.table
    lines, others = ({row.first.source.row for row in each.rows} for each in (block, best))
    return FIGURE.beside if same and lines.isdisjoint(others) else FIGURE.margin


def _of_block(holder: Digest, question: Question, block: Block) -> Field | None:
    if not block.complete or not _is_at_level(holder, question, block):
        return None
    unit = block.rows[0].unit
    if (question.unit and unit is not question.unit) or (question.asks(Asked.COUNT) and unit is Unit.PERCENT):
        return None
    rows, score = _rows_meant(holder, block, concept_of(holder, question))
    year = year_of(holder, question, rows)
    entries = tuple(entry for row in rows if (entry := entry_of(holder, row, year)))
    return Field(entries, score) if len(entries) > 1 and score else None


def _rows_meant(holder: Digest, block: Block, terms: Sequence[Term]) -> tuple[list[Row], float]:
    """The rows of a block that the terms mean and how well they do; a term that only names some narrows them down.

    The first term says what is compared and must be met by the table; the others may be by the prose it stands in.
    """
    rows, score = list(block.rows), 0.0
    heads = weighted(f"{block.heads} {block.group}", FIELD_WEIGHTS["caption"])
    for place, term in enumerate(terms):
        over = max(holder.matcher.term(term, heads), 0.0 if place else _by_its_end(holder, term, block))
        met = [max(over, holder.matcher.term(term, row.words)) for row in rows]
        if min(met) < FIGURE.word:
            own = {id(row): _calls(holder, term, row) for row in rows}
            narrowed = [row for row in rows if own[id(row)] >= HEAD]
            beside = holder.matcher.term(term, around(holder, rows[0])) if place and not narrowed else 0.0
            rows, met = (narrowed or rows), ([own[id(row)] for row in narrowed] or [beside])
        if len(rows) < 2 or min(met) < FIGURE.word or (not place and min(met) <= FIELD_WEIGHTS["beside"]):
            return [], 0.0
        score += min(met) / len(terms)
        if not place:
            score += _NAMED * sum(_calls(holder, term, row) >= PART for row in rows) / len(rows)
    return rows, score


def _by_its_end(holder: Digest, term: Term, block: Block) -> float:
    """How well the label column's head is what a compound for what is compared ends in (brandstation: Station)."""
    end = holder.matcher.vocabulary.parts(term.text)[-1]
    first = tokens(block.heads)[:1]
    return HEAD if end != term.text and any(likeness(end, word) >= INFLECTED for word in first) else 0.0


def _calls(holder: Digest, term: Term, row: Row) -> float:
    """How well a word is one of the row's label."""
    return holder.matcher.term(term, dict.fromkeys(row.label, 1.0))


def _is_at_level(holder: Digest, question: Question, block: Block) -> bool:
    units = units_named(holder, question)
    return all(row.owner in units for row in block.rows) if units else is_of_the_whole(holder, block.rows[0])
