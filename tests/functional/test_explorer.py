"""What the explorer shows, key by key, on real maps; Textual runs it without a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import MAPS, argmap
from support.exploring import Seen, big_map, explored

from argmap import formats
from argmap.errors import INTERRUPTED
from argmap.model.plain import json_text

pytestmark = pytest.mark.slow  # for it is waited on the screen

LIBRARY = MAPS / "library.yaml"
WIDE = (200, 34)


def printed(*words: str) -> list[str]:
    """Return the rows of a tree as the command prints it on a terminal, narrowed."""
    shown = re.sub(r"\x1b\[[0-9;]*m", "", argmap("tree", *words, columns=120).out)
    rows, _, _ = shown.rpartition("\n\n")  # the legend
    return narrowed([line for line in rows.splitlines() if line])


def narrowed(lines: list[str]) -> list[str]:
    """Return lines with two spaces between columns."""
    return [re.sub(r"(?<=\S) {2,}", "  ", line).rstrip() for line in lines]


def test_it_opens_as_far_as_there_is_room() -> None:
    async def script(seen: Seen) -> None:
        assert narrowed(seen.left) == printed("-m", str(LIBRARY))
        assert seen.lines[0].startswith(" Should the reading room open on Sundays?  ")
        assert seen.lines[0].endswith("  library.yaml  6 claims, 4 relations")
        assert seen.marked.startswith("▌Open on Sundays")
        assert "It bears on  nothing" in seen.text

    explored(LIBRARY, script, size=WIDE)


@pytest.mark.parametrize("name", ["library", "cyclic", "hostile"])
def test_all_opened_it_is_what_tree_prints(name: str) -> None:
    path = MAPS / f"{name}.yaml"

    async def script(seen: Seen) -> None:
        await seen.press("g", "h", "E")
        assert narrowed(seen.left) == printed("-m", str(path))

    explored(path, script, size=WIDE)


def test_what_has_no_room_is_counted_until_it_is_opened() -> None:
    async def script(seen: Seen) -> None:
        assert len(seen.left) in {19, 20}
        assert any("Closely similar basic judgements … 49" in line for line in seen.left)
        assert sum(line[:1] not in "┏┣┗▲↯" for line in seen.left) == 8  # heads, and a heading
        await seen.pilot.resize_terminal(80, 34)
        await seen.settle()
        assert len(seen.left) > 25
        await seen.press("g")
        before = seen.left
        await seen.pilot.resize_terminal(80, 44)
        await seen.settle()
        assert seen.left == before  # from the first key on, what is open is as it is left

    explored(formats.load(), script)


def test_arrows_and_letters_move_open_and_close() -> None:
    async def script(seen: Seen) -> None:
        for down, up, right, left in (("down", "up", "right", "left"), ("j", "k", "l", "h")):
            await seen.press(down)
            assert "┏ Those who work" in seen.marked
            await seen.press(right)
            assert "▲ Two in three" in seen.marked
            await seen.press(left)
            assert "┏ Those who work" in seen.marked
            await seen.press(left)
            assert "… 1" in seen.marked
            assert not any("▲ Two in three" in line for line in seen.left)
            await seen.press(left)
            assert seen.marked.startswith("▌Open on Sundays")
            await seen.press(down, right, up)
            assert any("▲ Two in three" in line for line in seen.left)
            assert seen.marked.startswith("▌Open on Sundays")
        await seen.press("G", "h")
        assert "A Sunday shift" in seen.marked
        await seen.press("enter", "enter", "j")
        assert "⊘ Volunteers would take the shift." in seen.marked
        await seen.press("g", "space")
        (only,) = seen.left
        assert only.split("  ")[0] == "Open on Sundays"
        assert " … 5 " in only

    explored(LIBRARY, script, size=WIDE)


def test_a_claim_that_stands_elsewhere_is_gone_to_and_come_back_from() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("leaders-know")
        await seen.press("enter", "l", "l")
        assert "▲ Two tones from Washington ↗" in seen.marked
        await seen.press("enter")
        assert "┏ Two tones from Washington " in seen.marked
        assert "↗" not in seen.marked
        await seen.press("b")
        assert "Two tones from Washington" in seen.marked

    explored(formats.load(), script, size=WIDE)


def test_digits_lead_along_the_relations_of_the_claim() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("costly")
        await seen.press("enter")
        assert "1 ▼ Open on Sundays" in seen.text
        await seen.press("1")
        assert "Open on Sundays" in seen.marked
        for number, sign in enumerate(("┏ Those who", "┗ What is public", "▼ A Sunday"), 1):
            assert f"{number} {sign}" in seen.text
            await seen.press(str(number))
            assert sign in seen.marked
            await seen.press("9")
            assert sign in seen.marked
            await seen.press("b")
            assert "Open on Sundays" in seen.marked
        await seen.press("G")
        assert "1 ⊘ the step from costly" in seen.text
        await seen.press("1")
        assert "A Sunday shift" in seen.marked

    explored(LIBRARY, script, size=WIDE)


def test_the_chain_of_the_row_is_lit() -> None:
    async def script(seen: Seen) -> None:
        assert [line.split("  ")[0] for line in seen.lit] == ["No military alliance"]
        await seen.press("slash")
        await seen.type("leaders-know")
        await seen.press("enter")
        assert [line.lstrip("┏┣┗┃▲│ ").split("  ")[0] for line in seen.lit] == [
            "A cognitive community at the core",
            "Closely similar basic judgements",
            "Both blame U.S. polarization",
            "Polarization hampers U.S. diplomacy",
            "Home pressure, feigned confusion",
            "U.S. leaders who know better … 1",
        ]
        assert "The whole chain supports cognitive-community  (5 steps)" in seen.text

    explored(formats.load(), script, size=(200, 60))


def test_the_claim_under_the_cursor_is_reported_in_full() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("costly")
        await seen.press("enter")
        said, _, _ = argmap("show", "costly", "-m", str(LIBRARY)).out.partition("\nBears on it")
        for line in said.splitlines():
            assert line.strip() in seen.text or line.startswith("file ")
        assert "file       library.yaml, line 10" in seen.text

    explored(LIBRARY, script, size=WIDE)


def test_invert_shows_what_a_claim_bears_on_and_back() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("volunteers")
        await seen.press("enter", "i")
        assert "What this bears on: volunteers" in seen.text
        assert narrowed(seen.left) == printed("volunteers", "-i", "-m", str(LIBRARY))
        assert "The whole chain defends open" not in seen.text
        await seen.press("j", "j")
        assert "The whole chain defends open  (2 steps, 2 attacks)" in seen.text
        await seen.press("i")
        assert "What this bears on" not in seen.text
        assert seen.marked.startswith("▌Open on Sundays")

    explored(LIBRARY, script, size=WIDE)


def test_evaluation_on_and_off() -> None:
    async def script(seen: Seen) -> None:
        before = seen.left
        await seen.press("e")
        assert narrowed(seen.left) == printed("--evaluate", "-m", str(LIBRARY))
        said = argmap("evaluate", "-m", str(LIBRARY)).err
        assert said in seen.text + "\n"
        assert "by grounded semantics" in seen.text
        await seen.press("e")
        assert seen.left == before
        assert "by grounded semantics" not in seen.text

    explored(LIBRARY, script, size=WIDE)


def test_a_rejected_claim_is_marked_and_what_changes_is_always_reported() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("cognitive-community")
        await seen.press("enter", "x")
        assert "A cognitive community at the core  thesis ○ (rejected)" in seen.marked
        said = (
            "without cognitive-community: no-alliance out, no-split out, alliance-threat in, "
            "5 more change  u undo"
        )
        assert said in seen.text
        assert "○ out, by grounded semantics, rejected" in seen.text
        await seen.press("e", "e")
        assert "grounded: 59 in, 8 out, 0 undecided" in seen.text
        await seen.press("slash")
        await seen.type("phone-call")
        assert said in seen.text
        await seen.press("enter", "x")
        assert "without cognitive-community and phone-call: no-alliance out" in seen.text
        await seen.press("u")
        assert said in seen.text
        await seen.press("u")
        assert "without" not in seen.text
        assert "(rejected)" not in seen.text
        await seen.press("u", "x")
        assert "without phone-call: no change" in seen.text
        await seen.press("x")
        assert "without" not in seen.text
        await seen.press("u")
        assert "without phone-call: no change" in seen.text

    explored(formats.load(), script, size=WIDE)


def test_a_step_can_be_rejected() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("j", "X")
        assert "Those who work in the week can come at weekends alone. (step rejected)" in seen.text
        assert "without need: open out" in seen.text
        await seen.press("g", "X", "X")  # the thesis is no premise
        assert "without need: open out" in seen.text

    explored(LIBRARY, script, size=WIDE)


def test_copying_an_id_says_how_it_is_done() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("y")
        assert "open was sent to the clipboard" in seen.text
        assert "OSC 52" in seen.text

    assert explored(LIBRARY, script, size=WIDE).clipboard == "open"


@pytest.mark.parametrize(("key", "status"), [("q", 0), ("ctrl+c", INTERRUPTED), ("ctrl+q", 0)])
def test_ways_to_leave(key: str, status: int) -> None:
    async def script(seen: Seen) -> None:
        await seen.pilot.press(key)

    assert explored(LIBRARY, script).return_code == status


def test_the_mouse_chooses_and_opens() -> None:
    async def script(seen: Seen) -> None:
        for _ in range(2):
            assert any("▲ Two in three" in line for line in seen.left)
            await seen.pilot.click("#tree", offset=(9, 1))
            await seen.settle()
            assert "┏ Those who work" in seen.marked
        assert not any("▲ Two in three" in line for line in seen.left)
        await seen.pilot.click("#keys", offset=(seen.lines[-1].index("evaluate") - 1, 0))
        await seen.settle()
        assert "grounded: " in seen.text

    explored(LIBRARY, script, size=WIDE)


def test_it_can_begin_at_a_claim() -> None:
    async def script(seen: Seen) -> None:
        assert "Volunteers would take the shift." in seen.marked

    explored(LIBRARY, script, start="volunteers", size=WIDE)


def test_a_big_map_is_shown_in_part() -> None:
    async def script(seen: Seen) -> None:
        assert "3,000 claims" in seen.text
        await seen.press("slash")
        await seen.type("claim-2999")
        await seen.press("enter")
        assert "claim-2999" in seen.marked
        await seen.press("g", "E")
        assert "claim-0" in seen.marked or seen.marked

    explored(big_map(3000, "tree"), script, size=WIDE)


def test_a_deep_chain_stays_readable() -> None:
    claims = {f"c{n}": f"Claim number {n}." for n in range(1500)}
    relations = [{"from": f"c{n + 1}", "supports": f"c{n}"} for n in range(1499)]
    text = json_text({"argmap": 1, "claims": claims, "relations": relations})

    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("c1499")
        await seen.press("enter")
        assert "▲ Claim number 1499." in seen.marked
        assert "The whole chain supports c0  (1,499 steps)" in seen.text
        await seen.press("t")
        assert "(1,499 steps)" in seen.text
        await seen.press("tab", "tab", "pagedown")
        assert "(2,951 lines left out)" in seen.text
        await seen.pilot.resize_terminal(30, 40)
        await seen.settle()
        await seen.press("escape")
        assert "… " in seen.marked  # guides too far left
        assert "Claim num" in seen.marked

    explored(formats.loads(text, "json"), script, size=(160, 40))


def test_an_empty_map() -> None:
    async def script(seen: Seen) -> None:
        assert "This map has no claims yet." in seen.text
        assert "Quit with q, and open a map that has claims." in seen.text  # none is followed
        assert seen.lines[-1].strip() == "? help  q quit"
        await seen.press(*"jklhEitTxeybGg", "enter", "tab")
        await seen.press("slash", "a", "enter", "escape", "q")

    empty = formats.load(MAPS / "empty.yaml")
    assert explored(empty, script, size=(80, 40)).return_code == 0


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    async def script(seen: Seen) -> None:
        for key in ("E", "e", "x", "y", "t", "i", "i", "question_mark", "escape"):
            await seen.press(key)
        assert "\\x1b]0;owned\\x07 [/x]" in seen.text
        assert not any(letter < " " or "\x7f" <= letter < "\xa0" for letter in "".join(seen.lines))
        await seen.press("slash")
        await seen.type("[/x]")
        assert "[/x] [bold]b[/bold] :smile: \\x1b[31m\\u202etfel" in seen.text
        await seen.press("enter", "t", "x", "y")
        assert "[/x] [bold]b[/bold]" in seen.marked

    explored(MAPS / "hostile.yaml", script, size=WIDE)


HOSTILE_ID = """
argmap: 1
title: '[red]t[/]'
claims: {'[bold]x[/]': '[link=a]b', '[/]': '[@click=q]c'}
relations:
  - {from: '[/]', attacks: '[bold]x[/]', id: '[red]r', scheme: '[/]', note: '[/b]'}
"""


def test_markup_in_ids_is_text_wherever_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "[bold]map.yaml"
    path.write_text(HOSTILE_ID, encoding="utf-8")

    async def script(seen: Seen) -> None:
        assert seen.lines[0].startswith(" [red]t[/]  ")
        assert "  [bold]map.yaml  2 claims" in seen.lines[0]
        assert "[link=a]b" in seen.marked
        assert "[bold]x[/]" in seen.marked
        await seen.press("i")
        assert "What this bears on: [bold]x[/]" in seen.text
        await seen.press("i", "E", "x", "y")
        assert "[bold]x[/] was sent to the clipboard" in seen.text
        await seen.press("j", "t")
        assert "The only chain from [/]" in seen.text
        await seen.press("x")
        assert "without [bold]x[/] and [/]: " in seen.text
        await seen.press("T")
        assert "Trace [/] to which claim?" in seen.text
        await seen.press("escape")
        path.write_text(HOSTILE_ID + "'[/x]': 1\n", encoding="utf-8")
        await seen.until("'[/x]'")

    explored(path, script, size=WIDE)


def test_a_cyclic_map_has_the_marks_of_the_printed_tree() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("E")
        assert narrowed(seen.left) == printed("-m", str(MAPS / "cyclic.yaml"))
        assert "↻ a cycle: stands above" in seen.text
        for _ in range(4):
            await seen.press("j", "enter", "t")
        await seen.press("g", "E", "i", "E", "t")

    explored(MAPS / "cyclic.yaml", script, size=WIDE)


def test_the_file_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    text = LIBRARY.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    async def script(seen: Seen) -> None:
        await seen.press("E", "slash")
        await seen.type("volunteers")
        await seen.press("enter", "x")
        before = [line.split() for line in seen.left]
        path.write_text(text.replace("Volunteers would take", "Many would take"), encoding="utf-8")
        await seen.until("Many would take the shift.")
        await seen.settle()
        assert [line.replace("Many", "Volunteers").split() for line in seen.left] == before
        assert "Many would take" in seen.marked
        assert "(rejected)" in seen.marked
        assert "map.yaml has changed and was read again" in seen.text
        lines = text.splitlines(keepends=True)
        shorter = [line for line in lines if "volunteers" not in line]
        path.write_text("".join(shorter), encoding="utf-8")
        await seen.until("5 claims")
        await seen.settle()
        assert "A Sunday shift" in seen.marked  # what the claim that is gone hung from
        path.write_text(text, encoding="utf-8")
        await seen.until("6 claims")
        await seen.settle()
        await seen.press("l", "l")
        assert "(rejected)" in seen.marked

    explored(path, script, size=WIDE)


def test_an_error_is_reported_and_the_view_stays(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    text = LIBRARY.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    async def script(seen: Seen) -> None:
        before = seen.left
        path.write_text(f"{text}\n", encoding="utf-8")
        await seen.until("was read again")
        path.write_text(text.replace("attacks: open", "attacks: opne"), encoding="utf-8")
        await seen.until("map.yaml:15:29: ")
        assert "there is no claim 'opne'" in seen.text
        assert "The map is shown as it was before." in seen.text
        assert "was read again" not in seen.text
        assert seen.left == before
        await seen.press("e", "slash")
        await seen.type("survey")
        await seen.press("enter")
        assert "survey" in seen.marked
        path.unlink()
        await seen.until("there is no file")
        path.write_text(text, encoding="utf-8")
        await seen.until("was read again")
        assert "there is no file" not in seen.text
        assert "survey" in seen.marked

    explored(path, script, size=WIDE)


def test_tab_goes_on_and_the_claim_can_be_scrolled() -> None:
    async def script(seen: Seen) -> None:
        assert seen.marked.startswith("▌No military alliance")
        await seen.press("tab", *"jjj")
        assert not seen.marked  # keys go to the claim
        assert "No military alliance between" not in seen.text
        await seen.press("escape", "j")
        assert "A cognitive community at the core ↗" in seen.marked

    explored(formats.load(), script)


def test_another_size_loses_nothing() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("phone")
        await seen.press("enter", "e")
        for width, height in ((40, 10), (200, 60), (20, 5), (80, 24)):
            await seen.pilot.resize_terminal(width, height)
            await seen.settle()
            assert len(seen.lines) == height
            assert "A warm" in seen.marked or width == 20
            assert "? help  q quit" in seen.lines[-1] or width == 20
            assert ("tab read" in seen.lines[-1]) == (width == 40) or width == 20

    explored(formats.load(), script)
