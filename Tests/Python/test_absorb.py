"""Another installation brought in from outside: what it answers, and what is there before and after."""

from __future__ import annotations

import random

import pytest

from conftest import Record
from faults import cut_short
from lists import Lists
from organisations import Organisation

SEEDS = (3, 40)
DAY = "2025-07-01"
DAYS = ("2010-01-01", "2016-05-05", "2018-05-19", "2019-05-20", "2024-12-31", "2025-06-30", DAY, "2026-01-01")


def centre() -> Lists:
  """A centre with one province of ours, of which some codes and people are in the other one too."""
  lists = Lists()
  lists.unit("TW", "Trung ương", "centre", "", start="2000-01-01")
  lists.unit("AG", "Đảng bộ tỉnh An Thử", "province", "TW", start="2000-01-01")
  lists.unit("H1", "Đảng bộ huyện Một", "superiorCommittee", "AG", start="2000-01-01")
  lists.unit("B1", "Chi bộ cơ sở Một", "baseCell", "H1", start="2000-01-01")
  for number in range(1, 13):
    lists.member(f"P{number:03}", f"Nguyễn Văn Thử {number}", "2010-05-19", official="2011-05-19", born="1970-01-01")
    lists.affiliation(f"P{number:03}", "B1", "2010-05-19")
  lists.post("P001", "B1", "secretary", "2020-01-01")
  return lists


def province() -> Lists:
  """The other one: KG with districts, communes, cells, moves between them."""
  lists = Lists()
  lists.unit("KG", "Đảng bộ tỉnh Kiên Thử", "province", "", start="2000-01-01")
  for district in range(2):
    lists.unit(f"H{district}", f"Đảng bộ huyện {district}", "superiorCommittee", "KG", start="2000-01-01")
    for base in range(3):
      code = f"K{district}{base}"
      lists.unit(code, f"Chi bộ cơ sở {code}", "baseCell", f"H{district}", start="2000-01-01")
  for number in range(1, 61):
    code = f"P{number:03}" if number <= 2 else f"KG{number:03}"
    name = "Nguyễn Văn Thử 7" if number == 3 else f"Trần Thị Thử {number}"
    home = f"K{number % 2}{number % 3}"
    lists.member(code, name, "2012-05-19", official="2013-05-19", born="1970-01-01")
    if number % 4:
      lists.affiliation(code, home, "2012-05-19")
    else:
      lists.affiliation(code, home, "2012-05-19", "2018-05-19")
      lists.affiliation(code, "K00", "2018-05-19")
  lists.post("KG004", "K00", "secretary", "2020-01-01")
  return lists


def absorb(record: Record, other, *options, code: int = 0) -> dict:
  return record("absorb", other, *options, "--format", "json", code=code).json


def begin(record: Record, number: int, lists: Lists) -> None:
  record("init", "--number", number)
  record.take_in(lists)


def dump(record: Record, name: str) -> dict[str, bytes]:
  return {path.name: path.read_bytes() for path in sorted(record.export(name).iterdir())}


def answers(record: Record, units: dict[str, str]) -> dict:
  """Figures and ledgers of units, told by the codes they had where they came from."""
  told = {}
  for origin, code in units.items():
    for day in DAYS[:-2]:
      said = record.figures(code, day)
      told[origin, day] = {name: said[name] for name in said}
    told[origin] = record.ledger(code, "2012-01-01", "2025-06-30") | {"unit": origin}
  return told


def test_a_province_comes_in_whole_and_answers_as_it_did(record, another):
  begin(record, 11, centre())
  begin(another, 12, province())
  units = {row["code"]: row["code"] for row in province().units}
  before, ours = answers(another, units), dump(record, "ours")
  mine = {unit: answers(record, {unit: unit}) for unit in ("AG", "B1")}
  bytes_before = another.path.read_bytes()
  tried = absorb(record, another.path, "--under", "TW", "--on", DAY, "--dry-run")
  assert tried["balanced"] and not tried["blocking"] and tried["entry"] is None
  assert dump(record, "tried") == ours

  done = absorb(record, another.path, "--under", "TW", "--on", DAY)
  assert {key: done[key] for key in tried if key != "entry"} == {key: tried[key] for key in tried if key != "entry"}
  assert done["before"] == done["after"] == {"units": 4 + 9, "members": 12 + 60, "posts": 2, "openMatters": 0}
  assert {(row["what"], row["from"], row["to"]) for row in done["renamed"]} == {
    ("unit", "H1", "KG-H1"),
    ("person", "P001", "KG-P001"),
    ("person", "P002", "KG-P002"),
  }
  pairs = {(pair["here"]["person"], pair["there"]["person"]): pair["why"] for pair in done["alike"]}
  assert pairs == {("P001", "KG-P001"): ["code"], ("P002", "KG-P002"): ["code"], ("P007", "KG003"): ["birth"]}

  assert another.path.read_bytes() == bytes_before

  now = {row["from"]: row["to"] for row in done["renamed"] if row["what"] == "unit"}
  assert answers(record, {code: now.get(code, code) for code in units}) == before
  assert {unit: answers(record, {unit: unit}) for unit in mine} == mine
  assert record.figures("TW", "2025-06-30")["members.total"] == 12
  assert record.figures("TW", DAY)["members.total"] == 72
  ledger = record.ledger("TW", "2025-06-01", "2025-08-01")
  assert ledger["in"]["reorganisedIn"] == 60 and ledger["closing"] == 72
  record("check")
  verified = record("journal", "verify", "--format", "json").json
  assert [journal["head"] for journal in verified["absorbed"]] == [done["journal"]["head"]]
  assert verified["absorbed"][0]["head"] == another("journal", "verify", "--format", "json").json["head"]
  assert "KG" in record("journal", "verify").out

  # And then the two become one.
  plan = record.chibo.folder / "plan.yaml"
  plan.write_text("effective: 2025-08-01\nsteps:\n  - merge: {units: [KG], into: AG, name: Tỉnh mới}\n", encoding="utf-8")
  record("reorganise", plan)
  assert record.figures("AG", "2025-08-01")["members.total"] == 72


def test_it_comes_once(record, another):
  begin(record, 11, centre())
  begin(another, 12, province())
  before = dump(record, "before")
  absorb(record, another.path, "--under", "TW")
  assert dump(record, "after") != before
  again = absorb(record, another.path, "--under", "TW", code=1)
  assert again["blocking"] and not again["balanced"]


@pytest.mark.parametrize("unit", ["AG", "B1", "XX"])
def test_where_it_cannot_stand_is_said_and_nothing_is_written(record, another, unit):
  begin(record, 11, centre())
  begin(another, 12, province())
  before = dump(record, "before")
  said = absorb(record, another.path, "--under", unit, code=1)
  assert said["balanced"] is False and len(said["blocking"]) == 1 and said["blocking"][0]["reason"]
  assert dump(record, "after") == before


def test_two_of_one_number_stay_apart(record, another):
  begin(record, 11, centre())
  begin(another, 11, province())
  assert "11" in absorb(record, another.path, "--under", "TW", code=1)["blocking"][0]["reason"]


def test_wrong_usage_and_what_is_not_there(record, another):
  begin(record, 11, centre())
  record("absorb", record.chibo.folder / "nothing.sqlite", "--under", "TW", code=2)
  record("absorb", record.path, code=64)
  record("absorb", record.path, "--under", "TW", "--on", "2025-02-30", code=64)
  record("absorb", record.path, "--under", "TW", code=1)


def test_a_lived_in_organisation_from_a_file_into_a_server(record, another, postgres):
  """Ten years of random history, from one engine into the other."""
  organisation = Organisation(5)
  begin(another, 12, organisation.lists)
  served = Record(record.chibo, postgres)
  served.take_in(centre().write(record.chibo.folder / "centre"))
  roots = {row["code"] for row in organisation.lists.units if not row["parent"]}
  assert len(roots) == 1
  done = absorb(served, another.path, "--under", "TW", "--on", DAY)
  assert done["balanced"], done["blocking"]
  served("check")
  served("journal", "verify")


def test_a_whole_office_comes_in_with_everything_under_way(record, district):
  """The demonstration: candidates, transfers, cases, dues, disciplines, accounts and plans."""
  begin(record, 11, centre())
  done = absorb(record, district.path, "--under", "TW")
  assert done["balanced"], done["blocking"]
  assert done["before"] == done["after"] and done["after"]["openMatters"] > 0
  assert any("accounts" in advice["reason"] for advice in done["advisory"])
  now = {row["from"]: row["to"] for row in done["renamed"] if row["what"] == "unit"}
  units = Lists.read(district.export(record.path.parent / "theirs")).units
  for row in units[:: max(len(units) // 12, 1)]:
    code, day = row["code"], max(row["from"], "2024-03-01")
    if not row["until"] or row["until"] > day:
      assert record.figures(now.get(code, code), day) == district.figures(code, day), code
    ledger = record.ledger(now.get(code, code), "2020-01-01", "2026-01-01")
    assert ledger | {"unit": code} == district.ledger(code, "2020-01-01", "2026-01-01")
  record("check")
  head = record("journal", "verify", "--format", "json").json["absorbed"][0]["head"]
  assert head == district("journal", "verify", "--format", "json").json["head"]


def test_cut_off_at_any_moment_it_is_wholly_in_or_not_at_all(record, district, seed):
  begin(record, 11, centre())
  before = dump(record, "before")
  command = ("absorb", district.path, "--under", "TW", "--database", record.path)
  answer = cut_short(record.chibo, *command, after=random.Random(seed).uniform(0.1, 2))
  absorbed = record("journal", "verify", "--format", "json").json["absorbed"]
  record("check")
  if answer.code == 0:
    assert len(absorbed) == 1
  if not absorbed:
    assert dump(record, "after") == before
    assert absorb(record, district.path, "--under", "TW")["balanced"]
