"""The map format itself, in YAML and in JSON.

``yaml`` and ``json`` are the two formats. ``_reader`` turns a document of either into a
map, and ``_expectations`` its part ``expect``; ``documents.fields`` defines what each
key may hold. May import ``documents`` and what is below it. Begin with ``_reader``.
"""
