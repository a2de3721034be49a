"""Portals and sessions."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timezone as zone
from types import TracebackType
from typing import Literal
from zoneinfo import ZoneInfo

from ent import _core
from ent._common import Profile
from ent._domains import Domains
from ent._functions import PortalFunctions, SessionFunctions

Clock = Callable[[], datetime]
"""Tells the time: an aware datetime."""
Random = Callable[[int], bytes]
"""Gives so many bytes fit for keys."""
Log = Callable[[str, str], object]
"""Takes a level ("debug", "info", "warning", "error") and a line."""


class Session(Domains, SessionFunctions):
    """One account acting under one profile: every operation is a method of one of its domains, `session.org.add(...)`.

    Any thread may use it; of several at once, each waits for its turn, so give each thread a session of its own. A
    session in a `with` statement is closed at its end.
    """

    def __init__(self, core: _core.Session) -> None:
        """For the package's own use: sessions come from a portal."""
        super().__init__(core.call)
        self._core = core

    @property
    def account_id(self) -> int | None:
        """None for the host itself (profile "system")."""
        return self._core.account_id or None

    @property
    def person_id(self) -> int | None:
        """None for the host itself (profile "system")."""
        return self._core.person_id or None

    @property
    def profile(self) -> Profile:
        """Under which the account acts."""
        return self._core.profile

    def at(self, date: date) -> Session:
        """The same actor, reading the facts as they stood or will stand on a date. Rights are still judged now, and
        writes are refused (`session.reads_only`)."""
        return Session(self._core.at(date))

    def snapshot(self) -> Session:
        """The same actor, whose reads all see the store as it is now. Use it in a `with` statement, briefly: it holds
        a connection. Writes are refused (`session.reads_only`)."""
        return Session(self._core.snapshot())

    def call_json(self, operation: str, request: str = "{}", *, deadline: datetime | None = None,
                  idempotency_key: str | None = None, if_revision: int | None = None) -> str:
        """Any operation by its name, with a JSON object, answering JSON: as `ent_call` in C."""
        return self._core.call_json(operation, request, deadline, idempotency_key, if_revision)

    def close(self) -> None:
        """Gives back what the session holds. Later calls raise FailedPrecondition (`closed`). Twice is once."""
        self._core.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class Portal(PortalFunctions):
    """One open ENT, in one store. Any thread. In a `with` statement it is closed at its end."""

    def __init__(self, core: _core.Portal, timezone: str, clock: Clock | None) -> None:
        """For the package's own use: portals come from `open()`."""
        self._core = core
        self._zone = ZoneInfo(timezone)
        self._clock = clock or (lambda: datetime.now(zone.utc))

    def today(self) -> date:
        """The day that each *today* of the library means: by the portal's clock, in its time zone."""
        return self._clock().astimezone(self._zone).date()

    def system(self) -> Session:
        """A session of the host itself, for work that no person asked for: loading, nightly runs. What it may do is
        the column `system` of the permission matrix."""
        return Session(self._core.system())

    def close(self) -> None:
        """Ends the portal: later calls of its sessions raise FailedPrecondition (`closed`). Twice is once."""
        self._core.close()

    def __enter__(self) -> Portal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open(path_or_url: str | os.PathLike[str], *, timezone: str = "Europe/Paris",
         durability: Literal["full", "normal"] = "full", busy_timeout_ms: int = 5000, readers: int = 0,
         password_hashes: int = 4, clock: Clock | None = None, random: Random | None = None, log: Log | None = None) -> Portal:
    """Opens a store, or makes it where there is none, and brings it to this library's schema.

    path_or_url: a path or ":memory:" for SQLite; "postgresql://..." for PostgreSQL, whose query may name a `schema=`.
    timezone: IANA name of the zone of the portal's civil dates.
    durability: what an acknowledged write survives: "full", a power cut; "normal", a crash of the process (SQLite).
    busy_timeout_ms: how long to wait for another process's write.
    readers: connections for reading at once, 1 to 64; 0: processors + 1.
    password_hashes: hashes of passwords at once, 1 to 64; one takes up to 64 MiB.
    clock, random, log: what stands in the place of the system's clock and random bytes, and takes the log lines. They
        are called in the thread of a call, and must not call the session that is calling them.

    Raises InvalidArgument (portal.timezone_unknown, field.range, field.word), FailedPrecondition (store.newer),
    Unavailable (store.busy, store.io), DataLoss (store.corrupt), Unimplemented (store.no_engine).
    """
    core = _core.open(os.fspath(path_or_url), timezone, durability, busy_timeout_ms, readers, password_hashes, clock, random, log)
    return Portal(core, timezone, clock)
