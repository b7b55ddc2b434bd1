"""A small plan with one answerable question, for tests that ask."""

from assistant.answer import Answer, AnswerStatus, Citation, Engine, Language
from index.editions import Kind
from index.hits import Hit
from ingest.model import Passage, Plan, Section, SourceRef
from tests.evals.cases import PLAN, ROW
from tests.fakes import ScriptedAssistant, ScriptedLibrary

QUESTION = "Vad kostar personal 2030?"
GOLDEN = f"""
- {{id: f1, type: figure, q: "{QUESTION}", fig: [{{v: 8374, u: tkr}}], plan: norrvik}}
- {{id: n1, type: abstain, q: "Vad blir det för väder?", abstain: true}}
- {{id: u1, type: followup, turns: ["{QUESTION}", "Och hyran?"], fig: [{{v: 120, u: tkr}}], plan: norrvik}}
- {{id: g1, type: goal, q: "Vad är målet?", all: ["trygghet"], plan: soderby}}
"""


def small_plan() -> Plan:
    text, source = f"Driftbudget, tkr\n{ROW}", SourceRef(PLAN, section_path=("Budget",))
    passage = Passage("p1", text, 0, ("Budget",), source)
    sections = (Section(("Budget",), text, source), Section(("Mål",), "Ett mål.", SourceRef(PLAN)))
    return Plan(PLAN, "Plan 2030", "Norrvik", (2030, 2032), None, None, sections, (), (), (), (), (passage,))


def small_hit(lexical: float | None = 1.0, similarity: float | None = 0.5) -> Hit:
    passage = small_plan().passages[0]
    return Hit(
        Kind.PASSAGE, passage.id, PLAN, passage.section_path, None, passage.text, passage, 0.03, similarity, lexical
    )


def small_assistant(text: str = "8\u00a0374 tkr år 2030. [1]") -> ScriptedAssistant:
    cited = Citation(1, PLAN, "Plan 2030", ("Budget",), None, ROW)
    given = Answer(QUESTION, AnswerStatus.ANSWERED, text, Language.SWEDISH, Engine.EXTRACTIVE, (cited,))
    return ScriptedAssistant(ScriptedLibrary([small_plan()], [small_hit()]), {QUESTION: given})
