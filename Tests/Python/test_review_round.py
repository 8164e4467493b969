"""Whole rounds of review, opened, rated in lists from the cells up, published and read, of a half-year in which units
were merged and members moved: of one organisation of the base, and of the whole province; counted again from the record
afterwards."""

import sqlite3

import pytest

from reviewing import RoundWalk
from serving import unit_key
from walks import ROOT, open_province

COUNTED = "2025-12-01"
DAYS = ("2025-07-01", "2025-12-31")


class Asked:
  """The record, asked in plain SQL."""

  def __init__(self, path):
    self.path = path

  def __call__(self, question: str, *values):
    with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as record:
      return record.execute(question, values).fetchall()

  def at_home(self, unit: int) -> set[int]:
    """Those at home in and below a unit on the day counted."""
    return {
      person
      for (person,) in self(
        f"""
        SELECT r.person FROM roll r
        JOIN ancestry a ON a.unit = r.unit AND a.ancestor = ? AND a.superseded IS NULL AND {true_on("a")}
        WHERE r.superseded IS NULL AND {true_on("r")}
        """,
        unit,
      )
    }

  def came(self, unit: int) -> set[int]:
    """Those of them who came to their cell in the half-year, moved or merged."""
    return {
      person
      for (person,) in self(
        f"""
        SELECT r.person FROM roll r
        JOIN ancestry a ON a.unit = r.unit AND a.ancestor = ? AND a.superseded IS NULL AND {true_on("a")}
        WHERE r.superseded IS NULL AND {true_on("r")} AND r.start_on >= '{DAYS[0]}'
        """,
        unit,
      )
    }

  def without_post(self) -> set[int]:
    held = self(f"SELECT DISTINCT p.person FROM post p WHERE p.superseded IS NULL AND {true_on('p')}")
    everybody = self("SELECT id FROM person")
    return {person for (person,) in everybody} - {person for (person,) in held}

  def tasked(self, whose: str) -> set[int]:
    """Who answered for a task on its last day in the half-year: `answerer` people, `unit` units."""
    found = self(
      f"""
      SELECT DISTINCT t.{whose} FROM task t WHERE t.superseded IS NULL AND t.{whose} IS NOT NULL
        AND t.due >= '{DAYS[0]}' AND t.due <= '{DAYS[1]}' AND t.start_on <= t.due
        AND (t.end_on IS NULL OR t.end_on > t.due)
      """
    )
    return {each for (each,) in found}

  def decisions(self) -> list[tuple[str, int, int, str]]:
    """About what, of whom, by which unit, which class: every decision of the published half-year."""
    return self(
      """
      SELECT m.about, coalesce(m.person, m.subject), m.unit, m.rating FROM review_mark m
      JOIN review_round r ON r.round = m.round AND r.superseded IS NULL
      WHERE r.term = 'halfYear' AND r.frozen IS NOT NULL
        AND m.step = 'decision' AND m.passed = 1 AND m.superseded IS NULL
      """
    )


def true_on(alias: str) -> str:
  return f"{alias}.start_on <= '{COUNTED}' AND ({alias}.end_on IS NULL OR {alias}.end_on > '{COUNTED}')"


def walk_round(desk, unit: str, **how) -> RoundWalk:
  walk = RoundWalk(desk, best=how.pop("best", 0))
  walk.open(unit, "Sáu tháng cuối năm 2025", DAYS, COUNTED, **how)
  walk.up()
  walk.publish()
  assert "Đã công bố" in desk.said
  desk.go(f"{walk.place}/results")
  assert "Mã kiểm tra kết quả" in desk.said
  return walk


def once(decisions) -> set[tuple[str, int]]:
  """The subjects decided about, each of them once."""
  subjects = [(about, whose) for about, whose, _, _ in decisions]
  assert subjects and len(subjects) == len(set(subjects)), "somebody was decided about twice"
  return set(subjects)


@pytest.fixture
def province(binary, district, tmp_path):
  with open_province(binary, district, tmp_path) as province:
    yield province


def test_a_round_of_a_base_organisation_decides_about_everybody_once(province):
  asked = Asked(province.record.path)
  # An organisation of the base whose members had tasks in the half-year, and to which some of them came in it.
  base = asked("SELECT unit FROM review_round WHERE term = 'quarter' AND frozen IS NOT NULL")[0][0]
  code = asked("SELECT code FROM unit WHERE id = ?", base)[0][0]
  assert asked.came(base), "nobody moved or was merged in the half-year"
  with province.walk("desk") as desk:
    walk_round(desk, province.unit(code))
  people = {whose for about, whose in once(asked.decisions()) if about == "person"}
  owed = asked.at_home(base) & asked.tasked("answerer") & asked.without_post()
  assert owed & asked.came(base), "nobody who came in the half-year had a task"
  assert owed <= people, "somebody was left out"


def test_a_round_of_the_whole_province_goes_from_the_cells_up_under_its_cap(province, soak):
  if not soak:
    pytest.skip("three thousand people by hand take ten minutes: --soak")
  asked = Asked(province.record.path)
  root = asked("SELECT id FROM unit WHERE code = ?", ROOT)[0][0]
  assert asked("SELECT 1 FROM lineage WHERE superseded IS NULL AND start_on >= ? AND start_on <= ?", *DAYS), "no merger"
  with province.walk("desk") as desk:
    walk = walk_round(desk, unit_key(province.record.path, ROOT), best=5, percent="20", base="goodOrBetter")
  assert walk.capped > 0, "no unit met its cap"
  decisions = asked.decisions()
  subjects = once(decisions)
  people = {whose for about, whose in subjects if about == "person"}
  owed = asked.at_home(root) & asked.tasked("answerer") & asked.without_post()
  assert owed & asked.came(root) and owed <= people, f"{len(owed - people)} of {len(owed)} were left out"
  # Every organisation there was on the day counted that had a task; about the province itself those above it decide.
  there = {
    unit
    for (unit,) in asked(
      f"""
      SELECT k.unit FROM unit_kind k WHERE k.superseded IS NULL AND {true_on("k")} AND k.kind <> 'subgroup'
        AND k.unit <> ?
      """,
      root,
    )
  }
  organisations = {whose for about, whose in subjects if about == "organisation"}
  assert there & asked.tasked("unit") <= organisations <= there
  # Of the members each unit decided about, at most a fifth of those good or better are rated highest.
  plain = asked.without_post()
  by_unit: dict[int, list[str]] = {}
  for about, whose, unit, rating in decisions:
    if about == "person" and whose in plain:
      by_unit.setdefault(unit, []).append(rating)
  assert by_unit
  for unit, ratings in by_unit.items():
    highest, good = ratings.count("excellent"), ratings.count("good")
    assert 5 * highest <= highest + good, (unit, ratings)
