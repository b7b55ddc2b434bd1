"""Whose row is meant: the plan's own, or that of a unit that the question names."""

from collections.abc import Iterable, Sequence

from assistant.answer import Language
from assistant.extractive.digest import Digest
from assistant.extractive.figure_search import Fit, are_own
from assistant.extractive.matching import telling
from assistant.extractive.rows import Row, groups_of
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.terms import Term
from assistant.understanding.words import tokens


def of_level(digest: Digest, question: Question, terms: Sequence[Term], found: Sequence[Fit]) -> list[Fit]:
    """The plan's own rows before those of its units; a unit's only where it, or no own row, fits."""
    words = tuple(mark.word for mark in question.marks)
    named = set(digest.known.owners_named(words))
    if not named and question.language is Language.ENGLISH:
        words = tuple(form for term in terms for form, nearness in term.forms if nearness == 1.0)
        named = set(digest.known.owners_named(words))
    found = [fit for fit in found if fit.row.owner in named or not _has_but_a_part(digest, fit.row, terms)]
    if named:
        kept = [fit for fit in found if fit.row.owner in named or _names_itself(digest, fit.row, named)]
        owners = [term for term in terms if term.owner]
        best = max((fit.score for fit in kept), default=0.0) - FIGURE.margin
        only_owner = len(owners) == len(telling(terms))
        own = [fit for fit in kept if _is_of_owner(digest, fit.row, named) and (only_owner or fit.score >= best)]
        kept = own or kept
        return kept or [fit for fit in found if fit.row.whole and are_own(digest, fit.row, owners)]
    whole = [fit for fit in found if fit.row.whole]
    if whole and whole[0].score >= found[0].score - FIGURE.margin:
        return whole
    return list(found)


def _is_of_owner(digest: Digest, row: Row, owners: Iterable[str]) -> bool:
    """Whether the row is all that its table has of the unit: labelled with nothing but its name."""
    words = [set(owner.words) for owner in digest.known.owners if owner.name in owners]
    return not row.prose and bool(row.label) and any(set(row.label) <= own for own in words)


def _names_itself(digest: Digest, row: Row, owners: Iterable[str]) -> bool:
    """Whether the row's own label or group names the unit (a row of one unit in a table of all)."""
    place = " ".join((row.first.label, *row.first.path)).casefold()
    return any(all(word in place for word in owner.words) for owner in digest.known.owners if owner.name in owners)


def _has_but_a_part(digest: Digest, row: Row, terms: Sequence[Term]) -> bool:
    """Whether a name that is asked about is only a part of the name of the row's unit, which is something else."""
    owner = row.owner or digest.plan.organisation
    unit = dict.fromkeys(tokens(owner), 1.0)
    places = row.first.source.section_path if row.whole else ()
    own = dict.fromkeys(tokens(" ".join((row.first.label, row.first.quote, *places, *groups_of(row.first)))), 1.0)
    names = [term for term in terms if term.name and not term.light and (len(unit) > 1 or row.whole)]
    return any(digest.matcher.term(term, unit) and not digest.matcher.term(term, own) for term in names)
