"""The short forms that plans explain, and what each stands for, where a question has either."""

from collections.abc import Sequence

from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.words import INFLECTED, likeness, tokens


def explained(words: Sequence[str], plans: Sequence[KnownPlan]) -> list[set[str]]:
    """For each casefolded word what a plan's abbreviation stands for, or the abbreviation where its words stand.

    An expression of several words has them joined by "_". Its last word alone is enough where the plan never has it
    but after the one before it.
    """
    found: list[set[str]] = [set() for _ in words]
    for short, long in {pair for plan in plans for pair in plan.abbreviations.items()}:
        for place, word in enumerate(words):
            if word == short:
                found[place].add("_".join(long))
            elif len(long) > 1 and _are_forms(words[place : place + len(long)], long):
                for inside in range(place, place + len(long)):
                    found[inside].add(short)
            elif len(long) > 1 and any(_is_always_whole(plan, long, word) for plan in plans):
                found[place].add(short)
    return found


def _is_always_whole(plan: KnownPlan, long: Sequence[str], word: str) -> bool:
    """Whether the word is the last of what an abbreviation of the plan stands for, which it says nowhere else."""
    if tuple(long) not in plan.abbreviations.values() or likeness(word, long[-1]) < INFLECTED:
        return False
    words = tokens(plan.text)
    forms = {each for each in plan.words if likeness(each, long[-1]) >= INFLECTED}
    before = {words[place - 1] for place, each in enumerate(words) if place and each in forms}
    return bool(before) and all(likeness(each, long[-2]) >= INFLECTED for each in before)


def _are_forms(words: Sequence[str], others: Sequence[str]) -> bool:
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(likeness(word, other) >= INFLECTED for word, other in pairs)
