"""Background work: following the file, locating claims in it, and evaluating the map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.message import Message
from textual.widget import Widget

from argmap.analysis.outline import Row as OutlineRow
from argmap.errors import ArgmapError
from argmap.explorer.following import FollowedFile, error_line
from argmap.explorer.judging import (
    Verdict,
    judgement,
    status_row,
    supposed,
    usual_status,
    verdict,
    whole,
)
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

    @property
    def path(self) -> Path | None:
        """The file that is followed."""
        return Path(self._file.path) if self._file is not None and self.is_followed else None

    def look_now(self) -> None:
        """Read the file again if it has changed, without waiting until it is settled."""
        if self._file is not None and self._file.differs():
            self._read(self._file)

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

    def line(self, node: Claim | Relation | None) -> int | None:
        """Return the line of a claim or relation; None if it is unknown."""
        location = self._map.locations.get(node.id) if self._map and node else None
        return location.line if location else None

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
    """Evaluates the map in a thread, without what is rejected and as it stands."""

    @dataclass
    class Judged(Message):
        """What is known or rejected has changed; ``said`` sums it up where that was asked for."""

        said: str = ""

    @dataclass
    class _Found(Message):
        before: Verdict  # nothing rejected
        found: Verdict
        rejected: tuple[str, ...]

    def __init__(self, argument_map: ArgumentMap, glyphs: Glyphs) -> None:
        """Start with nothing rejected and no statuses."""
        super().__init__(classes="-off")
        self._map = argument_map
        self._glyphs = glyphs
        self._rejected: tuple[str, ...] = ()
        self._earlier: list[tuple[str, ...]] = []  # what was rejected, to undo
        self._is_on = False
        self._is_asked = False  # whether to sum up the whole map
        self._before: Verdict | None = None
        self._found: Verdict | None = None

    @property
    def _shown(self) -> Verdict | None:
        return self._found if self._is_on else None

    @property
    def usual(self) -> str | None:
        """The status of the most claims; None if none is shown."""
        return usual_status(self._shown) if self._shown else None

    def judge(self, row: OutlineRow) -> Judgement:
        """Return the judgement on a row of the tree."""
        return judgement(self._shown, self._rejected, self._glyphs, row)

    def status(self, node: Claim | Relation) -> Row:
        """Return the status of a claim or relation as a row; empty if there is none."""
        is_rejected = node.id in self._rejected
        return status_row(self._shown, node, self._glyphs, is_rejected=is_rejected)

    @property
    def supposed(self) -> list[Span]:
        """What is rejected and what that changes, on a line; empty if nothing is."""
        if not self._rejected:
            return []
        said = supposed(self._rejected, self._before, self._found)
        return [(said, "heading"), ("  u undo", "quiet")]

    def toggle(self) -> None:
        """Show or hide statuses."""
        self._is_on = not self._is_on
        self._is_asked = self._is_on
        if self._is_on and self._found is None:
            self._judge_again()
        else:
            said = whole(self._found) if self._is_on and self._found else ""
            self.post_message(self.Judged(said or "statuses are hidden; e shows them"))

    def reject(self, name: str) -> None:
        """Reject or restore a claim or relation."""
        kept = tuple(each for each in self._rejected if each != name)
        self._suppose(kept if name in self._rejected else (*kept, name))

    def restore_all(self) -> None:
        """Reject nothing."""
        if self._rejected:
            self._suppose(())

    def undo(self) -> None:
        """Reject what was rejected before the last change."""
        if self._earlier:
            self._change(self._earlier.pop())

    def _suppose(self, rejected: tuple[str, ...]) -> None:
        self._earlier.append(self._rejected)
        self._change(rejected)

    def _change(self, rejected: tuple[str, ...]) -> None:
        self._rejected, self._found = rejected, None
        self._is_on = True
        self.post_message(self.Judged())
        self._judge_again()

    def take(self, argument_map: ArgumentMap) -> None:
        """Evaluate another version of the map; what is rejected stays rejected."""
        self._map = argument_map
        self._before = self._found = None
        if self._is_on or self._rejected:
            self._judge_again()

    @work(thread=True, exclusive=True)
    def _judge_again(self) -> None:
        argument_map, rejected, before = self._map, self._rejected, self._before
        if before is None:
            before = verdict(argument_map, ())
        found = verdict(argument_map, rejected) if rejected else before
        self.post_message(self._Found(before, found, rejected))

    @on(_Found)
    def _show(self, message: _Found) -> None:
        message.stop()
        if message.found.map is not self._map or message.rejected != self._rejected:
            return  # outdated
        self._before, self._found = message.before, message.found
        self.post_message(self.Judged(whole(self._found) if self._is_asked else ""))
        self._is_asked = False
