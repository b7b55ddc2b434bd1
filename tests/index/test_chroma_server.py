"""A library whose vectors lie on a Chroma server, and what is told where the server is not as it should be."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from index.chroma_address import ChromaAddress
from index.chroma_server import ChromaServerShelf, disconnect
from index.embedded import open_embedded_library
from index.errors import LibraryDamaged, VectorServerRefused, VectorServerUnreachable
from index.library import Library
from index.shelf_opening import on_server
from tests.fakes import HashingEmbedder
from tests.index.libraries import found, put
from tests.index.plans import TEXTS, make_plan


def library_on(url: str, data: Path) -> Library:
    return open_embedded_library(data, HashingEmbedder(), open_shelf=on_server(ChromaAddress.parse(url)))


def collections(url: str) -> set[str]:
    import chromadb

    address = ChromaAddress.parse(url)
    client = chromadb.HttpClient(host=address.host, port=address.port)
    names = {collection.name for collection in client.list_collections()}
    disconnect(client)
    return names


@contextmanager
def refusing_proxy() -> Iterator[str]:
    class Refusing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.end_headers()
            self.wfile.write(b"no token")

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_plans_are_found_replaced_and_removed(chroma_server: str, tmp_path: Path) -> None:
    before = collections(chroma_server)
    with library_on(chroma_server, tmp_path) as library:
        put(library, make_plan("a"), make_plan("b"))
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a", "b"}
        put(library, make_plan("a", ("Hyran höjs.",)))
        assert {text for plan_id, text in found(library, "hyran höjs") if plan_id == "a"} == {"Hyran höjs."}
        library.remove(["a"])
        assert {plan_id for plan_id, _ in found(library, "hyran höjs")} == {"b"}
        assert len(collections(chroma_server) - before) == 3
        library.remove(["b"])
    assert collections(chroma_server) == before
    assert not list(tmp_path.glob("vectors-*"))


def test_installations_that_share_a_server_leave_each_other_alone(chroma_server: str, tmp_path: Path) -> None:
    with library_on(chroma_server, tmp_path / "one") as one, library_on(chroma_server, tmp_path / "two") as two:
        put(one, make_plan("a"))
        put(two, make_plan("a", ("Hyran höjs.",)))
        put(one, make_plan("b"))
        two.remove(["a"])
        assert {text for _, text in found(one, "medlemsavgift")} == set(TEXTS)
        assert found(two, "medlemsavgift") == []
        one.remove(["a", "b"])


def test_a_library_that_stays_open_sees_what_another_process_would_write(chroma_server: str, tmp_path: Path) -> None:
    with library_on(chroma_server, tmp_path) as one, library_on(chroma_server, tmp_path) as other:
        put(one, make_plan("a"))
        assert found(other, "medlemsavgift")
        put(one, make_plan("a", ("Hyran höjs.",)))
        assert {text for _, text in found(other, "hyran höjs")} == {"Hyran höjs."}
        one.remove(["a"])
        assert found(other, "hyran höjs") == []


def test_vectors_that_the_server_lost_are_told_and_mended_by_the_next_ingest(
    chroma_server: str, tmp_path: Path
) -> None:
    with library_on(chroma_server, tmp_path) as library:
        put(library, make_plan("a"))
    identity = next(iter(collections(chroma_server))).removeprefix("plansvar-").rsplit("-", 2)[0]
    shelf = ChromaServerShelf(ChromaAddress.parse(chroma_server), identity)
    for generation in shelf.generations():
        shelf.drop(generation)
    shelf.close()
    with library_on(chroma_server, tmp_path) as library:
        with pytest.raises(LibraryDamaged, match=chroma_server):
            library.search_passages("medlemsavgift")
        assert library.ingest([]).reembedded == ("a",)
        assert found(library, "medlemsavgift")
        library.remove(["a"])


def test_a_server_that_does_not_answer_is_told_with_its_address(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with library_on(url, tmp_path) as library, pytest.raises(VectorServerUnreachable, match=url):
        put(library, make_plan("a"))


def test_a_server_that_refuses_is_told_with_its_address() -> None:
    with refusing_proxy() as url:
        shelf = ChromaServerShelf(ChromaAddress.parse(url), "test")
        with pytest.raises(VectorServerRefused, match=url):
            shelf.generations()


@pytest.mark.parametrize("url", ["chroma:8000", "ftp://host", "http://", "http://anna:hemligt@host", "http://host/x"])
def test_an_address_that_is_none_is_told_without_what_it_holds(url: str) -> None:
    with pytest.raises(ValueError, match=r"address|scheme") as told:
        ChromaAddress.parse(url)
    assert "hemligt" not in str(told.value)


def test_a_token_is_not_shown() -> None:
    address = ChromaAddress.parse("https://host", "hemligt")
    assert str(address) == "https://host:443"
    assert "hemligt" not in repr(address)
