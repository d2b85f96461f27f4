"""Argumentation schemes: which a step follows, and what it asks.

``catalogue`` has the schemes of argmap, of a map and of a user's file, and finds one by any
of its names; ``names`` says which spellings are one name. ``steps`` puts the premises of a
step in the roles of its scheme, and finds the step of which a relation raises a question.
``analysis.critique`` asks the questions of every step of a map. After Walton, Reed and Macagno,
"Argumentation Schemes" (2008). Begin with ``catalogue``.
"""
