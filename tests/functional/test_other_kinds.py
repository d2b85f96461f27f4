"""Files of other kinds, which every command names for what they look like."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import argmap
from support.foreign import SAMPLES

QUOTED = "# The map\n\nIt is YAML.\nIt begins so.\nThis is all.\n\nargmap: 1\nclaims: {}\n"
FIRST = [(name, samples[0]) for name, samples in SAMPLES.items()]


@pytest.mark.parametrize(("name", "data"), FIRST)
def test_a_file_of_another_kind_is_named_in_one_line(
    name: str, data: bytes, tmp_path: Path
) -> None:
    for suffix in ("", ".yaml"):  # the others are tried without a command
        path = tmp_path / f"pool{suffix}"
        path.write_bytes(data)
        for words in (["list", "-m"], ["stats"]):
            result = argmap(*words, str(path))
            (line,) = result.err.splitlines()
            assert (result.status, result.out) == (2, "")
            assert line.startswith(f"{path}:1:1: error: this looks like {name}, not like ")


@pytest.mark.parametrize(("name", "data"), FIRST)
def test_check_reports_it_as_its_one_error(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "pool.yaml"
    path.write_bytes(data)
    result = argmap("check", str(path), "-f", "concise")
    (line,) = result.out.splitlines()
    assert line.startswith(f"{path}:1:1: error: this looks like {name}, not like ")
    assert result.status == 2


@pytest.mark.parametrize(("name", "data"), FIRST)
def test_standard_input_is_named_as_well(name: str, data: bytes) -> None:
    result = argmap("tree", "-m", "-", stdin=data)
    (line,) = result.err.splitlines()
    assert (result.status, result.out) == (2, "")
    assert line.startswith(f"<stdin>:1:1: error: this looks like {name}, not like any format")


def test_a_folder_of_other_kinds_has_no_map(tmp_path: Path) -> None:
    for number, (_, data) in enumerate(FIRST):
        for suffix in (".yaml", ".json", ".txt", ".xml", ".csv"):
            (tmp_path / f"{number}{suffix}").write_bytes(data)
    result = argmap("stats", str(tmp_path))
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"argmap: error: no file in '{tmp_path}' looks like a map")


@pytest.mark.parametrize(
    ("text", "suffix", "what"),
    [
        ('{"colour": "red", "shape": [1]}', ".json", "its outermost keys are colour, shape;"),
        ("colour: red\nshape: [1]\n", ".yaml", "its outermost keys are colour, shape;"),
        ('[{"colour": "red"}]', ".json", "the keys of its first item are colour;"),
        ("<notes><a/></notes>", ".yaml", "its root element is <notes>;"),
        ("".join(f"key{n}: {n}\n" for n in range(700)), "", "key6, key7 and 692 more;"),
        ('{"k\\u001b[31m": 0}', ".json", "its outermost keys are k\\x1b[31m;"),
        (QUOTED, "", "looks like Markdown,"),
        (QUOTED, ".txt", "looks like Markdown,"),
        ("The pool is old. It leaks.\n", "", "this looks like plain text, not like any format"),
        ("The pool is old. It leaks.\n", ".yaml", "this looks like plain text, not like carneades"),
        (
            "The pool is old. It leaks.\n",
            ".txt",
            "it looks like plain text: write its claims as a map (argmap new begins one); if",
        ),
        (
            "<notes/>",
            ".xml",
            "it looks like XML of another kind: its root element is <notes>; if it is a map,",
        ),
    ],
)
def test_what_is_of_no_known_kind_is_one_error_with_its_keys(
    text: str, suffix: str, what: str, tmp_path: Path
) -> None:
    path = tmp_path / f"pool{suffix}"
    path.write_text(text, encoding="utf-8")
    result = argmap("list", "-m", str(path))
    assert (result.status, result.out) == (2, "")
    assert what in result.err
    assert result.err.count("error:") == 1
    assert len(result.err.splitlines()) <= 2


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("argmap: 1\nclams:\n  a: A\n", ["2:1: error: unknown key 'clams'"]),
        ("claims:\n  a: A\n", ["1:1: error: the key 'argmap' with the format version is missing"]),
        (
            "agrmap: 1\nclaims:\n  a: A\nrelation:\n- {from: a, supports: b}\n",
            ["1:1: error: unknown k", "4:1: error: unknown key"],
        ),
        ("argmap: 1\nnodes: []\nedges: []\n", ["2:1: error: unknown", "3:1: error: unknown"]),
        ("argmap: 1\nclaims: [\n", ["2:9: error: not valid YAML"]),
        ("clams:\n  a: A: B\n", ["2:7: error: not valid YAML"]),
        ("argmap 1\nclaims:\n  a: A\n", ["1:7: error: not valid YAML"]),
        ("<<<<<<< ours\nargmap: 1\n", ["1:1: error: not valid YAML"]),
        ('{"claims": {"a": "A"}, "note": 1}', ["1:1: error: the key", "1:24: error: unknown"]),
        ('{"nodes": 1,, }', ["1:13: error: not valid JSON"]),
        ("title: The pool\n", ["1:1: error: the key 'argmap'"]),
        ("- 1\n", ["1:1: error: a map is a mapping of keys, not a list"]),
        ("3\n", ["1:1: error: a map is a mapping of keys, not a number"]),
        ("\n", ["1:1: error: the file is empty"]),
    ],
)
def test_a_map_with_errors_keeps_them(text: str, errors: list[str]) -> None:
    result = argmap("list", "-m", "-", stdin=text)
    found = [line for line in result.err.splitlines() if line.startswith("<stdin>:")]
    assert result.status == 2
    assert len(found) == len(errors)
    for line, error in zip(found, errors, strict=True):
        assert line.startswith(f"<stdin>:{error}")


def test_a_format_that_is_asked_for_has_its_own_errors_below_the_name() -> None:
    text = '{"openapi": "3.1.0", "paths": {}}'
    result = argmap("list", "-m", "-", "--from", "json", stdin=text)
    first, second, *_ = [line for line in result.err.splitlines() if "error:" in line]
    assert "this looks like an OpenAPI description, not like json; " in first
    assert "the key 'argmap' with the format version is missing" in second
    graph = '{"nodes": [{"id": "a", "text": "A"}], "edges": []}'
    assert argmap("list", "-m", "-", "--from", "node-link", stdin=graph).status == 0


def test_wide_text_with_a_byte_order_mark_is_named_with_what_to_do() -> None:
    for encoding, name in (("utf-16", "UTF-16"), ("utf-32", "UTF-32")):
        for command in ("list", "check"):
            result = argmap(command, "-m", "-", stdin="argmap: 1\nclaims: {}\n".encode(encoding))
            assert result.status == 2
            assert f"this looks like {name}; save the file as UTF-8" in result.err + result.out


@pytest.mark.parametrize("command", ["rename a b", "set a label=B", "add a B"])
def test_a_command_that_edits_names_it_too(command: str, tmp_path: Path) -> None:
    path = tmp_path / "pool.yaml"
    path.write_bytes(SAMPLES["a PNG picture"][0])
    result = argmap(*command.split(), "-m", str(path))
    assert result.status == 2
    assert "this looks like a PNG picture" in result.err


def test_a_broken_map_in_a_folder_is_not_passed_over(tmp_path: Path) -> None:
    texts = {
        "conflict.yaml": "<<<<<<< ours\nargmap: 1\n=======\nargmap: 1\n>>>>>>> theirs\n",
        "broken.json": '{"title": "Pool", "argmap": 1,,}',
        "other.json": '{"name": {"argmap": 1}}',
        "note.txt": "A map begins so.\n\nargmap: 1\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [line.split(":")[0] for line in argmap("stats", ".", cwd=tmp_path).err.splitlines()]
    assert found[:-1] == ["broken.json", "conflict.yaml"]


def test_the_code_is_explained() -> None:
    assert "of another kind" in argmap("check", "--explain", "other-kind").out
