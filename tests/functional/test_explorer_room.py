"""What the explorer shows where there is little: room, a title, a claim, or a key to press."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from support import MAPS, argmap
from support.exploring import Seen, explored

from argmap import formats

pytestmark = pytest.mark.slow  # for it is waited on the screen

LIBRARY = MAPS / "library.yaml"
WIDE = (200, 34)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
def test_an_empty_map_says_what_to_do_and_that_works(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "my map.yaml"
    path.write_text("argmap: 1\nclaims: {}\n", encoding="utf-8")

    async def script(seen: Seen) -> None:
        reported = " ".join(seen.text.split())
        found = re.search(r"argmap (add my-thesis .* -m '.*')", reported)
        assert found
        assert argmap(*shlex.split(found[1]), cwd=tmp_path).status == 0
        await seen.until("▌My thesis.")
        await seen.settle()
        assert "This map has no claims yet." not in seen.text
        assert "My thesis." in seen.marked
        assert "/ search" in seen.lines[-1] or size[0] < 80

    explored(path, script, size=size)


def test_the_header_gives_up_the_size_then_folders_then_the_file() -> None:
    async def script(seen: Seen) -> None:
        title = " Should the reading room open on Sundays?"
        for width, right in (
            (90, "maps/of/the/letters/library.yaml  6 claims"),
            (80, "maps/of/the/letters/library.yaml"),
            (72, "maps/…/letters/library.yaml"),
            (64, "maps/…/library.yaml"),
            (60, "…/library.yaml"),
            (44, ""),
        ):
            await seen.pilot.resize_terminal(width, 24)
            await seen.settle()
            assert seen.lines[0].startswith(title)
            assert seen.lines[0].removeprefix(title).strip() == right

    explored(formats.load(LIBRARY), script, name="maps/of/the/letters/library.yaml")


def test_a_map_without_a_title_is_called_by_its_file() -> None:
    async def script(seen: Seen) -> None:
        assert re.fullmatch(r" cyclic.yaml +3 claims, 6 relations", seen.lines[0])

    explored(MAPS / "cyclic.yaml", script)


def test_the_last_line_fits_and_says_how_to_go_on() -> None:
    async def script(seen: Seen) -> None:
        for width in (80, 40):
            await seen.pilot.resize_terminal(width, 24)
            for keys in ("j", "x", "t", "slash", "tab", "question_mark"):
                await seen.press(keys)
                assert seen.lines[-1].endswith(("quit", "leave", "back"))
                assert len(seen.lines[-1]) <= width
                if width == 80 and keys in {"j", "x", "t"}:
                    for word in ("open", "search", "trace", "invert", "help"):
                        assert word in seen.lines[-1]
                if keys in {"slash", "tab", "question_mark"}:
                    await seen.press("escape")

    explored(formats.load(), script)


def test_where_the_claim_is_out_of_sight_the_last_line_says_how_to_read_it() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("j", "j")
        assert "tab read" in seen.lines[-1]
        await seen.press("tab")
        assert "Two in three of those asked named\n Sunday." in seen.text
        assert "esc back" in seen.lines[-1]
        for _ in range(2):  # the chain has no room: tab goes back to the tree, and keys with it
            await seen.press("tab", "j")
            assert seen.marked
            await seen.press("k", "tab")
            assert "Two in three of those asked named\n Sunday." in seen.text

    explored(LIBRARY, script, size=(40, 10))


def test_help_names_the_keys_and_says_how_to_leave_it() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("question_mark")
        for word in (
            "pcall finds phone-call",
            "the next or previous chain",
            "reject or restore the claim",
            "stands elsewhere",
            "OSC 52",
        ):
            assert word in seen.text
        assert "esc back" in seen.lines[-1]
        await seen.press("q")
        assert "reject the claim" not in seen.text

    explored(LIBRARY, script, size=(200, 50))


def test_the_commands_are_argmaps_own_in_its_own_order() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("ctrl+p")
        await seen.until("find a claim")
        shown = seen.text
        names = ["Search:", "Trace:", "Trace to:", "Invert:", "Evaluate:", "Reject:", "Quit:"]
        places = [shown.index(name) for name in names]
        assert places == sorted(places)
        for alien in ("Theme", "Maximize", "Keys", "Next chain"):
            assert alien not in shown
        await seen.type("eval")
        await seen.until("Evaluate")
        await seen.press("enter")
        await seen.until("grounded: ")
        await seen.press("ctrl+p")
        await seen.type("open all")
        await seen.until("Open all:")
        await seen.press("enter")
        await seen.until("Volunteers would take the shift.")

    explored(LIBRARY, script)


def test_a_picture_of_the_screen_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def script(seen: Seen) -> None:
        for name in ("argmap-explore.svg", "argmap-explore-2.svg"):
            await seen.press("ctrl+p")
            await seen.type("save")
            await seen.until("Save the screen:")
            await seen.press("enter")
            await seen.until(f"the screen was saved to {name}")
            assert "open" in (tmp_path / name).read_text(encoding="utf-8")

    explored(LIBRARY, script)
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("keys", [("j", "j", "t", "y"), ("j", "j", "t", "e", "x")])
@pytest.mark.parametrize("size", [(40, 12), (40, 9), (20, 5)])
def test_whatever_is_shown_the_last_line_has_the_keys(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    async def script(seen: Seen) -> None:
        await seen.press(*keys)
        assert seen.lines[-1].endswith("q quit") or size[0] < 40
        assert "help" in seen.lines[-1]
        assert not seen.app.screen.show_vertical_scrollbar
        if size == (40, 12):
            assert seen.marked  # a line of the tree
            assert "Chain 1 of " in seen.text
            assert "not all support it" in " ".join(seen.text.split()) or "y" not in keys

    explored(formats.load(), script, size=size)


def test_ascii_alone_is_drawn_on_every_screen() -> None:
    beyond = set(map(chr, range(0x2190, 0x2600)))  # arrows, lines, blocks and signs

    async def script(seen: Seen) -> None:
        assert not set(seen.text) & beyond
        for key, sign in (("question_mark", "Moving"), ("ctrl+p", "find a claim")):
            await seen.press(key)
            await seen.until(sign)
            assert not set(seen.text) & beyond
            await seen.press("escape")

    explored(formats.load(LIBRARY), script, size=(80, 24), ascii=True)


def test_a_long_id_leaves_room_for_what_is_said_of_it() -> None:
    name = "very-" * 60 + "long"

    async def script(seen: Seen) -> None:
        await seen.press("y")
        assert seen.app.clipboard == name
        assert "… was sent to the clipboard" in seen.text
        assert "not all support it" in " ".join(seen.text.split())

    explored(formats.loads(f'{{"argmap": 1, "claims": {{"{name}": "So."}}}}', "json"), script)


def test_in_a_search_ctrl_p_is_what_the_help_says() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("question_mark")
        assert "in a search, up (ctrl+n: down)" in seen.text
        await seen.press("escape", "slash")
        first = seen.marked
        await seen.press("ctrl+n")
        assert seen.marked != first
        await seen.press("ctrl+p")
        assert seen.marked == first
        await seen.press("tab", "ctrl+p")  # from the claim in full back to what is found
        assert seen.marked == first
        assert "find a claim" not in seen.text

    explored(LIBRARY, script, size=(80, 50))
