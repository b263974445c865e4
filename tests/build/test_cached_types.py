"""A value from the cache is facts, whatever its file holds: nothing runs, and nothing that the program uses is changed.

Each forged file here is sealed as our own, so that the reader alone is tried.
"""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.cached_types import TYPES, maker_of
from generator.cache.store import Store, write
from generator.danish.dates import Moment
from generator.danish.recurrence import Repetition
from generator.model.address import Phone
from generator.model.choice import Choice
from generator.model.content import Content
from generator.model.event import Audience
from generator.model.place import Place
from generator.model.state import State
from generator.search.documents import Document
from tests.trees import modest

KEY = "0" * 32


def name(module: str, what: str) -> bytes:
    """The opcodes that put a module's name on the stack."""
    return b"c" + module.encode() + b"\n" + what.encode() + b"\n"


STATE, MOMENT, PLACE = (
    name("generator.model.state", "State"),
    name("generator.danish.dates", "Moment"),
    name("generator.model.place", "Place"),
)
CANCELLED = STATE + b"(V" + b"aflyst\ntR"
POISON = b"(V_value_\nVplanlagt\nV_name_\nVPLANNED\nd"
FORGED = {
    "BUILD on a choice": CANCELLED + POISON + b"b.",
    "BUILD on a choice's slots": CANCELLED + b"(N" + POISON + b"tb.",
    "BUILD on a choice's type": STATE + POISON + b"b.",
    "BUILD on a choice type's slots": STATE + b"(N(VCANCELLED\nVplanlagt\ndtb.",
    "BUILD on a dataclass": MOMENT + b"(N(Vat\nV2026\ndtb.",
    "BUILD on a model": PLACE + b"(N(Vmodel_fields\nN dtb.".replace(b" ", b""),
    "BUILD on a model's dictionary": PLACE + b"(V__dict__\n(dVof\nNdb.",
    "BUILD on a date's type": name("datetime", "date") + b"(N(Vtoday\nNdtb.",
    "BUILD on a list": b"]" + POISON + b"b.",
    "a choice made by its own factory": name("generator.model.choice", "Choice") + b"(VX\nVA B\ntR.",
    "a choice with more members": STATE + b"(VX\n(VA\nVB\nttR.",
    "NEWOBJ of a dataclass": b"\x80\x02" + MOMENT + b")\x81.",
    "NEWOBJ of a model": b"\x80\x02" + PLACE + b")\x81.",
    "NEWOBJ_EX": b"\x80\x04" + MOMENT + b")}\x92.",
    "OBJ of the system": b"(" + name("os", "system") + b"Vtrue\no.",
    "INST of the system": b"(Vtrue\nios\nsystem\n.",
    "REDUCE of the system": name("os", "system") + b"(Vtrue\ntR.",
    "STACK_GLOBAL of the system": b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.",
    "REDUCE of our git": name("generator.repository.git", "git") + b"(V.\nVstatus\ntR.",
    "REDUCE of our loader": name("generator.content.load", "load") + b"(V.\ntR.",
    "what a module of the model imports": name("generator.model.choice", "re.compile") + b"(V.\ntR.",
    "a function of the model": name("generator.model.choice", "one_of") + b"(NtR.",
    "a class of the model that is no fact": name("generator.model.calendar", "Calendar") + b"(NNtR.",
    "a writer": name("generator.build.writer", "OutputWriter") + b"(V.\ntR.",
    "the base of all models": name("generator.model.content", "BaseModel") + b"(tR.",
    "an attribute of a type": b"\x80\x04\x8c\x16generator.danish.dates\x8c\x09Moment.at\x93.",
    "EXT1": b"\x82\x01.",
    "EXT2": b"\x83\x01\x00.",
    "EXT4": b"\x84\x01\x00\x00\x00.",
    "PERSID": b"Pos.system\n.",
    "BINPERSID": b"Vos.system\nQ.",
    "NEXT_BUFFER": b"\x80\x05\x97.",
    "a string longer than its file": b"\x80\x04\x8d" + pack("<Q", 1 << 40) + b"x.",
    "a frame longer than its file": b"\x80\x04\x95" + pack("<Q", 1 << 40) + b".",
    "a number of a thousand million digits": b"\x8b" + pack("<i", 2**31 - 1) + b"1.",
    "no end": b"\x80\x05]",
    "nothing": b"",
}


def got(folder: Path, stored: bytes) -> object:
    write(folder / "forged", KEY.encode() + stored)
    return Store(folder, TYPES).get("forged", KEY)


def world() -> object:
    """What a forged file would have to change to be of any use."""
    types = (State, Audience, Choice, Moment, Repetition, Phone, Place, Content, Document)
    return (
        [(each.name, each.value, vars(each).copy()) for each in State],
        [{key: id(value) for key, value in vars(kind).items() if key != "_missing_"} for kind in types],
        list(State("aflyst").__class__),
    )


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_forged_value_is_none_and_changes_nothing(tmp_path: Path, forged: bytes) -> None:
    State("aflyst")
    before = world()
    assert got(tmp_path, forged) is None
    assert world() == before
    assert State("aflyst") is State.CANCELLED
    assert State.CANCELLED.value == "aflyst"


def test_a_program_that_knows_extensions_reads_none_of_them(tmp_path: Path) -> None:
    copyreg.add_extension("os", "system", 1)
    try:
        assert got(tmp_path, b"\x82\x01Vtrue\n\x85R.") is None
    finally:
        copyreg.remove_extension("os", "system", 1)


class Evil:
    """Becomes a call when it is read."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (self.file,)


def test_what_a_stranger_put_there_runs_nothing(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    assert got(tmp_path, pickle.dumps(Evil(mine))) is None
    assert got(tmp_path, b"cos\nsystem\n(S'touch " + bytes(mine) + b"'\ntR.") is None
    assert not mine.exists()


WORDS = st.sampled_from(
    [*FORGED.values(), STATE, MOMENT, CANCELLED, POISON, b"b", b".", b"R", b"\x81", b"(", b"t", b"0", b"2", b"a", b"s"]
)


@modest
@given(st.lists(WORDS | st.binary(max_size=3), max_size=8))
def test_any_opcodes_change_nothing(tmp_path_factory: pytest.TempPathFactory, parts: list[bytes]) -> None:
    State("aflyst")
    before = world()
    got(tmp_path_factory.getbasetemp(), b"".join(parts))
    assert world() == before


def test_what_makes_a_type_cannot_be_changed() -> None:
    for module, what in (
        ("generator.model.state", "State"),
        ("generator.model.place", "Place"),
        ("generator.danish.dates", "Moment"),
    ):
        maker = maker_of(module, what)
        assert not hasattr(maker, "__dict__")
        with pytest.raises(AttributeError):
            maker.__setattr__("x", 1)


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    moment = Moment(date(2026, 5, 1), time(10))
    place = Place.of(dict.fromkeys(Place.model_fields) | {"name": "Havnen"})
    document = Document("a", "b", "c", (("d",),))
    value = {"a": (1, "x", None, b"y", 1.5, True), "b": [moment, State.MOVED, {Audience.CHILDREN}], "c": (place, document)}
    store = Store(tmp_path, TYPES)
    store.put("name", KEY, value)
    found = store.get("name", KEY)
    assert found == value
    assert found["b"][1] is State.MOVED
    assert isinstance(found["c"][1], Document)


def test_a_value_is_stored_for_its_key(tmp_path: Path) -> None:
    store = Store(tmp_path, TYPES)
    store.put("name", "a" * 32, {"a": (1, "x", None)})
    assert store.get("name", "a" * 32) == {"a": (1, "x", None)}
    assert store.get("name", "b" * 32) is None
    assert store.get("other", "a" * 32) is None
