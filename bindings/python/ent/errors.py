"""What can go wrong: one exception for each code of the library, all of them `Error`."""

from __future__ import annotations

from collections.abc import Mapping

from ent import _core

__all__ = [
    "AlreadyExists", "Cancelled", "Conflict", "DataLoss", "Error", "FailedPrecondition", "Internal", "InvalidArgument",
    "NotFound", "PermissionDenied", "ResourceExhausted", "TimedOut", "Unauthenticated", "Unavailable", "Unimplemented",
]


class Error(Exception):
    """An operation was refused or failed. Holds no personal data."""

    code: str
    """What went wrong: "not_found" and so on, a word for each class."""
    reason: str
    """Why, as a stable token: "org.code_taken". See docs/errors.md."""
    message: str
    """English, one line, for logs. `text()` is for people."""
    fields: dict[str, str]
    """The wrong inputs of `InvalidArgument`: JSON pointer ("/name", "/entries/1/status") to reason."""

    def __init__(self, code: str, reason: str, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(code, reason, message, dict(fields or {}))
        self.code, self.reason, self.message = code, reason, message
        self.fields = dict(fields or {})

    def __str__(self) -> str:
        places = ", ".join(f"{pointer}: {reason}" for pointer, reason in self.fields.items())
        return f"{self.message} [{places or self.reason}]"

    def text(self, language: str = "fr") -> str:
        """What to tell the person at the screen, in French ("fr") or English ("en")."""
        return _core.explain(self.reason, language)


class InvalidArgument(Error):
    """An input is wrong; `fields` says which."""


class Unauthenticated(Error):
    """Nobody is signed in, or the session has ended."""


class PermissionDenied(Error):
    """The actor may know of the target but may not do this."""


class NotFound(Error):
    """No such thing, or the actor may not know of it."""


class AlreadyExists(Error):
    """The thing to be made is there already."""


class Conflict(Error):
    """Somebody else was first; read again, then decide."""


class FailedPrecondition(Error):
    """The state does not allow it now; a retry alone will not help."""


class ResourceExhausted(Error):
    """Memory, disk or a quota is used up."""


class Unavailable(Error):
    """The store cannot answer now; a retry may help."""


class Cancelled(Error):
    """The caller stopped it."""


class TimedOut(Error):
    """The deadline passed before the work began; nothing was done."""


class Unimplemented(Error):
    """This engine or build does not have it."""


class DataLoss(Error):
    """The store is damaged."""


class Internal(Error):
    """A defect of the library."""


_BY_CODE: dict[str, type[Error]] = {
    "invalid_argument": InvalidArgument,
    "unauthenticated": Unauthenticated,
    "permission_denied": PermissionDenied,
    "not_found": NotFound,
    "already_exists": AlreadyExists,
    "conflict": Conflict,
    "failed_precondition": FailedPrecondition,
    "resource_exhausted": ResourceExhausted,
    "unavailable": Unavailable,
    "cancelled": Cancelled,
    "timed_out": TimedOut,
    "unimplemented": Unimplemented,
    "data_loss": DataLoss,
    "internal": Internal,
}


def _make(code: str, reason: str, message: str, fields: Mapping[str, str]) -> Error:
    """Called by _core."""
    return _BY_CODE[code](code, reason, message, fields)
