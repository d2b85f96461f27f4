"""Exploring a map in its page: clicks, search, filters, chains, addresses and the picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from support import argmap
from support import random_maps as maps
from support.visiting import CHAIN, NEVER, TREND, Visit, expect_at, headline, ids, line

from argmap import Chain, chains, evaluate, load

pytestmark = pytest.mark.browser


def reported(*words: str) -> Any:
    """Return what a command tells as JSON of the bundled map."""
    return json.loads(argmap(*words, "--json").out)


def test_it_opens_with_outline_and_picture(visit: Visit) -> None:
    page = visit()
    expect(page).to_have_title(str(load().title))
    argument_map = load()
    claims, relations = len(argument_map.claims), len(argument_map.relations)
    expect(page.locator(".count")).to_have_text(f"{claims} claims, {relations} relations")
    tops = page.locator(".tree > li > .row .headline").all_inner_texts()
    assert tops == [
        load().claims[tree["claim"]].headline for tree in reported("tree", "--depth", "0")
    ]
    assert ids(page, ".stage .claim") == list(load().claims)
    expect(page.locator(".stage svg")).to_be_visible()


def test_a_branch_is_filled_when_it_is_opened(visit: Visit) -> None:
    page = visit()
    folded = page.locator('.tree [aria-expanded="false"]').first
    item = page.locator(f'.tree [data-line="{folded.get_attribute("data-line")}"]')
    expect(item.locator("li")).to_have_count(0)
    item.locator(".twisty").first.click()
    expect(item).to_have_attribute("aria-expanded", "true")
    expect(item.locator("li").first).to_be_visible()
    item.locator(".twisty").first.click()
    expect(item.locator("li").first).to_be_hidden()
    page.get_by_role("button", name="Unfold all").click()
    everything = page.evaluate("LINES.length")
    expect(page.locator(".tree [data-line]:visible")).to_have_count(everything)
    page.get_by_role("button", name="Fold all", exact=True).click()
    roots = page.locator(".tree > li")
    expect(page.locator(".tree [data-line]:visible")).to_have_count(roots.count())


def test_a_click_shows_a_claim_in_full(visit: Visit) -> None:
    page = visit()
    line(page, "A cognitive community at the core").click()
    claim = load().claims["cognitive-community"]
    assert headline(page) == claim.label
    expect(page.locator(".full")).to_contain_text(claim.text)
    expect_at(page, "#cognitive-community")
    expect(page.locator(".said")).to_contain_text("1 relation on it")
    shown = page.locator(".full .steps").all()
    assert len(shown) == 2
    (around,) = reported("show", "cognitive-community")
    wanted = {premise for relation in around["incoming"] for premise in relation["from"]}
    assert set(ids(page, ".full .steps >> nth=0 >> a")) == wanted
    assert ids(page, ".stage .chosen") == ["cognitive-community"]


def test_a_click_in_the_picture_chooses_and_links_lead_on(visit: Visit) -> None:
    page = visit("-m library.yaml")
    page.locator('.stage [data-claim="costly"] text').first.click()
    assert headline(page) == "A Sunday shift costs more than it is worth."
    expect(page.locator('.tree [aria-selected="true"] > .row')).to_contain_text("A Sunday shift")
    page.locator(".full a", has_text="Open on Sundays").click()
    assert headline(page) == "Open on Sundays"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    expect(page.locator(".full")).to_contain_text("undercuts this step: Volunteers")


def test_search_follows_what_is_typed(visit: Visit) -> None:
    page = visit()
    box = page.get_by_role("searchbox")
    box.press_sequentially("WASHINGTON alli")
    wanted = {
        claim.id
        for claim in load().claims.values()
        if all(
            word in f"{claim.id} {claim.label} {claim.text}".lower()
            for word in ("washington", "alli")
        )
    }
    assert wanted
    assert set(ids(page, ".found a")) == wanted
    expect(page.locator(".count")).to_have_text(f"{len(wanted)} of {len(load().claims)} claims")
    expect(page.locator(".tree")).to_be_hidden()
    assert set(ids(page, ".stage .claim:not(.faded)")) <= set(load().claims)
    expect(page.locator(".stage .claim:not(.faded)")).to_have_count(len(wanted))
    box.press("Enter")
    assert headline(page) in {load().claims[name].headline for name in wanted}
    page.keyboard.press("Escape")
    expect(page.locator(".tree")).to_be_visible()
    expect(box).to_have_value("")
    box.fill("no such words")
    expect(page.locator(".count")).to_have_text(f"None of {len(load().claims)} claims")


@pytest.mark.parametrize(("field", "value"), [("voice", "alliance-theory"), ("kind", "thesis")])
def test_filters_are_those_of_list(visit: Visit, field: str, value: str) -> None:
    page = visit()
    page.get_by_role("combobox", name=field.capitalize()).select_option(f"={value}")
    wanted = [claim["id"] for claim in reported("list", f"--{field}", value)]
    assert ids(page, ".found a") == wanted
    expect(page.locator(".stage .claim:not(.faded)")).to_have_count(len(wanted))
    page.get_by_role("combobox", name=field.capitalize()).select_option("")
    expect(page.locator(".tree")).to_be_visible()


def steps(page: Page) -> Iterator[list[str]]:
    """Yield, of each chain that is listed, the claims on it."""
    for number in range(page.locator(".ways > li").count()):
        yield ids(page, f".ways > li >> nth={number} >> .chain > li:not(.step) a")


@pytest.mark.parametrize("end", ["no-split", "open-trend", "fragility"])
def test_chains_are_those_of_trace(visit: Visit, end: str) -> None:
    page = visit(address="#frequent-contact")
    found = list(chains(load(), NEVER, end))
    page = visit(address=f"#{NEVER}&from={NEVER}&to={end}")
    nodes = [[node.id for node in chain.nodes if node.id in load().claims] for chain in found]
    assert list(steps(page)) == nodes
    effects = page.locator(".ways strong").all_inner_texts()
    assert effects == [f"The whole chain {chain.effect}" for chain in found]


def lit_by(chain: Chain) -> set[str]:
    """Return what a chain lights up: itself, and the premises of a step that it bears on."""
    pairs = pairwise(chain.relations)
    steps = [step for before, step in pairs if before.target == step.id]
    return {node.id for node in chain.nodes} | {name for step in steps for name in step.premises}


def test_a_second_claim_lights_up_the_chains(visit: Visit) -> None:
    page = visit(address=f"#{NEVER}")
    page.get_by_role("button", name="Chains to another claim").click()
    page.get_by_role("searchbox").fill("open-trend")
    page.locator(".found a").first.click()
    expect_at(page, CHAIN)
    (chain,) = chains(load(), NEVER, TREND)
    assert set(ids(page, ".stage .bright")) == lit_by(chain)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Escape")
    assert headline(page) == load().claims[NEVER].headline
    expect(page.locator(".tree .lit").first).to_be_visible()
    page.get_by_role("button", name="Put away").click()
    expect(page.locator(".stage .bright")).to_have_count(0)
    expect(page.locator(".tree .lit")).to_have_count(0)


def test_no_chain_is_a_sentence(visit: Visit) -> None:
    page = visit(address="#no-split&from=no-split&to=cognitive-community")
    expect(page.locator(".ways > li").first).to_be_visible()
    page = visit(address="#phone-call&from=phone-call&to=treaty-extension")
    expect(page.locator(".chains")).to_contain_text("No chain leads from either claim to the other")


def test_many_chains_are_cut_and_it_says_so(visit: Visit, tmp_path: Path) -> None:
    rows = [
        f"{{from: a{n}{x}, supports: a{n + 1}{y}}}" for n in range(6) for x in "xy" for y in "xy"
    ]
    claims = {f"a{n}{x}": {"text": "A claim."} for n in range(7) for x in "xy"}
    (tmp_path / "grid.yaml").write_text(
        f"argmap: 1\nclaims: {json.dumps(claims)}\nrelations: [{', '.join(rows)}]\n"
    )
    page = visit("-m grid.yaml", "#a0x&from=a0x&to=a6x", folder=tmp_path)
    expect(page.locator(".ways > li")).to_have_count(20)
    expect(page.locator(".chains h3")).to_contain_text("there may be more")
    page.get_by_role("button", name="Chain 2 of 20").click()
    expect(page.locator(".stage .claim.bright")).to_have_count(7)


def test_an_address_leads_to_a_claim_and_back_leads_back(visit: Visit) -> None:
    page = visit(address="#no-split")
    assert headline(page) == "No split"
    expect(page.locator('.tree [aria-selected="true"] > .row').first).to_be_in_viewport()
    line(page, "No military alliance").click()
    page.go_back()
    expect(page.locator(".full h2")).to_have_text("No split")
    page.go_forward()
    expect(page.locator(".full h2")).to_have_text("No military alliance")
    page.goto(page.url.partition("#")[0] + "#zzz")
    expect(page.locator(".full")).to_contain_text("There is no claim “zzz” in this map.")


def test_ids_of_any_kind_have_an_address(visit: Visit, tmp_path: Path) -> None:
    names = ["a&from=b&to=c", "100%", "“ü”", "picture-claim-2", "__proto__", "constructor"]
    claims = {name: {"text": f"It is {name}.", "voice": "constructor"} for name in names}
    (tmp_path / "odd.json").write_text(json.dumps({"argmap": 1, "claims": claims, "relations": []}))
    page = visit("-m odd.json", folder=tmp_path)
    for name in names:
        line(page, f"It is {name}.").click()
        page.reload()
        assert headline(page) == f"It is {name}."
    expect(page.locator(".facts")).not_to_contain_text("function")


def view_box(page: Page) -> list[float]:
    """Return the part of the picture that is shown."""
    box = page.locator(".stage svg").get_attribute("viewBox") or ""
    return [float(part) for part in box.split()]


def test_the_picture_moves_and_zooms(visit: Visit) -> None:
    page = visit()
    whole = view_box(page)
    stage = page.locator(".stage")
    stage.hover()
    page.mouse.wheel(0, -500)
    expect(page.locator(".stage svg")).not_to_have_attribute("viewBox", " ".join(map(str, whole)))
    near = view_box(page)
    assert near[2] < whole[2]
    page.mouse.down()
    page.mouse.move(500, 300, steps=3)
    page.mouse.up()
    assert view_box(page)[:2] != near[:2]
    assert not page.url.partition("#")[2]
    page.get_by_role("button", name="Fit").click()
    assert view_box(page) == whole
    page.get_by_role("button", name="Zoom in").click()
    assert view_box(page)[2] < whole[2]
    page.get_by_role("button", name="Zoom out").click()
    stage.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    assert view_box(page)[2] < whole[2]
    page.keyboard.press("0")
    assert view_box(page) == whole


def test_the_picture_lets_go_of_the_mouse(visit: Visit) -> None:
    page = visit()
    box = page.locator(".stage").bounding_box()
    assert box
    left, middle = box["x"], box["y"] + box["height"] / 2
    before = view_box(page)
    page.mouse.move(left + 2, middle)
    page.mouse.down()
    page.mouse.move(left - 60, middle)
    page.mouse.up()
    after = view_box(page)
    assert after[0] > before[0]  # it was moved, from so near its edge too
    page.mouse.move(left + 100, middle)
    page.mouse.move(left + 200, middle + 50, steps=3)
    assert view_box(page) == after


def test_a_button_released_where_nobody_heard_of_it_ends_a_drag(visit: Visit) -> None:
    page = visit()
    before = view_box(page)
    page.locator(".stage").dispatch_event(
        "pointerdown", {"pointerId": 1, "button": 0, "buttons": 1, "clientX": 600, "clientY": 300}
    )
    page.mouse.move(700, 400)
    page.mouse.move(800, 500, steps=3)
    assert view_box(page) == before


def test_what_is_chosen_comes_into_view(visit: Visit) -> None:
    page = visit(address="#power-only")
    expect(page.locator('.stage [data-claim="power-only"]')).to_be_in_viewport(ratio=0.999)
    box = page.locator('.stage [data-claim="power-only"]').bounding_box()
    assert box
    assert box["width"] > 150


@pytest.mark.parametrize("semantics", ["grounded", "df-quad"])
def test_verdicts_are_shown(visit: Visit, semantics: str) -> None:
    page = visit(f"--semantics {semantics}", "#no-split")
    outcome = evaluate(load(), semantics)
    known = outcome.strengths["no-split"] if outcome.is_gradual else outcome.statuses["no-split"]
    wanted = f"{known:.4f}" if isinstance(known, float) else str(known)
    expect(page.locator(".facts .verdict")).to_contain_text(wanted)
    selected = page.locator('.tree [aria-selected="true"]').first
    assert wanted in (selected.get_attribute("aria-label") or "")
    has_filter = page.get_by_role("combobox", name="Status").is_visible()
    assert has_filter != outcome.is_gradual


def test_marks_lead_to_where_the_rest_is(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Unfold all").click()
    marked = page.locator(".row", has_text="(*)").first
    marked.click()
    page.keyboard.press("ArrowRight")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("aria-expanded", "true")
    assert "(*)" not in focused.locator(".row").first.inner_text()


def test_ten_thousand_claims_open_and_are_searched(visit: Visit, tmp_path: Path) -> None:
    data = maps.plain(10_000, 12_000, "mixed")
    (tmp_path / "big.json").write_text(json.dumps(data))
    page = visit("-m big.json", folder=tmp_path)
    expect(page.locator(".count")).to_have_text("10,000 claims, 12,000 relations")
    assert page.locator(".tree [data-line]").count() < 1000
    expect(page.locator(".stage")).to_be_hidden()
    page.get_by_role("searchbox").fill("claim-9999")
    assert ids(page, ".found a") == ["claim-9999"]
    page.get_by_role("searchbox").press("Enter")
    assert headline(page) == data["claims"]["claim-9999"]["label"]
    page.keyboard.press("Escape")
    expect(page.locator('.tree [aria-selected="true"] > .row').first).to_be_in_viewport()
    page.get_by_role("searchbox").fill("a")
    expect(page.locator(".found a")).to_have_count(100)
    page.get_by_role("button", name="Show 100 more").click()
    expect(page.locator(".found a")).to_have_count(200)
