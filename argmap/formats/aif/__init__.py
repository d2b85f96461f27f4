"""AIF, the Argument Interchange Format, as JSON.

``format`` is the format. ``graph`` reads the nodes and edges of a document, of which
``reader`` makes a map, with the relations of ``steps`` and the voices of ``speakers``;
``writer`` does the reverse. May import ``documents``, the underscore modules of
``formats`` and what is below. Begin with ``format``.
"""
