"""Jinja's templates of the page; everything that is filled in is escaped, with no exception."""

from functools import cache
from typing import TYPE_CHECKING

from ui.texts import Texts

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("ui.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, texts: Texts, **values: object) -> str:
    """The template `template`.html as HTML; texts of plans and people go in as plain text only."""
    return _environment().get_template(f"{template}.html").render(t=texts, **values)
