"""The map format itself, in YAML and in JSON: what design and ``argmap schema`` describe.

``_reader`` turns a document into a map, with the fields of ``documents.fields``. A
module here without an underscore is a format, as in ``formats`` itself.
"""
