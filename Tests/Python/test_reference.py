"""The second implementation is held to numbers counted by hand before anything is held to it."""

import pytest

from lists import Lists
from organisations import organisation
from reference import IN, OUT, Reference, day, register_key
from worlds import HILL_FIGURES, HILL_LEDGERS, hill_cells

SEEDS = (6, 200)


@pytest.fixture(scope="module")
def hill_reference() -> Reference:
  return Reference(hill_cells())


@pytest.mark.parametrize("unit, start, until, opening, came, went, closing", HILL_LEDGERS)
def test_the_recount_of_a_ledger_is_what_paper_says(
  hill_reference, unit, start, until, opening, came, went, closing
):
  ledger = hill_reference.ledger(unit, day(start), day(until))
  assert ledger == {
    "opening": opening,
    "in": dict.fromkeys(IN, 0) | came,
    "out": dict.fromkeys(OUT, 0) | went,
    "closing": closing,
  }


@pytest.mark.parametrize("unit, on, expected", HILL_FIGURES)
def test_the_recount_of_figures_is_what_paper_says(hill_reference, unit, on, expected):
  figures = hill_reference.figures(unit, day(on))
  assert {name: value for name, value in figures.items() if value} == expected


def test_an_admission_counts_where_the_first_home_was_that_day(hill_reference):
  year = day("2018-01-01"), day("2019-01-01")
  assert hill_reference.figures("A", day("2018-12-31"), *year)["members.admitted"] == 1
  assert hill_reference.figures("B", day("2018-12-31"), *year)["members.admitted"] == 0


def test_an_admission_long_before_the_first_home_counts_nowhere(hill_reference):
  assert (
    hill_reference.figures("QN", day("2020-01-31"), day("1999-01-01"), day("2000-01-01"))["members.admitted"]
    == 0
  )


def test_a_death_counts_where_the_home_was_the_day_before(hill_reference):
  april = day("2020-04-01"), day("2020-05-01")
  assert hill_reference.figures("B", day("2020-04-30"), *april)["members.left"] == 1
  assert hill_reference.figures("A", day("2020-04-30"), *april)["members.left"] == 0


def test_a_move_and_a_transfer_on_one_day_that_stay_inside_are_no_movement():
  lists = Lists()
  lists.unit("QN", "Đảng bộ tỉnh", "province")
  lists.unit("A", "Đảng bộ xã A", "baseCommittee", "QN")
  lists.unit("B", "Đảng bộ xã B", "baseCommittee", "QN")
  lists.unit("C1", "Chi bộ 1", "cell", "A", until="2020-03-01")
  lists.unit("C1", "Chi bộ 1", "cell", "B", start="2020-03-01")
  lists.unit("C2", "Chi bộ 2", "cell", "A")
  lists.member("P1", "Lò Văn Ơn", "2018-01-01")
  lists.affiliation("P1", "C1", "2018-01-01", "2020-03-01")
  lists.affiliation("P1", "C2", "2020-03-01")
  ledger = Reference(lists).ledger("A", day("2020-01-01"), day("2021-01-01"))
  assert (ledger["opening"], sum(ledger["in"].values()), sum(ledger["out"].values())) == (1, 0, 0)


def test_the_register_goes_by_given_name_then_family_then_middle_and_letters_before_tones():
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
  assert sorted(reversed(register), key=register_key) == register


def test_a_name_in_decomposed_letters_has_the_same_place():
  import unicodedata

  assert register_key("Đặng Thùy Ước") == register_key(unicodedata.normalize("NFD", "Đặng Thùy Ước"))


def test_random_organisations_are_true_on_every_day(seed):
  assert Reference(organisation(seed)).unsound() == []


def test_the_same_seed_is_the_same_organisation():
  assert organisation(3) == organisation(3) != organisation(4)


def test_random_organisations_know_every_movement():
  """A generator that never reorganises or readmits would prove nothing about ledgers."""
  seen = set()
  for seed in range(6):
    reference = Reference(organisation(seed))
    for unit in reference.codes[:6]:
      ledger = reference.ledger(unit, day("2015-01-02"), day("2025-01-01"))
      seen |= {name for side in ("in", "out") for name, count in ledger[side].items() if count}
  assert seen == {*IN, *OUT}


def test_every_recounted_ledger_adds_up(seed):
  reference = Reference(organisation(seed))
  for unit in reference.codes[:4]:
    ledger = reference.ledger(unit, day("2016-05-01"), day("2021-09-17"))
    assert ledger["opening"] + sum(ledger["in"].values()) - sum(ledger["out"].values()) == ledger["closing"]
