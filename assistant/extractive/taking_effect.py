"""When a proposal takes effect: the one short sentence that dates "the proposal", after what says what is proposed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import telling
from assistant.extractive.quoting import quote
from assistant.extractive.statements import Statement
from assistant.extractive.text_cues import MONTHS
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.understanding.words import PART, tokens

_ASKS = re.compile(
    r"\b(träd(a|er|de) (\w+ ){0,6}i kraft|ikraft\w*|börja(r|de)? (\w+ ){0,6}gälla|ska (\w+ ){1,6}gälla"
    r"|gälla från|enter(s|ed)? into force|takes? effect|(start|begin|proposed|supposed) to apply|apply from)\b",
    re.IGNORECASE,
)
"""A question for when something begins to apply."""
_WORDS = re.compile(
    r"träd\w+|kraft|ikraft\w*|börja\w*|gälla|gäller|föreslå\w*|förslag\w*|datum\w*|tänkt\w*|enter\w*|into|force|takes?"
    r"|effect|start\w*|begin\w*|apply|applies|date|proposed|proposal|supposed|slopa\w*|avskaffa\w*|aboli\w*|sänk\w*|höj\w*"
)
"""Words of such a question that name nothing: what is done, which the sentence dates."""
_DATED = re.compile(
    r"^(?:De nya )?(?:förslag|lagförslag|lagändring|ändring|lag|regl|regel|åtgärd|skattesänkning)\w*\s"
    rf".*\b(?:i kraft|gälla|gäller)\b.*\b(?P<date>\d{{1,2}} (?:{MONTHS}) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A sentence of nothing but what is proposed, without its name, and its date."""
_PROPOSES = re.compile(r"\bförslag\w*|\bföreslå\w*", re.IGNORECASE)
_UP = re.compile(r"\b(höj|ök|införa|införs|increas|rais|introduc)\w*", re.IGNORECASE)
_DOWN = re.compile(r"\b(sänk|minsk|slop|avskaff|cuts?\b|lower|reduc|aboli)\w*|\btas bort\b", re.IGNORECASE)
_SHORT = 14
"""Words of such a sentence at most."""


@dataclass(frozen=True, slots=True)
class _Hit:
    holder: Digest
    dated: Statement
    subject: Statement | None


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote when it takes effect; decline where no one section tells of all that is asked about and dates it once."""
    if not question.asks(Asked.WHEN) or not _ASKS.search(question.standalone) or question.years:
        return None
    asked = [term for term in telling(question.terms) if not _WORDS.fullmatch(term.text)]
    hits = [hit for plan in evidence.plans.values() for hit in _hits(digest(plan), asked)] if asked else []
    if len(hits) != 1 or _is_the_opposite(question, hits[0]):
        return None
    drafting = Drafting(question.language)
    hit = hits[0]
    quote(drafting, hit.holder, [each for each in (hit.subject, hit.dated) if each is not None])
    return drafting.done()


def _hits(holder: Digest, asked: Sequence[Term]) -> list[_Hit]:
    found = []
    sections = {statement.section for statement in holder.statements if _is_dated(statement)}
    for section in sections:
        own = [statement for statement in holder.statements if statement.section == section]
        dated = [statement for statement in own if _is_dated(statement)]
        path = " ".join(holder.plan.sections[section].path)
        around = dict.fromkeys(tokens(" ".join((path, *(statement.text for statement in own)))), 1.0)
        heading = dict.fromkeys(tokens(path), 1.0)
        met = all(holder.matcher.term(term, around) >= PART for term in asked)
        if len(dated) != 1 or not met:
            continue
        subject = _subject(holder, asked, own[: own.index(dated[0])])
        if subject is not None or any(holder.matcher.term(term, heading) >= PART for term in asked):
            found.append(_Hit(holder, dated[0], subject))
    return found


def _is_the_opposite(question: Question, hit: _Hit) -> bool:
    """Whether the question speaks of a rise and the plan of a cut alone, or the other way round."""
    path = " ".join(hit.holder.plan.sections[hit.dated.section].path)
    texts = (question.standalone, f"{path} {hit.subject.text if hit.subject else ''}")
    asked, told = ((bool(_UP.search(text)), bool(_DOWN.search(text))) for text in texts)
    return {asked, told} == {(True, False), (False, True)}


def _is_dated(statement: Statement) -> bool:
    return len(tokens(statement.text)) <= _SHORT and _DATED.search(statement.text.strip()) is not None


def _subject(holder: Digest, asked: Sequence[Term], before: Sequence[Statement]) -> Statement | None:
    """The last of the sentences before that say what is proposed with most of what is asked about, at least half."""
    said = [(each, dict.fromkeys(tokens(each.text), 1.0)) for each in before if _PROPOSES.search(each.text)]
    met = [(sum(holder.matcher.term(term, own) >= PART for term in asked), each) for each, own in said]
    most = max((number for number, _ in met), default=0)
    likely = [each for number, each in met if number == most and 2 * number >= len(asked)]
    return likely[-1] if likely else None
