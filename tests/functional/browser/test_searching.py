"""The search of a page: what it finds, in which order, what it marks, and what it dims."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support import random_maps as maps
from support.visiting import Visit, expect_at, headline, ids, see_cards

pytestmark = pytest.mark.browser

TEXTS = {
    "rain": "It rains on the hills.",
    "tea": "Tea is what keeps the harbour going.",
    "steam": "The steamers run late.",
    "harbour-tea": "A kiosk would pay.",
    "café-society": "Łódź, Übersee and Straße are written with care.",
    "phone-call": "They spoke for two hours.",
    "well-known": "Nobody doubts it.",
}


def found(page: Page, query: str) -> list[str]:
    """Return the ids of what a query finds, as they are listed."""
    page.get_by_role("searchbox").fill(query)
    return ids(page, ".found a")


@pytest.fixture
def page(visit: Visit, tmp_path: Path) -> Page:
    """Return the page of a map made to be searched."""
    document = {"argmap": 1, "claims": TEXTS, "relations": []}
    (tmp_path / "words.json").write_text(json.dumps(document))
    return visit("-m words.json", folder=tmp_path)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("tea", ["tea", "harbour-tea", "steam"]),  # the id, a word of an id, within a word
        ("harbour tea", ["harbour-tea", "tea"]),
        ("TEA HARBOUR", ["tea", "harbour-tea"]),  # words in any order, best together
        ("cafe", ["café-society"]),
        ("lodz strasse UBERSEE", ["café-society"]),
        ("well known", ["well-known"]),
        ("pcall", ["phone-call"]),  # letters in order, from the start of a word
        ("hbrt", ["harbour-tea"]),
        ("hone", ["phone-call"]),
        ("zzz", []),
        ("nobody xyz", []),
        ("?", []),
    ],
)
def test_it_finds_what_is_meant_the_nearest_first(
    page: Page, query: str, wanted: list[str]
) -> None:
    assert sorted(found(page, query)) == sorted(wanted)
    assert found(page, query)[:1] == wanted[:1]


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("at", ["at", "at", "At", "at"]),  # not within "plateaus" or "gate"
        ("late", ["late", "late"]),
        ("STRASSE", ["Straße"]),
        ("pcall", ["p", "c", "a", "l", "l"]),
    ],
)
def test_what_is_typed_is_marked_where_it_was_found(
    visit: Visit, tmp_path: Path, query: str, marks: list[str]
) -> None:
    texts = {
        "a": "Plateaus are at rest.",
        "b": "That is where we stand: at the gate. At last, at it.",
        "c": "A platelet is late, translated.",
        "d": "Die Straße.",
        "phone-call": "They spoke.",
        "e": "No gateau.",
    }
    document = {"argmap": 1, "claims": texts, "relations": []}
    (tmp_path / "marks.json").write_text(json.dumps(document))
    page = visit("-m marks.json", folder=tmp_path)
    found(page, query)
    assert page.locator(".found mark").all_inner_texts() == marks


def test_hits_by_letters_alone_are_shown_as_such(page: Page) -> None:
    count = page.locator(".count")
    found(page, "pcall")
    expect(count).to_have_text("1 of 7 claims, by letters alone")
    found(page, "tea")
    expect(count).to_have_text("3 of 7 claims")
    found(page, "zzz")
    expect(count).to_have_text("None of 7 claims")


def test_within_a_word_is_marked_where_no_word_begins_so(page: Page) -> None:
    found(page, "hone")
    assert page.locator(".found mark").all_inner_texts() == ["hone"]


def test_ten_thousand_claims_are_ranked_at_once(visit: Visit, tmp_path: Path) -> None:
    data = maps.plain(10_000, 10_500, "mixed")
    (tmp_path / "big.json").write_text(json.dumps(data))
    page = visit("-m big.json", folder=tmp_path)
    assert found(page, "c999")[0] == "claim-999"
    assert found(page, "claim-99")[:2] == ["claim-99", "claim-990"]
    count = page.locator(".count").inner_text()
    assert count == "111 of 10,000 claims"


def test_choosing_a_hit_ends_the_dimming(visit: Visit) -> None:
    page = visit()
    found(page, "washington")
    expect(page.locator(".stage .faded").first).to_be_attached()
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".stage .chosen")).to_be_attached()
    expect(page.locator(".stage .faded")).to_have_count(0)
    page.wait_for_timeout(300)  # what was typed before does not dim it later on
    expect(page.locator(".stage .faded")).to_have_count(0)
    expect(page.locator(".found a").first).to_be_visible()
    page.get_by_role("searchbox").press_sequentially(" a")
    expect(page.locator(".stage .faded").first).to_be_attached()


def test_what_is_found_out_of_sight_is_brought_into_sight(visit: Visit) -> None:
    page = visit(address="#no-split")
    hit = page.locator('.stage [data-claim="phone-call"]')
    see_cards(page)
    expect(hit).not_to_be_in_viewport()
    page.keyboard.press("/")
    found(page, "phone-call")
    see_cards(page)
    expect(hit).to_be_in_viewport()
    expect(page.locator(".stage .claim:not(.faded)")).to_have_count(1)


def test_nothing_found_says_so_and_leads_back(visit: Visit) -> None:
    page = visit()
    page.get_by_role("combobox", name="Kind").select_option("=thesis")
    found(page, "qqq")
    expect(page.locator(".found")).to_contain_text("No claim has “qqq” in its id, label or text")
    expect(page.locator(".found")).to_contain_text("among those filtered")
    page.get_by_role("button", name="Show the outline again").click()
    expect(page.locator(".tree")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_escape_leaves_the_hits_for_the_search(visit: Visit) -> None:
    page = visit()
    found(page, "alliance")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    title = headline(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_have_attribute("aria-selected", "true")
    assert title in page.locator(":focus").inner_text()
    expect_at(page, page.url.partition("#")[2])
