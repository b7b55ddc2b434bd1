"""What a sentence must hold to answer a kind of question. Data only."""

import re

from assistant.understanding.cues import Asked

MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"

ANSWERS: dict[Asked, str] = {
    Asked.WHY: (
        r"\b(beror (?:\w+ )?på|beroende på|på grund av|till följd av|följd av|härrör|eftersom|därför att"
        r"|med hänvisning till|orsak\w*|skäl|tack vare|i och med|då dessa|"
        r"förklaras|för att|genom att|leder till|så att|med anledning av|anledning\w*|på villkor|består av|krävs"
        r"|behöv\w+|för vilka|räknas upp|indexregler\w+|uppräkn\w+|kompenser\w+ för"
        r"|(?:står|svarar) för [^.]{1,60} av (?:ökningen|höjningen|minskningen|sänkningen)|(?:ökar|minskar) när)\b"
        r"|\b(?:är|var|blir) \w{2,}(?:at|ad|ade|rt|dd|tt|d): (?=[a-zåäö])"
        r"|\b(?:ökningen|höjningen|minskningen|sänkningen) (?:motsvarar|avser|kommer av)\b"
    ),
    Asked.FUNDING: (
        r"(finansi[eä]r|bekost|avgift|avtal|bidrag|medel\b|medlen\b|betal|står för|erhåller|fördelas|omfördel"
        r"|projektmedel|invånare|\bfrån\b)"
    ),
    Asked.WHEN: rf"\b(1[5-9]\d\d|20\d\d|{MONTHS}|årlig\w*|varje år|under perioden|kvartal\w*)\b",
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

GROUND = r"\b(?:eftersom|därför att|på grund av|till följd av|beror (?:\w+ )?på|because)\b"
"""Words between what is explained and its reason."""

THE_CHANGE = r"\b(?:ökningen|höjningen|minskningen|sänkningen|neddragningen)\b"
THE_REST = r"^(?:Resten|Återstoden)\b"
"""Words of a sentence that goes on about a change told before it, and about the rest of it."""

REASONS = r"^\W*(?:[\d.]+\s+)?(?:varför|orsak\w*|förklaring\w*|why)\b"
"""A heading of what tells reasons."""

ASKS_OF_CHANGE = (
    r"\b(öka\w*|ökning\w*|höj\w*|stig(er|it|a)|minsk\w*|sänk\w*|sjunk\w*|increas\w*|rais\w*|ris(e|es|ing)"
    r"|go(es)? (up|down)|decreas\w*|fall(s|ing)?|reduc\w*)\b"
)
"""Words of a question that takes it that something changes."""

RISING = (
    r"ökning|\bök(?:a|ar|at|ade)\b|höj|räknas upp|uppräk|index|stiger|stigit|växer|utök|förstärk|tillför|fler|högre"
    r"|dubbl"
)
FALLING = r"minsk|sänk|sjunk|lägre|färre|bortfall"
"""Words of a sentence that tells of a rise, and of a fall."""

LOSS = r"\b\w*underskott\w*|\bförlust\w*|\bdeficits?\b"
GAIN = r"\b\w*överskott\w*|\bvinst\w*|\bsurplus(?:es)?\b"
"""Words of a deficit, and of a surplus."""

CHANGING = rf"({RISING}|{FALLING}|tillkom|överför|ändra)"
"""Words of a sentence that tells of a change."""

NAME = r"[A-ZÅÄÖ][\w-]*(?:[ -][A-ZÅÄÖ][\w-]*){0,3}"
"""A name of a few words, each with a capital."""

NAMES = rf"{NAME}(?:,\s+{NAME}){{1,20}}\s*,?\s+(?:och|samt)\s+{NAME}"
"""Names counted up in a sentence."""

OPEN_LIST = r"\b(bland annat|bl\.? ?a\.?|till exempel|t\.? ?ex\.?|exempelvis|m\.? ?fl\.?|med flera)"
"""Expressions that tell of a list that it is not whole."""

BELONGING = r"\b(medlem\w*|med i|ingår|tillhör|hör till|deltar|avtal\w*|members?|belongs?|part of|agreement|contract)\b"
"""Words of a question whether one belongs to a group."""

BESIDE_MEMBERS = r"\b(adjungera\w*|särskilt avtal|observatör\w*|associera\w*)\b"
"""Words of what belongs to a group without being a member of it."""

JOINED = r"^[A-ZÅÄÖ].*\b(?:anslöt|anslöts|tillkom|inträdde|(?:kom|gick|är) med (?:19|20)\d\d|blev medlem\w*)\b"
"""A sentence that goes on with those who have come to a group since it was made."""

SHARED_BY = (
    rf"(?:\b(?:för|åt|av|med|är|kommunerna|mellan)|:)\s+(?P<items>{NAME}(?:,\s+{NAME})*,?\s+(?:och|samt)\s+{NAME})"
)
"""Names of those for or with whom something is run."""

KEY = r"\b(?:procent|efter|lika|hälften|tredjedel|fjärdedel|antal|per invånare)\b"
"""Words of a sentence that tells by what key something is divided."""

BEFORE_LIST = (
    re.compile(
        r"(?P<noun>[\w-]{4,})(?:\s+är|\s+utgörs av|\s+består av|\s*:)?\s+(?=[A-ZÅÄÖ][^.;]{1,80}?(?:,\s+|\s(?:och"
        r"|samt)\s)[A-ZÅÄÖ])"
    ),
    re.compile(
        r"\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2})\s+(?P<noun>[\w-]{4,}),\s+(?=[A-ZÅÄÖ][^.;]{1,80}?(?:,\s+|\s(?:och"
        r"|samt)\s)[A-ZÅÄÖ])"
    ),
    re.compile(r"(?P<noun>[\w-]{4,}),?\s+(?:såsom|som till exempel|till exempel|exempelvis|bland annat)\s"),
    re.compile(r"(?P<noun>[\w-]{4,})\s*:\s"),
    re.compile(rf"{NAMES}\s+(?P<noun>[a-zåäö-]{{4,}})"),
    re.compile(rf"(?P<noun>[\w-]{{4,}})\s+från\s+{NAME}, {NAME}"),
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

PURPOSE_WORDS = (
    r"(syfte\w*|ändamål\w*|uppgift\w*|uppdrag\w*|roll(en|er)?|funktion(en|er)?|purpose\w*|role|roles|tasks?|mission"
    r"|aims?|duty|duties|function|do|does)"
)
"""Words for what a thing is for, in questions and headings."""

PURPOSE = (
    r"(\bsyftet\b[^.]{0,60}\b(är|var)\b|\bsyftar till\b|\bhar till syfte\b|\bändamål(et)? (är|med)\b"
    r"|\bhar (i|till) uppgift\b|\buppgift(en|er)?\b[^.]{0,40}\bär\b|\bhar i uppdrag\b|\buppdrag(et)? är\b"
    r"|huvuduppdrag(et)? (är|att)\b"
    r"|\bhar en \w*\s?roll att\b|\bär till för\b)"
)
"""Expressions in which a plan says what a thing is for."""

ACTING = r"\w{2,}(ar|er|ör|år|jer|yr|ser)|är|ska|skall"
"""What a verb in the present tense looks like."""

RESTING = (
    r"(har|får|ingår|består|ligger|kostar|leder|ökar|minskar|går|omsätter|står|tar|blir|finansierar|betalar|kommer"
    r"|medlemmar|kommuner|parter)"
)
"""Verbs that do not say what their subject does, and nouns that look like verbs."""

SERVING = r"\b(i syfte att|för att|för främjande av|ska (verka|bidra|skapa|stödja|främja|samordna|företräda))\b"
"""Expressions that say what something is done for."""

ADDRESS = r"https?://|\bwww\.|\b[\w.-]+\.(se|com|org|eu|nu)\b"
"""An address on the web."""


ENUMERATED = rf"{NAME}(?:,\s+{NAME})*,?\s+(?:och|samt)\s+{NAME}|[\w-]+(?:,\s+[\w-]+)+\s+(?:och|samt)\s+[\w-]+"
"""Names, or single words, counted up to the last."""

MAKING_UP = r"\b(utgör|utgörs av|består av|bestående av|sammansatt|består)\b"
"""Words of a sentence that tells whom something is made up of."""

PAID_BY = (
    r"((?:finansier|bekosta|betala)\w*\b[^;:]*?\b(?:genom|av|med|via|från)\b"
    r"|\b(?:betalar|bekostar|finansierar|står för)\b|\bgenom omfördelning)"
)
"""Expressions in which a sentence tells who or what pays."""

ASKS_FOR_ADDRESS = r"\b(på nätet|webb\w*|hemsid\w*|website|web ?page|web address|online|länk\w*|link)\b"
"""A question for an address on the web."""

OF_ADDRESS = (
    r"nätet|läsa|läser|read|reading|find|webb\w*|hemsid\w*|web\w*|online|page|address\w*|adress\w*|länk\w*|link"
    r"|information"
)
"""Words of such a question that name nothing."""

EFFECT = r"\b(leda till|leder till|bidra till|bidrar till|resultera\w* i|innebär att|gör att|medför)\b"
"""Words of a sentence that tells what something leads to."""

CONDITION = r"\b(under förutsättning att|på villkor att|med villkoret att|förutsatt att|förutsätter att|kräver att)\b"
"""Words of a sentence between what is given and its condition."""
CONDITIONS_ASKED = r"krävs|villkor\w*|förutsättning\w*|ställs|conditions?|required"
"""Words of a question that a condition answers to."""

HOW_OFTEN = r"\b(hur ofta|how often)\b"
FREQUENCY = (
    r"\b(årlig\w*|varje|vartannat|vart\w* (år|tredje|fjärde)|gång(er)? (per|om|i)|kvartals\w*|månads\w*|löpande)\b"
)
"""A question for how often something is done, and what tells that."""

LISTED = r"[\w-]+(?: [\w-]+){0,3}(?:, [\w-]+(?: [\w-]+){0,3})+,? (?:och|samt) [\w-]+"
"""Things of a few words each, counted up to the last."""

EXAMPLES = r"\b(?:till exempel|t\.? ?ex\.?|exempelvis|bland annat|bl\.? ?a\.?|såsom)"
SOME = r"[\w-]+(?:, [\w-]+)* (?:och|samt|eller) [\w-]+"
"""Words before things that are examples, and a few such, each of one word."""

LEADING = r"(?::|\b(?:fokus på|såsom|till exempel|exempelvis|bland annat|i form av|nämligen))"
"""What stands right before things that a sentence counts up."""

PAST = r"\b(var|blev|förra|fjol\w*|utfall\w*|was|were|last)\b"
"""Words of a question for what has come about."""

AIMED_AT = r"\b(ska|skall|mål|målet)\b"
"""Words of a sentence that tells what is to come about."""

BRINGS = r"\b(leder till|innebär|medför|gör att)\b"
"""Words between a reason and what it is the reason of."""
