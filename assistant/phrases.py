"""The sentences of extractive answers in Swedish and English, and how numbers are written in them."""

from decimal import Decimal

from assistant.answer import Language
from assistant.calculations import in_unit, round_half_up
from assistant.understanding.lexicon import NUMBERS, NUMBERS_ENGLISH, PLACES, PLACES_ENGLISH
from ingest.model import Basis, Unit

NBSP = "\u00a0"
MINUS = "\u2212"

_SWEDISH: dict[str, str] = {
    "figure": "{label}{of}{when}: {amount}{other}. [{n}]",
    "of": " för {owner}",
    "of_text": " i ”{owner}”",
    "when": " {year}",
    "when_basis": " {year} ({basis})",
    "years": "Andra år: {years}. [{n}]",
    "said": "{bullet}{amount} ({owner}): ”{quote}” [{n}]",
    "said_least": "{bullet}Ett mål, ingen uppgift om hur det är: minst {amount} ({owner}): ”{quote}” [{n}]",
    "said_most": "{bullet}En gräns, ingen uppgift om hur det är: högst {amount} ({owner}): ”{quote}” [{n}]",
    "ambiguous": "Frågan kan avse flera uppgifter:",
    "note": "Observera: {message}",
    "difference": "{label}{of} {verb} med {amount}{percent} från {start} till {end}: {before} → {after}. [{n}]",
    "change": "{label}{of} {verb} med {percent}{amount} från {start} till {end}: {before} → {after}. [{n}]",
    "unchanged": "{label}{of} har oförändrad nivå från {start} till {end}: {before}. [{n}]",
    "rises": "ökar",
    "falls": "minskar",
    "compared": (
        "{first}{first_of}{first_when} är {amount} {verb} än {second}{second_of}{second_when}: {before} mot {after}. "
        "{markers}"
    ),
    "more": "högre",
    "equal": "{first}{first_of}{first_when} och {second}{second_of}{second_when} är lika stora: {before}. {markers}",
    "share": "{percent}: {part}{part_of}{part_when} är {amount} av {whole}{whole_of}, {total}. {markers}",
    "share_of_amount": "{percent}: {part}{part_of}{part_when} är {amount} av {total}. {markers}",
    "ratio": (
        "{times} gånger: {first}{first_of}{first_when} är {before}, {second}{second_of}{second_when} {after}. {markers}"
    ),
    "sum": "{amount}{other} sammanlagt{when}: {parts}. {markers}",
    "left": "{amount} blir kvar: {whole}{of}{when} {total} minus {part} {portion}. {markers}",
    "rest": "{amount}, det som återstår av {whole} när {part} är borträknat: ”{quote}” [{n}]",
    "highest": "Högst: {name}, {label}{when}, {amount}{other}. [{n}]",
    "lowest": "Lägst: {name}, {label}{when}, {amount}{other}. [{n}]",
    "added_up": "{verdict}: {label}{of}{when} är {amount} [{n}], raderna ger {added}{how}: {parts}.",
    "added_up_told": "{verdict}: texten anger {amount} [{n}], raderna ger {added}{how}: {parts}.",
    "added_up_long": "{verdict}: {label}{of}{when} är {amount} [{n}], och raderna ger {added}{how}.\nRaderna: {parts}.",
    "adds_up": "Ja, det stämmer",
    "adds_up_not": "Nej, det stämmer inte",
    "all_add_up": "Ja, alla stämmer: {totals}.",
    "not_all_add_up": "Nej, alla stämmer inte: {totals}.",
    "sum_right": "• Stämmer",
    "sum_wrong": "• Stämmer inte",
    "but_for_rounding": ", så när som på avrundning",
    "with_one_sign": " om de läses med samma tecken",
    "highest_equal": "Lika högst{when}: {names}.",
    "lowest_equal": "Lika lägst{when}: {names}.",
    "those_meant": "Det gäller{when}: {names}.",
    "runners": "Därefter: {names}.",
    "apart": "{verb} med {amount}: {rows}.",
    "placed_falling": "På {place} plats i fallande ordning: {name}, {label}{when}, {amount}{other}. [{n}]",
    "placed_rising": "På {place} plats i stigande ordning: {name}, {label}{when}, {amount}{other}. [{n}]",
    "ahead": "Före: {names}.",
    "definition": "{name} står för {expansion}. [{n}]",
    "even": "{label}{of}{when} är {amount}: intäkter och kostnader går jämnt upp. [{n}]",
    "surplus": "{label}{of}{when} är {amount}, ett överskott. [{n}]",
    "deficit": "{label}{of}{when} är {amount}, ett underskott. [{n}]",
    "yes": "Ja.",
    "no": "Nej.",
    "no_such_name": "Nej, namnet finns inte i planens lista:",
    "no_unit_below": "Ingen enhet har underskott{when}.",
    "no_unit_above": "Ingen enhet har överskott{when}.",
    "other_units": "Övriga enheter: {names}",
    "findings": "Kontrollen av tabellerna i {plan} visar:",
    "kind_cost": "{label}{of} är en kostnad{when}: {amount}. [{n}]",
    "kind_income": "{label}{of} är en intäkt{when}: {amount}. [{n}]",
    "the_plans": "planerna",
    "and_more": "med flera rader",
    "no_plans": "Inga planer är inlästa än, så det finns inget att svara ur.",
    "not_in_plans": "Det framgår inte av {plans}.",
    "other_period": "{plan} har ingen uppgift för {years}. Planen {period}.",
    "no_year": "Planen har ingen uppgift för {years}.",
    "period_of": "gäller {period}",
    "years_known": "Uppgiften finns för {years}.",
    "other_organisation": "{name} finns inte bland planerna här. De gäller {plans}.",
    "undecided": "Planens tabell kan inte knytas säkert till en verksamhet, så jag anger inget belopp.",
    "unit_unknown": "Planen säger inte i vilken enhet beloppet är, så jag anger inget belopp.",
    "out_of_scope": "Jag svarar bara på frågor om vad planerna säger: {plans}.",
    "person": "Planen nämner rollen men inte vem som har den.",
    "nearest": "Närmaste avsnitt: {section} ({plan}).",
}
_ENGLISH: dict[str, str] = {
    "figure": "{label}{of}{when}: {amount}{other}. [{n}]",
    "of": " for {owner}",
    "of_text": " in ”{owner}”",
    "when": " {year}",
    "when_basis": " {year} ({basis})",
    "years": "Other years: {years}. [{n}]",
    "said": "{bullet}{amount} ({owner}): ”{quote}” [{n}]",
    "said_least": "{bullet}A target, not how it stands: at least {amount} ({owner}): ”{quote}” [{n}]",
    "said_most": "{bullet}A limit, not how it stands: at most {amount} ({owner}): ”{quote}” [{n}]",
    "ambiguous": "The question can mean several figures:",
    "note": "Note: {message}",
    "difference": "{label}{of} {verb} by {amount}{percent} from {start} to {end}: {before} → {after}. [{n}]",
    "change": "{label}{of} {verb} by {percent}{amount} from {start} to {end}: {before} → {after}. [{n}]",
    "unchanged": "{label}{of} is unchanged from {start} to {end}: {before}. [{n}]",
    "rises": "increases",
    "falls": "decreases",
    "compared": (
        "{first}{first_of}{first_when} is {amount} {verb} than {second}{second_of}{second_when}: {before} against "
        "{after}. {markers}"
    ),
    "more": "higher",
    "equal": "{first}{first_of}{first_when} and {second}{second_of}{second_when} are equal: {before}. {markers}",
    "share": "{percent}: {part}{part_of}{part_when} is {amount} of {whole}{whole_of}, {total}. {markers}",
    "share_of_amount": "{percent}: {part}{part_of}{part_when} is {amount} of {total}. {markers}",
    "ratio": (
        "{times} times: {first}{first_of}{first_when} is {before}, {second}{second_of}{second_when} {after}. {markers}"
    ),
    "sum": "{amount}{other} in total{when}: {parts}. {markers}",
    "left": "{amount} is left: {whole}{of}{when} {total} minus {part} {portion}. {markers}",
    "rest": "{amount}, what is left of {whole} when {part} is taken away: ”{quote}” [{n}]",
    "highest": "Highest: {name}, {label}{when}, {amount}{other}. [{n}]",
    "lowest": "Lowest: {name}, {label}{when}, {amount}{other}. [{n}]",
    "added_up": "{verdict}: {label}{of}{when} is {amount} [{n}], the rows give {added}{how}: {parts}.",
    "added_up_told": "{verdict}: the text tells {amount} [{n}], the rows give {added}{how}: {parts}.",
    "added_up_long": "{verdict}: {label}{of}{when} is {amount} [{n}], and the rows give {added}{how}.\nRows: {parts}.",
    "adds_up": "Yes, it adds up",
    "adds_up_not": "No, it does not add up",
    "all_add_up": "Yes, all add up: {totals}.",
    "not_all_add_up": "No, not all add up: {totals}.",
    "sum_right": "• Adds up",
    "sum_wrong": "• Does not add up",
    "but_for_rounding": ", but for rounding",
    "with_one_sign": " if they are read with the same sign",
    "highest_equal": "Equally highest{when}: {names}.",
    "lowest_equal": "Equally lowest{when}: {names}.",
    "those_meant": "These do{when}: {names}.",
    "runners": "Next: {names}.",
    "apart": "{verb} by {amount}: {rows}.",
    "placed_falling": "In {place} place, in falling order: {name}, {label}{when}, {amount}{other}. [{n}]",
    "placed_rising": "In {place} place, in rising order: {name}, {label}{when}, {amount}{other}. [{n}]",
    "ahead": "Before it: {names}.",
    "definition": "{name} stands for {expansion}. [{n}]",
    "even": "{label}{of}{when} is {amount}: incomes and costs are even. [{n}]",
    "surplus": "{label}{of}{when} is {amount}, a surplus. [{n}]",
    "deficit": "{label}{of}{when} is {amount}, a deficit. [{n}]",
    "yes": "Yes.",
    "no": "No.",
    "no_such_name": "No, the name is not in the plan's list:",
    "no_unit_below": "No unit has a deficit{when}.",
    "no_unit_above": "No unit has a surplus{when}.",
    "other_units": "Other units: {names}",
    "findings": "The check of the tables in {plan} shows:",
    "kind_cost": "{label}{of} is a cost{when}: {amount}. [{n}]",
    "kind_income": "{label}{of} is an income{when}: {amount}. [{n}]",
    "the_plans": "the plans",
    "and_more": "and more rows",
    "no_plans": "No plans have been read in yet, so there is nothing to answer from.",
    "not_in_plans": "That is not stated in {plans}.",
    "other_period": "{plan} gives no figure for {years}. The plan {period}.",
    "no_year": "The plan gives no figure for {years}.",
    "period_of": "covers {period}",
    "years_known": "It is given for {years}.",
    "other_organisation": "{name} is not among the plans here. They are of {plans}.",
    "undecided": "The plan's table cannot be assigned to a unit with certainty, so I give no amount.",
    "unit_unknown": "The plan does not say in which unit the amount is, so I give none.",
    "out_of_scope": "I only answer questions about what the plans say: {plans}.",
    "person": "The plan names the role but not who holds it.",
    "nearest": "Nearest section: {section} ({plan}).",
}
_TABLES = {Language.SWEDISH: _SWEDISH, Language.ENGLISH: _ENGLISH}

_BASES = {
    Language.SWEDISH: {Basis.OUTCOME: "utfall", Basis.FORECAST: "prognos", Basis.PLAN: "plan"},
    Language.ENGLISH: {Basis.OUTCOME: "outcome", Basis.FORECAST: "forecast", Basis.PLAN: "plan"},
}
_UNITS: dict[Language, dict[Unit, str]] = {
    Language.SWEDISH: {Unit.KR_PER_INHABITANT: "kr/invånare", Unit.COUNT: ""},
    Language.ENGLISH: {
        Unit.KR_PER_INHABITANT: "kr/inhabitant",
        Unit.COUNT: "",
        Unit.FULL_TIME_EQUIVALENT: "full-time equivalents",
    },
}


def phrase(language: Language, key: str, **parts: object) -> str:
    """The sentence of this key with its parts filled in."""
    return _TABLES[language][key].format(**parts)


def basis_word(language: Language, basis: Basis | None) -> str:
    """What a figure stands for, where it is not the budget itself; empty for a budget."""
    return _BASES[language].get(basis, "") if basis else ""


def written(value: Decimal, signed: bool = False) -> str:
    """A number as Swedes write it: no-break spaces, decimal comma, true minus; `signed` sets out a plus too."""
    digits, _, decimals = f"{abs(value):f}".partition(".")
    groups = f"{int(digits):,}".replace(",", NBSP)
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    return f"{sign}{groups}{',' + decimals if decimals else ''}"


def amount(value: Decimal, unit: Unit | None, language: Language, signed: bool = False) -> str:
    """A number with its unit."""
    name = _UNITS[language].get(unit, unit.value) if unit else ""
    return f"{written(value, signed)}{NBSP}{name}" if name else written(value, signed)


def in_millions(value: Decimal, unit: Unit | None) -> str:
    """The amount in millions, or of those in thousands of millions, in parentheses where it is large; else empty."""
    larger = {Unit.KR: Unit.MNKR, Unit.TKR: Unit.MNKR, Unit.MNKR: Unit.MDKR}.get(unit) if unit else None
    exact = in_unit(value, unit, larger) if larger else None
    if larger is None or exact is None or abs(exact) < 1:
        return ""
    return f" ({written(round_half_up(exact, 2))}{NBSP}{larger.value})"


def counted(number: int, language: Language) -> str:
    """A small number in words, capitalised; digits where there is no word."""
    words = NUMBERS if language is Language.SWEDISH else NUMBERS_ENGLISH
    return words[number].capitalize() if number < len(words) else str(number)


def placed(place: int, language: Language) -> str:
    """A place in an order in words, from 1 on."""
    return (PLACES if language is Language.SWEDISH else PLACES_ENGLISH)[place - 1]
