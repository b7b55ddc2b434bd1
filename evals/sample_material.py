"""What plans are recombined from where no texts are named: the bundled sample plans."""

from evals.lent_assistant import SAMPLES
from evals.recombined_plans import Material, material_of_plans
from ingest.reading import read_plan


def sample_material() -> Material:
    """Material of the sample plans, read anew."""
    return material_of_plans([read_plan(path) for path in sorted(SAMPLES.glob("*.md"))])
