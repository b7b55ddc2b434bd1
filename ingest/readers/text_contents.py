"""The list of contents in a text extract: which lines are headings, and how deep each lies."""

import re
from collections.abc import Mapping, Sequence

FEWEST = 3
"""Entries from which lines that end in page numbers are a list of contents."""

NUMBER = re.compile(r"(?P<parts>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[A-ZÅÄÖ])")
"""A heading's number: "2", "2.", "2.1"."""

LEADERS = re.compile(r"\.{4,}|…{2,}|(?:\s\.){3,}")
"""The dots between an entry and its page."""

_HEAD = re.compile(r"\s*(?:innehåll(?:sförteckning)?|contents)\s*", re.IGNORECASE)
_DOTTED = re.compile(rf"\s*(?P<name>[^\s.].*?)\s*(?:{LEADERS.pattern})[\s.]*\d{{1,3}}\s*")
_PLAIN = re.compile(r"\s*(?P<name>\S.*?[^\W\d_])\s+(?P<page>\d{1,3})\s*")


def contents_of(text: str) -> Mapping[str, int]:
    """The keys of the headings that a list of contents names, each with its depth from 1; empty without a list.

    The depth is told by the parts of the entry's number, else by how far it is set in.
    """
    raws = text.replace("\f", "\n").split("\n")
    found = [(raw, m["name"]) for raw in raws if (m := _DOTTED.fullmatch(raw))]
    if len(found) < FEWEST:
        found = next(
            (own for n, raw in enumerate(raws) if _HEAD.fullmatch(raw) and (own := _listed(raws[n + 1 :]))), []
        )
    indents = sorted({_indent(raw) for raw, _ in found})
    depths: dict[str, int] = {}
    for raw, name in found:
        number = NUMBER.match(name)
        depths.setdefault(key_of(name), parts_in(name) if number else 1 + indents.index(_indent(raw)))
    return depths


def key_of(heading: str) -> str:
    """The letters of a heading in one case, less its number and what an extract may have broken."""
    return "".join(c for c in NUMBER.sub("", heading, count=1).casefold() if c.isalpha())


def parts_in(heading: str) -> int:
    """How many parts the number before a heading has; 0 without a number."""
    number = NUMBER.match(heading)
    return number["parts"].count(".") + 1 if number else 0


def _listed(raws: Sequence[str]) -> list[tuple[str, str]]:
    """The lines right under the list's heading that end in page numbers which never fall; none where they are few."""
    found: list[tuple[str, str]] = []
    page = 0
    for raw in raws:
        entry = _PLAIN.fullmatch(raw)
        if entry is None and not raw.strip():
            continue
        if entry is None or int(entry["page"]) < page:
            break
        page = int(entry["page"])
        found.append((raw, entry["name"]))
    return found if len(found) >= FEWEST else []


def _indent(raw: str) -> int:
    return len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
