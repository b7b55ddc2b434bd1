"""What a document is called, whose it is and which years it covers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from ingest.column_heads import years_in
from ingest.pages import Block, BlockKind, Document

ORGANISATION = re.compile(
    r"(?:(?:[A-ZÅÄÖ][\w\-]+[ \u00a0]){0,2}[A-ZÅÄÖ][\w\-]*s[ \u00a0](?:kommunalförbund|kommun|stad|landsting)\b"
    r"|Region[ \u00a0][A-ZÅÄÖ][\w\-]+|[A-ZÅÄÖ][\w\-]+regionen[ \u00a0][A-ZÅÄÖ][\w\-]+s[ \u00a0]kommunalförbund"
    r"|[A-ZÅÄÖ][\w\-]+förbundet(?:[ \u00a0][A-ZÅÄÖ][\w\-]+){1,3})"
)
"""Names of public organisations as they are formed in Swedish."""

_ON_COVER = re.compile(
    rf"{ORGANISATION.pattern}|(?:[A-ZÅÄÖ][\w\-]+[ \u00a0]){{1,3}}(?:[a-zåäö]*förbund|kommun|stad|landsting)"
    r"|[A-ZÅÄÖ][\w\-]+(?:förbundet|myndigheten|verket|inspektionen|registret|universitetet|kassan|museet|länsstyrelsen)"
    r"(?:[ \u00a0](?:i[ \u00a0]|för[ \u00a0])?[A-ZÅÄÖ][\w\-]+){0,3}"
)
"""The same with forms that are a name only where they stand alone on a cover."""
_AFTER_NAME = re.compile(r"\s+(?:antagen|beslutad|fastställd|diarienummer|diarienr|dnr|version)\b.*", re.IGNORECASE)
"""What a cover says on the line after the name."""

COVER, LONGEST = 8, 150
"""Blocks of the first page, or of a document without pages, that may be its cover's, and characters of one that is."""

_KIND = re.compile(r"kommun|förbund|region|landsting|myndighet|nämnd|länsstyrelse|stad\b|bolag|\bab\b", re.IGNORECASE)
_PLAN_WORD = re.compile(r"plan|budget", re.IGNORECASE)
_DECISION = re.compile(
    r"(?:19|20)\d\d[-.]\d\d[-.]\d\d|\b\d{1,2}\s[a-z]+\s(?:19|20)\d\d\b|\bdnr\W*\S*\s?\S*\d+|"
    r"\b(?:antag\w*|beslut\w*|fastställ\w*)\W+(?:(?!\w*(?:budget|plan))\w+\W+){0,4}?(?:19|20)\d\d",
    re.IGNORECASE,
)
"""When a plan was decided and under which number, which is no year that it is for."""

_YEARS_ALONE = re.compile(r"(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?")
_FURTHER = re.compile(
    r"\b(?:med|samt|och)\s(?:\w+\s)?\w*(?:plan|planer|utblick)\s(?:för\s|mot\s)?(?:åren\s)?"
    r"(?P<first>20\d\d)\s?(?:[–-]|och)\s?(?P<last>20\d\d)",
    re.IGNORECASE,
)
"""A plan for further years that a cover names: "med investeringsplan 2026–2028"."""
_IS_A = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\w-]+(?:\s(?:i\s|för\s|och\s)?[\w-]+){0,4}?)\s(?:\((?P<short>[A-ZÅÄÖ]{2,6})\)\s)?är\s(?:ett|en)\s"
    r"(?:\w+\s)?(?:\w*förbund|kommun|region|myndighet|stiftelse|\w*bolag|\w*förening)\b"
)
"""A sentence that says of an organisation what it is: "Norra vattenförbundet (NVF) är ett kommunalförbund"."""

SPAN = 6
"""Years that a plan covers at most; a longer span in a title is something else."""


def title_of(document: Document, path: Path) -> str:
    """The file's own title, else the first heading of the outermost level that says plan or budget, else its name."""
    if document.title and _PLAN_WORD.search(document.title):
        return document.title
    heads = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    named = [b.text for b in heads[:3] if _PLAN_WORD.search(b.text) and years_in(b.text)]
    named += [
        f"{head.text} {below.text.strip()}"
        for head, below in pairwise(document.blocks[:COVER])
        if head.kind is BlockKind.HEADING
        and _PLAN_WORD.search(head.text)
        and _YEARS_ALONE.fullmatch(below.text.strip())
    ]
    return named[0] if named else document.title or _humanised(path.stem)


def _humanised(stem: str) -> str:
    words = re.sub(r"(?<=\d{4})[-_](?=\d{4})", "–", stem)
    words = re.sub(r"[-_]+", " ", words).strip()
    return words[:1].upper() + words[1:]


def organisation_of(document: Document, title: str) -> str:
    """The file's author where it is an organisation, else the title's, the cover's or the text's; may be empty.

    In the text it is the name that is said to be an organisation's, else the one that is used most.
    """
    if _KIND.search(document.author):
        return document.author
    in_title = ORGANISATION.search(title)
    if in_title is not None:
        return in_title[0]
    cover = (b.text.strip() for b in document.blocks[:COVER] if b.page in {None, 1} and len(b.text) < LONGEST)
    named = next((name for text in cover if _ON_COVER.fullmatch(name := _AFTER_NAME.sub("", text))), None)
    if named is not None:
        return named
    told = next((found for b in document.blocks if (found := _IS_A.match(b.text)) and _is_name(found)), None)
    if told is not None:
        return told["name"]
    names: Counter[str] = Counter()
    for block in document.blocks:
        names.update(found[0] for found in ORGANISATION.finditer(block.text) if not _part_of_name(block.text, found))
    return _most_used(names)


def _is_name(found: re.Match[str]) -> bool:
    """Whether what is said to be an organisation is its name and not a word for it: "Förbundet är ett …"."""
    return " " in found["name"].strip() or found["short"] is not None


def _part_of_name(text: str, found: re.Match[str]) -> bool:
    """Whether "Region Norr" is the end of a longer name such as "Invest Region Norr"."""
    before = text[: found.start()].split()
    return (
        found[0].startswith("Region") and bool(before) and before[-1][:1].isupper() and text[found.start() - 1] == " "
    )


def _most_used(names: Counter[str]) -> str:
    """The name used most often, in the longest form that ends with it and is used more than once or first."""
    if not names:
        return ""
    best = max(names, key=lambda name: sum(count for other, count in names.items() if other.endswith(name)))
    first = next(iter(names))
    longer = [name for name in names if name.endswith(best) and (names[name] > 1 or name == first)]
    return max(longer, key=len) if first in longer else best


def period_of(title: str, path: Path, blocks: Sequence[Block]) -> tuple[int, int] | None:
    """First and last year: from the title, else the file name, else the first headings; null where none says.

    A cover that adds a plan for years more, "med plan för 2027–2028", makes the period as long.
    """
    heads = [b.text for b in blocks if b.kind is BlockKind.HEADING][:5]
    for text in (title, path.stem, *heads):
        years = years_in(_DECISION.sub(" ", text.replace("_", " ")))
        if years and max(years) - min(years) <= SPAN:
            return min(years), max(max(years), _last_planned(min(years), max(years), blocks))
    return None


def _last_planned(first: int, last: int, blocks: Sequence[Block]) -> int:
    """The last year of the further plan that a cover names after a period, else the period's own."""
    cover = [b.text for b in blocks[:COVER] if b.page in {None, 1} and len(b.text) < LONGEST]
    spans = [(int(found["first"]), int(found["last"])) for text in cover for found in _FURTHER.finditer(text)]
    return max(
        (end for start, end in spans if first <= start <= last + 1 and start < end <= first + SPAN), default=last
    )
