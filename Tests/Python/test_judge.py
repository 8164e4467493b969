"""Facts judged by a regulation from outside: the verdict as the contract writes it."""

import json
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
REVIEW = str(HOUSE / "Rulebooks/review-2025.yaml")
FACTS = {
  "review.score": 91,
  "tasks.assigned": 40,
  "tasks.done": 40,
  "tasks.onTime": 40,
  "tasks.beyond": 12,
  "limitations.noted": 2,
  "limitations.remedied": 2,
  "units.disciplined": 0,
  "people.disciplined": 0,
}


def judged(chibo, folder, facts: dict, subject: str = "collective", on: str = "2025-12-31", code: int = 0):
  path = folder / "facts.json"
  path.write_text(json.dumps({"subject": subject, "on": on, "facts": facts}))
  return chibo("judge", REVIEW, "--facts", path, code=code)


@pytest.mark.parametrize(
  ("changed", "outcome"),
  [
    ({}, "excellent"),
    ({"tasks.beyond": 11}, "good"),
    ({"review.score": 89.99999999}, "good"),
    ({"tasks.onTime": 32}, "completed"),
    ({"tasks.onTime": 31}, None),
    ({"review.score": 49.5}, "notCompleted"),
    ({"tasks.assigned": 0}, None),
  ],
)
def test_a_review_comes_out_with_its_reasons(chibo, tmp_path, changed, outcome):
  said = json.loads(judged(chibo, tmp_path, FACTS | changed).out)
  assert said["outcome"] == outcome
  assert said["undetermined"] == (outcome is None)
  assert set(said) == {"outcome", "undetermined", "missing", "findings"}
  for finding in said["findings"]:
    assert set(finding) == {"level", "clause", "required", "observed", "met", "confidence"}


def test_a_missing_fact_leaves_it_undetermined_and_is_named(chibo, tmp_path):
  facts = {name: value for name, value in FACTS.items() if name != "tasks.beyond"}
  said = json.loads(judged(chibo, tmp_path, facts).out)
  assert (said["outcome"], said["missing"]) == (None, ["tasks.beyond"])


def test_a_regulation_does_not_judge_a_day_before_it(chibo, tmp_path):
  assert "reasons" in json.loads(judged(chibo, tmp_path, FACTS, on="2025-08-29", code=1).out)
  judged(chibo, tmp_path, FACTS, on="2025-08-30")
  judged(chibo, tmp_path, FACTS, subject="stranger", code=1)


def test_a_cap_is_counted_on_either_base(chibo):
  numbers = ("--percent", "20", "--good", "48", "--excellent", "12")
  good = json.loads(chibo("cap", "--base", "good", *numbers).out)
  assert good == {"allowed": 9, "over": 3, "finalExcellent": 10, "finalGood": 50}
  better = json.loads(chibo("cap", "--base", "goodOrBetter", *numbers).out)
  assert better == {"allowed": 12, "over": 0, "finalExcellent": 12, "finalGood": 48}


def test_every_shipped_rulebook_is_sound_and_a_broken_one_is_told_by_line(chibo, tmp_path):
  chibo("rulebook", "check", *sorted((HOUSE / "Rulebooks").glob("*.yaml")))
  broken = tmp_path / "broken.yaml"
  broken.write_text(Path(REVIEW).read_text().replace("review.score >= 90", "review.marks >= 90"))
  faults = json.loads(chibo("rulebook", "check", broken, "--format", "json", code=1).out)["faults"]
  line = 1 + Path(REVIEW).read_text().split("review.score >= 90")[0].count("\n")
  assert [fault["line"] for fault in faults] == [line] and "review.marks" in faults[0]["reason"]
  chibo("rulebook", "check", tmp_path / "absent.yaml", code=2)


def test_two_versions_are_set_beside_each_other(chibo):
  said = json.loads(chibo("rulebook", "diff", "meeting-2018", "meeting-2025", "--format", "json").out)
  assert {"papers", "attendance.share"} <= {change["clause"] for change in said["changes"]}
