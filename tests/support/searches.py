"""What searches find in some claims: the table by which the explorer and the page rank.

``searches.json`` has ``claims``, id to fields, and ``searches``, query to ids, the
best first.
"""

from __future__ import annotations

import json
from pathlib import Path

from argmap import Claim

_TABLE = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))

CLAIMS = [Claim(name, **fields) for name, fields in _TABLE["claims"].items()]
SEARCHES: dict[str, list[str]] = _TABLE["searches"]
