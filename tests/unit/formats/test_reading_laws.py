"""Whatever stands in a file is in the map, counted as lost, or an error: nothing is passed over.

The samples of all formats are tried part by part: something that no format knows is put
into each, and has to be named.
"""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from support import ROOT

from argmap import ArgmapError
from argmap.formats import Losses, load_bytes

SAMPLES = sorted((ROOT / "tests" / "samples").iterdir())
KEY, VALUE = "zebra", "walrus"  # in no sample
Path = tuple[str | int, ...]


def outcome(text: str, name: str) -> tuple[str, str]:
    """Return all that a map says and what is lost in reading it; or the error, twice."""
    losses = Losses()
    try:
        found = load_bytes(text.encode(), name, None, losses)
    except ArgmapError as error:
        return str(error), str(error)
    return repr(found._content), "; ".join([str(losses), *losses.notes])


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield everything in a structure with its path, from the outside in."""
    yield path, value
    members: Any = ()
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = enumerate(value)
    for key, member in members:
        yield from parts(member, (*path, key))


def changed(whole: Any, path: Path, change: Callable[[Any, Any], None]) -> Any:
    """Return a copy in which ``change`` was called with the owner of a part and its key."""
    whole = {"": copy.deepcopy(whole)}
    owner = whole
    path = ("", *path)
    for key in path[:-1]:
        owner = owner[key]
    change(owner, path[-1])
    return whole.get("")


def structures(text: str, name: str) -> tuple[Any, Callable[[Any], str]] | None:
    """Return the data in a JSON or YAML text, and how it is written; None for other texts."""
    if name.endswith((".json", ".cyjs")):
        return json.loads(text), json.dumps
    if name.endswith((".yml", ".yaml")):
        return yaml.safe_load(text), lambda data: yaml.safe_dump(data, sort_keys=False)
    return None


def files_with_an_unknown_key(text: str, name: str) -> Iterator[tuple[Path, str, str]]:
    """Yield a path, the file with an unknown key there, and the file without that part."""
    found = structures(text, name)
    if found is None:
        return
    data, write = found
    for path, part in parts(data):
        if isinstance(part, dict):
            more = changed(data, path, lambda owner, key: owner[key].update({KEY: VALUE}))
            less = changed(data, path, lambda owner, key: owner.__delitem__(key))
            yield path, write(more), write(less)


STRUCTURED = [file for file in SAMPLES if structures(file.read_text("utf-8"), file.name)]


def test_some_samples_are_data() -> None:
    assert len(STRUCTURED) >= 5


@pytest.mark.parametrize("file", STRUCTURED, ids=lambda file: file.name)
def test_an_unknown_key_is_named(file: Any) -> None:
    plain = outcome(file.read_text("utf-8"), file.name)[1]
    for path, more, less in files_with_an_unknown_key(file.read_text("utf-8"), file.name):
        said, lost = outcome(more, file.name)
        is_named = KEY in said or KEY in lost or VALUE in said
        # What is counted as a whole is not looked into.
        assert is_named or outcome(less, file.name)[1] != plain, (path, lost)


def xml_files(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what was put into an element, the text with it, and the text without the element."""
    for prefix, uri in (("", "http://graphml.graphdrawing.org/xmlns"), ("", "http://gexf.net/1.2")):
        ET.register_namespace(prefix, uri)
    root = ET.fromstring(text)  # noqa: S314 our own
    number = sum(1 for _ in root.iter())
    for index in range(number):
        less = ""
        if index:
            whole = ET.fromstring(text)  # noqa: S314 our own
            element = list(whole.iter())[index]
            parent = next(each for each in whole.iter() if element in list(each))
            parent.remove(element)
            less = ET.tostring(whole, "unicode")
        for what in ("attribute", "element", "text"):
            whole = ET.fromstring(text)  # noqa: S314 our own
            element = list(whole.iter())[index]
            if what == "text" and (element.text or "").strip():
                continue  # that is its value
            where = f"{element.tag.rpartition('}')[2]}-{index}-{what}"
            if what == "attribute":
                element.set(KEY, VALUE)
            elif what == "element":
                space = element.tag.rpartition("}")[0]
                ET.SubElement(element, f"{space}}}{KEY}" if space else KEY).text = VALUE
            else:
                element.text = f"{element.text or ''} {VALUE} "
            yield where, ET.tostring(whole, "unicode"), less


XML = [file for file in SAMPLES if file.read_text("utf-8").lstrip().startswith("<")]


@pytest.mark.parametrize("file", XML, ids=lambda file: file.name)
def test_what_is_put_into_an_element_is_named(file: Any) -> None:
    before = outcome(file.read_text("utf-8"), file.name)
    for where, more, less in xml_files(file.read_text("utf-8")):
        said, lost = outcome(more, file.name)
        is_named = any(word in part for word in (KEY, VALUE) for part in (said, lost))
        is_counted = lost != before[1]
        assert is_named or is_counted or outcome(less, file.name)[1] != before[1], (where, lost)


@pytest.mark.parametrize("file", [file for file in SAMPLES if file.suffix == ".csv"], ids=str)
def test_an_unknown_column_is_named(file: Any) -> None:
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8"))))
    wide = [[*row, VALUE if number else KEY] for number, row in enumerate(rows)]
    text = io.StringIO()
    csv.writer(text).writerows(wide)
    said, lost = outcome(text.getvalue(), file.name)
    assert KEY in said or KEY in lost


LINES = [file for file in SAMPLES if not file.name.endswith((".json", ".cyjs", ".yml", ".csv"))]
LINES = [file for file in LINES if not file.read_text("utf-8").lstrip().startswith("<")]


@pytest.mark.parametrize("file", LINES, ids=lambda file: file.name)
def test_a_line_put_between_others_is_in_the_map_or_counted_or_an_error(file: Any) -> None:
    lines = file.read_text("utf-8").splitlines()
    before = outcome("\n".join([*lines, ""]), file.name)
    for number in range(len(lines) + 1):
        above = "".join(lines[:number])
        if above.count("/*") > above.count("*/"):
            continue  # in a comment, which is counted
        more = [*lines[:number], f"{VALUE} {KEY}", *lines[number:], ""]
        after = outcome("\n".join(more), file.name)
        assert after != before, number
        assert KEY in after[0] or after[1] != before[1], number
