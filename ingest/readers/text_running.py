"""What runs through the pages of a text extract without belonging to its text: running heads and chapter tabs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.amounts import parse_cell
from ingest.layout.paragraphs import is_item
from ingest.readers.text_chunks import Line
from ingest.readers.text_rows import is_row, is_year_header

EDGE = 2
"""Lines at the start and at the end of a page among which running heads stand."""
FEWEST_PAGES = 4
"""Pages from which what comes again on half of them is no text of theirs."""
TAB_WIDTH = 20
"""Characters that a line in a chapter tab has at most."""
_FEWEST_TABS = 2
_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page's lines, parted where a tab stood among them; `chapter` is the tab's text, null where there is none.

    A tab that stands on this page alone is kept as the frame with the number `tab`.
    """

    frames: tuple[tuple[Line, ...], ...]
    chapter: str | None = None
    tab: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines without a blank line between them, by where they start and end on their page."""

    page: int
    start: int
    end: int
    lines: tuple[Line, ...]

    @property
    def key(self) -> str:
        """The letters alone: what tabs that are broken or spaced in other ways share."""
        return "".join(c for line in self.lines for c in line.text.casefold() if c.isalpha())


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[TextPage]:
    """The pages less the lines that come again at the edges of half of them, and less the tabs of their chapters.

    A running head stays on the first page, where it is the document's title. A tab is set so narrow that its few words
    are broken over lines, and comes again on the pages of its chapter.
    """
    left = _without_running_heads(pages)
    groups = [list(_groups(n, page)) for n, page in enumerate(left)]
    repeated = _tabs(groups)
    alone = _lone_tabs(groups, repeated) if len({tab.key for tab in repeated.values()}) >= _FEWEST_TABS else {}
    return [_page(page, repeated.get(n), alone.get(n)) for n, page in enumerate(left)]


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    seen = Counter(key for n, page in enumerate(pages) for key in {_counted(line.text, n) for line in _at_edges(page)})
    enough = max(FEWEST_PAGES, -(-len(pages) // 2))
    running = {key for key, count in seen.items() if count >= enough and (_NUMBER in key or not is_row(key))}
    return [
        [line for line in page if n == 0 or _counted(line.text, n) not in running or not _is_at_edge(line, page)]
        for n, page in enumerate(pages)
    ]


def _at_edges(page: Sequence[Line]) -> list[Line]:
    return [line for line in page if _is_at_edge(line, page) and not is_year_header(line.text)]


def _is_at_edge(line: Line, page: Sequence[Line]) -> bool:
    return any(line is other for other in (*page[:EDGE], *page[-EDGE:]))


def _counted(text: str, page: int) -> str:
    """A line as it comes again: in one case, a number at an end of it counted from the page's."""
    words = text.casefold().split()
    for at in (0, -1):
        if words[at].isdecimal() and len(words[at]) < 4:
            words[at] = f"{_NUMBER}{int(words[at]) - page}"
    return " ".join(words)


def _groups(number: int, page: Sequence[Line]) -> Iterator[Group]:
    start = 0
    for at in range(1, len(page) + 1):
        if at == len(page) or page[at].blank:
            yield Group(number, start, at, tuple(page[start:at]))
            start = at


def _tabs(groups: Sequence[Sequence[Group]]) -> Mapping[int, Group]:
    """The tab of each page that shares it with another page."""
    found: dict[str, list[Group]] = {}
    for page in groups:
        for group in page:
            if _is_narrow(group):
                found.setdefault(group.key, []).append(group)
    return {group.page: group for own in found.values() if _run_through(own, groups) for group in own}


def _lone_tabs(groups: Sequence[Sequence[Group]], known: Mapping[int, Group]) -> Mapping[int, Group]:
    """Where other pages have tabs, the one group of that form on a page that has none; a label of figures is no tab."""
    found: dict[int, Group] = {}
    for number, page in enumerate(groups[1:], 1):
        narrow = [group for group in page if _is_narrow(group)]
        if len(narrow) == 1 and number not in known:
            at = page.index(narrow[0]) + 1
            if at == len(page) or parse_cell(page[at].lines[0].text) is None:
                found[number] = narrow[0]
    return found


def _is_narrow(group: Group) -> bool:
    """Whether a few words are broken over lines as only a narrow box makes them."""
    texts = [line.text for line in group.lines]
    return (
        1 < len(texts) < 4
        and max(map(len, texts)) <= TAB_WIDTH
        and texts[0][:1].isupper()
        and not any(is_item(text) or any(c.isdecimal() for c in text) for text in texts)
        and not texts[-1].endswith((".", ":", ",", "!", "?"))
    )


def _run_through(own: Sequence[Group], groups: Sequence[Sequence[Group]]) -> bool:
    """Whether a group is on several pages, once on each, mostly at an edge, and not as a part of something repeated."""
    pages = [group.page for group in own]
    if len(pages) < 2 or len(set(pages)) < len(pages):
        return False
    around = [_neighbours(group, groups[group.page]) for group in own]
    at_edge = sum(None in pair for pair in around)
    beside = [key for pair in around for key in pair if key is not None]
    return 2 * at_edge >= len(own) and len(set(beside)) == len(beside)


def _neighbours(group: Group, page: Sequence[Group]) -> tuple[str | None, str | None]:
    at = page.index(group)
    return page[at - 1].key if at else None, page[at + 1].key if at + 1 < len(page) else None


def _page(lines: Sequence[Line], repeated: Group | None, alone: Group | None) -> TextPage:
    tab = repeated or alone
    if tab is None:
        return TextPage((tuple(lines),))
    parts = [lines[: tab.start], tab.lines if tab is alone else (), lines[tab.end :]]
    frames = tuple(_opened(part) for part in parts if part)
    kept = next((n for n, frame in enumerate(frames) if frame[0].text == tab.lines[0].text), None)
    return TextPage(frames, tab.key, kept if tab is alone else None)


def _opened(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines of which the first goes on with nothing before it."""
    return tuple(replace(line, opens_page=True) if at == 0 else line for at, line in enumerate(lines))
