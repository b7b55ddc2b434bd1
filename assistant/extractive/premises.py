"""A why-question that takes a change for granted which goes the other way: corrected with the plan's amounts."""

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import changes
from assistant.extractive.digest import digest
from assistant.extractive.figure_search import fits
from assistant.extractive.rows import Row
from assistant.question import Question
from assistant.thresholds import FIGURE
from assistant.understanding.cues import Asked


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Correct the premise with the amounts; decline where there is none or it holds."""
    if not question.asks(Asked.WHY) or not question.asks(Asked.CHANGE):
        return None
    found = [change for plan in evidence.plans.values() if (change := changes.change_in(question, evidence, plan.id))]
    best = max((change[0].score for change in found), default=0.0)
    found = [change for change in found if change[0].score >= best - FIGURE.clear]
    rows = [change[0].row for change in found]
    if len(found) == 1 and changes.contradicts(question, found[0]) and not _another_fits(question, evidence, rows[0]):
        return changes.told(question, found[0])
    return None


def _another_fits(question: Question, evidence: Evidence, row: Row) -> bool:
    """Whether a row of another plan fits the question better, though its change cannot be told."""
    fit = [(each.score, each.row) for plan in evidence.plans.values() for each in fits(digest(plan), question.terms)]
    own = max((score for score, held in fit if held is row), default=0.0)
    return any(score > own + FIGURE.clear and held.plan is not row.plan for score, held in fit)
