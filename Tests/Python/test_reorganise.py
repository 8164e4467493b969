"""Plans of reorganisation from outside: what they answer, and what is there before and after."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from conftest import Record
from faults import cut_short
from lists import Lists

SEEDS = (3, 60)
DAY = "2020-02-01"
DECISION = 'decision: {number: "01-QĐ/HU", signed: 2020-01-20, issuer: BT, signer: "Lê Văn Thử"}\n'


def bo_trach() -> Lists:
  """S000-02 … -05 with fictional names: a town committee and a commune committee of one district."""
  lists = Lists()
  lists.unit("BT", "Đảng bộ huyện Bố Trường", "superiorCommittee", "TQ")
  lists.units.insert(0, dict(lists.units[0], code="TQ", name="Đảng bộ tỉnh Quảng Thử", kind="province", parent=""))
  lists.unit("HT", "Đảng bộ xã Hoàn Thử", "baseCommittee", "BT")
  lists.unit("HL", "Đảng bộ thị trấn Hoàn Cũ", "baseCommittee", "BT")
  # Thirty cells, twenty of them of residential areas; 1,184 members, at least three in each.
  sizes = [39] * 29 + [1184 - 39 * 29]
  number = 0
  for index, size in enumerate(sizes):
    code = f"C{index + 1}"
    sector = "residential" if index < 20 else ["school", "agency", "health"][index % 3]
    lists.unit(code, f"Chi bộ {index + 1}", "cell", "HT" if index % 5 == 0 else "HL", sector=sector)
    for _ in range(size):
      number += 1
      lists.member(
        f"M{number:05}", f"Nguyễn Văn Thử {number}", "2016-02-01", official="2017-02-01", sex="FM"[number % 2]
      )
      lists.affiliation(f"M{number:05}", code, "2016-02-01")
    lists.post(f"M{number:05}", code, "secretary", "2016-02-01")
  lists.post("M00001", "HT", "secretary", "2016-02-01")
  lists.post("M00002", "HL", "secretary", "2016-02-01")
  return lists


def plan(folder: Path, text: str, name: str = "plan.yaml") -> Path:
  path = folder / name
  path.write_text(text, encoding="utf-8")
  return path


def reorganise(record: Record, path, *options, code: int = 0) -> dict:
  return record("reorganise", path, *options, "--format", "json", code=code).json


def dump(record: Record, name: str) -> dict[str, bytes]:
  return {path.name: path.read_bytes() for path in sorted(record.export(name).iterdir())}


def test_a_commune_merges_into_a_town_and_nobody_is_lost(record, tmp_path):
  record.take_in(bo_trach())
  steps = 'steps:\n  - merge: {units: [HT], into: HL, name: "Đảng bộ thị trấn Hoàn Mới"}\n'
  path = plan(tmp_path, f"effective: {DAY}\n{DECISION}{steps}")
  before = {unit: record.figures(unit, "2020-01-31") for unit in ("BT", "HL", "HT")}
  tried = reorganise(record, path, "--dry-run")
  assert tried["balanced"] and not tried["blocking"] and not tried["entries"]
  assert {unit: record.figures(unit, "2020-01-31") for unit in before} == before

  done = reorganise(record, path)
  assert done["total"] == tried["total"] and done["steps"] == tried["steps"] and len(done["entries"]) == 1
  town = record.figures("HL", DAY)
  assert (town["members.total"], town["units.cells"]) == (1184, 30)
  assert {unit: record.figures(unit, "2020-01-31") for unit in before} == before
  ledger = record.ledger("HL", "2020-01-01", "2021-01-01")
  assert ledger["in"]["reorganisedIn"] == before["HT"]["members.total"]
  assert ledger["opening"] + sum(ledger["in"].values()) - sum(ledger["out"].values()) == ledger["closing"] == 1184
  district = record.ledger("BT", "2020-01-01", "2021-01-01")
  assert not any([*district["in"].values(), *district["out"].values()])
  units = Lists.read(record.export("after")).units
  assert sum(row["sector"] == "residential" and row["kind"] == "cell" and not row["until"] for row in units) == 20
  record("figures", "--unit", "HT", "--on", DAY, code=1)
  record("check")
  record("journal", "verify")


def test_two_new_committees_share_what_the_one_before_them_held(record, tmp_path):
  """S001-08: one source, two targets, nothing left unassigned."""
  lists = bo_trach()
  lists.unit("K", "Đảng bộ khối cơ quan", "superiorCommittee", "TQ")
  for index in range(8):
    lists.unit(f"K{index}", f"Chi bộ cơ quan {index}", "baseCell", "K", sector="agency" if index % 2 else "enterprise")
    for place in range(4):
      person = f"K{index}{place}"
      lists.member(person, f"Trần Thị Thử {person}", "2016-02-01", official="2017-02-01")
      lists.affiliation(person, f"K{index}", "2016-02-01")
  record.take_in(lists)
  head = f"effective: {DAY}\n{DECISION}steps:\n"
  found = "".join(
    f'  - found: {{code: {code}, name: "Đảng bộ {code}", kind: superiorCommittee, parent: TQ}}\n'
    for code in ("CQ", "DN")
  )
  short = "  - split: {unit: K, into: [CQ, DN], units: {CQ: [K1, K3], DN: [K0, K2, K4, K6]}}\n"
  refused = reorganise(record, plan(tmp_path, head + found + short), code=1)
  assert refused["balanced"] is False or refused["blocking"]
  assert any(finding["step"] == 3 and finding["unit"] == "K" for finding in refused["blocking"])
  record("figures", "--unit", "CQ", "--on", DAY, code=1)

  whole = "  - split: {unit: K, into: [CQ, DN], units: {CQ: [K1, K3, K5, K7], DN: rest}}\n"
  done = reorganise(record, plan(tmp_path, head + found + whole))
  assert done["balanced"] and [step["kind"] for step in done["steps"]] == ["found", "found", "split"]
  for unit in ("CQ", "DN"):
    assert record.figures(unit, DAY)["members.total"] == 16
    assert record.ledger(unit, "2020-01-01", "2021-01-01")["in"]["reorganisedIn"] == 16
  assert record.figures("TQ", DAY)["members.total"] == record.figures("TQ", "2020-01-31")["members.total"]
  assert {"CQ", "DN"} == {advice["unit"] for advice in done["advisory"] if "secretary" in advice["reason"]}


@pytest.mark.parametrize(
  ("step", "unit"),
  [
    ("merge: {units: [XX], into: HL}", "XX"),
    ("move: {unit: C1, under: BT}", "C1"),
    ("dissolve: {unit: C1}", "C1"),
    ("dissolve: {unit: HT, people: {to: HL}}", "HT"),
    ("split: {unit: C1, into: [C2, C3], people: {C2: [M00001]}}", "C1"),
    ("split: {unit: C1, into: [C2, C3], people: {C4: rest}}", "C4"),
    ("move: {unit: HL, under: C2}", "HL"),
    ("merge: {units: [HT], into: HL, posts: pass}", "HL"),
    ('found: {code: HL, name: "Hai", kind: cell, parent: HT}', "HL"),
  ],
)
def test_what_stands_in_the_way_is_named_and_nothing_is_written(record, tmp_path, step, unit):
  record.take_in(bo_trach())
  before = dump(record, "before")
  said = reorganise(record, plan(tmp_path, f"effective: {DAY}\nsteps:\n  - {step}\n"), code=1)
  assert unit in {finding["unit"] for finding in said["blocking"]}
  assert all(finding["reason"] for finding in said["blocking"])
  assert dump(record, "after") == before


def test_a_file_that_is_no_plan_is_told_line_by_line(record, tmp_path):
  record.take_in(bo_trach())
  text = "effective: 2020-02-30\nsteps:\n  - merge: {units: [HT]}\n  - melt: {unit: HL}\n  - found: {code: X, name: Y, kind: castle}\n"
  said = reorganise(record, plan(tmp_path, text), code=1)
  assert {fault["line"] for fault in said["blocking"]} == {1, 3, 4, 5}
  record("reorganise", tmp_path / "nothing.yaml", code=2)
  record("reorganise", code=64)


def test_a_workbook_means_what_the_text_means(record, another, tmp_path):
  import openpyxl

  book = openpyxl.Workbook()
  whole = book.active
  whole.title = "plan"
  whole.append(["có hiệu lực từ", "số quyết định", "ngày ký", "nơi ban hành"])
  whole.append(["1/2/2020", "01-QĐ/HU", "20/1/2020", "BT"])
  steps = book.create_sheet("steps")
  steps.append(["việc", "đơn vị", "vào", "mã mới", "tên", "loại", "trực thuộc"])
  steps.append(["thành lập", None, None, "C99", "Chi bộ mới", "chi bộ", "HL"])
  steps.append(["chia", "C1", "C99, C2", None, None, None, None])
  steps.append(["hợp nhất", "HT", "HL", None, "Đảng bộ mới", None, None])
  shares = book.create_sheet("shares")
  shares.append(["việc", "đối tượng", "mã", "đến"])
  for person in ("M00001", "M00002"):
    shares.append([2, "đảng viên", person, "C99"])
  shares.append([2, "đảng viên", "còn lại", "C2"])
  book.save(tmp_path / "plan.xlsx")
  text = f"""effective: {DAY}
decision: {{number: "01-QĐ/HU", signed: 2020-01-20, issuer: BT}}
steps:
  - found: {{code: C99, name: "Chi bộ mới", kind: cell, parent: HL}}
  - split: {{unit: C1, into: [C99, C2], people: {{C99: [M00001, M00002], C2: rest}}}}
  - merge: {{units: [HT], into: HL, name: "Đảng bộ mới"}}
"""
  record.take_in(bo_trach())
  shutil.copy(record.path, another.path)
  assert reorganise(record, tmp_path / "plan.xlsx") == reorganise(another, plan(tmp_path, text))
  assert dump(record, "book") == dump(another, "text")
  assert record.figures("C99", DAY)["members.total"] == 2


def test_undone_all_is_as_before_unless_something_stands_on_it(record, tmp_path):
  record.take_in(bo_trach())
  before = dump(record, "before")
  first = plan(tmp_path, f"effective: {DAY}\n{DECISION}steps:\n  - merge: {{units: [HT], into: HL}}\n")
  entry = reorganise(record, first)["entries"][0]
  second = plan(tmp_path, "effective: 2020-03-01\nsteps:\n  - merge: {units: [C1], into: C2}\n  - move: {unit: C3, under: HL}\n")
  said = reorganise(record, second, code=1)
  assert [finding["unit"] for finding in said["blocking"]] == ["C3"]
  later = plan(tmp_path, "effective: 2020-03-01\nsteps:\n  - merge: {units: [C1], into: C2}\n")
  last = reorganise(record, later)["entries"][0]
  refused = record("reorganise", "--undo", f"#{entry}", "--format", "json", code=1)
  assert f"{last}" in refused.out
  record("reorganise", "--undo", f"#{last}")
  record("reorganise", "--undo", f"#{entry}")
  assert dump(record, "after") == before
  record("check")
  record("journal", "verify")


def provinces() -> Lists:
  """S002-03 with fictional names and a tenth of the people: two provinces with their districts."""
  lists = Lists()
  number = 0
  for province, districts in (("KG", 8), ("AG", 7)):
    lists.unit(province, f"Đảng bộ tỉnh {province} Thử", "province")
    for district in range(districts):
      code = f"{province}{district}"
      lists.unit(code, f"Đảng bộ huyện {code}", "superiorCommittee", province)
      for base in range(12):
        commune = f"{code}X{base}"
        kind = "baseCommittee" if base % 2 else "baseCell"
        lists.unit(commune, f"Cơ sở {commune}", kind, code)
        homes = [f"{commune}C{cell}" for cell in range(3)] if kind == "baseCommittee" else [commune]
        for home in homes:
          if home != commune:
            lists.unit(home, f"Chi bộ {home}", "cell", commune)
          for _ in range(5):
            number += 1
            lists.member(f"P{number:06}", f"Đặng Thị Thử {number}", "2018-05-19", official="2019-05-19")
            lists.affiliation(f"P{number:06}", home, "2018-05-19")
  return lists


def two_levels(lists: Lists) -> str:
  """One province of the two, communes in place of districts, and the bases under the communes."""
  steps = ['  - merge: {units: [KG], into: AG, name: "Đảng bộ tỉnh Mới"}']
  for number in range(30):
    steps.append(f'  - found: {{code: X{number}, name: "Đảng bộ xã {number}", kind: superiorCommittee, parent: AG}}')
  bases = [row for row in lists.units if row["kind"] in ("baseCommittee", "baseCell")]
  for index, row in enumerate(bases):
    steps.append(f"  - move: {{unit: {row['code']}, under: X{index * 30 // len(bases)}}}")
  for row in lists.units:
    if row["kind"] == "superiorCommittee":
      steps.append(f"  - dissolve: {{unit: {row['code']}}}")
  return "effective: 2025-07-01\nsteps:\n" + "\n".join(steps) + "\n"


def test_two_provinces_become_one_of_two_levels(record, tmp_path):
  lists = provinces()
  record.take_in(lists)
  before = {unit: record.figures(unit, "2025-06-30") for unit in ("AG", "KG")}
  done = reorganise(record, plan(tmp_path, two_levels(lists)))
  assert done["balanced"] and not done["blocking"]
  after = record.figures("AG", "2025-07-01")
  for figure in ("members.total", "units.baseOrganisations", "units.cells"):
    assert after[figure] == before["AG"][figure] + before["KG"][figure]
  assert after["units.superiorCommittees"] == 30
  assert {unit: record.figures(unit, "2025-06-30") for unit in before} == before
  ledger = record.ledger("AG", "2025-06-01", "2025-08-01")
  assert ledger["in"]["reorganisedIn"] == before["KG"]["members.total"]
  record("check")


def test_a_plan_cut_off_at_any_moment_is_wholly_done_or_not_at_all(record, tmp_path, seed):
  lists = provinces()
  record.take_in(lists)
  before = dump(record, "before")
  path = plan(tmp_path, two_levels(lists))
  command = ("reorganise", path, "--database", record.path)
  answer = cut_short(record.chibo, *command, after=random.Random(seed).uniform(0.05, 1.5))
  record("check")
  record("journal", "verify")
  if answer.code == 0:
    assert record.figures("AG", "2025-07-01")["units.superiorCommittees"] == 30
  elif dump(record, "after") == before:
    reorganise(record, path)
  assert record.figures("AG", "2025-07-01")["units.superiorCommittees"] == 30
