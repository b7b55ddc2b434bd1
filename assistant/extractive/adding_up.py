"""Whether rows add up to the total that is printed: both amounts, with every row that was added."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.calculations import in_unit
from assistant.citations import spoken_value
from assistant.evidence import Evidence
from assistant.extractive.additions import FAULTS, Addition, Part
from assistant.extractive.compared_terms import GENERIC, concept_of
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting, label_of
from assistant.extractive.entries import is_of_the_whole, units_named
from assistant.extractive.joining import joined
from assistant.phrases import phrase
from assistant.question import Question
from assistant.thresholds import FIGURE, ROW_WEIGHTS
from assistant.understanding.cues import Asked
from assistant.understanding.terms import Term
from assistant.written_numbers import Form, written_numbers

_ABOUT = re.compile(
    r"\bsumm(a|o|e)\w*|\btotal\w*|\b\w*rad(en|er|erna)?\b|\bihop\b|\btillsammans\b|räkna\w* (efter|om|fel)"
    r"|\badd\w*|\bsum(s|med)?\b|\brows?\b|\btotals?\b|tecken|\bdelar(na)?\b|\b\w*post(er|erna)?\b|lika (mycket|stor)"
    r"|räkna\w*|hopräkna\w*|diff\w*|\bplus\b|\bblir\b",
    re.IGNORECASE,
)
"""Words that show that it is adding up that is asked about."""
_WORDS = re.compile(
    r"\w*delpost(er|erna)?|angiv\w*|uppgiv\w*|stated|given|verklig\w*|totalt|add|adds|up|sums?|rad(en|er|erna)?|del(en"
    r"|ar|arna)?|tecken|tecknen|signs?|rows?|parts?|totals?|summor(na)?|addition\w*|adderad\w*"
    r"|delsumm\w*|räkning\w*|rätt|right|correct\w*|efterräkn\w*|kolla\w*|check|double|kontroll\w*|åt|printed|equal\w*"
    r"|verksamhet(en|er|erna|ernas|ers)?|enhet(en|er|erna|ernas|ers)?|avdelning\w*|units?|jag|we|förbunds?|tabell\w*"
    r"|räkna\w*|plussa\w*|lägg(er|a|s)?|får|match\w*|överens|diff(ar|en)?|differens(en)?|skillnad(en)?|glapp(et)?"
    r"|avvik\w*|korrekt\w*|riktig\w*|lita|miss(ar|at)?|fel\w*|hopräkn\w*|ihopräkn\w*|summera\w*|stämm\w*|står|jämnt"
    r"|jämn|lika|precis|exakt|båda|enskilda|vardera"
)
"""Words of such a question that name no row."""
_SIGNS = re.compile(r"\b(tecken|tecknen|signs?)\b", re.IGNORECASE)
_UNITS = re.compile(
    r"\b(verksamhet(erna|ernas|er|ers)|enhet(erna|ernas|er|ers)|delar(na|nas)?|avdelning(arna|arnas|ar)"
    r"|nämnder(na|nas)?|units|departments|parts)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\s*\b(19|20)\d\d([-–/](19|20)?\d\d)?\b(?=[^()]*\))")
"""Years of the heading in parentheses, which are not the amount's."""
_EVERY = re.compile(r"\b(alla|samtliga|varje|all|every)\b", re.IGNORECASE)
_OWN = 0.7
"""What a word that only a part meets is worth beside one that the total does."""
_TOLD = 2
_SHOWN = 14
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Fit:
    digest: Digest
    addition: Addition
    score: float


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Tell whether the total asked about is what its rows give, faults first; decline where no one total is meant."""
    if not question.asks(Asked.AUDIT) or question.asks(Asked.OUT_OF_SCOPE, Asked.WHY):
        return None
    if not _ABOUT.search(question.standalone):
        return None
    found = [fit for plan in evidence.plans.values() for fit in _fits(question, digest(plan))]
    best = max((fit.score for fit in found), default=0.0)
    meant = [fit for fit in found if fit.score >= best - FIGURE.margin]
    meant = meant if len(meant) < 2 else [fit for fit in meant if not _tells_otherwise(question, fit.addition)]
    if not 0 < len(meant) <= _TOLD:
        return None
    if len(meant) == 1:
        return _told(question, meant[0], _verdict(question, meant[0].addition))
    meant.sort(key=lambda fit: _adds_up(question, fit.addition))
    each = (_told(question, fit, "sum_right" if _adds_up(question, fit.addition) else "sum_wrong") for fit in meant)
    return joined([_all_told(question, meant), *each])


def _all_told(question: Question, meant: Sequence[_Fit]) -> Draft:
    """Whether all of several totals add up, each with its amount."""
    drafting = Drafting(question.language)
    totals = []
    for fit in meant:
        row, figure = fit.addition.total.row, fit.addition.total.figure
        n = drafting.bind(row.plan, figure, noted=False)
        label = _YEARS.sub("", label_of(fit.digest, row))
        totals.append(f"{label}{drafting.of(row)}{drafting.when(figure)} {drafting.amount(figure)} [{n}]")
    right = all(_adds_up(question, fit.addition) for fit in meant)
    drafting.say("all_add_up" if right else "not_all_add_up", totals="; ".join(totals))
    return drafting.done()


def _fits(question: Question, holder: Digest) -> list[_Fit]:
    """The totals of the year and level asked for that every word of the concept fits."""
    terms = [term for term in concept_of(holder, question) if not _WORDS.fullmatch(term.text)]
    units = units_named(holder, question)
    asked = question.years.of(holder.plan.period)
    years = asked[:1] or ((holder.first_year,) if holder.first_year else ())
    across = bool(_UNITS.search(question.standalone)) and (not units or bool(_EVERY.search(question.standalone)))
    across = across and any(addition.across for addition in holder.additions)
    found = []
    for addition in holder.additions:
        total = addition.total
        if years and not {total.figure.year, addition.parts[0].figure.year} <= {None, *years}:
            continue
        if addition.across is not across or not _is_at_level(holder, addition, () if across else units):
            continue
        alone = units or (question.names_plan and not holder.plan.findings)
        score = _score(holder, addition, terms) if terms else FIGURE.row if alone else 0.0
        if score and len(addition.parts) <= _MOST:
            found.append(_Fit(holder, addition, score + _extra(holder, addition, question)))
    return found


def _is_at_level(holder: Digest, addition: Addition, units: Sequence[str]) -> bool:
    row = addition.total.row
    return row.owner in units if units else is_of_the_whole(holder, row)


def _score(holder: Digest, addition: Addition, terms: Sequence[Term]) -> float:
    """How well the words fit the total, its parts or where it stands; 0 where one fits none of them.

    One part alone does not name what it is a part of.
    """
    met, named = [], set()
    at_total = False
    for term in terms:
        own = holder.matcher.term(term, addition.total.row.words)
        parts = {id(part): holder.matcher.term(term, part.row.words) for part in addition.parts}
        best = max(parts.values())
        around = holder.matcher.term(term, addition.total.row.around)
        at_total |= own >= FIGURE.word
        named |= {key for key, worth in parts.items() if worth == best >= FIGURE.word}
        met.append(max(own, best * _OWN) if max(own, best) >= FIGURE.word else around)
    if not all(worth >= FIGURE.word * _OWN for worth in met) or not (at_total or len(named) > 1):
        return 0.0
    return sum(met) / len(met)


def _extra(holder: Digest, addition: Addition, question: Question) -> float:
    """What the words of the frame add where they fit the total."""
    light = [term for term in question.terms if (term.light and not term.cue) or term.text in GENERIC]
    met = [holder.matcher.term(term, addition.total.row.words) for term in light]
    return ROW_WEIGHTS.light * sum(met) / len(met) if met else 0.0


def _told(question: Question, fit: _Fit, verdict: str) -> Draft:
    drafting = Drafting(question.language)
    addition, total = fit.addition, fit.addition.total
    n = drafting.bind(total.row.plan, total.figure)
    own_findings = list(drafting.findings)
    is_short = len(addition.parts) <= _SHOWN or bool(addition.gap)
    parts = "; ".join(_part(drafting, addition, part, named=is_short) for part in addition.parts)
    alike = any(spoken_value(part.figure) == addition.added for part in addition.parts)
    drafting.findings = [finding for finding in own_findings if not alike or finding.rule not in FAULTS]
    operands = tuple(range(1, len(drafting.figures)))
    unit = total.figure.unit
    drafting.calculation = Calculation(CalculationKind.SUM, operands, addition.added, unit)
    key = "added_up_told" if total.row.prose else "added_up"
    drafting.say(
        key if is_short else "added_up_long",
        verdict=phrase(question.language, verdict),
        label=_YEARS.sub("", label_of(fit.digest, total.row)),
        of=drafting.of(total.row),
        when=drafting.when(total.figure),
        amount=drafting.amount(total.figure),
        added=drafting.number(addition.added, unit),
        how=phrase(question.language, how) if (how := _how(addition)) else "",
        n=n,
        parts=parts,
    )
    return drafting.done()


def _part(drafting: Drafting, addition: Addition, part: Part, *, named: bool) -> str:
    """One amount that was added, with its row's or unit's name where there is room for names."""
    marker = drafting.bind(part.row.plan, part.figure)
    name = part.row.owner if addition.across and part.row.owner else part.row.first.label
    return f"{name if named else ''} {drafting.amount(part.figure)} [{marker}]".strip()


def _verdict(question: Question, addition: Addition) -> str:
    return "adds_up" if _adds_up(question, addition) else "adds_up_not"


def _adds_up(question: Question, addition: Addition) -> bool:
    """Whether the total is what its rows give, with the signs as printed where they are asked about, and as is told."""
    as_printed = addition.agrees_as_printed or not _SIGNS.search(question.standalone)
    return addition.agrees and as_printed and not _tells_otherwise(question, addition)


def _how(addition: Addition) -> str:
    """What must be said of how the rows give the total."""
    if not addition.agrees:
        return ""
    if not addition.agrees_as_printed:
        return "with_one_sign"
    return "but_for_rounding" if addition.gap else ""


def _tells_otherwise(question: Question, addition: Addition) -> bool:
    """Whether the question itself names an amount that is neither the printed nor the added one."""
    figure = addition.total.figure
    for number in written_numbers(question.standalone):
        if number.form is not Form.AMOUNT or number.unit is None:
            continue
        told = in_unit(number.value, number.unit, figure.unit)
        if told is not None and abs(told) not in {abs(figure.value), abs(addition.added)}:
            return True
    return False
