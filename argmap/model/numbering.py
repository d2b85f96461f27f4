"""Ids that are numbers or places, and say nothing of what they name.

Programs give them: ``1.2.3`` in Kialo's exports, ``1042`` in AIF, ``a7`` in arg-microtexts,
``n0`` in GraphML. They change when something else is added, which is no change of theirs.
So does the number that readers put after the first words of a text that has no id.
"""

from __future__ import annotations

import re

_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_NUMBER = rf"{_UUID}|\d+(?:[._:-]\d+)*"
# At most two letters before a number tell kinds of nodes apart and are no word.
_IS_NUMBER = re.compile(rf"(?:[^\W\d_]{{0,2}}[._:-]?)?(?:{_NUMBER})\.?", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_COUNT = re.compile(r"-\d+$")
_NUMBERS = re.compile(_NUMBER, re.IGNORECASE)


def is_number(name: str) -> bool:
    """Return whether an id is a number, or one after a letter or two."""
    return _IS_NUMBER.fullmatch(name) is not None


def without_numbers(name: str) -> str:
    """Return an id with ``#`` for each number: ``step-#`` for ``step-3`` and ``step-4.1``."""
    return _NUMBERS.sub("#", name)


def is_text_counted(one: str, other: str, text: str) -> bool:
    """Return whether two ids are the first words of a text, and differ in the number after them."""
    words = "-".join(_WORD.findall(text.casefold()))
    start = _COUNT.sub("", one)
    return start == _COUNT.sub("", other) and f"{words}-".startswith(f"{start.casefold()}-")
