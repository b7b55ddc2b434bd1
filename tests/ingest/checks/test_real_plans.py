"""What was found by hand in the two real plans, with a calculator beside the printed pages, and nothing else."""

from pathlib import Path

import pytest

from tests.conftest import SHARED, plan_at

pytestmark = pytest.mark.shared
FOUND: dict[str, list[tuple[str, str, tuple[int, ...]]]] = {
    "fyrbodal-verksamhetsplan-2025-2027": [
        ("missing-sign", "2025 stämmer bara om Hyra läses", (18,)),
        ("missing-sign", "2026 stämmer bara om Hyra läses", (18,)),
        ("missing-sign", "2027 stämmer bara om Hyra läses", (18,)),
        ("per-inhabitant", "7 961 tkr ger omkring 215\u00a0162 invånare, men planen anger 272 000", (7, 18)),
        ("goal-budget", "2025: Resultat för Fyrbodals kommunalförbund 2025 är 0", (17, 18)),
    ],
    "sjuharad-budget-verksamhetsplan-2024": [
        ("rows-sum", "2024 är tryckt som 3 936 935, men raderna ger 3\u00a0936\u00a0835 (skillnad 100)", (15,)),
        ("rows-sum", "2023 är tryckt som 2 576 537, men raderna ger 2\u00a0579\u00a0537", (15,)),
        ("sums-result", "RESULTAT för Dataskyddsombud 2023 är tryckt som 0, men summorna ger \u22123\u00a0000", (15,)),
        ("parts-whole", "136 375 929 för helheten, men delarna ger 136\u00a0372\u00a0929", (12, 13, 14, 15, 16, 17)),
        ("parts-whole", "47 737 025 för helheten, men delarna ger 47\u00a0473\u00a0925", (12, 13, 14, 15, 16, 17)),
        ("parts-whole", "12 150 572 för helheten, men delarna ger 12\u00a0223\u00a0572", (12, 13, 14, 15, 16, 17)),
        ("parts-whole", "72 089 956 för helheten, men delarna ger 72\u00a0279\u00a0956", (12, 13, 14, 15, 16, 17)),
        ("text-change", "går från 2 579 537 (2023) till 2 647 639 (2024): en ändring med 2,64 %", (15,)),
        ("text-change", "går från 8 578 537 (2023) till 8 840 971 (2024): en ändring med 3,06 %", (17,)),
        ("text-direction", "går från 1 435 624 (2023) till 1 216 100 (2024)", (16,)),
        ("per-inhabitant", "ger omkring 458\u00a0876", (15, 17)),
    ],
}
"""Rule, a part of the message and the pages of each, in the order of the checks."""


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("text", [False, True], ids=["pdf", "txt"])
def test_every_inconsistency_found_by_hand_is_found_and_nothing_else(name: str, text: bool) -> None:
    path = SHARED / "plans" / "text" / f"{name}.txt" if text else SHARED / "plans" / f"{name}.pdf"
    found = plan_at(path).findings
    assert [finding.rule for finding in found] == [rule for rule, _, _ in FOUND[name]]
    for finding, (_, part, pages) in zip(found, FOUND[name], strict=True):
        assert part in finding.message
        printed = tuple(sorted({source.page for source in finding.sources if source.page is not None}))
        assert printed == (() if text else pages)


OTHERS = sorted([*(SHARED / "plans" / "more").glob("*.*"), *(SHARED / "tables-pdf").glob("*.pdf")])


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem[:40])
def test_documents_that_add_up_give_nothing(path: Path) -> None:
    assert [finding.message for finding in plan_at(path).findings] == []
