"""What the levels of goals are called in answers, one or several, in either language."""

from assistant.answer import Language
from ingest.model import GoalLevel

_LEVELS: dict[Language, dict[GoalLevel, tuple[str, str]]] = {
    Language.SWEDISH: {
        GoalLevel.AREA: ("Insatsområde", "Insatsområden"),
        GoalLevel.GOAL: ("Mål", "Mål"),
        GoalLevel.OBJECTIVE: ("Delmål", "Delmål"),
        GoalLevel.ACTION: ("Prioriterad insats", "Prioriterade insatser"),
        GoalLevel.EFFECT: ("Förväntad effekt", "Förväntade effekter"),
        GoalLevel.PRIORITY: ("Prioritering", "Prioriteringar"),
        GoalLevel.ASSIGNMENT: ("Uppdrag", "Uppdrag"),
    },
    Language.ENGLISH: {
        GoalLevel.AREA: ("Focus area", "Focus areas"),
        GoalLevel.GOAL: ("Goal", "Goals"),
        GoalLevel.OBJECTIVE: ("Objective", "Objectives"),
        GoalLevel.ACTION: ("Prioritised action", "Prioritised actions"),
        GoalLevel.EFFECT: ("Expected effect", "Expected effects"),
        GoalLevel.PRIORITY: ("Priority", "Priorities"),
        GoalLevel.ASSIGNMENT: ("Assignment", "Assignments"),
    },
}


def level_name(language: Language, level: GoalLevel, several: bool) -> str:
    """The name of a goal level, one or several."""
    return _LEVELS[language][level][several]
