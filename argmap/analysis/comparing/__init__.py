"""What two maps differ in: ``difference`` compares them, claim by claim.

``matching`` and ``relation_matching`` pair what the two have in common, whatever its
ids; ``three_way`` compares two with a third that both come from, which merging
builds on; ``consequences`` are what a difference means for the theses. May import
``analysis.evaluation`` and below, and not ``analysis.merging``.
"""
