"""Plain-text corpora become headed stretches of paragraphs.

Three habits of public text are understood: statutes (metadata between dashed lines, ``12 §`` on a line of its own),
questions put in parliament (one paragraph a line under a numbered title) and press releases (blank lines between
paragraphs, headings as short lines).
"""

import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HEADING_CHARACTERS = 110
LIST_ITEM_CHARACTERS = 90
RUNNING_HEAD_REPEATS = 12

_METADATA = re.compile(r"^---\nbeteckning:.*?^---$", re.MULTILINE | re.DOTALL)
_SECTION_NUMBER = re.compile(r"^(?:\d+\s?[a-z]?\s?(?:§|kap\.?)|/\w+/)\s*")
_AMENDED = re.compile(r"\s*(?:Lag|Förordning) \((?:19|20)\d\d:\d+\)\.$")
_REGISTER = re.compile(r"\s*\((?:19|20)\d\d:\d+\)")
_QUESTION_NUMBER = re.compile(r"^(?:Interpellation )?(?:19|20)\d\d/\d\d:\d+ (?=\w)")
_ASKED_BY = re.compile(r"\bav [A-ZÅÄÖ][^()]*\([^)]*\)\s+till\s")


@dataclass(slots=True)
class Stretch:
    """A heading and the paragraphs that stand under it, in order; the heading is empty where the text has none."""

    heading: str
    paragraphs: list[str] = field(default_factory=list)


def read_corpus(folder: Path) -> list[Stretch]:
    """Read every ``*.txt`` and ``*.txt.xz`` of a folder, in order of file name, each repeated paragraph once.

    Raises ``FileNotFoundError`` where the folder holds no such file.
    """
    files = sorted([*folder.glob("*.txt"), *folder.glob("*.txt.xz")])
    if not files:
        raise FileNotFoundError(f"no .txt or .txt.xz file in {folder}")
    seen: set[str] = set()
    return [stretch for file in files for stretch in _without_repeats(read_stretches(_text(file)), seen)]


def read_stretches(text: str) -> Iterator[Stretch]:
    """Cut one text into stretches; page heads, section numbers and metadata are left out."""
    lines = [_trimmed(line.strip()) for line in _METADATA.sub("", text).splitlines()]
    repeats = Counter(line for line in lines if len(line) <= HEADING_CHARACTERS)
    stretch = Stretch("")
    for line in lines:
        if not line or repeats[line] > RUNNING_HEAD_REPEATS:
            continue
        heading = _heading(line)
        if heading is None:
            _add(stretch.paragraphs, line)
            continue
        if stretch.paragraphs:
            yield stretch
        stretch = Stretch(heading)
    if stretch.paragraphs:
        yield stretch


def _text(file: Path) -> str:
    if file.suffix == ".xz":
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            return lines.read()
    return file.read_text("utf-8")


def _trimmed(line: str) -> str:
    """Take the section's number off a statute's line, and the note of the act that amended it."""
    return _AMENDED.sub("", _SECTION_NUMBER.sub("", line))


def _heading(line: str) -> str | None:
    """Return the heading a line is, freed of its numbers, or None for running text."""
    if _QUESTION_NUMBER.match(line):
        return _topic(_QUESTION_NUMBER.sub("", line))
    if len(line) > HEADING_CHARACTERS or line[-1] in ".:;,-" or not (line[0].isupper() or line[0].isdigit()):
        return None
    return _REGISTER.sub("", line)


def _topic(title: str) -> str:
    """Return what a parliamentary question is about: before its author's name, else after the addressee's."""
    asked = _ASKED_BY.search(title)
    if asked is None:
        return title
    return title[: asked.start()].strip() or title[asked.end() :].partition(" om ")[2].strip()


def _add(paragraphs: list[str], line: str) -> None:
    """Append a paragraph; the short items of a list stay with what introduces them."""
    if paragraphs and len(line) <= LIST_ITEM_CHARACTERS:
        paragraphs[-1] += " " + line.lstrip("-–−• ")
    else:
        paragraphs.append(line)


def _without_repeats(stretches: Iterable[Stretch], seen: set[str]) -> Iterator[Stretch]:
    for stretch in stretches:
        fresh = [paragraph for paragraph in dict.fromkeys(stretch.paragraphs) if paragraph not in seen]
        seen.update(fresh)
        if fresh:
            yield Stretch(stretch.heading, fresh)
