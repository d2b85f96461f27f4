"""Who says what in AIF."""

from __future__ import annotations

import pytest
from support.aif import graph, read

from argmap import (
    ArgumentMap,
    Claim,
    dumps,
    loads,
)
from argmap.formats import Losses


def test_a_speaker_becomes_a_voice_where_the_chain_says_so() -> None:
    data = graph("a:I b:I c:I l:L l2:L l3:L y:YA y2:YA y3:YA", "l>y y>a l2>y2 y2>b l3>y3")
    data["nodes"][3]["text"] = "Ada Lovelace : Text of a"
    data["nodes"][4]["text"] = "Well, text of b, roughly"
    data["locutions"] = [
        {"nodeID": "l2", "personID": 7},
        {"nodeID": "l3", "personID": "7"},
        {"nodeID": "nowhere", "personID": "8"},
    ]
    data["participants"] = [
        {"participantID": "7", "firstname": "Charles", "surname": "Babbage"},
        {"participantID": 8, "firstname": "Silent", "surname": ""},
    ]
    m, lost = read(data)
    assert [claim.voice for claim in m.claims.values()] == ["Ada-Lovelace", "Charles-Babbage", None]
    assert m.voices == {"Ada-Lovelace": "Ada Lovelace", "Charles-Babbage": "Charles Babbage"}
    # The first locution says what its claim says: nothing of it is lost.
    assert lost == {
        "locution": 2,
        "illocution": 2,
        "participant who says no claim": 1,
        "speaker of a locution that is not there": 1,
    }


def test_an_illocution_of_a_transition_is_made_by_the_locution_it_leads_to() -> None:
    data = graph("a:I l:L l2:L t:TA y:YA", "l>t t>l2 t>y y>a")
    data["nodes"][1]["text"] = "Ada : Why?"
    data["nodes"][2]["text"] = "Ben : Because."
    data["nodes"][2]["participantID"] = 3
    data["participants"] = [{"participantID": "3", "firstname": "Benjamin", "surname": "Bahn"}]
    m, lost = read(data)
    assert m.voices == {"Benjamin-Bahn": "Benjamin Bahn"}
    assert m.claims["a"].voice == "Benjamin-Bahn"
    assert lost["locution"] == 2


def test_two_speakers_of_one_claim() -> None:
    data = graph("a:I l:L l2:L y:YA", "l>y l2>y y>a")
    data["nodes"][1]["text"] = "One : Text of a"
    data["nodes"][2]["text"] = "Two : Text of a"
    m, lost = read(data)
    assert m.claims["a"].voice == "One"
    assert lost == {"locution": 1, "further speaker of a claim": 1}


def test_a_voice_that_looks_like_an_entity_is_named_by_its_own_file() -> None:
    losses = Losses()
    m = ArgumentMap([Claim("a", "A.", voice="v")], voices={"v": "&lt;"})
    assert loads(dumps(m, "aif"), "aif", losses=losses) == m
    assert not losses.counts


@pytest.mark.parametrize("name", ["Ann", "Dr. Ann O'Neill", "NHS panel (2020)", "Élodie", "a"])
@pytest.mark.parametrize("has_entry", [True, False])
def test_a_speaker_is_named_by_the_text_of_the_locution(*, name: str, has_entry: bool) -> None:
    """As AIFdb gives locutions, with numbers of persons who are in no list."""
    data = graph("a:I l:L y:YA", "l>y y>a")
    data["nodes"][1]["text"] = f"{name} : Text of a"
    if has_entry:
        data["locutions"] = [{"nodeID": "l", "personID": "5"}]
    m, lost = read(data)
    voice = m.claims["a"].voice
    assert voice is not None
    assert m.voices.get(voice, voice) == name
    assert lost == {}


@pytest.mark.parametrize("in_list", [True, False])
@pytest.mark.parametrize("name", ["Ann Lee", "Audience Member 20210902QT15", "Élodie", "Ade"])
def test_a_speaker_is_named_instead_of_by_a_number(*, name: str, in_list: bool) -> None:
    data = graph("a:I l:L y:YA", "l>y y>a")
    data["nodes"][1]["text"] = "Text of a"
    entry = {"nodeID": "l", "personID": name}
    data["nodes"][1] |= {} if in_list else entry
    data["locutions"] = [entry] if in_list else []
    m, lost = read(data)
    voice = m.claims["a"].voice
    assert voice is not None
    assert (m.voices.get(voice, voice), lost) == (name, {})


@pytest.mark.parametrize(
    "entry",
    [
        *({"firstname": "Ann", "surname": "None"}, {"firstname": "None", "surname": "Ann"}),
        *({"name": "Ann"}, {"last_name": "Ann"}, {"firstName": "None", "name": "Ann"}),
    ],
)
def test_a_participant_has_a_name_in_some_entries(entry: dict[str, str]) -> None:
    data = graph("a:I l:L y:YA", "l>y y>a", locutions=[{"nodeID": "l", "personID": 5}])
    data["nodes"][1]["text"] = "Text of a"
    data["participants"] = [{"participantID": 5, **entry}] * 2
    m, lost = read(data)
    assert (m.claims["a"].voice, lost) == ("Ann", {})


@pytest.mark.parametrize("person", ["5", "7f3a-22", "0e8400-e29b", "-"])
def test_a_number_is_no_name(person: str) -> None:
    data = graph("a:I l:L y:YA", "l>y y>a", locutions=[{"nodeID": "l", "personID": person}])
    data["nodes"][1]["text"] = "Text of a"
    m, lost = read(data)
    assert (m.claims["a"].voice, lost["locution of somebody who is not named"]) == (None, 1)


def test_a_speaker_is_not_named_where_neither_text_nor_list_names_one() -> None:
    data = graph("a:I l:L y:YA", "l>y y>a", locutions=[{"nodeID": "l", "personID": "5"}])
    data["nodes"][1]["text"] = "Text of a"
    m, lost = read(data)
    assert m.claims["a"].voice is None
    assert lost["locution of somebody who is not named"] == 1


def test_an_illocution_that_leads_further_is_not_all_kept() -> None:
    data = graph("a:I b:I ra:RA l:L y:YA", "a>ra ra>b l>y y>a y>ra")
    data["nodes"][3]["text"] = "Ann : Text of a"
    assert read(data)[1] == {"illocution": 1}


def test_a_voice_of_many_words_is_read_back_with_nothing_lost() -> None:
    losses = Losses()
    m = ArgumentMap([Claim("a", "A.", voice="v")], voices={"v": "Somebody of many words " * 50})
    assert loads(dumps(m, "aif"), "aif", losses=losses) == m
    assert not losses.counts
