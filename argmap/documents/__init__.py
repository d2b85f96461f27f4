"""Texts with places, and files: what readers and writers of every format build on.

A ``Document`` is a parsed YAML or JSON file with the place of every value in its text
(``yaml_document``, ``json_document``); ``xml_document`` does the same for XML. A
``DocumentReader`` reads one value by value, and ``Diagnostics`` collects its errors.
``fields`` defines what each key of the map format may hold. ``files`` reads a file and
``writing`` writes one, whole or not at all. May import ``model``, ``suggestions`` and
``errors`` alone. Begin with ``document``.
"""
