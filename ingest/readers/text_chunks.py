"""Lines of plain text become chunks: what was one paragraph, heading or table before the layout was lost."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.layout.paragraphs import is_item
from ingest.readers.text_rows import is_year_header

WIDE = 50
"""Characters from which a line that left a space at its end goes on over a blank line."""

_PAGE_NUMBER = re.compile(r"(?:sida|page)\s+\d{1,4}(?:\s*(?:\(|/|av|of)\s*\d{1,4}\)?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_END = (".", "!", "?", ":", "…", "”")


@dataclass(frozen=True, slots=True)
class Line:
    """A line less its white space; `wrapped` when the source left a space at its end, `blank` lines stand before it."""

    text: str
    wrapped: bool
    blank: int
    opens_page: bool


def lines_of(text: str) -> list[Line]:
    """The lines that hold text. A form feed, the single space that it turns into, or a page number turns the page."""
    found: list[Line] = []
    blank, turned = 0, False
    for raw in text.replace("\f", "\n\f").split("\n"):
        bare = raw.strip(" \t\f\u00a0")
        if not bare:
            blank += 1
            continue
        if _PAGE_NUMBER.fullmatch(bare):
            turned = True
            continue
        before = found[-1] if found else None
        opens = turned or before is None or "\f" in raw or _lost_form_feed(raw, before, blank)
        found.append(Line(bare, raw[-1:] in {" ", "\u00a0"}, blank, opens))
        blank, turned = 0, False
    return _without_bare_page_numbers(found)


def _without_bare_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """A number alone on its line with a wide gap after it, and words before it, numbers its page."""
    found: list[Line] = []
    turned = False
    for line, following in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        last = found[-1].text if found else ""
        alone = line.text.isdigit() and len(line.text) <= 3 and not last[-1:].isdigit()
        if alone and found and (following is None or following.blank >= 2):
            turned = True
            continue
        found.append(replace(line, opens_page=True) if turned else line)
        turned = False
    return found


def _lost_form_feed(raw: str, before: Line, blank: int) -> bool:
    starts = len(raw) > 1 and raw[0] == " " and not raw[1].isspace() and not raw[1].islower()
    ended = not before.wrapped or (len(before.text) < 50 and not before.text.endswith(_END))
    return starts and blank == 0 and ended


def chunks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that continue one another."""
    run: list[Line] = []
    for line in lines:
        if run and not _continues(run, line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(run: Sequence[Line], line: Line) -> bool:
    last = run[-1]
    if line.opens_page or is_item(line.text) or is_year_header(line.text) or is_year_header(last.text):
        return False
    if line.blank == 0:
        return not (len(run) == 1 and _stands_alone(last, line))
    open_ended = not last.text.endswith(_END)
    goes_on = line.text[:1].islower() or (last.wrapped and len(last.text) >= WIDE)
    return open_ended and line.blank == 1 and goes_on and not last.text.isupper()


def _stands_alone(first: Line, following: Line) -> bool:
    """Whether the first line of a chunk heads the rest: short, unpunctuated, not wrapped, and a new start follows."""
    short = len(first.text) < 60 and len(first.text) < 0.8 * max(len(following.text), 40)
    new_start = not following.text[:1].islower()
    return (
        short
        and new_start
        and not first.wrapped
        and not first.text.endswith((*_END, ",", "-"))
        and not is_item(first.text)
    )


def mended(chunk: Sequence[Line], vocabulary: Counter[str], *, keeps_wraps: bool) -> list[str]:
    """The chunk's lines with words that lost the hyphen at their line end joined, where the text itself tells.

    "för" + "bundet" is one word when "förbundet" stands elsewhere in the document at least as often as "bundet"
    does. In a text that keeps a space at its line ends (`keeps_wraps`), a line without one that goes on in lower
    case was broken inside a word, unless what follows is a word that the text often uses.
    """
    texts = [line.text for line in chunk]
    for index in range(len(texts) - 1):
        left, right = _WORD.findall(texts[index])[-1:], _WORD.match(texts[index + 1])
        if not left or right is None or not texts[index].endswith(left[0]) or not right[0].islower():
            continue
        whole, tail = vocabulary[(left[0] + right[0]).casefold()], vocabulary[right[0].casefold()]
        if not chunk[index].wrapped and (whole >= max(1, tail) or (keeps_wraps and tail <= 2)):
            rest, _, after = texts[index + 1].partition(" ")
            texts[index] += rest
            texts[index + 1] = after.lstrip()
    return [text for text in texts if text]


def keeps_wraps(lines: Sequence[Line]) -> bool:
    """Whether the text keeps the space at its line ends: on at least a third of the lines that go on."""
    inner = [a for a, b in pairwise(lines) if b.text[:1].islower()]
    return bool(inner) and sum(line.wrapped for line in inner) >= len(inner) / 3


def vocabulary_of(text: str) -> Counter[str]:
    """How often each word stands in the text, without regard to case."""
    return Counter(word.casefold() for word in _WORD.findall(text))
