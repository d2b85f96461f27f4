"""How statuses and strengths are computed: what the semantics have in common.

``framework`` is a map as the attacks and needs of a labelling, ``grounded_labelling`` its
grounded labelling, ``solver`` clingo's answers (the ``.lp`` programs), ``gradual``
strengths in [0, 1]. May import ``model`` and ``errors``. Begin with ``framework``.
"""
