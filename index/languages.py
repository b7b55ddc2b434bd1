"""Swedish or English: told by the small words of a question."""

from collections.abc import Iterable

_ASKING = "what which when where why how does did whose whom"
"""Words of English questions that are no words of Swedish ones."""
_ENGLISH = """
    the is are was were who much many do of for from to and by with in it they their has have would should could please
    tell this that there about between been your its
"""
_SWEDISH = """
    och är hur vad vilka vilken vem när varför det som av för i på till den ett en har får med finns var de mycket
"""
_LEAD = dict.fromkeys(_ASKING.split(), 2) | dict.fromkeys(_ENGLISH.split(), 1) | dict.fromkeys(_SWEDISH.split(), -1)


def english_lead(words: Iterable[str]) -> int:
    """How many more of the casefolded words are small words of English than of Swedish; 0 where it cannot be told."""
    return sum(_LEAD.get(word, 0) for word in words)
