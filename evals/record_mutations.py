"""Changes of one thing in a citation of a true draft, its text and figures left as they are."""

import re
from dataclasses import replace
from random import Random

from assistant.answer import Citation
from assistant.answerer import Draft
from assistant.citations import collapse
from evals.text_mutations import shuffled
from evals.true_drafts import TrueDraft
from ingest.sentences import sentences_of

_SHORTEST = 8
"""Characters of the shortest text that is quoted instead."""


def quote_digit(true: TrueDraft, draw: Random) -> Draft | None:
    """One digit of a quote."""
    for citation in shuffled(true.draft.citations, draw):
        places = [place for place, letter in enumerate(citation.quote) if letter.isdigit()]
        if places:
            place = draw.choice(places)
            other = draw.choice([each for each in "123456789" if each != citation.quote[place]])
            quote = citation.quote[:place] + other + citation.quote[place + 1 :]
            if not _stands(true, citation, quote):
                return _with_citation(true.draft, replace(citation, quote=quote))
    return None


def _stands(true: TrueDraft, citation: Citation, quote: str) -> bool:
    plan = true.plans[citation.plan_id]
    return any(quote in collapse(section.text) for section in plan.sections if section.path == citation.section)


def quote_of_a_neighbour(true: TrueDraft, draw: Random) -> Draft | None:
    """A quote, for another row or sentence of the same section."""
    for citation in shuffled(true.draft.citations, draw):
        plan = true.plans[citation.plan_id]
        texts = [section.text for section in plan.sections if section.path == citation.section]
        lines = [line for text in texts for line in text.splitlines()]
        quotes = [collapse(part) for line in lines for part in ([line] if "\t" in line else sentences_of(line))]
        for quote in shuffled([each for each in quotes if len(each) > _SHORTEST], draw):
            if quote not in citation.quote and citation.quote not in quote and not _bears(true, citation, quote):
                return _with_citation(true.draft, replace(citation, quote=quote))
    return None


def _bears(true: TrueDraft, citation: Citation, quote: str) -> bool:
    """Whether the other quote holds all that the draft takes from this one."""
    figures = [figure for figure in true.draft.figures if figure.citation == citation.n]
    if not figures:
        return _is_of_the_heading(true, citation)
    says = [re.sub(r"\D", "", f"{abs(figure.value)}") for figure in figures]
    digits = re.sub(r"\D", "", quote)
    return all(each in digits for each in says) and any(figure.label in quote for figure in figures)


def _is_of_the_heading(true: TrueDraft, citation: Citation) -> bool:
    """Whether a line that cites this says no more than the heading, which stays."""
    lines = [line for line in true.draft.text.splitlines() if f"[{citation.n}]" in line]
    said = [set(re.findall(r"[^\W\d_]{3,}", line.casefold())) for line in lines]
    names = [set(re.findall(r"[^\W\d_]{3,}", name.casefold())) for name in citation.section[-1:]]
    return any(name <= words or words <= name for words in said for name in names)


def section(true: TrueDraft, draw: Random) -> Draft | None:
    """The section of a citation, for the one beside it."""
    for citation in shuffled(true.draft.citations, draw):
        plan = true.plans[citation.plan_id]
        paths = [each.path for each in plan.sections if citation.quote not in collapse(each.text)]
        if paths:
            return _with_citation(true.draft, replace(citation, section=draw.choice(paths)))
    return None


def page(true: TrueDraft, draw: Random) -> Draft | None:
    """The page of a citation, for one after or before it."""
    for citation in shuffled(true.draft.citations, draw):
        if citation.page is None:
            return _with_citation(true.draft, replace(citation, page=draw.randint(1, 9)))
        changed = replace(citation, page=max(citation.page + draw.choice((-2, -1, 1, 2)), 1))
        if changed.page != citation.page and not _is_on(true, citation, changed.page):
            return _with_citation(true.draft, changed)
    return None


def _is_on(true: TrueDraft, citation: Citation, number: int | None) -> bool:
    """Whether the quote or a part of it can stand on that page."""
    plan = true.plans[citation.plan_id]
    parts = [(each.source, each.quote) for each in plan.figures] + [(each.source, each.text) for each in plan.goals]
    parts += [(each.source, each.text) for each in plan.passages]
    return any(
        source.page == number
        and source.section_path == citation.section
        and (collapse(text) in citation.quote or citation.quote in collapse(text))
        for source, text in parts
    )


def _with_citation(draft: Draft, citation: Citation) -> Draft:
    held = tuple(citation if each.n == citation.n else each for each in draft.citations)
    return replace(draft, citations=held)
