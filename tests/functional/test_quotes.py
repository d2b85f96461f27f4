"""Quotes held to the source, in every kind of file that people have it in; citations."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, argmap, in_terminal
from support.pdfs import pdf

MAPS = "tests/functional/maps/"
QUOTES = f"{MAPS}quotes.yaml"
LETTER = "tests/functional/sources/reading-room.md"
SOURCE = ("--source", LETTER)

CASES = {
    "quotes-check": ("check", QUOTES, *SOURCE),
    "quotes-read": ("read", "-m", QUOTES, *SOURCE),
    "quotes-read-ascii": ("read", "-m", QUOTES, *SOURCE, "--charset", "ascii", "-f", "text"),
    "quotes-show": ("show", "sundays", "cost", "staff", "-m", QUOTES, *SOURCE),
    "quotes-tree": ("tree", "--long", QUOTES),
    "quotes-explain": ("check", "--explain", "quote-missing"),
    "quotes-set-help": ("set", "--help"),
    "quotes-add-help": ("add", "--help"),
}


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("name", CASES)
def test_in_a_terminal(name: str, matches: Callable[[str, str], None]) -> None:
    matches(name, in_terminal(*CASES[name], columns=80, NO_COLOR="1"))


def codes(*words: str) -> list[tuple[str, str, str]]:
    """Return code, claim and place of the findings about quotes."""
    found = json.loads(argmap("check", "--json", *words).out)
    return [
        (each["code"], each["on"], f"{each['line']}:{each['column']}")
        for each in found
        if each["code"].startswith("quote-")
    ]


FOUND = [
    ("quote-missing", "workers", "13:34"),
    ("quote-elsewhere", "cost", "17:5"),
    ("quote-elsewhere", "staff", "23:43"),
    ("quote-missing", "moon", "24:64"),
]


def test_each_quote_has_its_place_in_the_map_and_in_the_source() -> None:
    assert codes(QUOTES, *SOURCE) == FOUND
    result = argmap("check", QUOTES, *SOURCE, "-f", "github")
    assert result.status == 1
    (cost,) = (line for line in result.out.splitlines() if "title=quote-elsewhere::'cost'" in line)
    assert cost.startswith(f"::warning file={QUOTES},line=17,col=5,")
    assert f"({LETTER}:15:1 has it; if that is meant: argmap set cost at=4)" in cost
    sarif = json.loads(argmap("check", QUOTES, *SOURCE, "-f", "sarif").out)
    (run,) = sarif["runs"]
    assert {"quote-missing", "quote-elsewhere"} <= {each["ruleId"] for each in run["results"]}


def test_a_rule_about_quotes_can_be_ignored(tmp_path: Path) -> None:
    text = Path(QUOTES).read_text(encoding="utf-8")
    text = text.replace("at: 2\n", "at: 2\n    ignore: {quote-missing: from another letter}\n")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    found = codes(str(tmp_path / "a.yaml"), *SOURCE)
    assert ("quote-missing", "workers") not in {each[:2] for each in found}
    without = argmap("check", str(tmp_path / "a.yaml"))
    assert "idle-ignore" not in without.out  # without the text that is not known


def page_of(markdown: str) -> str:
    """Return a letter in Markdown as a page with what else stands on pages."""
    body = re.sub(r"(?s)\A---.*?---\n", "", markdown)
    blocks = []
    for block in body.strip().split("\n\n"):
        heading = re.fullmatch(r"#+ (.*)", block)
        blocks.append(f"<h2>{heading[1]}</h2>" if heading else f"<p>{block}</p>")
    return (
        "<!DOCTYPE html><html><head><title>Nobody has asked</title></head><body>"
        "<nav><p>Home</p></nav><main>" + "\n".join(blocks) + "</main><footer><p>x</footer>"
    )


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_whatever_the_file_the_same_is_found(suffix: str, tmp_path: Path) -> None:
    letter = Path(LETTER).read_text(encoding="utf-8")
    path = tmp_path / f"letter{suffix}"
    path.write_text(page_of(letter) if suffix == ".html" else letter, encoding="utf-8")
    assert codes(QUOTES, "--source", str(path)) == FOUND
    numbers = json.loads(argmap("read", "-m", QUOTES, "--source", str(path), "--json").out)
    texts = [each["text"] for each in numbers["paragraphs"]]
    assert (
        texts[0] == "The reading room should open on Sundays. I ask no more than that, and no less."
    )
    assert len(texts) == 6


def test_in_a_pdf_quotes_are_found_and_its_pages_are_no_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(
        pdf("It costs more than it is\nworth, they say.", "Nobody has asked the staff.")
    )
    result = argmap("check", QUOTES, "--source", str(path), "--json")
    assert result.err.startswith(
        "note: the places of this map count by paragraph, and a PDF is counted by page:"
        " they are not compared, but quotes are looked for\n"
    )
    found = codes(QUOTES, "--source", str(path))
    assert [each[:2] for each in found] == [
        ("quote-missing", each) for each in ("sundays", "workers", "workers", "moon", "silent")
    ]
    assert "beyond-source" not in result.out
    by_page = tmp_path / "pages.yaml"
    text = Path(QUOTES).read_text(encoding="utf-8").replace("unit: paragraph", "unit: page")
    by_page.write_text(text, encoding="utf-8")
    found = codes(str(by_page), "--source", str(path))
    assert ("quote-elsewhere", "staff") in {each[:2] for each in found}
    data = json.loads(argmap("check", str(by_page), "--source", str(path), "--json").out)
    (cost,) = (each for each in data if (each["code"], each["on"]) == ("quote-elsewhere", "cost"))
    assert cost["message"].startswith(
        "'cost' cites page 3, and its quote stands in page 1: It costs"
    )
    assert cost["hint"].startswith(f"{path}, page 1 has it")
    (beyond, *_) = (each for each in data if each["code"] == "beyond-source")
    assert beyond["message"].endswith("cites page 3, which the source does not have")


def test_places_with_names_cannot_be_found_in_a_text_and_that_is_said() -> None:
    result = argmap("check", QUOTES, *SOURCE)
    assert (
        "note: 2 claims with quotes cite places by name: their quotes are looked for in the"
        " whole text\n"
    ) in result.err
    assert ("quote-elsewhere", "silent") not in {each[:2] for each in codes(QUOTES, *SOURCE)}


def test_a_source_that_is_none_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "essay.docx"
    path.write_bytes(b"PK\x03\x04 word/")
    result = argmap("check", QUOTES, "--source", str(path))
    assert (result.status, result.out) == (2, "")
    assert f"pandoc {path} -s -o {tmp_path / 'essay.html'}" in result.err


@pytest.fixture
def letter_map(tmp_path: Path) -> str:
    """Return a copy of the map to be changed."""
    return str(shutil.copy(QUOTES, tmp_path / "letter.yaml"))


def claim(path: str, name: str) -> dict[str, object]:
    (found,) = json.loads(argmap("show", name, "-m", path, "--json").out)
    return dict(found)


def test_a_claim_is_placed_by_its_quotes(letter_map: str) -> None:
    given = ("-m", letter_map)
    assert argmap("set", "staff", "--place", *SOURCE, *given).status == 0
    assert claim(letter_map, "staff")["at"] == [5]
    words = ("quote=It costs more", "quote=Let it", "label=Cost")
    assert argmap("set", "cost", *words, "--place", *SOURCE, *given).status == 0
    cost = claim(letter_map, "cost")
    assert (cost["at"], cost["quote"]) == ([4, 6], ["It costs more", "Let it"])
    across = ("quote=they say. Nobody has", "--place")
    assert argmap("set", "staff", *across, *SOURCE, *given).status == 0
    assert claim(letter_map, "staff")["at"] == ["4-5"]
    assert argmap("set", "moon", "quote=no less", "--place", *SOURCE, *given).status == 0
    assert claim(letter_map, "moon")["at"] == [1, "II.4"]  # a name stays
    added = ("add", "new", "It is new.", "--quote", "Let it open", "--place", *SOURCE, *given)
    assert argmap(*added, "--citation", "A <https://a.org/>").status == 0
    new = claim(letter_map, "new")
    assert (new["at"], new["quote"]) == ([6], ["Let it open"])
    assert new["citations"] == [{"text": "A", "url": "https://a.org/"}]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("quote=they",), "several places of the source: they", "paragraphs 2, 4: quote more"),
        (
            ("quote=costs less than it is worth",),
            "the source does not have the words: costs less than it is worth",
            f"the nearest are in paragraph 4 ({LETTER}:15:1): costs more than it is worth",
        ),
        (("quote=full moon",), "does not have the words: full moon", "nothing in it is like them"),
        (("quote=",), "'staff' has no quote", "give it one: argmap set staff quote=…"),
        (("at=3",), "at is given, and --place looks for it", "leave one of the two out"),
    ],
)
def test_what_cannot_be_placed(
    words: tuple[str, ...], message: str, hint: str, letter_map: str
) -> None:
    before = Path(letter_map).read_text(encoding="utf-8")
    result = argmap("set", "staff", *words, "--place", *SOURCE, "-m", letter_map)
    assert (result.status, result.out) == (2, "")
    assert message in result.err
    assert hint in result.err
    assert Path(letter_map).read_text(encoding="utf-8") == before


def test_one_of_place_and_source_needs_the_other(letter_map: str) -> None:
    for words, said in (
        (("--place",), "--place needs the text of the source"),
        (("label=x", *SOURCE), "--source is for --place here"),
    ):
        result = argmap("set", "staff", *words, "-m", letter_map)
        assert (result.status, said in result.err) == (2, True)
    result = argmap("add", "x", "X.", "--place", *SOURCE, "-m", letter_map, "--edit")
    assert "--place and --edit do not go together" in result.err


def test_pages_cannot_be_placed_by_paragraphs(letter_map: str) -> None:
    text = Path(letter_map).read_text(encoding="utf-8")
    Path(letter_map).write_text(text.replace("unit: paragraph", "unit: page"), encoding="utf-8")
    result = argmap("set", "staff", "--place", *SOURCE, "-m", letter_map)
    assert result.status == 2
    assert (
        "this text is counted by paragraph, and the places of the map count by page" in result.err
    )


@pytest.mark.parametrize(
    ("words", "field", "expected"),
    [
        (("quote=a, b",), "quote", ["a, b"]),
        (("quote=a", "quote=b: c"), "quote", ["a", "b: c"]),
        (("quote=",), "quote", None),
        (("citations=City survey 2023",), "citations", ["City survey 2023"]),
        (
            ("citations=A <https://a.org/x>", "citations=<doi:10.1000/1>"),
            "citations",
            [{"text": "A", "url": "https://a.org/x"}, {"url": "doi:10.1000/1"}],
        ),
        (
            ('citations={text: "A: b", quote: its words}',),
            "citations",
            [{"text": "A: b", "quote": "its words"}],
        ),
        (("citations=a < b and b > c",), "citations", ["a < b and b > c"]),
        (("citations=",), "citations", None),
    ],
)
def test_quotes_and_citations_on_the_command_line(
    words: tuple[str, ...], field: str, expected: object, letter_map: str
) -> None:
    result = argmap("set", "cost", *words, "-m", letter_map)
    assert result.status == 0, result.err
    assert claim(letter_map, "cost").get(field) == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("quote=a", "quote="), "quote is both set and removed"),
        (("quote=", "quote=a"), "quote is both set and removed"),
        (("citations={text: }",), "citations"),
        (("citations={nonsense: x}",), "nonsense"),
        (("citations={a: [}",), "citations is not written as a citation in YAML"),
        (("label=a", "label=b"), "label is given twice"),
    ],
)
def test_what_is_no_quote_or_citation(words: tuple[str, ...], said: str, letter_map: str) -> None:
    result = argmap("set", "cost", *words, "-m", letter_map)
    assert (result.status, said in result.err) == (2, True), result.err


def test_citations_in_a_list_are_changed_one_by_one(letter_map: str) -> None:
    words = [
        "City survey 2024",
        "{text: 'Council, \"Opening hours\"', url: 'https://example.org/'}",
    ]
    words += ["{url: 'javascript:alert(1)'}", "{text: A study, url: 'doi:10.1000/182'}", "New"]
    given = [f"citations={each}" for each in words]
    result = argmap("set", "cost", *given, "-m", letter_map, "--dry-run")
    changed = [line for line in result.out.splitlines()[2:] if line[0] in "+-"]
    assert changed == [
        "-      - City survey 2023",
        (
            '-      - {text: \'Council, "Opening hours"\', url: "https://example.org/hours",'
            " quote: 64 % named Sunday}"
        ),
        "+      - City survey 2024",
        '+      - {text: \'Council, "Opening hours"\', url: "https://example.org/"}',
        "+      - New",
    ]


def test_footnotes_of_markdown(matches: Callable[[str, str], None]) -> None:
    result = argmap("export", QUOTES, "-f", "markdown")
    matches("quotes-markdown", result.out)
    assert "quote" not in result.err
    assert "citation" not in result.err


def test_what_kialo_cites_reaches_markdown() -> None:
    out = argmap("export", "tests/samples/night-trains-newer.txt", "-f", "markdown").out
    assert (
        "[^1]: \\[1\\]: “They should run, 1.1. Pro: and so on.”, <https://example.org/trains>"
        in out
    )


def page_data(page: str) -> dict[str, Any]:
    """Return the data that a page carries."""
    (data,) = re.findall(r'(?s)<script[^>]*type="application/json"[^>]*>(.*?)</script>', page)
    return dict(json.loads(data))


def test_the_page_marks_quotes_and_links_nothing_but_the_web(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    assert argmap("export", QUOTES, *SOURCE, "-o", str(path)).status == 0
    found = page_data(path.read_text(encoding="utf-8"))
    claims = {each["id"]: each for each in found["claims"]}
    assert found["counted"] == "paragraph"
    parts = found["paragraphs"]["1"]
    assert "".join(parts).startswith("The reading room should open on Sundays. I ask")
    marked = claims["sundays"]["marked"]
    assert [parts[at] for at in marked["1"]] == ["open on Sundays", "no less"]
    assert (claims["staff"]["cites"], claims["cost"]["cites"]) == ([5], [3, 4])
    assert claims["cost"]["citations"] == [
        ["City survey 2023", ""],
        ['Council, "Opening hours": “64 % named Sunday”', *["https://example.org/hours"] * 2],
        ["", "javascript:alert(1)"],
        ["A study", "doi:10.1000/182", "https://doi.org/10.1000/182"],
    ]
    assert claims["workers"]["quote"] == "“come at week-ends”, “or not at all”"


def test_what_is_quoted_is_not_coloured_alone() -> None:
    coloured = argmap(*CASES["quotes-read"], FORCE_COLOR="1").out
    assert "\x1b[4m⟨open on Sundays⟩\x1b[0m" in coloured
    plain = argmap(*CASES["quotes-read"]).out
    assert "should ⟨open on Sundays⟩. I ask" in plain
    shown = in_terminal(*CASES["quotes-read"], columns=40, NO_COLOR="1", TERM="dumb")
    assert max(map(len, shown.splitlines())) <= 40


def test_quoted_words_as_data() -> None:
    found = json.loads(argmap("read", "-m", QUOTES, *SOURCE, "--json").out)
    first = found["paragraphs"][0]
    words = [first["text"][each["start"] : each["end"]] for each in first["quotes"]]
    assert words == ["open on Sundays", "no less"]
    assert {each["claim"] for each in first["quotes"]} == {"sundays"}
    placed = {p["number"]: [c["id"] for c in p["claims"]] for p in found["paragraphs"]}
    assert placed[5] == ["staff"]  # it cites no place, and its quote stands there


def test_show_has_the_passages_of_quotes_as_data() -> None:
    (staff,) = json.loads(argmap("show", "staff", "-m", QUOTES, *SOURCE, "--json").out)
    assert staff["passages"] == [
        {
            "number": 5,
            "text": "Nobody has asked the staff.",
            "quotes": [{"start": 0, "end": 26}],
        }
    ]


def test_a_difference_names_what_came_and_what_went(letter_map: str) -> None:
    words = ("quote=It costs", "citations=City survey 2023", "citations=B <https://b.org>")
    argmap("set", "cost", *words, "-m", letter_map)
    out = argmap("diff", QUOTES, letter_map).out
    assert "quote     [-It costs more than it is worth-] {+It costs+}" in out
    assert "[-javascript:alert(1)-]" in out
    assert "{+B, https://b.org+}" in out
    assert "City survey" not in out
    data = json.loads(argmap("diff", QUOTES, letter_map, "--json").out)
    fields = {each["field"]: each["new"] for each in data["claims"]["changed"][0]["fields"]}
    assert fields["citations"] == ["City survey 2023", {"text": "B", "url": "https://b.org"}]


def test_both_sides_may_add_quotes_and_citations(tmp_path: Path) -> None:
    ours, theirs = (
        str(shutil.copy(QUOTES, tmp_path / f"{name}.yaml")) for name in ("ours", "theirs")
    )
    argmap("set", "staff", "quote=Nobody has asked the staff", "quote=One", "-m", ours)
    argmap("set", "staff", "quote=Two", "citations=A", "-m", theirs)
    result = argmap("merge", QUOTES, ours, theirs, "-o", str(tmp_path / "merged.yaml"))
    assert result.status == 0, result.err
    staff = claim(str(tmp_path / "merged.yaml"), "staff")
    assert (staff["quote"], staff["citations"]) == (["One", "Two"], ["A"])
