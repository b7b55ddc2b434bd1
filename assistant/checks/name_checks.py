"""Checks of names: a sentence that names rows, units or organisations names those of its own amounts."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, pairwise

from assistant.answer import CitedFigure
from assistant.checks.claim import Claim, Segment, prose_of
from assistant.checks.number_checks import is_a_result
from assistant.checks.pairing import bound_amounts, kept
from assistant.checks.plan_names import Mention, is_hinted, names_in, without_organisation
from assistant.checks.words import is_said, same_words
from ingest.model import Plan

Names = frozenset[str]

_CLAUSE_END = re.compile(r"\[\d+\];\s")


def labels_agree(claim: Claim) -> Iterator[str]:
    """A sentence that names rows of a plan names those of its own amounts, in their order."""
    for segment in claim.segments:
        bound = bound_amounts(claim, segment)
        figures = [figure for _, held in bound for figure in held if figure.plan_id in claim.plans]
        plans = {figure.plan_id: claim.plans[figure.plan_id] for figure in figures}
        if any(_label(figure) not in names_in(plans[figure.plan_id]).rows for figure in figures):
            yield from _strange_words(claim, segment, figures)
            continue
        own = {_label(figure) for figure in figures}
        said = [each for plan in plans.values() for each in _rows_said(plan, segment.text)]
        said = [each for each in said if each.names & own or not _is_around(claim, segment, each)]
        yield from _disagreements(claim, segment, said, [frozenset(map(_label, held)) for _, held in bound])


def _rows_said(plan: Plan, text: str) -> list[Mention]:
    """Names of rows in a text, and besides them the words by which the plan's sentences name their amounts."""
    text = without_organisation(plan, text)
    rows = names_in(plan).labels.mentions(text)
    words = names_in(plan).all_labels.mentions(text)
    return [*rows, *(each for each in words if not any(each.start < row.end and row.start < each.end for row in rows))]


def _strange_words(claim: Claim, segment: Segment, figures: Sequence[CitedFigure]) -> Iterator[str]:
    """Names that a sentence with an amount of the plan's prose has instead of that amount's words, or beyond them."""
    own = {_label(figure) for figure in figures}
    told = [label for label in own if is_said(label, segment.text)]
    quotes = [citation.quote for citation in claim.cited(segment.markers)]
    indexes = [names_in(claim.plans[plan_id]).all_labels for plan_id in {figure.plan_id for figure in figures}]
    said = {name for index in indexes for each in index.mentions(segment.text) for name in each.names}
    for name in sorted(said - own):
        says_more = any(is_said(label, name) and not is_said(name, label) for label in told)
        strange = says_more and same_words(name, segment.text) and not any(same_words(name, quote) for quote in quotes)
        if strange or not told:
            yield f"the sentence speaks of {name!r}, its amounts are of {sorted(own)}"


def owners_agree(claim: Claim) -> Iterator[str]:
    """A sentence that names units or organisations names those of its own amounts, in their order."""
    for segment in claim.segments:
        named = [frozenset(_owner(claim, figure) for figure in figures) for _, figures in bound_amounts(claim, segment)]
        if named and all(all(names) for names in named):
            own = frozenset().union(*named)
            said = [
                each
                for each in _owners_said(claim, segment)
                if each.names & own or not _is_around(claim, segment, each)
            ]
            yield from _disagreements(claim, segment, said, named)


def _label(figure: CitedFigure) -> str:
    return figure.label.casefold().strip()


def _owner(claim: Claim, figure: CitedFigure) -> str:
    """Whose the figure is: the organisation's where the plan names no unit; empty where that is not known."""
    plan = claim.plans.get(figure.plan_id)
    return (figure.owner or (plan.organisation if plan else "")).casefold()


def _owners_said(claim: Claim, segment: Segment) -> list[Mention]:
    """Units and organisations that the segment names, but as a row of its own."""
    return _units_in(claim, segment.text, {_label(f) for _, figures in bound_amounts(claim, segment) for f in figures})


def _units_in(claim: Claim, text: str, own: Collection[str] = ()) -> list[Mention]:
    """Units and organisations that a text names, but as part of the name of a row, or of one of these rows."""
    rows = [each for plan in claim.plans.values() for each in names_in(plan).labels.mentions(text)]
    said = [each for plan in claim.plans.values() for each in names_in(plan).owners.mentions(text)]
    return [each for each in said if not any(_is_part(each, row, own) for row in rows)]


def _is_part(mention: Mention, row: Mention, own: Collection[str]) -> bool:
    longer = row.end - row.start > mention.end - mention.start
    return row.start <= mention.start and mention.end <= row.end and (longer or not row.names.isdisjoint(own))


def _disagreements(claim: Claim, segment: Segment, said: Sequence[Mention], named: Sequence[Names]) -> Iterator[str]:
    """Clauses of the segment whose names are not those of its amounts (`named`, as they come in it)."""
    bound = bound_amounts(claim, segment)
    loose = [is_a_result(claim, segment, number) for number, _ in bound] if said else []
    for start, end in _clauses(segment.text) if said else ():
        places = [place for place, (number, _) in enumerate(bound) if start <= number.start < end]
        mentions = sorted((each for each in said if start <= each.start < end), key=lambda each: each.start)
        amounts = [named[place] for place in places]
        if places and mentions and not _agree(mentions, amounts, [loose[place] for place in places], segment.text):
            names = sorted(name for mention in mentions for name in mention.names)
            yield f"the sentence speaks of {names}, its amounts are of {sorted(frozenset().union(*amounts))}"


def owners_are_told(claim: Claim) -> Iterator[str]:
    """A sentence with amounts of several units says whose they are, but for those that the question names."""
    for segment in claim.segments:
        owners = {figure.owner for _, figures in bound_amounts(claim, segment) for figure in figures if figure.owner}
        for owner in sorted(owners) if len(owners) > 1 else ():
            if not unit_is_told(claim, owner, segment.text):
                yield f"an amount is of {owner!r}, which the sentence does not say"


def unit_is_told(claim: Claim, owner: str, text: str) -> bool:
    """Whether a text or the question names the unit."""
    told = f"{text}\n{claim.question}"
    mentions = [each for plan in claim.plans.values() for each in names_in(plan).owners.mentions(told)]
    return any(owner.casefold() in each.names for each in mentions)


def units_are_cited(claim: Claim) -> Iterator[str]:
    """A sentence without amounts names units that its citations or the question name, a heading those of its block."""
    if claim.draft.status.abstained:
        return
    for segment in claim.segments:
        if bound_amounts(claim, segment):
            continue
        cited = {each.plan_id for each in claim.cited(segment.markers)}
        own = {claim.plans[plan_id].organisation.casefold() for plan_id in cited & claim.plans.keys()}
        asked = [each.names for plan in claim.plans.values() for each in names_in(plan).owners.mentions(claim.question)]
        if segment.text.rstrip().endswith(":"):
            asked = []
        for mention in _owners_said(claim, segment):
            known = mention.names & own or any(mention.names & names for names in asked)
            if not known and not _is_around(claim, segment, mention):
                yield f"the sentence speaks of {sorted(mention.names)}, which it does not cite"


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the parts of a sentence stand that end with markers and a semicolon."""
    cuts = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    return list(pairwise(cuts))


def _is_around(claim: Claim, segment: Segment, mention: Mention) -> bool:
    """Whether the headings or the prose that the sentence cites speak of it."""
    cited = claim.cited(segment.markers)
    texts = [text for each in cited for text in (*each.section, prose_of(claim, each))]
    rows = [each for text in texts for plan in claim.plans.values() for each in names_in(plan).labels.mentions(text)]
    return any(mention.names & other.names for other in rows) or any(
        mention.names & other.names for text in texts for other in _units_in(claim, text)
    )


def _agree(said: Sequence[Mention], named: Sequence[Names], loose: Sequence[bool], text: str) -> bool:
    """Whether names said and names of amounts are the same in order, one by one or run by run; else all are said."""
    spoken = [mention.names for mention in said]
    one_by_one = list(kept(named, loose, len(spoken)))
    if one_by_one:
        return any(_match(spoken, kept) for kept in one_by_one)
    if len(_runs(spoken)) == len(_runs(named)):
        return _match(_runs(spoken), _runs(named))
    told: Names = frozenset().union(*spoken)
    rest = "".join(letter for place, letter in enumerate(text) if not _is_inside(place, said))
    if not any(names & told for names in named):
        return False
    return all(names & told or any(is_hinted(name, rest) for name in names) for names in named)


def _match(said: Sequence[Names], named: Sequence[Names]) -> bool:
    return all(names & held for names, held in zip(said, named, strict=True))


def _runs(names: Sequence[Names]) -> list[Names]:
    return [name for name, _ in groupby(names)]


def _is_inside(place: int, said: Sequence[Mention]) -> bool:
    return any(mention.start <= place < mention.end for mention in said)
