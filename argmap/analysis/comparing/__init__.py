"""The differences between two maps, claim by claim and relation by relation.

Begin with ``difference``, which has ``compare``. ``matching`` and
``relation_matching`` pair what two maps have in common, whatever its ids, and
``facts`` has what a map says besides: these three are shared with
``analysis.merging``. ``consequences`` are what a difference means for the theses,
``rewording`` is a difference word by word. May import ``analysis.evaluation`` and
below, and not ``analysis.merging``.
"""
