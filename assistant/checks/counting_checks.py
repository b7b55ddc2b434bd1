"""The check of numbers in words: how many an answer says that there are is what it lists, cites or has bound."""

import re
from collections.abc import Iterator

from assistant.checks.claim import MARKER, Claim, Segment
from assistant.checks.number_checks import QUOTATION
from assistant.citations import collapse
from assistant.understanding.lexicon import NUMBER_WORDS, SEVERAL
from assistant.written_numbers import written_numbers

_COUNTED = re.compile(rf"\b(?P<word>{SEVERAL})\b", re.IGNORECASE)
"""A number in words; "en" and "one" are seldom numbers."""
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+\S")
_LISTED = re.compile(r"[^,.:;()]+(?:, [^,.:;()]+)*,? (?:och|samt|and) [^,.:;()]+")
_BETWEEN = re.compile(r", (?:och |samt |and )?| (?:och|samt|and) (?=(?:(?! och | samt | and )[^,])*$)")
"""What stands between the names of a list in running text."""


def counts_are_grounded(claim: Claim) -> Iterator[str]:
    """A number in words is how many the answer lists or its quotes name, or stands in what is cited or asked."""
    if claim.draft.status.abstained:
        return
    items = sum(bool(_ITEM.match(line)) for line in claim.draft.text.splitlines())
    for segment in claim.segments:
        said = QUOTATION.sub(" ", segment.text)
        for found in _COUNTED.finditer(said):
            number = NUMBER_WORDS[found["word"].casefold()]
            if number != items and not _stands(claim, segment, number):
                yield f"{found['word']!r} stands on nothing that is cited or listed"


def _stands(claim: Claim, segment: Segment, number: int) -> bool:
    cited = claim.cited(segment.markers)
    texts = [text for each in cited for text in (each.quote, *each.section, each.plan_title)]
    texts += [claim.asked, *(finding.message for finding in claim.draft.findings)]
    texts += [text for figure in claim.draft.figures for text in (figure.label, figure.owner or "")]
    words = {each for each, value in NUMBER_WORDS.items() if value == number}
    if any(re.search(rf"\b(?:{'|'.join(words)})\b", text, re.IGNORECASE) for text in texts):
        return True
    if any(figure.value == number for figure in claim.draft.figures):
        return True
    told = [collapse(MARKER.sub(" ", each.quote)) for each in cited]
    digits = any(each.value == number for text in told for each in written_numbers(text))
    return digits or any(_names_in(found[0]) == number for text in told for found in _LISTED.finditer(text))


def _names_in(listed: str) -> int:
    """How many a list in running text names."""
    return len(_BETWEEN.split(listed))
