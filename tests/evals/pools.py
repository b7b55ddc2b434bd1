"""Small pools of invented texts, as files and as values."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

BATH, LIBRARY, SCHOOL = (
    "Badhuset håller öppet varje dag utom måndagar.",
    "Biblioteket lånar ut böcker i tre veckor.",
    "Skolan börjar klockan åtta.",
)

CANDIDATES: list[dict[str, Any]] = [
    {
        "category_id": 1,
        "question": "När är badhuset öppet?",
        "candidate_answers": [LIBRARY, BATH],
        "label": 1,
    },
    {
        "category_id": 1,
        "question": "Hur länge får böcker från biblioteket lånas?",
        "candidate_answers": [LIBRARY, BATH],
        "label": 0,
    },
    {"category_id": 2, "question": "När börjar skolan?", "candidate_answers": [SCHOOL], "label": 0},
]

PASSAGES = [{"id": 7, "text": "Parken har lekplats och damm."}, {"id": 9, "text": "Hamnen har plats för tio båtar."}]
QUERIES = [
    {"split": "dev", "question": "Vad har platsen?", "relevant": 7},
    {"split": "dev", "question": "Vad har platsen?", "relevant": 9},
    {"split": "training", "question": "Hur många båtar får plats i hamnen?", "relevant": 9},
]


def write_lines(path: Path, entries: Sequence[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), "utf-8")
    return path


def write_pools(folder: Path) -> Path:
    """A folder with a file of candidates, and one of queries beside their passages."""
    folder.mkdir(exist_ok=True)
    write_lines(folder / "town_faq.jsonl", CANDIDATES)
    write_lines(folder / "town_passages.jsonl", PASSAGES)
    write_lines(folder / "town_queries.jsonl", QUERIES)
    return folder
