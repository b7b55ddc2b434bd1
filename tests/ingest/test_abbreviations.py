"""The abbreviations that a plan explains are learnt when it is read."""

from pathlib import Path
from time import process_time

import pytest

from ingest.abbreviations import abbreviations_of
from ingest.model import Abbreviation, Passage, SourceRef
from ingest.reading import read_plan
from tests.conftest import SHARED, plan_at

SOURCE = SourceRef("plan", 3, ("Bakgrund",))


def learnt(text: str, heading: str = "Bakgrund") -> list[tuple[str, str]]:
    passage = Passage("p1", text, 0, (heading,), SOURCE)
    return [(found.short, found.long) for found in abbreviations_of([passage])]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("De delregionala utvecklingsmedlen (DRUM) söks varje år.", "DRUM", "delregionala utvecklingsmedlen"),
        ("Medel ur DRUM (delregionala utvecklingsmedel) söks.", "DRUM", "delregionala utvecklingsmedel"),
        ("Vi bygger på data från Nordiska Rådet för Vatten, NRV, och andra.", "NRV", "Nordiska Rådet för Vatten"),
        ("Vi samarbetar med Nordiska Rådet för Vatten, NRV.", "NRV", "Nordiska Rådet för Vatten"),
        ("Enligt HSL, hälso- och sjukvårdslagen, gäller detta.", "HSL", "hälso- och sjukvårdslagen"),
        ("Forskning och utveckling förkortas FoU.", "FoU", "Forskning och utveckling"),
        ("Mer forskning och utveckling, som ofta förkortas FoU, behövs.", "FoU", "forskning och utveckling"),
        ("Forskning och utveckling (förkortat FoU) är viktigt.", "FoU", "Forskning och utveckling"),
        ("Kommunalförbundet Norra Skogen (nedan KNS) bildades i år.", "KNS", "Kommunalförbundet Norra Skogen"),
        ("FoU står för forskning och utveckling.", "FoU", "forskning och utveckling"),
        ("DSO – dataskyddsombud", "DSO", "dataskyddsombud"),
        ("• DSO = dataskyddsombud", "DSO", "dataskyddsombud"),
        ("DSO: dataskyddsombud", "DSO", "dataskyddsombud"),
        ("dataskyddsombud – DSO", "DSO", "dataskyddsombud"),
        ("DSO\tdataskyddsombud\t12", "DSO", "dataskyddsombud"),
        ("Vård av barn (VAB) ökar.", "VAB", "Vård av barn"),
        ("Rådet för medicinsk och social utvärdering (RSU)", "RSU", "Rådet för medicinsk och social utvärdering"),
        ("Rådet för hållbar utveckling Norra Skogen (RHU)", "RHU", "Rådet för hållbar utveckling Norra Skogen"),
        ("det nationella cybersäkerhetscentret (NCSC)", "NCSC", "nationella cybersäkerhetscentret"),
        ("LSS (lagen om stöd och service till vissa)", "LSS", "lagen om stöd och service till vissa"),
    ],
)  # fmt: skip
def test_each_way_of_explaining_is_understood(text: str, short: str, long: str) -> None:
    assert learnt(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Förstudiemedel (VGR)",
        "Karin Demir (KD), Maria Persson (MP) och Sven Dahl (SD) valdes.",
        "Stockholm (SL) växer.",
        "Rådets direktiv (EU) gäller.",
        "KF, KS och nämnderna beslutar.",
        "Ansvarig: KS",
        "INTÄKTER: Intäkter från avgifter",
        "SUMMA KOSTNADER\t1 200\t1 300",
        "Budget (TKR)",
        "Utvecklingen går framåt, UF.",
        "NRV, 123 456, är ett nummer.",
        "Inget förklaras här.",
    ],
)
def test_what_only_looks_like_an_explanation_is_none(text: str) -> None:
    assert learnt(text) == []


def test_a_list_of_abbreviations_needs_no_letters_to_agree() -> None:
    assert learnt("SKL – det gamla förbundet", "Förkortningar") == [("SKL", "det gamla förbundet")]
    assert learnt("SKL – det gamla förbundet", "Historik") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "NVR\nNordiska vattenrådet, som möts varje år.\nSAM\nSamverkan i kust och skärgård.",
            [("NVR", "Nordiska vattenrådet"), ("SAM", "Samverkan i kust och skärgård")],
        ),
        ("KSG\nDet gamla förbundet.", [("KSG", "Det gamla förbundet")]),
        (
            "DFV EU:s vattenregler. VA hushållens vatten (och avlopp). svf stöd vid flytt.",
            [("DFV", "EU:s vattenregler"), ("VA", "hushållens vatten"), ("svf", "stöd vid flytt")],
        ),
        ("Orden förklaras. De är många.", []),
        ("KS kommer i maj. Nämnden ses i juni.", []),
    ],
)
def test_a_list_may_print_its_terms_on_lines_of_their_own_or_run_on(text: str, found: list[tuple[str, str]]) -> None:
    assert learnt(text, "Ord och förkortningar") == found
    assert learnt(text, "Historik") == []


def test_a_term_may_be_the_heading_of_its_explanation() -> None:
    path = ("Ord och förkortningar", "NVR")
    passage = Passage("p1", "Nordiska vattenrådet, ett samarbete om dricksvatten.", 0, path, SOURCE)
    assert [(found.short, found.long) for found in abbreviations_of([passage])] == [("NVR", "Nordiska vattenrådet")]


def test_the_first_explanation_of_a_short_form_counts_and_carries_its_place() -> None:
    text = "Arbetsplatsträff (APT) hålls.\nAPT (arbetsplatsträffar) är viktigt."
    found = abbreviations_of([Passage("p1", text, 0, ("Bakgrund",), SOURCE)])
    assert found == (Abbreviation("APT", "Arbetsplatsträff", SOURCE),)


def test_a_file_that_explains_an_abbreviation_is_read_with_it(tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    file.write_text("# Plan 2025\n\n## Medel\n\nNorra sjöfartsrådet (NSR) ger bidrag.\n", encoding="utf-8")
    found = read_plan(file).abbreviations
    assert [(each.short, each.long, each.source.section_path[-1]) for each in found] == [
        ("NSR", "Norra sjöfartsrådet", "Medel")
    ]


@pytest.mark.parametrize(
    "text", [", " * 600, "\t" * 1200, "a" * 280 + " (AAAAAAAAAA)", "av aaa " * 40 + "(AAAAAAAAAB)"]
)
def test_text_made_to_take_long_is_soon_done(text: str) -> None:
    began = process_time()
    assert learnt(text * 20) == []
    assert process_time() - began < 1


@pytest.mark.shared
def test_the_real_plans_explain_theirs_and_nothing_else() -> None:
    paths = sorted((SHARED / "plans").glob("*.pdf"))
    found = {each.short: each.long for path in paths for each in plan_at(path).abbreviations}
    assert found == {
        "BHU": "Beredningen för hållbar utveckling Västra Götaland",
        "DRUM": "delregionala utvecklingsmedlen",
        "VEGO": "Västsvenska etableringar för grön omställning",
        "VFU": "verksamhetsförlagd utbildning",
    }
