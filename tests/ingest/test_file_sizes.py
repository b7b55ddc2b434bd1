import os
from pathlib import Path

import pytest

from ingest.errors import EmptyDocument, TooLarge, UnreadableFile
from ingest.file_sizes import LARGEST_TEXT_MB, require_size
from ingest.reading import content_hash, find_files, read_plan


def test_a_text_larger_than_any_plan_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.truncate((LARGEST_TEXT_MB << 20) + 1)
    for look in (require_size, read_plan, content_hash):
        with pytest.raises(TooLarge, match="16 MB > 16 MB"):
            look(path)


def test_a_pdf_of_that_size_may_be_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    with path.open("wb") as file:
        file.truncate((LARGEST_TEXT_MB << 20) + 1)
    require_size(path)


def test_a_file_without_a_byte_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.touch()
    with pytest.raises(EmptyDocument):
        require_size(path)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    os.mkfifo(path)
    for look in (read_plan, content_hash):
        with pytest.raises(UnreadableFile, match="no regular file"):
            look(path)


def test_links_that_lead_nowhere_or_round_are_unreadable_and_one_to_a_file_is_followed(tmp_path: Path) -> None:
    good = tmp_path / "plan-2025.md"
    good.write_text("# Budget 2025", encoding="utf-8")
    for name, target in (("nowhere.md", "borta.md"), ("round.md", "round.md"), ("link.md", "plan-2025.md")):
        (tmp_path / name).symlink_to(target)
    assert [path.name for path in find_files([tmp_path])] == ["link.md", "nowhere.md", "round.md"]
    assert read_plan(tmp_path / "link.md").title == "Budget 2025"
    for name in ("nowhere.md", "round.md"):
        with pytest.raises(UnreadableFile):
            content_hash(tmp_path / name)
