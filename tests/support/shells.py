"""A real shell in a terminal, in which keys are pressed."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import signal
import sys
import time
from pathlib import Path

from support import ROOT, environment

_STARTED = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--private", "--no-config", "--interactive"],
}
_SETUP = {
    "bash": 'eval "$(argmap --show-completion bash)"; PS1="ready> "',
    "zsh": 'autoload -Uz compinit && compinit -u -D; eval "$(argmap --show-completion zsh)"; '
    "PS1='ready> '; unsetopt zle_bracketed_paste",
    "fish": "set -g fish_autosuggestion_enabled 0; "
    "argmap --show-completion fish | source; function fish_prompt; echo 'ready> '; end",
}
_PATIENCE = 20.0  # seconds


class Shell:
    """A shell in which ``argmap`` completes, and writes down what it is called with.

    Its folder is ``folder``, the only thing in which a command that a map has
    smuggled in would leave a trace.
    """

    def __init__(self, name: str, folder: Path, **env: str) -> None:
        """Start the shell and set completion up as its users do."""
        program = shutil.which(name)
        assert program, f"there is no {name}; apt-get install {name}"
        self._words = folder.parent / f"{name}-words.json"
        self._asked = folder.parent / f"{name}-asked"
        self._home = folder.parent / f"{name}-home"
        self._home.mkdir(exist_ok=True)
        commands = self._commands(folder.parent / f"{name}-bin")
        path = f"{commands}:{os.environ['PATH']}"
        variables = environment(HOME=str(self._home), PATH=path, COLUMNS="80", **env)
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execve(program, _STARTED[name], variables)  # noqa: S606 a shell is what it is
        self.shown = ""
        self.press("\n")
        self.press(_SETUP[name] + "\n")
        self.press("argmap begun\n")
        self.words()

    def _commands(self, folder: Path) -> Path:
        """Return a folder with an ``argmap`` that completes, and else writes its words down."""
        folder.mkdir(exist_ok=True)
        script = folder / "argmap"
        script.write_text(
            f"#!{sys.executable}\nimport json, os, sys\n"
            f"sys.path.insert(0, {str(ROOT)!r})\n"
            'if "_ARGMAP_COMPLETE" in os.environ or "--show-completion" in sys.argv:\n'
            "    from argmap.__main__ import main\n"
            f"    main()\n    sys.stdout.flush()\n    open({str(self._asked)!r}, 'w')\n"
            "    sys.exit()\n"
            f"with open({str(self._words)!r} + '.new', 'w') as stream:\n"
            "    json.dump(sys.argv[1:], stream)\n"
            f"os.rename({str(self._words)!r} + '.new', {str(self._words)!r})\n"
        )
        script.chmod(0o755)
        return folder

    def press(self, keys: str, quiet: float = 0.4) -> str:
        """Press keys and return what is shown until it is quiet."""
        os.write(self._terminal, keys.encode())
        shown = b""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and select.select([self._terminal], [], [], quiet)[0]:
            try:
                shown += os.read(self._terminal, 65536)
            except OSError:
                break
        self.shown += shown.decode(errors="replace")
        return shown.decode(errors="replace")

    def words(self) -> list[str]:
        """Return what argmap was called with last, when it is."""
        end = time.monotonic() + _PATIENCE
        while not self._words.exists():
            assert time.monotonic() < end, self.shown[-2000:]
            self.press("", quiet=0.05)
        found: list[str] = json.loads(self._words.read_text())
        self._words.unlink()
        return found

    def complete(self, line: str = "") -> str:
        """Type a line and press the tab key; return what is shown when the shell has its answer."""
        self.press(line, quiet=0.1)
        self._asked.unlink(missing_ok=True)
        shown = self.press("\t", quiet=0.01)
        end = time.monotonic() + _PATIENCE
        while not self._asked.exists():
            assert time.monotonic() < end, self.shown[-2000:]
            shown += self.press("", quiet=0.02)
        return shown + self.press("", quiet=0.2)

    def completed(self, line: str) -> list[str]:
        """Return the words of a line that was completed at its end, as argmap gets them."""
        self.complete(line)
        self.press("\n", quiet=0.02)
        found = self.words()
        self.press("", quiet=0.1)
        return found

    def close(self) -> None:
        """End the shell."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)
