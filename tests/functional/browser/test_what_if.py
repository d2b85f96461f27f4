"""What a page answers when a claim is supposed to be in or out, against what Python answers."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect
from support import MAPS
from support import random_maps as maps
from support.visiting import Visit, ids, line

from argmap import ArgumentMap, Claim, Relation, RelationKind, Status, dumps, evaluate, load
from argmap.analysis.evaluation.evaluation import Outcome
from argmap.formats.html.content import content
from argmap.pictures.picture import Picture

pytestmark = pytest.mark.browser

KINDS = (
    *(5 * [RelationKind.SUPPORTS] + 3 * [RelationKind.ATTACKS] + 2 * [RelationKind.UNDERCUTS]),
    *(RelationKind.CONTRADICTS, RelationKind.RESTATES, *(3 * [RelationKind.ANSWERS])),
)
CASES = 200


class Case(NamedTuple):
    """A map, and the claims and relations that are assumed and rejected."""

    argument_map: ArgumentMap
    assumed: tuple[str, ...]
    rejected: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The ids of claims and relations, by their numbers in a page."""
        return [*self.argument_map.claims, *self.argument_map.relations]

    def plain(self) -> dict[str, Any]:
        """Return it as the page gets it."""
        numbers = {name: number for number, name in enumerate(self.names)}
        return {
            "framework": content(self.argument_map, Picture())["framework"],
            "assumed": [numbers[name] for name in self.assumed],
            "rejected": [numbers[name] for name in self.rejected],
        }


def drawn(seed: int) -> Case:
    """Return a small map with cycles of support, linked premises, steps on steps and questions.

    Of every second map two claims are questions, from and to which anything may lead.
    """
    chance = Random(seed)
    claims = [f"c{number}" for number in range(chance.randint(2, 14))]
    asked = chance.sample(claims, 2) if seed % 2 else []
    relations: list[Relation] = []
    for number in range(chance.randint(1, 2 * len(claims))):
        kind = chance.choice(KINDS)
        steps = [relation.id for relation in relations]
        if kind is RelationKind.ANSWERS and not asked:
            continue
        if kind.is_symmetric:
            *premises, target = chance.sample(claims, 2)
        elif kind is RelationKind.ANSWERS:
            target = chance.choice(asked)
            premises = [chance.choice([name for name in claims if name != target])]
        elif kind is RelationKind.UNDERCUTS and not steps:
            continue
        else:
            premises = chance.sample(claims, min(len(claims), chance.choice((1, 1, 1, 2, 3))))
            backs = kind is RelationKind.SUPPORTS and steps and chance.random() < 0.1
            target = chance.choice(steps if kind is RelationKind.UNDERCUTS or backs else claims)
        relations.append(Relation(f"r{number}", kind, tuple(premises), target))
    own = [
        Claim(
            name,
            "It is so.",
            kind="question" if name in asked else None,
            choose=chance.choice(("one", None)) if name in asked else None,
            assumed=chance.choice((*6 * [None], True, False)),
        )
        for name in claims
    ]
    argument_map = ArgumentMap(own, relations)
    free = [name for name in (*argument_map.claims, *argument_map.relations) if name not in asked]
    names = chance.sample(free, min(len(free), 3))
    first, second = sorted(chance.choices(range(4), k=2))
    return Case(argument_map, tuple(names[:first]), tuple(names[first:second]))


def test_its_answers_are_those_of_python(visit: Visit) -> None:
    page = visit("-m library.yaml")
    cases = [drawn(seed) for seed in range(CASES)]
    assert sum(bool({*case.rejected} & {*case.argument_map.relations}) for case in cases) > 20
    answers = page.evaluate(
        """cases => cases.map(({ framework, assumed, rejected }) => {
            const found = groundedStatuses(new Framework(framework), assumed, rejected);
            return [...found].sort(([one], [other]) => one - other).map(([, status]) => status);
        })""",
        [case.plain() for case in cases],
    )
    seen = set()
    for case, answer in zip(cases, answers, strict=True):
        outcome = evaluate(case.argument_map, assume=case.assumed, reject=case.rejected)
        wanted = [str(outcome.statuses[n]) for n in case.names if n in outcome.statuses]
        assert answer == wanted, case
        seen |= {*wanted}
    assert seen == {str(status) for status in Status}


def statuses(page: Page) -> dict[str, str]:
    """Return the status of each claim, as the outline says it to a screen reader."""
    read = """items => items.filter(e => ROWS[e.dataset.line].form === 0)
        .filter(e => !isQuestion(ROWS[e.dataset.line].node))
        .map(e => [CLAIMS[ROWS[e.dataset.line].node].id, e.ariaLabel.split(", ").at(-1)])"""
    found: list[tuple[str, str]] = page.locator(".tree [data-line]").evaluate_all(read)
    return dict(found)


def given_by(outcome: Outcome) -> dict[str, str]:
    """Return the status of each claim of the bundled map or the library, questions aside."""
    claims = {**load().claims, **load(MAPS / "library.yaml").claims}
    return {name: str(status) for name, status in outcome.statuses.items() if name in claims}


def test_a_claim_is_rejected_and_the_statuses_follow(visit: Visit) -> None:
    page = visit(address="#never-tested")
    before = evaluate(load())
    page.get_by_role("button", name="Suppose it is out").click()
    outcome = evaluate(load(), reject=["never-tested"])
    assert statuses(page) == given_by(outcome)
    changed = [
        name
        for name in given_by(outcome)
        if outcome.statuses[name] is not before.statuses[name] and name != "never-tested"
    ]
    given = page.locator(".given")
    expect(given).to_contain_text("rejected Chaos without hegemony is untested")
    assert ids(page, ".given .effect a") == changed
    expect(page.locator(".facts")).to_contain_text("rejected for this evaluation")
    page.get_by_role("button", name="Suppose it is in").click()
    expect(given).to_contain_text("assumed Chaos without hegemony is untested")
    page.get_by_role("button", name="Undo").click()
    expect(given).to_contain_text("rejected Chaos without hegemony is untested")
    page.get_by_role("button", name="Reset").click()
    expect(given).to_contain_text("nothing is supposed")
    assert statuses(page) == statuses(visit(address=""))


def test_several_are_supposed_at_once_and_one_is_taken_back(visit: Visit) -> None:
    page = visit("-m library.yaml --evaluate", "#costly")
    page.get_by_role("button", name="Suppose it is out").press("Enter")
    expect(page.get_by_role("button", name="Suppose it is out")).to_be_focused()
    line(page, "Open on Sundays").click()
    page.get_by_role("button", name="Suppose it is in").click()
    assert ids(page, ".given p:first-child a") == ["costly", "open"]
    library = load(MAPS / "library.yaml")
    outcome = evaluate(library, assume=["open"], reject=["costly"])
    assert statuses(page) == given_by(outcome)
    page.get_by_role("button", name="Suppose it is in").click()
    assert ids(page, ".given p:first-child a") == ["costly"]


def test_the_page_begins_with_what_it_was_written_with(visit: Visit) -> None:
    page = visit("--evaluate --reject power-only", "#power-only")
    button = page.get_by_role("button", name="Suppose it is out")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert statuses(page) == given_by(evaluate(load()))


def test_no_change_is_a_sentence(visit: Visit) -> None:
    page = visit(address="#treaty-extension")
    page.get_by_role("button", name="Suppose it is in").click()
    expect(page.locator(".given .effect")).to_have_text("No other claim changes.")
    expect(page.locator(".said")).to_have_text("No other claim changes.")


def test_a_map_that_is_too_big_says_so(visit: Visit, tmp_path: Path) -> None:
    data = maps.plain(3_000, 3_000, "mixed")
    (tmp_path / "big.json").write_text(json.dumps(data))
    page = visit("-m big.json", "#claim-7", folder=tmp_path)
    expect(page.locator(".full")).to_contain_text("too big for a page to evaluate (6,000 nodes)")
    expect(page.get_by_role("button", name="Suppose it is out")).to_have_count(0)


def test_what_is_said_of_a_question_follows_what_is_supposed(visit: Visit, tmp_path: Path) -> None:
    argument_map = ArgumentMap(
        [
            Claim("q", "Who did it?", kind="question", choose="one"),
            *(Claim(name, f"It was {name.upper()}.") for name in "ab"),
            Claim("alone", "And who else?", kind="question"),
        ],
        [Relation(f"{name}/q", RelationKind.ANSWERS, (name,), "q") for name in "ab"],
    )
    file = tmp_path / "who.json"
    file.write_text(dumps(argument_map, "json"), "utf-8")
    page = visit(f"-m {file} --evaluate", "#q")
    answer = page.locator(".facts dd").first
    expect(answer).to_have_text("open, undecided: It was A. and It was B.")
    expect(page.get_by_role("button", name="Suppose it is out")).to_have_count(0)
    line(page, "It was A").first.click()
    page.get_by_role("button", name="Suppose it is out").click()
    expect(page.locator(".given .effect")).to_contain_text("It was B. undecided → in")
    line(page, "Who did it").first.click()
    expect(answer).to_have_text("answered: It was B.")
    line(page, "And who else").first.click()
    expect(answer).to_have_text("open: nothing answers it")
