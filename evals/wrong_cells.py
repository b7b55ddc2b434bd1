"""Changes as a careless reader makes them: another cell is taken, in the record, its citation and the text alike."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from assistant.answer import CalculationKind, CitedFigure
from assistant.answerer import Draft
from assistant.calculations import round_half_up, work_out
from assistant.citations import cite_figure, cited_figure, spoken_value
from assistant.phrases import in_millions, written
from evals.mutation_truth import is_true, neighbours, statement_of
from evals.text_mutations import shuffled, spellings, swap
from evals.true_drafts import TrueDraft
from ingest.model import Figure

Fits = Callable[[CitedFigure, Figure], bool]


def cell_of_another_year(true: TrueDraft, draw: Random) -> Draft | None:
    """The cell of another year is taken from the row; the year that is said stays."""
    return _taken(true, draw, _of_another_year)


def cell_of_another_row(true: TrueDraft, draw: Random) -> Draft | None:
    """The cell of another row is taken from the column; the name that is said stays."""
    return _taken(true, draw, _of_another_row)


def cell_of_another_unit(true: TrueDraft, draw: Random) -> Draft | None:
    """The same row and year is taken from another unit's table; the unit that is said stays."""
    return _taken(true, draw, _of_another_owner)


def another_year_than_asked(true: TrueDraft, draw: Random) -> Draft | None:
    """The answer is of another year than the question, and says so itself."""
    return _answered_instead(true, draw, _of_another_year)


def another_row_than_asked(true: TrueDraft, draw: Random) -> Draft | None:
    """The answer is of another row than the question names, and says so itself."""
    return _answered_instead(true, draw, _of_another_row)


def another_unit_than_asked(true: TrueDraft, draw: Random) -> Draft | None:
    """The answer is of another unit than the question names, and says so itself."""
    return _answered_instead(true, draw, _of_another_owner)


def field_of_the_record(true: TrueDraft, draw: Random) -> Draft | None:
    """One field of a figure is a neighbour's; the text stays."""
    for figure in shuffled(true.draft.figures, draw):
        for other in shuffled(list(neighbours(figure, true.plans)), draw):
            taken = cited_figure(other, figure.citation)
            name = draw.choice(("value", "year", "label", "owner", "unit", "basis"))
            changed = replace(figure, **{name: getattr(taken, name)})
            if changed != figure and not is_true(statement_of(changed), true.plans):
                return _with_figure(true.draft, figure, changed)
    return None


def operand(true: TrueDraft, draw: Random) -> Draft | None:
    """An operand is the cell of another year or row, and the result is worked out from it; names and years stay."""
    draft = true.draft
    if draft.calculation is None or draft.calculation.kind is CalculationKind.RANK:
        return None
    return _taken(true, draw, lambda figure, other: _of_another_year(figure, other) or _of_another_row(figure, other))


def _of_another_year(figure: CitedFigure, other: Figure) -> bool:
    return (other.label, other.owner) == (figure.label, figure.owner) and None not in {other.year, figure.year}


def _of_another_row(figure: CitedFigure, other: Figure) -> bool:
    one, two = other.label.casefold(), figure.label.casefold()
    return (other.owner, other.year) == (figure.owner, figure.year) and one not in two and two not in one


def _of_another_owner(figure: CitedFigure, other: Figure) -> bool:
    return (other.label, other.year) == (figure.label, figure.year) and None not in {other.owner, figure.owner}


def _others(true: TrueDraft, figure: CitedFigure, fits: Fits) -> Iterator[Figure]:
    """Cells that can be taken instead: of the same table, or for another unit of the whole plan; never the amount."""
    pool = true.plans[figure.plan_id].figures if fits is _of_another_owner else neighbours(figure, true.plans)
    for other in pool:
        stated = replace(statement_of(figure), value=spoken_value(other), unit=other.unit)
        if fits(figure, other) and other.unit is figure.unit and not is_true(stated, true.plans):
            yield other


def _taken(true: TrueDraft, draw: Random, fits: Fits) -> Draft | None:
    for figure in shuffled(true.draft.figures, draw):
        if figure.label.casefold() not in f"{true.draft.text} {true.turns[-1]}".casefold():
            continue
        for other in shuffled(list(_others(true, figure, fits)), draw)[:3]:
            changed = _with_cell(true, figure, other, draw)
            if changed:
                return changed
    return None


def _with_cell(true: TrueDraft, figure: CitedFigure, other: Figure, draw: Random) -> Draft | None:
    """The draft with this cell in the place of the figure's, its citation, conversion and results following."""
    plan, draft = true.plans[figure.plan_id], true.draft
    taken = cited_figure(other, figure.citation)
    text = swap(draft.text, spellings(figure), spellings(taken)[0], draw)
    if text is None or any(figure.value == each.value and each is not figure for each in draft.figures):
        return None
    text = text.replace(in_millions(figure.value, figure.unit) or "\0", in_millions(taken.value, taken.unit))
    changed = _with_figure(replace(draft, text=text), figure, taken)
    shared = [each for each in draft.figures if each.citation == figure.citation and each != figure]
    if not shared:
        cited = cite_figure(plan, other, figure.citation)
        held = tuple(cited if each.n == cited.n else each for each in draft.citations)
        changed = replace(changed, citations=held)
    elif not _is_of_the_quote(draft, figure, other):
        return None
    return _worked_out(draft, changed)


def _is_of_the_quote(draft: Draft, figure: CitedFigure, other: Figure) -> bool:
    quotes = [each.quote for each in draft.citations if each.n == figure.citation]
    return any(" ".join(other.quote.split()) in quote for quote in quotes)


def _with_figure(draft: Draft, figure: CitedFigure, taken: CitedFigure) -> Draft:
    return replace(draft, figures=tuple(taken if each == figure else each for each in draft.figures))


def _worked_out(draft: Draft, changed: Draft) -> Draft | None:
    """The changed draft with what follows from its figures, in its calculation and its text."""
    calculation = draft.calculation
    if calculation is None:
        return changed
    text = changed.text
    value = calculation.value
    for kind in (CalculationKind.DIFFERENCE, CalculationKind.CHANGE, calculation.kind):
        before, after = (work_out(kind, [each.figures[i] for i in calculation.operands]) for each in (draft, changed))
        if before is None or after is None or (before < 0) != (after < 0):
            return None
        if kind is calculation.kind:
            value = after
        for places in (0, 1, 2):
            old, new = (round_half_up(abs(each), places) for each in (before, after))
            if places == _places(calculation.value) and kind is calculation.kind:
                value = new.copy_sign(after)
            text = re.sub(rf"(?<![\d,]){re.escape(written(old))}(?![\d,]|\u00a0\d)", written(new), text)
    return replace(changed, text=text, calculation=replace(calculation, value=value))


def _places(value: object) -> int:
    return len(str(value).partition(".")[2])


def _answered_instead(true: TrueDraft, draw: Random, fits: Fits) -> Draft | None:
    """The first line as it would be for another cell, where the question names what is changed."""
    draft, asked = true.draft, true.turns[-1].casefold()
    figure = next(iter(draft.figures), None)
    line = draft.text.split("\n")[0]
    if figure is None or draft.calculation or f"[{figure.citation}]" not in line or "[2]" in line:
        return None
    if [each for each in draft.figures if any(said in line for said in spellings(each))] != [figure]:
        return None
    for other in shuffled(list(_others(true, figure, fits)), draw):
        if other.label != figure.label and other.label.casefold() in asked:
            continue
        text = _renamed(line, asked, figure, other)
        told = swap(text, spellings(figure), spellings(cited_figure(other, 1))[0], draw) if text else None
        if told:
            conversion = in_millions(figure.value, figure.unit)
            told = told.replace(conversion or "\0", in_millions(spoken_value(other), other.unit))
            cited = cite_figure(true.plans[figure.plan_id], other, 1)
            return Draft(draft.status, told, (cited,), (cited_figure(other, 1),))
    return None


def _renamed(line: str, asked: str, figure: CitedFigure, other: Figure) -> str | None:
    """The line with the year and names of the other figure; none where the question does not say what differs."""
    for own, taken in ((figure.year, other.year), (figure.label, other.label), (figure.owner, other.owner)):
        if own != taken:
            if own is None or taken is None or str(own).casefold() not in asked:
                return None
            line = re.sub(rf"(?<!\w){re.escape(str(own))}(?!\w)", str(taken), line, flags=re.IGNORECASE)
    return line
