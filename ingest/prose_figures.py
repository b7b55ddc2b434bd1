"""Amounts in running text become figures, each bound to its sentence."""

import re
from collections.abc import Iterator, Sequence

from ingest.amounts import amounts_in, without_amounts
from ingest.clauses import around, clauses_of, own_words, told_before, year_of
from ingest.figure_kinds import COST_WORDS, FEE_WORDS, INCOME_WORDS, RESULT_WORDS, STAFFING_WORDS, TARGET_WORDS
from ingest.figures import PlanYears, basis_of
from ingest.layout.paragraphs import NUMBERED
from ingest.model import Figure, FigureKind, Section, Unit, UnitSource
from ingest.pages import Block, BlockKind
from ingest.sentences import sentences_of

_SHARE_LINE = re.compile(
    r"(?:(?P<first>\d{1,3}(?:,\d+)?)\s?%\s+(?P<after>[^\d%]+)|(?P<before>[^\d%.:]+?)\s+(?P<last>\d{1,3}(?:,\d+)?)\s?%)"
)
_LEADING_UP = re.compile(
    r"(?:\s+(?:är|om|ca|cirka|med|till|lägst|minst|högst|på|för|från|mellan|drygt|knappt|omkring|ungefär|närmare|runt|totalt))+$",
    re.IGNORECASE,
)

LONGEST = 2_000
"""Characters of a sentence that are read together: a text may be one endless line."""

_PART = re.compile(rf".{{1,{LONGEST}}}(?=\s|$)|.{{1,{LONGEST}}}")


def prose_figures(section: Section, blocks: Sequence[Block], owner: str | None, years: PlanYears) -> tuple[Figure, ...]:
    """The amounts in a section's paragraphs and list items; tables are read elsewhere."""
    found: list[Figure] = []
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            place = replace_page(section, block)
            for sentence in sentences_of(block.text):
                for part in _PART.findall(sentence):
                    found += _in_sentence(part.strip(), place, owner, years)
    return tuple(found)


def replace_page(section: Section, block: Block) -> Section:
    """The section as it stands on the block's page."""
    source = section.source
    bound = type(source)(source.plan_id, block.page or source.page, source.section_path, bbox=block.box or source.bbox)
    return Section(section.path, section.text, bound)


def _in_sentence(sentence: str, section: Section, owner: str | None, years: PlanYears) -> Iterator[Figure]:
    line = _SHARE_LINE.fullmatch(sentence.removeprefix("• "))
    amounts = amounts_in(sentence)
    clauses = clauses_of(sentence, amounts)
    per_inhabitant = any(amount.unit is Unit.KR_PER_INHABITANT for amount in amounts)
    leading = _bare(told_before(sentence, amounts[0])) if amounts else ""
    for number, (amount, clause) in enumerate(zip(amounts, clauses, strict=True)):
        unit = amount.unit
        context = around(sentence, clause)
        if per_inhabitant and unit is Unit.KR and "varav" in context.casefold():
            unit = Unit.KR_PER_INHABITANT
        own = _bare(own_words(sentence, amount, clause))
        lead = leading if number else ""
        year = year_of(sentence, amount, clause)
        yield Figure(
            label=(line["after"] or line["before"]).strip() if line else ", ".join(filter(None, (lead, own))),
            path=section.path,
            owner=owner,
            value=amount.value,
            unit=unit,
            unit_source=UnitSource.PRINTED if unit is not None else None,
            year=year,
            basis=basis_of(year, section.path[-1], years) if year is not None else None,
            kind=_kind((sentence[slice(*clause)], lead, context), unit, section.path, whole_line=line is not None),
            as_printed=amount.as_printed,
            quote=sentence,
            source=section.source,
        )


def _bare(text: str) -> str:
    text = without_amounts(text)
    bare = NUMBERED.sub("", " ".join(text.split()).strip(" ,;–•.").replace(" ,", ","))
    return _LEADING_UP.sub("", bare).strip(" ,:")


def _kind(told: Sequence[str], unit: Unit | None, path: Sequence[str], *, whole_line: bool) -> FigureKind:
    """What an amount measures, by its own clause first, then by what leads it and by what stands near it (`told`)."""
    if whole_line and unit is Unit.PERCENT:
        return FigureKind.STAFFING if STAFFING_WORDS.search(path[-1]) else FigureKind.SHARE
    if TARGET_WORDS.search(told[0]):
        return FigureKind.TARGET
    if unit is Unit.PERCENT:
        return FigureKind.SHARE
    if unit is Unit.FULL_TIME_EQUIVALENT:
        return FigureKind.STAFFING
    if unit is None:
        return FigureKind.OTHER
    if unit is Unit.KR_PER_INHABITANT or FEE_WORDS.search(told[-1]):
        return FigureKind.FEE
    return next((kind for text in told for words, kind in _KINDS if words.search(text)), FigureKind.OTHER)


_KINDS = (
    (RESULT_WORDS, FigureKind.RESULT),
    (INCOME_WORDS, FigureKind.INCOME),
    (COST_WORDS, FigureKind.COST),
    (re.compile(r"\binvester", re.IGNORECASE), FigureKind.INVESTMENT),
)
