"""Reading maps: every error at its place, and nothing a file holds can hurt.

In the texts below ``«code»`` marks the place where a diagnostic is expected.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.damage import damaged, errors_in, marked, survivor
from support.laws import examples
from support.traps import LINES, MEANINGS, in_places

from argmap import ArgmapError, InvalidMapError, dumps, loads
from argmap.formats import bundled_path, load_bytes

HEAD = "argmap: 1\nclaims:\n  a: One.\n  b: Two.\n"
BAD_YAML = [
    "«missing-key»title: T\n",
    "argmap: «version»2\n",
    'argmap: «version»"1"\n',
    "argmap: «version»true\n",
    "argmap: 1\n«unknown-key»clams: {}\n",
    "«wrong-type»[1, 2]\n",
    "argmap: 1\ntitle: «wrong-type»12\n",
    "argmap: 1\ntitle: «empty-text»''\n",
    "argmap: 1\nsource: «wrong-type»[x]\n",
    "argmap: 1\nsource: {«unknown-key»writer: x, date: «wrong-type»2024.5}\n",
    "argmap: 1\nvoices: {«bad-id»'a b': x, c: «wrong-type»1}\n",
    "argmap: 1\nclaims: «wrong-type»[a]\n",
    "argmap: 1\nclaims:\n  a:«wrong-type»\n",
    "argmap: 1\nclaims:\n  a: «wrong-type»[x]\n",
    "argmap: 1\nclaims:\n  a: «empty-text»'  '\n",
    "argmap: 1\nclaims:\n  «missing-key»a: {label: L}\n",
    "argmap: 1\nclaims:\n  «bad-id»a b: {text: T}\n  «bad-id»'': T\n  «bad-id»\"a\\u202E\": T\n",
    "argmap: 1\nclaims:\n  a: {text: T, weight: «out-of-range»1.5}\n",
    "argmap: 1\nclaims:\n  a: {text: T, weight: «out-of-range».nan}\n",
    "argmap: 1\nclaims:\n  a: {text: T, weight: «wrong-type»high}\n",
    "argmap: 1\nclaims:\n  a: {text: T, weight: «wrong-type»true}\n",
    "argmap: 1\nclaims:\n  a: {text: T, implicit: «wrong-type»yes}\n",
    "argmap: 1\nclaims:\n  a: {text: T, at: [1, «out-of-range»5-4, 3]}\n",
    "argmap: 1\nclaims:\n  a: {text: T, at: «wrong-type»-1.5}\n",
    "argmap: 1\nclaims:\n  a: {text: T, at: «wrong-type»-1}\n",
    "argmap: 1\nclaims:\n  a: {text: T, tags: [x, «wrong-type»1, y]}\n",
    "argmap: 1\nclaims:\n  a: {text: T, «unknown-key»lable: L, voice: «bad-id»a b}\n",
    "argmap: 1\nclaims:\n  a: T\n  b: U\n  «duplicate-key»a: V\n",
    "argmap: 1\nclaims:\n  a: {text: T, «duplicate-key»text: U}\n",
    "argmap: 1\n«duplicate-key»argmap: 1\n",
    "argmap: 1\nrelations: «wrong-type»{a: b}\n",
    HEAD + "relations:\n  - «wrong-type»a supports b\n",
    HEAD + "relations:\n  - «missing-key»{from: a}\n",
    HEAD + "relations:\n  - «missing-key»{supports: a}\n",
    HEAD + "relations:\n  - {from: a, supports: b, «two-verbs»attacks: b}\n",
    HEAD + "relations:\n  - {from: «empty-list»[], supports: b}\n",
    HEAD + "relations:\n  - {from: «bad-id»a b, supports: b}\n",
    HEAD + "relations:\n  - {from: [a, «wrong-type»[b]], supports: b}\n",
    HEAD + "relations:\n  - {from: a, supports: b, scheme: «wrong-type»1}\n",
    HEAD + "relations:\n  - {from: a, supports: b, «unknown-key»because: x}\n",
    HEAD + "relations:\n  - {from: «dangling-id»x, supports: «dangling-id»y}\n",
    HEAD + "relations:\n  - {from: [a, «dangling-id»x], supports: b}\n",
    HEAD + "relations:\n  - {from: a, undercuts: «dangling-id»y}\n",
    HEAD + "relations:\n  - {from: a, undercuts: «undercuts-claim»b}\n",
    # An id that is used twice, by a relation that bears on what nothing else does.
    HEAD
    + "relations:\n  - {from: a, supports: b, id: x}\n"
    + "  - {from: b, undercuts: «undercuts-claim»a, id: «duplicate-id»x}\n",
    HEAD
    + "relations:\n  - {from: a, supports: b}\n  - {from: a, attacks: «target-is-relation»a/b}\n",
    HEAD
    + "relations:\n  - {from: a, supports: b}\n  - {from: «premise-is-relation»a/b, supports: b}\n",
    HEAD + "relations:\n  - {from: [a, «duplicate-premise»a], supports: b}\n",
    HEAD + "relations:\n  - {from: «linked-symmetric»[a, b], contradicts: «self-relation»b}\n"
    "  - {from: a, restates: «self-relation»a}\n",
    HEAD + "relations:\n  - {from: a, supports: b}\n  - «duplicate-id»{from: a, attacks: b}\n",
    HEAD + "relations:\n  - {from: a, supports: b, id: «duplicate-id»a}\n",
    "«empty-file»",
    "«empty-file»# only\n# comments\n",
    "«wrong-type»~\n",
    "argmap: 1\n«documents»---\nargmap: 1\n",
    "argmap: 1\nclaims:\n  a: b«syntax»: c\n",
    "argmap: 1\ntitle: «syntax»*nowhere\n",
    "argmap: 1\ntitle: «tag»!!python/object:os.system x\n",
    "argmap: 1\ntitle: «tag»!!int x\n",
    "argmap: 1\n? «bad-key»[a, b]\n: c\n",
    "argmap: 1\ntitle: a«syntax»\x07b\n",
    "argmap: 1\nclaims: &x {a: «syntax»*x}\n",
    "argmap: 1\ntitle: T\n«unknown-key»<<: x\n",
]
BAD_JSON = [
    "«missing-key»{}",
    '{"argmap": «version»2, «unknown-key»"clams": {}}',
    '{"argmap": 1,\n "claims": {\n  "a": {"text": "T", "weight": «out-of-range»7}}}',
    '{"argmap": 1, "claims": {"a": "T",\n «duplicate-key»"a": "U"}}',
    '{"argmap": 1, "claims": {"a": «wrong-type»null, «missing-key»"b": {}, «bad-id»"c d": "T"}}',
    '{"argmap": 1, "claims": {"a": {"text": «empty-text»"", "at": [1,\n«out-of-range»"5-4"]}}}',
    (
        '{"argmap": 1, "claims": {"a": "T", "b": "U"}, "relations": [\n'
        ' {"from": ["a", «dangling-id»"x"], "supports": "b"},\n'
        ' {"from": "a", "supports": "b", «two-verbs»"attacks": "b"},\n'
        ' «missing-key»{"from": "a"},\n'
        ' {"from": «empty-list»[], "supports": "b"},\n'
        ' {"from": "a", "undercuts": «undercuts-claim»"b", "id": "u"},\n'
        ' {"from": "a", "supports": "b"}, {"from": "b", "attacks": «target-is-relation»"a/b"},\n'
        ' {"from": «premise-is-relation»"a/b", "supports": "b"},\n'
        ' «duplicate-id»{"from": "a", "attacks": "b"},\n'
        ' {"from": ["a", «duplicate-premise»"a"], "supports": "b"},\n'
        ' {"from": «linked-symmetric»["a", "b"], "contradicts": «self-relation»"b"}]}'
    ),
    '{"argmap": 1, "claims": {"a": {"text": "T", "weight": «out-of-range»«syntax»NaN}}}',
    '{"argmap": 1, "title": «syntax»"\\ud800"}',
    '{"argmap": 1,\n "title" «syntax»2}',
    '{"argmap": 1} «syntax»x',
    "«empty-file» \n",
    "«wrong-type»[1]",
]


@pytest.mark.parametrize("text", BAD_YAML)
def test_each_error_in_yaml_is_reported_at_its_place(text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean) == expected


@pytest.mark.parametrize("text", BAD_JSON)
def test_each_error_in_json_is_reported_at_its_place(text: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean, "json") == expected


@pytest.mark.parametrize("text", [t for t in BAD_YAML if t.startswith(HEAD)])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_count_as_one(text: str, end: str) -> None:
    clean, expected = marked(text)
    assert errors_in(clean.replace("\n", end)) == expected


def test_all_errors_of_a_file_are_reported_in_one_run_in_file_order() -> None:
    clean, expected = marked(HEAD + "relations:\n" + SEVERAL)
    assert errors_in(clean) == expected
    with pytest.raises(InvalidMapError) as error:
        loads(clean)
    places = [d.location[1:] for d in error.value.diagnostics]
    assert places == sorted(places)
    assert len(places) == 5


SEVERAL = (
    "  - {from: a, «unknown-key»suports: b}\n"
    "  - {from: «dangling-id»aa, supports: b, scheme: «wrong-type»[x]}\n"
    "  - {from: [a, b], «unknown-key»voice: 1, supports: «dangling-id»c}\n"
)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("argmap: 1\nclams: {}\n", "did you mean 'claims'?"),
        ("argmap: 1\nclaims: {a: {text: T, lable: L}}\n", "did you mean 'label'?"),
        (
            "argmap: 1\nclaims: {survey: T, b: U}\nrelations: [{from: survye, supports: b}]\n",
            "did you mean 'survey'?",
        ),
        (
            "argmap: 1\nclaims: {aa: T, bb: U}\nrelations:\n"  # noqa: ISC004
            "- {from: aa, supports: bb}\n- {from: aa, undercuts: aa/b}\n",
            "did you mean 'aa/bb'?",
        ),
        ("argmap: 1\nclaims: {a b: T}\n", "'a-b' would do"),
        ("argmap: 1\ntitle: 0x1F\n", 'to mean the text, put it in quotes: "0x1F"'),
        ("argmap: 1\n<<: x\n", "merge keys are not part of YAML 1.2"),
    ],
)
def test_an_error_comes_with_what_to_do(text: str, hint: str) -> None:
    with pytest.raises(InvalidMapError) as error:
        loads(text)
    assert [d.hint for d in error.value.diagnostics] == [hint]


@pytest.mark.parametrize(
    ("written", "date"),
    [("1859", "1859"), ("-44", "-44"), ("0800", "0800"), ("1859-11-24", "1859-11-24")],
)
def test_a_year_is_a_date(written: str, date: str) -> None:
    m = loads(f"argmap: 1\nsource: {{title: T, date: {written}}}\n")
    assert m.source is not None
    assert m.source.date == date
    assert loads(dumps(m)) == m
    if written == "1859":
        assert loads('{"argmap": 1, "source": {"title": "T", "date": 1859}}', "json") == m


PLAIN_TEXT = ["no", "yes", "on", "off", "y", "12:30", "2024-05-02", "1_000", "0o8", "0b1", "="]
NOT_TEXT = ["0o17", "0x1F", "1e3", ".5", "5.", "~", "null", "0777", "true", "FALSE", ".inf", "-0"]


@pytest.mark.parametrize("scalar", PLAIN_TEXT)
def test_a_scalar_that_yaml_1_2_takes_for_text(scalar: str) -> None:
    assert loads(f"argmap: 1\ntitle: {scalar}\n").title == scalar


@pytest.mark.parametrize("scalar", NOT_TEXT)
def test_a_scalar_that_yaml_1_2_takes_for_something_else(scalar: str) -> None:
    text = f"argmap: 1\ntitle: {scalar}\n"
    assert errors_in(text) == [(2, 8, "wrong-type")]
    assert loads(text.replace(scalar, f'"{scalar}"')).title == scalar


@pytest.mark.parametrize("name", [*PLAIN_TEXT, *NOT_TEXT, "119927"])
def test_an_id_is_the_text_it_is_written_as(name: str) -> None:
    text = f"argmap: 1\nclaims:\n  {name}: T\n  b: U\nrelations:\n- {{from: {name}, supports: b}}\n"
    m = loads(text)
    assert list(m.claims) == [name, "b"]
    assert m.relations[f"{name}/b"].premises == (name,)


@pytest.mark.parametrize(
    ("written", "weight"), [("0o1", 1), (".5", 0.5), ("1e-3", 0.001), ("00", 0), ("0x1", 1)]
)
def test_a_weight_is_a_number_of_yaml_1_2(written: str, weight: float) -> None:
    text = f"argmap: 1\nclaims: {{a: {{text: T, weight: {written}}}}}\n"
    assert loads(text).claims["a"].weight == weight


def test_a_place_too_long_to_be_one_is_not_cut_short() -> None:
    assert errors_in('argmap: 1\nclaims: {a: {text: T, at: "1234567890"}}\n') == [
        (2, 27, "wrong-type")
    ]


def test_aliases_stand_for_what_they_name() -> None:
    m = loads(
        "argmap: 1\nclaims:\n  a: &a {text: &t Same., tags: &g [x, y]}\n"
        "  b: *a\n  c: {text: *t, tags: *g}\n"
    )
    assert m.claims["b"]._replace(id="a") == m.claims["a"] == m.claims["c"]._replace(id="a")


LAUGHS = "argmap: 1\nl0: &l0 [" + ", ".join(["lol"] * 10) + "]\n"
LAUGHS += "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))


def test_a_billion_laughs_are_refused() -> None:
    tracemalloc.start()
    found = errors_in(LAUGHS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [code for _, _, code in found] == ["alias-expansion"]
    assert peak < 20_000_000


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("argmap: 1\nx: " + "[" * 10_000, "yaml"),
        ("argmap: 1\nx: " + "{a: " * 10_000, "yaml"),
        ("argmap: 1\nx:\n" + "".join(" " * n + "a:\n" for n in range(1, 2_000)), "yaml"),
        ("argmap: 1\nx:\n " + "- " * 10_000 + "a\n", "yaml"),
        ('{"argmap": 1, "x": ' + "[" * 10_000 + "]" * 10_000 + "}", "json"),
        ('{"x": ' * 10_000 + "1" + "}" * 10_000, "json"),
    ],
    ids=["flow lists", "flow mappings", "block mappings", "block lists", "arrays", "objects"],
)
def test_nesting_without_end_is_an_error_like_any_other(text: str, format: str) -> None:
    assert [code for _, _, code in errors_in(text, format)] == ["nesting"]


@pytest.mark.parametrize("name", ["m.yaml", "m.json", "-"])
def test_a_byte_order_mark_is_not_part_of_the_text(name: str) -> None:
    text = '{"argmap": 1, "claims": {"a": "T"}}'
    m = load_bytes(b"\xef\xbb\xbf" + text.encode(), name)
    assert m.locations["a"][1:] == (1, text.index('"a"') + 1)


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        ("argmap: 1\ntitle: é\xff".encode("latin-1"), (2, 8), "save the file as UTF-8"),
        ("é\nab".encode() + b"\xc3", (2, 3), "save the file as UTF-8"),
        ("argmap: 1\n".encode("utf-16"), (1, 1), "this looks like UTF-16; save the file as UTF-8"),
    ],
)
def test_bytes_that_are_not_utf_8_are_reported_with_their_place(
    data: bytes, place: tuple[int, int], hint: str
) -> None:
    with pytest.raises(InvalidMapError) as error:
        load_bytes(data, "m.yaml")
    (found,) = error.value.diagnostics
    assert (found.code, found.location[1:], found.hint) == ("encoding", place, hint)


@pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85"])
def test_line_separators_that_editors_ignore_do_not_shift_places(odd: str) -> None:
    text = f'argmap: 1\ntitle: "a{odd}b"\nclaims: {{a: T, b: 1}}\n'
    assert errors_in(text) == [(3, 19, "wrong-type")]
    twin = f'{{"argmap": 1, "title": "a{odd}b",\n"claims": {{"b": 1}}}}'
    assert errors_in(twin, "json") == [(2, 17, "wrong-type")]


def test_half_of_a_surrogate_pair_is_an_error_with_its_place() -> None:
    with pytest.raises(ArgmapError, match="character 3"):
        loads("a: \ud800")


def test_yaml_and_its_json_twin_are_one_map_with_places_of_their_own() -> None:
    text = HEAD + "relations:\n  - {from: a, supports: b}\n  - {from: b, undercuts: a/b, id: u}\n"
    twin = (
        '{"argmap": 1, "claims": {\n "a": "One.", "b": {"text": "Two."}},\n "relations": [\n'
        '  {"from": "a", "supports": "b"},\n  {"from": ["b"], "undercuts": "a/b", "id": "u"}]}'
    )
    m, other = loads(text), loads(twin, "json")
    assert m == other
    places = {name: place[1:] for name, place in m.locations.items()}
    assert places == {"a": (3, 3), "b": (4, 3), "a/b": (6, 5), "u": (7, 5)}
    places = {name: place[1:] for name, place in other.locations.items()}
    assert places == {"a": (2, 2), "b": (2, 15), "a/b": (4, 3), "u": (5, 3)}


_PURE = """
import json, sys
if sys.argv[1] == "pure":
    sys.modules["yaml._yaml"] = sys.modules["_yaml"] = None
from argmap import InvalidMapError, dumps, loads
from argmap.documents import yaml_document
results = [yaml_document.Parser.__module__]
for text in json.load(sys.stdin):
    try:
        m = loads(text)
        results.append([dumps(m, "json"), {k: v[1:] for k, v in m.locations.items()}])
    except InvalidMapError as error:
        results.append(sorted([*d.location[1:], d.code] for d in error.diagnostics))
json.dump(results, sys.stdout)
"""


@pytest.mark.slow
def test_the_parser_in_pure_python_gives_the_same_maps_and_errors() -> None:
    texts = [bundled_path().read_text(encoding="utf-8"), LAUGHS, "argmap: 1\nx: " + "[" * 3000]
    texts += [marked(text)[0] for text in BAD_YAML]
    texts += [trap.text for trap in (*LINES, *MEANINGS, *(trap for _, trap in in_places()))]
    texts += ['argmap: 1\ntitle: "a\u2028é😀"\nclaims: {a: 1}\n', "argmap: 1\r\nclaims: {a: 1}\r\n"]
    parsers, results = [], []
    for which in ("c", "pure"):
        done = subprocess.run(
            [sys.executable, "-c", _PURE, which],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        parser, *found = json.loads(done.stdout)
        parsers.append(parser)
        results.append(found)
    assert parsers == ["yaml._yaml", "argmap.documents.yaml_document"]
    differences = [
        (text, one, other) for text, one, other in zip(texts, *results, strict=True) if one != other
    ]
    assert differences == []


BUNDLED = bundled_path().read_text(encoding="utf-8")
BUNDLED_JSON = dumps(loads(BUNDLED), "json")
_PIECES = [
    *("*x", "&x ", "[", "]", "{", "}", "!!int ", "!", "---\n", "...\n", "%YAML 9\n", "? ", "|"),
    *(">", "\t", "\x00", "\ufeff", "<<: ", ": ", " #", "'", '"', "\\", "\\ud800", "\r", "\n"),
    *("1e999", "-", "- ", "null", "NaN", "0x", ".nan", ",", "\u2028", "\ud800", "9" * 5000),
]


@pytest.mark.parametrize("format", ["yaml", "json"])
@given(data=st.data())
@examples(100)
def test_a_damaged_file_is_a_map_or_an_error_of_ours(format: str, data: st.DataObject) -> None:
    original = BUNDLED if format == "yaml" else BUNDLED_JSON
    survivor(data.draw(damaged(original, _PIECES)), format)
