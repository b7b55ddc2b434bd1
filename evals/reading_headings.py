"""The tree of headings as read against the headings that a person sees.

A heading is read where a section stands under it: one whose sub-headings alone have text is a heading too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.reading_parts import Found
from evals.reading_truth import TrueSection
from evals.reading_words import plain
from ingest.model import Plan, Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as read: its path, itself last, and the page of the first text under it."""

    path: tuple[str, ...]
    page: int | None


def headings_of(sections: Sequence[Section]) -> list[Heading]:
    """Every heading once in reading order; one that comes again with text of its own comes again."""
    found: list[Heading] = []
    bare: set[tuple[str, ...]] = set()
    seen: set[tuple[str, ...]] = set()
    for section in sections:
        for depth in range(1, len(section.path) + 1):
            path, own = section.path[:depth], depth == len(section.path)
            if path not in seen or (own and path not in bare):
                found.append(Heading(path, section.source.page))
                seen.add(path)
                if not own:
                    bare.add(path)
            elif own:
                bare.discard(path)
    return found


def sections_found(truths: Sequence[TrueSection], plan: Plan) -> dict[str, Found]:
    """Headings found, and of those found how many are on their page and under their heading.

    The document's own title is neither right nor wrong.
    """
    read = [heading for heading in headings_of(plan.sections) if heading.path != (plan.title,)]
    pairs = _section_pairs(truths, read)
    wanted = [t for t, truth in enumerate(truths) if not truth.optional]
    got = [t for t in wanted if t in pairs]
    fitting = set(pairs.values())
    misses = [f"heading missed: p. {truths[t].page} {truths[t].heading}" for t in wanted if t not in pairs]
    misses += [
        f"no heading: p. {section.page} {' › '.join(section.path)}"
        for s, section in enumerate(read)
        if s not in fitting
    ]
    paged = [t for t in got if read[pairs[t]].page is not None]
    on_page = [t for t in paged if read[pairs[t]].page == truths[t].page]
    under = [t for t in got if _stands_under(truths[t], read[pairs[t]], plan.title)]
    strays = [
        f"heading under another: p. {truths[t].page} {' › '.join(read[pairs[t]].path)}" for t in got if t not in under
    ]
    pages = [f"heading on another page: {truths[t].page} {truths[t].heading}" for t in paged if t not in on_page]
    return {
        "sections": Found(len(wanted), len(got), len(read), len(fitting), tuple(misses)),
        "section pages": Found(len(paged), len(on_page), len(paged), len(on_page), tuple(pages)),
        "section parents": Found(len(got), len(under), len(got), len(under), tuple(strays)),
    }


def _section_pairs(truths: Sequence[TrueSection], read: Sequence[Heading]) -> dict[int, int]:
    """Each truth, what is optional last, to a heading of its words: on its page and under its own, else elsewhere."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for level in (2, 1, 0):
        for t, truth in sorted(enumerate(truths), key=lambda pair: pair[1].optional):
            for s, section in enumerate(read):
                if t in pairs or s in used or not _is_heading(truth.heading, section.path[-1]):
                    continue
                same_page = section.page in {None, truth.page}
                if same_page + (same_page and _stands_under(truth, section, "")) >= level:
                    pairs[t] = s
                    used.add(s)
    return pairs


def _is_heading(heading: str, read: str) -> bool:
    if heading.endswith("…"):
        return plain(read).startswith(plain(heading[:-1]))
    return plain(read) == plain(heading)


def _stands_under(truth: TrueSection, section: Heading, title: str) -> bool:
    above = section.path[-2] if len(section.path) > 1 else None
    if above == title:
        above = None
    return any(above is None if under is None else above and _is_heading(under, above) for under in truth.under)
