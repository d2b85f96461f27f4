"""Damage real-looking files and read them: ``python tests/fuzz/readers.py argdown --seconds 600``.

Whatever a reader is given, it returns a map or raises an ArgmapError, soon and
in little memory; the map survives being written as YAML. Anything else is a
finding: it is printed, and the text that caused it is kept in a file. Seeds are
what argmap writes, what the tests hold, and the files of a folder, if one is
named.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import argmap
from argmap.formats import readable, writable
from argmap.formats._detect import detect

TESTS = Path(__file__).parent.parent
SECONDS_A_TEXT = 3
MEMORY_AT_MOST = 1.5e9  # bytes, of the whole process
LONGEST = 200_000  # characters of a damaged text
ODD = (
    *("\n", "\r", "\r\n\n", "\t", " ", "\x00", "\x1b", "\ufeff", "\u2028", "\u202e", "𝔞", "é"),
    *('"', "'", "\\", "&amp;", "&#x0;", "<", ">", "<!--", "-->", "]]>", "<![CDATA[", "{", "}"),
    *("[", "]", "(", ")", ":", ": ", ",", ";", "|", "#", "%", "*", "&a ", "*a", "-", "--", "==="),
    *("0", "-1", "1e400", "NaN", "null", "true", "1.1.1.", "-> See 1.", "99999999999999999999"),
)


class TooSlowError(Exception):
    """A text took longer than it may."""


def seeds(name: str, folder: Path | None) -> list[str]:
    """Return texts in a format, or near it."""
    found = [argmap.dumps(argmap.load(), name)] if name in writable() and name not in SMALL else []
    places = [
        TESTS / "samples",
        TESTS / "functional" / "maps",
        *([folder] if folder else []),
    ]
    for path in sorted(path for place in places for path in place.rglob("*") if path.is_file()):
        try:
            text = path.read_text(encoding="utf-8")
            reported = detect(text, path)
        except (UnicodeDecodeError, argmap.ArgmapError):
            continue
        if len(text) < LONGEST and reported == name:
            found.append(text)
    if not found:
        sys.exit(f"there is no seed for {name}")
    return found


SMALL = ("tgf", "apx", "af")  # formats that take no map but one of attacks


def damaged(text: str, others: list[str], chance: random.Random) -> str:
    """Return a text with one to eight pieces of it deleted, doubled, moved or replaced."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        piece = text[at : at + chance.choice((1, 3, 10, 60, 400))]
        rest = text[at + len(piece) :]
        text = text[:at] + chance.choice(WAYS)(piece, rest, others, chance)
    return text[:LONGEST]


Way = Callable[[str, str, list[str], random.Random], str]
WAYS: tuple[Way, ...] = (
    lambda piece, rest, others, chance: rest,
    lambda piece, rest, others, chance: piece + piece + rest,
    lambda piece, rest, others, chance: piece * chance.choice((2, 50, 2000)) + rest,
    lambda piece, rest, others, chance: piece[::-1] + rest,
    lambda piece, rest, others, chance: chance.choice(ODD) + rest,
    lambda piece, rest, others, chance: chance.choice(ODD) + piece + rest,
    lambda piece, rest, others, chance: chance.choice(ODD) * chance.choice((3, 300)) + rest,
    lambda piece, rest, others, chance: rest[: len(rest) // 2] + piece + rest[len(rest) // 2 :],
    lambda piece, rest, others, chance: _part(chance.choice(others), chance) + rest,
)


def _part(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[at : at + chance.randint(1, 200)]


def attempt(text: str, name: str) -> None:
    """Read a text; raise whatever a reader must not raise."""
    try:
        argument_map = argmap.loads(text, name)
    except argmap.ArgmapError:
        return
    if argmap.loads(argmap.dumps(argument_map)) != argument_map:
        raise AssertionError("the map is another one after it was written as YAML")


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooSlowError(f"{SECONDS_A_TEXT} seconds")


def findings(name: str, texts: list[str], seconds: float, seed: int) -> Iterator[tuple[str, str]]:
    """Yield what went wrong and with which text, for so many seconds of processor time."""
    chance = random.Random(seed)
    signal.signal(signal.SIGVTALRM, _stop)  # of its own time: others may be busy
    end, number = time.process_time() + seconds, 0
    while time.process_time() < end:
        number += 1
        text = damaged(chance.choice(texts), texts, chance)
        found = ""
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_A_TEXT)
            attempt(text, name)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except Exception:  # noqa: BLE001 finding them is what this is for
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            found = traceback.format_exc(limit=-3)
        if found:
            yield found, text
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        if peak > MEMORY_AT_MOST:
            yield f"{peak / 1e6:,.0f} MB of memory", text
            return
    print(f"{name}: {number:,} texts", flush=True)


def main() -> None:
    """Fuzz the readers named, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=list(readable()))
    parser.add_argument(
        "--seconds", type=float, default=600, help="of processor time, for each format"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="of further seeds")
    parser.add_argument("--keep", type=Path, default=Path("findings"))
    options = parser.parse_args()
    number = 0
    for name in options.formats:
        texts = seeds(name, options.folder)
        for what, text in findings(name, texts, options.seconds, options.seed):
            number += 1
            options.keep.mkdir(exist_ok=True)
            path = options.keep / f"{name}-{options.seed}-{number}.txt"
            path.write_text(text, encoding="utf-8", errors="surrogatepass")
            print(f"{path}\n{what}", flush=True)
    sys.exit(1 if number else 0)


if __name__ == "__main__":
    main()
