"""What goes on beside the screen, without holding it up: following the file, and evaluating."""

from __future__ import annotations

from textual import on, work
from textual.message import Message
from textual.widget import Widget

from argmap.analysis.tree import TreeLine
from argmap.errors import ArgmapError
from argmap.explorer.following import FollowedFile, mistake
from argmap.explorer.judging import Verdict, changes, judgement, status_row, verdict, whole
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import one_line
from argmap.views.rows import Row, Span
from argmap.views.theme import Glyphs
from argmap.views.tree import Judgement

_POLL = 0.5  # seconds between looks at the file


class FileWatch(Widget):
    """Reads a file again when it has changed."""

    class Changed(Message):
        """The file has changed: the map it now holds, or what is wrong with it."""

        def __init__(self, found: ArgumentMap | str) -> None:
            """Keep it."""
            super().__init__()
            self.found = found

    def __init__(self, file: FollowedFile | None, name: str) -> None:
        """Take the file, None for nothing to follow, and what it is called."""
        super().__init__(classes="-off")
        self._file = file
        self._called = name

    @property
    def is_followed(self) -> bool:
        """Whether there is a file that can change."""
        return self._file is not None and self._file.is_followed

    def on_mount(self) -> None:
        """Begin to look."""
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
            self.post_message(self.Changed(mistake(error, self._called)))


class Locator(Widget):
    """Knows where in its file each claim and relation stands, which takes time to find out."""

    class Located(Message):
        """The places of the map are known."""

    class _Ready(Message):
        def __init__(self, argument_map: ArgumentMap) -> None:
            super().__init__()
            self.map = argument_map

    def __init__(self, name: str) -> None:
        """Take what the file is called; the folder it is in goes without saying."""
        super().__init__(classes="-off")
        self._file = one_line(name.rpartition("/")[2])
        self._map: ArgumentMap | None = None
        self._is_ready = False

    def take(self, argument_map: ArgumentMap) -> None:
        """Find the places of a map, beside the screen."""
        self._map, self._is_ready = argument_map, False
        self._find(argument_map)

    def place(self, node: Claim | Relation) -> str:
        """Return where a claim or relation stands; empty if that is not known, or not yet."""
        if self._map is None or not self._is_ready:
            return ""
        location = self._map.locations.get(node.id)
        return f"{self._file}, line {location.line}" if location else ""

    @work(thread=True)
    def _find(self, argument_map: ArgumentMap) -> None:
        for node in (*argument_map.claims, *argument_map.relations)[:1]:
            argument_map.locations.get(node)  # the first that is asked for has all found
        self.post_message(self._Ready(argument_map))

    @on(_Ready)
    def _tell(self, message: _Ready) -> None:
        message.stop()
        if message.map is self._map:
            self._is_ready = True
            self.post_message(self.Located())


class Assessor(Widget):
    """Knows what is rejected, and works out what stands then."""

    class Judged(Message):
        """What stands is known, or is no longer to be shown; ``said`` tells it in a line.

        Nothing is said where nobody asked.
        """

        def __init__(self, said: list[Span]) -> None:
            """Keep it."""
            super().__init__()
            self.said = said

    class _Found(Message):
        def __init__(self, found: Verdict) -> None:
            super().__init__()
            self.found = found

    def __init__(self, argument_map: ArgumentMap, glyphs: Glyphs) -> None:
        """Start with nothing rejected and nothing worked out."""
        super().__init__(classes="-off")
        self._map = argument_map
        self._glyphs = glyphs
        self._rejected: frozenset[str] = frozenset()
        self._basis = self._rejected  # what was rejected when statuses were last worked out
        self._is_on = False
        self._is_asked = True  # by a person, who is to be told what comes out
        self._found: Verdict | None = None

    def judge(self, line: TreeLine) -> Judgement:
        """Return what is to be said of a line of the tree."""
        return judgement(self._found, self._rejected, self._glyphs, line)

    def status(self, node: Claim | Relation) -> Row:
        """Return what is to be said of a claim or relation by itself; an empty row for nothing."""
        is_rejected = node.id in self._rejected
        return status_row(self._found, node, self._glyphs, is_rejected=is_rejected)

    def toggle(self) -> None:
        """Show statuses, or stop."""
        self._is_on = not self._is_on
        self._found = None
        if self._is_on:
            self._judge_again()
        else:
            self.post_message(self.Judged([("statuses are no longer shown; e shows them", "")]))

    def reject(self, name: str) -> None:
        """Reject a claim or relation, or restore it."""
        self._rejected ^= {name}
        self._is_on = True
        self._judge_again()

    def restore_all(self) -> None:
        """Reject nothing any more."""
        self._rejected = frozenset()
        self._is_on = True
        self._judge_again()

    def take(self, argument_map: ArgumentMap) -> None:
        """Go on with another version of the map; what is rejected stays so."""
        self._map = argument_map
        self._found = None
        if self._is_on:
            self._is_asked = False
            self._judge_again()

    @work(thread=True, exclusive=True)
    def _judge_again(self) -> None:
        argument_map, rejected, basis = self._map, self._rejected, self._basis
        if self._found is None and basis != rejected:  # so that what changes can be told
            self.post_message(self._Found(verdict(argument_map, basis)))
        self._basis = rejected
        self.post_message(self._Found(verdict(argument_map, rejected)))

    @on(_Found)
    def _show(self, message: _Found) -> None:
        message.stop()
        before, found = self._found, message.found
        if found.map is not self._map or not self._is_on:
            return  # the map or the question is another by now
        self._found = found
        if before is None or before.rejected == found.rejected:
            said: list[Span] = [(whole(found), "")]
        else:
            said = changes(before, found, self._glyphs)
        self.post_message(self.Judged(said if self._is_asked else []))
        self._is_asked = True
