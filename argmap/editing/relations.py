"""Making the relations of a text follow those of a changed map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.editing.follower import Follower
from argmap.model import Relation
from argmap.model.plain import plain_relation

_SAID = ("scheme", "note", "weight", "raises")  # of a relation, in the order of a new one


class RelationsFollower(Follower):
    """Compares the relations of two maps, and changes the text of the first."""

    def follow(self) -> None:
        """Change what is under ``relations``."""
        removed, kept = [], set()
        old_rules, new_rules = self.rules
        for at, relation in enumerate(self.old.relations.values()):
            new_id = self.renamed.get(relation.id, relation.id)
            changed = self.new.relations.get(new_id)
            if changed is None:
                removed.append(at)
                continue
            kept.add(new_id)
            if changed != relation or old_rules.get(relation.id) != new_rules.get(new_id):
                self._change(at, relation, changed)
        added = [self._entry(each) for key, each in self.new.relations.items() if key not in kept]
        last = len(self.old.relations) - 1 if self.old.relations else None
        self.text.edit("relations", removed, {last: added} if added else {}, above="expect")

    def _change(self, at: int, old: Relation, new: Relation) -> None:
        path = ("relations", at)
        verb = (*path, str(old.kind))
        if new.kind is not old.kind:
            self.text.rename_key(verb, str(new.kind))
        if new.target != old.target:
            self.text.rename(verb, {old.target: new.target})
        before, now = (
            _said_of(each, rules) for each, rules in zip((old, new), self.rules, strict=True)
        )
        if len(new.premises) != len(old.premises):
            before["from"], now["from"] = list(old.premises), list(new.premises)
        elif new.premises != old.premises:
            names = zip(old.premises, new.premises, strict=True)
            self.text.rename(
                (*path, "from"), {name: other for name, other in names if name != other}
            )
        if self.text.value((*path, "id")) is None:
            now |= {} if new.has_default_id else {"id": new.id}
        elif new.id != old.id:
            self.text.rename((*path, "id"), {old.id: new.id})
        order = ("from", str(old.kind), "id", *_SAID, "ignore")
        self.text.set_fields(path, before, now, order)

    def _entry(self, relation: Relation) -> dict[str, Any]:
        """Return the fields of a new relation; a default id is written in JSON alone."""
        fields = plain_relation(relation) | _ignored(relation, self.rules[1])
        if self.text.is_json:
            return fields
        name = fields.pop("id")
        rest = {key: fields.pop(key) for key in (*_SAID, "ignore") if key in fields}
        return fields | ({} if relation.has_default_id else {"id": name}) | rest


def _said_of(relation: Relation, rules: Mapping[str | None, dict[str, str]]) -> dict[str, Any]:
    """Return the fields of a relation other than its id and its ends."""
    fields = plain_relation(relation)
    return {key: fields[key] for key in _SAID if key in fields} | _ignored(relation, rules)


def _ignored(relation: Relation, rules: Mapping[str | None, dict[str, str]]) -> dict[str, Any]:
    return {"ignore": rules[relation.id]} if relation.id in rules else {}
