"""What can break while plans are kept and searched.

PlansvarError (ingest.errors)
└── LibraryError                 the library could not do what was asked
    ├── UnknownPlan              no plan with this id is in force
    ├── LibraryBusy              another process is writing, and went on doing so
    ├── LibraryInaccessible      the data folder cannot be read or written: rights, disk full
    │   ├── DatabaseDriverMissing  PostgreSQL is set, and its driver is not installed
    │   ├── DatabaseUnreachable  the database server does not answer, or went away
    │   ├── DatabaseRefused      the database server answers, and refuses: user, password, name, rights, disk full
    │   ├── VectorServerUnreachable  the Chroma server does not answer, or went away
    │   └── VectorServerRefused  the Chroma server answers, and refuses: token, a proxy, disk full
    ├── LibraryDamaged           a file in the data folder is not what it should be
    │   ├── VectorsMissing       the Chroma server lacks vectors of plans in force
    │   └── DatabaseDamaged      the database lacks a table or column, or its server finds a page damaged
    ├── LibraryOutdated          the data folder was written by another version
    │   └── DatabaseOutdated     the database was written by another version
    ├── VerificationFailed       a new passage was not found by its own vector; the former edition stays in force
    ├── EmbedderError            there is no usable model
    │   ├── EmbedderUnavailable  the model cannot be fetched or loaded
    │   └── EmbedderChanged      the library was embedded by another model
    └── RerankerUnavailable      the model that orders the first hits cannot be fetched or loaded
"""

from ingest.errors import PlansvarError


class LibraryError(PlansvarError):
    """The library could not do what was asked."""

    code = "index_failed"
    what = "The library of plans could not do this."


class UnknownPlan(LibraryError):
    """No plan with this id is in force."""

    code = "unknown_plan"
    what = "There is no plan with this id."
    remedy = "See which plans there are with `plansvar plans`."


class LibraryBusy(LibraryError):
    """Another process is writing to the library, and went on doing so for as long as this one waits."""

    code = "library_busy"
    what = "Another ingest or removal of plans is under way."
    remedy = "Wait until it is done, then try again."


class LibraryInaccessible(LibraryError):
    """The data folder cannot be read or written."""

    code = "library_inaccessible"
    what = "The data folder cannot be read or written."
    remedy = "Check that you have the right to write there and that the disk is not full, or name another with --data."


class DatabaseDriverMissing(LibraryInaccessible):
    """PostgreSQL is set as the database, and its driver is not installed."""

    code = "database_driver_missing"
    what = "The library that speaks to PostgreSQL is not installed."
    remedy = "Install it with `pip install 'plansvar[postgres]'`, or leave PLANSVAR_DATABASE_URL out."


class DatabaseUnreachable(LibraryInaccessible):
    """The database server does not answer, or went away."""

    code = "database_unreachable"
    what = "The database does not answer."
    remedy = "Check that its server runs, and the host and port in PLANSVAR_DATABASE_URL; then try again."


class DatabaseRefused(LibraryInaccessible):
    """The database server answers, and refuses."""

    code = "database_refused"
    what = "The database refuses."
    remedy = (
        "Check user, password and database name in PLANSVAR_DATABASE_URL, that this user may make a schema and tables "
        "there, and that the server has room left."
    )


class VectorServerUnreachable(LibraryInaccessible):
    """The Chroma server does not answer, or went away."""

    code = "vector_server_unreachable"
    what = "The Chroma server with the vectors does not answer."
    remedy = "Check that it runs, and the address in PLANSVAR_VECTORS_URL; then try again."


class VectorServerRefused(LibraryInaccessible):
    """The Chroma server answers, and refuses."""

    code = "vector_server_refused"
    what = "The Chroma server with the vectors refuses."
    remedy = "Check PLANSVAR_VECTORS_TOKEN, what stands between here and the server, and that it has room left."


class LibraryDamaged(LibraryError):
    """A file in the data folder is not what it should be."""

    code = "library_damaged"
    what = "The data folder holds a file that is damaged or missing."
    remedy = "Ingest the plans again; if that does not help, into a new data folder."


class VectorsMissing(LibraryDamaged):
    """The Chroma server lacks vectors of plans in force."""

    code = "vectors_missing"
    what = "The Chroma server lacks vectors of the plans."
    remedy = "Run ingest once, which embeds the plans anew; check that PLANSVAR_VECTORS_URL names the right server."


class DatabaseDamaged(LibraryDamaged):
    """The database lacks a table or column, or its server finds a page damaged."""

    code = "database_damaged"
    what = "The database is damaged, or lacks a table."
    remedy = "Restore it from a backup, or drop the schema and ingest the plans again."


class LibraryOutdated(LibraryError):
    """The data folder was written by another version of the program."""

    code = "library_outdated"
    what = "The data folder was written by another version of Plansvar."
    remedy = "Delete the folder, or name another with --data, and ingest the plans again."


class DatabaseOutdated(LibraryOutdated):
    """The database was written by another version of the program."""

    code = "database_outdated"
    what = "The schema in the database was written by another version of Plansvar."
    remedy = "Name another schema in PLANSVAR_DATABASE_URL, or drop this one, and ingest the plans again."


class VerificationFailed(LibraryError):
    """A new passage was not found by its own vector."""

    code = "verification_failed"
    what = "A new passage could not be found again after it was written, so the plans stay as they were."
    remedy = "Ingest the plans again."


class EmbedderError(LibraryError):
    """There is no usable model to embed with."""

    code = "embedder_failed"
    what = "The embedding model cannot be used."


class EmbedderUnavailable(EmbedderError):
    """The model cannot be fetched or loaded."""

    code = "embedder_unavailable"
    what = "The embedding model cannot be fetched or loaded."
    remedy = (
        "Check the name and the network connection, download the model beforehand and name its folder, "
        "or leave the setting out to use the bundled model."
    )


class EmbedderChanged(EmbedderError):
    """The library was embedded by another model than the one that is configured."""

    code = "embedder_changed"
    what = "The library was embedded by another model than the one that is configured now."
    remedy = "Run ingest once, which embeds every plan anew, or set the former model again."


class RerankerUnavailable(LibraryError):
    """The model that orders the first hits cannot be fetched or loaded."""

    code = "reranker_unavailable"
    what = "The reranking model cannot be fetched or loaded."
    remedy = (
        "Check the name and the network connection, download the model beforehand and name its folder, "
        "or leave the setting out to search without one."
    )
