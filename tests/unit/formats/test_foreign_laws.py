"""The table of kinds of files that argmap does not read: each has samples, and is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.foreign import SAMPLES

from argmap import ArgmapError, InvalidMapError
from argmap.formats import load_bytes
from argmap.formats._foreign import CERTAIN, LIKELY

KINDS = (*CERTAIN, *LIKELY)
EACH = [(name, data) for name, samples in SAMPLES.items() for data in samples]
SUFFIXES = ("", ".yaml", ".yml", ".json", ".txt", ".xml")


def test_each_kind_has_a_sample() -> None:
    lack = [kind.name for kind in KINDS if kind.name not in SAMPLES]
    assert lack == [], f"add samples of these to {Path('tests/support/foreign.py')}"


def test_each_sample_is_of_a_kind_and_each_name_is_used_once() -> None:
    names = [kind.name for kind in KINDS]
    assert sorted(names) == sorted(SAMPLES)


@pytest.mark.parametrize(("name", "data"), EACH)
def test_each_sample_is_one_error_that_names_it(name: str, data: bytes) -> None:
    for suffix in SUFFIXES:
        with pytest.raises(InvalidMapError) as caught:
            load_bytes(data, f"pool{suffix}")
        (found,) = caught.value.diagnostics
        assert found.code == "other-kind"
        assert found.message.startswith(f"this looks like {name}, not like ")
        assert (found.location[1:], found.hint, caught.value.count) == ((1, 1), None, 1)


@pytest.mark.parametrize("kind", CERTAIN, ids=lambda kind: kind.name)
def test_what_is_certain_is_named_whatever_the_suffix(kind: object) -> None:
    for format in ("graphml", "kialo", "aif", "argdown", "tgf", "csv"):
        name = kind.name  # type: ignore[attr-defined]
        for data in SAMPLES[name]:
            try:
                load_bytes(data, f"pool.{format}")
            except ArgmapError as error:
                assert f"this looks like {name}, not like {format}; " in str(error)  # noqa: PT017
            else:
                # Words are Argdown to whoever calls them so.
                assert format == "argdown"
                assert data[:1].isalnum() or data[:1] in b"@*-#$!"


@pytest.mark.parametrize("kind", CERTAIN, ids=lambda kind: kind.name)
def test_what_is_certain_is_named_before_the_errors_of_a_format_that_is_asked_for(
    kind: object,
) -> None:
    name = kind.name  # type: ignore[attr-defined]
    with pytest.raises(InvalidMapError) as caught:
        load_bytes(SAMPLES[name][0], "pool.txt", "yaml")
    assert caught.value.diagnostics[0].message.startswith(f"this looks like {name}, not like yaml;")


PIECES = [
    *("[", "[[", "{", '{"a":', "<", "<!--", "/*", "<a", "[a", "(1) ", "1.1. Pro: ", "- [", "# "),
    *("#\n", "; a\n", "% x\n", "a = b\n", "[a]\n", "a: b\n", "- - ", "\n", " ", "\t", "-- \n"),
    *("To: a\n", "(#", "[a]: b\n", "SELECT a ", "create table a ", "a;", "a,", '"', "'", "\\"),
    *("//\n", "===\n", "T1\t", "[00:01] ", "import a\n", "\x01", "ä", "  -> [a]\n", "<a>:"),
]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["", ".yaml"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_thing_over_and_over_is_named_soon(piece: str, suffix: str) -> None:
    text = piece * (100_000 // len(piece))
    for each in (f"{text}x", text.replace("\n", " ")):
        with pytest.raises(ArgmapError):
            load_bytes(each.encode(), f"pool{suffix}")
