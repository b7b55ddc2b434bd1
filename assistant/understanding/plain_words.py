"""Everyday expressions said in the words that plans have for them: a deficit, a surplus, a number of something."""

import re

_VERB = r"\b(?P<verb>(?:går|gå|gick|gått|ligger|låg|hamnar|budgeterar|redovisar|visar)"
_SUBJECT = r"(?: [\w-]+){0,4}?)"
"""The subject, where it stands after its verb."""
_ENDS = r"(?=\W*$|[,.;:?]| (?:19|20)\d\d\b| i budgeten\b| i år\b| enligt\b)"
"""What follows where no amount does, of which the expression would be a part."""
_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{_VERB}{_SUBJECT} (?:med |på )?(?:minus|förlust|back){_ENDS}", re.IGNORECASE), "underskott"),
    (re.compile(rf"{_VERB}{_SUBJECT} (?:med |på )?(?:plus|vinst){_ENDS}", re.IGNORECASE), "överskott"),
)
"""What is said, and the word for it."""
_WHY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(varför) får (?P<of>[^,?]{2,60}?) in mindre(?: pengar)?\b", re.IGNORECASE), "minskar intäkterna"),
    (re.compile(r"\b(varför) får (?P<of>[^,?]{2,60}?) in mer(?:a)?(?: pengar)?\b", re.IGNORECASE), "ökar intäkterna"),
)
"""A reason asked for in such words, and the change that it is the reason of."""
_NUMBER_OF = re.compile(r"\b(?P<thing>[a-zåäö]{4,}?)s?antal(?:et)?\b", re.IGNORECASE)
"""A number and what it counts in one word."""


def said_plainly(text: str) -> str:
    """The text with these expressions in plans' words (går back: går med underskott; elevantalet: antalet elev)."""
    for said, plain in _PLAIN:
        text = said.sub(rf"\g<verb> med {plain}", text)
    for said, plain in _WHY:
        text = said.sub(rf"\g<1> {plain} för \g<of>", text)
    return _NUMBER_OF.sub(r"antalet \g<thing>", text)
