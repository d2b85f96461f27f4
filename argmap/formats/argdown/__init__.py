"""Argdown, the language of argument maps closest to Markdown.

``format`` is the format. In reading, ``tokens`` scans a text, ``parser`` makes an
``ArgdownDocument`` (``document``) of it, with the help of ``lookalikes``, ``paragraphs``,
``structures`` and ``data``, and ``reader`` makes a map of that, with the relations of
``relations``. ``exported`` makes an ``ArgdownDocument`` of the JSON that Argdown's own tool
writes, for the format ``argdown_json`` beside this folder, with ``exported_parts``.
``writer`` does the reverse, of what is ``writable``. May import ``documents``, ``native``,
the underscore modules of ``formats`` and what is below. Begin with ``document``.
"""
