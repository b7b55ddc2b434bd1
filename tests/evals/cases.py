"""Cases and contract answers for the tests of evals, over an invented organisation."""

import re
from decimal import Decimal
from typing import Any

from evals.golden import Case, ExpectedAmount
from ingest.model import Unit

PLAN = "norrvik-plan-2030"
ROW = "Personal\t-8 374\t-8 622"


def amount(value: str, unit: Unit = Unit.TKR, tolerance: str = "0") -> ExpectedAmount:
    return ExpectedAmount(Decimal(value), unit, Decimal(tolerance))


def case(case_id: str = "c1", **fields: Any) -> Case:
    for name in ("all", "any"):
        fields[name] = tuple(re.compile(pattern, re.IGNORECASE) for pattern in fields.get(name, ()))
    given = {"type": "figure", "turns": ("Vad kostar personalen 2030?",), **fields}
    return Case(case_id, **given)


def figure_case(value: str = "8374", unit: Unit = Unit.TKR, **fields: Any) -> Case:
    return case(**{"fig": (amount(value, unit),), "plan": "norrvik", **fields})


def citation(plan: str = PLAN, section: tuple[str, ...] = ("Budget",), quote: str = ROW) -> dict[str, Any]:
    return {"n": 1, "plan": plan, "plan_title": "Plan", "section": list(section), "page": None, "quote": quote}


def answer(text: str = "Personalen kostar 8\u00a0374 tkr. [1]", **fields: Any) -> dict[str, Any]:
    return {"answer": text, "status": "answered", "abstained": False, "citations": [citation()], **fields}


def abstention(status: str = "not_in_plans") -> dict[str, Any]:
    return {"answer": "Det står inte i planerna.", "status": status, "abstained": True, "citations": []}
