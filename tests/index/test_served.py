"""A library in PostgreSQL, by several processes, sessions that are lost, and more than one in a database."""

import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import DatabaseUnreachable, LibraryBusy
from index.psycopg_database import LOCKS
from ingest.model import Plan
from tests.index.libraries import found, put, small_library
from tests.index.plans import TEXTS, make_plan
from tests.index.postgres import Server, needs_postgres

ROOT = Path(__file__).resolve().parents[2]

pytestmark = needs_postgres


def in_another_process(data: Path, action: str, plan_id: str, database: str) -> None:
    command = [sys.executable, "-m", "tests.index.other_process", str(data), action, plan_id, database]
    subprocess.run(command, cwd=ROOT, input=b"go on\n", check=True, capture_output=True)


def plans_found(data: Path, database: str) -> set[str]:
    with small_library(data, database) as library:
        return {plan_id for plan_id, _ in found(library, "medlemsavgift")}


def test_a_library_in_a_database_is_filled_searched_and_emptied_by_two_processes(tmp_path: Path, postgres: str) -> None:
    with small_library(tmp_path, postgres) as library:
        put(library, make_plan("a"))
        in_another_process(tmp_path, "ingest", "b", postgres)
        assert library.plans() == (make_plan("a"), make_plan("b"))
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a", "b"}
        put(library, make_plan("a", ("Hyran höjs.",)))
        assert [text for plan_id, text in found(library, "hyra") if plan_id == "a"] == ["Hyran höjs."]
        in_another_process(tmp_path, "remove", "a", postgres)
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift hyra")} == {"b"}
    assert plans_found(tmp_path, postgres) == {"b"}


def test_libraries_in_two_schemas_of_one_database_know_nothing_of_each_other(tmp_path: Path, postgres: str) -> None:
    with small_library(tmp_path, postgres) as one, small_library(tmp_path, f"{postgres}_too") as two:
        put(one, make_plan("a"))
        put(two, make_plan("b"))
        put(one, make_plan("c"))
        assert (one.plan_ids(), two.plan_ids()) == (("a", "c"), ("b",))
        assert {plan_id for plan_id, _ in found(two, "medlemsavgift")} == {"b"}


def test_a_library_in_the_data_folder_is_left_alone_by_one_in_a_database(tmp_path: Path, postgres: str) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    with small_library(tmp_path, postgres) as library:
        put(library, make_plan("b"))
    with small_library(tmp_path) as library:
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a"}


def test_a_second_ingest_says_so_when_the_first_goes_on(tmp_path: Path, postgres: str) -> None:
    with small_library(tmp_path, postgres) as one, small_library(tmp_path, postgres, patience_s=0.1) as two:

        def meanwhile() -> tuple[Plan, str]:
            with pytest.raises(LibraryBusy):
                put(two, make_plan("b"))
            return make_plan("a"), "hash"

        one.ingest(meanwhile() for _ in range(1))
        put(two, make_plan("b"))
        assert two.plan_ids() == ("a", "b")


def test_who_has_lost_the_lock_cannot_switch_any_more(tmp_path: Path, postgres: str, postgres_server: Server) -> None:
    with small_library(tmp_path, postgres) as one, small_library(tmp_path, postgres) as two:
        put(one, make_plan("a"))

        def interrupted() -> tuple[Plan, str]:
            end_sessions(postgres_server, "pid IN (SELECT pid FROM pg_locks WHERE classid = %s)", LOCKS)
            put(two, make_plan("b"))
            return make_plan("a", ("Hyran höjs.",)), "hash"

        with pytest.raises(DatabaseUnreachable):
            one.ingest(interrupted() for _ in range(1))
        assert two.plans() == (make_plan("a"), make_plan("b"))
        assert {text for plan_id, text in found(one, "medlemsavgift hyra") if plan_id == "a"} == set(TEXTS)


def test_a_server_that_was_restarted_goes_unnoticed(tmp_path: Path, postgres: str, postgres_server: Server) -> None:
    with small_library(tmp_path, postgres) as library:
        put(library, make_plan("a"))
        end_sessions(postgres_server, "pid != pg_backend_pid()")
        assert {plan_id for plan_id, _ in found(library, "medlemsavgift")} == {"a"}


def test_what_is_removed_takes_no_place_any_more(tmp_path: Path, postgres: str, postgres_server: Server) -> None:
    tables = ("editions", "records", "terms", "postings")
    schema = postgres.rpartition("=")[2]
    with small_library(tmp_path, postgres) as library:
        put(library, make_plan("a"), make_plan("b"))
        library.remove(["a"])
        left = postgres_server.run(f"SELECT DISTINCT edition FROM {schema}.postings")
        assert left == postgres_server.run(f"SELECT number FROM {schema}.editions")
        assert postgres_server.run(f"SELECT count(*) FROM {schema}.terms WHERE records = 0") == [(0,)]
        library.remove(["b"])
    sizes = [postgres_server.run("SELECT pg_relation_size(%s)", f"{schema}.{table}") for table in tables]
    assert sizes == [[(0,)]] * len(tables)


def end_sessions(server: Server, which: str, *values: object) -> None:
    clients = f"FROM pg_stat_activity WHERE backend_type = 'client backend' AND {which}"
    assert server.run(f"SELECT pg_terminate_backend(pid, 5000) {clients}", *values)
