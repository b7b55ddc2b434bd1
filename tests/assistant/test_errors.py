import inspect

from assistant import errors
from assistant.errors import AssistantError, ChatUnavailable
from ingest.errors import PlansvarError


def classes() -> list[type[AssistantError]]:
    found = (each for _, each in inspect.getmembers(errors, inspect.isclass))
    return [each for each in found if issubclass(each, AssistantError)]


def test_the_tree_in_the_docstring_names_every_error() -> None:
    for each in classes():
        assert each.__name__ in (errors.__doc__ or "")


def test_every_error_has_words_and_a_code_of_its_own() -> None:
    codes = [each.code for each in classes()]
    assert len(set(codes)) == len(codes)
    for each in classes():
        assert issubclass(each, PlansvarError)
        assert each.what
        assert each.remedy


def test_an_error_says_where_what_and_what_to_do() -> None:
    text = str(ChatUnavailable("localhost:11434", "ConnectError"))
    assert text.startswith("localhost:11434: The chat model did not answer. (ConnectError) ")
    assert text.endswith(ChatUnavailable.remedy)
