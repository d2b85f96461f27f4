"""Looking for a claim in the explorer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from exploring import Seen, big_map, explored
from support import ROOT
from textual import events

from argmap import formats
from argmap.views.explorer.finder import Query

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
    async def script(seen: Seen) -> None:
        await seen.press("slash", *"pcall")
        assert "phone-call" in seen.marked
        assert "Search  1 of 65 claims" in seen.text
        assert seen.underlined == "pcall"
        await seen.press("escape")
        assert "of 65 claims" not in seen.text

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
        await seen.press("slash")
        query = seen.app.query_one(Query)
        query.value = "claim-2718"
        await query.action_submit()  # at once: pressing the key would wait a little
        await seen.settle()
        assert "claim-2718" in seen.marked.split()
        assert "Search" not in seen.text

    explored(big_map(3000, "tree"), script, size=WIDE)


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
        assert "a is not in the map any more" in seen.text

    explored(path, script)
