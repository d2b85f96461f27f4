"""Carneades 4 YAML, which is read and not written.

``format`` is the format. ``reader``, with ``parts`` and ``issue_schemes``, turns a document
into a ``Graph`` (``graph``), of which ``format`` makes a map; ``schemes`` reads how arguments
are weighed, ``weighing`` makes weights of relations of it, and ``terms`` says formulas in
words. May import ``documents``, the underscore modules of ``formats`` and what is below.
Begin with ``format``.
"""
