"""Making the lexicon from a dictionary of base forms and the counts of words in running text.

Nothing in it is listed by hand: that a word is no function word shows in its being inflected, that letters are an
ending rather than a last part in their being much commoner at the end of words than alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from index.analysis.lexicon import BEGINNING, FIRST, FIRST_WITH_S, LAST, WORD, Entry

STEPS = 3
"""The dictionary takes one form to another more than once (*samverkansformernas*): followed so far."""
OWN_FORMS = 4
"""Forms that a word must have to be a base form although the dictionary takes it on (*nämnd*, to *nämna*)."""
FAR_COMMONER = 10.0
FUNCTION_WORD = 1e-4
"""A form so common, and so much commoner than what it is taken to, is a word of its own (*ska*, to *skola*)."""
INFLECTED = 0.01
"""Share of a base form's running text that must be in other forms."""
TOO_COMMON = 2.5e-4
"""Share of running text of a word without inflection that no compound is made of."""
MOSTLY_ENDING = 3.5
"""How much commoner an ending is as the end of other words than alone."""
WORDS_BEGUN = 3
"""Words that must begin with some letters for these to be the beginning of compounds."""
NAME = 1e-6
"""Share of running text of a word that counts as known though the dictionary lacks it."""
SHORTEST_PART, SHORTEST_COMPOUND = 3, 6


def entries(dictionary: Mapping[str, str], shares: Mapping[str, float]) -> Iterator[tuple[str, Entry]]:
    """Each form of the dictionary and common word of the counts, and the beginnings of compounds, with its entry."""
    bases = _bases(dictionary, shares)
    total, inflected = _totals(bases, shares)
    begun, ended = _ends_of_words(shares, bases)
    beginnings = {letters for letters, words in begun.items() if words >= WORDS_BEGUN}
    for word, base in bases.items():
        share, roles = shares.get(word, 0.0), WORD | BEGINNING if word in beginnings else WORD
        if share or base == word:
            if base == word and len(word) >= SHORTEST_PART:
                roles |= (FIRST if word in inflected else 0) | (FIRST_WITH_S if total[word] < TOO_COMMON else 0)
            if _is_last(word, base) and (base in inflected or total[base] < TOO_COMMON):
                roles |= LAST if ended.get(word, 0.0) <= MOSTLY_ENDING * share else 0
        yield word, Entry(base, share, total[base], roles)
    for letters in beginnings.difference(bases):
        yield letters, Entry(letters, 0.0, 0.0, BEGINNING)


def _bases(dictionary: Mapping[str, str], shares: Mapping[str, float]) -> dict[str, str]:
    """Every word that is known, with its base form."""
    own_forms = Counter(base for form, base in dictionary.items() if form != base and form.startswith(base))
    left = _left_as_they_are(dictionary, shares, own_forms)
    targets = set(dictionary.values())
    roots = {base: root for base in targets if (root := _root(base, dictionary, shares))}
    steps = {base: dictionary[base] for base in targets if base in dictionary and base not in left}
    ends = {base: roots.get(end, end) for base in targets for end in [_end(base, steps)]}
    bases = {word: roots.get(word, word) if word in left else ends[base] for word, base in dictionary.items()}
    for word in own_forms:
        bases.setdefault(word, roots.get(word, word))
    for word, share in shares.items():
        if share >= NAME and word not in bases and word.isalpha():
            is_genitive = word.endswith("s") and shares.get(word[:-1], 0.0) > share
            bases[word] = word[:-1] if is_genitive else word
    return bases


def _left_as_they_are(
    dictionary: Mapping[str, str], shares: Mapping[str, float], own_forms: Mapping[str, int]
) -> set[str]:
    """The words that the dictionary should not take on."""
    left = {form for form, base in dictionary.items() if form[0] != base[:1] or not base.isalpha()}
    left.update(base for base, forms in own_forms.items() if forms >= OWN_FORMS)
    left.update(
        word
        for word, share in shares.items()
        if share > FUNCTION_WORD and share > FAR_COMMONER * shares.get(dictionary.get(word, word), 0.0)
    )
    return left


def _end(base: str, steps: Mapping[str, str]) -> str:
    """Where the steps after the first lead to."""
    for _ in range(STEPS - 1):
        base = steps.get(base, base)
    return base


def _root(base: str, dictionary: Mapping[str, str], shares: Mapping[str, float]) -> str | None:
    """The noun that a verb in -a stands for in the dictionary, where it is by far the commoner of the two."""
    root = base.removesuffix("a")
    if root == base or dictionary.get(root, root) not in {root, base}:
        return None
    return root if shares.get(root, 0.0) > FAR_COMMONER * shares.get(base, 0.0) else None


def _totals(bases: Mapping[str, str], shares: Mapping[str, float]) -> tuple[dict[str, float], set[str]]:
    """The share of all forms of each base form, and the base forms that are used in several."""
    total = dict.fromkeys(bases.values(), 0.0)
    commonest = dict.fromkeys(total, 0.0)
    for word, share in shares.items():
        if base := bases.get(word):
            total[base] += share
            commonest[base] = max(commonest[base], share)
    return total, {base for base, share in total.items() if share and share - commonest[base] >= INFLECTED * share}


def _is_last(word: str, base: str) -> bool:
    return len(word) >= SHORTEST_PART and base.startswith(word[:2]) and (len(word) > SHORTEST_PART or base == word)


def _ends_of_words(shares: Mapping[str, float], bases: Mapping[str, str]) -> tuple[dict[str, int], dict[str, float]]:
    """How many words begin with some letters before a known word, and the share of what ends in each known word."""
    begun: dict[str, int] = {}
    ended: dict[str, float] = {}
    for word, share in shares.items():
        if len(word) < SHORTEST_COMPOUND or not word.isalpha():
            continue
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            tail = word[cut:]
            if tail in bases:
                ended[tail] = ended.get(tail, 0.0) + share
                begun[word[:cut]] = begun.get(word[:cut], 0) + 1
    return begun, ended
