"""True drafts over the invented plan, to be let through as they are and refused once changed."""

from decimal import Decimal

from assistant.answer import AnswerStatus, Calculation, CalculationKind
from assistant.answerer import Draft
from assistant.citations import cite, cite_figure, cited_figure
from ingest.model import Unit
from tests.assistant.plans import (
    FEE_REASON,
    FINDING,
    GOAL_TEXT,
    MEMBERS_TEXT,
    a_plan,
    figure,
)

PLAN = a_plan()
FEE = figure("Medlemsavgifter", 2026)
STAFF = figure("Personalkostnader", 2025)


def fee_draft() -> Draft:
    return Draft(
        AnswerStatus.ANSWERED,
        "Medlemsavgifterna i Kustlinjen är 4\u00a0250 tkr år 2026 (4,25 mnkr). [1]",
        (cite_figure(PLAN, FEE, 1),),
        (cited_figure(FEE, 1),),
    )


def years_draft() -> Draft:
    figures = [figure("Hyra", year) for year in (2025, 2026, 2027)]
    return Draft(
        AnswerStatus.ANSWERED,
        "Hyran är 410 tkr 2025, 420 tkr 2026 och 430 tkr 2027. [1]",
        (cite_figure(PLAN, figures[0], 1),),
        tuple(cited_figure(each, 1) for each in figures),
    )


def result_draft() -> Draft:
    result = figure("Resultat", 2025)
    return Draft(
        AnswerStatus.ANSWERED,
        "Kustlinjens resultat 2025 är \u221215 tkr. [1]",
        (cite_figure(PLAN, result, 1),),
        (cited_figure(result, 1),),
    )


def change_draft() -> Draft:
    first, last = figure("Personalkostnader", 2025), figure("Personalkostnader", 2027)
    return Draft(
        AnswerStatus.ANSWERED,
        "Personalkostnaderna ökar med 180 tkr (+8,8 %): 2\u00a0050 tkr 2025 → 2\u00a0230 tkr 2027. [1]",
        (cite_figure(PLAN, first, 1),),
        (cited_figure(first, 1), cited_figure(last, 1)),
        Calculation(CalculationKind.DIFFERENCE, (0, 1), Decimal(180), Unit.TKR),
    )


def share_draft() -> Draft:
    rent, staff = figure("Hyra", 2025), figure("Personalkostnader", 2025)
    return Draft(
        AnswerStatus.ANSWERED,
        "20,0 % av personalkostnaderna: hyran är 410 tkr [1], personalkostnaderna 2\u00a0050 tkr [2] år 2025.",
        (cite_figure(PLAN, rent, 1), cite_figure(PLAN, staff, 2)),
        (cited_figure(rent, 1), cited_figure(staff, 2)),
        Calculation(CalculationKind.SHARE, (0, 1), Decimal("20.0"), Unit.PERCENT),
    )


def prose_draft() -> Draft:
    section = PLAN.sections[0]
    first = MEMBERS_TEXT.split(". ")[0] + "."
    return Draft(
        AnswerStatus.ANSWERED,
        "Kustlinjen bildades 1998 och har 11 medlemskommuner. [1]",
        (cite(PLAN, section.source, first, 1),),
    )


def two_sources_draft() -> Draft:
    return Draft(
        AnswerStatus.ANSWERED,
        "Avgiften räknas upp med 3,5 % varje år. [1]\n\nUtsläppen från resor ska minska med 40 % till 2030. [2]",
        (cite(PLAN, PLAN.sections[2].source, FEE_REASON, 1), cite(PLAN, PLAN.sections[1].source, GOAL_TEXT, 2)),
    )


def list_draft() -> Draft:
    section = PLAN.sections[0]
    return Draft(
        AnswerStatus.ANSWERED,
        "Om Kustlinjen [1]:\n1. bildades 1998\n2. har 11 medlemskommuner\n3. direktionen har 22 ledamöter",
        (cite(PLAN, section.source, MEMBERS_TEXT, 1),),
    )


def finding_draft() -> Draft:
    draft = fee_draft()
    text = draft.text + " Raderna summerar till 1\u00a0640 tkr, inte 1\u00a0650 tkr. [1]"
    return Draft(draft.status, text, draft.citations, draft.figures, None, (FINDING,))


def abstention() -> Draft:
    return Draft(AnswerStatus.OTHER_PERIOD, "Planen gäller 2025–2027 och säger inget om 2019.")


TRUE_DRAFTS = (
    fee_draft,
    years_draft,
    result_draft,
    change_draft,
    share_draft,
    prose_draft,
    two_sources_draft,
    list_draft,
    finding_draft,
    abstention,
)
