"""The Swedish words that questions are made of, against which misspelt ones are held beside the words of the plans."""

from functools import lru_cache

from assistant.understanding.carrying import NOUNS, OTHERS, VERBS
from assistant.understanding.courtesies import COURTEOUS, INTERROGATIVES, MOVED_VERBS, TELLING
from assistant.understanding.lexicon import KIND_WORDS, MEMBERS, MONEY_HEADS, NUMBERS
from assistant.understanding.small_words import EMPTY, FRAME, NARROWING, TOTAL
from assistant.understanding.words import listed
from index.analysis import is_word
from index.glossary import concepts
from index.mending import KnownWords

ASKING: tuple[str, ...] = listed("""
    andel andelen ansvarar antal anställda avgift avgiften avser bestämmer beslutar beslutas betala betalar betyder
    betydelse betydelsen bidrag bidraget bildades budget budgeten budgetår budgetåret budgeterar deltagande
    differens driver effekt effekten effekter efter enligt finansierar finansieras finansiering förkortning
    förkortningen förändring gemensam genomföra hyra hyran högst ihop inkomster innebär insats insatser insatserna
    intäkter intäkterna invånare investering investeringar jämför jämfört kommun kommuner kommunerna
    kostnad kostnader kostnaden kostnaderna kronor lägst ledamöter medlem medlemmar medlemmarna medlemsavgift
    medlemsavgiften minskar minst nätverk omsättning omsätter organisation personal personalen personalkostnad
    personalkostnader plan procent procentenheter redovisas resultat resultatet sammanlagd skillnad skillnaden
    stiger summa summan syfte syftet syftar tjänst tjänster underskott uppdrag uppdraget uppgift uppgifter uppgår
    utgifter utveckling verksamhet verksamheten verksamhetsplan vilka vilken vilket åtgärder ändras ökar ökning ökningen
    överskott övrig övriga
""")
"""What questions are often about, and the verbs and nouns that show what is asked."""
SHORTEST = 4
"""Letters of the shortest word that is held against a misspelt one."""


@lru_cache(maxsize=1)
def question_words() -> KnownWords:
    """Every word of the tables that is a word of Swedish."""
    tables = (EMPTY, FRAME, NARROWING, TOTAL, COURTEOUS, TELLING, INTERROGATIVES, MOVED_VERBS, VERBS, NOUNS, OTHERS)
    words = {word for table in tables for word in table} | {*ASKING, *MEMBERS, *MONEY_HEADS, *NUMBERS}
    words |= {word for line in KIND_WORDS.values() for word in line.split()}
    words |= {word for concept in concepts() for word in concept.words if word.isalpha()}
    return KnownWords([[word for word in words if len(word) >= SHORTEST and is_word(word)]])
