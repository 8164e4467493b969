"""The demonstration lives a yearly review whole: everybody has a task, is rated by it once, and no cap is exceeded; who
steers it, what thematic meetings made and which models were recognised stand beside it. Counted by plain SQL."""

import sqlite3
from collections import Counter, defaultdict

import pytest

from conftest import Chibo, Record

COUNTED = "2025-12-01"
# Of those one body decides about, units of one kind and sector have tasks alike, and people who lead or do not.
HIGHEST, GOOD, SHARE = "excellent", {"excellent", "good"}, 20


class Asked:
  """One record, asked in SQL for what is known now."""

  def __init__(self, record: Record):
    self.path = record.path

  def __call__(self, question: str, *values) -> list[tuple]:
    with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as database:
      return database.execute(question, values).fetchall()

  @property
  def round(self) -> int:
    return self.published[0]

  @property
  def published(self) -> tuple[int, int]:
    """The yearly round, and the entry up to which its results are known."""
    return self(
      "SELECT round, frozen FROM review_round WHERE term = 'year' AND superseded IS NULL AND frozen IS NOT NULL"
    )[0]

  def known(self, table: str, columns: str, condition: str) -> list[tuple]:
    """What was known of something when the round was published."""
    entry = self.published[1]
    return self(
      f"SELECT {columns} FROM {table} WHERE recorded <= {entry}"
      f" AND (superseded IS NULL OR superseded > {entry}) AND {condition}"
    )

  def there(self, table: str, columns: str) -> list[tuple]:
    """What was so on the day counted, as was known then."""
    return self.known(
      table, columns, f"start_on <= '{COUNTED}' AND (end_on IS NULL OR end_on > '{COUNTED}')"
    )


# Which tasks a review of the year counts: those due in it, of whoever answered for them on their last day.
COUNTS = "due >= '2025-01-01' AND due <= '2025-12-31' AND start_on <= due AND (end_on IS NULL OR end_on > due)"


@pytest.fixture(scope="module")
def asked(district) -> Asked:
  return Asked(district)


@pytest.fixture(scope="module")
def decided(asked) -> list[tuple]:
  return asked(
    "SELECT about, person, subject, unit, rating FROM review_mark"
    " WHERE round = ? AND superseded IS NULL AND step = 'decision' AND passed = 1",
    asked.round,
  )


def test_members_of_every_cell_had_a_task_and_all_who_had_one_were_rated_once(asked, decided):
  home = dict(asked.there("roll", "person, unit"))
  busy = {row[0] for row in asked.known("task", "answerer", f"answerer IS NOT NULL AND {COUNTS}")} & set(home)
  rated = [person for about, person, *_ in decided if about == "person"]
  assert len(rated) == len(set(rated))
  # Above those who lead the province stands nobody here who would decide about them.
  top = {unit for unit, kind in asked.there("unit_kind", "unit, kind") if kind == "province"}
  heads = {
    person
    for person, unit, post in asked.there("post", "person, unit, post")
    if unit in top and post in ("secretary", "deputySecretary")
  }
  assert busy - heads <= set(rated)
  assert len(busy) > len(home) * 0.95 and not heads & set(rated)
  # Whoever came late in the year may have none yet; no cell is without.
  cells, busy_cells = Counter(home.values()), Counter(home[person] for person in busy)
  assert all(busy_cells[unit] >= count * 0.6 for unit, count in cells.items() if count > 5)


def test_every_unit_that_had_a_task_was_rated_once(asked, decided):
  rated = [subject for about, _, subject, *_ in decided if about == "organisation"]
  assert len(rated) == len(set(rated))
  there = {unit for unit, kind in asked.there("unit_kind", "unit, kind") if kind != "subgroup"}
  busy = {row[0] for row in asked.known("task", "unit", COUNTS)}
  top = {row[0] for row in asked("SELECT unit FROM review_round WHERE round = ?", asked.round)}
  assert (busy & there) - top <= set(rated)


def test_nobody_stands_above_a_cap_and_it_was_felt(asked, decided):
  kinds, sectors = dict(asked.there("unit_kind", "unit, kind")), dict(asked.there("unit_sector", "unit, sector"))
  leading = {"province", "superiorCommittee", "baseCommittee"}
  leaders = {
    person
    for person, unit, post in asked.there("post", "person, unit, post")
    if post in ("secretary", "deputySecretary")
    or post in ("standingMember", "committeeMember")
    and kinds[unit] in leading
  }
  groups = defaultdict(Counter)
  for about, person, subject, decider, rating in decided:
    alike = (kinds[subject], sectors.get(subject)) if subject else person in leaders
    groups[decider, about, alike][rating] += 1
  assert groups
  for group, classes in groups.items():
    above = sum(classes[rating] for rating in GOOD)
    assert classes[HIGHEST] * 100 <= SHARE * above, (group, classes)
  moved = asked(
    "SELECT count(*), count(DISTINCT unit) FROM review_mark WHERE round = ? AND superseded IS NULL"
    " AND step = 'decision' AND by_rule = 'excellent' AND rating = 'good' AND reason IS NOT NULL",
    asked.round,
  )[0]
  bases = {decider for about, _, _, decider, _ in decided if about == "person"}
  assert moved[0] > 0 and moved[1] > len(bases) * 0.6


def test_another_class_than_the_rules_give_has_its_reason(asked):
  assert asked(
    "SELECT count(*) FROM review_mark WHERE superseded IS NULL AND step IN ('evaluation', 'decision')"
    " AND passed = 1 AND by_rule IS NOT NULL AND rating <> by_rule AND reason IS NULL"
  ) == [(0,)]


def test_reviews_are_steered_and_whoever_was_there_steers_or_stands_above(asked):
  steered = asked("SELECT unit, body, person FROM review_steering WHERE round = ? AND superseded IS NULL", asked.round)
  committees = {unit for unit, kind in asked.there("unit_kind", "unit, kind") if kind == "superiorCommittee"}
  assert committees and committees <= {unit for unit, *_ in steered}
  kinds = dict(asked.there("unit_kind", "unit, kind"))
  assert {"superiorCommittee", "cell"} <= {kinds[unit] for unit, *_ in steered}
  there = asked(
    "SELECT subject, unit, writer, start_on FROM review_matter"
    " WHERE round = ? AND superseded IS NULL AND kind = 'attendance'",
    asked.round,
  )
  assert len(steered) * 0.5 <= len({row[0] for row in there}) < len(steered)
  assert {row[:3] for row in there} <= set(steered)
  assert all("2025-12-03" <= day <= "2025-12-17" for *_, day in there)


def test_meetings_of_the_programme_registered_one_to_three_works_and_a_few_none(asked):
  held = asked(
    "SELECT m.id, count(o.id) FROM meeting m LEFT JOIN meeting_output o ON o.meeting = m.id AND o.superseded IS NULL"
    " WHERE m.superseded IS NULL AND m.theme LIKE 'Chi bộ 35%' AND m.stage = 'closed' GROUP BY m.id"
  )
  made = Counter(count for _, count in held)
  assert set(made) == {0, 1, 2, 3} and made[0] < len(held) * 0.5
  assert asked(
    "SELECT count(*) FROM meeting_output o WHERE o.superseded IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM meeting m WHERE m.id = o.meeting AND m.superseded IS NULL AND m.theme LIKE 'Chi bộ 35%')"
  ) == [(0,)]


def test_models_recognised_before_the_review_stand_beside_its_classes(asked):
  assert len(asked.known("model_assessment", "subject", "year = 2025 AND recognised = 1")) > 1


def test_a_place_without_rulebooks_says_so(binary, tmp_path):
  alone = tmp_path / "bin" / "a" / "b" / "c" / "d"
  alone.mkdir(parents=True)
  copied = alone / "chibo"
  copied.write_bytes(binary.read_bytes())
  copied.chmod(0o755)
  chibo = Chibo(copied, tmp_path)
  record = Record(chibo, tmp_path / "bare.sqlite")
  made = record("demo", "--no-serve", "--people", 200, "--until", "2025-12-31")
  assert "Rulebooks" in made.said
  assert Asked(record)("SELECT count(*) FROM review_round") == [(0,)]
