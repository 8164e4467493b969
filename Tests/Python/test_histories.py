"""Ten years of two thousand people, on both engines, against a plain recount of the lists they give back."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from conftest import Record
from lists import Lists
from reference import IN, ONE_DAY, OUT, Reference, day, holds

SEEDS = (1, 60)
FROM, UNTIL = date(2016, 1, 1), date(2026, 1, 1)
# What befalls members in these ten years beside admissions, changes of home by one deed and endings.
ALIVE = (
  "askTransfer",
  "sendTransfer",
  "receiveTransfer",
  "returnTransfer",
  "exempt",
  "suspend",
  "second",
)
ROOT = "SG"
STANDINGS = ("official", "probationary")
# Every unit in every month: many are asked for a few, the rest when there is time.
FEW = 24


@pytest.fixture(params=["file", "server"])
def history(request, chibo, seed) -> Record:
  """A province of two thousand, made by the deeds of ten years that its seed draws."""
  place = chibo.folder / "history.sqlite" if request.param == "file" else request.getfixturevalue("postgres")
  record = Record(chibo, place)
  record("demo", "--no-serve", "--people", 2000, "--seed", seed + 1, "--until", UNTIL.isoformat())
  return record


class Recount:
  """Who came to and went from every unit in every month, told by comparing each day with the day before."""

  def __init__(self, reference: Reference):
    self.reference = reference
    # unit, first of the month, standing or none → the movements; and how many there were before each month.
    self.came = defaultdict(Counter)
    self.went = defaultdict(Counter)
    self.there = defaultdict(int)
    changes = sorted(
      {day(row[key]) for row in reference.lists.units for key in ("from", "until") if row[key]}
    )
    for person in reference.people:
      self._walk(person, changes)

  def _walk(self, person: str, changes: list[date]) -> None:
    """The days on which anything about a person changes, one after the other."""
    reference = self.reference
    rows = [(row, ("admitted", "official", "left")) for row in reference.member_rows[person]]
    rows += [(row, ("from", "until")) for row in reference.home_rows[person]]
    own = {day(row[key]) for row, keys in rows for key in keys if row[key]}
    first = min((day(row["from"]) for row in reference.home_rows[person]), default=None)
    if first is None:
      return
    days = sorted({on for on in own.union(changes) if FROM <= on < UNTIL and on >= first})
    for month in months():
      for unit, standing in self._counted(person, month - ONE_DAY):
        self.there[unit, month, standing] += 1
        self.there[unit, month, None] += 1
    for on in days:
      self._compare(person, on)

  def _counted(self, person: str, on: date) -> list[tuple[str, str]]:
    """The units a person counts in on a day, and as what."""
    home = self.reference.home(person, on)
    if home is None:
      return []
    standing = self._standing(person, on)
    return [(unit, standing) for unit in self.reference.above(home, on)]

  def _standing(self, person: str, on: date) -> str:
    row = self.reference.membership(person, on)
    return "official" if row["official"] and day(row["official"]) <= on else "probationary"

  def _compare(self, person: str, on: date) -> None:
    before = on - ONE_DAY
    was, now = dict(self._counted(person, before)), dict(self._counted(person, on))
    month = on.replace(day=1)
    for unit in now.keys() - was.keys():
      for standing in (None, now[unit]):
        self.came[unit, month, standing][self.reference.coming(person, before, on)] += 1
    for unit in was.keys() - now.keys():
      for standing in (None, was[unit]):
        self.went[unit, month, standing][self.reference.going(person, before, on)] += 1
    for unit in was.keys() & now.keys():
      if (was[unit], now[unit]) == ("probationary", "official"):
        self.came[unit, month, "official"]["recognised"] += 1
        self.went[unit, month, "probationary"]["recognised"] += 1

  def ledger(self, unit: str, month: date, until: date, standing: str | None) -> dict:
    key = (unit, month, standing)
    came = [*IN, "recognised"] if standing == "official" else IN
    went = ["recognised", *OUT] if standing == "probationary" else OUT
    assert not self.came[key].keys() - set(came) and not self.went[key].keys() - set(went)
    return {
      "unit": unit,
      "from": month.isoformat(),
      "until": until.isoformat(),
      "opening": self.there[key],
      "in": {name: self.came[key][name] for name in came},
      "out": {name: self.went[key][name] for name in went},
      "closing": self.there[key] + sum(self.came[key].values()) - sum(self.went[key].values()),
    }


def months() -> list[date]:
  return [date(year, month, 1) for year in range(FROM.year, UNTIL.year) for month in range(1, 13)] + [UNTIL]


def test_ten_years_balance_in_every_unit_and_month_and_everybody_has_one_home(history, soak):
  lists = Lists.read(history.export("lists"))
  reference = Reference(lists, merges=True)
  assert one_home(reference) == []
  recount = Recount(reference)
  codes = reference.codes if soak else reference.codes[:FEW]
  assert len(reference.codes) > FEW and len(reference.people) >= 2000
  starts = months()
  for unit in codes:
    for standing in (None, *STANDINGS):
      option = ("--standing", standing) if standing else ()
      days = ("--from", FROM, "--until", UNTIL)
      answer = history("ledger", "--unit", unit, *days, "--monthly", *option, "--format", "json").json
      counted = [
        recount.ledger(unit, month, until, standing) for month, until in zip(starts, starts[1:], strict=False)
      ]
      assert answer == counted
      # What one month closes with, the next one opens with.
      assert [month["closing"] for month in counted[:-1]] == [month["opening"] for month in counted[1:]]
  history("check")


def test_ten_years_have_every_kind_of_transfer_and_tie_and_none_of_them_counts_twice(history, soak):
  lists = Lists.read(history.export("lists"))
  reference = Reference(lists)
  shown = history("journal", "show", "--last", 1_000_000, "--format", "json").json
  done = Counter(entry["operation"] for entry in shown)
  assert not [name for name in ALIVE if not done[name]], done
  ties = Counter(row["role"] for row in lists.affiliations)
  assert ties["temporary"] and ties["residence"] + ties["host"]
  codes = reference.codes if soak else [ROOT, *reference.codes[:FEW]]
  for unit in codes:
    for on in (date(2017, 6, 30), date(2021, 3, 1), date(2024, 10, 15), UNTIL - ONE_DAY):
      if unit in reference.above(unit, on):
        assert_ties(history, reference, unit, on)


def assert_ties(history: Record, reference: Reference, unit: str, on: date) -> None:
  """A roll has everybody once; who is lent or keeps contact elsewhere is counted apart."""
  asked = ("--unit", unit, "--on", on, "--ties", "--states", "--format", "json")
  figures = history("figures", *asked).json["figures"]
  members = set(reference.members(unit, on))
  tied = defaultdict(set)
  guests, hosts = set(), set()
  for row in reference.lists.affiliations:
    if row["role"] == "home" or not holds(row, on) or reference.membership(row["person"], on) is None:
      continue
    tied[row["role"]].add(row["person"])
    if row["role"] == "host" and unit in reference.above(row["unit"], on):
      guests.add(row["person"])
      hosts.add(row["unit"])
  assert figures["members.total"] == len(members)
  assert figures["members.seconded"] == len(members & tied["host"])
  assert figures["members.inContact"] == len(members & tied["residence"])
  assert figures["guests.seconded"] == len(guests)
  assert figures["units.hosts"] == len(hosts - {unit})
  assert figures["members.exempt"] + figures["members.suspended"] <= 2 * len(members)


def one_home(reference: Reference) -> list[str]:
  """Whoever is a member without a home, or with two, on any day since their first home is known."""
  wrong = []
  for person in reference.people:
    homes = sorted((day(row["from"]), row["until"]) for row in reference.home_rows[person])
    for row in reference.member_rows[person]:
      left = row["left"]
      own = [home for home in homes if home[0].isoformat() >= row["admitted"]]
      own = [home for home in own if not left or home[0].isoformat() < left]
      ends = [until for _, until in own]
      starts = [start.isoformat() for start, _ in own[1:]]
      if own and ends != [*starts, left]:
        wrong.append(f"{person}: homes end {ends}, begin {starts}, left {left}")
  return wrong
