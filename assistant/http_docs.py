"""A page of the API's addresses, made from its OpenAPI description: no script, nothing from outside."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}: API</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }}
h2 {{ font-size: 1.1rem; margin: 2rem 0 .25rem }}
code, pre {{ font-family: ui-monospace, monospace; background: #f2f2f2; border-radius: .25rem; padding: .1rem .3rem }}
table {{ border-collapse: collapse; width: 100%; margin: .5rem 0 }}
th, td {{ text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: .25rem .5rem }}
</style>
</head>
<body>
<main>
<h1>{title} {version}: API</h1>
<p>{description}</p>
<p>Machine-readable: <a href="openapi.json">openapi.json</a></p>
{operations}
<h1>Objects</h1>
{objects}
</main>
</body>
</html>
"""


def docs_page(description: Mapping[str, Any]) -> str:
    """The page as HTML; `description` is what `FastAPI.openapi` gives."""
    info = description["info"]
    return _PAGE.format(
        title=escape(info["title"]),
        version=escape(info["version"]),
        description=escape(info.get("description", "")),
        operations="\n".join(_operations(description)),
        objects="\n".join(_objects(description)),
    )


def _operations(description: Mapping[str, Any]) -> Iterator[str]:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            yield f"<section><h2><code>{escape(method.upper())} {escape(path)}</code></h2>"
            yield f"<p>{escape(operation.get('description') or operation.get('summary', ''))}</p>"
            body = operation.get("requestBody", {}).get("content", {})
            for media, content in body.items():
                yield f"<p>Takes <code>{escape(media)}</code>: {_type(content.get('schema', {}))}</p>"
            yield "<ul>"
            for status, response in operation["responses"].items():
                kinds = [_type(content.get("schema", {})) for content in response.get("content", {}).values()]
                yield f"<li><code>{escape(status)}</code> {escape(response['description'])} {' or '.join(kinds)}</li>"
            yield "</ul></section>"


def _objects(description: Mapping[str, Any]) -> Iterator[str]:
    for name, schema in description.get("components", {}).get("schemas", {}).items():
        yield f'<section><h2 id="{escape(name)}"><code>{escape(name)}</code></h2>'
        yield f"<p>{escape(schema.get('description', ''))}</p>"
        if values := schema.get("enum"):
            yield "<p>" + " · ".join(f"<code>{escape(str(value))}</code>" for value in values) + "</p>"
        if fields := schema.get("properties"):
            rows = (
                f"<tr><td><code>{escape(key)}</code></td><td>{_type(field)}</td></tr>" for key, field in fields.items()
            )
            yield f"<table><thead><tr><th>Field</th><th>Type</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
        yield "</section>"


def _type(schema: Mapping[str, Any]) -> str:
    """A type in words, linked to its object where it has one."""
    if reference := schema.get("$ref"):
        name = escape(reference.rsplit("/", 1)[-1])
        return f'<a href="#{name}">{name}</a>'
    if choices := schema.get("anyOf"):
        return " or ".join(_type(choice) for choice in choices)
    if schema.get("type") == "array":
        items = schema.get("items") or {}
        return f"list of {_type(items)}" if items else "list"
    return escape(str(schema.get("type", "")))
