"""Files of other kinds than argmap reads: samples of each, by the name of the kind."""

from __future__ import annotations

import io
import json
import zipfile


def _zip(*names: str, first: str = "") -> bytes:
    """Return an archive with empty members, and one whose content is stored as it is."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "")
    return stream.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, indent=2).encode()


_TREE = [
    {"index": "1.", "content": "The pool should stay open.", "stance": ""},
    {"index": "1.1.", "content": "Children learn to swim there.", "stance": "Pro"},
]
_NODES = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
_EDGES = [{"source": "a", "target": "b"}]
_ATOM = {"id": "n1", "type": "atom", "text": "The pool is old.", "sources": [], "metadata": {}}
_FREEMIND = b'<map version="1.0.1">\n<node TEXT="The pool"><node TEXT="It is old"/></node></map>'

SAMPLES: dict[str, list[bytes]] = {
    "a PNG picture": [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    "a JPEG picture": [b"\xff\xd8\xff\xe0\0\x10JFIF\0"],
    "a GIF picture": [b"GIF89a\x01\0\x01\0", b"GIF87a\x01\0\x01\0"],
    "a WebP picture": [b"RIFF\x24\0\0\0WEBPVP8 "],
    "a TIFF picture": [b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"],
    "a BMP picture": [b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0"],
    "a HEIC or AVIF picture": [b"\0\0\0\x18ftypheic\0", b"\0\0\0\x1cftypavif\0"],
    "a Photoshop picture": [b"8BPS\0\1\0\0"],
    "an icon": [b"\0\0\1\0\1\0\x10\x10"],
    "a PDF document": [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        b"%PDF-1.4\n1 0 obj << >> endobj\n",
    ],
    "a PostScript document": [b"%!PS-Adobe-3.0\n%%Title: pool\nshowpage\n"],
    "a Word document": [_zip("[Content_Types].xml", "word/document.xml")],
    "an Excel workbook": [_zip("[Content_Types].xml", "xl/workbook.xml")],
    "a PowerPoint presentation": [_zip("[Content_Types].xml", "ppt/presentation.xml")],
    "a Visio drawing": [_zip("[Content_Types].xml", "visio/document.xml")],
    "a document of Pages, Numbers or Keynote": [_zip("Index/Document.iwa", "preview.jpg")],
    "a map of MindManager": [_zip("Document.xml", "Preview.png")],
    "an OpenDocument file": [
        _zip("content.xml", first="application/vnd.oasis.opendocument.text"),
        _zip("content.xml", first="application/vnd.oasis.opendocument.spreadsheet"),
        _zip("mimetype", "content.xml", "settings.xml"),
    ],
    "a map of XMind": [_zip("content.json", "metadata.json"), _zip("content.xml", "styles.xml")],
    "an EPUB book": [_zip("OEBPS/one.xhtml", first="application/epub+zip")],
    "a zip archive": [_zip("map.yaml"), _zip()],
    "a file of an old Word, Excel or PowerPoint": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"],
    "a gzip archive": [b"\x1f\x8b\x08\0\0\0\0\0\0\x03argmap"],
    "a bzip2 archive": [b"BZh91AY&SY\xff\0"],
    "an xz archive": [b"\xfd7zXZ\0\0\x04"],
    "a Zstandard archive": [b"\x28\xb5\x2f\xfd\x04\0"],
    "a 7-Zip archive": [b"7z\xbc\xaf\x27\x1c\0\x04"],
    "a RAR archive": [b"Rar!\x1a\x07\x01\0"],
    "a compressed file": [b"\x1f\x9d\x90a", b"\x04\x22\x4d\x18\x64", b"LZIP\1\x0c", b"]\0\0\x80\0"],
    "an encrypted file": [
        b"Salted__\x8c\x0d\x11\xff",
        b"$ANSIBLE_VAULT;1.1;AES256\n6638643965\n",
        b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n",
        b"\x8c\x0d\4\x09\3\2\xff",
    ],
    "a tar archive": [b"map.yaml".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0")],
    "an SQLite database": [b"SQLite format 3\0\x10\0\x01\x01\0"],
    "a Parquet table": [b"PAR1\x15\x04\x15\xff"],
    "a NumPy array": [b"\x93NUMPY\x01\0v\0{'descr': '<f8'}"],
    "an HDF5 file": [b"\x89HDF\r\n\x1a\n\0"],
    "a pickle of Python": [b"\x80\x04\x95\x10\0\0\0\0\0\0\0}\x94."],
    "a program": [
        b"!<arch>\ndebian-binary",
        b"\xed\xab\xee\xdb\3\0",
        b"\x7fELF\x02\x01\x01\0",
        b"MZ\x90\0\x03\0\0\0",
        b"\0asm\x01\0\0\0",
    ],
    "a sound or video": [
        b"ID3\x04\0\0",
        b"OggS\0\x02",
        b"\xff\xfb\x90\x64\0",
        b"MThd\0\0\0\6",
        b"RIFF\x24\0\0\0WAVEfmt ",
        b"\0\0\0\x20ftypisom",
        b"\x1a\x45\xdf\xa3\x01",
    ],
    "a font": [b"\0\x01\0\0\0\x0f\0\x80", b"OTTO\0\x0b", b"wOF2\0\x01\0\0"],
    "UTF-16 or UTF-32 without a byte order mark": [
        "argmap: 1\nclaims: {}\n".encode(encoding)
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ],
    "a graph of arguebuf in JSON": [
        _json({"nodes": {"a": {"atom": {}}}, "edges": {}, "schemaVersion": 1, "resources": {}}),
        _json({"nodes": {}, "edges": {"e": {"source": "a", "target": "b"}}}),
    ],
    "a SADFace document": [
        _json({"edges": [], "metadata": {"core": {"id": "d"}}, "nodes": [_ATOM], "resources": []})
    ],
    "a corpus of args.me": [
        _json({"arguments": [{"id": "1", "conclusion": "C", "premises": [{"stance": "PRO"}]}]})
    ],
    "the data of a Kialo discussion in JSON": [
        _json({"discussion": {"id": 7}, "claims": [{"id": "7.1", "text": "Open it."}]}),
        _json({"claims": [], "locations": [], "authors": []}),
    ],
    "rows of claims in JSON, as scrapers of Kialo write them": [
        _json(_TREE),
        _json([{"id": 1, "parent": None, "text": "Open it.", "relation": "thesis"}]),
        _json([{"Tree": "1.1.", "Level": 2, "Stance": "Pro", "Claim": "Open it."}]),
        b"- {id: 1, parent_id: 0, claim: Open it., pro_con: pro}\n",
    ],
    "an abstract framework in JSON": [
        _json({"arguments": ["a", "b"], "attacks": [["a", "b"]]}),
        _json({"name": "AF", "arguments": [{"id": 1}], "defeats": []}),
    ],
    "an assurance case in GSN (YAML)": [
        b"G1:\n  text: The pool is safe\n  supportedBy: [S1]\n\nS1:\n  text: By each hazard\n",
        b"module:\n  name: pool\nG1:\n  text: Safe\n  inContextOf: [C1]\n",
    ],
    "LKIF, of Carneades 2": [b"<?xml version='1.0'?>\n<lkif><sources/></lkif>\n"],
    "CAF, of Carneades 3": [b'<caf version="1.1"><statements/><arguments/></caf>\n'],
    "AML, of Araucaria": [
        b'<?xml version="1.0"?>\n<!DOCTYPE ARG SYSTEM "argument.dtd">\n<ARG><SCHEMESET/><AU/></ARG>'
    ],
    "a map of Rationale": [b"<rationale><map/></rationale>"],
    "a map of Compendium": [b'<model rootview="1">\n<views><view viewref="1"/></views></model>'],
    "a map of XMind in XML": [b'<xmap-content version="2.0"><sheet/></xmap-content>'],
    "a map of FreeMind": [_FREEMIND],
    "an OPML outline": [b'<opml version="2.0"><body><outline text="The pool"/></body></opml>'],
    "a drawing of draw.io": [b'<mxfile host="app"><diagram/></mxfile>', b"<mxGraphModel/>"],
    "a map of MindMup": [
        _json({"id": "root", "formatVersion": 3, "ideas": {"1": {"title": "The pool"}}})
    ],
    "an Obsidian canvas": [
        _json(
            {
                "nodes": [{"id": "a", "x": 0, "y": 0, "width": 9, "height": 9, "type": "text"}],
                "edges": [],
            }
        )
    ],
    "a drawing of Excalidraw": [
        _json({"type": "excalidraw", "version": 2, "elements": [{"id": "x"}], "appState": {}})
    ],
    "an ABA framework": [b"p aba 4\na 1\nc 1 2\nr 2 3\n", b"# names\np aba 2\na 1\n"],
    "an abstract dialectical framework": [b"s(a).\ns(b).\nac(a,neg(b)).\nac(b,c(v)).\n"],
    "a formula in DIMACS": [b"c a comment\np cnf 2 1\n1 -2 0\n"],
    "JSON-LD": [
        _json({"@context": "http://schema.org", "@type": "Claim"}),
        _json({"@graph": []}),
        _json([{"@id": "a"}]),
        _json([{"@context": "https://schema.org", "@type": "ClaimReview"}]),
    ],
    "RDF": [
        b"@prefix aif: <http://www.arg.dundee.ac.uk/aif#> .\naif:a a aif:I-node .\n",
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>",
        b"<http://a.example/x> <http://a.example/y> <http://a.example/z> .\n",
    ],
    "a graph in JSON": [
        _json({"nodes": _NODES, "edges": _EDGES}),
        _json({"name": "pool", "nodes": _NODES, "edges": _EDGES}),
        _json({"graph": {"nodes": {"a": {}}, "edges": _EDGES}}),
        b"nodes: [{id: a}]\nlinks: []\n",
    ],
    "a graph in XGMML or GXL": [
        b'<?xml version="1.0"?>\n<graph label="pool"><node id="1"/></graph>',
        b'<gxl><graph id="pool"/></gxl>',
    ],
    "a graph in GDF": [b"nodedef>name VARCHAR,label VARCHAR\na,A\nedgedef>node1,node2\na,a\n"],
    "a graph in GML": [
        b"graph [\n  node [ id 1 ]\n]\n",
        b'Creator "x"\ngraph\n[\n  directed 1\n]\n',
    ],
    "a graph of Pajek": [b'*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2\n'],
    "a graph in DOT": [
        b"digraph G {\n  a -> b;\n}\n",
        b"// drawn by hand\nstrict graph {\n  a -- b\n}\n",
        b'digraph "the pool" { a -> b }',
    ],
    "a diagram of Mermaid": [
        b"flowchart TB\n  a --> b\n",
        b"graph LR\n  a --> b\n",
        b"%% drawn by hand\nmindmap\n  root\n",
        b"graph\n  a-->b\n",
        b'pie title Votes\n  "for" : 3\n',
        b"gantt\n  title Pool\n",
        b"timeline\n  title Pool\n",
    ],
    "a diagram of PlantUML": [b"@startuml\na -> b : supports\n@enduml\n", b"@startmindmap\n* a\n"],
    "an OpenAPI description": [
        b"openapi: 3.1.0\ninfo:\n  title: Pool\n  version: '1'\npaths: {}\n",
        _json({"swagger": "2.0", "info": {"title": "Pool"}, "paths": {}}),
    ],
    "a file of Docker Compose": [b"services:\n  web:\n    image: nginx\nvolumes: {}\n"],
    "a workflow of GitHub": [
        b"name: test\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: []\n"
    ],
    "an action of GitHub": [b"name: a\ndescription: b\nruns:\n  using: composite\n  steps: []\n"],
    "a manifest of Kubernetes": [
        b"apiVersion: v1\nkind: Service\nmetadata:\n  name: pool\n",
        b"apiVersion: v1\nkind: Service\n---\napiVersion: v1\nkind: Secret\n",
    ],
    "a playbook of Ansible": [b"- hosts: all\n  tasks:\n    - ping:\n"],
    "the configuration of pre-commit": [b"repos:\n- repo: local\n  hooks: [{id: argmap}]\n"],
    "an environment of conda": [b"name: x\nchannels: [defaults]\ndependencies:\n  - python\n"],
    "the configuration of MkDocs": [b"site_name: Pool\nnav:\n  - index.md\n"],
    "the description of a package, such as package.json": [
        _json({"name": "pool", "version": "1.0.0", "scripts": {"test": "true"}}),
        _json({"name": "pool/pool", "require": {"php": ">=8"}}),
    ],
    "a package-lock.json of npm": [_json({"lockfileVersion": 3, "packages": {}})],
    "a tsconfig.json of TypeScript": [_json({"compilerOptions": {"strict": True}})],
    "a Jupyter notebook": [
        _json({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    ],
    "GeoJSON": [
        _json({"type": "FeatureCollection", "features": []}),
        _json({"type": "Feature", "geometry": None, "properties": {}}),
    ],
    "a JSON Schema": [
        _json({"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {}}),
        _json({"title": "Pool", "type": "object", "properties": {}}),
    ],
    "findings in SARIF": [_json({"$schema": "sarif", "version": "2.1.0", "runs": []})],
    "JSON Lines": [
        b'{"id": 1, "text": "Open it."}\n{"id": 2, "text": "It is old."}\n',
        b'{"a": 1}\n\n{"a": 2}\n{"a": 3}\n{"a": 4}\n',
        b'{"type": "node", "properties": {}}\n{"type": "edge", "properties": {}}\n',
    ],
    "an SVG picture": [
        b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
        b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG//EN" "svg.dtd">\n<svg/>',
    ],
    "an HTML page": [
        b"<!doctype html>\n<html><body><p>The pool</body></html>",
        b'<!-- saved -->\n<html lang="en">\n<head><title>Pool</title></head></html>',
        b"<html>\n",
        b"<HTML>\n<HEAD><TITLE>Pool</TITLE></HEAD>\n</HTML>",
        b"<h1>The pool</h1>\n<p>It is old.</p>\n",
    ],
    "a feed": [b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", b"<feed/>"],
    "a TEI text": [b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>'],
    "a property list of Apple": [b"bplist00\xd1\1\2", b"<plist version='1.0'><dict/></plist>"],
    "a project of Maven": [b"<project><modelVersion>4.0.0</modelVersion></project>"],
    "an RTF document": [b"{\\rtf1\\ansi The pool is old.\\par}"],
    "a LaTeX document": [
        b"\\documentclass{article}\n\\begin{document}\nThe pool\n\\end{document}\n",
        b"% notes\n% more notes\n\\section{The pool}\nIt is old.\n",
    ],
    "a bibliography in BibTeX": [
        b"@article{pool2019,\n  title = {The Pool},\n  year = 2019\n}\n",
        b"% refs\n@misc{x, title={Y}}\n",
    ],
    "a bibliography in RIS": [b"TY  - JOUR\nTI  - The Pool\nER  - \n"],
    "subtitles in WebVTT": [b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>[Music]\n"],
    "subtitles in SubStation Alpha": [
        b"[Script Info]\nTitle: Pool\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Hello.\n"
    ],
    "subtitles in SubRip": [
        b"1\n00:00:01,000 --> 00:00:02,000\n[Music]\n\n2\n00:00:03,000 --> 00:00:04,000\nHello.\n"
    ],
    "an e-mail": [
        b"From: Ann <ann@example.org>\nTo: Bob\nSubject: The pool\n at six\n\nIt is old.\n",
        b"From ann@example.org Mon Dec  2 10:00:00 2019\nSubject: x\n\nIt is old.\n",
        b"Subject: The pool\nFrom: ann@example.org\n\nDear all\n",
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x\nSubject: x\n\n-----\n",
    ],
    "a calendar or address card": [b"BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"],
    "a patch": [
        b"diff --git a/map.yaml b/map.yaml\n--- a/map.yaml\n+++ b/map.yaml\n@@ -1 +1 @@\n",
        b"--- a/map.yaml\n+++ b/map.yaml\n@@ -1 +1 @@\n-a: A\n+a: B\n",
        b"From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: Ann\n",
    ],
    "a key or certificate": [b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"],
    "a pointer of Git LFS": [b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"],
    "a script": [b"#!/bin/sh\nset -e\necho done\n", b"#!/usr/bin/env python3\nprint(1)\n"],
    "PHP": [b"<?php\necho 1;\n"],
    "a Dockerfile": [b"# pool\nFROM python:3.11 AS build\n\nRUN pip install argmap\n"],
    "SQL": [
        b"-- pool\nCREATE TABLE claim (id text);\n",
        b"SELECT id\nFROM claim\nWHERE id > 3;\n",
    ],
    "a configuration in TOML or INI": [
        b"[tool]\nname = 'pool'\n",
        b"; settings\n[server]\nport=80\n\n[client]\nport=81\n",
        b"title = 'pool'\n\n[owner]\nname = 'Ann'\n",
    ],
    "a file with an unresolved conflict of git": [
        b"The pool\n<<<<<<< ours\nis old.\n=======\nis new.\n>>>>>>> theirs\n",
        b"<<<<<<< HEAD\n<notes/>\n=======\n<note/>\n>>>>>>> theirs\n",
    ],
    "a text that Markdown shows as code": [
        b"```json\n{}\n```\n",
        b"```\n<notes/>\n```\n",
    ],
    "a table in CSV": [
        b"topic,stance,sentence\npool,pro,It is cheap\npool,con,It is old\n",
        b"topic\tsentence\npool\tIt is cheap\npool\tIt is old\n",
        b"Source;Target;Type\na;b;Directed\n",
        b"name;age\nAnn;3\n",
    ],
    "a log": [
        b"2019-12-02 10:00:01 INFO opened\n2019-12-02 10:00:02 WARN [pool] is old\n",
        b"[INFO]: opened\n[WARN]: it is old\n[INFO]: closed\n[INFO]: done\n",
        b"Dec  2 10:00:01 host app: opened\nDec  2 10:00:02 host app: closed\n",
    ],
    "program code": [
        b"import os\n\n\nclass Pool:\n    depth = 3\n\n    def open(self) -> None:\n        pass\n",
        b"#include <stdio.h>\n#include <math.h>\n\nint main(void) {\n  return 0;\n}\n",
        b"import { a } from 'b';\n\nexport function open() {\n  return a;\n}\n",
    ],
    "a transcript": [
        b"ANN: Is the pool old?\nBOB: It is: very.\nANN: [laughs] Well.\nBOB: Yes.\n",
        b"[00:01] The pool is old.\n[00:05] [Applause]\n[Music]\n[00:09] Thank you.\n",
        b"<ann> is the pool old\n<bob> it is\n<ann> well\n<ann> close it\n",
        b"[Ann]: Is it old?\n[Bob]: It is.\n  - very\n[Ann]: Well.\n[Ann]: Close it.\n",
        b"Q: Is it old?\nA: Yes.\n\nQ: Does it leak?\nA: Yes.\n",
    ],
    "a wiki text": [
        b"== The pool ==\nIt is ''old''.\n* close it\n",
        b"= The pool =\n**old**\n",
    ],
    "Markdown": [
        b"# The pool\n\nIt is *old*.\n\n- [ ] close it\n- [x] look at it\n",
        b"The [pool](https://example.org) is old.\n\n```\n[A]: x\n  - [B]: y\n```\n",
        b"The pool\n========\n\nIt is old.\n\n[1]: https://example.org\n",
        b"# Close the pool\n\n## Pro\n\n- old\n\n## Con\n\n- loved\n",
        b"| for | against |\n|---|---|\n| cheap | old |\n",
        b"The [[pool]] is [[old]].\n",
        b"---\ntitle: Pool\ntags: [old]\n---\n\nIt is old.\n",
    ],
    "reStructuredText": [
        b"The pool\n\n.. note::\n\n   It is old.\n",
        b"The pool\n========\n\n.. note:: It is old.\n",
        b"========\nThe pool\n========\n\nIt is old.\n",
    ],
    "an outline of Org": [
        b"* TODO Close the pool\n** DONE Look at it\n",
        b"#+TITLE: Pool\n\nOld.\n",
    ],
}
"""Each kind, named as in the table, with files that show its signs."""
