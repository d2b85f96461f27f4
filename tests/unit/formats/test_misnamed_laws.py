"""What has few errors keeps them, and what is in another format is said to be in that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import ArgmapError, InvalidMapError
from argmap.documents.files import decode
from argmap.documents.sample import Sample
from argmap.formats import load_bytes, recognises, suffixes
from argmap.formats._foreign import Content, looks

FILES = sorted(path for path in (Path(__file__).parents[2] / "samples").iterdir())
MARKED_UP = [path for path in FILES if path.read_text(encoding="utf-8").lstrip()[:1] in {"{", "<"}]
DAMAGE: dict[str, Callable[[str], str]] = {
    "the end is missing": lambda text: text.rstrip()[:-1],
    "the end of the half is missing": lambda text: text[: len(text) * 6 // 10],
    "a bracket is missing": lambda text: text.rstrip()[::-1].replace("}", "", 1)[::-1],
    "a quote is missing": lambda text: text[:-200] + text[-200:].replace('"', "", 1),
    "a comma is there twice": lambda text: text[:-200] + text[-200:].replace(",", ",,", 1),
    "a sign is in excess": lambda text: f"{text}}}<",
    "it is there twice": lambda text: text + text,
    "a comment before it": lambda text: f"# trains\n\n{text}",
    "a comment of C": lambda text: f"// trains\n{text}",
    "a comment of INI": lambda text: f"; trains\n{text}",
    "a mark of YAML": lambda text: f"---\n{text}",
    "a second byte order mark": lambda text: f"\ufeff\ufeff{text}",
    "a merge in conflict": lambda text: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n",
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("path", MARKED_UP, ids=lambda path: path.name)
def test_a_damaged_map_is_not_named_as_another_kind(path: Path, damage: str) -> None:
    text = DAMAGE[damage](path.read_text(encoding="utf-8"))
    try:
        load_bytes(text.encode(), path.name)
    except InvalidMapError as error:
        assert {found.code for found in error.diagnostics}.isdisjoint({"other-kind"})  # noqa: PT017


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".csv", ".graphml", ".tgf"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_map_with_the_suffix_of_another_format_is_named_for_its_own(
    path: Path, suffix: str
) -> None:
    data = path.read_bytes()
    try:
        load_bytes(data, f"trains{suffix}")
    except InvalidMapError as error:
        (found,) = error.diagnostics
        name = found.message.removeprefix("this looks like ").split(",", 1)[0]
        assert recognises(name, Sample(data.decode()))
        assert found.message.endswith(
            f"; end the name of the file in {suffixes(name)[0]}, or use --from {name}"
        )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# sent_id = 1\n# text = Trams win.\n1\tTrams\ttram\tNOUN\n", "Markdown"),
        ("# m h dom\n0 5 * * * backup\n", "Markdown"),
        ("argmap==1.0\n# tests\npytest~=7.0\n", "Markdown"),
        ("[א]: שלום\n", "Markdown"),
        ("a: 1\n---\nb: 2\n", "Markdown"),
        ("DROP TABLE a;\nSET NAMES utf8;\n", "a table in CSV"),
        ("$a: red;\n.b { color: $a; }\n", "a table in CSV"),
        ('"a" = "b";\n"c" = "d";\n', "a table in CSV"),
        ("00000000  89 50  |.PN|\n00000010  00 00  |...|\n", "a table in CSV"),
        ("a = b | c ;\nb ::= 'x'\n", "a table in CSV"),
        ("Title: Trams\nDate: 1 Jan\nPresent: Ann\n\nWe talked.\n", "a transcript"),
        ("(1) All trams stop.\n(2) This is one.\n----\n(3) It stops.\n", "a transcript"),
        ("[Smith99]: Smith, Trams\n[Jones00]: Jones\n[Ray01]: Ray\n", "a transcript"),
        ("The question is this: is it?\n\nFirst: it is safe.\n", "YAML of another kind"),
        ("Pancakes\n\nIngredients:\n- 2 eggs\n- milk\n", "YAML of another kind"),
        ("[01.02.20, 10:00:00] Ann: Hi\n[01.02.20, 10:00:05] Bob: Yo\n", "JSON"),
        ('{"type": "excalidraw", "elements": [], "appState": {}}', "cytoscape"),
        ('[{"id": 1, "type": "story", "text": "Trams"}]', "rows of claims"),
        ("meta: {}\narguments:\n  a: {premises: [b], conclusion: c}\n", "a corpus of args.me"),
        ("<project name='x' default='all'/>", "a project of Maven"),
        ('{"name": "x", "version": 3, "votes": []}', "the description of a package"),
        ('{"type": "node", "properties": {}}', "a JSON Schema"),
    ],
)
def test_what_only_seems_to_be_of_a_kind_is_not_named_so(text: str, name: str) -> None:
    for suffix in ("", ".txt", ".yaml", ".json"):
        with pytest.raises(ArgmapError) as caught:
            load_bytes(text.encode(), f"pool{suffix}")
        assert f"looks like {name}" not in f"{caught.value} {caught.value.hint}"
        assert "not valid JSON" not in str(caught.value)


def test_keys_are_named_in_their_order() -> None:
    names = [f"key{number}" for number in range(8)]
    text = "".join(f"{name}: a: b\n" for name in names)
    assert looks(Content(text.encode(), text))[1] == f"its outermost keys are {', '.join(names)}"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "  \n\t\n", "\u00a0", "\x0c", "\ufeff"])
def test_what_is_empty_is_said_to_be_empty(text: str) -> None:
    for suffix in ("", ".txt", ".yaml", ".json", ".csv", ".xml", ".md", ".tgf"):
        with pytest.raises(InvalidMapError) as caught:
            load_bytes(text.encode(), f"pool{suffix}")
        (found,) = caught.value.diagnostics
        assert (found.code, found.message) == ("empty-file", "the file is empty")


@pytest.mark.parametrize("control", [*range(9), *range(0x0E, 0x1A), *range(0x1C, 0x20)])
def test_bytes_that_no_text_has_are_binary_data(control: int) -> None:
    with pytest.raises(InvalidMapError) as caught:
        decode(bytes((0x85, 0x20, control)), "pool")
    assert caught.value.diagnostics[0].hint == (
        "this looks like binary data, and a map is text: name another file"
    )
    with pytest.raises(ArgmapError, match="looks like binary data"):
        load_bytes(bytes((0x61, 0x20, control, 0x0A)), "pool.txt")


def test_a_csv_of_something_else_has_one_error() -> None:
    long = "x" * 500
    with pytest.raises(InvalidMapError) as caught:
        load_bytes(f"{long},Age\nAnn,3,4\nBob,5,6\n".encode(), "pool.csv")
    (found,) = caught.value.diagnostics
    assert found.message == "the columns 'id' and 'text' are missing"
    assert len(str(found.hint)) < 100
    with pytest.raises(InvalidMapError) as caught:
        load_bytes(b"id|text|relation|target\na|A||\n", "pool.csv")
    (found,) = caught.value.diagnostics
    assert "not by |" in str(found.hint)


def test_a_comment_before_a_tgf_is_one_error() -> None:
    with pytest.raises(InvalidMapError) as caught:
        load_bytes(b"# trains\na\nb\n#\na b\nb a\n", "pool.tgf")
    (found,) = caught.value.diagnostics
    assert found.location.line == 1
