"""A merger of two whole provinces: three levels become two, 131,548 members, all of it or nothing."""

from __future__ import annotations

import random
import shutil

import pytest

from conftest import Chibo, Record
from faults import cut_short
from lists import Lists
from test_reorganise import DECISION, plan, reorganise

# S002-03 in full size, ending in the figures of the contract: what there is after, and of what it is made.
MEMBERS = 131_548
COMMITTEES, CELLS = 420, 511
BODIES = ("QS", "CA", "BP", "CQ", "UB")


def whole_provinces() -> Lists:
  """Two provinces of three levels: districts and bodies of each, communes and cells below, 131,548 members."""
  lists = Lists()
  homes = []
  committees = cells = 0
  for province, districts in (("KG", 13), ("AG", 11)):
    lists.unit(province, f"Đảng bộ tỉnh {province} Thử", "province")
    above = [f"{province}H{number}" for number in range(districts)] + [f"{province}{body}" for body in BODIES]
    for code in above:
      lists.unit(code, f"Đảng bộ {code}", "superiorCommittee", province)
    # Sixty committees and twenty cells more than there will be.
    more, few = (250, 271) if province == "KG" else (COMMITTEES + 60 - committees, CELLS + 20 - cells)
    for number in range(more):
      code = f"{province}B{number}"
      lists.unit(code, f"Đảng bộ xã {code}", "baseCommittee", above[number % len(above)], sector="residential")
      for cell in range(6):
        lists.unit(f"{code}C{cell}", f"Chi bộ {code} {cell}", "cell", code, sector="residential")
        homes.append(f"{code}C{cell}")
    for number in range(few):
      code = f"{province}D{number}"
      lists.unit(code, f"Chi bộ cơ sở {code}", "baseCell", above[number % len(above)], sector="agency")
      homes.append(code)
    committees, cells = committees + more, cells + few
  for number in range(MEMBERS):
    person, home = f"P{number:06}", homes[number % len(homes)]
    lists.member(person, f"Đặng Thị Thử {number}", "2018-05-19", official="2019-05-19", sex="FM"[number % 2])
    lists.affiliation(person, home, "2018-05-19")
    if number < len(homes):
      lists.post(person, home, "secretary", "2020-01-01")
  return lists


def one_province(lists: Lists) -> str:
  """One province of two levels: 102 new communes and five bodies, every base under one of them, no district left."""
  steps = ['  - merge: {units: [KG], into: AG, name: "Đảng bộ tỉnh Mới"}']
  steps += [f"  - merge: {{units: [KG{body}], into: AG{body}}}" for body in BODIES]
  for number in range(102):
    steps.append(f'  - found: {{code: X{number}, name: "Đảng bộ xã {number}", kind: superiorCommittee, parent: AG}}')
  districts = {row["code"] for row in lists.units if row["kind"] == "superiorCommittee" and "H" in row["code"]}
  kinds = {row["code"]: row["kind"] for row in lists.units}
  below = [row["code"] for row in lists.units if row["parent"] in districts]
  committees = [code for code in below if kinds[code] == "baseCommittee"]
  cells = [code for code in below if kinds[code] == "baseCell"]
  # Neighbours of one district become one; a cell of another body takes in the people of one that ends.
  for number in range(60):
    steps.append(f"  - merge: {{units: [{committees[2 * number]}], into: {committees[2 * number + 1]}}}")
  for number in range(20):
    steps.append(f"  - dissolve: {{unit: {cells[number]}, people: {{to: {cells[number + 20]}}}}}")
  gone = {committees[2 * number] for number in range(60)} | set(cells[:20])
  left = [code for code in below if code not in gone]
  for index, code in enumerate(left):
    steps.append(f"  - move: {{unit: {code}, under: X{index * 102 // len(left)}}}")
  steps += [f"  - dissolve: {{unit: {code}}}" for code in sorted(districts)]
  return f"effective: 2025-07-01\n{DECISION.replace('BT', 'AG')}steps:\n" + "\n".join(steps) + "\n"


def demand_one_province(record: Record) -> None:
  """The figures of the contract."""
  after = record.figures("AG", "2025-07-01")
  assert after["units.superiorCommittees"] == 107
  assert after["units.baseOrganisations"] == 931
  assert (after["units.baseCommittees"], after["units.baseCells"]) == (420, 511)
  assert after["members.total"] == after["members.official"] == MEMBERS


@pytest.fixture(scope="module")
def provinces_in_full(binary, tmp_path_factory) -> tuple[Record, str]:
  """The two provinces as they were, and the plan; only to be copied."""
  folder = tmp_path_factory.mktemp("provinces")
  record, lists = Record(Chibo(binary, folder), folder / "provinces.sqlite"), whole_provinces()
  record.take_in(lists)
  return record, one_province(lists)


def test_the_two_provinces_in_full_become_one_of_the_figures_there_are(provinces_in_full, record, tmp_path):
  before, text = provinces_in_full
  shutil.copy(before.path, record.path)
  old = {unit: record.figures(unit, "2025-06-30") for unit in ("AG", "KG", "KGH0", "AGB7")}
  done = reorganise(record, plan(tmp_path, text))
  assert done["balanced"] and not done["blocking"]
  assert done["total"]["before"]["members"] == done["total"]["after"]["members"] == MEMBERS
  demand_one_province(record)
  assert {unit: record.figures(unit, "2025-06-30") for unit in old} == old
  ledger = record.ledger("AG", "2025-06-01", "2025-08-01")
  assert ledger["opening"] == old["AG"]["members.total"] and ledger["closing"] == MEMBERS
  assert ledger["in"]["reorganisedIn"] == old["KG"]["members.total"] and not any(ledger["out"].values())
  record("check")
  record("journal", "verify")


def test_the_whole_plan_cut_off_in_the_middle_is_wholly_done_or_not_at_all(provinces_in_full, record, tmp_path):
  before, text = provinces_in_full
  path, moments = plan(tmp_path, text), random.Random(7)
  old = {unit: before.figures(unit, "2025-07-01") for unit in ("AG", "KG")}
  head = before("journal", "verify", "--format", "json").json["head"]
  for _ in range(5):
    shutil.copy(before.path, record.path)
    command = ("reorganise", path, "--database", record.path)
    answer = cut_short(record.chibo, *command, after=moments.uniform(0.2, 1.8))
    last = record("journal", "verify", "--format", "json").json["head"]
    if answer.code == 0 or last != head:
      demand_one_province(record)
    else:
      assert {unit: record.figures(unit, "2025-07-01") for unit in old} == old
    for beside in record.path.parent.glob(record.path.name + "*"):
      beside.unlink()
