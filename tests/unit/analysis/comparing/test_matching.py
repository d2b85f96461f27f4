"""Claims and relations found again under other names."""

from __future__ import annotations

from support.compared import SENTENCES, mapped, reported, step

from argmap import ArgumentMap, Claim
from argmap.analysis.comparing.difference import compare


def test_claims_renamed_keep_their_relations() -> None:
    relations = [step("a+b supports c"), step("d undercuts a+b/c"), step("e attacks a", id="x")]
    old = mapped(*relations)
    new = ArgumentMap(
        [claim._replace(id=f"new-{claim.id}") for claim in old.claims.values()],
        [
            step("new-a+new-b supports new-c"),
            step("new-d undercuts new-a+new-b/new-c"),
            step("new-e attacks new-a", id="x"),
        ],
    )
    found = compare(old, new)
    assert list(reported(found)) == ["claims_changed"]
    assert [(each.old.id, each.new.id, each.fields) for each in found.claims_changed] == [
        (name, f"new-{name}", ()) for name in "abcde"
    ]


def test_a_claim_renamed_and_reworded_is_found_by_what_stands_around_it() -> None:
    text = "Ferries are a burden that grows every year."
    old = mapped(step("b supports a"), step("d attacks b"))
    around = [step("z supports a"), step("d attacks z")]
    claims = [claim for claim in old.claims.values() if claim.id != "b"]
    near = ArgumentMap([*claims, Claim("z", text)], around)
    assert reported(compare(old, near)).keys() == {"claims_changed"}
    assert compare(old, near).claims_changed[0].fields[0].field == "text"
    far = compare(old, ArgumentMap([*claims, Claim("z", text)], [step("c attacks z")]))
    assert [claim.id for claim in far.claims_removed] == ["b"]
    assert [claim.id for claim in far.claims_added] == ["z"]


def test_ids_that_have_moved_on_by_one_are_matched_by_their_texts() -> None:
    old = mapped(size=4)
    texts = ["Something new at the front.", *SENTENCES[:4]]
    new = ArgumentMap([Claim(*each) for each in zip("abcde", texts, strict=True)])
    found = compare(old, new)
    assert [claim.id for claim in found.claims_added] == ["a"]
    assert [(each.old.id, each.new.id) for each in found.claims_changed] == [
        *(("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"))
    ]
