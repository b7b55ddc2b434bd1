"""What is worked out from a plan once and kept ready, for as many plans as answering has in hand."""

from collections.abc import Callable
from typing import Generic, TypeVar

from ingest.model import Plan

Made = TypeVar("Made")

KEPT = 64
"""Plans that are kept ready; the longest kept goes first."""


class PlanCache(Generic[Made]):
    """Something made of each plan, and made anew when the plan is another edition."""

    def __init__(self, make: Callable[[Plan], Made]) -> None:
        self._make = make
        self._held: dict[str, tuple[Plan, Made]] = {}

    def of(self, plan: Plan) -> Made:
        """What is made of this edition of the plan."""
        held = self._held.get(plan.id)
        if held is None or held[0] is not plan:
            held = self._held[plan.id] = (plan, self._make(plan))
            for plan_id in list(self._held)[:-KEPT]:
                self._held.pop(plan_id, None)
        return held[1]
