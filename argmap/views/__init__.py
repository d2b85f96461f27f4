"""What people and programs see: values in, styled rows, Rich tables or plain data out.

A view of something is a module of that name, with ``x_rows`` for people (see
``rows``: the same rows are wrapped on a terminal and plain in a pipe), ``x_table``
for wide terminals and ``x_data`` for JSON. ``theme`` has every colour and sign,
``phrases`` the wording that views share. A view never walks the graph itself. It
may import everything but ``explorer`` and ``cli``, and Rich only inside
functions. Begin with ``rows`` and ``claims``.
"""
