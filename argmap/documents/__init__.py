"""Texts with places, and files: what readers and writers of every format build on.

A ``Document`` is what a YAML, JSON or XML file says, with the place of every value
in its text (``yaml_document``, ``json_document``, ``xml_document``). ``fields`` says
what each key of the map format may hold. ``files`` reads a file and ``writing``
writes one, whole or not at all. May import ``model`` and ``errors`` alone. Begin with
``document``.
"""
