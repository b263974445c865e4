"""What a preview needs besides a build: to hear of changes, to show the content's problems, and to read changed code again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator import urls
from generator.cache.leftovers import lies_among_leftovers
from generator.problems.problem import Problem, summary
from generator.problems.rules import explanation
from generator.text.letters import visible

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_CHANGES = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, DirMovedEvent, DirDeletedEvent]
_COMES = [DirCreatedEvent, DirMovedEvent]
_STAYS = ("generator.plugin", __name__)


class Watcher(Observer):  # type: ignore[misc,valid-type]
    """An observer that reports changes only: a build reads files, and would begin the next one by that.

    What programs leave beside the content is passed over.
    """

    def schedule(self, handler: Any, path: str, *, recursive: bool = False, event_filter: Any = None) -> Any:
        """Watch a folder as the parent does, for changes of the site's own files only.

        A file is watched by the folder that it lies in, since many editors put a new one in its place; and so is whether a folder
        comes back, as from git.
        """
        del event_filter
        place = Path(path)
        if place.is_file():
            return super().schedule(_Of(handler, place), str(place.parent), event_filter=_CHANGES)
        watch = partial(super().schedule, _OfFolder(handler, place), path, recursive=recursive, event_filter=_CHANGES)
        again = _Again(handler, place, watch, self.unschedule)
        return super().schedule(again, str(place.parent), event_filter=_COMES)


class _Of(FileSystemEventHandler):
    """A handler that passes on the events of one file. That a folder is gone is passed on as if it were a file."""

    def __init__(self, handler: FileSystemEventHandler, place: Path) -> None:
        self.handler, self.place = handler, place

    def dispatch(self, event: Any) -> None:
        if any(self.concerns(Path(path)) for path in (event.src_path, event.dest_path) if path):
            self.handler.dispatch(FileDeletedEvent(event.src_path) if event.is_directory else event)

    def concerns(self, path: Path) -> bool:
        return path == self.place


class _OfFolder(_Of):
    """A handler that passes on the events of all that lies in a folder, but for those about leftovers of programs."""

    def concerns(self, path: Path) -> bool:
        return path.is_relative_to(self.place) and not lies_among_leftovers(path.relative_to(self.place))


class _Again(_Of):
    """A handler that watches a folder while it is there: from the beginning, and each time that it comes."""

    def __init__(
        self, handler: FileSystemEventHandler, place: Path, watch: Callable[[], Any], unwatch: Callable[[Any], object]
    ) -> None:
        super().__init__(handler, place)
        self.watch, self.unwatch = watch, unwatch
        self.watched = watch() if place.is_dir() else None

    def dispatch(self, event: Any) -> None:
        if self.concerns(Path(event.dest_path or event.src_path)):
            if self.watched:
                self.unwatch(self.watched)
            self.watched = self.watch()
            self.handler.dispatch(FileModifiedEvent(str(self.place)))


class Overlay:
    """The preview's server, which shows the content's problems on every page while there are any.

    The page below is that of the last build without problems. Where there was none yet, the problems are all there is, and the
    page asks again by itself.
    """

    def __init__(self, app: WSGIApplication, problems: Callable[[], Sequence[Problem]], base: str) -> None:
        self.app, self.problems, self.base = app, problems, base

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        if environ["PATH_INFO"] == self.base + _STYLESHEET:
            start_response("200 OK", [("Content-Type", "text/css; charset=utf-8")])
            return [Path(__file__).with_suffix(".css").read_bytes()]
        answer: list[Any] = []

        def remember(*given: Any) -> Callable[[bytes], object]:
            answer[:] = given
            return answer.append

        content, problems = self.app(environ, remember), self.problems()
        if not problems or not dict(answer[1]).get("Content-Type", "").startswith("text/html"):
            start_response(*answer)
            return content
        page = _with_problems(b"".join(content), problems, self.base)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))])
        return [page]


_STYLESHEET = "preview.css"
"""Below the site's address, so that the pages' own policy lets it in."""

_ALONE = Markup(
    '<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta http-equiv="refresh" content="2"><title>Fejl i indholdet</title></head><body>{}</body></html>'
)
_OVERLAY = Markup(
    '<link rel="stylesheet" href="{}"><aside class="preview-problems" role="alert"><details open><summary>{}</summary>'
    "<p>{} Ret filen, og gem den. Så kommer siden frem af sig selv.</p><ul>{}</ul></details></aside>"
)
_EARLIER = "Siden er vist, som den var, da indholdet sidst var i orden."
_NO_PAGE = "Der er ikke nogen side at vise endnu."
_PROBLEM = Markup("<li><p><code>{}</code>, linje {}, tegn {}</p><p>{}</p></li>")
_EXPLAINED = Markup('{} <a href="{}">Læs mere</a>')


def _with_problems(page: bytes, problems: Sequence[Problem], base: str) -> bytes:
    """Return a page with the problems over it, or the problems as a page where there is none. Nothing that was written can act."""
    before, end, after = page.rpartition(b"</body>")
    items = (
        _PROBLEM.format(
            visible(each.path),
            each.line,
            each.column,
            _EXPLAINED.format(each.spoken, explanation(base + urls.MESSAGES, each.rule.code)) if end else each.spoken,
        )
        for each in problems
    )
    overlay = _OVERLAY.format(base + _STYLESHEET, summary(problems), _EARLIER if end else _NO_PAGE, Markup().join(items))
    return b"".join([before, overlay.encode(), end, after]) if end else _ALONE.format(overlay).encode()


def forget_generator() -> None:
    """Have all modules but the plugin's imported again, where one of them has changed."""
    stamp = max(file.stat().st_mtime_ns for file in Path(__file__).parents[1].rglob("*.py"))
    if stamp == _read_at.setdefault("stamp", stamp):
        return
    _read_at["stamp"] = stamp
    for name in [name for name in sys.modules if name.partition(".")[0] == "generator" and name not in _STAYS]:
        del sys.modules[name]


_read_at: dict[str, int] = {}
