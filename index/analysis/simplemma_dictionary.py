"""simplemma's dictionary: the base form of nearly a million Swedish word forms."""

from collections.abc import Mapping


def base_forms() -> Mapping[str, str]:
    """Each casefolded form with the form that the dictionary takes it to; takes some seconds."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    dictionary = DefaultDictionaryFactory().get_dictionary("sv")
    return {form.casefold(): base.casefold() for form, base in dictionary.items()}
