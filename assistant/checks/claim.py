"""A draft as the checks see it: its text in segments, each with the citations that it leans on."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.answer import Citation, CitedFigure
from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.written_numbers import WrittenNumber, written_numbers
from ingest.model import Plan, Section
from ingest.sentences import sentences_of

MARKER = re.compile(r"\[(\d+)\]")
_MARKER_GROUP = re.compile(r"\[\d+\](?:\s*\[\d+\])*")
_BLOCK_END = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"(?<=[.!?])((?:\s*\[\d+\])*)\s+(?=[A-ZÅÄÖ\"”•])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or line of the text, the block that it stands in, and the citations that it leans on."""

    text: str
    block: str
    markers: frozenset[int]
    numbers: tuple[WrittenNumber, ...]

    def markers_of(self, number: WrittenNumber) -> frozenset[int]:
        """The citations that one number leans on: the markers that follow next, else all of the segment."""
        following = _MARKER_GROUP.search(self.text, number.end)
        return markers_in(following[0]) if following else self.markers


@dataclass(frozen=True)
class Claim:
    """A draft with the words asked, the question as it was put last, and the plans that the draft may speak of."""

    draft: Draft
    asked: str
    plans: Mapping[str, Plan]
    question: str = ""
    bound: dict[tuple[int, int], tuple[CitedFigure, ...]] = field(default_factory=dict, compare=False, repr=False)
    """Figures found for a number, by its segment's identity and its place there, so that they are looked for once."""

    @cached_property
    def segments(self) -> "tuple[Segment, ...]":
        """The text's sentences and lines; one without markers leans on its line's, its block's, else on all."""
        return tuple(_segments(self.draft))

    def cited(self, markers: frozenset[int]) -> tuple[Citation, ...]:
        """The citations of these numbers."""
        return tuple(citation for citation in self.draft.citations if citation.n in markers)

    def sections(self, citation: Citation) -> tuple[Section, ...]:
        """The sections at the citation's place (a heading path may occur twice)."""
        plan = self.plans.get(citation.plan_id)
        return tuple(section for section in plan.sections if section.path == citation.section) if plan else ()


Check = Callable[[Claim], Iterator[str]]
"""Yields a reason for each thing that is wrong; nothing when all is well."""


def blocks(text: str) -> tuple[str, ...]:
    """The text's paragraphs and lists."""
    return tuple(block for block in _BLOCK_END.split(text) if block.strip())


def markers_in(text: str) -> frozenset[int]:
    """The citation numbers that stand in the text."""
    return frozenset(int(number) for number in MARKER.findall(text))


def _segments(draft: Draft) -> Iterator[Segment]:
    every = frozenset(citation.n for citation in draft.citations)
    for block in blocks(draft.text):
        for line in block.splitlines():
            for sentence in filter(str.strip, sentences(line)):
                markers = markers_in(sentence) or markers_in(line) or markers_in(block) or every
                yield Segment(sentence, block, markers, written_numbers(sentence))


def sentences(line: str) -> Sequence[str]:
    """The line cut after each sentence and its markers; joined, the parts are the line again."""
    ends = (match for match in _SENTENCE_END.finditer(line) if _is_an_end(line[: match.start()]))
    cuts = [0, *(match.end() for match in ends), len(line)]
    return [line[start:end] for start, end in pairwise(cuts) if end > start]


def _is_an_end(text: str) -> bool:
    """Whether the text ends a sentence, and not with an abbreviation's full stop."""
    return len(sentences_of(f"{text[text.rfind(' ') + 1 :]} Å")) > 1


def prose_of(claim: Claim, citation: Citation) -> str:
    """The quote without its table rows, but for cells that are sentences: a number there stands beside its words."""
    quote = citation.quote
    for section in claim.sections(citation):
        for row, worded in _rows(section.text):
            if row in quote:
                quote = quote.replace(row, f" ¦ {worded} ¦ ")
            elif quote in row:
                return worded
    return quote


collapsed = lru_cache(maxsize=8192)(collapse)
"""Texts of plans with their white space collapsed, each once."""


@lru_cache(maxsize=512)
def _rows(text: str) -> tuple[tuple[str, str], ...]:
    """The table rows of a section, each with those of its cells that are sentences."""
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line and line.strip()]
    return tuple(
        (collapse(" ".join(cells)), " ¦ ".join(collapse(cell) for cell in cells if _is_worded(cell))) for cells in rows
    )


def _is_worded(cell: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", cell)) >= 3
