from evals.reading_words import agreement, plain, squeezed, words


def test_what_only_looks_different_compares_as_the_same() -> None:
    assert plain("  Budget\u00a02025–2027: ") == "budget 2025-2027"
    assert squeezed("för- bundet") == squeezed("Förbundet")


def test_agreement_counts_each_word_as_often_as_it_stands() -> None:
    same = agreement(words("en plan och en budget"), words("en plan plan"))
    assert (same.shared, same.first, same.second) == (2, 5, 3)
    assert (same.recall, same.precision) == (2 / 5, 2 / 3)
    assert same.only_first == (("budget", 1), ("en", 1), ("och", 1))
    assert same.only_second == (("plan", 1),)


def test_agreement_of_nothing_is_null() -> None:
    same = agreement(words(""), words(""))
    assert (same.recall, same.precision) == (None, None)
