"""How a turn shows that it leans on the one before it: openings, ellipses and pronouns. Data only."""

import re

LEAD = re.compile(
    r"^\s*(och|men|samt|eller|sen|sedan|ok(ej)?|då|and|but|also|so|then|what about|how about)\b[,\s]*", re.IGNORECASE
)
"""Openings of a follow-up."""

ELLIPSIS = re.compile(
    r"^\s*((och|men|samt|eller|and|but|or)\b|hur är det (med|för|i)|hur ser det ut (för|i|med)|vad (gäller"
    r"|blir det) (för|i|om)|(what|how) about\b|and\b|samma (fråga )?(för|sak)|same for\b|då\?|[^?]{1,40}\bdå\?*$)",
    re.IGNORECASE,
)
"""A follow-up that leaves out what it asks for."""

MILD = re.compile(
    r"^\s*(hur är det (med|för|i|hos)|hur ser det ut (för|i|med)|vad (gäller|blir det) (för|i|om)|(what|how) about)\b",
    re.IGNORECASE,
)
"""A follow-up that only names what else the same question is about."""

ANEW = re.compile(
    r"(hur \w+|vad (är|var|kostar|ska|gör|görs|betyder|ingår|får|betalar|lägger|har|säger|händer)|vilk\w+|vem|varför"
    r"|när|what \w+|how \w+|which|who|why|when)\b",
    re.IGNORECASE,
)
"""A follow-up that asks something of its own after its opening."""

SAME_QUESTION = re.compile(
    r"\W*(hur (stor[at]?|mycket|många|hög[at]?)|vad (är|var|blir|blev|kostar|kostade)|vilk(a|en|et) (har|är|gäller"
    r"|finns)"
    r"|how (much|many|large)|what (is|was|were|are)|which (are|does|has))\b",
    re.IGNORECASE,
)
"""A follow-up that asks for an amount, as the question before it may have done."""

BARE = re.compile(
    r"^\W*(och )?(varför|hur då|på vilket sätt|när|vem|hur kommer det sig|why|how come|in what way|when|who)"
    r"( då)?\W*$",
    re.IGNORECASE,
)
"""A follow-up of a question word alone."""

PRONOUNS = re.compile(
    r"\b(den|det|de|dem|dess|deras|denna|detta|dessa|han|hon|därifrån|därav|it|they|them|its|their|this|these|that"
    r"|those)\b",
    re.IGNORECASE,
)
"""Words that point back."""

SPLIT = re.compile(
    r"\s*,?\s+(?:och|samt|and)\s+(?=(?:(?:under|i|på|till|av|med|för|från|inom|by|in|for|from|to|at) )?(?:vem|vad"
    r"|vilka|vilken|vilket|när|hur|varför|var|who|what|which|when|how|why"
    r"|where)\b)",
    re.IGNORECASE,
)
"""Where one sentence asks two things."""
COUNTS_THEM = re.compile(
    r"^\W*(?:och |and |så )?(?:hur många|how many) (?:är|blir|var|are|is) (?:det|de|dom|dem|they|that|there)"
    r"(?: då| totalt| tillsammans| sammanlagt| alltså| in all| altogether)*\W*$",
    re.IGNORECASE,
)
"""How many there are of those that were asked for."""
