"""Looking for a claim in the explorer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from support import ROOT
from support.exploring import Seen, big_map, explored
from textual import events

from argmap import formats

pytestmark = pytest.mark.slow  # for it is waited on the screen

LIBRARY = ROOT / "tests" / "functional" / "maps" / "library.yaml"
WIDE = (200, 34)


def test_search_finds_letters_words_and_nothing() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.press(*"cog", *"com")
        assert "cognitive-community" in seen.marked
        assert "A cognitive community at the core" in seen.text.replace("│", " ")
        await seen.press("enter")
        assert "cognitive-community" in seen.marked
        await seen.press("slash")
        await seen.type("beijing phone")
        assert "phone-call" in seen.marked
        await seen.press("escape")
        assert "cognitive-community" in seen.marked
        await seen.press("slash")
        await seen.type("qqq")
        assert "nothing matches" in seen.text
        await seen.press("enter", "escape")
        assert "cognitive-community" in seen.marked

    explored(formats.load(), script, size=WIDE)


def test_letters_typed_in_search_do_nothing_else() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.press(*"qextyi", "question_mark")
        assert "qextyi?" in seen.text
        assert "esc leave" in seen.lines[-1]
        await seen.press("escape")
        assert "in, by grounded" not in seen.text
        assert seen.app.return_code is None  # it goes on

    explored(LIBRARY, script)


def test_the_choice_among_what_is_found() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        await seen.type("open")
        first = seen.marked
        await seen.press("down")
        second = seen.marked
        assert second != first
        await seen.press("up")
        assert seen.marked == first
        await seen.press("down", "enter")
        assert second.split("  ")[0][:30] in seen.marked

    explored(formats.load(), script, size=WIDE)


def test_letters_far_apart_are_found_and_shown() -> None:
    claims = f"of {len(formats.load().claims)} claims"

    async def script(seen: Seen) -> None:
        await seen.press("slash", *"pcall")
        assert "phone-call" in seen.marked
        assert f"Search  1 {claims}" in seen.text
        assert seen.underlined == "pcall"
        await seen.press("escape")
        assert claims not in seen.text

    explored(formats.load(), script, size=WIDE)


def test_numbers_of_a_big_map_are_found_by_a_letter_and_the_number() -> None:
    async def script(seen: Seen) -> None:
        for typed, found in (("c999", "claim-999"), ("c1", "claim-1"), ("clm2718", "claim-2718")):
            await seen.press("slash")
            await seen.type(typed)
            assert found in seen.marked.split()
            await seen.press("enter")
            assert found in seen.marked.split()

    explored(big_map(3000, "tree"), script, size=WIDE)


def test_enter_does_not_wait_for_what_is_still_looked_for() -> None:
    async def script(seen: Seen) -> None:
        await seen.burst("slash", *"clm2718", "enter")
        assert "claim-2718" in seen.marked.split()
        assert "Search" not in seen.text

    explored(big_map(3000, "tree"), script, size=WIDE)


def test_keys_in_one_burst_go_where_they_would_one_by_one() -> None:
    async def script(seen: Seen) -> None:
        await seen.burst("j", "slash", *"xsurvex", "backspace", "y", "home", "delete", "enter", "y")
        assert "survey was sent to the clipboard" in seen.text
        assert "rejected" not in seen.text
        assert "Two in three" in seen.marked
        await seen.burst("slash", *"open", "down", "escape", "k")
        assert "Search" not in seen.text
        assert "┏ Those who work" in seen.marked
        seen.app.post_message(events.Key("slash", "/"))
        seen.app.post_message(events.Paste("costly\nand more"))
        await seen.burst("enter")
        assert "A Sunday shift" in seen.marked

    explored(LIBRARY, script, size=WIDE)


def test_the_claim_found_can_be_read_and_keys_are_typed_on() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash", *"warm", "tab", *"jjj")
        assert "On the phone in February" not in seen.text  # the claim is scrolled
        await seen.press("escape", *"ji")
        assert " warmji " in seen.text.replace("\n", "  ")
        await seen.press("tab", "q", "tab", "question_mark")
        assert " warmjiq? " in seen.text.replace("\n", "  ")
        await seen.press("backspace", "backspace", "tab", "enter")
        assert "Search" not in seen.text
        assert "A warm call" in seen.marked
        await seen.press("slash", *"warm")
        await seen.pilot.click("#card")
        await seen.press("escape")
        assert "Search" in seen.text
        await seen.press("escape", "j", "t")
        assert "Search" not in seen.text
        assert "Chain 1 of " in seen.text

    explored(formats.load(), script)


def test_where_the_claim_found_is_out_of_sight_tab_shows_it() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash", *"survey", "tab")
        assert "Two in three of those asked named" in seen.text
        await seen.press("tab", "s")
        assert "surveys" in seen.text
        await seen.press("tab", "escape", "escape", "tab", "slash")
        assert "Search" in seen.text  # out of the claim in full, too

    explored(LIBRARY, script, size=(40, 16))


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
def test_what_is_said_of_the_line_gives_its_room_to_what_is_found(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "map.yaml"
    text = LIBRARY.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")

    async def script(seen: Seen) -> None:
        await seen.press("j", "j", "t")
        await seen.press("slash")
        for _ in range(2):
            assert "The whole chain" not in seen.text
            assert "together or not at all" not in seen.text  # of the legend
            assert "Two in three" in seen.text
            path.write_text(f"{text}\n", encoding="utf-8")
            if "has changed" not in seen.text:
                await seen.until("has changed")
                await seen.settle()
        await seen.press("escape")
        assert "The only chain from" in seen.text
        assert "The whole chain" in seen.text

    explored(path, script, size=size)


def test_what_was_typed_last_is_what_is_shown() -> None:
    async def script(seen: Seen) -> None:
        await seen.press("slash")
        for letter in "claim-27":
            seen.app.post_message(events.Key(letter, letter))
            await asyncio.sleep(0)
        await seen.settle()
        assert "claim-27" in seen.marked.split()
        await seen.press(*["backspace"] * 7)
        assert "Search  3,000 of 3,000 claims" in seen.text

    explored(big_map(3000, "tree"), script, size=WIDE)


def test_the_claim_to_trace_from_may_leave_the_file(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("argmap: 1\nclaims: {a: A, b: B, c: C}\n", encoding="utf-8")

    async def script(seen: Seen) -> None:
        await seen.press("T")
        path.write_text("argmap: 1\nclaims: {b: B, c: C}\n", encoding="utf-8")
        await seen.until("2 claims")
        await seen.settle()
        await seen.press("enter")
        assert "a is no longer in the map" in seen.text

    explored(path, script)
