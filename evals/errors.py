"""What can break while answers are measured.

    PlansvarError                   (ingest.errors)
    └── EvalError                   measuring broke
        ├── UnreadableQuestions     the file of golden questions cannot be opened, or is not YAML
        ├── InvalidCase             a golden question has not the form of one
        ├── NoCases                 there is no golden question to ask
        ├── EmptyLibrary            there is no plan to ask about
        ├── InvalidRecords          a file of answers cannot be read, or is not of these questions
        ├── RunNotSaved             the run's folder cannot be written
        ├── UnreadableTruth         what a person reads in a plan cannot be read, or has not the form of it
        ├── InvalidPool             a file of questions and texts of a bench has not the form of one
        ├── NothingToMeasure        the paths hold no file that this bench can measure
        └── BenchExtraMissing       a library that only this bench needs is not installed

A wrong answer is no error: it is a verdict, and is counted.
"""

from ingest.errors import PlansvarError


class EvalError(PlansvarError):
    """Measuring broke."""

    code = "eval_failed"
    what = "The answers could not be measured."


class UnreadableQuestions(EvalError):
    """The file of golden questions cannot be opened, or is not YAML."""

    code = "unreadable_questions"
    what = "The golden questions cannot be read."
    remedy = "Name a YAML file that holds a list of questions."


class InvalidCase(EvalError):
    """A golden question has not the form of one."""

    code = "invalid_case"
    what = "This golden question cannot be used."
    remedy = "Correct the field; the comments of the bundled golden questions say what each field holds."


class NoCases(EvalError):
    """There is no golden question to ask."""

    code = "no_cases"
    what = "There is no golden question here."
    remedy = "Name a file of golden questions with --questions."


class EmptyLibrary(EvalError):
    """There is no plan to ask about."""

    code = "empty_library"
    what = "No plan has been read here, so there is nothing to ask about."
    remedy = "Read plans first: plansvar ingest PATH."


class InvalidRecords(EvalError):
    """A file of answers cannot be read, or is not of these questions."""

    code = "invalid_records"
    what = "These answers cannot be scored."
    remedy = "Name the records.jsonl of a saved run, or what `plansvar ask --batch` wrote, and its --questions."


class RunNotSaved(EvalError):
    """The run's folder cannot be written."""

    code = "run_not_saved"
    what = "The run could not be saved."
    remedy = "Name a folder that can be written with --out."


class UnreadableTruth(EvalError):
    """What a person reads in a plan cannot be read, or has not the form of it."""

    code = "unreadable_truth"
    what = "What reading is measured against cannot be read."
    remedy = "Name a folder with --truth whose YAML files have the form of the bundled ones."


class InvalidPool(EvalError):
    """A file of questions and texts of a bench has not the form of one."""

    code = "invalid_pool"
    what = "This file of questions and texts cannot be measured on."
    remedy = "Name JSON lines with candidates, as SweFAQ has, or NAME_queries.jsonl beside NAME_passages.jsonl."


class NothingToMeasure(EvalError):
    """The paths hold no file that this bench can measure."""

    code = "nothing_to_measure"
    what = "There is nothing here that this bench can measure."
    remedy = "Name files or folders after the bench: plansvar bench NAME PATH."


class BenchExtraMissing(EvalError):
    """A library that only this bench needs is not installed."""

    code = "bench_extra_missing"
    what = "This bench needs a library that is not installed."
    remedy = "Install it: pip install 'plansvar[bench]'."
