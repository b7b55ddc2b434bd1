"""What is done to damaged text, one kind of damage after the other; undamaged text passes as it is."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from ingest.layout.paragraphs import join_lines
from ingest.repair.broken_words import BrokenWords, halves, pairs_within, without_inner_spaces
from ingest.repair.lost_marks import marks_drift, with_hyphens, with_marks_close
from ingest.repair.lost_spaces import LostSpaces
from ingest.repair.vocabulary import Vocabulary, words_inside

_BEYOND_DOUBT = 12.0
"""The gain that no two words with a space between them were found to have in a million words of sound text."""


class PrintedLine(Protocol):
    """A line of a text extract; `wrapped` when the source shows that no word goes on after it."""

    @property
    def text(self) -> str:
        """The line less the white space around it."""

    @property
    def wrapped(self) -> bool:
        """Whether the line left a space at its end."""


class DocumentRepair:
    """Repairs one document's text by its own words and those of Swedish; `lines` are all of its lines."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        text = "\n".join(" ".join(line.text.split()) for line in lines)
        self._vocabulary = Vocabulary(words_inside(text.split("\n")))
        ends = (halves(a.text, b.text) for a, b in pairwise(lines) if not a.wrapped)
        self._ends = BrokenWords((pair for pair in ends if pair), self._vocabulary)
        self._spaces = LostSpaces(text, self._vocabulary)
        self._inside = BrokenWords(
            pairs_within(text), self._vocabulary, seen=1, likely=self._ends.common, in_sound=_BEYOND_DOUBT
        )
        self._drift = marks_drift(text)

    def joined(self, lines: Sequence[PrintedLine]) -> list[str]:
        """The texts of neighbouring lines, with words joined that lost the hyphen at their line end."""
        texts = [line.text for line in lines]
        for index, line in enumerate(lines[:-1]):
            found = None if line.wrapped else halves(texts[index], texts[index + 1])
            if found and self._ends.is_one(self._spaces.words(found[0])[-1], self._spaces.words(found[1])[0]):
                rest, _, after = texts[index + 1].partition(" ")
                texts[index] += rest
                texts[index + 1] = after.lstrip()
        return [text for text in texts if text]

    def restored(self, text: str) -> str:
        """One line's or paragraph's text made whole; white space comes out as single spaces."""
        text = without_inner_spaces(" ".join(text.split()), self._inside)
        text = self._spaces.restored(text)
        if self._ends.common:
            text = with_hyphens(text, self._vocabulary)
        return with_marks_close(text) if self._drift else text

    def paragraph(self, lines: Sequence[PrintedLine]) -> tuple[str, str | None]:
        """The text of a paragraph's lines made whole, and the text as it was where that is another."""
        whole = self.restored(join_lines(self.joined(lines)))
        original = " ".join(join_lines([line.text for line in lines]).split())
        return whole, original if whole != original else None
