"""Addresses within a page: what they end, what is said of where they lead, and odd ids in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.visiting import CHAIN, NEVER, Visit, expect_at, headline, line

pytestmark = pytest.mark.browser


def go_to(page: Page, address: str) -> None:
    """Change the address as a person does in the address bar."""
    page.goto(page.url.partition("#")[0] + address)


def said(page: Page, words: str) -> None:
    """Wait until a screen reader is told some words and no others."""
    expect(page.locator(".said")).to_have_text(words)


def test_a_new_address_ends_the_choosing_of_a_second_claim(visit: Visit) -> None:
    page = visit()
    line(page, "No military alliance").click()
    page.keyboard.press("t")
    expect(page.locator(".picking")).to_contain_text("No military alliance")
    go_to(page, "#fragility")
    expect(page.locator(".full h2")).to_have_text("A fragile relationship")
    expect(page.locator(".picking")).to_be_hidden()
    page.keyboard.press("t")
    expect(page.locator(".picking")).to_contain_text("A fragile relationship")
    line(page, "Western attention to the pair").click()
    expect(page.locator(".chains")).to_contain_text("A fragile relationship")


def test_back_ends_the_choosing_of_a_second_claim(visit: Visit) -> None:
    page = visit()
    line(page, "No military alliance").click()
    page.keyboard.press("t")
    page.go_back()
    expect(page.locator(".picking")).to_be_hidden()
    line(page, "No split").click()
    assert headline(page) == "No split"
    expect(page.locator(".chains")).to_be_hidden()


def test_a_screen_reader_hears_where_an_address_leads(visit: Visit) -> None:
    page = visit(address="#nope")
    said(page, "There is no claim “nope” in this map.")
    line(page, "No military alliance").click()
    expect(page.locator(".said")).to_contain_text("No military alliance. ")
    go_to(page, "#neither")
    said(page, "There is no claim “neither” in this map.")
    go_to(page, "#nor")
    said(page, "There is no claim “nor” in this map.")
    go_to(page, "#")
    said(page, "No claim is chosen.")


def test_a_screen_reader_hears_that_back_led_to_no_claim(visit: Visit) -> None:
    page = visit()
    said(page, "")
    line(page, "No military alliance").click()
    page.go_back()
    said(page, "No claim is chosen.")


def test_a_screen_reader_hears_of_chains_and_that_they_are_put_away(visit: Visit) -> None:
    page = visit(address=f"#{NEVER}")
    go_to(page, CHAIN)
    said(page, "1 chain between the two claims.")
    page.get_by_role("button", name="Put away").click()
    said(page, "The chains are put away.")
    go_to(page, CHAIN)
    said(page, "1 chain between the two claims.")
    go_to(page, "#fragility")
    expect(page.locator(".said")).to_contain_text("A fragile relationship. ")
    expect(page.locator(".said")).to_contain_text("The chains are put away.")


ODD = ("a%41", "a%2541", "a%252541", "aA", "b%42", "a&from=aA&to=b%42", "%26", "&")


def test_what_choosing_writes_is_read_back_as_the_same_claim(visit: Visit, tmp_path: Path) -> None:
    claims = {name: f"It is {name}." for name in ODD}
    document = {"argmap": 1, "claims": claims, "relations": []}
    (tmp_path / "odd.json").write_text(json.dumps(document))
    page = visit("-m odd.json", folder=tmp_path)
    for number, name in enumerate(ODD):
        page.locator(".tree .row").nth(number).click()
        page.reload()
        assert headline(page) == f"It is {name}."
    page.get_by_role("button", name="Chains to another claim").click()
    line(page, "It is a%41.").click()
    page.reload()
    expect_at(page, "#%26&from=%26&to=a%2541")
    assert headline(page) == "It is &."
    expect(page.locator(".chains")).to_contain_text("It is a%41.")


def test_an_id_may_be_written_as_it_is(visit: Visit, tmp_path: Path) -> None:
    names = ("b%42", "100%", "x&from=y&to=z")
    claims = {name: f"It is {name}." for name in names}
    document = {"argmap": 1, "claims": claims, "relations": []}
    (tmp_path / "raw.json").write_text(json.dumps(document))
    for name in names:
        page = visit("-m raw.json", f"#{name}", folder=tmp_path)
        assert headline(page) == f"It is {name}."
