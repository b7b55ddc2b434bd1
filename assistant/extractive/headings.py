"""The headings beneath one heading as a list: steps of a process, parts of a whole, each cited where it begins."""

from collections.abc import Sequence

from assistant.citations import collapse
from assistant.extractive.digest import Digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.quoting import unnumbered
from assistant.extractive.statements import ITEM, is_row, surroundings
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.words import tokens
from assistant.understanding.years import YEAR
from ingest.model import Section

_FEWEST = 3


def children(holder: Digest, question: Question) -> tuple[Section, Sequence[Section]] | None:
    """The section that the question is about and the sections right beneath it, when there are several."""
    best: tuple[float, Section, Sequence[Section]] | None = None
    for section in holder.plan.sections:
        below = [other for other in holder.plan.sections if other.path[:-1] == section.path and first_line(other)]
        if len(below) < _FEWEST or not section.path:
            continue
        heading = surroundings(holder.plan, section, near=1.0)
        words = dict.fromkeys(tokens(section.text), 0.7) | heading
        full = [term for term in question.terms if not term.light]
        met = [holder.matcher.term(term, words) for term in full]
        named = any(holder.matcher.asked_for(word, full) for word in tokens(section.path[-1]))
        if named and all(strength >= FIGURE.word for strength in met):
            score = sum(met) / len(met)
            if best is None or score > best[0]:
                best = (score, section, below)
    return (best[1], best[2]) if best else None


def first_line(section: Section) -> str:
    """The first line of the section's own text that is no table row; empty where it has none."""
    return next((line for line in section.text.splitlines() if line.strip() and not is_row(line)), "")


def is_of_other_years(question: Question, path: Sequence[str]) -> bool:
    """Whether the headings are of a time (Kulturplan 2024–2027) in which no year lies that the question names."""
    own = [int(year) for year in YEAR.findall(" ".join(path))]
    asked = question.years.named
    return bool(own and asked) and not any(min(own) <= year <= max(own) for year in asked)


def quote_beneath(drafting: Drafting, holder: Digest, section: Section) -> None:
    """What stands beneath one of the headings, line by line."""
    text = collapse("\n".join(line for line in section.text.splitlines() if _tells(line)))
    n = drafting.cite(holder.plan, section.source, text)
    drafting.line(f"{unnumbered(section.path[-1])}: [{n}]")
    for line in section.text.splitlines():
        if _tells(line):
            drafting.line(f"• {ITEM.sub('', collapse(line))}")


def _tells(line: str) -> bool:
    """Whether the line is prose or an item: no row, and no number of a figure that was left alone."""
    return bool(line.strip()) and not is_row(line) and not line.strip().isdigit()


def quote_headings(drafting: Drafting, holder: Digest, section: Section, below: Sequence[Section]) -> None:
    """The headings in order, each with the citation of what stands first beneath it."""
    drafting.line(f"{unnumbered(section.path[-1])}:")
    for number, child in enumerate(below, start=1):
        n = drafting.cite(holder.plan, child.source, collapse(first_line(child)))
        drafting.line(f"{number}. {unnumbered(child.path[-1])} [{n}]")
