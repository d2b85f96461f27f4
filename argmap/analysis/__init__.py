"""Answers about a map: an ArgumentMap in, values out. Nothing here prints.

``tree`` is the walk that every tree is drawn from, ``chains`` are the paths between
claims, ``neighbourhood``, ``provenance`` and ``statistics`` what their names say.
``semantics`` says what stands, by ``solving``, and ``evaluation`` why and what would
change it; ``checks`` finds what a careful reader would ask; ``comparing`` and
``merging`` take several maps. May import ``model`` and below. Begin with ``tree``.
"""
