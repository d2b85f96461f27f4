"""Background work: following the file, locating claims in it, and evaluating the map."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widget import Widget

from argmap.analysis.tree import TreeLine
from argmap.errors import ArgmapError
from argmap.explorer.following import FollowedFile, error_line
from argmap.explorer.judging import Verdict, changes, judgement, status_row, verdict, whole
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line
from argmap.views.rows import Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import Judgement

_POLL = 0.5  # seconds between looks at the file


class FileWatch(Widget):
    """Reads a file again when it has changed."""

    @dataclass
    class Changed(Message):
        """The file has changed; ``found`` is the new map or an error message."""

        found: ArgumentMap | str

    def __init__(self, file: FollowedFile | None, name: str) -> None:
        """Take the file, or None for nothing to follow, and its name."""
        super().__init__(classes="-off")
        self._file = file
        self._called = name

    @property
    def is_followed(self) -> bool:
        """Whether there is a file that can change."""
        return self._file is not None and self._file.is_followed

    def on_mount(self) -> None:
        """Start watching the file."""
        if self.is_followed:
            self.set_interval(_POLL, self._look)

    def _look(self) -> None:
        if self._file is not None and self._file.has_changed():
            self._read(self._file)

    @work(thread=True, exclusive=True)
    def _read(self, file: FollowedFile) -> None:
        try:
            self.post_message(self.Changed(file.read()))
        except ArgmapError as error:
            self.post_message(self.Changed(error_line(error, self._called)))


class Locator(Widget):
    """Finds out, in a thread, where in its file each claim and relation is."""

    class Located(Message):
        """The places of the map are known."""

    @dataclass
    class _Ready(Message):
        map: ArgumentMap

    def __init__(self, name: str) -> None:
        """Take the path of the file, whose name is shown without its folder."""
        super().__init__(classes="-off")
        self._file = one_line(name.rpartition("/")[2])
        self._map: ArgumentMap | None = None
        self._is_ready = False

    def take(self, argument_map: ArgumentMap) -> None:
        """Find the places of a map."""
        self._map, self._is_ready = argument_map, False
        self._find(argument_map)

    def place(self, node: Claim | Relation) -> str:
        """Return the file and line of a claim or relation; empty if unknown or not found yet."""
        if self._map is None or not self._is_ready:
            return ""
        location = self._map.locations.get(node.id)
        return f"{self._file}, line {location.line}" if location else ""

    @work(thread=True)
    def _find(self, argument_map: ArgumentMap) -> None:
        for node in (*argument_map.claims, *argument_map.relations)[:1]:
            argument_map.locations.get(node)  # the first access finds all
        self.post_message(self._Ready(argument_map))

    @on(_Ready)
    def _report(self, message: _Ready) -> None:
        message.stop()
        if message.map is self._map:
            self._is_ready = True
            self.post_message(self.Located())


class Assessor(Widget):
    """Evaluates the map in a thread, given what is rejected."""

    @dataclass
    class Judged(Message):
        """Statuses have changed or are hidden; ``said`` sums it up, empty if nobody asked."""

        said: list[Span]

    @dataclass
    class _Found(Message):
        found: Verdict

    def __init__(self, argument_map: ArgumentMap, glyphs: Glyphs) -> None:
        """Start with nothing rejected and no statuses."""
        super().__init__(classes="-off")
        self._map = argument_map
        self._glyphs = glyphs
        self._rejected: frozenset[str] = frozenset()
        self._basis = self._rejected  # what was rejected in the last evaluation
        self._is_on = False
        self._is_asked = True  # by the user, to whom the result is reported
        self._found: Verdict | None = None

    def judge(self, line: TreeLine) -> Judgement:
        """Return the judgement on a line of the tree."""
        return judgement(self._found, self._rejected, self._glyphs, line)

    def status(self, node: Claim | Relation) -> Row:
        """Return the status of a claim or relation as a row; empty if there is none."""
        is_rejected = node.id in self._rejected
        return status_row(self._found, node, self._glyphs, is_rejected=is_rejected)

    def toggle(self) -> None:
        """Show or hide statuses."""
        self._is_on = not self._is_on
        self._found = None
        if self._is_on:
            self._judge_again()
        else:
            self.post_message(self.Judged([("statuses are hidden; e shows them", "")]))

    def reject(self, name: str) -> None:
        """Reject or restore a claim or relation."""
        self._rejected ^= {name}
        self._is_on = True
        self._judge_again()

    def restore_all(self) -> None:
        """Reject nothing."""
        self._rejected = frozenset()
        self._is_on = True
        self._judge_again()

    def take(self, argument_map: ArgumentMap) -> None:
        """Evaluate another version of the map; what is rejected stays rejected."""
        self._map = argument_map
        self._found = None
        if self._is_on:
            self._is_asked = False
            self._judge_again()

    @work(thread=True, exclusive=True)
    def _judge_again(self) -> None:
        argument_map, rejected, basis = self._map, self._rejected, self._basis
        if self._found is None and basis != rejected:  # to report what changes
            self.post_message(self._Found(verdict(argument_map, basis)))
        self._basis = rejected
        self.post_message(self._Found(verdict(argument_map, rejected)))

    @on(_Found)
    def _show(self, message: _Found) -> None:
        message.stop()
        before, found = self._found, message.found
        if found.map is not self._map or not self._is_on:
            return  # outdated
        self._found = found
        if before is None or before.rejected == found.rejected:
            said: list[Span] = [(whole(found), "")]
        else:
            said = changes(before, found, self._glyphs)
        self.post_message(self.Judged(said if self._is_asked else []))
        self._is_asked = True
