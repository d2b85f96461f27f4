"""Texts without a map in them: none is taken for one, whatever its name is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT
from support.kialo import NEWER, OLDER
from support.laws import examples
from support.prose import TEXTS, texts

from argmap import ArgmapError, InvalidMapError
from argmap.cli._folder import maps_below
from argmap.documents.sample import Sample
from argmap.formats import load_bytes, readable, recognises
from argmap.formats._detect import detect

laws = examples(200)
SUFFIXES = ("", ".txt", ".md", ".notes", ".yaml", ".json", ".xml")
ARGDOWN = {
    "a claim and its attack": "[A]: It is old.\n  - [B]: It was mended.\n",
    "an attack without a title": "[A]: It is old.\n\t- It was mended.\n",
    "titles alone": "# The pool\n\n[A]\n  -> [B]\n",
    "an undercut": "<A>\n  <_ <B>: No.\n",
    "a structure": "<A>: So.\n\n(1) It is old.\n(2) [P]: What is old leaks.\n----\n(3) It leaks.\n",
    "front matter": "===\ntitle: The pool\n===\n\n[A]: It is old.\n",
    "a comment above": "// the pool\n[A]: It is old. /* or is it? */\n  +> [B] // yes\n",
}
NO_HEADER = "1. It is old.\n1.1. Pro: It leaks.\n1.2. Con: It was mended.\n"
KIALO = {
    "older": OLDER,
    "newer": NEWER,
    "its first lines": OLDER[:120],
    "a thesis alone": "Discussion Title: The pool\n\n1. It is old.\n",
    "the title alone": "Discussion Name:\nThe pool\n",
    "no header": NO_HEADER,
    "a number that is missing": OLDER.replace("1.1.1. Con: ", ""),
    "a side that is missing": NEWER.replace("1.1.2. Con:", "1.1.2."),
}


def refused(text: str, name: str) -> bool:
    """Return whether a text is refused, in whole sentences."""
    try:
        load_bytes(text.encode(), name)
    except InvalidMapError as error:
        said = [f"{each.message} {each.hint or ''}" for each in error.diagnostics]
    except ArgmapError as error:
        said = [f"{error.message} {error.hint or ''}"]
    else:
        return False
    # What is named has a name.
    assert ";" in text or not [each for each in said if " ;" in each]
    return bool(said)


@pytest.mark.parametrize("what", TEXTS)
def test_no_text_is_a_map(what: str) -> None:
    for suffix in SUFFIXES:
        assert refused(TEXTS[what], f"pool{suffix}")


@pytest.mark.parametrize("what", TEXTS)
def test_no_format_recognises_it(what: str) -> None:
    for format in readable():
        assert not recognises(format, Sample(TEXTS[what]))


@given(texts(), st.sampled_from(SUFFIXES))
@laws
def test_whatever_is_said_is_no_map(text: str, suffix: str) -> None:
    assert refused(text, f"pool{suffix}")


@given(st.text(max_size=300), st.sampled_from(["", ".txt", ".notes"]))
@laws
def test_no_characters_are_a_map(text: str, suffix: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    with pytest.raises(ArgmapError):
        load_bytes(data, f"pool{suffix}")


def test_texts_of_this_house_are_no_maps() -> None:
    for path in (*ROOT.glob("*.md"), *ROOT.glob(".github/*.md"), *ROOT.glob("argmap/cli/*.py")):
        assert refused(path.read_text(encoding="utf-8"), "pool.txt"), path


@pytest.mark.parametrize("what", ARGDOWN)
def test_argdown_is_recognised_by_what_it_relates(what: str) -> None:
    for text in (ARGDOWN[what], ARGDOWN[what].replace("\n", "\r\n"), "\n \n" + ARGDOWN[what]):
        assert [detect(text, name) for name in ("-", "a.txt", "a.notes")] == ["argdown"] * 3


@pytest.mark.parametrize("what", ARGDOWN)
def test_a_little_argdown_is_lost_in_much_prose(what: str) -> None:
    prose = "The pool is old.\nIt leaks.\n\n" * 40
    assert not recognises("argdown", Sample(prose + ARGDOWN[what] + "\n" + prose))


@pytest.mark.parametrize("what", KIALO)
def test_an_export_of_kialo_is_recognised_with_parts_missing(what: str) -> None:
    for text in (KIALO[what], KIALO[what].replace("\n", "\r\n"), "\n \n" + KIALO[what]):
        assert [detect(text, name) for name in ("-", "a.txt", "a.notes")] == ["kialo"] * 3


@pytest.mark.parametrize("what", TEXTS)
def test_a_folder_takes_no_such_text(what: str, tmp_path: Path) -> None:
    for suffix in SUFFIXES:
        (tmp_path / f"pool{suffix}").write_text(TEXTS[what], encoding="utf-8")
    (tmp_path / "argdown.txt").write_text(ARGDOWN["titles alone"], encoding="utf-8")
    (tmp_path / "kialo.txt").write_text(NO_HEADER, encoding="utf-8")
    found = maps_below(str(tmp_path))
    assert [name.rpartition("/")[2] for name in found] == ["argdown.txt", "kialo.txt"]


LOOKALIKES = {
    "cytoscape": ['{"elements": [{"type": "node", "lat": 1}]}', '{"elements": {"h1": 1}}'],
    "carneades": ["issues:\n- open\nname: x\nowner: y\n", "arguments:\n- x\na: 1\nb: 2\nc: 3\n"],
    "aif": ['{"nodes": {"a": {}}, "edges": {}}', '{"nodes": [], "edges": [], "layout": 1}'],
    "kialo": ["Discussion Title: Pool\n\nAnn: So?\n\n1. Look\n", "1.1. Pro: alone\n"],
    "yaml": ["A map begins so.\n\nargmap: 1\n", "<a>\nargmap: 1"],
}


@pytest.mark.parametrize("format", LOOKALIKES)
def test_what_shares_a_word_with_a_format_is_not_of_it(format: str) -> None:
    assert [recognises(format, Sample(text)) for text in LOOKALIKES[format]] == [False, False]
