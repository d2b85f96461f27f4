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
from support.visiting import CHAIN, NEVER, TREND, Visit, expect_at, headline, ids, line, see_cards

from argmap import Chain, RelationKind, chains, evaluate, load
from argmap.analysis.outline import outline

pytestmark = pytest.mark.browser


def reported(*words: str) -> Any:
    """Return what a command tells as JSON of the bundled map."""
    return json.loads(argmap(*words, "--json").out)


def heads() -> list[str]:
    """Return the headlines of the heads of blocks of the bundled map."""
    found = outline(load())
    return [load().claims[found.rows[block.first].node.id].headline for block in found.blocks]


def test_it_opens_on_all_rows_with_cards_as_another_view(visit: Visit) -> None:
    page = visit()
    expect(page).to_have_title(str(load().title))
    argument_map = load()
    claims, relations = len(argument_map.claims), len(argument_map.relations)
    expect(page.locator(".count")).to_have_text(f"{claims} claims, {relations} relations")
    expect(page.locator(".tree [data-line]:visible")).to_have_count(len(outline(load()).rows))
    assert page.locator(".tree .block .headline").all_inner_texts() == heads()
    expect(page.locator(".stage svg")).to_be_hidden()
    see_cards(page)
    assert ids(page, ".stage .claim") == list(load().claims)
    expect(page.locator(".stage svg")).to_be_visible()
    expect(page.locator(".tree")).to_be_hidden()
    expect(page.locator(".pane.claim h2")).to_be_visible()


def test_blocks_close_and_open(visit: Visit) -> None:
    page = visit()
    rows = page.locator(".tree [data-line]:visible")
    everything = len(outline(load()).rows)
    at = outline(load()).row_of["polarization"]
    item = page.locator(f'.tree [data-line="{at}"]')
    item.locator(".twisty").click()
    expect(item).to_have_attribute("aria-expanded", "false")
    under = outline(load()).rows[at].end - at - 1
    expect(rows).to_have_count(everything - under)
    page.goto(f"{page.url.partition('#')[0]}#phone-call")  # what is under it opens it again
    expect(rows).to_have_count(everything)
    page.get_by_role("button", name="Close all", exact=True).click()
    expect(rows).to_have_count(len(heads()))
    page.get_by_role("button", name="Open all").click()
    expect(rows).to_have_count(everything)


def test_each_use_elsewhere_has_an_arc_that_lights_up(visit: Visit) -> None:
    page = visit()
    found = outline(load())
    arcs = page.locator(".arcs g")
    kinds = [link.relation.kind for link in found.links]
    expect(arcs).to_have_count(sum(kind is not RelationKind.ANSWERS for kind in kinds))
    paths = page.locator(".arcs .way").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    assert len({*paths}) == len(paths)
    line(page, "The record persuades both").hover()
    row = found.row_of["record-persuades-both"]
    uses = sum(link.source == row for link in found.links)
    expect(page.locator(".arcs .bright")).to_have_count(uses)
    page.get_by_role("button", name="Close all", exact=True).click()
    expect(arcs).to_have_count(0)


def test_sentences_stand_beside_labels_where_asked(visit: Visit) -> None:
    page = visit()
    text = page.locator(".tree").get_by_text(load().claims["polarization"].text)
    expect(text).to_have_count(0)
    page.keyboard.press("s")
    expect(text).to_be_visible()
    left = page.locator(".tree .sentence").evaluate_all(
        "all => all.map(e => Math.round(e.getBoundingClientRect().left))"
    )
    assert len({*left}) == 1


def test_the_way_up_leads_to_a_thesis(visit: Visit) -> None:
    page = visit(address="#phone-call")
    way = ids(page, ".way-up a")
    found = outline(load())
    path: list[str] = []
    row = found.rows[found.row_of["phone-call"]]
    while row.parent is not None:
        row = found.rows[row.parent]
        path.insert(0, row.node.id)
    assert way[-len(path) :] == path
    assert load().claims[way[0]].kind == "thesis"


def test_the_way_up_goes_on_where_a_deep_branch_was_broken_off(
    visit: Visit, tmp_path: Path
) -> None:
    claims = {f"c{number}": f"Claim {number}." for number in range(30)}
    relations = [{"from": f"c{n}", "supports": f"c{n - 1}"} for n in range(1, 30)]
    document = {"argmap": 1, "claims": claims, "relations": relations}
    (tmp_path / "deep.json").write_text(json.dumps(document))
    page = visit("-m deep.json", "#c28", folder=tmp_path)
    assert ids(page, ".way-up a") == [f"c{number}" for number in range(28)]


def test_a_claim_is_copied_as_a_link_and_as_markdown(visit: Visit) -> None:
    page = visit("-m library.yaml", "#costly")
    page.evaluate("navigator.clipboard.writeText = async (words) => { window.copied = words; }")
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("copied") == page.url
    page.get_by_role("button", name="Copy as Markdown").click()
    assert page.evaluate("copied").splitlines()[0] == (
        r"- A Sunday shift costs more than it is worth\. (council, paragraph 4\-5)"
    )
    expect(page.locator(".notice")).to_contain_text("copied as Markdown")


def test_the_source_stands_beside_what_cites_it(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text("It is <i>old</i>.\n\nIt leaks.\n")
    claims = {"old": {"text": "It is old.", "at": 1}, "shut": "Shut it."}
    document = {"argmap": 1, "claims": claims, "relations": []}
    (tmp_path / "pool.json").write_text(json.dumps(document))
    page = visit("-m pool.json --source essay.txt", "#old", folder=tmp_path)
    expect(page.locator(".passage blockquote")).to_have_text("It is <i>old</i>.")
    line(page, "Shut it.").click()
    expect(page.locator(".passage")).to_have_count(0)


def test_a_minimap_leads_through_a_long_map(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "long.json").write_text(json.dumps(maps.plain(300, 300, "mixed")))
    page = visit("-m long.json", folder=tmp_path)
    minimap = page.locator(".minimap")
    box = minimap.bounding_box()
    assert box
    page.mouse.click(box["x"] + 5, box["y"] + box["height"] * 0.5)
    assert page.locator(".outline .scroll").evaluate("e => e.scrollTop") > 1000
    expect(visit("-m library.yaml").locator(".minimap")).to_be_hidden()


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
    page = see_cards(visit("-m library.yaml"))
    page.locator('.stage [data-claim="costly"] text').first.click()
    assert headline(page) == "A Sunday shift costs more than it is worth."
    expect(page.locator('.tree [aria-selected="true"] > .row')).to_contain_text("A Sunday shift")
    page.locator(".full .steps a", has_text="Open on Sundays").click()
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
    page = see_cards(visit())
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
    page = see_cards(visit())
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
    page = see_cards(visit())
    before = view_box(page)
    page.locator(".stage").dispatch_event(
        "pointerdown", {"pointerId": 1, "button": 0, "buttons": 1, "clientX": 600, "clientY": 300}
    )
    page.mouse.move(700, 400)
    page.mouse.move(800, 500, steps=3)
    assert view_box(page) == before


def test_what_is_chosen_comes_into_view(visit: Visit) -> None:
    page = see_cards(visit(address="#power-only"))
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


def test_a_use_elsewhere_leads_to_where_the_claim_stands(visit: Visit) -> None:
    page = visit()
    short = page.locator(".row", has_text="↗").first
    short.click()
    assert headline(page) in short.inner_text()
    page.keyboard.press("ArrowRight")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("aria-expanded", "true")
    expect(focused).to_have_attribute("aria-selected", "true")
    assert "↗" not in focused.inner_text()


def test_what_is_made_before_anything_is_seen_does_not_grow(visit: Visit, tmp_path: Path) -> None:
    made = []
    for number in (200, 2_000):
        data = maps.plain(number, number, "mixed")
        (tmp_path / f"{number}.json").write_text(json.dumps(data))
        page = visit(f"-m {number}.json", folder=tmp_path)
        made.append(page.evaluate("rowsAtStart"))
        rows = len(outline(load(tmp_path / f"{number}.json")).rows)
        expect(page.locator(".tree [data-line]")).to_have_count(rows, timeout=30_000)
    assert made == [100, 100]


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
