"""Figures, ledgers and rolls of the program against the recount from the lists."""

import csv
import io
import random
from datetime import timedelta
from functools import cache

import pytest

from lists import Lists
from organisations import FIRST, LAST, organisation
from reference import IN, OUT, Reference, day, register_key
from worlds import HILL_FIGURES, HILL_LEDGERS, hill_cells

# How many seeds, and how many with --soak.
SEEDS = (10, 300)
# A seed that ever showed a difference stays here.
ONCE_FAILED: list[int] = []


@pytest.mark.parametrize("unit, start, until, opening, came, went, closing", HILL_LEDGERS)
def test_a_ledger_is_what_paper_says(hills, unit, start, until, opening, came, went, closing):
  assert hills.ledger(unit, start, until) == {
    "unit": unit,
    "from": start,
    "until": until,
    "opening": opening,
    "in": dict.fromkeys(IN, 0) | came,
    "out": dict.fromkeys(OUT, 0) | went,
    "closing": closing,
  }


def test_figures_are_what_paper_says(hills):
  for unit, on, expected in HILL_FIGURES:
    figures = hills.figures(unit, on)
    assert {name: value for name, value in figures.items() if value} == expected, f"{unit} on {on}"


def test_figures_carry_every_name_of_the_contract_also_when_they_are_nought(hills):
  plain = hills.figures("C3", "2020-02-15")
  period = hills.figures("C3", "2020-02-15", "2020-01-01", "2021-01-01")
  reference = Reference(hill_cells())
  assert set(plain) == set(reference.figures("C3", day("2020-02-15")))
  assert "members.admitted" not in plain
  assert {"members.admitted", "members.left"} <= set(period)


def test_figures_of_states_are_given_when_they_are_asked_for(hills):
  answer = hills("figures", "--unit", "QN", "--on", "2020-03-01", "--states", "--format", "json").json
  assert answer["figures"]["members.exempt"] == answer["figures"]["members.suspended"] == 0
  assert set(answer["figures"]) - set(hills.figures("QN", "2020-03-01")) == {"members.exempt", "members.suspended"}


def test_figures_of_other_ties_than_the_home_are_given_when_they_are_asked_for(hills):
  answer = hills("figures", "--unit", "QN", "--on", "2020-03-01", "--ties", "--format", "json").json
  ties = {"members.seconded", "members.inContact", "guests.seconded", "units.hosts"}
  assert set(answer["figures"]) - set(hills.figures("QN", "2020-03-01")) == ties


def test_the_day_of_figures_over_a_period_is_its_last(hills):
  answer = hills(
    "figures", "--unit", "A", "--from", "2019-01-01", "--until", "2020-03-01", "--format", "json"
  ).json
  assert answer["unit"] == "A"
  assert answer["on"] == "2020-02-29"
  assert answer["figures"]["members.total"] == 5


def test_an_imported_organisation_counts_as_the_recount_counts(record, seed, soak):
  """Random organisations with ten years of history: sampled units, days and periods."""
  lists, reference = recounted(seed)
  record.take_in(lists)
  chance = random.Random(seed)
  samples = 40 if soak else 7
  for _ in range(samples):
    on = sample_day(chance, reference)
    unit = chance.choice([code for code in reference.codes if reference.unit(code, on)])
    start = on - timedelta(days=chance.randrange(1, 1500))
    period = [start, on + timedelta(days=1)] if chance.random() < 0.6 else []
    assert record.figures(unit, on, *period) == reference.figures(unit, on, *period), (
      f"{unit} on {on}, {period}"
    )


def test_an_imported_organisation_moves_as_the_recount_moves(record, seed, soak):
  lists, reference = recounted(seed)
  record.take_in(lists)
  chance = random.Random(seed + 1000)
  top = next(row["code"] for row in lists.units if row["kind"] == "province")
  periods = [(top, FIRST, LAST)]
  for _ in range(30 if soak else 6):
    start = sample_day(chance, reference)
    length = chance.choice([1, 2, 30, 365, 1500, 4000])
    periods.append((chance.choice(reference.codes), start, start + timedelta(days=length)))
  for unit, start, until in periods:
    expected = {"unit": unit, "from": str(start), "until": str(until)} | reference.ledger(unit, start, until)
    assert record.ledger(unit, start, until) == expected, f"{unit}, {start} … {until}"


def test_an_imported_organisation_calls_its_roll_in_the_order_of_the_register(record, seed, soak):
  lists, reference = recounted(seed)
  record.take_in(lists)
  chance = random.Random(seed + 2000)
  for _ in range(8 if soak else 2):
    on = sample_day(chance, reference)
    unit = chance.choice([code for code in reference.codes if reference.unit(code, on)])
    answer = record("roll", "--unit", unit, "--on", on, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out, newline="")))
    homes = [row for row in rows if row["role"] == "home"]
    expected = reference.roll(unit, on)
    columns = ("person", "name", "sex", "admitted", "official", "left", "unit", "unitName")
    assert sorted(pick(row, columns) for row in homes) == sorted(pick(row, columns) for row in expected)
    keys = [register_key(row["name"]) for row in homes]
    assert keys == sorted(keys)


def test_a_roll_is_in_the_order_of_the_vietnamese_register(record):
  register = [
    "Nguyễn Văn An",
    "Đinh Thị Án",
    "Vừ Anh",
    "Lò Ân",
    "Quàng Thị Dung",
    "Quàng Thị Đào",
    "Hồ Hà",
    "Nguyễn A Hà",
    "Nguyễn Á Hà",
    "Nguyễn Văn Hà",
    "Cao Hả",
    "Cao Hã",
    "Cao Há",
    "Cao Hạ",
    "Lò Văn Thuy",
    "Y Vân",
  ]
  lists = hill_cells()
  for number, name in enumerate(random.Random(1).sample(register, len(register))):
    lists.member(f"R{number}", name, "2020-01-01")
    lists.affiliation(f"R{number}", "C3", "2022-01-01")
  record.take_in(lists)
  answer = record("roll", "--unit", "C3", "--on", "2022-01-01", "--format", "csv")
  names = [
    row["name"] for row in csv.DictReader(io.StringIO(answer.out, newline="")) if row["person"][0] == "R"
  ]
  assert names == register


def test_every_movement_in_the_ledger_of_a_province_is_in_that_of_one_committee_or_cancels(hills):
  """Committees share all people of the province, so their openings and closings add up to its own."""
  year = "2020-01-01", "2021-01-01"
  whole, parts = hills.ledger("QN", *year), [hills.ledger(unit, *year) for unit in ("A", "B")]
  for name in ("opening", "closing"):
    assert whole[name] == sum(part[name] for part in parts)
  for name in ("takenOver", "admitted", "readmitted"):
    assert whole["in"][name] == sum(part["in"][name] for part in parts)


@cache
def recounted(seed: int) -> tuple[Lists, Reference]:
  """The organisation of a seed and the recount of it, shared by the tests that only read them."""
  lists = organisation(seed)
  return lists, Reference(lists)


def sample_day(chance: random.Random, reference: Reference):
  """A day on or beside one on which something happens, or any day of the ten years."""
  if chance.random() < 0.3:
    return FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
  row = chance.choice(reference.lists.units + reference.lists.affiliations)
  happening = day(row["until"] or row["from"])
  return max(FIRST, min(LAST, happening + timedelta(days=chance.choice([-1, 0, 0, 1]))))


def pick(row: dict, columns) -> tuple:
  return tuple(row[column] for column in columns)
