"""What follows from a map under a semantics, why, and what it depends on.

``evaluation`` gives statuses or strengths, ``explanation`` the reasons for one,
``cruxes`` and ``leverage`` what would change it, ``expectations`` what was expected
instead. May import ``analysis.semantics``, ``analysis.solving`` and below. Begin with
``evaluation``.
"""
