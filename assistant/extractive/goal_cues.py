"""How questions show that they ask for goals, their place, their words or what comes of them. Data only."""

import re

from assistant.understanding.lexicon import LEVEL_WORDS
from ingest.model import GoalLevel

DOING = re.compile(
    r"\b(vad (är det som )?(ska|skall|vill|tänker|planerar|gör|prioriter\w+)|hur (ska|skall|vill|tänker|arbetar)"
    r"|what (will|does|should|is)\b.*\b(do|doing)|how (will|does)"
    r"|(vad|vilk\w+)\b[^?]*\b(i fokus|fokusera\w*|prioriteras))\b",
    re.IGNORECASE,
)
"""Questions for what an organisation is going to do."""
BELONGS = re.compile(r"\b(vart|var) (hör|sorterar|ligger|finns) (insats|åtgärd|satsning|delmål|uppdrag)", re.IGNORECASE)
"""Questions for the place of a goal."""
WORDED = re.compile(
    r"\b(hur (lyder|låter|formuleras|uttrycks|beskrivs)|hur (är|har|blir) [^?]{1,60}?(formulera|uttryck|beskriv)\w*"
    r"|how (is|are) [^?]{1,60}?(worded|phrased|formulated))\b",
    re.IGNORECASE,
)
"""Questions for the words of a goal."""
COMES_OF = re.compile(r"nytta|verkan|följd(er)?|lyckats|lyckas|resultat(et)?|benefits?|outcomes?", re.IGNORECASE)
"""Words for what comes of a thing, where that is asked for."""
NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d+")
"""A number that is no year: goals have none, so that such a question is about something else."""
IS_TO_BE_DONE = re.compile(r"\b(?:ska|skall|will|shall)\b[^?.]{8,}[.–—]\s+\S", re.IGNORECASE)
"""A statement of what is to be done, before a question about it."""
_LISTED = "|".join(words for level, words in LEVEL_WORDS.items() if level is not GoalLevel.EFFECT)
JOINED_LEVELS = re.compile(
    rf"\b(?:vilka|which|what|räkna upp|lista|nämn|list) (?:\w+ ){{0,2}}?(?:{_LISTED}) (?:och|samt|and) (?:{_LISTED})\b",
    re.IGNORECASE,
)
"""Two levels asked for in one breath, which only a list under both words tells whole."""
