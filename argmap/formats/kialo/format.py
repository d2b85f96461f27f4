r"""Kialo's text export, in both its layouts; read, not written.

There is no published specification; this follows what Kialo writes. The older layout has
a claim in each line, ``1.2. Pro: …``, below ``Discussion Title: …``, and ``\(`` for a
bracket; the newer one has the text in the lines below ``1.2. Pro:`` and, at the end,
``Sources:``, below ``Discussion Name:``. Other lines continue the text before them. The
id of a claim is its number, without the last dot, and the sources that its text cites, as
``[1]``, are its citations: what follows the number is an address or a title, and in the
lines below stand its words.

``-> See 1.1.6.`` is another place of claim 1.1.6: the relation starts from that claim,
with the number of the place for its id. ``-> See discussion #123`` is the place of a claim
that the file does not have: it is counted, as are relations to and from it. The theses
below a question answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail
from argmap.documents.sample import Sample
from argmap.formats._builder import MapBuilder
from argmap.formats._vocabulary import RELATION_WORDS
from argmap.formats.kialo.lines import (
    Export,
    Line,
    is_export,
    read_export,
    start_of_claim,
    unescaped,
)
from argmap.model import ArgumentMap, Citation, FileText, RelationKind
from argmap.model.losses import Losses

SUMMARY = "Kialo's text export"
SUFFIXES = (".kialo", ".kialo.txt")
SHARED_SUFFIXES = (".txt",)

_LINK = re.compile(r"->\s*See\s+([0-9]++(?:\.[0-9]++)*+)\.?", re.IGNORECASE)
# A link that names another discussion, by its name, its number or its address.
_ELSEWHERE = re.compile(r"->\s*See\s+(.*(?:\bdiscussion\b|#\s*[0-9]|://|www\.).*)", re.IGNORECASE)
_CITATION = re.compile(r"\[([0-9]{1,9})\](?!\()")
_SIDES = ("pro", "con")
_AWAY = "link to another discussion", "links to other discussions"
_UNDER = (
    "relation to a claim of another discussion",
    "relations to claims of other discussions",
)
_MAY_GROW_BY = 1_000_000  # characters, of all notes over ten times the whole file


def parse_kialo(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in a Kialo export; raises InvalidMapError with its errors."""
    export = read_export(file)
    discussion = _Discussion(file, export)
    if not discussion.entries:
        message = "this discussion has no claim: no line starts with a number such as 1."
        fail(file, export.end, "no-claims", message)
    discussion.check()
    discussion.diagnostics.raise_any()
    for line in discussion.lines_before:
        losses.add("line before the first claim", 1, "lines before the first claim", name=line)
    return _build(file, export, discussion, losses)


def recognises_kialo(sample: Sample) -> bool:
    """Return whether a text has the first line of an export and claims, or claims with sides."""
    return is_export(sample.text)


class _Entry:
    """A place in a discussion; ``side`` is pro, con, thesis, question, or empty."""

    __slots__ = ("elsewhere", "lines", "link", "number", "offset", "side", "text")

    def __init__(self, number: str, side: str, offset: int) -> None:
        self.number = number
        self.side = side
        self.offset = offset
        self.lines: list[Line] = []
        self.text = ""
        self.link: str | None = None  # the number of the place whose claim is repeated here
        self.elsewhere: str | None = None  # what a link to another discussion leads to

    @property
    def above(self) -> str:
        """The number of the place above it; empty at the top."""
        return self.number.rpartition(".")[0]

    @property
    def text_offset(self) -> int:
        """Where its text starts, or else where it starts itself."""
        texts = ((at + len(t) - len(t.lstrip()), t) for at, t in self.lines)
        return next((offset for offset, text in texts if text.strip()), self.offset)

    def close(self, *, is_older: bool) -> None:
        """Make its text of its lines."""
        text = "\n".join(line.strip() for _, line in self.lines).strip()
        self.text = unescaped(text, is_older=is_older)
        link = _LINK.fullmatch(self.text)
        self.link = link[1] if link else None
        elsewhere = _ELSEWHERE.fullmatch(self.text)
        self.elsewhere = elsewhere[1].rstrip(".") if elsewhere else None


class _Discussion:
    """The places of a discussion by number, and the errors found in them so far."""

    def __init__(self, file: FileText, export: Export) -> None:
        self.diagnostics = Diagnostics(file)
        self.entries: dict[str, _Entry] = {}
        self.lines_before: list[str] = []  # not blank, before the first place
        self.read(export.lines)
        for entry in self.entries.values():
            entry.close(is_older=export.is_older)
        asked = {entry.above for entry in self.entries.values() if entry.side == "thesis"}
        self.questions = {
            number
            for number, entry in self.entries.items()
            if entry.side == "question" or (number in asked and not entry.side and not entry.above)
        }
        # By number, that of the place of its claim; None after an error, and where the claim
        # is in another discussion.
        self.claims: dict[str, str | None] = {}

    def read(self, lines: list[Line]) -> None:
        """Read the places in lines."""
        found = [start_of_claim(line) for _, line in lines]
        tops = {match[1].partition(".")[0] for match in found if match and match[3]}
        entry: _Entry | None = None
        for (offset, line), match in zip(lines, found, strict=True):
            if match and self.starts(match, line, tops):
                entry = _Entry(match[1], (match[3] or "").lower(), offset + match.start(1))
                if entry.number in self.entries:
                    message = f"the number {entry.number} is used twice"
                    self.diagnostics.add(entry.offset, "duplicate-id", message)
                self.entries.setdefault(entry.number, entry)
                entry.lines.append((offset + match.end(), line[match.end() :]))
            elif entry is not None:
                entry.lines.append((offset, line))
            elif line.strip():
                self.lines_before.append(line.strip())

    def starts(self, match: re.Match[str], line: str, tops: set[str]) -> bool:
        """Return whether a line that begins with a number starts a place, and is no text."""
        number, dot, side = match.groups()
        if side:
            return True
        if not dot or line[match.end() : match.end() + 1].strip():
            return False
        top = number.partition(".")[0]
        if top != number:
            return top in self.entries
        return number not in self.entries and (not self.entries or number in tops)

    def check(self) -> None:
        """Collect the errors of the places."""
        for entry in self.entries.values():
            if not entry.text:
                message = f"claim {entry.number} has no text"
                self.diagnostics.add(entry.offset, "empty-text", message)
            if entry.above and entry.above not in self.entries:
                message = f"there is no {entry.above} above {entry.number}"
                hint = f"add a line for {entry.above}, or renumber this one"
                self.diagnostics.add(entry.offset, "dangling-id", message, hint)
            else:
                self.check_side(entry)
            self.claim_at(entry.number)

    def check_side(self, entry: _Entry) -> None:
        number, side = entry.number, entry.side
        if entry.above and not side:
            hint = f"begin with {number}. Pro: or {number}. Con:"
            message = f"claim {number} does not say whether it is for or against {entry.above}"
            self.diagnostics.add(entry.offset, "missing-side", message, hint)
        elif side in _SIDES and not entry.above:
            message = f"{number} says {side.capitalize()}, and there is nothing above it"
            self.diagnostics.add(
                entry.offset, "no-target", message, f"begin with {number}. Thesis:"
            )
        elif entry.above and side not in _SIDES and entry.above not in self.questions:
            message = f"{number} is a {side} under a claim; a claim has Pro and Con under it"
            self.diagnostics.add(entry.offset, "wrong-type", message)

    def claim_at(self, number: str) -> str | None:
        """Return the number of the place of a claim; None where ``claims`` says so."""
        path: dict[str, None] = {}
        at: str | None = number
        while at is not None and at not in self.claims:
            entry = self.entries[at]
            if entry.link is None:
                self.claims[at] = at if entry.elsewhere is None else None
                break
            path[at] = None
            if entry.link in path:
                message = f"the links of {at} and others form a cycle"
                self.diagnostics.add(entry.text_offset, "cycle", message)
            elif entry.link not in self.entries:
                near = self.diagnostics.near(entry.link, self.entries)
                offset = entry.text_offset + entry.text.index(entry.link)
                message = f"there is no {entry.link} to link to"
                self.diagnostics.add(offset, "dangling-id", message, near)
            at = entry.link if entry.link in self.entries and entry.link not in path else None
        claim = None if at is None else self.claims[at]
        self.claims.update(dict.fromkeys(path, claim))
        return claim

    def relations(self) -> Iterable[tuple[_Entry, RelationKind, str, str]]:
        """Yield each place with a relation, with its kind, premise and target."""
        for entry in self.entries.values():
            premise, target = self.claims[entry.number], self.claims.get(entry.above)
            if premise is None or target is None:
                continue
            if entry.side in _SIDES:
                yield entry, RELATION_WORDS[entry.side], premise, target
            elif entry.above in self.questions:
                yield entry, RelationKind.ANSWERS, premise, target


def _build(file: FileText, export: Export, discussion: _Discussion, losses: Losses) -> ArgumentMap:
    """Return the map of a discussion without errors."""
    relations = list(discussion.relations())
    sources = _Sources(file, export.sources)
    builder = MapBuilder(file, losses)
    _add_claims(builder, discussion, sources)
    _count_elsewhere(discussion, losses)
    for entry, relation, premise, target in relations:
        wanted = None if entry.link is None else entry.number
        builder.relation(relation, (premise,), target, wanted=wanted, offset=entry.offset)
    losses.add("source that no claim cites", sources.unused, "sources that no claim cites")
    return builder.build(title=export.title or None)


def _count_elsewhere(discussion: _Discussion, losses: Losses) -> None:
    """Count the links to other discussions, and what is said of the claims there."""
    claims = discussion.claims
    for number, entry in discussion.entries.items():
        if claims[number] is None:
            name = entry.elsewhere or f"{number} -> {entry.link}"
            losses.add(_AWAY[0], 1, _AWAY[1], name=name)
        elif entry.side in _SIDES and claims[entry.above] is None:
            losses.add(_UNDER[0], 1, _UNDER[1], name=number)


def _add_claims(builder: MapBuilder, discussion: _Discussion, sources: _Sources) -> None:
    """Add the claims and questions of a discussion."""
    losses = builder.losses
    for number, entry in discussion.entries.items():
        if discussion.claims[number] is None:
            continue
        if entry.link is not None:
            losses.add(
                "link to a claim as a thesis",
                int(entry.side not in _SIDES and entry.above not in discussion.questions),
                "links to claims as theses",
                name=number,
            )
        else:
            kind = "question" if number in discussion.questions else "thesis"
            builder.claim(
                number,
                entry.text,
                offset=entry.offset,
                kind=None if entry.side in _SIDES else kind,
                citations=sources.of(entry),
            )


class _Sources:
    """The sources of a discussion, and which of them its claims cite."""

    def __init__(self, file: FileText, sources: dict[int, str]) -> None:
        self.file = file
        self.sources = sources
        self.cited: dict[int, Citation] = {}
        self.room = 10 * len(file.text) + _MAY_GROW_BY

    @property
    def unused(self) -> int:
        return len(self.sources) - len(self.cited)

    def of(self, entry: _Entry) -> tuple[Citation, ...]:
        """Return the sources that the text of a claim cites."""
        cited = dict.fromkeys(int(number) for number in _CITATION.findall(entry.text))
        found = [number for number in cited if number in self.sources]
        self.room -= sum(len(self.sources[number]) for number in found)
        if self.room < 0:
            message = "the citations of these claims would be much longer than this file"
            fail(self.file, entry.offset, "text-expansion", message)
        for number in found:
            if number not in self.cited:
                self.cited[number] = _citation(self.sources[number])
        return tuple(self.cited[number] for number in found)


def _citation(written: str) -> Citation:
    """Return a source as a citation; its number, which the text of claims has, is in its text."""
    first, _, words = written.partition("\n")
    mark, _, about = first.partition("]")
    found = _ADDRESS.fullmatch(about.strip())
    title, address = (found[1].rstrip(" :,;"), found[2]) if found else (about.strip(), None)
    text = f"{mark}] {title}".rstrip()
    words = words.strip()
    is_quoted = len(words) > 2 and words[0] + words[-1] in {'""', "“”"}
    return Citation(text, address, (words[1:-1].strip() if is_quoted else words) or None)


_ADDRESS = re.compile(r"((?:[^\n]*\s)?)((?:[a-z]{3,10}://|www\.|doi:)\S+)", re.IGNORECASE)
