"""The page for everyone: keys, screen readers, phones, dark rooms, paper, and hostile maps."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from support import MAPS
from support.external_maps import HOSTILE
from support.visiting import CHAIN, Visit, expect_at, headline, line, see_cards

from argmap import load
from argmap.analysis.outline import outline

pytestmark = pytest.mark.browser

PHONE = 360
WORKERS = (
    "supports together, 1 of 2 linked premises, "
    "Those who work in the week can come at weekends alone., paragraph 2"
)


def type_a_word(page: Page) -> None:
    page.get_by_role("searchbox").fill("china")


def ask_for_help(page: Page) -> None:
    page.keyboard.press("?")


def show_sentences(page: Page) -> None:
    page.get_by_role("button", name="Sentences").click()


def suppose(page: Page) -> None:
    page.get_by_role("button", name="Suppose it is out").click()


def go_to_cards(page: Page) -> None:
    see_cards(page)


def pick(page: Page) -> None:
    page.keyboard.press("t")


def ask_too_soon(page: Page) -> None:
    page.keyboard.press("t")
    expect(page.locator(".notice")).to_be_visible()


def open_filters(page: Page) -> None:
    page.get_by_role("searchbox").fill("zzz")
    page.get_by_role("button", name="Filter").tap()
    expect(page.get_by_role("combobox", name="Kind")).to_be_visible()


def leave_alone(page: Page) -> None:
    expect(page.locator(".count")).not_to_be_empty()


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize(
    ("words", "address", "width", "act"),
    [
        ("", CHAIN, 1280, show_sentences),
        ("", "#no-split", 1280, suppose),
        ("--evaluate", "#no-split", PHONE, go_to_cards),
        ("--evaluate", "#no-split", 768, pick),
        ("--evaluate", "", 1280, type_a_word),
        ("--semantics df-quad", "#no-split", PHONE, leave_alone),
        ("-m library.yaml", "", PHONE, ask_for_help),
        ("--evaluate --assume no-split", "", 1280, ask_too_soon),
        ("--semantics df-quad --reject no-split", "", PHONE, open_filters),
    ],
)
def test_an_audit_finds_nothing(
    visit: Visit,
    words: str,
    address: str,
    width: int,
    act: Callable[[Page], None],
    *,
    is_dark: bool,
) -> None:
    page = visit(words, address, width=width, is_dark=is_dark)
    act(page)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("words", ["-m empty.yaml", "-m cyclic.yaml", "-m hostile.yaml"])
def test_an_audit_finds_nothing_in_odd_maps(visit: Visit, words: str) -> None:
    results = Axe().run(visit(words))
    assert results.violations_count == 0, results.generate_report()


def test_everything_is_done_with_keys(visit: Visit) -> None:
    page = visit("-m library.yaml")
    page.keyboard.press("o")
    expect(page.locator(":focus")).to_have_attribute("aria-level", "1")
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_attribute("aria-label", WORKERS)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(":focus")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    assert headline(page) == "Those who work in the week can come at weekends alone."
    page.keyboard.press("End")
    last = page.locator(":focus").get_attribute("aria-label") or ""
    assert last.startswith("undercuts the step, Volunteers would take the shift.")
    page.keyboard.press("Home")
    page.keyboard.press("t")
    expect(page.locator(".picking")).to_be_visible()
    page.keyboard.press("Enter")
    expect_at(page, "#workers&from=workers&to=open")
    page.keyboard.press("Escape")
    expect_at(page, "#workers")
    page.keyboard.press("/")
    page.keyboard.type("sunday shift")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_at(page, "#costly")
    page.keyboard.press("c")
    expect(page.locator("h2:focus")).to_have_text("A Sunday shift costs more than it is worth.")
    page.keyboard.press("p")
    expect(page.locator(".stage")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_help_gives_the_focus_back(visit: Visit) -> None:
    page = visit("-m library.yaml")
    page.keyboard.press("o")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_have_attribute("aria-label", WORKERS)


def test_single_keys_can_be_turned_off(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("?")
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_timeout(500)  # the browser stores what a page keeps a moment later
    page.reload()
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Dark mode")).to_have_attribute("aria-pressed", "false")


def test_a_screen_reader_hears_where_a_line_stands(visit: Visit) -> None:
    page = visit("-m library.yaml --evaluate")
    workers = page.get_by_role("treeitem", name="1 of 2 linked premises, Those who work")
    expect(workers).to_have_attribute("aria-level", "2")
    expect(workers).to_have_attribute("aria-posinset", "1")
    expect(workers).to_have_attribute("aria-setsize", "3")
    name = workers.get_attribute("aria-label") or ""
    assert name.endswith("paragraph 2, in")
    expect(page.get_by_role("tree")).to_have_count(1)
    page.get_by_role("searchbox").fill("sunday")
    expect(page.get_by_role("status").first).to_have_text("3 of 6 claims")


def overflows(page: Page) -> bool:
    """Return whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("words", ["", "-m hostile.yaml", "-m cyclic.yaml --evaluate"])
def test_it_fits_a_phone(visit: Visit, words: str) -> None:
    page = visit(words, width=PHONE)
    assert not overflows(page)
    expect(page.locator(".pane.claim")).to_be_hidden()
    page.locator(".tree .row").first.tap()
    expect(page.locator(".pane.claim h2")).to_be_in_viewport()
    expect(page.locator(".tree .row").first).to_be_in_viewport()
    assert not overflows(page)
    page.get_by_role("button", name="Cards").tap()
    expect(page.locator(".stage .chosen")).to_be_in_viewport()
    assert not overflows(page)
    page.get_by_role("button", name="Outline").tap()
    page.get_by_role("button", name="Close the claim").tap()
    expect(page.locator(".pane.claim")).to_be_hidden()
    page.go_back()
    expect(page.locator(".pane.claim")).to_be_visible()
    page.get_by_role("button", name="Keys and signs").tap()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not overflows(page)


def test_little_of_a_phone_goes_to_the_head(visit: Visit) -> None:
    page = visit(width=PHONE)
    top = page.locator("main").bounding_box()
    assert top
    assert top["y"] <= 120
    box, button = page.get_by_role("searchbox"), page.get_by_role("button", name="Filter")
    boxes = box.bounding_box(), button.bounding_box()
    assert boxes[0]
    assert boxes[1]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 5
    first = page.locator(".legend").bounding_box()
    assert first
    assert first["y"] < 210


def test_filters_are_put_away_on_a_phone(visit: Visit) -> None:
    page = visit(width=PHONE)
    button = page.get_by_role("button", name="Filter")
    kinds = page.get_by_role("combobox", name="Kind")
    expect(kinds).to_be_hidden()
    button.press("Enter")
    kinds.select_option("=thesis")
    expect(button).to_have_text("Filter (1)")
    kinds.select_option("")
    kinds.press("Escape")
    expect(kinds).to_be_hidden()
    expect(button).to_be_focused()
    expect(visit().get_by_role("button", name="Filter")).to_be_hidden()


def test_two_fingers_zoom(visit: Visit) -> None:
    page = visit(width=PHONE)
    page.get_by_role("button", name="Cards").tap()
    svg = page.locator(".stage svg")
    before = svg.get_attribute("viewBox") or ""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[int, int]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    touch("touchStart", (160, 400), (200, 400))
    touch("touchMove", (120, 400), (240, 400))
    touch("touchMove", (80, 400), (280, 400))
    touch("touchEnd")
    after = svg.get_attribute("viewBox") or ""
    assert float(after.split()[2]) < float(before.split()[2]) / 2


def background(page: Page) -> int:
    """Return how bright the ground of the page is, from 0 to 255."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return int(colour.removeprefix("rgb(").split(",")[0])


def test_it_is_dark_where_the_screen_is_or_where_asked(visit: Visit) -> None:
    page = visit(is_dark=True)
    assert background(page) < 60
    card = page.locator(".stage .claim polygon").first
    assert "255, 255, 255" not in card.evaluate("e => getComputedStyle(e).fill")
    page.get_by_role("button", name="Dark mode").click()
    assert background(page) > 200
    page.reload()
    assert background(page) > 200
    assert background(visit("--theme dark")) < 60


def test_the_choice_of_the_reader_is_kept_before_that_of_the_page(visit: Visit) -> None:
    page = visit("--theme dark")
    page.get_by_role("button", name="Dark mode").click()
    assert background(page) > 200
    page.reload()
    assert background(page) > 200
    expect(page.get_by_role("button", name="Dark mode")).to_have_attribute("aria-pressed", "false")


def test_what_is_printed_is_the_outline_in_full(visit: Visit) -> None:
    page = visit()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".paper .printed:visible")).to_have_count(len(outline(load()).rows))
    expect(page.locator("main")).to_be_hidden()
    expect(page.locator(".paper")).to_contain_text("Relations between Beijing and Moscow")
    core = page.locator(".paper .printed", has_text="A cognitive community at the core")
    footnotes = core.locator("sup").all_inner_texts()
    assert len(footnotes) == core.count() > 2
    assert len({*footnotes}) == 1
    expect(page.locator(".paper")).to_contain_text("stands in the row with this number")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".paper .printed")).to_have_count(0)


def test_the_picture_is_printed_whole_and_light(visit: Visit) -> None:
    page = see_cards(visit("--theme dark", "#power-only"))
    whole = page.evaluate("Object.values(WHOLE).join(' ')")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".paper svg")
    expect(printed.locator(".claim")).to_have_count(len(load().claims))
    expect(printed.locator(".head text").first).to_be_visible()
    assert printed.get_attribute("viewBox") == whole
    read = "e => [getComputedStyle(e).fill, e.getAttribute('fill')]"
    ink = printed.locator(".claim > text").first
    assert ink.evaluate(read) == ["rgb(26, 26, 26)", "#1a1a1a"]
    box, across = printed.bounding_box(), page.evaluate("document.documentElement.clientWidth")
    assert box
    assert across * 0.9 < box["width"] <= across
    assert page.locator("[id]").evaluate_all("a => a.length === new Set(a.map(e => e.id)).size")


def test_a_picture_that_nobody_could_read_is_not_printed(visit: Visit, tmp_path: Path) -> None:
    claims = {f"c{number}": {"text": f"Claim {number}."} for number in range(90)}
    relations = [{"from": f"c{number}", "supports": f"c{number - 1}"} for number in range(1, 90)]
    document = {"argmap": 1, "claims": claims, "relations": relations}
    (tmp_path / "long.json").write_text(json.dumps(document))
    page = see_cards(visit("-m long.json --direction left", folder=tmp_path))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".paper svg")).to_have_count(0)
    expect(page.locator(".paper .printed")).to_have_count(page.evaluate("ROWS.length"))


def test_hostile_texts_do_nothing(visit: Visit, tmp_path: Path) -> None:
    texts = [*HOSTILE.values(), "</script><script>window.owned = 1</script>"]
    claims = {
        f"c{number}": {"text": f"{text} …", "label": text, "note": text}
        for number, text in enumerate(texts)
    }
    relations = [
        {"from": f"c{number}", "supports": "c0", "scheme": text, "note": text}
        for number, text in enumerate(texts)
        if number
    ]
    source = {"title": texts[-1], "url": "javascript:alert(1)"}
    parts = {"title": texts[-1], "source": source, "claims": claims, "relations": relations}
    (tmp_path / "evil.json").write_text(json.dumps({"argmap": 1, **parts}))
    page = visit("-m evil.json", "#c0", folder=tmp_path)
    expect(page.locator("h1")).to_have_text(texts[-1])
    expect(page.locator(".full .steps > li")).to_have_count(len(relations))
    page.get_by_role("searchbox").fill("script")
    assert page.evaluate("window.owned") is None
    assert page.locator("body script").count() == 2
    assert page.locator("img, iframe, b, [onerror], a[href^='javascript']").count() == 0


def test_the_policy_is_in_force(browser: Browser, written: Callable[[str, Path], Path]) -> None:
    page = browser.new_page()
    page.goto(written("-m library.yaml", MAPS).as_uri())
    page.evaluate("""() => {
        const added = document.createElement("b");
        document.body.append(added);
        added.setAttribute("style", "color: red");
        window.tried = [() => { added.innerHTML = "<i>x</i>"; },
            () => { document.createElement("script").text = "window.owned = 1"; }]
            .map((act) => { try { act(); return "done"; } catch { return "refused"; } });
    }""")
    assert page.evaluate("tried") == ["refused", "refused"]
    assert page.evaluate("getComputedStyle(document.querySelector('b')).color") != "rgb(255, 0, 0)"
    page.context.close()


def test_without_a_picture_the_outline_serves(visit: Visit, tmp_path: Path) -> None:
    claims = {f"c{number}": {"text": f"Claim {number}."} for number in range(2_100)}
    document = {"argmap": 1, "claims": claims, "relations": [{"from": "c1", "supports": "c0"}]}
    (tmp_path / "wide.json").write_text(json.dumps(document))
    page = visit("-m wide.json", folder=tmp_path)
    expect(page.locator(".pane.picture")).to_be_hidden()
    line(page, "Claim 0.").click()
    assert headline(page) == "Claim 0."
    page.keyboard.press("End")
    expect(page.locator(":focus")).to_have_attribute(
        "aria-label", "joined to no thesis, Claim 2099."
    )
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("p")
    expect(page.locator(".pane.picture")).to_be_hidden()
