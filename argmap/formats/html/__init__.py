"""An HTML page to explore a map in.

``format`` is the format. ``page`` assembles ``page.html``, ``page.css``, the scripts, the
colours of ``colours`` and the data of ``content``, with the framework of ``what_if``. Of the
scripts, ``map`` and ``rows`` have the data, ``outline`` and ``line`` show it, and ``page`` begins
all. May import ``pictures``, ``analysis`` and what is below. Begin with ``page``.
"""

from __future__ import annotations
