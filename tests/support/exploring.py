"""What tests of the explorer need: one to press keys in, and what its screen shows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from argmap import ArgumentMap, formats
from argmap.explorer.app import Explorer
from argmap.explorer.following import FollowedFile
from argmap.model.plain import json_text
from argmap.views.theme import ASCII, UNICODE
from support.random_maps import plain

PATIENCE = 20  # seconds to wait for what happens by itself


def big_map(claims: int, shape: str) -> ArgumentMap:
    """Return a map of so many claims."""
    return formats.loads(json_text(plain(claims, claims * 6 // 5, shape)), "json")


class Seen:
    """An explorer that runs without a terminal: press keys, and look at it."""

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        """Take both."""
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and wait for what they start."""
        await self.pilot.press(*keys)
        await self.settle()

    async def burst(self, *keys: str) -> None:
        """Press keys faster than any of them is looked at, as a slow line delivers them."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def type(self, text: str) -> None:
        """Put a text in at once, as pasting does."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing goes on."""
        await self.pilot.pause()
        if any(not worker.is_finished for worker in self.app.workers):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def until(self, text: str) -> None:
        """Wait until the screen shows a text; TimeoutError if it never does."""
        async with asyncio.timeout(PATIENCE):
            while text not in self.text:
                await self.pilot.pause(0.05)

    async def quit(self) -> None:
        """End as ``q`` does: what was to be shown is let go before the screen is taken down.

        Left to itself, a test takes the screen down while messages still arrive.
        """
        self.app.exit(return_code=self.app.return_code or 0)
        running = self.app._task
        assert running is not None
        _, late = await asyncio.wait([running], timeout=PATIENCE)
        assert not late

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without the blanks at their ends."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(part.text for part in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines) + "\n"

    @property
    def left(self) -> list[str]:
        """The lines of the tree, as far as there is something on them, without what is lit."""
        return [row[1:].rstrip(" ▁▂▃▄▅▆▇█") for row in self._rows if row.strip()]

    @property
    def lit(self) -> list[str]:
        """The lines of the tree that are lit."""
        return [row[1:].strip(" ▁▂▃▄▅▆▇█") for row in self._rows if row[0] == "▌"]

    @property
    def _rows(self) -> list[str]:
        tree = self.app.query_one("#tree").region
        return [line[tree.x : tree.right] for line in self.lines[tree.y : tree.bottom]]

    @property
    def marked(self) -> str:
        """The line under the cursor, in the tree or in what is found."""
        strips = self.app.screen._compositor.render_strips()
        found = [
            "".join(part.text for part in strip if part.style and part.style.reverse)
            for strip in strips
        ]
        return " ".join(line.strip() for line in found if len(line) > 5)

    @property
    def underlined(self) -> str:
        """What is underlined in the list of what is found, but for the line under the cursor."""
        strips = self.app.screen._compositor.render_strips()
        parts = [part for strip in strips for part in strip]
        return "".join(part.text for part in parts if part.style and part.style.underline)


def explored(
    what: ArgumentMap | str | Path,
    script: Callable[[Seen], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    ascii: bool = False,
    start: str | None = None,
    name: str | None = None,
) -> Explorer:
    """Run a script on an explorer of a map or of a file, which it then follows.

    ``name`` is what the explorer calls the file; None for its name alone.
    """
    file = None if isinstance(what, ArgumentMap) else FollowedFile(what)
    argument_map = what if isinstance(what, ArgumentMap) else formats.load(what)
    called = name or ("map.yaml" if file is None else Path(file.path).name)
    app = Explorer(argument_map, ASCII if ascii else UNICODE, called, file, start)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            seen = Seen(app, pilot)
            try:
                await seen.settle()
                await script(seen)
            finally:
                await seen.quit()

    asyncio.run(run())
    return app
