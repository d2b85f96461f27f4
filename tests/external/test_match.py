"""The search of the page, run by Node, ranks as that of the explorer does."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from support import ROOT
from support.searches import CLAIMS, SEARCHES

pytestmark = pytest.mark.external

_SCRIPT = ROOT / "argmap" / "formats" / "html" / "match.js"


def test_the_best_match_comes_first() -> None:
    if shutil.which("node") is None:
        pytest.fail("there is no node; install Node.js")
    claims = [
        {"id": c.id, "text": c.text} | ({"label": c.label} if c.label else {}) for c in CLAIMS
    ]
    done = subprocess.run(
        ["node", str(Path(__file__).with_name("rank.mjs")), str(_SCRIPT)],
        input=json.dumps({"claims": claims, "queries": list(SEARCHES)}),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = dict(zip(SEARCHES, json.loads(done.stdout), strict=True))
    assert found == SEARCHES
