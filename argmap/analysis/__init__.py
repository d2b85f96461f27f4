"""Answers about a map: an ArgumentMap in, values out. Nothing here prints.

``outline`` gives the rows that the terminal, pictures and pages draw, ``overview`` what
to see first; ``chains`` are the paths between claims, ``neighbourhood``, ``provenance``
and ``statistics`` what their names say, ``criticism`` what is attacked and answered.
``semantics`` says what stands, by ``solving`` and ``balancing``, and ``evaluation`` why
and what would change it; ``checks`` finds what a careful reader would ask, and
``critique`` what the ``schemes`` of its steps ask; ``comparing`` and ``merging`` take
several maps. May import ``model`` and below. Begin with ``outline``.
"""
