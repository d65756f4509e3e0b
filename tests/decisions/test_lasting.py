"""Decisions last: through builds, new articles, forgotten evidence, kills, and in two windows."""

import json
import multiprocessing
import os
import random
import signal
import threading
import time
from pathlib import Path

import pytest

from reportedly.chronicle import Chronicle
from reportedly.decisions.holding import in_force
from reportedly.engine.build import build
from reportedly.engine.editing import Wish, decide
from reportedly.engine.forget import forget
from reportedly.engine.sharing import take_in
from reportedly.errors import ReportedlyError
from reportedly.model import Bearer, ChainHop, Entity, Fact, Mention, Statement
from reportedly.reconcile.entities import identity
from reportedly.reconcile.entities.members import Member
from reportedly.store import decision_log, naming_things
from reportedly.store.decided import Decided
from reportedly.verify import verify


def person(chronicle: Path, name: str) -> Entity:
    with Chronicle.open(chronicle) as opened:
        return next(e for e in opened.rows(Entity) if name in (e.name, *e.aliases))


def waiting(chronicle: Path) -> list[str | None]:
    with Chronicle.open(chronicle) as opened:
        log = decision_log.read_log(chronicle)
        return [entry.waits for entry in Decided(opened.connection, log).waiting()]


def rows(chronicle: Path) -> list[object]:
    """What follows from who is who."""
    with Chronicle.open(chronicle) as opened:
        kinds = (Entity, Mention, Statement, ChainHop, Fact)
        return [row for kind in kinds for row in opened.rows(kind)]


def test_a_build_gives_what_the_edit_gave(chronicle: Path) -> None:
    """The rows that an edit wrote at once are those of a build with the same decisions."""
    with Chronicle.open(chronicle) as opened:
        said = next(s for s in opened.rows(Statement) if s.speaker == "Otto Brandling").statement_id
    decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Maud Odell"))
    decide(chronicle, Wish(action="rename", identifier="Maud Odell", words="Maud Odell-Vane"))
    decide(chronicle, Wish(action="speaker", identifier=said, other="Maud Odell-Vane"))
    at_once = rows(chronicle)
    assert list(verify(chronicle)) == []
    assert build([], chronicle, workers=0).reconciled
    assert rows(chronicle) == at_once
    assert not build([], chronicle, workers=0).reconciled
    assert list(verify(chronicle)) == []


TOLD = {
    name: f"“The ferry is late,” Otto Brandling told {name} on Friday. “It sank,” {name} told Otto "
    "Brandling, according to the Marrow Post."
    for name in ("Iris Vell", "Lew Strand", "Cora Marsh")
}


RELAYED = {
    "Satin": "“The ferry is late,” Otto Brandling said on Friday. The company has lost money.",
    "Quay News": "Otto Brandling told Satin that the ferry “was never late”. He told Satin that "
    "Iris Vell had said the harbour was closed.",
    "Hill Radio": "“We sail again,” Otto Brandling said on the programme Harbour Hour on Monday.",
    "Dale News": "Otto Brandling told Harbour Hour that the ferry would sail again in spring.",
}


@pytest.mark.parametrize("name", ["Otto Brandling", "Iris Vell"])
def test_an_edit_keeps_through_whom_words_came(tmp_path: Path, name: str) -> None:
    """Outlets that only the whole pile knows for outlets stay in the chains of whom it touches."""
    lines = [json.dumps({"outlet": outlet, "text": text}) for outlet, text in RELAYED.items()]
    (tmp_path / "pile.jsonl").write_text("\n".join(lines))
    chronicle = tmp_path / "c.chronicle"
    build([tmp_path / "pile.jsonl"], chronicle, workers=0)
    decide(chronicle, Wish(action="rename", identifier=name, words="Somebody Else"))
    with Chronicle.open(chronicle) as opened:
        hops = [h for h in opened.rows(ChainHop) if h.name in ("Satin", "Harbour Hour") and h.hop]
    assert {hop.kind for hop in hops} == {"outlet"} and len(hops) == 5
    at_once = rows(chronicle)
    assert build([], chronicle, workers=0).reconciled
    assert rows(chronicle) == at_once


def test_an_edit_looks_only_at_whom_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those whom other articles name beside them stay whom they are; the rows are a build's."""
    lines = [json.dumps({"text": text}) for text in TOLD.values()]
    (tmp_path / "pile.jsonl").write_text("\n".join(lines))
    build([tmp_path / "pile.jsonl"], tmp_path / "c.chronicle", workers=0)
    looked_at: set[str] = set()
    member_of = identity.member_of

    def seen(row: Bearer) -> Member:
        looked_at.add(row.name)
        return member_of(row)

    with monkeypatch.context() as patched:
        patched.setattr(identity, "member_of", seen)
        patched.setattr(naming_things, "_MOST_PLACES", 1)
        decide(
            tmp_path / "c.chronicle",
            Wish(action="rename", identifier="Otto Brandling", words="O. B."),
        )
    assert "Otto Brandling" in looked_at and len(looked_at & set(TOLD)) == 1
    at_once = rows(tmp_path / "c.chronicle")
    told = [row.addressee for row in at_once if isinstance(row, Statement)]
    assert {*TOLD, "O. B."} <= set(told)
    assert build([], tmp_path / "c.chronicle", workers=0).reconciled
    assert rows(tmp_path / "c.chronicle") == at_once


def test_decisions_outlive_new_articles_and_a_new_chronicle(
    chronicle: Path, tmp_path: Path
) -> None:
    """An earlier article renames the group; the merge, the note and the former name still lead."""
    before = person(chronicle, "Maud Odell").entity_id
    decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Maud Odell"))
    decide(chronicle, Wish(action="note", kind="person", identifier="Maud Odell", words="call"))
    (tmp_path / "early.jsonl").write_text(
        '{"text": "Maud Odell opened the harbour, said Maud Odell.", "published": "2001-01-01"}\n'
    )
    build([tmp_path / "early.jsonl"], chronicle, workers=0)
    now = person(chronicle, "Maud Odell")
    assert now.entity_id != before
    assert "Maud Vane" in now.aliases
    with Chronicle.open(chronicle) as opened:
        former = opened.row(Entity, before)
        assert former is not None and former.entity_id == now.entity_id
        decided = Decided(opened.connection, decision_log.read_log(chronicle))
        assert [each.words for each in decided.notes("person", now.entity_id)] == ["call"]
    assert waiting(chronicle) == []
    assert list(verify(chronicle)) == []


def test_what_has_no_effect_waits(pile: Path, tmp_path: Path) -> None:
    """Without its evidence a decision is listed as waiting, and never dropped."""
    chronicle = tmp_path / "c.chronicle"
    build([pile], chronicle, workers=0)
    decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Otto Brandling"))
    assert waiting(chronicle) == []
    words = (pile / "one.txt").read_text()
    (pile / "one.txt").write_text("Nobody came, said Otto Brandling.\n")
    build([pile], chronicle, workers=0)
    assert waiting(chronicle) == ["the words that it is about are not in this chronicle"]
    assert list(verify(chronicle)) == []
    (pile / "one.txt").write_text(words)
    build([pile], chronicle, workers=0)
    assert waiting(chronicle) == []
    assert "Maud Vane" in person(chronicle, "Otto Brandling").aliases


def test_what_was_decided_on_a_forgotten_article_is_forgotten(chronicle: Path) -> None:
    """A decision that named who stood in it would keep the name."""
    with Chronicle.open(chronicle) as opened:
        vane = next(s for s in opened.rows(Statement) if s.speaker == "Maud Vane")
    decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Otto Brandling"))
    decide(chronicle, Wish(action="note", kind="person", identifier="Maud Odell", words="call"))
    forget(chronicle, vane.article_id)
    assert [each.action for each in decision_log.read_log(chronicle)] == ["note"]
    assert list(verify(chronicle)) == []


def test_two_connections_at_once_lose_nothing(chronicle: Path) -> None:
    """Twenty notes from two threads are all there, each with a number of its own."""
    name = person(chronicle, "Maud Odell").entity_id

    def write(window: int) -> None:
        for number in range(10):
            words = f"{window}-{number}"
            decide(chronicle, Wish(action="note", kind="person", identifier=name, words=words))

    threads = [threading.Thread(target=write, args=(window,)) for window in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log = decision_log.read_log(chronicle)
    assert [each.number for each in log] == list(range(1, 21))
    assert sorted(each.words or "" for each in log) == sorted(
        f"{window}-{number}" for window in (1, 2) for number in range(10)
    )


def test_of_two_that_exclude_one_another_one_is_refused(chronicle: Path) -> None:
    """Having seen the same state, the second is kept as refused; merges commute."""
    first = decide(chronicle, Wish(action="rename", identifier="Maud Odell", words="M", seen=0))
    second = decide(chronicle, Wish(action="rename", identifier="M", words="N", seen=0))
    assert first.refused is None
    assert second.refused == (
        "somebody meanwhile decided otherwise, and renamed “Maud Odell” to “M”"
    )
    assert person(chronicle, "Maud Odell").name == "M"
    merges = [
        decide(chronicle, Wish(action="merge", identifier="M", other=other, seen=0))
        for other in ("Maud Vane", "Otto Brandling")
    ]
    assert [each.refused for each in merges] == [None, None]
    assert {"Maud Vane", "Otto Brandling"} <= set(person(chronicle, "M").aliases)


def test_undo_and_redo(chronicle: Path) -> None:
    """Both are decisions; each can be made once at a time."""
    start = rows(chronicle)
    made = decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Maud Odell"))
    merged = rows(chronicle)
    undo = Wish(action="undo", decision=made.decision_id)
    redo = Wish(action="redo", decision=made.decision_id)
    assert decide(chronicle, undo).refused is None
    assert rows(chronicle) == start
    assert decide(chronicle, undo).refused == "it was undone already"
    assert decide(chronicle, redo).refused is None
    assert rows(chronicle) == merged
    assert decide(chronicle, redo).refused == "it holds already"
    assert len(decision_log.read_log(chronicle)) == 5


def test_decisions_are_shared(chronicle: Path, built: Path, tmp_path: Path) -> None:
    """A colleague's log gives the same rows; taken in twice it changes nothing; conflicts show."""
    import json
    import shutil

    from reportedly import schema

    colleague = tmp_path / "colleague" / "theirs.chronicle"
    colleague.parent.mkdir()
    shutil.copyfile(built, colleague)
    decide(chronicle, Wish(action="merge", identifier="Maud Vane", other="Maud Odell"))
    decide(chronicle, Wish(action="rename", identifier="Otto Brandling", words="Captain B."))
    lines = [json.dumps(schema.plain(each)) for each in decision_log.read_log(chronicle)]
    assert [each.refused for each in take_in(colleague, lines, "a file")] == [None, None]
    assert rows(colleague) == rows(chronicle)
    assert take_in(colleague, lines, "a file") == []
    decide(colleague, Wish(action="rename", identifier="Maud Odell", words="Somebody Else"))
    decide(chronicle, Wish(action="rename", identifier="Maud Odell", words="Maud O."))
    lines = [json.dumps(schema.plain(each)) for each in decision_log.read_log(chronicle)]
    (late,) = take_in(colleague, lines, "a file")
    assert late.refused is not None and "Somebody Else" in late.refused
    with pytest.raises(ReportedlyError, match="line 2: no decision"):
        take_in(colleague, [lines[0], '{"action": "sing"}'], "a file")


def _edit_for_ever(chronicle: Path, name: str, started: int) -> None:
    os.write(started, b"!")
    for number in range(10_000):
        made = decide(
            chronicle, Wish(action="note", kind="person", identifier=name, words=f"{number}")
        )
        os.write(started, made.decision_id.encode() + b"\n")


@pytest.mark.parametrize("seed", [1])
def test_fifty_kills_lose_no_decision(chronicle: Path, seed: int) -> None:
    """Whatever was said to be kept is there after SIGKILL, and the files are sound."""
    name = person(chronicle, "Maud Odell").entity_id
    dice = random.Random(seed)
    said: list[str] = []
    for kill in range(50):
        reading, writing = os.pipe()
        child = multiprocessing.get_context("fork").Process(
            target=_edit_for_ever, args=(chronicle, name, writing)
        )
        child.start()
        os.close(writing)
        assert os.read(reading, 1) == b"!"
        # On a busy machine nothing would be decided in so short a time: some wait for a decision.
        if kill % 5 == 0:
            said.append(os.read(reading, 18).decode().strip())
        time.sleep(dice.uniform(0, 0.06))
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        with os.fdopen(reading, "rb") as stream:
            said += [line.decode() for line in stream.read().split(b"\n")[:-1] if line]
    log = decision_log.read_log(chronicle)
    assert said and set(said) <= {each.decision_id for each in log}
    assert [each.number for each in log] == list(range(1, len(log) + 1))
    assert len(in_force(log)) == len(log)
    assert list(verify(chronicle)) == []
