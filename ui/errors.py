"""What can break where people touch the program.

PlansvarError                 (ingest.errors)
└── UiError                   a command or the page could not do its part
    ├── PortInUse             another program listens on the port
    ├── AddressUnavailable    the address is not this machine's, or the port is not allowed
    ├── UnwritableFile        an export cannot be written
    ├── SidecarExists         there is a sidecar already
    ├── NoPlanFile            the file that a plan was read from is gone
    └── UnreadableBatch       the file of questions cannot be opened, or is no text
"""

from ingest.errors import PlansvarError


class UiError(PlansvarError):
    """A command or the page could not do its part."""

    code = "command_failed"
    what = "The command could not be carried out."


class PortInUse(UiError):
    """Another program listens on the port."""

    code = "port_in_use"
    what = "The port is already in use."
    remedy = "Stop the other program, or choose another port with --port."


class AddressUnavailable(UiError):
    """The address is not this machine's, or the port is not allowed."""

    code = "address_unavailable"
    what = "It is not possible to listen on this address."
    remedy = "Choose one of this machine's addresses with --host, and a port above 1023 with --port."


class UnwritableFile(UiError):
    """An export cannot be written."""

    code = "unwritable_file"
    what = "The file cannot be written."
    remedy = "Check that its folder exists and that you have the right to write there."


class UnreadableBatch(UiError):
    """The file of questions cannot be opened, or is no text."""

    code = "unreadable_batch"
    what = "The file of questions cannot be read."
    remedy = "Name a text file in UTF-8 with one JSON object on each line."


class SidecarExists(UiError):
    """There is a sidecar already."""

    code = "sidecar_exists"
    what = "There is a sidecar already; it was left as it is."
    remedy = "Edit it, or move it away first."


class NoPlanFile(UiError):
    """The file that a plan was read from is gone."""

    code = "no_plan_file"
    what = "The plan's file is no longer there, so nothing can lie beside it."
    remedy = "Put the file back, or name the plan's file where it is now."
