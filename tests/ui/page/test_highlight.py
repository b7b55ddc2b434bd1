import pytest

from ui.page.highlight import find_quote


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Avgiften höjs.", "höjs", "höjs"),
        (
            "Medlemsavgift\t10\u00a0447\t10\u00a0760\n",
            "Medlemsavgift 10 447 10 760",
            "Medlemsavgift\t10\u00a0447\t10\u00a0760",
        ),
        ("en\n  rad\n\n\nen till", "rad en till", "rad\n\n\nen till"),
        ("a  b", "a b", "a  b"),
        ("  först", "först", "först"),
    ],
)
def test_a_quote_is_found_whatever_its_white_space(text: str, quote: str, found: str) -> None:
    span = find_quote(text, quote)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize(("text", "quote"), [("Avgiften höjs.", "sänks"), ("text", ""), ("text", " \n "), ("", "a")])
def test_what_is_not_there_is_not_found(text: str, quote: str) -> None:
    assert find_quote(text, quote) is None
