"""Room on the screen: low windows, and readers who have set their browser to big letters."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from support.visiting import CHAIN, Visit, see_cards

pytestmark = pytest.mark.browser

BIG_LETTERS = 32  # pixels, twice what browsers begin with


def set_letters(page: Page, pixels: int) -> None:
    """Set how big the letters are that the reader wants, as in the settings of a browser."""
    sizes = {"standard": pixels, "fixed": pixels}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
    read = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert page.evaluate(read) == pixels * 15 / 16


def height(page: Page, selector: str) -> float:
    """Return how high something is; 0 where it is not shown."""
    box = page.locator(selector).bounding_box()
    return box["height"] if box else 0


def width(page: Page, selector: str) -> float:
    """Return how wide something is; 0 where it is not shown."""
    box = page.locator(selector).bounding_box()
    return box["width"] if box else 0


def beyond(page: Page) -> list[str]:
    """Return what can be pressed and stands, in part, beyond the right edge of the window."""
    read = """all => all.filter(e => e.checkVisibility() && !e.closest(".stage"))
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.textContent || e.tagName)"""
    found: list[str] = page.locator("button, main a, select, input").evaluate_all(read)
    return found


@pytest.mark.parametrize("size", [(740, 360), (844, 390), (800, 300), (1280, 400)])
def test_the_outline_has_most_of_a_low_window(visit: Visit, size: tuple[int, int]) -> None:
    page = visit("--evaluate")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    kinds, button = page.get_by_role("combobox", name="Kind"), page.get_by_text("Filter")
    expect(kinds).to_be_hidden()
    assert height(page, ".outline .scroll") > size[1] / 2
    button.click()
    expect(kinds).to_be_visible()
    kinds.select_option("=thesis")
    expect(button).to_have_text("Filter (1)")


def test_letters_are_as_big_as_the_reader_wants_them(visit: Visit) -> None:
    page = visit()
    set_letters(page, 16)
    set_letters(page, BIG_LETTERS)
    read = "parseFloat(getComputedStyle(document.querySelector('.tree .row')).fontSize)"
    assert page.evaluate(read) == 30


def test_big_letters_make_a_window_a_narrow_one(visit: Visit) -> None:
    page = visit()
    page.set_viewport_size({"width": 800, "height": 600})
    set_letters(page, BIG_LETTERS)
    expect(page.locator(".pane.claim")).to_be_hidden()
    assert height(page, ".outline .scroll") > 150
    page.locator(".tree .row").first.click()
    assert width(page, ".pane.claim") > 700
    assert width(page, ".pane.outline") > 700
    see_cards(page)
    assert height(page, ".pane.picture") > 150


@pytest.mark.parametrize("letters", [16, 20, 24, BIG_LETTERS])
def test_every_part_of_a_wide_window_has_room(visit: Visit, letters: int) -> None:
    page = visit("--evaluate")
    page.set_viewport_size({"width": 1440, "height": 900})
    set_letters(page, letters)
    for pane in ("outline", "claim"):
        assert width(page, f".pane.{pane}") > 350
        assert height(page, f".pane.{pane}") > 250
    see_cards(page)
    assert width(page, ".pane.picture") > 700
    assert height(page, ".pane.picture") > 250


@pytest.mark.parametrize("address", ["", "#no-split", CHAIN])
def test_nothing_runs_off_a_phone_with_big_letters(visit: Visit, address: str) -> None:
    page = visit("--evaluate", address, width=360)
    page.set_viewport_size({"width": 360, "height": 740})
    set_letters(page, BIG_LETTERS)
    for part in ("Outline", "Cards"):
        page.get_by_role("button", name=part, exact=True).click()
        assert beyond(page) == []
        across = "all => all.map(e => e.scrollWidth - e.clientWidth)"
        panes = page.locator(".pane:visible")
        assert panes.count() == 1 + bool(address)
        assert max(panes.evaluate_all(across)) <= 0
        assert height(page, "main") > 370


def test_choosing_a_second_claim_leaves_room_to_choose_it_in(visit: Visit) -> None:
    page = visit(address="#no-split", width=360)
    page.set_viewport_size({"width": 360, "height": 740})
    set_letters(page, BIG_LETTERS)
    page.get_by_role("button", name="Chains to another claim").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_in_viewport()
    expect(page.locator(".tree .row").first).to_be_visible()
    assert height(page, ".outline .scroll") > 100
    assert height(page, "main") > 200


def test_a_list_without_room_scrolls_with_what_is_above_it(visit: Visit) -> None:
    page = visit("--evaluate")
    page.set_viewport_size({"width": 740, "height": 360})
    set_letters(page, BIG_LETTERS)
    last = page.locator(".tree [role=treeitem]:visible > .row").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    expect(page.get_by_role("searchbox")).not_to_be_in_viewport()
