"""What is written as a scalar is read as the same value, in every style and place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.documents.document import value_of
from argmap.documents.yaml_document import read_document
from argmap.documents.yaml_scalars import block_key, flow, quoted, scalar
from argmap.model import FileText

texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text("aN1 :#,?-'\"\\[]{}~.\xa0\n")


def read(text: str) -> object:
    return read_document(FileText(text, "map.yaml")).value


@given(texts, st.sampled_from(["", "'", '"']))
@example("ends with:", "")
@example("on", "")
@example("a, b", "")
@example("no\xa0break", "'")
def test_a_text_is_read_as_it_was_written(text: str, style: str) -> None:
    for in_flow, frame in ((False, "- {}\n"), (True, "[{}]\n"), (True, "[{{a: {}}}]\n")):
        written = scalar(text, style, in_flow=in_flow)
        found = read(frame.format(written))
        assert found in ([text], [{"a": text}])
        # Other readers have other versions of YAML.
        assert yaml.load(frame.format(written), yaml.CSafeLoader) == found


@pytest.mark.parametrize(
    ("text", "is_plain_in_block", "is_plain_in_flow"),
    [
        ("plain words.", True, True),
        ("Yes, it is (mostly).", True, False),
        ("Über uns", True, False),
        ("a:b#c", True, False),
        *((text, False, False) for text in ("a: b", "a #b", "ends:", "ends ", "- a", "*a", "")),
        *((text, False, False) for text in ("yes", "No", "null", "1.5", "a\u2028b", "a\ufeffb")),
    ],
)
def test_a_text_is_plain_where_every_yaml_reads_it_so(
    text: str,
    is_plain_in_block: bool,  # noqa: FBT001
    is_plain_in_flow: bool,  # noqa: FBT001
) -> None:
    assert (scalar(text, in_flow=False) == text) is is_plain_in_block
    assert (scalar(text) == text) is is_plain_in_flow
    assert scalar(text, '"') == quoted(text)


def test_values_other_than_text() -> None:
    assert [scalar(value) for value in (3, 0.5, True, None)] == ["3", "0.5", "true", "null"]
    assert flow([1]) == "1"
    assert flow(["a", {"b": "c, d"}]) == '[a, {b: "c, d"}]'


@pytest.mark.parametrize("length", [1, 999, 1000, 1100])
def test_a_key_is_found_however_long_it_is(length: int) -> None:
    key = "k" * length
    found = read(f"a:\n  {block_key(key)} 3\n")
    assert isinstance(found, dict)
    assert {name: value_of(value) for name, value in found["a"].items()} == {key: 3}
    assert block_key(key).startswith("?") == (length >= 1000)
