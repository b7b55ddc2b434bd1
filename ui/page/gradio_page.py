"""The page in Gradio: its place in the service's app, its layout, and who hears which event."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from inspect import isgeneratorfunction
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from assistant.answer import Language
from ui.page.conversation import MAX_QUESTION, Conversation, PageAssistant, continue_with
from ui.page.screen import Opened, OpenedCitation, OpenedSection, Screen, Visit, language_named
from ui.page.theme import FONTS, MONOSPACED, VARIABLES
from ui.texts import Texts

if TYPE_CHECKING:
    from fastapi import FastAPI

AT_ONCE = 16
"""Visitors whose questions are answered at the same time."""

_SILENT = {"GRADIO_ANALYTICS_ENABLED": "False", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


def mount_page(app: "FastAPI", assistant: Callable[[], PageAssistant]) -> "FastAPI":
    """Mount the page at the root of `app`, whose own routes go first; `assistant` may wait until it is loaded."""
    os.environ.update(_SILENT)
    import gradio as gr

    page = _Page(gr, Screen(assistant)).blocks
    gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=_theme(gr),
        head=_head(),
        footer_links=[],
        run_history=False,
        mcp_server=False,
        pwa=False,
        ssr_mode=False,
        show_error=False,
        max_file_size=0,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )
    return app


def _theme(gr: Any) -> Any:
    dark = {
        f"{name}_dark": value for name, value in VARIABLES.items() if name not in {"color_accent", "block_border_width"}
    }
    return gr.themes.Base(font=FONTS, font_mono=MONOSPACED).set(**VARIABLES, **dark)


def _head() -> str:
    style, script, icon = ((files("ui.page") / "static" / name).read_text("utf-8") for name in _STATIC)
    link = f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{quote(icon)}">'
    return f"{link}<style>{style}</style><script>{script}</script>"


_STATIC = ("page.css", "page.js", "icon.svg")


class _Page:
    """Components, the state of one visit in four parts, and the events between them."""

    def __init__(self, gr: Any, screen: Screen) -> None:
        self._gr, self._screen = gr, screen
        with gr.Blocks(title="Plansvar", analytics_enabled=False, fill_width=True) as self.blocks:
            self._language, self._plan = gr.State(Language.SWEDISH), gr.State(None)
            self._conversation, self._opened = gr.State(()), gr.State(None)
            self._lay_out(Visit())
            self._listen()
        self.blocks.queue(default_concurrency_limit=AT_ONCE)

    def _lay_out(self, visit: Visit) -> None:
        gr, screen = self._gr, self._screen
        self._header = self._html(screen.header(visit), "pv-top", "language")
        with gr.Row(elem_id="pv-main"):
            with gr.Column(elem_id="pv-chat"):
                self._scope = self._html("", "pv-choices", "scope", "clear")
                self._talk = self._html(screen.loading(visit), "pv-talk", "cite", "starter")
                with gr.Row(elem_id="pv-composer"):
                    self._question = gr.Textbox(
                        elem_id="pv-field", max_length=MAX_QUESTION, max_lines=5, **_words(visit.texts)
                    )
                    self._ask = gr.Button(visit.texts("ask"), variant="primary", elem_id="pv-ask")
            with gr.Column(elem_id="pv-side"):
                self._panel = self._html("", "pv-beside", "close", "section")

    def _html(self, value: str, name: str, *events: str) -> Any:
        script = f"plansvar.connect(element, trigger, watch, {json.dumps(events)})"
        return self._gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)

    def _listen(self) -> None:
        visit = [self._language, self._plan, self._conversation, self._opened]
        words = [self._header, self._question, self._ask]
        parts = [self._scope, self._talk, self._panel]
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        self.blocks.load(self._show, visit, parts, **quiet)
        self._on(self._header.language, self._choose_language, visit, [self._language, *words, *parts])
        self._on(self._scope.scope, self._choose_plan, visit, [self._plan, *parts])
        self._on(self._talk.cite, self._open_citation, visit, [self._opened, self._talk, self._panel])
        self._on(self._panel.section, self._open_section, visit, [self._opened, self._talk, self._panel])
        self._on(self._panel.close, self._close, visit, [self._opened, self._talk, self._panel])
        asked = [self._conversation, self._question, self._scope, self._talk]
        typed = self._gr.on(
            [self._question.submit, self._ask.click], self._answer, [self._question, *visit], asked, **quiet
        )
        started = self._on(self._talk.starter, self._start, visit, asked)
        self._on(
            self._scope.clear, self._clear, visit, [self._conversation, self._opened, *parts], cancels=[typed, started]
        )

    def _on(self, event: Any, handler: Callable[..., Any], inputs: list[Any], outputs: list[Any], **more: Any) -> Any:
        """Let `handler` hear the event's data first; Gradio finds out by the annotation that it is wanted."""

        def heard(event: Any, *values: Any) -> Any:
            return handler(event._data, *values)

        def followed(event: Any, *values: Any) -> Iterator[Any]:
            yield from handler(event._data, *values)

        listener = followed if isgeneratorfunction(handler) else heard
        listener.__annotations__ = {"event": self._gr.EventData}
        return event(listener, inputs, outputs, show_progress="hidden", api_visibility="private", **more)

    def _show(self, *visit: Any) -> tuple[Any, ...]:
        return self._parts(_visit(*visit))

    def _parts(self, visit: Visit) -> tuple[str, str, str]:
        return self._screen.scope(visit), self._screen.conversation(visit), self._screen.panel(visit)

    def _choose_language(self, data: Mapping[str, Any], _old: str, *rest: Any) -> tuple[Any, ...]:
        language = language_named(data.get("chosen"))
        visit = _visit(language, *rest)
        field, button = self._gr.update(**_words(visit.texts)), self._gr.update(value=visit.texts("ask"))
        return (language, self._screen.header(visit), field, button, *self._parts(visit))

    def _choose_plan(self, data: Mapping[str, Any], language: str, _old: str | None, *rest: Any) -> tuple[Any, ...]:
        plan = str(data.get("chosen") or "") or None
        return (plan, *self._parts(_visit(language, plan, *rest)))

    def _open_citation(self, data: Mapping[str, Any], *visit: Any) -> tuple[Any, ...]:
        return self._open(_visit(*visit), OpenedCitation(int(data["number"]), int(data["n"])))

    def _open_section(self, data: Mapping[str, Any], *visit: Any) -> tuple[Any, ...]:
        return self._open(_visit(*visit), OpenedSection(str(data["plan"]), int(data["index"])))

    def _close(self, _data: Mapping[str, Any], *visit: Any) -> tuple[Any, ...]:
        return self._open(_visit(*visit), None)

    def _open(self, visit: Visit, opened: Opened) -> tuple[Any, ...]:
        then = replace(visit, opened=opened)
        return opened, self._screen.conversation(then), self._screen.panel(then)

    def _start(self, data: Mapping[str, Any], *visit: Any) -> Iterator[tuple[Any, ...]]:
        yield from self._answer(str(data.get("question", "")), *visit)

    def _answer(self, question: str, *visit: Any) -> Iterator[tuple[Any, ...]]:
        now = _visit(*visit)
        asked = " ".join(question.split())[:MAX_QUESTION]
        if not asked:
            return
        field: Any = ""
        for conversation in continue_with(now.conversation, asked, now.plan, self._screen.assistant, now.texts):
            then = replace(now, conversation=conversation)
            yield conversation, field, self._screen.scope(then), self._screen.conversation(then)
            field = self._gr.update()

    def _clear(self, _data: Mapping[str, Any], language: str, plan: str | None, *_old: Any) -> tuple[Any, ...]:
        return ((), None, *self._parts(_visit(language, plan)))


def _words(texts: Texts) -> dict[str, Any]:
    return {"label": texts("question"), "placeholder": texts("placeholder")}


def _visit(language: str, plan: str | None = None, conversation: Conversation = (), opened: Opened = None) -> Visit:
    return Visit(Texts(Language(language)), plan, conversation, opened)
