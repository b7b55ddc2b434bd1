"""simplemma's dictionary: the base form of nearly a million Swedish word forms."""

from collections.abc import Iterator


def base_forms() -> Iterator[tuple[str, str]]:
    """Each casefolded form with the form that the dictionary takes it to; takes a second."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    for form, base in DefaultDictionaryFactory().get_dictionary("sv").items():
        yield form.casefold(), base.casefold()
