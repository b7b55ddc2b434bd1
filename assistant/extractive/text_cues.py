"""What a sentence must hold to answer a kind of question. Data only."""

import re

from assistant.understanding.cues import Asked

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"

ANSWERS: dict[Asked, str] = {
    Asked.WHY: (
        r"\b(beror på|beroende på|på grund av|till följd av|är en följd av|härrör|eftersom|därför att"
        r"|med hänvisning till|orsak\w*|tack vare|i och med|då dessa|"
        r"förklaras|för att|genom att|leder till|så att|med anledning av|anledning\w*|på villkor|består av|krävs"
        r"|behöv\w+|för vilka)\b"
    ),
    Asked.FUNDING: (
        r"(finansi[eä]r|bekost|avgift|avtal|bidrag|medel\b|medlen\b|betal|står för|erhåller|fördelas|projektmedel"
        r"|invånare|\bfrån\b)"
    ),
    Asked.WHEN: rf"\b((19|20)\d\d|{_MONTHS}|årlig\w*|varje år|under perioden|kvartal\w*)\b",
    Asked.WHO: (
        r"(direktion|direktör|chef|nämnd|utskott|styrelse|ordförande|ledamot|ledamöter|politik|kommuner|förbund"
        r"|regionen|beredning|råd\b|rådet|samråd|grupp|ansvarig|handläggare|"
        r"kansli|personal|medarbetare|enhet|ombud|strateg|myndighet|nätverk|parter|partner|organ\b|representanter"
        r"|verket\b|college|arena)"
    ),
    Asked.LIST: r"(:\s+\S|\S,\s+\S.*\s(och|samt)\s|\b(både|såväl|dels|antingen)\b|[A-ZÅÄÖ]\w+ (och|samt) [A-ZÅÄÖ])",
    Asked.WHERE: r"\b(i|på|vid|inom|mellan)\s+[A-ZÅÄÖ]",
}
"""Expressions that mark a sentence as an answer of each kind."""

NAME = r"[A-ZÅÄÖ][\w-]*(?:[ -][A-ZÅÄÖ][\w-]*){0,3}"
"""A name of a few words, each with a capital."""

BEFORE_LIST = (
    re.compile(
        r"(?P<noun>[\w-]{4,})(?:\s+är|\s+utgörs av|\s+består av|\s*:)?\s+(?=[A-ZÅÄÖ][^.;]{1,80}?(?:,\s+|\s(?:och"
        r"|samt)\s)[A-ZÅÄÖ])"
    ),
    re.compile(r"(?P<noun>[\w-]{4,})\s*:\s"),
    re.compile(
        r"(?P<noun>[\w-]{4,})\s+(?:inom|om|kring|som|av|för)\s+[\w-]+(?: [\w-]+){0,3}(?:, [\w-]+(?: [\w-]+){0,4}){2,}"
    ),
)
"""A noun right before what it counts up."""

ROLE_QUESTION = (
    r"\b(vem (är|var|blir|heter)|vad heter|vilka (är|sitter|ingår) (ledam\w+|ordf\w+)|namnet på|who is|who are"
    r"|who was|who chairs|what is the name of|name of the|whose)\b"
)
"""Questions for the holder of a role by name."""

ROLE = (
    r"(ordförande|direktör|chef|ledamot|ledamöter|sekreterare|revisor|ekonom|strateg|ansvarig|handläggare|kanslist"
    r"|administratör|ombud|chair\w*|director|manager|head|officer|board)"
)
"""Roles that persons hold."""
