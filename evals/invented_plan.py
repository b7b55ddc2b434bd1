"""A long plan of invented chapters, each a page with prose, a list and a budget that adds up: something to time."""

from pathlib import Path

from evals.errors import BenchExtraMissing

TITLE = "Verksamhetsplan och budget 2026–2028 för Alla Påhittade Enheter"
UNITS = ("Parkenheten", "Simhallen", "Biblioteket", "Kulturskolan", "Fritidsgården", "Kostenheten", "Väghållningen")
TASKS = ("öka tillgängligheten", "korta köerna", "minska svinnet", "spara energi", "nå fler besökare")
YEARS = (2026, 2027, 2028)
INCOME = ("Anslag", "Avgifter", "Bidrag")
COSTS = ("Personal", "Lokaler", "Material", "Tjänster", "Avskrivningar")


def write_plan(target: Path, pages: int) -> None:
    """Write a PDF of `pages` pages; raises BenchExtraMissing without fpdf2."""
    try:
        from ingest.samples.fpdf2_pages import PlanPages
        from ingest.samples.markdown_it_blocks import read_blocks
    except ImportError as error:
        raise BenchExtraMissing("fpdf2", str(error)) from error
    document = PlanPages(TITLE)
    for number in range(1, pages + 1):
        document.add_page()
        document.draw(read_blocks(chapter(number)))
    document.output(str(target))


def chapter(number: int) -> str:
    """One page of Markdown; equal numbers give equal pages."""
    unit, task = UNITS[number % len(UNITS)], TASKS[number % len(TASKS)]
    fee = 120 + number % 40
    prose = (
        f"{unit} {number} ska under perioden {task}. Enheten har {3 + number % 9} medarbetare och tar emot omkring "
        f"{1000 + 37 * number} besök om året. Avgiften är {fee} kronor per invånare och räknas upp varje år."
    )
    items = "\n".join(f"- {unit} ska {each} senast {YEARS[i % 3]}." for i, each in enumerate(TASKS))
    table = "\n".join(_budget(number))
    return f"## {number}. {unit}\n\n{prose}\n\n{prose}\n\n### Uppdrag\n\n{items}\n\n### Budget\n\n{table}\n"


def _budget(number: int) -> list[str]:
    income = [[1000 + 91 * number + 350 * row + 25 * year for year in range(3)] for row in range(len(INCOME))]
    costs = [[(400 + 50 * number + 130 * row + 15 * year) for year in range(3)] for row in range(len(COSTS))]
    gained, spent = ([sum(column) for column in zip(*rows, strict=True)] for rows in (income, costs))
    result = [one - other for one, other in zip(gained, spent, strict=True)]
    lines = ["| Belopp i tkr | " + " | ".join(map(str, YEARS)) + " |", "|---|---:|---:|---:|"]
    lines += map(_row, INCOME, income)
    lines.append(_row("Summa intäkter", gained))
    lines += map(_row, COSTS, costs)
    return [*lines, _row("Summa kostnader", spent), _row("Resultat", result)]


def _row(label: str, amounts: list[int]) -> str:
    printed = (f"{amount:,}".replace(",", " ").replace("-", "\u2212") for amount in amounts)
    return f"| {label} | {' | '.join(printed)} |"
