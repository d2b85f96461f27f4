"""The page that ``argmap export -o map.html`` writes: what is in it, and that it is safe."""

from __future__ import annotations

import json
import re
import shlex
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from support import MAPS, ROOT, Result, argmap, argmap_process
from support.external_maps import HOSTILE, hostile

from argmap import ArgumentMap, Claim, Relation, RelationKind, chains, evaluate, load, loads
from argmap.analysis.outline import Form, Join, outline
from argmap.analysis.standing import Standing
from argmap.analysis.tree import Mark
from argmap.formats import Losses, draw
from argmap.formats.html.content import MARKS, SIGNS
from argmap.formats.html.what_if import MOST_NODES
from argmap.model.text import one_line
from argmap.pictures.picture import Grouping, Picture
from argmap.views.theme import MARK_MEANINGS, UNICODE

VOID = {"meta", "input", "link", "br", "img", "hr"}


class Page(HTMLParser):
    """A page as a browser takes it apart: its elements, and what stands in scripts and style."""

    def __init__(self, data: bytes) -> None:
        """Take it apart; every element has to be closed in its turn."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": [], "title": []}
        self.data: Any = None
        self._open: list[str] = []
        self.feed(data.decode())
        self.close()
        assert not self._open
        self.data = json.loads(self.raw["script"][0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of the picture that holds nothing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """See that it is the innermost element that ends."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep what stands in scripts, style and title."""
        if self._open and self._open[-1] in self.raw:
            self.raw[self._open[-1]][-1] += data

    @property
    def policy(self) -> dict[str, str]:
        """The directives of the policy in the page."""
        (content,) = (
            attributes["content"] or ""
            for tag, attributes in self.elements
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        return {name: value for name, _, value in (d.partition(" ") for d in content.split("; "))}

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield of each row: claim, relation, depth, parent, end, form, join, and on_step."""
        claims, relations = self.data["claims"], self.data["relations"]
        for node, relation, depth, parent, end, form, join, flags, *_ in self.data["rows"]:
            kind = None if relation < 0 else relations[relation - len(claims)]["kind"]
            place = None if parent < 0 else parent
            yield claims[node]["id"], kind, depth, place, end, form, join, bool(flags & 1)

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture in it."""
        return any(attributes.get("class") == "argmap" for _, attributes in self.elements)


def page(argument_map: ArgumentMap, picture: Picture | None = None) -> Page:
    return Page(draw(argument_map, "html", picture=picture))


def test_it_is_one_file_that_asks_for_nothing(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    result = argmap("export", "-o", str(target))
    assert (result.status, result.out, result.err) == (0, "", "")
    found = Page(target.read_bytes())
    tags = [tag for tag, _ in found.elements]
    assert tags.count("script") == 2
    assert tags.count("style") == tags.count("h1") == 1
    assert found.has_picture
    assert not {"link", "img", "iframe", "object", "embed", "base", "use", "image"} & set(tags)
    names = {name for _, attributes in found.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not {"style", "src", "href", "xlink:href", "srcdoc", "action", "formaction"} & names
    asks = r"@import|url\(|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\("
    assert not re.search(asks, "".join(found.raw["script"] + found.raw["style"]))


def test_its_scripts_make_no_markup() -> None:
    (_, script) = page(load()).raw["script"]
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc"
    )
    assert not re.search(forbidden, script)


@pytest.mark.parametrize("name", ["library", "empty", "cyclic"])
def test_the_policy_lets_in_just_what_is_there(name: str) -> None:
    found = page(load(MAPS / f"{name}.yaml"))

    def hashed(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert found.policy["default-src"] == found.policy["base-uri"] == "'none'"
    assert found.policy["form-action"] == found.policy["trusted-types"] == "'none'"
    assert found.policy["script-src"] == hashed(found.raw["script"][1])
    assert found.policy["style-src"] == hashed(found.raw["style"][0])


def test_it_has_title_language_and_picture() -> None:
    found = page(load())
    assert ("html", {"lang": "en"}) in found.elements
    title = load().title
    assert found.raw["title"][0] == found.data["title"] == title
    shown = [attributes.get("data-claim") for _, attributes in found.elements]
    assert list(filter(None, shown)) == list(load().claims)


def structure(found: Page) -> list[str]:
    """Return the elements of a page, but for the shapes in its picture, which follow the text."""
    shapes = {"path", "polygon", "polyline", "ellipse", "text"}
    return [tag for tag, _ in found.elements if tag not in shapes]


def of_texts(texts: list[str], title: str) -> ArgumentMap:
    """Return a map that has each text wherever there may be one."""
    claims = [
        Claim(f"c{number}", text, label=text, kind=text, voice=text, note=text)
        for number, text in enumerate(texts)
    ]
    relations = [
        Relation(f"r{number}", RelationKind.SUPPORTS, (f"c{number}",), "c0", text, text)
        for number, text in enumerate(texts[1:], 1)
    ]
    return ArgumentMap(claims, relations, title=title)


def test_hostile_texts_stay_text() -> None:
    texts = list(HOSTILE.values())
    found = page(of_texts(texts, "hostile"))
    assert structure(found) == structure(page(of_texts(["plain"] * len(texts), "plain")))
    shown = [one_line(text) for text in texts]
    for field in ("label", "kind", "voice", "note"):
        assert [claim[field] for claim in found.data["claims"]] == shown
    assert [relation["scheme"] for relation in found.data["relations"]] == shown[1:]


@pytest.mark.parametrize("name", ["script", "image", "entities", "html-label", "direction"])
def test_a_hostile_title_and_hostile_ids_stay_text(name: str) -> None:
    argument_map = hostile(name)
    found = page(argument_map)
    assert structure(found) == structure(page(hostile("dash")))
    assert found.raw["title"][0] == found.data["title"] == one_line(HOSTILE[name])
    assert [claim["id"] for claim in found.data["claims"]] == list(argument_map.claims)


def test_the_data_cannot_be_broken_out_of() -> None:
    evil = "</script><script>alert(1)</script><!--<script>"
    claims: dict[str, Any] = {evil: {"text": evil, "kind": evil, "voice": evil, "note": evil}}
    claims["b"] = {"text": "$title ${data}", "tags": [evil]}
    document: dict[str, Any] = {
        "argmap": 1, "title": f"{evil}$data", "source": {"title": evil, "unit": evil},
        "voices": {evil: evil}, "claims": claims,
        "relations": [{"from": "b", "supports": evil, "note": evil}],
    }  # fmt: skip
    data = draw(loads(json.dumps(document), "json"), "html")
    found = Page(data)
    assert len(found.raw["script"]) == 2
    assert found.raw["title"][0] == f"{evil}$data"
    assert found.data["voices"] == {evil: evil}
    assert found.data["claims"][1]["text"] == "$title ${data}"
    assert data.count(b"</script") == 2
    assert data.count(b"<!--") == 0


def test_what_hides_or_reorders_text_is_shown() -> None:
    found = page(load(MAPS / "hostile.yaml"))
    assert found.data["claims"][0]["text"].startswith(
        "[/x] [bold]b[/bold] :smile: \\x1b[31m\\u202e"
    )
    assert found.data["claims"][2]["text"] == "first line\nsecond line\nthird"
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", json.dumps(found.data, ensure_ascii=False)
    )


@pytest.mark.parametrize("name", ["", "cyclic", "library", "diff-new"])
def test_the_rows_are_those_of_the_outline(name: str) -> None:
    argument_map = load(MAPS / f"{name}.yaml" if name else None)
    reported = [
        (row.node.id, row.relation.kind if row.relation else None, row.depth, row.parent, row.end,
         list(Form).index(row.form), list(Join).index(row.join), row.on_step)
        for row in outline(argument_map).rows
    ]  # fmt: skip
    assert list(page(argument_map).rows()) == reported


def test_what_speaks_against_the_theses_is_pale() -> None:
    argument_map = load()
    pale = {row[0] for row in page(argument_map).data["rows"] if row[7] & 2 and row[5] == 0}
    found = outline(argument_map)
    against = {name for name, each in found.standing.items() if each is Standing.AGAINST}
    assert against
    assert {[*argument_map.claims][number] for number in pale} >= against
    rivals = {
        name for name, each in found.standing.items() if each in {Standing.FOR, Standing.BOTH}
    }
    assert not {[*argument_map.claims][number] for number in pale} & rivals


def test_signs_and_marks_are_those_of_the_terminal() -> None:
    shown = {str(kind): sign for kind, sign in UNICODE.relations.items()}
    shown |= {str(status): sign for status, sign in UNICODE.statuses.items()}
    assert SIGNS.items() >= (shown | {"backs": UNICODE.backing}).items()
    wanted = {
        mark: (UNICODE.marks[mark], MARK_MEANINGS[mark])
        for mark in Mark
        if mark not in {Mark.CUT, Mark.LIMIT}
    }
    assert wanted == MARKS


@pytest.mark.parametrize("semantics", ["grounded", "preferred", "df-quad", "quadratic-energy"])
def test_what_a_semantics_says_is_in_it(semantics: str) -> None:
    argument_map = load(MAPS / "standoff.yaml")
    outcome = evaluate(argument_map, semantics)
    found = page(argument_map, Picture(outcome=outcome)).data
    assert (found["semantics"], found["gradual"]) == (semantics, outcome.is_gradual)
    for claim in found["claims"]:
        known: Any = outcome.strengths if outcome.is_gradual else outcome.statuses
        wanted = known[claim["id"]]
        if wanted == "undecided" and claim["id"] in outcome.in_some:
            wanted = "in some only"
        assert claim["verdict"] == wanted
    assert all("verdict" in relation for relation in found["relations"])
    assert "verdict" not in page(argument_map).data["claims"][0]


def test_options_of_a_picture_are_heeded(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    words = "export --evaluate --theme dark --highlight never-tested..open-trend -o"
    assert argmap(*words.split(), str(target)).status == 0
    found = Page(target.read_bytes())
    assert ("html", {"lang": "en", "data-theme": "dark"}) in found.elements
    assert found.data["semantics"] == "grounded"
    nodes = [*load().claims, *load().relations]
    chain = next(chains(load(), "never-tested", "open-trend"))
    assert [nodes[number] for number in found.data["chain"]] == [node.id for node in chain.nodes]


@pytest.mark.slow
@pytest.mark.parametrize("semantics", [None, "grounded", "df-quad"])
@pytest.mark.parametrize("group", [None, Grouping.VOICE])
def test_each_colour_of_the_picture_has_a_dark_one(
    semantics: str | None, group: Grouping | None
) -> None:
    outcome = evaluate(load(), semantics) if semantics else None
    found = page(load(), Picture(outcome=outcome, group=group))
    (style,) = found.raw["style"]
    painted = {
        (name, attributes[name])
        for tag, attributes in found.elements
        for name in ("fill", "stroke")
        if name in attributes and attributes.get("class") != "ground"
    }
    known = set(re.findall(r'\.stage \[(fill|stroke)="([^"]+)"\]', style))
    assert painted - {("fill", "none"), ("stroke", "none")} <= known


def test_the_same_map_gives_the_same_bytes(tmp_path: Path) -> None:
    words = "export --evaluate --highlight never-tested..open-trend -o"
    pages = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.html"
        assert argmap_process(*words.split(), str(target), PYTHONHASHSEED=seed).status == 0
        pages.append(target.read_bytes())
    assert pages[0] == pages[1]


def without_pygraphviz(folder: Path, *words: str) -> Result:
    """Run the command where pygraphviz is not installed."""
    absent = "import sys\nsys.modules['pygraphviz'] = None\n"
    (folder / "sitecustomize.py").write_text(absent, encoding="utf-8")
    return argmap_process(*words, PYTHONPATH=f"{folder}:{ROOT}", cwd=folder)


def test_without_pygraphviz_the_outline_serves(tmp_path: Path) -> None:
    result = without_pygraphviz(tmp_path, "export", "-o", "map.html", "--strict")
    assert (result.status, result.out) == (0, "")
    assert result.err == (
        "note: the page has no picture: a picture of cards needs pygraphviz, which is not "
        "installed; "
        f"install it with: {shlex.quote(sys.executable)} -m pip install 'argmap[draw]'\n"
    )
    found = Page((tmp_path / "map.html").read_bytes())
    assert not found.has_picture
    assert len(found.data["claims"]) == len(load().claims)


def test_without_pygraphviz_it_is_said_as_json_too(tmp_path: Path) -> None:
    result = without_pygraphviz(tmp_path, "export", "-o", "map.html", "--json")
    reported = json.loads(result.err)
    assert (reported["writing"], reported["losses"]) == ("html", [])
    assert len(reported["notes"]) == 1


def test_a_map_too_big_for_a_picture_has_a_page() -> None:
    claims = {f"c{number}": {"text": f"Claim {number}."} for number in range(2_500)}
    losses = Losses()
    big = loads(json.dumps({"argmap": 1, "claims": claims, "relations": []}), "json")
    found = Page(draw(big, "html", losses=losses))
    assert len(found.data["rows"]) == 2_500
    assert len(losses.notes) == 1
    assert losses.notes[0].startswith("the page has no picture: ")
    assert "2,500" in losses.notes[0]


@pytest.mark.parametrize("words", [[], ["--around", "dredge"]])
def test_what_no_reader_misses_is_a_minor_loss(tmp_path: Path, words: list[str]) -> None:
    map_file = str(MAPS / "standoff.yaml")
    assert load(map_file).expectations
    target = str(tmp_path / "map.html")
    result = argmap("export", "-m", map_file, "-o", target, "--strict", *words)
    assert (result.status, result.out) == (0, "")
    assert result.err == "note: written as html; not kept: 7 expectations\n"


def test_what_was_supposed_is_in_it(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    words = ["--evaluate", "--assume", "fish", "--reject", "barrier", "--reject", "silt"]
    map_file = str(MAPS / "standoff.yaml")
    assert argmap("export", "-m", map_file, *words, "-o", str(target)).status == 0
    found = Page(target.read_bytes()).data
    ids = [claim["id"] for claim in found["claims"]]
    assert [ids[number] for number in found["assumed"]] == ["fish"]
    assert [ids[number] for number in found["rejected"]] == ["barrier", "silt"]
    part = argmap("export", "-m", map_file, "no-fish", *words, "-o", str(target))
    assert part.status == 0
    assert Page(target.read_bytes()).data["rejected"] == ["barrier", "silt"]


def test_the_title_stands_above_the_picture_and_not_in_it_again() -> None:
    data = draw(load(), "html").decode()
    title = str(load().title)
    assert title in data
    svg = data[data.index("<svg") : data.index("</svg>")]
    assert title not in svg


def test_it_has_what_the_source_says_where_claims_cite_it(tmp_path: Path) -> None:
    text = tmp_path / "essay.md"
    text.write_text("# The pool\n\nIt is <b>old</b>.\n\nIt leaks.\n\nNobody cites this.\n")
    claims = {"old": {"text": "It is old.", "at": 1}, "shut": {"text": "Shut it.", "at": "1-2"}}
    document = {"argmap": 1, "claims": claims, "relations": []}
    (tmp_path / "pool.json").write_text(json.dumps(document))
    words = ["export", "-m", str(tmp_path / "pool.json"), "--source", str(text)]
    assert argmap(*words, "-o", str(tmp_path / "pool.html")).status == 0
    found = Page((tmp_path / "pool.html").read_bytes()).data
    assert found["paragraphs"] == {"1": ["It is <b>old</b>."], "2": ["It leaks."]}
    assert [claim["cites"] for claim in found["claims"]] == [[1], [1, 2]]
    result = argmap(*words, "-f", "svg")
    assert (result.status, result.out) == (2, "")
    assert "--source is for a page, and svg is not one" in result.err


def test_it_has_the_numbered_framework_or_says_how_big_that_is() -> None:
    argument_map = load(MAPS / "standoff.yaml")
    found = page(argument_map).data["framework"]
    assert len(found["alone"]) + len(found["steps"]) == found["nodes"]
    part = Picture(claims_of_whole=1 + len(argument_map.claims))
    assert page(argument_map, part).data["framework"] is None
    many = [Claim(f"c{number}", "It is so.") for number in range(MOST_NODES + 1)]
    assert page(ArgumentMap(many)).data["framework"] == {"nodes": MOST_NODES + 1}
