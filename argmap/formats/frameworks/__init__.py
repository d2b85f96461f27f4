"""Formats of abstract argumentation frameworks: arguments and attacks, without texts.

``af``, ``apx`` and ``tgf`` are formats. ``_framework`` has what they share in reading
and writing, and ``_facts`` reads the facts of APX. May import ``documents``, the
underscore modules of ``formats`` and what is below. Begin with ``tgf``.
"""
