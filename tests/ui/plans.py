"""Two small invented plans and answers over them, with markup in their texts that must never become markup."""

from decimal import Decimal

from assistant.answer import (
    Answer,
    AnswerStatus,
    Calculation,
    CalculationKind,
    Citation,
    CitedFigure,
    Engine,
    Language,
)
from ingest.model import (
    Abbreviation,
    Basis,
    Figure,
    FigureKind,
    Finding,
    Goal,
    GoalLevel,
    Passage,
    Plan,
    PlanStatus,
    Section,
    Severity,
    SourceRef,
    Unit,
    UnitSource,
)
from tests.fakes import FollowedAssistant, ShelvedLibrary

NORRVIK = "norrvik-verksamhetsplan-2025-2027"
SODERBY = "soderby-budget-2026"
ATTACK = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ${window.hacked=1} {{value}} `x`'
BUDGET = ("Ekonomi", "Driftbudget")
ROWS = (
    ("Belopp i tkr", "Utfall 2024", "Budget 2025", "Plan 2026", "Plan 2027"),
    ("Medlemsavgifter", "9\u00a0812", "10\u00a0240", "10\u00a0760", "11\u00a0030"),
    ("Statsbidrag och projektmedel", "4\u00a0105", "3\u00a0900", "3\u00a0900", "3\u00a0900"),
    ("Personalkostnader", "−8\u00a0021", "−8\u00a0374", "−8\u00a0856", "−9\u00a0105"),
    ("Övriga kostnader", "−5\u00a0630", "−5\u00a0566", "−5\u00a0604", "−5\u00a0625"),
    ("Resultat", "266", "200", "200", "200"),
)
TABLE = "\n".join("\t".join(row) for row in ROWS)
FEE_ROW = " ".join(" ".join(ROWS[1]).split())
STAFF_ROW = " ".join(" ".join(ROWS[3]).split())
WHY = (
    "Avgiften räknas upp med 2,5 procent per år för att täcka pris- och löneökningar."
    " Därtill finansierar medlemmarna en ny tjänst inom samhällsplanering från och med 2026."
)
ECONOMY_TEXT = (
    "Förbundet finansieras med avgifter från medlemskommunerna och med bidrag för projekt.\n"
    f"{WHY}\n{TABLE}\n"
    "Beloppen är avrundade till närmaste tusental kronor.\n"
    "- Personalkostnader avser tillsvidareanställda.\n- Projektanställda ingår i övriga kostnader."
)
GOALS_TEXT = (
    "Insatsområdet samlar det som gör det lätt att leva, arbeta och resa i Norrvik.\n"
    "Delmål: Invånarna ska kunna resa kollektivt mellan kommunernas centralorter."
)


def _section(plan: str, path: tuple[str, ...], page: int | None, text: str) -> Section:
    return Section(path, text, SourceRef(plan, page, path))


def _fee(year: int, value: str, basis: Basis) -> Figure:
    source = SourceRef(NORRVIK, 7, BUDGET, table=0, row=1, column=year - 2024)
    row = "\t".join(ROWS[1])
    return Figure(
        "Medlemsavgifter", (), "Norrviks kommunalförbund", Decimal(value), Unit.TKR, UnitSource.PRINTED, year, basis,
        FigureKind.INCOME, value, row, source,
    )  # fmt: skip


def norrvik() -> Plan:
    sections = (
        _section(NORRVIK, ("Om förbundet",), 3, "Norrviks kommunalförbund (NKF) har fem medlemmar.\n- Alvik\n- Björkå"),
        _section(NORRVIK, ("Mål", "Hållbar tillväxt"), 5, GOALS_TEXT),
        _section(NORRVIK, BUDGET, 7, ECONOMY_TEXT),
        _section(NORRVIK, ("Bilaga", ATTACK), 9, f"Bilagan innehåller {ATTACK} och inget mer.\n{ATTACK}\t1\t2"),
    )
    goals = (
        Goal("g1", "Hållbar tillväxt", GoalLevel.AREA, None, SourceRef(NORRVIK, 5, ("Mål", "Hållbar tillväxt"))),
        Goal("g2", "Fler ska kunna resa kollektivt", GoalLevel.OBJECTIVE, "g1", SourceRef(NORRVIK, 5)),
        Goal("g3", "Gemensam tågstrategi", GoalLevel.ACTION, "g2", SourceRef(NORRVIK, 5)),
    )
    figures = (_fee(2025, "10240", Basis.BUDGET), _fee(2026, "10760", Basis.PLAN), _fee(2027, "11030", Basis.PLAN))
    findings = (
        Finding(
            Severity.ERROR,
            "column_sum",
            "Raderna för 2026 summerar till 200 tkr men en rad saknas i tabellen på sidan 7.",
            (SourceRef(NORRVIK, 7, BUDGET),),
        ),
    )
    passages = (Passage("p1", WHY, 2, BUDGET, SourceRef(NORRVIK, 7, BUDGET)),)
    return Plan(
        NORRVIK, "Verksamhetsplan med budget 2025–2027", "Norrviks kommunalförbund", (2025, 2027), PlanStatus.ADOPTED,
        18, sections, (), figures, goals, findings, passages,
        abbreviations=(Abbreviation("NKF", "Norrviks kommunalförbund", SourceRef(NORRVIK, 3, ("Om förbundet",))),),
    )  # fmt: skip


def soderby() -> Plan:
    sections = (_section(SODERBY, ("Nämndens uppdrag",), None, "Nämnden ansvarar för förskola och skola."),)
    return Plan(SODERBY, "Budget 2026", "Söderby kommun", (2026, 2026), None, None, sections, (), (), (), (), ())


FEE = "Hur stor är medlemsavgiften 2026 och varför höjs den?"
COSTS = "Hur mycket ökar personalkostnaderna från 2025 till 2026?"
GOALS = "Vilka mål gäller för kollektivtrafiken?"
WEATHER = "Vad blir det för väder i morgon?"
LIKELY = "Vad kostar det?"
HOSTILE = f"Vad betyder {ATTACK}?"


def _cite(n: int, quote: str, section: tuple[str, ...] = BUDGET, page: int | None = 7) -> Citation:
    return Citation(n, NORRVIK, "Verksamhetsplan med budget 2025–2027", section, page, quote)


def _answer(question: str, status: AnswerStatus, text: str, *citations: Citation, **more: object) -> Answer:
    return Answer(question, status, text, Language.SWEDISH, Engine.EXTRACTIVE, citations, **more)  # type: ignore[arg-type]


def _amount(year: int, value: str, citation: int) -> CitedFigure:
    return CitedFigure("Personalkostnader", None, Decimal(value), Unit.TKR, year, Basis.PLAN, NORRVIK, citation)


def answers() -> dict[str, Answer]:
    fee = _answer(
        FEE,
        AnswerStatus.ANSWERED,
        "Medlemsavgifterna är **10\u00a0760 tkr** år 2026 (10,76 mnkr). [1]\n\nAvgiften räknas upp med 2,5 procent"
        " per år för att täcka pris- och löneökningar. [2]",
        _cite(1, FEE_ROW),
        _cite(2, WHY.split(". ")[0] + "."),
        findings=norrvik().findings,
    )
    costs = _answer(
        COSTS,
        AnswerStatus.ANSWERED,
        "482 tkr mer (+5,8\u00a0%): 8\u00a0374 → 8\u00a0856 tkr [1]",
        _cite(1, STAFF_ROW),
        figures=(_amount(2025, "8374", 1), _amount(2026, "8856", 1)),
        calculation=Calculation(CalculationKind.DIFFERENCE, (0, 1), Decimal(482), Unit.TKR),
    )
    goals = _answer(
        GOALS,
        AnswerStatus.PARTIAL,
        "Hållbar tillväxt [1]\n- Fler ska kunna resa kollektivt\n  - Gemensam tågstrategi\n1. Först\n2. Sedan [9]",
        _cite(
            1,
            "Delmål: Invånarna ska kunna resa kollektivt mellan kommunernas centralorter.",
            ("Mål", "Hållbar tillväxt"),
            5,
        ),
    )
    weather = _answer(
        WEATHER, AnswerStatus.OUT_OF_SCOPE, "Det svarar planerna inte på. Fråga om mål, pengar eller organisation."
    )
    hostile = _answer(
        HOSTILE,
        AnswerStatus.ANSWERED,
        f"I bilagan står {ATTACK} [1]",
        _cite(1, f"{ATTACK} och inget mer.", ("Bilaga", ATTACK), 9),
    )
    return {one.question: one for one in (fee, costs, goals, weather, hostile)}


def page_assistant(*plans: Plan) -> FollowedAssistant:
    return FollowedAssistant(ShelvedLibrary(plans), answers(), {LIKELY: RuntimeError("a secret of the machine")})
