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
    found = list(raws)
    start = 0
    for at in range(len(raws) + 1):
        if at < len(raws) and _begins_with_space(raws[at]):
            continue
        if at - start >= _FEWEST_BULLETS:
            found[start:at] = ["• " + raw.strip() for raw in raws[start:at]]
        start = at + 1
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
    """Whether the one space before a line is what is left of a form feed: the line before does not go on in it."""
    ended = before.text.endswith(_END)
    full = len(before.text) >= _FULL and before.blank == 0 and not before.opens_page and not is_item(before.text)
    if before.wrapped:
        ended = len(before.text) < WIDE and not (ended or full or before.text.endswith(","))
    else:
        ended = ended or not full
    in_capitals = raw.isupper() and len(raw) > 8 and not before.text.isupper()
    return _begins_with_space(raw) and blank == 0 and (ended or in_capitals)


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
        return not _head_the_rest(run, line)
    open_ended = not last.text.endswith(_END)
    if line.blank > 1 or not open_ended:
        return False
    if last.text.isupper():
        return line.text.isupper() and last.wrapped and _DANGLING.search(last.text) is not None
    lower = line.text[:1].islower()
    return lower or (
        last.wrapped and len(last.text) >= WIDE and (is_item(run[0].text) or not _ends_early(line, following))
    )


def _head_the_rest(run: Sequence[Line], following: Line) -> bool:
    """Whether the one or two lines of a chunk head what follows: short, unpunctuated, and a new start after them."""
    first, last = run[0], run[-1]
    if following.text[:1].islower() or is_item(first.text) or last.text.endswith((*_END, ",", "-")):
        return False
    if len(run) == 1:
        short = len(first.text) < 60 and len(first.text) < 0.8 * max(len(following.text), 40)
        return (short and not first.wrapped) or _ends_early(first, following)
    narrow = len(run) == 2 and max(len(first.text), len(last.text)) < _NARROW and last.text[:1].islower()
    return narrow and not last.wrapped and len(following.text) >= max(_PROSE, 2 * len(last.text))


def _ends_early(line: Line, following: Line | None) -> bool:
    """Whether a short line was ended on purpose: the first word of the next, a new start, had room on it."""
    if (
        following is None
        or len(line.text) >= 60
        or line.text.endswith((*_END, ",", "-"))
        or _DANGLING.search(line.text)
    ):
        return False
    new_start = following.text[:1].isupper() and line.text[:1].isupper() and len(following.text) >= _PROSE
    width = len(following.text) * (0.85 if line.wrapped else 1)
    return new_start and len(line.text) + 1 + len(following.text.split()[0]) <= width
