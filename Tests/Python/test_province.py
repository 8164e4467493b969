"""The demonstration shows a province with the figures of a real one, and is the same for everybody."""

import csv
import io
import random
import re
import sqlite3

import pytest

from conftest import Chibo, Record
from lists import COLUMNS, Lists
from serving import DESK, Visitor, listens, serve

# What the press wrote of a province on the last day of September 2025, and of its year until then.
ON, FROM, UNTIL = "2025-09-30", "2025-01-01", "2025-10-01"
PRESS = {
  "units.superiorCommittees": 107,
  "units.baseOrganisations": 931,
  "units.baseCommittees": 420,
  "units.baseCells": 511,
  "members.total": 131_548,
  "members.admitted": 1_513,
}
ROOT = "SG"
# What a figure of people counts, told by a row of the roll on the day.
ROLL = {
  "members.total": lambda row: True,
  "members.official": lambda row: row["official"] != "" and row["official"] <= ON,
  "members.probationary": lambda row: row["official"] == "" or row["official"] > ON,
  "members.women": lambda row: row["sex"] == "F",
}


@pytest.fixture(scope="module")
def lists(province) -> Lists:
  return Lists.read(province.export("lists"))


@pytest.fixture(scope="module")
def units(lists) -> list[str]:
  """Twenty units there on the day, of every kind, drawn by lot."""
  there = {}
  for row in lists.units:
    if row["from"] <= ON and (row["until"] == "" or row["until"] > ON):
      there.setdefault(row["kind"], []).append(row["code"])
  lot = random.Random(7)
  drawn = [code for kind in sorted(there) for code in lot.sample(there[kind], min(3, len(there[kind])))]
  rest = [code for kind in sorted(there) for code in there[kind] if code not in drawn]
  return drawn + lot.sample(rest, 20 - len(drawn))


def rows(record: Record, unit: str) -> list[dict[str, str]]:
  roll = record("roll", "--unit", unit, "--on", ON, "--format", "csv")
  return list(csv.DictReader(io.StringIO(roll.out.removeprefix("\ufeff"))))


def balances(ledger: dict) -> bool:
  return ledger["opening"] + sum(ledger["in"].values()) - sum(ledger["out"].values()) == ledger["closing"]


@pytest.mark.parametrize("figure", PRESS)
def test_the_province_has_the_figures_of_the_press(province, figure):
  assert province.figures(ROOT, ON, FROM, UNTIL)[figure] == PRESS[figure]


def test_committees_and_cells_of_the_grassroots_are_its_organisations(province):
  figures = province.figures(ROOT, ON)
  assert figures["units.baseCommittees"] + figures["units.baseCells"] == figures["units.baseOrganisations"]


def test_the_ledger_of_the_province_balances_and_ends_at_its_members(province):
  ledger = province.ledger(ROOT, FROM, UNTIL)
  assert balances(ledger) and ledger["closing"] == PRESS["members.total"]
  # Those admitted once more are admitted too.
  assert ledger["in"]["admitted"] + ledger["in"]["readmitted"] == PRESS["members.admitted"]
  assert ledger["in"]["reorganisedIn"] == ledger["out"]["reorganisedOut"] == 0


def test_the_ledgers_of_twenty_units_balance(province, units):
  # Half a year in which the districts were dissolved.
  for unit in units:
    ledger = province.ledger(unit, "2025-05-01", UNTIL)
    assert balances(ledger), unit
    assert ledger["closing"] == province.figures(unit, ON)["members.total"], unit


def test_the_ledgers_of_what_stands_below_add_up_to_the_province(province, lists):
  below = [
    row["code"]
    for row in lists.units
    if row["parent"] == ROOT and row["from"] <= ON and (row["until"] == "" or row["until"] > ON)
  ]
  assert len(below) == PRESS["units.superiorCommittees"]
  assert sum(province.ledger(unit, FROM, UNTIL)["closing"] for unit in below) == PRESS["members.total"]


def test_a_figure_of_people_is_as_long_as_its_list(province, units):
  for unit in units:
    if unit != ROOT:
      figures, roll = province.figures(unit, ON), rows(province, unit)
      assert {name: sum(map(counts, roll)) for name, counts in ROLL.items()} == {
        name: figures[name] for name in ROLL
      }, unit


def test_the_members_of_the_whole_province_are_on_its_roll_once(province):
  roll = rows(province, ROOT)
  assert len(roll) == len({row["person"] for row in roll}) == PRESS["members.total"]
  figures = province.figures(ROOT, ON)
  counted = {name: sum(map(counts, roll)) for name, counts in ROLL.items()}
  assert counted == {name: figures[name] for name in ROLL}


def test_nothing_in_the_province_is_impossible(province):
  province("check")
  assert province("journal", "verify", "--format", "json").json["faults"] == []


def test_the_province_exported_and_imported_is_the_same(province, another, lists):
  another("import", province.path.parent / "lists")
  another("export", another.path.parent / "again")
  for name in COLUMNS:
    again = another.path.parent / "again" / f"{name}.csv"
    assert again.read_bytes() == (province.path.parent / "lists" / f"{name}.csv").read_bytes(), name
  assert another.figures(ROOT, ON, FROM, UNTIL) == province.figures(ROOT, ON, FROM, UNTIL)


def test_the_board_shows_the_figures_of_the_press(province, binary):
  if not listens(binary):
    pytest.skip("`chibo serve` does not listen yet")
  with serve(binary, province.path) as server:
    visitor = Visitor(server)
    visitor.sign_in(*DESK)
    board = visitor.get(f"/?on={ON}").text
  shown = {}
  for address, number in re.findall(r'<a class="figure[^"]*" href="([^"]*)">([\d.]+)</a>', board):
    # The first of each is the province's own; those of the units below come after it.
    shown.setdefault(address.rpartition("/")[2].partition("?")[0], int(number.replace(".", "")))
  assert {name: shown.get(name) for name in PRESS if name.startswith("units.")} == {
    name: count for name, count in PRESS.items() if name.startswith("units.")
  }
  assert shown["ledger.admitted"] + shown["ledger.readmitted"] == PRESS["members.admitted"]
  assert ">131.548</a>" in board


def made(chibo: Chibo, name: str, *options) -> Record:
  record = Record(chibo, chibo.folder / f"{name}.sqlite")
  record("demo", "--no-serve", "--people", 3000, *options)
  return record


def head(record: Record) -> str:
  return record("journal", "verify", "--format", "json").json["head"]


def test_the_same_seed_and_day_are_the_same_province_to_the_byte(chibo, district):
  again = made(chibo, "again", "--until", "2025-12-31")
  assert head(again) == head(district)
  ours, theirs = again.export("again"), district.export("theirs")
  for name in COLUMNS:
    assert (ours / f"{name}.csv").read_bytes() == (theirs / f"{name}.csv").read_bytes(), name


def test_another_seed_is_another_province_of_the_same_size(chibo, district):
  other = made(chibo, "other", "--until", "2025-12-31", "--seed", 7)
  assert head(other) != head(district)
  assert other.figures(ROOT, ON, FROM, UNTIL)["members.total"] == 3000
  for figure in ("members.total", "members.admitted", "units.superiorCommittees"):
    assert other.figures(ROOT, ON, FROM, UNTIL)[figure] == district.figures(ROOT, ON, FROM, UNTIL)[figure]


def entries(record: Record, count: int) -> list[str]:
  """The first so many entries of the journal, each by its hash."""
  with sqlite3.connect(f"file:{record.path}?mode=ro", uri=True) as database:
    return [row[0].hex() for row in database.execute("SELECT hash FROM entry ORDER BY seq LIMIT ?", (count,))]


def test_a_later_day_only_adds_to_the_history(chibo, district):
  earlier = made(chibo, "earlier", "--until", "2025-09-30")
  count = earlier("journal", "verify", "--format", "json").json["entries"]
  assert count < district("journal", "verify", "--format", "json").json["entries"]
  for on in ("2015-06-01", "2019-12-31", "2025-07-01", ON):
    assert earlier.figures(ROOT, on) == district.figures(ROOT, on), on
  # What was recorded before the last day of the shorter history is the same; plans stand at its end.
  with sqlite3.connect(f"file:{earlier.path}?mode=ro", uri=True) as database:
    moment = "SELECT count(*) FROM entry WHERE moment < unixepoch(?, '-7 hours') * 1000"
    before = database.execute(moment, (ON,)).fetchone()[0]
  assert 0 < before < count
  assert entries(earlier, before) == entries(district, before)
