from pathlib import Path

from assistant import calibrated
from evals.calibration_bench import module_of


def test_the_values_in_the_package_are_written_as_the_command_writes_them() -> None:
    values = {"TEXT": calibrated.TEXT, "FIGURE": calibrated.FIGURE, "CONFIDENCE": calibrated.CONFIDENCE}
    assert module_of(values) == Path(calibrated.__file__).read_text("utf-8")


def test_the_values_in_the_package_are_shares() -> None:
    shares = [*calibrated.TEXT.values(), *calibrated.FIGURE.values(), calibrated.CONFIDENCE["least"]]
    assert all(0 <= share <= 1 for share in shares)
    assert min(calibrated.CONFIDENCE["cover"], calibrated.CONFIDENCE["weakest"]) >= 0
