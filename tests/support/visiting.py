"""What the tests in a browser share: the page that is visited, and what is looked for in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

from support import MAPS

NEVER, TREND = "never-tested", "open-trend"  # claims between which there is one chain
CHAIN = f"#{NEVER}&from={NEVER}&to={TREND}"
BIG = "-m big.yaml"  # a map of 10,000 claims


class Visit(Protocol):
    """Writes the page of some words of ``argmap export`` and opens it at an address within it."""

    def __call__(
        self,
        words: str = "",
        address: str = "",
        *,
        width: int = 1280,
        is_dark: bool = False,
        folder: Path = MAPS,
    ) -> Page:
        """Return the page, which is watched until the test is over."""


def see_cards(page: Page) -> Page:
    """Go to the cards; return the page."""
    page.get_by_role("button", name="Cards").click()
    return page


def line(page: Page, headline: str) -> Locator:
    """Return the first row of the outline with a headline."""
    own = page.locator(".row", has_text=headline)
    return page.locator(".tree [role=treeitem]").filter(has=own).locator(own).first


def expect_at(page: Page, address: str) -> None:
    """Wait until the page is at an address within it."""
    expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))


def headline(page: Page) -> str:
    """Return the headline of the claim that is shown in full."""
    return page.locator(".full h2").inner_text()


def ids(page: Page, selector: str) -> list[str]:
    """Return the ids of the claims that links lead to, or that groups of the picture are."""
    read = """found => found.map(e => e.tagName === "A"
        ? decodeURIComponent(e.hash.slice(1)) : e.dataset.claim ?? e.dataset.relation)"""
    result: list[str] = page.locator(selector).evaluate_all(read)
    return result
