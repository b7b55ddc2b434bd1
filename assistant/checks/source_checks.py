"""Checks that a sentence leans on what it cites: the names in it are known there, and no other place fits it better."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.checks.claim import MARKER, Claim, Segment
from assistant.checks.number_checks import bindings
from assistant.checks.plan_names import names_in
from assistant.checks.words import stems
from assistant.citations import collapse
from assistant.understanding.known_plan import known

_NAME = re.compile(r"(?<=[a-zåäöé,;] )[A-ZÅÄÖ][a-zåäöé]{3,}\b")
_LONG_NAME = re.compile(r"(?<=[a-zåäöé,;] )[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)+")
_ORGANISATION = re.compile(
    r"\b([A-ZÅÄÖ][\w-]{2,})\s(?:kommun|kommunalförbund|region|stad|landsting)(?:en|et)?s?\b|\bRegion(?:en)?\s([A-ZÅÄÖ]\w+)"
)
_PLACE = re.compile(r"(?m)\([^()]*›[^()]*\)|^[^.:]*›.*:\s*$")
"""Where a goal stands in its tree, as answers tell it."""
_QUOTATION = re.compile(r"”([^”]+)”|“([^”]+)”|\"([^\"]+)\"")
_FEW = 2
"""Words up to which what stands in quotation marks is taken for a name."""
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2
"""Words that a sentence must share with some place of the plan to be held against its own citation."""
_SUPPORT, _ITEM_SUPPORT = 0.5, 0.8
"""The share of the words in common with the likest place that the cited one must have, for prose and a list's items."""
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")


def names_are_known(claim: Claim) -> Iterator[str]:
    """A name in a sentence is a word of the plans or of what was asked."""
    if claim.draft.status.abstained:
        return
    asked = frozenset(_WORD.findall(claim.asked.casefold()))
    for segment in claim.segments:
        names = {name for match in _ORGANISATION.finditer(segment.text) for name in match.groups() if name}
        names |= set(_NAME.findall(segment.text))
        for name in sorted(names):
            if not _is_known(name.casefold(), claim, asked):
                yield f"no plan knows the name {name!r}"
        for name in _LONG_NAME.findall(segment.text):
            texts = (collapse(claim.asked).casefold(), *(names_in(plan).text for plan in claim.plans.values()))
            if not any(name.casefold().removesuffix("s") in text for text in texts):
                yield f"no plan knows the name {name!r}"


def _is_known(name: str, claim: Claim, asked: frozenset[str]) -> bool:
    forms = {name, name.removesuffix("s"), f"{name}s"}
    return bool(forms & asked) or any(forms & known(plan).words for plan in claim.plans.values())


def citations_support(claim: Claim) -> Iterator[str]:
    """No other place of the cited plan is far liker than what a sentence without amounts of its own cites."""
    if claim.draft.status.abstained:
        return
    for markers, group in groupby(claim.segments, lambda segment: (segment.block, segment.markers)):
        said = [segment for segment in group if _is_a_statement(claim, segment)]
        if said and not _is_supported(claim, said, markers[1]):
            yield f"{said[0].text.strip()[:60]!r} is liker another place than what it cites"


def _is_a_statement(claim: Claim, segment: Segment) -> bool:
    """Whether the segment says something of its own: no amount, no finding, no line that leads to others."""
    text = collapse(MARKER.sub(" ", segment.text))
    if text.endswith(":") or any(bindings(claim, segment, number) for number in segment.numbers):
        return False
    messages = (collapse(finding.message).rstrip(".") for finding in claim.draft.findings)
    return not any(message in text or text.rstrip(".") in message for message in messages)


def _is_supported(claim: Claim, said: Sequence[Segment], markers: frozenset[int]) -> bool:
    cited = claim.cited(markers)
    text = " ".join(MARKER.sub(" ", segment.text) for segment in said)
    places = [place for each in cited for place in (each.plan_title, *each.section)]
    words = stems(_PLACE.sub(" ", text)) - frozenset().union(*map(stems, places))
    held = len(words & frozenset().union(*(stems(each.quote) for each in cited)))
    is_item = all(_ITEM.match(segment.text) for segment in said)
    share = _ITEM_SUPPORT if is_item else _SUPPORT
    if held >= share * len(words):
        return True
    plans = {each.plan_id for each in cited} & claim.plans.keys()
    likest = max(
        (len(words & stems(passage.text)) for plan_id in plans for passage in claim.plans[plan_id].passages), default=0
    )
    return held >= share * likest or (likest < _ENOUGH and not is_item)


def quotations_are_verbatim(claim: Claim) -> Iterator[str]:
    """What stands in quotation marks stands so in a cited quote or in the question, or is a cited plan's title."""
    if claim.draft.status.abstained:
        return
    said = [collapse(each.quote) for each in claim.draft.citations] + [collapse(claim.asked)]
    said += [collapse(finding.message) for finding in claim.draft.findings]
    said += [collapse(each.plan_title) for each in claim.draft.citations]
    for match in _QUOTATION.finditer(collapse(claim.draft.text)):
        quotation = next(filter(None, match.groups())).strip(" .,;:")
        if len(quotation.split()) > _FEW and not any(quotation in text for text in said):
            yield f"{quotation[:60]!r} stands in quotation marks, but not in a quote"
