"""Amounts in running text become figures, each bound to its sentence."""

import re
from collections.abc import Iterator, Sequence

from ingest.amounts import Amount, amounts_in
from ingest.figures import COST_WORDS, FEE_WORDS, INCOME_WORDS, STAFFING_WORDS, PlanYears, basis_of
from ingest.layout.paragraphs import NUMBERED
from ingest.model import Figure, FigureKind, Section, Unit, UnitSource
from ingest.pages import Block, BlockKind
from ingest.sentences import sentences_of
from ingest.table_reading import years_in

_CLAUSE = re.compile(r",|;|\bvarav\b|\boch\b(?=[^,;]*\d)|\bsamt\b(?=[^,;]*\d)|–")
_SHARE_LINE = re.compile(
    r"(?:(?P<first>\d{1,3}(?:,\d+)?)\s?%\s+(?P<after>[^\d%]+)|(?P<before>[^\d%.:]+?)\s+(?P<last>\d{1,3}(?:,\d+)?)\s?%)"
)
_LEADING_UP = re.compile(r"(?:\s+(?:är|om|ca|cirka|med|till|lägst|minst|högst|på|för))+$", re.IGNORECASE)
_TARGET = re.compile(r"\bminst\b|\bhögst\b|\blägst\b|\bmål(?:et|nivå)?\b", re.IGNORECASE)


def prose_figures(section: Section, blocks: Sequence[Block], owner: str | None, years: PlanYears) -> tuple[Figure, ...]:
    """The amounts in a section's paragraphs and list items; tables are read elsewhere."""
    found: list[Figure] = []
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            place = replace_page(section, block)
            for sentence in sentences_of(block.text):
                found += _in_sentence(sentence, place, owner, years)
    return tuple(found)


def replace_page(section: Section, block: Block) -> Section:
    """The section as it stands on the block's page."""
    source = section.source
    bound = type(source)(source.plan_id, block.page or source.page, source.section_path, bbox=block.box or source.bbox)
    return Section(section.path, section.text, bound)


def _in_sentence(sentence: str, section: Section, owner: str | None, years: PlanYears) -> Iterator[Figure]:
    line = _SHARE_LINE.fullmatch(sentence.removeprefix("• "))
    amounts = amounts_in(sentence)
    per_inhabitant = any(amount.unit is Unit.KR_PER_INHABITANT for amount in amounts)
    for amount in amounts:
        unit = amount.unit
        if per_inhabitant and unit is Unit.KR and "varav" in sentence[: amount.start].casefold():
            unit = Unit.KR_PER_INHABITANT
        label = (line["after"] or line["before"]).strip() if line else _label(sentence, amount)
        year = _year(sentence, amount)
        yield Figure(
            label=label,
            path=section.path,
            owner=owner,
            value=amount.value,
            unit=unit,
            unit_source=UnitSource.PRINTED,
            year=year,
            basis=basis_of(year, section.path[-1], years) if year is not None else None,
            kind=_kind(sentence, unit, section.path, whole_line=line is not None),
            as_printed=amount.as_printed,
            quote=sentence,
            source=section.source,
        )


def _year(sentence: str, amount: Amount) -> int | None:
    """The last year before the amount in its clause, else the one after it there, else the last one said before."""
    start, end = _clause(sentence, amount)
    inside, after = years_in(sentence[start : amount.start]), set(years_in(sentence[amount.end : end]))
    if not inside and len(after) == 1:
        return after.pop()
    before = years_in(sentence[: amount.start])
    return before[-1] if before else None


def _clause(sentence: str, amount: Amount) -> tuple[int, int]:
    """Where the clause around an amount begins and ends."""
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(sentence)), len(sentence)]
    return max(cut for cut in cuts if cut <= amount.start), min(cut for cut in cuts if cut >= amount.end)


def _label(sentence: str, amount: Amount) -> str:
    """The clause that holds the amount, without the amount; the sentence's first clause leads where it is bare."""
    start, end = _clause(sentence, amount)
    clause = sentence[start : amount.start] + " " + sentence[amount.end : end]
    if start:
        first = _CLAUSE.split(sentence)[0]
        clause = f"{_bare(first)}, {clause}"
    return _bare(clause)


def _bare(text: str) -> str:
    for amount in reversed(amounts_in(text)):
        text = text[: amount.start] + text[amount.end :]
    bare = NUMBERED.sub("", " ".join(text.split()).strip(" ,;–•.").replace(" ,", ","))
    return _LEADING_UP.sub("", bare).strip(" ,:")


def _kind(sentence: str, unit: Unit | None, path: Sequence[str], *, whole_line: bool) -> FigureKind:
    if whole_line and unit is Unit.PERCENT:
        return FigureKind.STAFFING if STAFFING_WORDS.search(path[-1]) else FigureKind.SHARE
    if _TARGET.search(sentence):
        return FigureKind.TARGET
    if unit is Unit.PERCENT:
        return FigureKind.SHARE
    if unit is Unit.FULL_TIME_EQUIVALENT:
        return FigureKind.STAFFING
    if unit is Unit.KR_PER_INHABITANT or FEE_WORDS.search(sentence):
        return FigureKind.FEE
    if INCOME_WORDS.search(sentence):
        return FigureKind.INCOME
    return FigureKind.COST if COST_WORDS.search(sentence) else FigureKind.OTHER
