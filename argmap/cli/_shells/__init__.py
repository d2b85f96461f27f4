"""Completion in bash, zsh, fish and PowerShell.

Ids, kinds and texts come from maps that anyone may have written, so to a shell
they are data: the scripts beside this module evaluate nothing that argmap prints,
and a word that a shell could take for something else is quoted (``quoting``) or
not offered. A script runs ``argmap`` with ``_ARGMAP_COMPLETE`` set to the name of
its shell, and with the words before the cursor as arguments; bash, which splits
words in its own way, hands over the line and the characters it splits at. Begin with
``answer``. May import what commands share, and what is below them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from typer.core import TyperArgument, TyperOption

from argmap.cli._output import say, write
from argmap.cli._parsing import CURRENT_SHELL
from argmap.cli._shells.quoting import BashLine, is_plain
from argmap.errors import ArgmapError, UnknownNameError, reason
from argmap.model.text import escaped, one_line, shortened

SHELLS = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "ps1"}
"""The shells, each with the suffix of its script."""


class Word(NamedTuple):
    """A word to offer, and its description."""

    text: str
    about: str


def answer(shell: str, arguments: Sequence[str], command: Any) -> None:
    """Print what a completion script asks for, one word per line.

    ``command`` is the whole command line as typer has it.
    """
    if shell not in SHELLS:
        _answer_outdated(shell)
        return
    line = BashLine.of(*arguments) if shell == "bash" else None
    *words, typed = (*line.words, line.typed) if line else (arguments or [""])
    offered = [word for word in _words(command, words, typed) if _is_printable(word.text)]
    lines = _FORMS[shell](offered) if line is None else line.completions(w.text for w in offered)
    write("".join(f"{each}\n" for each in lines))


def _words(command: Any, words: list[str], typed: str) -> Iterator[Word]:
    """Yield the completions of a word that is ``typed`` after others."""
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete

    context = _resolve_context(command, {}, "argmap", words)
    where, rest = _resolve_incomplete(context, words.copy(), typed)
    is_value = isinstance(where, TyperArgument | TyperOption) and "--" not in words
    for found in where.shell_complete(context, rest):
        if is_value and found.value.startswith("-"):
            continue  # the shell would take it for an option
        # --option=VALUE is one word to a shell
        yield Word(typed.removesuffix(rest) + found.value, shortened(found.help or ""))


def _is_printable(word: str) -> bool:
    """Return whether a word is on one line and has no invisible character."""
    return bool(word) and word.isprintable() and escaped(word) == word


def _answer_outdated(shell: str) -> None:
    # The scripts of earlier versions evaluate their input, so they get no word of a map.
    if shell == "complete_zsh":
        write("_message 'completion has changed: run argmap --install-completion zsh'\n")


def _zsh(words: Sequence[Word]) -> Iterator[str]:
    is_plain_only = bool(os.environ.get("_ARGMAP_PLAIN"))
    for word in words:
        if is_plain_only and not is_plain(word.text):
            continue
        name = word.text.replace("\\", "\\\\").replace(":", "\\:")
        yield f"{name}:{word.about}" if word.about else name


def _described(words: Iterable[Word]) -> Iterator[str]:
    for word in words:
        yield f"{word.text}\t{word.about}" if word.about else word.text


def _fish(words: Sequence[Word]) -> Iterator[str]:
    # fish quotes everything but a ~ or % at the beginning of a word.
    yield from _described(word for word in words if not word.text.startswith(("~", "%")))


def _powershell(words: Sequence[Word]) -> Iterator[str]:
    yield from _described(word for word in words if is_plain(word.text))


_FORMS = {"zsh": _zsh, "fish": _fish, "powershell": _powershell}


def script(shell: str) -> str:
    """Return the completion script of a shell; raises ArgmapError for an unknown shell."""
    name = _known(shell)
    return files(__package__).joinpath(f"argmap.{SHELLS[name]}").read_text("utf-8")


def install(shell: str) -> None:
    """Write the completion script where the shell finds it, and print where.

    Raises ArgmapError for an unknown shell, and if it cannot be written.
    """
    name = _known(shell)
    if name == "powershell":
        line = "argmap --show-completion powershell | Out-String | Invoke-Expression"
        raise ArgmapError(
            "argmap does not edit PowerShell profiles", f"add this line to it: {line}"
        )
    home = Path.home()
    if name == "fish":
        settings = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        _install(settings / "fish" / "completions" / "argmap.fish", script(name))
    elif name == "zsh":
        _install(home / ".zfunc" / "_argmap", script(name))
        settings = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        _add_line(settings, "fpath+=~/.zfunc; autoload -Uz compinit; compinit")
    else:
        path = home / ".bash_completions" / "argmap.sh"
        _install(path, script(name))
        quoted = str(path).replace("'", "'\\''")  # in the quotes of earlier versions
        _add_line(home / ".bashrc", f"source '{quoted}'")
    say(f"completion works in new shells: open another {name}")


def _install(path: Path, text: str) -> None:
    from argmap.formats import write_text

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArgmapError(f"cannot create '{path.parent}': {reason(error)}") from None
    write_text(path, text)
    say(f"completion was written to {one_line(str(path))}")


def _add_line(path: Path, line: str) -> None:
    """Add a line to the configuration of a shell, unless it is there."""
    from argmap.documents.files import read_bytes
    from argmap.formats import write_bytes

    before, wanted = read_bytes(path) if path.exists() else b"", os.fsencode(line)
    if wanted in before.splitlines():
        return
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    write_bytes(path, before + gap + wanted + b"\n")
    say(f"added to {one_line(str(path))}: {one_line(line)}")


def _known(shell: str) -> str:
    name = _current() if shell == CURRENT_SHELL else shell
    name = "powershell" if name == "pwsh" else name
    if name not in SHELLS:
        raise UnknownNameError("completion for the shell", name, tuple(SHELLS))
    return name


def _current() -> str:
    """Return the name of the shell that runs the command, or else of the login shell."""
    try:
        import shellingham

        name: str = shellingham.detect_shell()[0]
    except (ImportError, OSError, RuntimeError):  # it does not recognize the shell
        name = Path(os.environ.get("SHELL", "")).name
    if not name:
        raise ArgmapError("cannot detect the shell", f"name it: {', '.join(SHELLS)}")
    return name
