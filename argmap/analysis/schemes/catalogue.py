"""The schemes that are known: those of argmap, and others added to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from argmap.analysis.schemes.names import key
from argmap.model import ArgumentMap, CriticalQuestion, Scheme
from argmap.suggestions import nearest

FILE = "schemes.yaml"


class Catalogue:
    """Schemes by any of their names; of two with one name, the first is meant."""

    def __init__(self, schemes: Iterable[Scheme], further: Catalogue | None = None) -> None:
        """Take schemes, and a catalogue of others that come after them."""
        self._own: dict[str, Scheme] = {}
        self._by_key: dict[str, Scheme] = {}
        self._further = further
        for scheme in schemes:
            self._own.setdefault(scheme.id, scheme)
            for name in (scheme.id, *scheme.names):
                self._by_key.setdefault(key(name), scheme)

    def __iter__(self) -> Iterator[Scheme]:
        """Yield every scheme, those that another hides left out."""
        yield from self._own.values()
        for scheme in self._further or ():
            if scheme.id not in self._own and self.find(scheme.id) is scheme:
                yield scheme

    def find(self, name: str) -> Scheme | None:
        """Return the scheme that a name is one of, None for an unknown name."""
        found = self._by_key.get(key(name))
        if found is None and self._further is not None:
            return self._further.find(name)
        return found

    def near(self, name: str) -> list[str]:
        """Return up to three names of schemes that are spelled like a wrong one, best first.

        Or of which one word is spelled like it.
        """
        from difflib import get_close_matches

        by_key = {key(each): scheme for scheme in self for each in (scheme.id, *scheme.names)}
        by_word = {word: scheme for each, scheme in by_key.items() for word in each.split()}
        wanted = key(name)[:_LONGEST_NAME]
        found = [by_word[word] for word in get_close_matches(wanted, by_word, 2, _NEAR_WORD)]
        found += [by_key[each] for each in nearest(wanted, tuple(by_key))]
        return list(dict.fromkeys(map(usual_name, found)))[:3]


_NEAR_WORD = 0.8  # how alike a name and a single word of another have to be
_LONGEST_NAME = 60  # characters of a name that are compared


@cache
def packaged() -> Catalogue:
    """Return the schemes that argmap comes with; their file is read when first asked for."""
    return Catalogue(_read(_path()))


def catalogue(argument_map: ArgumentMap) -> Catalogue:
    """Return the schemes that the steps of a map may follow: its own, and those of argmap."""
    return (
        Catalogue(argument_map.schemes.values(), packaged()) if argument_map.schemes else packaged()
    )


def usual_name(scheme: Scheme) -> str:
    """Return the name by which argmap calls a scheme: ``expert opinion``."""
    return scheme.id.replace("-", " ").replace("_", " ")


def canonical_name(text: str) -> str:
    """Return the name by which argmap calls a scheme that another tool names in its own way.

    The text itself where argmap does not know it.
    """
    found = packaged().find(text)
    return text if found is None else usual_name(found)


def foreign_name(text: str) -> str:
    """Return the name by which AIFdb calls a scheme; the text itself where it is unknown."""
    found = packaged().find(text)
    return found.names[0] if found is not None and found.names else text


def find_question(scheme: Scheme, name: str) -> CriticalQuestion | None:
    """Return the question of a scheme that is called so, or has this number, from 1 on."""
    if name.isascii() and name.isdigit():
        number = int(name) if len(name) < _DIGITS_AT_MOST else 0
        return scheme.questions[number - 1] if 0 < number <= len(scheme.questions) else None
    for question in scheme.questions:
        if question.name == name:
            return question
    wanted = key(name)
    return next((each for each in scheme.questions if key(each.name) == wanted), None)


_DIGITS_AT_MOST = 4


def _path() -> Path:
    """Return where the file of schemes is: in an installed package, or beside it."""
    package = Path(__file__).parents[2]
    installed = package / "data" / FILE
    return installed if installed.exists() else package.parent / "data" / FILE


def _read(path: Path) -> Iterator[Scheme]:
    """Yield the schemes of a file that is known to be sound."""
    from argmap.documents.fields import read_scheme
    from argmap.documents.files import decode, read_bytes
    from argmap.documents.yaml_document import read_document

    document = read_document(decode(read_bytes(path), FILE))
    for name, body in document.value["schemes"].items():
        yield Scheme(name, **read_scheme(body))
