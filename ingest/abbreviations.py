"""Abbreviations that a plan itself explains, each with its long form and the place where that stands.

In the manner of Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text",
PSB 2003: a short form beside words that its letters run through. As Swedish puts words together, a letter may also
begin a part inside a compound (*delregionala utvecklingsmedel*, DRUM), but every word of weight must give its first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.abbreviation_letters import beginning_spelled, ending_spelled, is_short_form
from ingest.model import Abbreviation, Passage

_SHORT = r"[\"”'»]?(?P<short>[A-ZÅÄÖ][A-Za-zÅÄÖåäö0-9]{1,9})(?::s)?[\"”'«]?"
_CALLED = (
    r"(?:(?:som|och|ofta|även|nedan|här|i fortsättningen|vanligen|vanligtvis)\s+)*"
    r"(?:förkorta[ts]?|förkortad|förkortningen(?:\s+är)?|kallas|kalla[td]|benämns|benämnt|nedan|i\s+fortsättningen)"
    r"(?:\s+(?:ofta|nedan|här|även|till|som|för|med))*"
)
_STANDS_FOR = r"(?:står\s+för|utläses|uttyds|betyder|är\s+(?:en\s+)?förkortning(?:en)?\s+(?:för|av)|är\s+kort\s+för)"

_BRACKETED = re.compile(r"\((?P<inside>[^()]{2,150})\)")
_SHORT_INSIDE = re.compile(rf"(?:{_CALLED}\s+)?{_SHORT}(?=$|[,;])")
_SHORT_BEFORE = re.compile(rf"(?<![\w-]){_SHORT}$")
_AFTER_COMMA = re.compile(rf",\s+(?:{_CALLED}\s+)?{_SHORT}(?=$|[,.;:)]|\s+[a-zåäö(–])")
_CALLED_SHORT = re.compile(rf",?\s{_CALLED}\s+{_SHORT}(?![\w-])")
_LONG_AFTER = re.compile(rf"(?<![\w-]){_SHORT}(?:\s+{_STANDS_FOR}\s+|,\s+)(?P<long>[^,.;:()\n]+)")
_ENTRY = re.compile(r"(?:[-–•*] ?)?(?P<one>[^\t]+?)(?:\t| [–—-] | ?[:=] )(?P<other>[^\t]+)(?:\t.*)?")
_ENTRY_END = re.compile(r"\s*[;(].*|(?<=\w{3})\.(?:\s.*)?$")

_TERM_FIRST = re.compile(r"(?P<short>[A-ZÅÄÖ][\wåäöÅÄÖ]{1,9}|[a-zåäö]{2,5})\s(?P<told>\S.*?)\.?")

_LISTS = re.compile(r"förkortning|ordlista|begrepp|ordförklaring|abbreviation", re.IGNORECASE)
"""Headings of lists that explain terms: what stands first in a line there is explained, whatever its letters."""
_LONGEST_ENTRY = 12
"""Words of a long form in a list."""
_PLAIN = 3
"""Letters from which a short form beside a mere comma is told from other things between commas."""
_PARTIES = frozenset({"KD", "MP", "SD"})
"""Stand in brackets behind names of persons, some of which begin with the same letters."""


def abbreviations_of(passages: Iterable[Passage]) -> tuple[Abbreviation, ...]:
    """The short forms that the passages explain, in their order, each as it is explained first."""
    found: dict[str, Abbreviation] = {}
    for passage in passages:
        lines = [line for line in map(_tidied, passage.text.split("\n")) if line]
        for short, long in _pairs(lines, passage.section_path):
            if _is_plausible(short, long):
                found.setdefault(short.casefold(), Abbreviation(short, long, passage.source))
    return tuple(found.values())


def _pairs(lines: Sequence[str], path: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Short forms with their long ones in a passage's lines, which stand under the headings of `path`."""
    listed = bool(path) and _LISTS.search(path[-1]) is not None
    if lines and any(_LISTS.search(heading) for heading in path[:-1]):
        yield from _under_its_term(path[-1], lines[0])
    for line, after in pairwise([*lines, ""]):
        yield from _entry(line, listed)
        if listed:
            yield from _under_its_term(line, after)
            yield from _run_on(line)
        yield from _explained(line)


def _under_its_term(term: str, line: str) -> Iterator[tuple[str, str]]:
    """The explanation that stands under a short form, as where a list prints its terms on lines of their own."""
    long = _long_of(term, _ENTRY_END.sub("", line)) if is_short_form(term) else ""
    if long and not is_short_form(line):
        yield term, long


def _run_on(line: str) -> Iterator[tuple[str, str]]:
    """The explanations of a list whose entries run on, each a sentence with its short form first."""
    entries = [_TERM_FIRST.fullmatch(sentence) for sentence in re.split(r"(?<=\.)\s+", line)]
    found = [(e["short"], _long_of(e["short"], _ENTRY_END.sub("", e["told"]))) for e in entries if e is not None]
    known = [
        (short, long) for short, long in found if long and (is_short_form(short) or beginning_spelled(long, short))
    ]
    if len(entries) > 1 and len(known) == len(entries):
        yield from known


def _long_of(short: str, told: str) -> str:
    """What is told before the first comma, or where that is long what the letters of the short form run through."""
    long = told.split(",")[0]
    return long if 0 < len(long.split()) <= _LONGEST_ENTRY else beginning_spelled(told, short)


def _tidied(line: str) -> str:
    """The line with single spaces, and single tabs between cells that hold something."""
    return "\t".join(filter(None, (" ".join(cell.split()) for cell in line.split("\t"))))


def _is_plausible(short: str, long: str) -> bool:
    if short in _PARTIES and " " in long:
        return False
    return len(long) > len(short) + 2 and short.casefold() not in re.findall(r"\w+", long.casefold())


def _explained(line: str) -> Iterator[tuple[str, str]]:
    """The explanations in running text."""
    yield from _in_brackets(line)
    for pattern, least in ((_CALLED_SHORT, 2), (_AFTER_COMMA, _PLAIN)):
        for match in pattern.finditer(line):
            if is_short_form(match["short"]) and len(match["short"]) >= least:
                yield from _pair(match["short"], ending_spelled(line[: match.start()], match["short"]))
    for match in _LONG_AFTER.finditer(line):
        if is_short_form(match["short"]) and len(match["short"]) >= _PLAIN:
            long = match["long"]
            named = "," in match[0]
            yield from _pair(match["short"], beginning_spelled(long, match["short"], whole=named))


def _in_brackets(line: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(line):
        before = line[: match.start()].rstrip()
        inside = _SHORT_INSIDE.match(match["inside"].strip())
        if inside and is_short_form(inside["short"]):
            yield from _pair(inside["short"], ending_spelled(before, inside["short"]))
            continue
        short = _SHORT_BEFORE.search(before)
        if short and is_short_form(short["short"]):
            long = re.split(r"[,;:]", match["inside"])[0].strip()
            if beginning_spelled(long, short["short"]):
                yield short["short"], long


def _entry(line: str, listed: bool) -> Iterator[tuple[str, str]]:
    """The explanation that a line is, as in a list or a table, the short form first or last."""
    match = _ENTRY.fullmatch(line)
    if match is None:
        return
    one, other = match["one"], _ENTRY_END.sub("", match["other"])
    for short, long in ((one, other), (other, one)):
        words = long.split()
        if is_short_form(short) and 0 < len(words) <= _LONGEST_ENTRY and not is_short_form(long):
            spelled = beginning_spelled(long, short)
            if spelled or (listed and short is one):
                yield short, long


def _pair(short: str, long: str) -> Sequence[tuple[str, str]]:
    return ((short, long),) if long else ()
