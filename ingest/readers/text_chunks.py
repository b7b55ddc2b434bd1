"""Lines of plain text become chunks: what was one paragraph, heading or table before the layout was lost."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.layout.paragraphs import is_item
from ingest.readers.text_rows import is_year_header

WIDE = 50
"""Characters from which a line that left a space at its end goes on over a blank line."""

_PAGE_NUMBER = re.compile(r"(?:sida|page)\s+\d{1,4}(?:\s*(?:\(|/|av|of)\s*\d{1,4}\)?)?", re.IGNORECASE)
_SYMBOL_BULLET = re.compile(r"([lnoquvØü])\s+(?=[A-ZÅÄÖ])")
_FEWEST_BULLETS = 3
_END = (".", "!", "?", ":", "…", "”")
_ADDRESS = ("http://", "https://", "www.")


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
    return _with_bullets(_without_bare_page_numbers(found))


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    """Lines where a letter that a symbol font drew as a bullet, such as "l", is one; it has to open three lines."""
    found = [_SYMBOL_BULLET.match(line.text) for line in lines]
    usual = {letter for letter, count in Counter(m[1] for m in found if m).items() if count >= _FEWEST_BULLETS}
    return [
        replace(line, text="• " + line.text[m.end() :]) if m and m[1] in usual else line
        for line, m in zip(lines, found, strict=True)
    ]


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
    if line.text.startswith(_ADDRESS):
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
