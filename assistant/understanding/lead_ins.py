"""A turn's question without what is said around it, but for what it leaves to that."""

import re
from collections.abc import Sequence

from assistant.understanding.carrying import is_finite_verb
from assistant.understanding.follow_up_words import ANEW, LEAD
from assistant.understanding.known_plan import KnownPlan, is_name
from assistant.understanding.marking import Role, mark
from assistant.understanding.turn import ENDING, Turn
from assistant.understanding.words import tokens

_LEAD_CLAUSE = re.compile(
    r"^(?P<lead>[^?,;.!]{2,80})(?:,| –| —|:)\s+(?P<asking>(?:och )?(?:hur|vad|vilk\w+|vem|när|varför|var|what|which"
    r"|who|when|how|why"
    r"|where)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A question after a comma, with what the asker says of it before."""
_OF_ONESELF = re.compile(
    r"^\W*(jag|vi|som ny|ny (?:på|i|här|som)|nyanställd|nybörjare|min|mina|mitt"
    r"|i(?= am|'m| work| want| need| would| have| read)|we|my|as a)\b",
    re.IGNORECASE,
)
"""An asker who tells of himself, which the plans know nothing of."""
_BACK = re.compile(r"^\W*(blir|stämmer|går|ger|är|is|does|do) (det|de|då|that|it|they) ", re.IGNORECASE)
"""A question about what was said before it."""
_IT = re.compile(r"\b(det|den|it)( för något| för nåt| egentligen)?\W*$", re.IGNORECASE)
_WHAT_IT_IS = re.compile(
    r"^\W*(och |men |so |and )?(vad|vem|what|who)( \w+)? (är|betyder|gör|innebär|is|does)\b", re.IGNORECASE
)
"""A question for what something is, which its name alone stands for."""
_TOPIC = re.compile(
    r"^(?P<topic>(?:och |men )?[^?;]{4,120}?)\s*(?:[,:]|\s[–—-])\s+(?P<before>(?:och |men |så )?)"
    r"(?P<verb>är|blir|går|gick|stämmer|summerar|ökar|minskar|växer|har|ligger|skiljer sig|räcker|is|are|does|do|has)"
    r" (?P<it>det|den|de|dom|it|they)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What a question is about, set before it, and a question with a pronoun for it."""
_WHICH = re.compile(
    r"^(?P<topic>(?:och |men )?[^?;]{4,120}?)\s*(?:[,:]|\s[–—-])\s+(?P<asking>(?:vilk\w+|vad|hur \w+|what|which"
    r"|how \w+)"
    r" (?:är|blir|var|blev|is|are|was)) (?:det|den|de|dom|it|they)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TELLS = re.compile(
    r"\b(är|har|ska|får|finns|står|säger|sägs|talar|hör|hörde|läser|läste|betalar|is|are|has|says|read|heard)\b", re.I
)
"""A clause that tells something, and not only what the question is about."""


_HEARD_OF = re.compile(
    r"^[^?;]*\b(?:prata\w*|tala\w*|snacka\w*|diskutera\w*|talking|speak\w*) (?:om|of|about) (?P<thing>[^?;,:]{4,80}?)"
    r"\s*(?:[,:]|\s[–—-])\s+(?:och |men |and |but )?(?P<asking>(?:vilk\w+|vad|what|which) (?:är|are|is)) "
    r"(?:det|den|de|dom|it|they|those)\W*$",
    re.IGNORECASE,
)
"""What others are heard to talk of, and a question for what that is."""


def asking_of(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The turn's question without what is said around it, but for the plan that is named there."""
    heard = _HEARD_OF.match(turn)
    turn = f"{heard['asking'].capitalize()} {heard['thing']}?" if heard else turn
    turn = _after_lead(_with_topic(turn, plans), plans)
    pieces = [piece for piece in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", turn) if piece.strip()]
    asking = [piece for piece in pieces if piece.rstrip().endswith("?")]
    if len(pieces) < 2 or len(asking) != 1 or asking[0] is not pieces[-1]:
        return turn
    around = Turn(" ".join(pieces[:-1]), mark(" ".join(pieces[:-1]), plans))
    own = Turn(asking[0], mark(asking[0], plans))
    if around.of(Role.CONCEPT, Role.OWNER) and (_BACK.match(asking[0]) or _leans(own, around, plans)):
        return turn
    return asking[0] if own.of(Role.PLAN) or not around.of(Role.PLAN) else f"{own.bare} i {around.words(Role.PLAN)}?"


def _with_topic(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The question with what is set before it in the place of its pronoun ("X: är det högre?", "X, vilket är det?")."""
    parted = _TOPIC.match(turn) or _WHICH.match(turn)
    if parted is None or _tells(parted["topic"]) or _OF_ONESELF.match(turn):
        return turn
    topic = LEAD.sub("", parted["topic"])
    if ANEW.match(topic) or not _concept(topic, plans):
        return turn
    own = parted["asking"] if parted.re is _WHICH else parted["verb"]
    return f"{own[0].upper()}{own[1:]} {topic}{parted['rest']}"


def _tells(clause: str) -> bool:
    """Whether a clause has a verb of its own."""
    return bool(_TELLS.search(clause)) or any(is_finite_verb(word) for word in tokens(clause))


def _leans(own: Turn, around: Turn, plans: Sequence[KnownPlan]) -> bool:
    """Whether a question leaves what it is about to the statement before it: by no word, or only by what it names."""
    if _OF_ONESELF.match(around.text):
        return False
    if around.of(Role.CONCEPT) or not own.of(Role.CONCEPT, Role.OWNER):
        return True
    return not any(each.name or each.role is Role.OWNER for each in own.marks) and any(
        each.role in {Role.CONCEPT, Role.OWNER} and (each.name or is_name(around.text[each.start : each.end], plans))
        for each in around.marks
    )


def _after_lead(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The question after a clause that only leads to it ("jag är ny, vad är X?", "de talar om X, vad är det?")."""
    parted = _LEAD_CLAUSE.match(turn)
    if parted is None or ANEW.match(LEAD.sub("", turn)):
        return turn
    asking = parted["asking"]
    names = [
        found
        for found in mark(parted["lead"], plans)
        if found.role is Role.OWNER or (found.name and found.role is not Role.EMPTY)
    ]
    if _IT.search(asking) and names and (_WHAT_IT_IS.match(asking) or not _concept(parted["lead"], plans)):
        return f"{_IT.sub('', asking).rstrip()} {parted['lead'][names[-1].start : names[-1].end]}?"
    own = mark(asking, plans)
    if not _OF_ONESELF.match(turn) or not any(found.role in {Role.CONCEPT, Role.OWNER} for found in own):
        return turn
    named = [found.word for found in names if found.role is Role.PLAN and not any(each.plans for each in own)]
    return f"{asking.rstrip(ENDING)} i {' '.join(named)}?" if named else asking


def _concept(text: str, plans: Sequence[KnownPlan]) -> bool:
    return any(found.role is Role.CONCEPT and not found.name for found in mark(text, plans))
