"""A page to explore a map in: the work behind the format html.

``page.html``, ``page.css`` and the scripts are what it is made of, as they are;
``page`` puts them together with a map.
"""

from __future__ import annotations
