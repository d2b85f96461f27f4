"""The format of the ICCMA competitions since 2023 for abstract frameworks.

``p af 3`` declares three arguments, which are called 1 to 3; then a line ``1 2`` means
that 1 attacks 2. Lines that begin with ``#`` are comments, "unrelated to the syntax"
(https://iccma2023.github.io/rules.html): some files have names there, but without a rule
which argument has which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.documents.document import fail
from argmap.documents.sample import Sample
from argmap.formats.frameworks._framework import (
    BLANK,
    FrameworkReader,
    attacks,
    count_changed,
    count_texts,
    lines,
)
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "ICCMA 2023, for abstract frameworks"
SUFFIXES = (".af",)

_HEADER = re.compile(rf"p{BLANK}++af{BLANK}++([0-9]++)")
_BEGINS = re.compile(rf"(?:\s++|#[^\r\n]*+)*+p{BLANK}++af{BLANK}++[0-9]")
_HINT = "begin with: p af 3 (or however many arguments there are)"
# A number in the first line could ask for any amount of memory.
_ARGUMENTS_AT_MOST = 100_000  # and as many more as the file has characters


def parse_af(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the framework in an ICCMA text; raises InvalidMapError with its errors."""
    reader = FrameworkReader(file, losses)
    rest = _without_comments(file.text, losses)
    header = next(rest, None)
    if header is None:
        fail(file, 0, "empty-file", "there is nothing in the file", _HINT)
    number = _number(file, header)
    for name in range(1, number + 1):
        reader.argument(str(name), header.start())
    reader.hint = f"the first line says that they are 1 to {number}"
    for line in rest:
        _read_attack(reader, line)
    return reader.read()


def _without_comments(text: str, losses: Losses) -> Iterator[re.Match[str]]:
    for line in lines(text):
        if line[0].lstrip().startswith("#"):
            losses.add("comment")
        else:
            yield line


def _number(file: FileText, header: re.Match[str]) -> int:
    """Return the number of arguments in the first line; raises InvalidMapError."""
    at = header.start() + len(header[0]) - len(header[0].lstrip())
    found = _HEADER.fullmatch(header[0].strip())
    if found is None:
        fail(file, at, "syntax", "the first line does not say how many arguments there are", _HINT)
    most = _ARGUMENTS_AT_MOST + len(file.text)
    if len(found[1]) > 12 or int(found[1]) > most:
        message = f"a file of this length may have at most {most:,} arguments"
        fail(file, at + found.start(1), "out-of-range", message)
    return int(found[1])


def _read_attack(reader: FrameworkReader, line: re.Match[str]) -> None:
    names = line[0].split()
    at = line.start() + line[0].index(names[0])
    if len(names) == 2 and all(name.isdecimal() and name.isascii() for name in names):
        target_at = line.string.index(names[1], at + len(names[0]))
        premise, target = (name.lstrip("0") or "0" for name in names)
        reader.relation(premise, target, at, target_at)
    elif names[0] == "p":
        reader.diagnostics.add(at, "syntax", "a second line that begins with p")
    else:
        message = "an attack is two numbers: the attacker and the target"
        reader.diagnostics.add(at, "syntax", message)


def recognises_af(sample: Sample) -> bool:
    """Return whether the first line that is no comment is a header."""
    return _BEGINS.match(sample.text) is not None


def generate_af(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the attacks of a map, with its claims numbered in order from 1.

    Raises ArgmapError for a map that has relations other than attacks.
    """
    names = {claim_id: str(number) for number, claim_id in enumerate(argument_map.claims, 1)}
    count_changed(names, losses)
    pairs = attacks(argument_map, names, losses, "af")
    count_texts(argument_map, losses)
    return "".join(f"{line}\n" for line in (f"p af {len(names)}", *map(" ".join, pairs)))
