"""Map files with a remark wherever one may stand, in every style, with mixed line ends.

Each value has a word of its own and each remark a number, so that a test can
tell from the text alone what became of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

Fields = dict[str, str | list[str]]

_TEXTS = ("text", "label", "note", "kind")
_ENDS = ("\n", "\n", "\n", "\r\n", "\r")


class Writer:
    """Writes one map of claims c0, c1, … at random; ``text`` is what is written."""

    def __init__(self, random: Random) -> None:
        """Write a map by the choices of ``random``."""
        self.random = random
        self.remarks = 0
        self.lines: list[str] = []
        self.claims = [f"c{number}" for number in range(random.randint(1, 4))]
        self.relations: list[str] = []
        parts = [self._claims, self._relations, self._expect]
        random.shuffle(parts)
        self.lines += ["argmap: 1" + self.tail()]
        for part in parts:
            self.lines += self.above(0)
            part()
        self.lines += self.above(0)
        is_ended = random.random() < 0.9
        self.lines += [] if is_ended else ["# The end"]
        ends = [random.choice(_ENDS)] if random.random() < 0.5 else _ENDS
        pieces = "\n".join(self.lines).split("\n")
        self.text = "".join(piece + random.choice(ends) for piece in pieces)
        if not is_ended:
            self.text = self.text.rstrip("\r\n")

    def chance(self, of: float = 0.4) -> bool:
        """Return true so often."""
        return self.random.random() < of

    def remark(self) -> str:
        """Return another comment."""
        self.remarks += 1
        return f"# remark{self.remarks}."

    def tail(self) -> str:
        """Return what may end a line."""
        return " " * self.random.randint(1, 3) + self.remark() if self.chance() else ""

    def above(self, indent: int) -> list[str]:
        """Return lines that may stand between two others."""
        lines = []
        while self.chance(0.3):
            blank = self.chance(0.3)
            lines.append(
                "" if blank else " " * (indent + self.random.choice([0, 0, 2])) + self.remark()
            )
        return lines

    def gap(self, indent: str) -> str:
        """Return what may stand between two signs in brackets."""
        if self.chance(0.7):
            return self.random.choice(["", " "])
        gap = self.tail() + "\n" + indent
        while self.chance(0.2):
            gap += f"{self.remark()}\n{indent}"
        return gap

    def brackets(self, entries: Sequence[str], indent: str, pair: str) -> str:
        """Return entries in brackets, on one line or several."""
        inner = indent + "  "
        style = self.random.choice(["line", "line", "lines", "any"])
        if style == "line":
            return pair[0] + ", ".join(entries) + pair[1]
        if style == "lines":
            lines = []
            for number, entry in enumerate(entries):
                is_last = number == len(entries) - 1
                comma = "" if is_last and self.chance(0.5) else ","
                lines += [inner + entry + comma + self.tail(), *self.above(len(inner))]
            return "\n".join([pair[0] + self.tail(), *lines, indent + pair[1]])
        text = pair[0] + self.gap(inner)
        for number, entry in enumerate(entries):
            text += ("," + (self.gap(inner) or " ") if number else "") + entry + self.gap(inner)
        return text + ("," + self.gap(inner) if self.chance(0.2) else "") + pair[1]

    def fields(self, number: int) -> Fields:
        """Return fields of a claim and the words that are their values."""
        fields: Fields = {"text": f"Text{number}x is so."}
        for name in ("label", "kind", "note"):
            if self.chance(0.5):
                fields[name] = f"{name}{number}x"
        if self.chance(0.5):
            fields["tags"] = [f"tag{number}x{each}" for each in range(self.random.randint(1, 3))]
        names = list(fields)
        self.random.shuffle(names)
        return {name: fields[name] for name in names}

    def scalar(self, value: str) -> str:
        """Return a text in some quotes, or with a tag, or as it is."""
        return self.random.choice([value, value, f'"{value}"', f"'{value}'", f"!!str {value}"])

    def value(self, value: str | list[str], indent: str) -> str:
        """Return a value as it stands in brackets."""
        if isinstance(value, str):
            return self.scalar(value)
        if len(value) == 1 and self.chance(0.5):
            return self.scalar(value[0])
        return self.brackets([self.scalar(each) for each in value], indent, "[]")

    def flow(self, fields: Fields, indent: str) -> str:
        """Return fields in braces."""
        entries = [f"{key}: {self.value(value, indent + '  ')}" for key, value in fields.items()]
        return self.brackets(entries, indent, "{}")

    def block(self, fields: Fields, indent: str) -> list[str]:
        """Return fields on lines of their own."""
        lines: list[str] = []
        for number, (key, value) in enumerate(fields.items()):
            if number:
                lines += self.above(len(indent))
            if isinstance(value, list) and self.chance(0.6):
                inner = indent + self.random.choice(["", "  "])
                lines.append(f"{indent}{key}:{self.random.choice(['', '', ' !!seq'])}{self.tail()}")
                for each in value:
                    lines += self.above(len(inner))
                    dash = "-" + (self.tail() + f"\n{inner}  " if self.chance(0.2) else " ")
                    lines.append(f"{inner}{dash}{self.scalar(each)}{self.tail()}")
            elif key in _TEXTS and self.chance(0.3):
                sign = self.random.choice([">-", "|-", "|", ">+", ">8-"])
                lines += [f"{indent}{key}: {sign}{self.tail()}", f"{indent}        {value}"]
            elif isinstance(value, str) and self.chance(0.2):
                lines += [
                    f"{indent}{key}:{self.tail()}",
                    f"{indent}   {self.scalar(value)}{self.tail()}",
                ]
            else:
                lines.append(f"{indent}{key}: {self.value(value, indent + '  ')}{self.tail()}")
        return lines

    def _claims(self) -> None:
        all_fields = {name: self.fields(number) for number, name in enumerate(self.claims)}
        if self.chance(0.25):
            entries = [
                f"{self.scalar(name)}: {self.flow(fields, '    ')}"
                for name, fields in all_fields.items()
            ]
            self.lines.append(f"claims: {self.brackets(entries, '  ', '{}')}{self.tail()}")
            return
        self.lines.append(f"claims:{self.random.choice(['', '', ' !!map', ' &all'])}{self.tail()}")
        indent = " " * self.random.choice([1, 2, 4])
        for name, fields in all_fields.items():
            self.lines += self.above(len(indent))
            self._claim(self.scalar(name), fields, indent)

    def _claim(self, name: str, fields: Fields, indent: str) -> None:
        inner = indent + " " * self.random.choice([2, 4])
        key = f"{indent}{name}:"
        if self.chance(0.2):
            between = "\n".join([self.tail(), *self.above(len(indent)), indent])
            key = f"{indent}? {name}{between}:"
        if len(fields) == 1 and self.chance(0.8):
            (text,) = fields.values()
            if self.chance(0.3):
                sign = self.random.choice([">-", "|-"])
                self.lines += [f"{key} {sign}{self.tail()}", f"{indent}        {text}"]
            elif self.chance(0.2):
                self.lines += [
                    key + self.tail(),
                    *self.above(len(inner)),
                    f"{inner}{text}{self.tail()}",
                ]
            else:
                self.lines.append(f"{key} {self.scalar(str(text))}{self.tail()}")
        elif self.chance(0.4):
            self.lines.append(f"{key} {self.flow(fields, inner)}{self.tail()}")
        elif "?" in key and self.chance(0.5):
            column = " " * (len(indent) + 2)
            first, *rest = self.block(fields, column)
            self.lines += [f"{key} {first.removeprefix(column)}", *rest]
        else:
            self.lines += [key + self.tail(), *self.above(len(inner)), *self.block(fields, inner)]

    def _relations(self) -> None:
        for number in range(self.random.randint(0, 3)):
            self.relations.append(f"r{number}")
        if not self.relations:
            self.lines += self.random.choice(
                [
                    [],
                    [f"relations:{self.tail()}"],
                    [f"relations: []{self.tail()}"],
                    [f"relations: [{self.tail()}\n  ]{self.tail()}"],
                    [f"relations:{self.tail()}\n  []{self.tail()}"],
                    [f"relations: !!null{self.tail()}"],
                ]
            )
            return
        bodies: list[Fields] = []
        for name in self.relations:
            premise = self.random.sample(
                self.claims, self.random.randint(1, min(2, len(self.claims)))
            )
            body: Fields = {
                "id": name,
                "from": premise,
                "supports": self.random.choice(self.claims),
            }
            if self.chance(0.3):
                body["note"] = f"note{name}"
            bodies.append(body)
        if self.chance(0.2):
            entries = [self.flow(body, "    ") for body in bodies]
            self.lines.append(f"relations: {self.brackets(entries, '  ', '[]')}{self.tail()}")
            return
        self.lines.append(f"relations:{self.random.choice(['', '', ' !!seq'])}{self.tail()}")
        indent = " " * self.random.choice([0, 2])
        for body in bodies:
            self.lines += self.above(len(indent))
            if self.chance(0.5):
                self.lines.append(f"{indent}- {self.flow(body, indent + '   ')}{self.tail()}")
                continue
            first, *rest = self.block(body, indent + "  ")
            if self.chance(0.3):
                self.lines += [f"{indent}-{self.tail()}", first, *rest]
            else:
                self.lines += [f"{indent}- {first.lstrip()}", *rest]

    def _expect(self) -> None:
        if self.chance(0.5):
            return
        named = self.random.sample(self.claims, self.random.randint(1, len(self.claims)))
        values: Fields = {"in": named}
        rest = [name for name in self.claims if name not in named]
        if rest:
            values["out"] = rest
        self.lines.append(f"expect:{self.tail()}")
        if self.chance(0.4):
            self.lines.append(f"  grounded: {self.flow(values, '    ')}{self.tail()}")
        else:
            self.lines += [f"  grounded:{self.tail()}", *self.block(values, "    ")]
