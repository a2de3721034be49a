"""One Chromium for many pages, spoken to over a pair of pipes: a start for each page would take a second."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import tempfile
import time
from types import TracebackType
from typing import Any

from ent.reports._messages import Refusal

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PATIENCE = 60.0  # seconds for one answer


def find() -> str | None:
    """The program, if there is one: $ENT_CHROMIUM, or the first of the usual names on the path."""
    named = os.environ.get("ENT_CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class BrowserFailed(Refusal, OSError):
    """Chromium is there, and does not print."""


class Chromium:
    """A browser without a window, with a profile of its own that is removed at the end."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="ent-pdf-")
        self._asked = 0
        self._read = b""
        ours_out, theirs_in = _pipe()
        theirs_out, ours_in = _pipe()
        options = [program, "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-dev-shm-usage",
                   "--disable-background-networking", "--no-default-browser-check", f"--user-data-dir={self._folder.name}",
                   "--remote-debugging-pipe"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # it refuses to build one for root; nothing is loaded but our own pages
        quiet = os.open(os.devnull, os.O_RDWR)
        # The browser reads commands from 3 and answers on 4; high numbers of ours do not get in each other's way.
        actions = [(os.POSIX_SPAWN_DUP2, quiet, 0), (os.POSIX_SPAWN_DUP2, quiet, 1), (os.POSIX_SPAWN_DUP2, quiet, 2),
                   (os.POSIX_SPAWN_DUP2, theirs_out, 3), (os.POSIX_SPAWN_DUP2, theirs_in, 4)]
        self._pid = os.posix_spawn(program, options, {**os.environ, "HOME": self._folder.name}, file_actions=actions, setpgroup=0)
        for end in (quiet, theirs_in, theirs_out):
            os.close(end)
        self._in, self._out = ours_out, ours_in

    def print(self, html: str) -> bytes:
        """The page as a tagged PDF. Each has a document of its own: the policy of one would hold for the next."""
        target = self._ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        session: str = self._ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        frame = self._ask("Page.getFrameTree", {}, session)["frameTree"]["frame"]["id"]
        self._ask("Page.setDocumentContent", {"frameId": frame, "html": html}, session)
        printed = self._ask("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": True},
                            session)
        self._ask("Target.closeTarget", {"targetId": target})
        return base64.b64decode(printed["data"])

    def _ask(self, method: str, parameters: dict[str, object], session: str | None = None) -> Any:
        self._asked += 1
        message: dict[str, object] = {"id": self._asked, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        rest = memoryview(json.dumps(message).encode() + b"\0")
        try:
            while rest:
                rest = rest[os.write(self._out, rest):]
        except BrokenPipeError:
            raise BrowserFailed("browser_ended") from None
        while True:
            answer = self._next()
            if answer.get("id") == self._asked:
                if "error" in answer:
                    raise BrowserFailed("browser_refused", what=f"{method}: {answer['error']}")
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        """The next message of the browser; those between are told of events."""
        until = time.monotonic() + _PATIENCE
        while b"\0" not in self._read:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            piece = os.read(self._in, 1 << 20) if ready else b""
            if not piece:
                raise BrowserFailed("browser_ended" if ready else "browser_is_silent")
            self._read += piece
        message, _, self._read = self._read.partition(b"\0")
        decoded: dict[str, Any] = json.loads(message)
        return decoded

    def close(self) -> None:
        """Ends the browser and all that it has started."""
        os.close(self._out)
        os.close(self._in)
        try:
            os.killpg(self._pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self._pid, 0)
        self._folder.cleanup()

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _pipe() -> tuple[int, int]:
    """A pipe whose ends lie above the numbers that the browser is given."""
    ends = os.pipe()
    moved = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return moved[0], moved[1]
