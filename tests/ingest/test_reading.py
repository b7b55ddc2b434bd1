import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pypdfium2
import pytest

from ingest.errors import (
    DamagedDocument,
    DuplicatePlan,
    EmptyDocument,
    EncryptedDocument,
    IngestError,
    NothingToRead,
    UnreadableFile,
    UnsupportedFormat,
)
from ingest.reading import content_hash, find_files, plan_id_of, read_plan
from tests.ingest.printed import Sheet

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Plan 2025\n\nText i {path.name}.", encoding="utf-8")
    return paths


def printed(path: Path) -> Path:
    sheet = Sheet()
    sheet.at(60, 100, "Budget 2025", 20, bold=True)
    sheet.prose(60, 140, ["Hyran kostar 500 tkr."])
    return sheet.saved(path)


def test_an_id_is_the_file_name_without_its_ending() -> None:
    assert plan_id_of(Path("a/b/norrvik-budget-2025.v2.pdf")) == "norrvik-budget-2025.v2"


def test_a_hash_is_of_the_content_alone(tmp_path: Path) -> None:
    first, second = written(tmp_path, "a.md", "b.md")
    second.write_bytes(first.read_bytes())
    assert content_hash(first) == content_hash(second) == sha256(first.read_bytes()).hexdigest()
    second.write_text("annat", encoding="utf-8")
    assert content_hash(first) != content_hash(second)


def test_a_hash_of_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"borta\.pdf"):
        content_hash(tmp_path / "borta.pdf")


def test_folders_are_walked_and_other_files_passed_over(tmp_path: Path) -> None:
    wanted = written(tmp_path, "a.md", "b.PDF", "sub/c.txt", "sub/deep/d.markdown")
    written(tmp_path, "bild.png", ".dold.md", "utan_ändelse", "lås.md.lock")
    assert find_files([tmp_path]) == tuple(wanted)


def test_named_files_come_in_the_order_given(tmp_path: Path) -> None:
    one, two = written(tmp_path, "one.md", "two.md")
    assert find_files([two, one]) == (two, one)


def test_a_file_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = written(tmp_path, "one.md")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    assert len(find_files([tmp_path, one, Path("one.md"), tmp_path / "sub" / ".." / "one.md"])) == 1


def test_two_files_with_one_id_are_refused_and_both_named(tmp_path: Path) -> None:
    written(tmp_path, "a/plan.md", "b/plan.txt")
    with pytest.raises(DuplicatePlan) as caught:
        find_files([tmp_path])
    assert str(Path("a") / "plan.md") in str(caught.value)
    assert str(Path("b") / "plan.txt") in str(caught.value)


def test_an_empty_folder_holds_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        find_files([tmp_path])


def test_a_missing_path_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="borta"):
        find_files([tmp_path / "borta"])


def test_a_folder_without_read_rights_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnreadableFile):
        find_files([tmp_path])


def test_a_folder_inside_without_read_rights_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "a.md", "sub/b.md")
    walk = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return walk(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UnreadableFile, match=r"sub: .*Permission denied"):
        find_files([tmp_path])


def test_a_named_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (path,) = written(tmp_path, "plan.png")
    with pytest.raises(UnsupportedFormat):
        find_files([path])
    with pytest.raises(UnsupportedFormat):
        read_plan(path)


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    for name in ("borta.pdf", "borta.md", "borta.txt"):
        with pytest.raises(UnreadableFile):
            read_plan(tmp_path / name)


def test_a_file_without_read_rights_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    paths = [printed(tmp_path / "plan.pdf"), *written(tmp_path, "annan.md")]
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    for path in paths:
        with pytest.raises(UnreadableFile, match="Permission denied"):
            read_plan(path)


@pytest.mark.parametrize("name", ["bild.pdf", "bild.md", "bild.txt"])
def test_a_picture_under_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(PNG)
    with pytest.raises(UnsupportedFormat, match="bild"):
        read_plan(path)


@pytest.mark.parametrize("name", ["tom.pdf", "tom.md", "tom.txt"])
@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_a_file_without_content_is_empty_or_no_such_file(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    expected = UnsupportedFormat if content and path.suffix == ".pdf" else EmptyDocument
    with pytest.raises(expected):
        read_plan(path)


def test_an_encrypted_pdf_needs_its_password(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.at(60, 100, "Hemlig budget")
    sheet.set_encryption(owner_password="a", user_password="b")
    with pytest.raises(EncryptedDocument, match="password"):
        read_plan(sheet.saved(tmp_path / "hemlig.pdf"))


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(60, 100, ["Hyran kostar 500 tkr."])
    sheet.set_encryption(owner_password="a")
    assert read_plan(sheet.saved(tmp_path / "plan.pdf")).figures[0].value == 500


@pytest.mark.parametrize("kept", [0.02, 0.1, 0.5, 0.9])
def test_a_truncated_pdf_is_damaged(tmp_path: Path, kept: float) -> None:
    whole = printed(tmp_path / "hel.pdf").read_bytes()
    path = tmp_path / "avbruten.pdf"
    path.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises((DamagedDocument, EmptyDocument)) as caught:
        read_plan(path)
    assert "avbruten.pdf" in str(caught.value)


def test_a_pdf_of_pictures_holds_no_text(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.rect(50, 50, 200, 200, style="F")
    with pytest.raises(EmptyDocument, match="1 pages without text"):
        read_plan(sheet.saved(tmp_path / "skannad.pdf"))


def test_a_pdf_without_pages_is_damaged_or_empty(tmp_path: Path) -> None:
    path = tmp_path / "sidlös.pdf"
    document = pypdfium2.PdfDocument.new()
    document.save(path)
    document.close()
    with pytest.raises(IngestError):
        read_plan(path)


def test_progress_counts_pages(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(60, 100, ["Första sidan."])
    sheet.add_page()
    sheet.prose(60, 100, ["Andra sidan."])
    seen: list[tuple[int, int]] = []
    plan = read_plan(sheet.saved(tmp_path / "plan.pdf"), lambda done, total: seen.append((done, total)))
    assert seen == [(1, 2), (2, 2)]
    assert plan.pages == 2


def test_every_failure_names_its_file_and_a_remedy(tmp_path: Path) -> None:
    path = tmp_path / "tom.pdf"
    path.touch()
    with pytest.raises(IngestError) as caught:
        read_plan(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy in str(caught.value)


def test_the_same_file_gives_the_same_plan(tmp_path: Path) -> None:
    path = printed(tmp_path / "plan.pdf")
    assert read_plan(path) == read_plan(path)
