"""Lines of plain text become chunks: what was one paragraph, heading or table before the layout was lost."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ingest.layout.paragraphs import is_item
from ingest.readers.text_rows import is_year_header

WIDE = 50
"""Characters from which a line that left a space at its end goes on over a blank line."""

_PAGE_NUMBER = re.compile(r"(?:sida|page)\s+\d{1,4}(?:\s*(?:\(|/|av|of)\s*\d{1,4}\)?)?", re.IGNORECASE)
_SYMBOL_BULLET = re.compile(r"([lnoquvØü])\s+(?=[A-ZÅÄÖ])")
_FEWEST_BULLETS = 3
_FEWEST_NUMBERS = 3
_END = (".", "!", "?", ":", "…", "”")
_ADDRESS = ("http://", "https://", "www.")
_DANGLING = re.compile(
    r"\b(?:och|eller|samt|en|ett|den|det|för|i|på|av|till|med|om|från|inom|mellan|mot|ur|vid|under|–|-)$", re.IGNORECASE
)
"""How a heading ends that is not complete: its next line belongs to it."""
_PROSE = 35
"""Characters from which a line is as wide as running text is set."""
_FULL = 40
"""Characters from which a line inside a paragraph goes on in the next unless its sentence ends."""
_NARROW = 25
"""Characters up to which a line's place on the page was too small for running text."""


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
    for raw in _with_lost_bullets(text.replace("\f", "\n\f").split("\n")):
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


def _with_lost_bullets(raws: Sequence[str]) -> list[str]:
    """Raw lines where neighbours that all begin with one space, as a lost bullet leaves it, have bullets; three do."""
    found: list[str] = []
    for indented, run in groupby(raws, _begins_with_space):
        own = list(run)
        is_list = indented and len(own) >= _FEWEST_BULLETS
        found += [*("• " + raw.strip() for raw in own), ""] if is_list else own
    return found


def _begins_with_space(raw: str) -> bool:
    return len(raw) > 1 and raw[0] == " " and not raw[1].isspace() and not raw[1].islower()


def _with_bullets(lines: Sequence[Line]) -> list[Line]:
    """Lines where a letter that a symbol font drew as a bullet, such as "l", is one; it has to open three lines."""
    found = [_SYMBOL_BULLET.match(line.text) for line in lines]
    usual = {letter for letter, count in Counter(m[1] for m in found if m).items() if count >= _FEWEST_BULLETS}
    return [
        replace(line, text="• " + line.text[m.end() :]) if m and m[1] in usual else line
        for line, m in zip(lines, found, strict=True)
    ]


def _without_bare_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """A number alone on its line, words before it, numbers its page: a wide gap follows, or last lines count pages."""
    found: list[Line] = []
    turned = False
    counting = _count_pages(lines)
    for line, following in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        last = found[-1].text if found else ""
        ends = following is None or following.blank >= 2 or (counting and following.opens_page)
        apart = not last[-1:].isdigit() or (counting and line.blank >= 2)
        if line.text.isdigit() and len(line.text) <= 3 and found and apart and ends:
            turned = True
            continue
        found.append(replace(line, opens_page=True) if turned else line)
        turned = False
    return found


def _count_pages(lines: Sequence[Line]) -> bool:
    """Whether three pages or more end with a number alone, each larger than the one before."""
    ends = [line.text for line, following in pairwise(lines) if following.opens_page]
    numbers = [int(text) for text in ends if text.isdecimal()]
    return len(numbers) >= _FEWEST_NUMBERS and all(a < b for a, b in pairwise(numbers))


def _lost_form_feed(raw: str, before: Line, blank: int) -> bool:
    """Whether the one space before a line is what is left of a form feed: the line before does not go on in it."""
    if blank or not _begins_with_space(raw):
        return False
    if _is_in_capitals(raw) and not before.text.isupper():
        return True
    sentence = before.text.endswith(_END)
    full = len(before.text) >= _FULL and before.blank == 0 and not before.opens_page and not is_item(before.text)
    if before.wrapped:
        return len(before.text) < WIDE and not (sentence or full or before.text.endswith(","))
    return sentence or not full


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and len(text) > 8


def chunks_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines that continue one another."""
    run: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        if run and not _continues(run, line, following):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(run: Sequence[Line], line: Line, following: Line | None) -> bool:
    last = run[-1]
    if line.opens_page or is_item(line.text) or is_year_header(line.text) or is_year_header(last.text):
        return False
    if line.text.startswith(_ADDRESS):
        return False
    if line.blank == 0:
        return not (_heads_what_follows(last, line, following) or _head_the_rest(run, line))
    open_ended = not last.text.endswith(_END)
    if line.blank > 1 or not open_ended:
        return False
    if last.text.isupper():
        return line.text.isupper() and last.wrapped and _DANGLING.search(last.text) is not None
    lower = line.text[:1].islower()
    return lower or (
        last.wrapped and len(last.text) >= WIDE and (is_item(run[0].text) or not _ends_early(line, following))
    )


def _heads_what_follows(last: Line, line: Line, following: Line | None) -> bool:
    """Whether a line right under another heads what follows: in capitals, or short between a sentence and a start."""
    if not _is_short_start(line):
        return False
    if _is_in_capitals(line.text):
        return not last.text.isupper()
    at_end = following is None or following.opens_page or is_item(following.text)
    return last.text.endswith((".", "!", "?")) and (at_end or _ends_early(line, following, _NARROW))


def _is_short_start(line: Line) -> bool:
    """Whether a line can be a heading: short, begun with a capital, and complete without a mark at its end."""
    complete = not line.text.endswith((*_END, ",", "-")) and not _DANGLING.search(line.text)
    return len(line.text) < 60 and line.text[:1].isupper() and complete


def _head_the_rest(run: Sequence[Line], following: Line) -> bool:
    """Whether the one or two lines of a chunk head what follows: short, unpunctuated, and a new start after them."""
    first, last = run[0], run[-1]
    if following.text[:1].islower() or is_item(first.text) or last.text.endswith((*_END, ",", "-")):
        return False
    if len(run) == 1:
        short = len(first.text) < 60 and len(first.text) < 0.8 * max(len(following.text), 40)
        apart = _is_in_capitals(first.text) and not following.text.isupper()
        return (short and not first.wrapped) or apart or _ends_early(first, following)
    narrow = len(run) == 2 and max(len(first.text), len(last.text)) < _NARROW and last.text[:1].islower()
    return narrow and not last.wrapped and len(following.text) >= max(_PROSE, 2 * len(last.text))


def _ends_early(line: Line, following: Line | None, prose: int = _PROSE) -> bool:
    """Whether a short line was ended on purpose: the next, a new start `prose` wide, begins with what had room here."""
    if following is None or not _is_short_start(line):
        return False
    width = len(following.text) * (0.85 if line.wrapped else 1)
    room = len(line.text) + 1 + len(following.text.split()[0]) <= width
    return room and following.text[:1].isupper() and len(following.text) >= prose
