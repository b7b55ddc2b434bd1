"""The kinds of change that a verifier must refuse, each to one thing of a true draft."""

from collections.abc import Callable, Mapping
from random import Random

from assistant.answerer import Draft
from evals import record_mutations, text_mutations, wrong_cells
from evals.true_drafts import TrueDraft

Mutation = Callable[[TrueDraft, Random], Draft | None]
"""Changes one thing; none where there is no such thing, or where what comes of it is true as well."""

MUTATIONS: Mapping[str, Mutation] = {
    "text: a digit": text_mutations.digit,
    "text: the amount of a neighbouring cell": text_mutations.neighbouring_amount,
    "text: a unit": text_mutations.unit,
    "text: a year": text_mutations.year,
    "text: a sign": text_mutations.sign,
    "text: a direction": text_mutations.direction,
    "text: the name of a row": text_mutations.label,
    "text: the name of a unit or organisation": text_mutations.owner,
    "text: a citation's marker": text_mutations.marker,
    "citation: a digit of the quote": record_mutations.quote_digit,
    "citation: a neighbour's quote": record_mutations.quote_of_a_neighbour,
    "citation: another section": record_mutations.section,
    "citation: another page": record_mutations.page,
    "record: one field": wrong_cells.field_of_the_record,
    "cell of another year": wrong_cells.cell_of_another_year,
    "cell of another row": wrong_cells.cell_of_another_row,
    "cell of another unit": wrong_cells.cell_of_another_unit,
    "operand and result": wrong_cells.operand,
    "another year than asked": wrong_cells.another_year_than_asked,
    "another row than asked": wrong_cells.another_row_than_asked,
    "another unit than asked": wrong_cells.another_unit_than_asked,
}
"""Every kind of change by what it changes."""
