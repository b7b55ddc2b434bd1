import re

from ingest import errors
from ingest.errors import IngestError, PlansvarError


def every() -> list[type[PlansvarError]]:
    return [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, PlansvarError)]


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = dict(re.findall(r"(\w+)\s{2,}(.+)", errors.__doc__ or ""))
    assert drawn.keys() == {each.__name__ for each in every()}


def test_every_branch_has_its_own_code_and_words() -> None:
    assert len({each.code for each in every()}) == len(every())
    assert all(each.what.endswith(".") and each.remedy.endswith(".") for each in every())


def test_everything_that_reading_raises_is_an_ingest_error() -> None:
    assert all(issubclass(each, IngestError) for each in every() if each is not PlansvarError)


def test_a_message_names_where_what_and_the_remedy() -> None:
    error = errors.DamagedDocument("plan.pdf", "page 3")
    assert str(error) == (
        "plan.pdf: The document is damaged. (page 3) Fetch it again from its source, or save it anew."
    )
