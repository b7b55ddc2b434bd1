"""A plan's headings seen whole: which of them are goals though no word says so.

Four signs tell: a numbered form that comes again ("Löfte 1: …", "Löfte 2: …"), headings under one that announces
goals, numbered ones under a text that counts them, and chapters beside each other that all hold the same levels.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.amounts import NUMBER_WORDS
from ingest.goal_labels import heading_role, label_of, series_of, unnumbered
from ingest.goal_tables import columns_of_goals
from ingest.goal_tree import ORDER, Path
from ingest.goal_words import UNIT_NAME, Term, term_of_noun
from ingest.model import GoalLevel, Section, Table
from ingest.pages import Block, BlockKind

GENERIC = re.compile(
    r"bakgrund|inledning|förord|uppföljning|nuläge\w*|ekonomi\w*|budget\w*|sammanfattning|syfte|omvärld\w*|organisation\w*"
    r"|styr\w*|verksamhet\w*|förutsättningar|vision\w*|utmaningar\w*|risker|bilag\w*|process\w*|modell\w*|ansvar\w*"
    r"|definition\w*|begrepp|läsanvisning|så\b.*|om\b.*|hur\b.*|vad\b.*|innehåll\w*",
    re.IGNORECASE,
)
"""First words of headings that tell about goals and are none."""

CONTENTS = re.compile(r"innehåll(?:sförteckning)?|contents", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]?\s+[^\W\d_]")
_COUNT = re.compile(rf"\b(?P<count>{'|'.join(NUMBER_WORDS)}|\d{{1,2}})\s(?P<of>\w+(?:\s\w+){{0,2}})", re.IGNORECASE)
_NAMED = (GoalLevel.AREA, GoalLevel.PRIORITY, GoalLevel.GOAL, GoalLevel.OBJECTIVE)


@dataclass(slots=True)
class Outline:
    """What the headings of a plan tell.

    `headings` are goals by their place or form and `names` what those are called whose heading says more; `holders`
    have goals for sub-headings; `series` are the numbered forms that are goals by coming again.
    """

    headings: dict[Path, Term] = field(default_factory=dict)
    names: dict[Path, str] = field(default_factory=dict)
    holders: set[Path] = field(default_factory=set)
    series: dict[str, Term] = field(default_factory=dict)


def new_headings(before: Path, path: Path) -> list[Path]:
    """The heading paths that a section opens after the one before it."""
    same = 0
    while same < min(len(before), len(path)) and before[same] == path[same]:
        same += 1
    return [path[:depth] for depth in range(same + 1, len(path) + 1)]


def outline_of(
    sections: Sequence[Section], blocks: Sequence[Sequence[Block]], tables: Sequence[Sequence[Table]]
) -> Outline:
    """What the headings and repeated forms of a whole plan tell."""
    outline = Outline()
    sequence = list(_sequence(sections, blocks, tables))
    outline.series = _series(sequence)
    children: dict[Path, list[Path]] = {}
    cues: dict[Path, set[float]] = {}
    for path, cue in _cues(sections, blocks, tables, outline.series):
        for depth in range(1, len(path) + 1):
            cues.setdefault(path[:depth], set()).add(cue.rank)
    before: Path = ()
    for section in sections:
        for path in new_headings(before, section.path):
            if path not in children.setdefault(path[:-1], []):
                children[path[:-1]].append(path)
        before = section.path
    told = {section.path: section.text for section in sections}
    for parent, own in children.items():
        _parallel(outline, own)
        _counted(outline, told.get(parent, ""), own)
        _announced(outline, parent, own, cues)
        _alike(outline, own, cues)
        if any(path in outline.headings or label_of(path[-1]) for path in own):
            outline.holders.add(parent)
    return outline


def _parallel(outline: Outline, own: Sequence[Path]) -> None:
    """Headings beside each other that begin with one level's word and go on with a name: "Perspektiv Medborgare"."""
    found: dict[str, list[tuple[Path, Term, str]]] = {}
    for path in own:
        begun = _begun_by(path[-1])
        if begun is not None:
            found.setdefault(begun[0].word, []).append((path, *begun))
    for alike in found.values():
        for path, term, name in alike if len({name for _, _, name in alike}) > 1 else ():
            outline.headings[path], outline.names[path] = term, name


def _counted(outline: Outline, told: str, own: Sequence[Path]) -> None:
    """The numbered sub-headings of a section that tells how many of one level there are, where there are as many."""
    numbered = [path for path in own if _NUMBERED.match(path[-1])]
    if len(numbered) < 2 or any(label_of(path[-1]) or heading_role(unnumbered(path[-1])) for path in numbered):
        return
    term = next((term for count, term in _counts_in(told) if count == len(numbered)), None)
    if term is not None:
        outline.headings |= {path: term for path in numbered if path not in outline.headings}


def _counts_in(text: str) -> Iterator[tuple[int, Term]]:
    """The numbers of areas, priorities, goals or objectives that a text tells: "har pekat ut fyra fokusområden"."""
    for found in _COUNT.finditer(text):
        count = NUMBER_WORDS.get(found["count"].casefold())
        term = next((term for word in found["of"].split() if (term := term_of_noun(word)) is not None), None)
        if term is not None and term.plural and term.level in _NAMED:
            yield int(count if count is not None else found["count"]), term


def _begun_by(heading: str) -> tuple[Term, str] | None:
    word, _, name = unnumbered(heading).partition(" ")
    term = term_of_noun(word) if name[:1].isupper() and len(name) < 90 and label_of(heading) is None else None
    return None if term is None else (term, name)


def _announced(outline: Outline, parent: Path, own: Sequence[Path], cues: dict[Path, set[float]]) -> None:
    """Headings under one that announces areas or goals are those, areas where they hold such goals themselves; under a
    goal, those that hold deeper levels."""
    role = heading_role(parent[-1]) if parent else None
    unnamed = [path for path in own if _is_unnamed(path[-1]) and path not in outline.headings]
    if not unnamed or parent == () or parent[-1][-1:].isdigit():
        return
    over = outline.headings.get(parent)
    label = label_of(parent[-1])
    if role is not None and role[1] and role[0].level in _NAMED and not role[0].weak:
        plain = len(unnamed) == len(own) and len(unnamed) > 1
        for path in unnamed:
            if plain or any(rank > role[0].rank for rank in cues.get(path, ())):
                holds_it = role[0].level is GoalLevel.GOAL and role[0].rank in cues.get(path, ())
                outline.headings[path] = Term("card", GoalLevel.AREA, role[0].rank - 0.5) if holds_it else role[0]
    elif over is not None or (label is not None and label.name):
        rank = over.rank if over is not None else label.term.rank if label is not None else 0.0
        holders = [path for path in unnamed if any(cue > rank + 1 for cue in cues.get(path, ()))]
        for path in holders if len(holders) > 1 else ():
            outline.headings[path] = _term_between(rank, "heading")


def _alike(outline: Outline, own: Sequence[Path], cues: dict[Path, set[float]]) -> None:
    """Headings beside each other that hold the same two levels or more are areas."""
    held = [
        path for path in own if _is_unnamed(path[-1]) and path not in outline.headings and len(cues.get(path, ())) > 1
    ]
    if len(held) < 2 or any(label_of(path[-1]) for path in own) or not _same_levels([cues[path] for path in held]):
        return
    least = min(cues[held[0]])
    if least >= 0.5 and not any(path[:-1] in outline.headings for path in held):
        for path in held:
            outline.headings[path] = Term("chapter", GoalLevel.AREA, least - 0.5, weak=True)


def _same_levels(held: Sequence[set[float]]) -> bool:
    return len({min(ranks) for ranks in held}) == 1 and all(
        len(held[0] & ranks) > 1 and len(held[0] & ranks) >= 0.6 * len(held[0] | ranks) for ranks in held
    )


def _is_unnamed(heading: str) -> bool:
    own = unnumbered(heading.strip())
    return not (label_of(own) or heading_role(own) or UNIT_NAME.search(own) or GENERIC.match(own) or len(own) > 160)


def _term_between(rank: float, word: str) -> Term:
    level = ORDER[min(int(rank) + 1, len(ORDER) - 1)]
    return Term(word, level, min(rank + 0.5, 4.0))


def _sequence(
    sections: Sequence[Section], blocks: Sequence[Sequence[Block]], tables: Sequence[Sequence[Table]]
) -> Iterator[Term | tuple[str, tuple[str, ...]]]:
    """The labels of known and unknown words in the plan's order."""
    before: Path = ()
    for section, own, own_tables in zip(sections, blocks, tables, strict=True):
        texts = [path[-1] for path in new_headings(before, section.path)]
        texts += [block.text for block in own if block.kind is not BlockKind.TABLE and len(block.text) < 400]
        before = section.path
        for text in texts:
            label, series = label_of(text), series_of(text)
            role = heading_role(text)
            if label is not None:
                yield label.term
            elif series is not None:
                yield series[0], series[1]
            elif role is not None and role[1]:
                yield role[0]
            elif (begun := _begun_by(text)) is not None:
                yield begun[0]
        for table in own_tables:
            columns = columns_of_goals(table, under_goal=True)
            yield from (term for _, term in columns.terms) if columns else ()


def _series(sequence: Sequence[Term | tuple[str, tuple[str, ...]]]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for word in dict.fromkeys(entry[0] for entry in sequence if isinstance(entry, tuple)):
        places = [n for n, entry in enumerate(sequence) if isinstance(entry, tuple) and entry[0] == word]
        numbers = [entry[1] for n in places if isinstance(entry := sequence[n], tuple)]
        if len(places) < 2:
            continue
        before = next((e.rank for e in reversed(sequence[: places[0]]) if isinstance(e, Term)), None)
        after = next((e.rank for e in sequence[places[0] :] if isinstance(e, Term)), None)
        inner = len(set(numbers)) < len(numbers) or any(len(number) > 1 for number in numbers)
        if before is not None and (inner or after is None or before < after):
            found[word] = _between(word, before + 0.5)
        elif after is not None:
            found[word] = _between(word, after - 0.5)
    return found


def _between(word: str, rank: float) -> Term:
    return Term(word, ORDER[min(max(int(rank), 0), len(ORDER) - 1)], rank, weak=True, flexible=True)


def _cues(
    sections: Sequence[Section],
    blocks: Sequence[Sequence[Block]],
    tables: Sequence[Sequence[Table]],
    series: dict[str, Term],
) -> Iterator[tuple[Path, Term]]:
    """What each section holds of goals, with the path of the heading that holds it."""
    before: Path = ()
    for section, own, own_tables in zip(sections, blocks, tables, strict=True):
        for path in new_headings(before, section.path):
            term = _cue(path[-1], series)
            if term is not None:
                yield path[:-1], term
        before = section.path
        for block in own:
            term = _cue(block.text, series) if block.kind is not BlockKind.TABLE else None
            if term is not None:
                yield section.path, term
        for table in own_tables:
            columns = columns_of_goals(table, under_goal=True)
            for _, term in columns.terms if columns else ():
                yield section.path, term


def _cue(text: str, series: dict[str, Term]) -> Term | None:
    if len(text) > 400:
        return None
    label, role, told = label_of(text), heading_role(text), series_of(text)
    if label is not None:
        return label.term
    if told is not None and told[0] in series:
        return series[told[0]]
    return role[0] if role is not None and role[1] and term_of_noun(role[0].word) is not None else None
