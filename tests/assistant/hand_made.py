"""Invented plans set down row by row, for the extractive engine's tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.answerer import Draft
from assistant.evidence import retrieve
from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.question import understand
from assistant.verification import verify
from ingest.abbreviations import abbreviations_of
from ingest.model import (
    Basis,
    Figure,
    FigureKind,
    Finding,
    Goal,
    GoalLevel,
    Passage,
    Plan,
    Section,
    Severity,
    SourceRef,
    Table,
    Unit,
    UnitSource,
)
from tests.fakes import WordLibrary

NBSP = "\u00a0"
Rows = Mapping[str, tuple[FigureKind, Sequence[int]]]


@dataclass
class Writer:
    """Writes one plan: sections, tables of figures, amounts in sentences and goals."""

    id: str
    organisation: str
    title: str
    period: tuple[int, int]
    sections: list[Section] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def _place(
        self, path: tuple[str, ...], table: int | None = None, row: int | None = None, column: int | None = None
    ) -> SourceRef:
        return SourceRef(self.id, 1, path, table, row, column)

    def text(self, *path: str, text: str) -> None:
        self.sections.append(Section(path, text, self._place(path)))

    def table(self, *path: str, years: Sequence[int], rows: Rows, owner: str | None, unit: Unit = Unit.TKR) -> None:
        number = len(self.tables)
        lines = ["\t".join(["", *map(str, years)])]
        for at, (label, (kind, values)) in enumerate(rows.items(), start=1):
            lines.append("\t".join([label, *(f"{value:,}".replace(",", " ") for value in values)]))
            for column, (year, value) in enumerate(zip(years, values, strict=True), start=1):
                basis = Basis.BUDGET if year == self.period[0] else Basis.PLAN
                place = self._place(path, table=number, row=at, column=column)
                known = UnitSource.PRINTED
                printed = lines[-1].split("\t")[column]
                self.figures.append(
                    Figure(
                        label, path, owner, Decimal(value), unit, known, year, basis, kind, printed, lines[-1], place
                    )
                )
        cells = tuple(tuple(line.split("\t")) for line in lines)
        self.tables.append(Table(path[-1], owner, cells[0][1:], cells, self._place(path, table=number)))
        self.text(*path, text="\n".join(lines))

    def said(self, *path: str, quote: str, label: str, value: str, unit: Unit, owner: str, kind: FigureKind) -> None:
        """An amount of a sentence that stands in a section written before."""
        place = self._place(path)
        number = Decimal(value)
        self.figures.append(
            Figure(label, path, owner, number, unit, UnitSource.PRINTED, None, None, kind, value, quote, place)
        )

    def goal(self, *path: str, level: GoalLevel, text: str, under: str | None = None) -> str:
        goal = Goal(f"{self.id}:g{len(self.goals)}", text, level, under, self._place(path))
        self.goals.append(goal)
        return goal.id

    def fault(self, message: str, figure: Figure) -> None:
        self.findings.append(Finding(Severity.ERROR, "rows-sum", message, (figure.source,)))

    def plan(self) -> Plan:
        passages = tuple(
            Passage(f"p{at}", section.text, at, section.path, section.source)
            for at, section in enumerate(self.sections)
            if section.text
        )
        return Plan(
            self.id,
            self.title,
            self.organisation,
            self.period,
            None,
            9,
            tuple(self.sections),
            tuple(self.tables),
            tuple(self.figures),
            tuple(self.goals),
            tuple(self.findings),
            passages,
            abbreviations=abbreviations_of(passages),
        )


def kustlinjen() -> Plan:
    """A municipal association with one budget table, goals with effects, lists and sentences."""
    w = Writer("kustlinjen-plan-2025-2027", "Kustlinjens kommunalförbund", "Verksamhetsplan 2025–2027", (2025, 2027))
    w.text(
        "Om förbundet",
        text=(
            "Kustlinjens kommunalförbund bildades 1998 och arbetar för kommunerna Almvik, Bergö, Cedersund och Dalby. "
            "Direktionen leder förbundet och utser en förbundsdirektör som verkställer besluten. "
            "Förbundet ingår i HavsRåd, en sammanslutning av kuststäder. Kustlinjen driver ca 12 nätverk."
        ),
    )
    w.text("Om förbundet", "Värdeord", text="• Mod\n• Omtanke\n• Öppenhet")
    w.text(
        "Ekonomi",
        "Finansiering",
        text=(
            "Kansliet finansieras av en avgift från medlemmarna. "
            "Hamnutvecklingen finansieras genom avtal med Sjöverket och de delregionala utvecklingsmedlen (DRUM). "
            "Kommunerna söker delregionala utvecklingsmedel i mars. "
            "Ökningen av hyran beror på att kontoret har flyttat till större lokaler."
        ),
    )
    cost, income = FigureKind.COST, FigureKind.INCOME
    w.table(
        "Ekonomi",
        "Budget",
        years=(2025, 2026, 2027),
        owner="Kustlinjens kommunalförbund",
        rows={
            "Medlemsavgift": (income, (4100, 4250, 4400)),
            "Övriga intäkter": (income, (400, 410, 420)),
            "Summa intäkter": (FigureKind.SUM, (4500, 4660, 4820)),
            "Personalkostnader": (cost, (-3050, -3140, -3230)),
            "Konsultkostnader": (cost, (-440, -500, -560)),
            "Hyra": (cost, (-1010, -1010, -1010)),
            "Summa kostnader": (FigureKind.SUM, (-4500, -4650, -4800)),
            "Resultat": (FigureKind.RESULT, (0, 10, 20)),
        },
    )
    share = "Av omsättningen är 35 % projektmedel."
    w.text("Ekonomi", "Fördelning", text=share)
    w.said(
        "Ekonomi",
        "Fördelning",
        quote=share,
        label="Av omsättningen är projektmedel",
        value="35",
        unit=Unit.PERCENT,
        owner="Kustlinjens kommunalförbund",
        kind=FigureKind.SHARE,
    )
    place = ("Mål", "Levande hamnar")
    w.text(*place, text="1. Rusta kajerna.\tFler båtar lägger till.\n2. Öppna gästhamnen.\tBesökarna stannar längre.")
    area = w.goal(*place, level=GoalLevel.AREA, text="Sjöfart")
    objective = w.goal(*place, level=GoalLevel.OBJECTIVE, text="Levande hamnar", under=area)
    quays = w.goal(*place, level=GoalLevel.ACTION, text="Rusta kajerna.", under=objective)
    w.goal(*place, level=GoalLevel.EFFECT, text="Fler båtar lägger till.", under=quays)
    guests = w.goal(*place, level=GoalLevel.ACTION, text="Öppna gästhamnen.", under=objective)
    w.goal(*place, level=GoalLevel.EFFECT, text="Besökarna stannar längre.", under=guests)
    return w.plan()


def skogsby() -> Plan:
    """An association with a table of its own and one for each of two units, and a fault in one of them."""
    w = Writer("skogsby-budget-2025", "Skogsby kommunalförbund", "Budget 2025", (2025, 2025))
    cost, income = FigureKind.COST, FigureKind.INCOME
    own = {
        "Medlemsavgifter": (income, (9_000_000, 8_700_000)),
        "Personal": (cost, (5_000_000, 4_800_000)),
        "Tjänster": (cost, (3_000_000, 2_900_000)),
    }
    years = (2025, 2024)
    w.table("Budget", "Samlad verksamhet", years=years, owner=w.organisation, rows=own, unit=Unit.KR)
    lab = {"Medlemsavgifter": (income, (2_000_000, 1_900_000)), "Personal": (cost, (1_500_000, 1_400_000))}
    w.table("Budget", "Tekniklabbet", years=years, owner="Tekniklabbet", rows=lab, unit=Unit.KR)
    w.text(
        "Budget", "Tekniklabbet", text="Avgiften räknas upp med 2 % årligen. Underskottet beror på ökade lönekostnader."
    )
    nature = {"Medlemsavgifter": (income, (1_000_000, 950_000)), "Personal": (cost, (800_000, 780_000))}
    w.table("Budget", "Naturskolan", years=years, owner="Naturskolan", rows=nature, unit=Unit.KR)
    w.fault("Personal för Naturskolan 2025 är tryckt som 800 000, men raderna ger 810 000.", w.figures[-2])
    return w.plan()


def ask(*turns: str, plans: Sequence[Plan] | None = None, plan: str | None = None) -> Draft:
    """The draft for the last turn; it must pass every check."""
    shelf = tuple(plans or (kustlinjen(), skogsby()))
    question = understand(turns, shelf, plan)
    evidence = retrieve(WordLibrary(shelf), question, shelf)
    draft = ExtractiveAnswerer().compose(question, evidence)
    assert not verify(draft, (*turns, question.standalone), evidence.plans), draft.text
    return draft
