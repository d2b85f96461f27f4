"""The format of the ICCMA competitions since 2023 for abstract frameworks.

``p af 3`` declares three arguments, which are called 1 to 3; then a line ``1 2`` means
that 1 attacks 2. Lines that begin with ``#`` are comments, "unrelated to the syntax"
(https://iccma2023.github.io/rules.html).

Frameworks converted from other formats, as many of the competition are, have the names of
their arguments in comments: as many lines ``# name`` as there are arguments, in their order,
below the first line, or lines ``# 1 name`` anywhere. They are read as the texts of the
claims, whose ids are the numbers by which every program knows the arguments. Other
comments are counted.
"""

from __future__ import annotations

import re
from itertools import takewhile

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
_NUMBERED = re.compile(rf"{BLANK}*+#{BLANK}*+([0-9]{{1,9}}){BLANK}++(\S.*+)")
_NAMED = re.compile(rf"{BLANK}*+#{BLANK}*+(\S++){BLANK}*+")
_HINT = "begin with: p af 3 (or however many arguments there are)"
# A number in the first line could ask for any amount of memory.
_ARGUMENTS_AT_MOST = 100_000  # and as many more as the file has characters


def parse_af(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the framework in an ICCMA text; raises InvalidMapError with its errors."""
    reader = FrameworkReader(file, losses)
    every = list(lines(file.text))
    rest = iter([line for line in every if not _is_comment(line)])
    header = next(rest, None)
    if header is None:
        fail(file, 0, "empty-file", "there is nothing in the file", _HINT)
    number = _number(file, header)
    texts = _texts(every, header, number)
    others = sum(map(_is_comment, every)) - len(texts)
    losses.add("comment", others, is_minor=True)
    for name in range(1, number + 1):
        text, at = texts.get(name, ("", header.start()))
        reader.argument(str(name), at, text)
    reader.hint = f"the first line says that they are 1 to {number}"
    for line in rest:
        _read_attack(reader, line)
    return reader.read()


def _is_comment(line: re.Match[str]) -> bool:
    return line[0].lstrip().startswith("#")


def _texts(
    every: list[re.Match[str]], header: re.Match[str], number: int
) -> dict[int, tuple[str, int]]:
    """Return the texts that comments give to all arguments, with their offsets, or none."""
    numbered = [(line, found) for line in every if (found := _NUMBERED.fullmatch(line[0]))]
    texts = {
        int(found[1]): (found[2].rstrip(), line.start() + found.start(2))
        for line, found in numbered
    }
    if len(numbered) == number and texts.keys() == set(range(1, number + 1)):
        return texts
    below = list(takewhile(_is_comment, every[every.index(header) + 1 :]))
    named = [(line, found) for line in below if (found := _NAMED.fullmatch(line[0]))]
    if not len({found[1] for _, found in named}) == len(below) == number:
        return {}
    return {
        at: (found[1], line.start() + found.start(1)) for at, (line, found) in enumerate(named, 1)
    }


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
