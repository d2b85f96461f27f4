"""Carneades 4 YAML, which is read and not written.

``format`` is the format. ``reader`` turns a document into a ``Graph`` (``graph``), of
which ``format`` makes a map; ``weighing`` counts what decides in Carneades alone. May
import ``documents``, ``analysis.solving``, the underscore modules of ``formats`` and what
is below. Begin with ``format``.
"""
