"""Chains a page opens with, the way back from them, and what was supposed for an evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from support.visiting import CHAIN, NEVER, TREND, Visit, expect_at, headline, ids, line

from argmap import chains, evaluate, load

pytestmark = pytest.mark.browser


def test_a_highlighted_chain_is_reported_in_words_from_the_start(visit: Visit) -> None:
    page = visit(f"--highlight {NEVER}..{TREND}")
    expect_at(page, CHAIN)
    (chain,) = chains(load(), NEVER, TREND)
    claims = [node.id for node in chain.nodes if node.id in load().claims]
    assert ids(page, ".ways .chain > li:not(.step) a") == claims
    expect(page.locator(".chains h2")).to_be_in_viewport()
    expect(page.locator(".ways")).to_contain_text("undercuts the step by which")
    assert set(ids(page, ".stage .chosen")) == {NEVER, TREND}
    assert {node.id for node in chain.nodes} <= set(ids(page, ".stage .bright"))
    assert len(ids(page, ".stage .faded")) > 100
    page.keyboard.press("Escape")
    expect(page.locator(".stage .bright")).to_have_count(0)
    assert ids(page, ".stage .chosen") == [NEVER]


def test_of_several_chains_the_highlighted_one_is_lit(visit: Visit, tmp_path: Path) -> None:
    claims = {name: f"Claim {name}." for name in "abcd"}
    ways = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")]
    relations = [{"from": start, "supports": end} for start, end in ways]
    document = {"argmap": 1, "claims": claims, "relations": relations}
    (tmp_path / "two.json").write_text(json.dumps(document))
    page = visit("-m two.json --highlight a..d", folder=tmp_path)
    expect(page.locator(".ways > li")).to_have_count(2)
    expect(page.get_by_role("button", name="Chain 1 of 2")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert set(ids(page, ".stage .claim.bright")) == {"a", "b", "d"}
    page = visit("-m two.json --highlight a..d", "#b", folder=tmp_path)
    expect(page.locator(".chains")).to_be_hidden()
    assert headline(page) == "Claim b."


def test_chains_are_lit_one_at_a_time(visit: Visit) -> None:
    page = visit(address="#phone-call&from=phone-call&to=cognitive-community")
    found = list(chains(load(), "phone-call", "cognitive-community"))
    assert len(found) > 2
    ways = page.locator(".ways > li")

    def lit() -> set[str]:
        read = "all => all.map(e => CLAIMS[ROWS[e.dataset.line].node].id)"
        return set(page.locator(".tree .lit").evaluate_all(read))

    def claims(number: int) -> set[str]:
        return {node.id for node in found[number].nodes if node.id in load().claims}

    assert lit() == claims(0)
    ways.nth(1).hover()
    assert lit() == claims(1)
    ways.nth(2).locator("a").first.focus()
    assert lit() == claims(2)
    expect(page.locator(".ways .current")).to_have_count(1)
    page.locator(".outline .count").hover()
    assert lit() == claims(2)


@pytest.mark.parametrize("verbs", ["restates restates", "restates attacks", "supports restates"])
def test_the_effect_of_a_chain_is_that_of_trace(visit: Visit, tmp_path: Path, verbs: str) -> None:
    one, other = verbs.split()
    claims = {name: f"Claim {name}." for name in "abc"}
    relations = [{"from": "a", one: "b"}, {"from": "b", other: "c"}]
    document = {"argmap": 1, "claims": claims, "relations": relations}
    (tmp_path / "mixed.json").write_text(json.dumps(document))
    page = visit("-m mixed.json --highlight a..c", folder=tmp_path)
    (chain,) = chains(load(tmp_path / "mixed.json"), "a", "c")
    expect(page.locator(".ways strong").first).to_have_text(f"The whole chain {chain.effect}")


def see_chains(page: Page) -> None:
    """Go to a claim in the outline, and see its chains to another, with keys alone."""
    page.keyboard.press("o")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("t")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator(".chains h2")).to_be_focused()


@pytest.mark.parametrize("way", ["Escape", "button", "back"])
def test_the_chains_give_the_focus_back(visit: Visit, way: str) -> None:
    page = visit("-m library.yaml")
    see_chains(page)
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "button":
        page.get_by_role("button", name="Put away").press("Enter")
    else:
        page.go_back()
    expect(page.locator(".chains")).to_be_hidden()
    expect(page.locator('.tree [data-line="0"]')).to_be_focused()


def test_choosing_a_second_claim_after_all_not_gives_the_focus_back(visit: Visit) -> None:
    page = visit("-m library.yaml", "#costly")
    button = page.get_by_role("button", name="Chains to another claim")
    button.press("Enter")
    page.get_by_role("button", name="Cancel").press("Enter")
    expect(button).to_be_focused()
    page = visit("-m library.yaml", "#costly", width=360)
    page.get_by_role("button", name="Chains to another claim").tap()
    expect(page.locator(".tree")).to_be_visible()
    page.get_by_role("button", name="Cancel").tap()
    expect(page.get_by_role("button", name="Chains to another claim")).to_be_focused()


def test_a_claim_chosen_beside_chains_is_seen(visit: Visit) -> None:
    page = visit(address=CHAIN)
    line(page, "No military alliance").click()
    expect(page.locator(".full h2")).to_have_text("No military alliance")
    expect(page.locator(".full h2")).to_be_in_viewport()
    page.locator(".chain a").first.press("Enter")
    expect(page.locator(".full h2")).to_be_focused()


def test_a_key_that_needs_a_claim_says_so(visit: Visit) -> None:
    page = visit()
    reported = page.locator(".notice")
    page.keyboard.press("t")
    expect(reported).to_be_in_viewport()
    expect(reported).to_contain_text("Choose a claim first")
    expect(page.locator(".said")).to_have_text(reported.inner_text())
    line(page, "No military alliance").click()
    expect(reported).to_be_hidden()
    page.keyboard.press("t")
    page.keyboard.press("Enter")
    expect(reported).to_contain_text("choose another")
    expect(page.locator(".picking")).to_be_visible()


@pytest.mark.parametrize("semantics", ["grounded", "df-quad"])
def test_what_was_supposed_is_reported_and_marked(visit: Visit, semantics: str) -> None:
    page = visit(f"--semantics {semantics} --assume no-split --reject power-only", "#no-split")
    given = page.locator(".given")
    expect(given.locator("p").first).to_have_text(
        f"What if: assumed No split; rejected Balance of power and interest alone ({semantics})"
    )
    assert ids(page, ".given p:first-child a") == ["no-split", "power-only"]
    expect(page.locator(".facts")).to_contain_text("assumed for this evaluation")
    expect(line(page, "Balance of power and interest alone")).to_contain_text("rejected")
    name = "Balance of power and interest alone, rejected"
    rejected = page.get_by_role("treeitem", name=name).first
    expect(rejected).to_be_attached()
    expect(page.locator('.stage [data-claim="no-split"]')).to_contain_text("assumed")
    expect(visit("--evaluate").locator(".given")).to_be_hidden()


def test_a_step_that_was_supposed_is_marked_too(visit: Visit) -> None:
    page = visit("-m library.yaml --semantics df-quad --reject costly/open", "#open")
    expect(page.locator(".given")).to_contain_text("rejected the step from A Sunday shift")
    expect(page.locator(".full")).to_contain_text("the step is rejected")
    expect(page.locator(".tree")).to_contain_text("(the step is rejected)")


def test_strengths_have_four_places_and_are_explained(visit: Visit) -> None:
    page = visit("-m library.yaml --semantics df-quad", "#open")
    outcome = evaluate(load(Path(__file__).parents[1] / "maps" / "library.yaml"), "df-quad")
    step = outcome.strengths["costly/open"]
    assert step is not None
    assert step < 1
    expect(page.locator(".full")).to_contain_text(f"undercut, {step:.4f} is left")
    expect(page.locator(".full")).to_contain_text("together 0.")
    page.keyboard.press("?")
    signs = page.locator("dialog .signs")
    expect(signs).to_contain_text("strength, from 0 to 1; of linked premises, what they amount to")
    expect(signs).to_contain_text("strength of the step itself")
