"""The sample plans under invented names, in another order and on another scale, and the questions that go with them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.errors import NothingToMeasure
from evals.golden import Case, ExpectedAmount
from evals.rewritten_text import MONEY, Names, renamed, scaled, scaled_prose
from evals.scoring import is_of_plan
from ingest.model import Plan

NAMES: Names = {
    "Administration": "Fjällvakt",
    "Borås": "Vitnäs",
    "Business Region": "Hamnlots Kajen",
    "Dataskyddsombud": "Arkivspår",
    "Fyrbodal": "Almvik",
    "Förbundskansli": "Sjöråd",
    "Gryning": "Dimma",
    "Innovatum": "Glimmer",
    "Medarbetarcentrum": "Torplyktan",
    "Mediapool": "Filmbank",
    "Navet": "Kvarnen",
    "Närvårdskontor": "Fågelkontor",
    "Närvårdssamverkan": "Fågelstråket",
    "Projektarena": "Plankåsa",
    "Regional utveckling": "Vinterparken",
    "Sjuhärad": "Ekhult",
    "Sjuharad": "Ekhult",
    "Södra Älvsborg": "Norra Myrö",
    "Välfärdsutveckling": "Ängslab",
    "Vård- och omsorgscollege": "Myr- och mossakademi",
    "VästKom": "BygdTing",
}
"""Invented names of the plans' organisations and units, each of the gender that their endings in the text ask for."""

FACTOR = 7
"""What every amount of money is multiplied by."""

_SECTION = re.compile(r"^(?=#{2,3} )", re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*\n?)+", re.MULTILINE)
_NUMBER = re.compile(r"(?<![\d?])\d{1,3}(?: ?\?\d{3})+")
"""A number of thousands in an expression: "8 ?374"."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to a plan and its questions: the names exchanged, and what money is multiplied by."""

    names: Names
    factor: int = 1

    def text(self, words: str) -> str:
        """Running text, a heading or a label after the change."""
        return renamed(scaled_prose(words, self.factor), self.names, endings=True)

    def plan_id(self, plan_id: str) -> str:
        """A plan's id after the change."""
        return renamed(plan_id, self.names, endings=True).casefold()


def written(file: Path, plan: Plan, change: Change, folder: Path) -> Path:
    """A Markdown plan written anew into the folder: rescaled, its sections turned round, renamed.

    Raises NothingToMeasure where its tables are not found in the text as they were read.
    """
    text = shuffled(_rescaled(file, plan, change.factor))
    target = folder / f"{change.plan_id(file.stem)}.md"
    target.write_text(renamed(text, change.names, endings=True), "utf-8")
    return target


def _rescaled(file: Path, plan: Plan, factor: int) -> str:
    text = file.read_text("utf-8")
    tables = list(_TABLE.finditer(text))
    if len(tables) != len(plan.tables):
        raise NothingToMeasure(str(file), "Markdown whose tables are read as they stand")
    parts, end = [], 0
    for number, table in enumerate(tables):
        money = {f.as_printed for f in plan.figures if f.source.table == number and f.unit in MONEY}
        rows = [_row(line, money, factor) for line in table[0].splitlines()]
        parts += [scaled_prose(text[end : table.start()], factor), "\n".join(rows) + "\n"]
        end = table.end()
    return "".join([*parts, scaled_prose(text[end:], factor)])


def _row(line: str, money: set[str], factor: int) -> str:
    cells = line.split("|")
    return "|".join(
        cell.replace(cell.strip(" *"), scaled(cell.strip(" *"), factor))
        if cell.strip(" *") in money
        else scaled_prose(cell, factor)
        for cell in cells
    )


def shuffled(text: str) -> str:
    """The text with the sections under each chapter in the opposite order; numbered ones stay where they are."""
    parts = _SECTION.split(text)
    chapters: list[list[str]] = []
    for part in parts:
        if not part.startswith("### ") or not chapters:
            chapters.append([part])
        else:
            chapters[-1].append(part)
    return "".join(part for chapter in chapters for part in _turned(chapter))


def _turned(chapter: Sequence[str]) -> list[str]:
    def stays(part: str) -> bool:
        return not part.startswith("### ") or bool(re.search(r"\d", part.splitlines()[0]))

    loose = [part for part in chapter if not stays(part)]
    return [part if stays(part) else loose.pop() for part in chapter]


def asked_anew(case: Case, plan_ids: Sequence[str], change: Change) -> Case:
    """The case after the change: its question, and what is expected of the answer."""
    plan = next((plan_id for plan_id in plan_ids if case.plan and is_of_plan(plan_id, case.plan)), None)
    return replace(
        case,
        turns=tuple(change.text(turn) for turn in case.turns),
        plan=change.plan_id(plan) if plan else case.plan,
        fig=tuple(_amount(amount, change.factor) for amount in case.fig),
        not_fig=tuple(_amount(amount, change.factor) for amount in case.not_fig),
        all=tuple(_pattern(pattern, change) for pattern in case.all),
        any=tuple(_pattern(pattern, change) for pattern in case.any),
    )


def _amount(amount: ExpectedAmount, factor: int) -> ExpectedAmount:
    if amount.unit not in MONEY:
        return amount
    return replace(amount, value=amount.value * factor, tolerance=amount.tolerance * factor)


def _pattern(pattern: re.Pattern[str], change: Change) -> re.Pattern[str]:
    def number(found: re.Match[str]) -> str:
        return scaled(re.sub(r"\D", "", found[0]), change.factor).replace(" ", " ?")

    return re.compile(renamed(_NUMBER.sub(number, pattern.pattern), change.names, endings=True), re.IGNORECASE)
