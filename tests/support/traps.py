"""What people write in YAML and JSON and do not mean, with the place they have to mend.

In a trap « stands where the error is expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap import InvalidMapError, loads


class Trap(NamedTuple):
    """A text with its mark, and words that its error has to have."""

    marked: str
    words: str

    @property
    def text(self) -> str:
        """The text without the mark."""
        return self.marked.replace("«", "", 1)

    @property
    def place(self) -> tuple[int, int]:
        """The line and column of the mark."""
        before = self.marked[: self.marked.index("«")]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


HEAD = "argmap: 1\nclaims:\n  b: Benches are few.\n"
RELATIONS = "relations:\n  - {from: b, supports: c}\n"
TAIL = "  c: {text: Cars are many., at: 3}\n" + RELATIONS
BLOCK = {
    "the short form of a claim": HEAD + "  a: %s\n" + TAIL,
    "text in lines": HEAD + "  a:\n    text: %s\n    at: 1\n" + TAIL,
    "a label at the end": HEAD + "  a:\n    text: Apples fall.\n    label: %s\n" + TAIL,
    "a note of a relation": HEAD + TAIL + "  - from: c\n    attacks: b\n    note: %s\n",
    "the title": "argmap: 1\ntitle: %s\nclaims:\n  b: Benches are few.\n" + TAIL,
    "a voice": "argmap: 1\nvoices:\n  v: %s\nclaims:\n  b: Benches are few.\n" + TAIL,
    "what is ignored": HEAD + "  a:\n    text: Apples.\n    ignore:\n      island: %s\n" + TAIL,
}
FLOW = {
    "text in braces": HEAD + "  a: {text: %s, at: 1}\n" + TAIL,
    "a note at the end": HEAD + "  a: {text: Apples fall., note: %s}\n" + TAIL,
    "a scheme": HEAD + TAIL + "  - {from: c, attacks: b, scheme: %s, id: x}\n",
    "the short form in braces": "argmap: 1\nclaims: {a: %s, b: Benches are few.}\n",
    "braces over lines": HEAD + "  a: {\n    text: %s,\n    at: 1\n  }\n" + TAIL,
    "the source": "argmap: 1\nsource: {title: %s, date: 1859}\nclaims:\n  b: Benches.\n" + TAIL,
}
ANYWHERE = [
    Trap("«#1 of all towns", "'#'"),
    Trap("«& then some", "begins with '&'"),
    Trap('"A tab is «\\u00"', "backslash"),
    Trap("«'Tis the season", "an apostrophe"),
    Trap("«[1] and [2] agree", 'quotes: "[1] and [2] agree"'),
    Trap("«| is a pipe", 'quotes: "| is a pipe"'),
    Trap("«@all of us agree", "begins with '@'"),
    Trap("«`ls` lists files", "begins with '`'"),
    Trap("«%5 of all voted", "begins with '%'"),
    Trap("«*nobody* came", "quotes"),
    Trap("«| is a pipe", "begins with '|'"),
    Trap("«> 5 of them came", "begins with '>'"),
    Trap("«- said with a dash", "begins with '-'"),
    Trap("«? is a question", "begins with '?'"),
    Trap("«] closes", "begins with ']'"),
    Trap("«[sic] it is said", "begins with '['"),
    Trap("«{sic} it is said", "begins with '{'"),
    Trap("«!important it is", "begins with '!'"),
    Trap('"Yes«" was the answer', "closed here"),
    Trap("'It«'s raining'", "closed here"),
    Trap('«"Rain is wet', "never closed"),
    Trap("«'Rain is wet", "never closed"),
    Trap('"C:«\\path is long"', "backslash"),
    Trap("Two kinds«: wet and dry", "': ' in it has to be in quotes"),
    Trap("“Two kinds«: wet and dry”", "straight quotes"),
    Trap("What he said«:", "': ' in it has to be in quotes"),
]
IN_FLOW = [
    Trap("«?is it so", "begins with '?'"),
    Trap("«:so it is", "begins with ':'"),
    Trap("«: so it is", "begins with ':'"),
    Trap("«# of them", "begins with '#'"),
    Trap("Wet«, cold and dark", "ends at this comma"),
    Trap("Wet«, cold, and dark", "ends at this comma"),
    Trap("Wet«, label", "ends at this comma"),
    Trap("so it says «[sic] there", "with '[' in it"),
    Trap("so it says «{sic} there", "with '{' in it"),
    Trap("Trams win «#1 prize", "' #' cuts the text"),
    Trap("Trams win «# prize", "' #' cuts the text"),
]
"""What is no trap in lines: there a '#' is one for a check to find."""


def in_places() -> Iterator[tuple[str, Trap]]:
    """Yield every trap in every place, with the name of the place."""
    for places, traps in ((BLOCK, ANYWHERE), (FLOW, [*ANYWHERE, *IN_FLOW])):
        for name, template in places.items():
            for trap in traps:
                yield name, Trap(template.replace("%s", trap.marked), trap.words)


LINES = [
    Trap(HEAD + "«\ta: Apples fall.\n" + TAIL, "tab"),
    Trap("argmap: 1\nclaims:\n«\tb: Benches are few.\n", "tab"),
    Trap(HEAD + "   «a: Apples fall.\n" + TAIL, "3 spaces"),
    Trap(HEAD + " «a: Apples fall.\n" + TAIL, "1 spaces"),
    Trap("argmap: 1\nclaims:\n   «b: Benches.\n  c: Cars.\n  d: Dogs.\n", "3 spaces"),
    Trap(HEAD + "  a:\n    text: Apples.\n     «at: 1\n" + TAIL, "5 spaces"),
    Trap(HEAD + "  a:\n    text: Apples.\n   «at: 1\n" + TAIL, "3 spaces"),
    Trap(HEAD + "  a: {text: Apples.}\n    «at: 1\n" + TAIL, "4 spaces"),
    Trap(HEAD + "  a:«Apples fall.\n" + TAIL, "a space is missing after ':'"),
    Trap(HEAD + "  apples« fall.\n" + TAIL, "a ':' is missing after 'apples'"),
    Trap("argmap: 1\nclaims«\n  b: Benches.\n", "a ':' is missing after 'claims'"),
    Trap("argmap« 1\nclaims: {}\n", "a ':' is missing after 'argmap'"),
    Trap("argmap«\nclaims: {}\n", "a ':' is missing after 'argmap'"),
    Trap("argmap:«1\nclaims: {}\n", "a space is missing after ':'"),
    Trap(HEAD + "  a «= Apples fall.\n" + TAIL, "not '='"),
    Trap(HEAD + "  a«：Apples fall.\n" + TAIL, "U+FF1A"),
    Trap(HEAD + "  a«： Apples fall.\n" + TAIL, "U+FF1A"),
    Trap(HEAD + "  a: {text«：Apples fall.}\n" + TAIL, "U+FF1A"),
    Trap(HEAD + "  a: {text: Apples fall.«， at: 1}\n" + TAIL, "U+FF0C"),
    Trap(HEAD + "  a:«\u00a0Apples fall.\n" + TAIL, "no-break space"),
    Trap(HEAD + "«\u00a0\u00a0a: Apples fall.\n" + TAIL, "no-break space"),
    Trap(HEAD + "  «\ufeffa: Apples fall.\n" + TAIL, "U+FEFF"),
    Trap("argmap: 1«\u00a0\nclaims: {}\n", "no-break space"),
    Trap("argmap: «\u200b1\nclaims: {}\n", "zero-width space"),
    Trap("argmap: 1\nclaims«\u00a0:\n  b: Benches.\n", "no-break space"),
    Trap(HEAD + "  a: {text: Apples fall., «\u200bat: 1}\n" + TAIL, "zero-width space"),
    Trap(HEAD + "«<<<<<<< HEAD\n  a: A.\n=======\n  a: B.\n>>>>>>> x\n" + TAIL, "conflict"),
    Trap(HEAD + "  a: Apples fall\n  «far from the tree\n" + TAIL, "wrong indentation"),
    Trap(HEAD + "  a: Apples of issue «#12\n    fall far\n" + TAIL, "' #' cuts"),
    Trap(HEAD + "  a: «{text: Apples fall., at: 1\n" + TAIL, "'{' is opened here"),
    Trap(HEAD + "  a: {text: Apples fall., tags: «[x, y}\n" + TAIL, "'[' is opened here"),
    Trap(HEAD + "  a: {text: Apples fall.}«}\n" + TAIL, "too many"),
    Trap(HEAD + "  a: {text: Apples fall.}«,\n" + TAIL, "too many"),
    Trap(HEAD + '  a: {text: "Apples fall." «at: 1}\n' + TAIL, "missing before 'at:'"),
    Trap(HEAD + '  a: {text: «"Apples, at: "1-2"}\n' + TAIL, "never closed"),
    Trap(HEAD + TAIL + "  - {from: c «attacks: b}\n", "missing before 'attacks:'"),
    Trap(HEAD + TAIL + "  - {from: [c, b] «attacks: b}\n", "missing before 'attacks:'"),
    Trap(HEAD + TAIL + "  - {from:«c, attacks:b}\n", "a space is missing after ':'"),
    Trap(HEAD + TAIL + "  «{from: c, attacks: b}\n", "'- '"),
    Trap(HEAD + "relations:\n  «{from: b, attacks: b}\n  - {from: b, supports: b}\n", "'- '"),
    Trap(HEAD + TAIL + "  «from: c\n    attacks: b\n", "'- '"),
    Trap(HEAD + TAIL + "  -«{from: c, attacks: b}\n", "a space is missing after '-'"),
    Trap(HEAD + TAIL + "  -«from: c\n    attacks: b\n", "a space is missing after '-'"),
    Trap(HEAD + TAIL + "  «* from: c\n    attacks: b\n", "'*'"),
    Trap(HEAD + TAIL + "  «• from: c\n    attacks: b\n", "'•'"),
    Trap(HEAD + TAIL + "  - from: c\n  - «attacks: b\n", "splits a relation"),
    Trap(HEAD + TAIL + "  - from: c\n  «attacks: b\n", "next '- '"),
    Trap(HEAD + "  a: |\n    Apples\n   «fall\n" + TAIL, "indented less"),
    Trap("argmap: 1\nclaims:\n «a:\n    text: A.\n  b:\n    text: B.\n  c: C.\n", "1 spaces"),
    Trap(HEAD + "  a:\n   «text: Apples.\n    at: 1\n    kind: premise\n" + TAIL, "3 spaces"),
    Trap(HEAD + "  a:\n     «text: Apples.\n    at: 1\n    kind: premise\n" + TAIL, "5 spaces"),
    Trap(" «argmap: 1\nclaims:\n  b: Benches.\n", "1 spaces"),
    Trap(HEAD + "  apples«\n    text: Apples fall.\n" + TAIL, "a ':' is missing after 'apples'"),
    Trap(HEAD + "  a:\n   «text: >-\n      Apples\n    at: 1\n" + TAIL, "3 spaces"),
    Trap(HEAD + "  a: >-\n     «Apples\n    fall.\n" + TAIL, "first line is indented more"),
    Trap(HEAD + "  a: {text: A., tags: «[x\n  # a comment\n  d: D.\n" + TAIL, "'[' is opened here"),
    Trap(HEAD + "  a: {text: A.,\n«<<<<<<< HEAD\n    at: 1}\n" + TAIL, "conflict"),
    Trap(HEAD + "  a: 'A.\n«<<<<<<< HEAD\n    at: 1\n" + TAIL, "conflict"),
    Trap(HEAD + "  a: {text: A.,\n    at«; 1}\n" + TAIL, "a ':' is missing after 'at'"),
    Trap("argmap: 1\nvoices: {v:«\u00a0Vera, w: Will}\n", "no-break space"),
    Trap("argmap: 1\nvoices: {v: Vera«, who wrote it, w: Will}\n", "ends at this comma"),
    Trap(HEAD + TAIL + "  - from« c\n    attacks: b\n", "a ':' is missing after 'from'"),
    Trap(HEAD + TAIL + "  - {from«：c, attacks: b}\n  - {from: b, undercuts: c/b}\n", "U+FF1A"),
    Trap(
        "argmap: 1\nclaims: {b: B., c: C.}\nrelations:\n   «- from: b\n    supports: c\n"
        "  - from: c\n    attacks: b\n",
        "its neighbours by 2",
    ),
    Trap(HEAD + "  a: |\n  «Apples fall\n" + TAIL, "not indented under its key"),
    Trap(HEAD + "  «- a: Apples fall.\n" + TAIL, "among the keys"),
    Trap("argmap: 1\nclaims: {}\n«---\nargmap: 1\n", "second document"),
    Trap("argmap: 1\nclaims:\n«a: Apples fall.\nb: Benches are few.\n", "not indented"),
    Trap(HEAD + "  a:\n  «text: Apples fall.\n  at: 1\n" + TAIL, "not indented under 'a'"),
]
RELATION = HEAD + TAIL + "  - from: c\n    attacks: b\n"
"""A relation in lines, which the next one does not go on with."""
LINES += [
    Trap(HEAD + '  a: "Yes«", said the council\n' + TAIL, "closed here"),
    Trap(RELATION + "  «{from: b, undercuts: c/b}\n", "'- '"),
    Trap(RELATION + "  -«{from: b, undercuts: c/b}\n", "a space is missing after '-'"),
    Trap(RELATION + "  -«from: b\n    undercuts: c/b\n", "a space is missing after '-'"),
    Trap(RELATION + "  -«\u00a0{from: b, undercuts: c/b}\n", "no-break space"),
    Trap(RELATION + "  -«\t{from: b, undercuts: c/b}\n", "a tab stands after '-'"),
    Trap(RELATION + "  - from: b, «undercuts: c/b\n", "without braces"),
    Trap(RELATION + "  - (from: b, «undercuts: c/b)\n", "without braces"),
    Trap(RELATION + "  - from: b\n    undercuts« c/b\n", "a ':' is missing"),
    Trap(HEAD + "  a: «text: Apples fall., at: 1\n" + TAIL, "without braces"),
    Trap(HEAD + "  a: («text: Apples fall., at: 1)\n" + TAIL, "without braces"),
    Trap("argmap: 1\nclaims: «b: Benches.\n", "without braces"),
    Trap(HEAD + "  a: {text: Apples.«}, at: 1}\n" + TAIL, "entries go on"),
    Trap(HEAD + "  a: {text: Apples.} «d: {text: Dogs.}\n" + TAIL, "missing before 'd:'"),
    Trap(HEAD + '  a: {text: "Apples." «# all}\n' + TAIL, "in it"),
    Trap(HEAD + "  a: {text: Apples., at: «#3}\n" + TAIL, "begins with '#'"),
    Trap(HEAD + "  a: {text: Apples., tags: [«#x, #y]}\n" + TAIL, 'quotes: "#x"'),
    Trap(HEAD + "  a:\n    text: Apples.\n    at: 1\n  d« - Dogs.\n" + TAIL, "after 'd'"),
    *(Trap(HEAD + f"  «{sign} said\n" + TAIL, "no comment") for sign in ("//", "/*", "--", ";")),
    Trap(HEAD + "«a: Apples fall.\n" + TAIL, "its neighbours by 2"),
    Trap(HEAD + "  a:\n    text: Apples.\n  «at: 3\n" + TAIL, "not indented under 'a'"),
    Trap(HEAD + "  c: Cars.\n«a:\n  text: Apples.\n" + RELATIONS, "under 'claims'"),
]
MEANINGS = [
    Trap(HEAD + "  a: {text: Wet«, said Ann: all of it, at: 1}\n" + TAIL, "ends at this comma"),
    Trap(HEAD + "  a: {text: 1«,000 came, at: 1}\n" + TAIL, 'quotes: "1,000 came"'),
    Trap("argmap: 1\nsource: {title: 1«,000 came, date: 1859}\n", 'quotes: "1,000 came"'),
    Trap(HEAD + "  a: {text: Apples., at: 1«, 2}\n" + TAIL, "[1, 2]"),
    Trap(HEAD + "  a: {text: Apples., tags: x«, y}\n" + TAIL, "[x, y]"),
    Trap(HEAD + "  a: {«Apples fall., at: 1}\n" + TAIL, "write 'text: Apples"),
    Trap(HEAD + "  a: {text: Apples.«, implicit}\n" + TAIL, "write 'implicit: …'"),
    Trap(HEAD + "  a:\n    «- text: Apples.\n    - at: 1\n" + TAIL, "without '- '"),
    Trap(HEAD + "  a:\n    text: Apples.\n    at: «#3\n" + TAIL, "begins a comment"),
    Trap(HEAD + TAIL + "  - {from: c, attacks: b«, d}\n", "a relation for each"),
    *(
        Trap(HEAD + TAIL + f"  - from: «{ids}\n    attacks: b\n", "[b, c]")
        for ids in ("b, c", "b; c", "b & c", "b and c", "b + c", "b c", "b, c]", "(b, c)")
    ),
    *(
        Trap(HEAD + TAIL + f"  - «{relation}\n", "{from: c, attacks: b}")
        for relation in ("c attacks: b", "{c attacks b}", "from c attacks b", "{from c attacks b}")
    ),
    Trap(HEAD + TAIL + "  - «c: b\n", "no key of a relation"),
    Trap(HEAD + TAIL + "  - «r: {from: c, attacks: b}\n", "{id: r, from"),
    Trap(HEAD + TAIL + "expect:\n  grounded: {in: b«, c}\n", "[b, c]"),
    Trap(HEAD + TAIL + "expect:\n  grounded:\n    in: «b, c\n", "[b, c]"),
    Trap(HEAD + TAIL + "expect:\n  grounded:\n  «in: b\n", "under a semantics"),
    Trap(HEAD + TAIL + "  - {from: b, attacks: «[b, c]}\n", "{from: b, attacks: c}"),
    Trap(HEAD + "  a: {text: Apples., «supports: b}\n" + TAIL, "relations stand under"),
    Trap(HEAD + "  a: {text: Apples., «from: c, supports: b}\n" + TAIL, "relations stand under"),
    Trap("argmap: 1\nclaims:\n  «- id: a\n    text: A.\n" + RELATIONS, "a: {text"),
    Trap("argmap: 1\nclaims:\n  «- {id: b, text: B.}\n" + RELATIONS, "b: {text"),
    Trap("argmap: 1\n«claim:\n  b: B.\n" + TAIL, "did you mean 'claims'?"),
    Trap(HEAD + TAIL.replace("relations", "«relation"), "did you mean 'relations'?"),
    Trap(HEAD + TAIL.replace("supports", "«support"), "did you mean 'supports'?"),
    Trap(HEAD + TAIL.replace("from", "«form"), "did you mean 'from'?"),
    Trap(HEAD + "  a: {«txt: Apples.}\n" + TAIL, "did you mean 'text'?"),
    Trap(HEAD + TAIL + "  - «c attacks b\n", "{from: c, attacks: b}"),
    Trap(HEAD + TAIL + "  - {from: «'c, b', attacks: b}\n", "[c, b]"),
    Trap(HEAD + TAIL + "  - {from: c«, b, attacks: b}\n", "[c, b]"),
    Trap(HEAD + "  a: {text: Apples., weight: 0«,8}\n" + TAIL, "write 0.8"),
    Trap(HEAD + "  a: {text: Apples., weight: «80%}\n" + TAIL, "write 0.8"),
    Trap(HEAD + "  a: {text: Apples., weight: «'0.8'}\n" + TAIL, "write 0.8"),
    Trap(HEAD + "  a: {text: Apples., weight: «80}\n" + TAIL, "write 0.8"),
    Trap(HEAD + "  a: {text: Apples., implicit: «yes}\n" + TAIL, "write true"),
    Trap(HEAD + "  a: {text: Apples., assumed: «Off}\n" + TAIL, "write false"),
    Trap("argmap: 1\nsource: «A book\n", "such as: source:"),
    Trap("argmap: «'1'\nclaims: {}\n", "write: argmap: 1"),
    Trap("argmap: «1.0\nclaims: {}\n", "write: argmap: 1"),
    Trap("argmap:«\nclaims: {}\n", "write: argmap: 1"),
    Trap("«Argmap: 1\nclaims: {}\n", "did you mean 'argmap'?"),
    Trap(HEAD + "  a:\n    text:\n      «Two kinds: wet, dry\n" + TAIL, "': ' in it"),
    Trap(HEAD + "  a: {text: Apples., tags: [x, «[y]]}\n" + TAIL, "write one text"),
    Trap(HEAD + "  a:\n    text: Apples.\n    tags:\n      - «x: y\n" + TAIL, "': ' in it"),
    Trap(HEAD + "  a: {text: Apples., tags: [«2024]}\n" + TAIL, 'quotes: "2024"'),
    Trap(HEAD + "  a: «1984\n" + TAIL, 'quotes: "1984"'),
    Trap(HEAD + "  a: {text: «1984}\n" + TAIL, 'quotes: "1984"'),
    Trap(HEAD + "  a: {text: Apples., label: «42}\n" + TAIL, 'quotes: "42"'),
    Trap(HEAD + "  a: {text: Apples., kind: «007}\n" + TAIL, 'quotes: "007"'),
    Trap(HEAD + "  a: {text: Apples., label: «null}\n" + TAIL, 'quotes: "null"'),
    Trap(HEAD + "  a: «~\n" + TAIL, 'quotes: "~"'),
    Trap(HEAD + "  a: «True\n" + TAIL, 'quotes: "True"'),
    Trap(HEAD + "  a:«\n" + TAIL, "write a text"),
    Trap("argmap: 1\ntitle: «1984\n", 'quotes: "1984"'),
    Trap("argmap: 1\nsource: {date: «1859.5}\n", 'quotes: "1859.5"'),
    Trap(HEAD + "  a: {text: Apples fall., at« 1}\n" + TAIL, "write 'at: 1'"),
    Trap(HEAD + TAIL + "  - {from« c, attacks: b}\n", "write 'from: c'"),
    Trap(HEAD + TAIL + "  - {from: c, attacks« b}\n", "write 'attacks: b'"),
    Trap(HEAD + TAIL + "  - {from: c, «to: b}\n", "'supports' is missing here"),
    Trap(HEAD + TAIL + "  - {«because: c, attacks: b}\n", "'from' is missing here"),
    Trap(HEAD + "  a: {«says: Apples fall.}\n" + TAIL, "'text' is missing here"),
    Trap(HEAD + "  a: {«id: x, text: Apples fall.}\n" + TAIL, "the id of a claim"),
    Trap(HEAD + "  a: {text: A., «relations: []}\n" + TAIL, "relations stand under"),
    Trap(HEAD + "  a: {text: Apples fall; «at: 1}\n" + TAIL, "missing before 'at:'"),
    Trap(HEAD + "  a: {text: “Apples«, pears”, at: 1}\n" + TAIL, "straight quotes"),
    Trap(HEAD + "  a: {text: 'Apples', «pears, at: 1}\n" + TAIL, "has no ': ' after it"),
    Trap(HEAD + "  a: {text: A., voice: «[b, c]}\n" + TAIL, "write one id"),
    Trap(HEAD + TAIL + "  - «[c, attacks, b]\n", "such as: {from"),
    Trap(HEAD + TAIL + "expect: «[grounded]\n", "such as: expect"),
    Trap(HEAD + TAIL + "expect: {grounded: «[b]}\n", "such as: {in"),
    Trap(HEAD + TAIL + "expect: {df-quad: {strengths: «[b]}}\n", "such as: strengths"),
    Trap(HEAD + "  «b: Again.\n" + TAIL, "given twice"),
]

JSON_HEAD = '{"argmap": 1,\n "claims": {\n'
JSON_TAIL = '  "b": {"text": "Benches.", "tags": ["x", "y"]}\n },\n "relations": []\n}\n'
JSON = [
    Trap(JSON_HEAD + '  "a": {"text": "Apples."«,},\n' + JSON_TAIL, "comma follows the last"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "tags": ["x"«,]},\n' + JSON_TAIL, "comma follows"),
    Trap(JSON_HEAD + JSON_TAIL.replace("[]\n", "[]«,\n"), "comma follows the last"),
    Trap(JSON_HEAD + "  \"a\": «'Apples.',\n" + JSON_TAIL, "none of JSON's quotes"),
    Trap(JSON_HEAD + "  «'a': \"Apples.\",\n" + JSON_TAIL, "none of JSON's quotes"),
    Trap(JSON_HEAD + '  "a": «“Apples.”,\n' + JSON_TAIL, "none of JSON's quotes"),
    Trap(JSON_HEAD + '  "a": "Apples.", «// said\n' + JSON_TAIL, "no comments"),
    Trap(JSON_HEAD + '  «/* said */ "a": "Apples.",\n' + JSON_TAIL, "no comments"),
    Trap(JSON_HEAD + '  «# said\n  "a": "Apples.",\n' + JSON_TAIL, "no comments"),
    Trap(JSON_HEAD + '  "a": "Apples."«\n' + JSON_TAIL, "',' is missing"),
    Trap(JSON_HEAD + '  "a": {"text": "A." «"label": "a"},\n' + JSON_TAIL, "',' is missing"),
    Trap(JSON_HEAD + '  "a" «"Apples.",\n' + JSON_TAIL, "':' is missing"),
    Trap(JSON_HEAD + '  "a" «= "Apples.",\n' + JSON_TAIL, "not '='"),
    Trap(JSON_HEAD + '  "a"«： "Apples.",\n' + JSON_TAIL, "U+FF1A"),
    Trap(JSON_HEAD + '  "a": "Apples."«，\n' + JSON_TAIL, "U+FF0C"),
    Trap(JSON_HEAD + '  "a":«\u00a0"Apples.",\n' + JSON_TAIL, "no-break space"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "implicit": «True},\n' + JSON_TAIL, "write true"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "label": «None},\n' + JSON_TAIL, "write null"),
    Trap(JSON_HEAD + '  "a": «Apples,\n' + JSON_TAIL, "double quotes"),
    Trap(JSON_HEAD + '  «a: "Apples.",\n' + JSON_TAIL, 'write "a"'),
    Trap(JSON_HEAD + '  "a": «"Apples.,\n' + JSON_TAIL, "never closed"),
    Trap(JSON_HEAD + '  "a": {"text": «"Apples., "label": "A"},\n' + JSON_TAIL, "never closed"),
    Trap(JSON_HEAD + '  "a": "The «"apples" fall",\n' + JSON_TAIL, "closed here"),
    Trap(JSON_HEAD + '  "a": "C:«\\path",\n' + JSON_TAIL, "backslash"),
    Trap(JSON_HEAD + '  "a": "one«\ttwo",\n' + JSON_TAIL, "control character"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "tags": «["x", "y"},\n' + JSON_TAIL, "'[' is opened"),
    Trap("«" + JSON_HEAD + JSON_TAIL.removesuffix("}\n"), "'{' is opened here"),
    Trap(JSON_HEAD + JSON_TAIL + "«}\n", "too many"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "weight": «.5},\n' + JSON_TAIL, "number"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "weight": «+1},\n' + JSON_TAIL, "number"),
    Trap(JSON_HEAD + '  "a": {"text": "A.", "at": «01},\n' + JSON_TAIL, "number"),
    Trap(JSON_HEAD + '«<<<<<<< HEAD\n  "a": "A.",\n=======\n' + JSON_TAIL, "conflict"),
]


def first_errors(text: str, format: str = "yaml") -> list[tuple[int, int, str]]:
    """Return line, column and words of each error of a text."""
    try:
        loads(text, format)
    except InvalidMapError as error:
        return [(*each.location[1:], f"{each.message} ({each.hint})") for each in error.diagnostics]
    return []
