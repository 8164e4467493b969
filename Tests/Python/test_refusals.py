"""What cannot be true or cannot be read is refused: one planted case for every clause of the contract."""

from dataclasses import dataclass

import pytest

from lists import COLUMNS, Lists, csv_text
from reference import Reference, day
from worlds import hill_cells


@dataclass
class Planted:
  """A sound organisation with one thing wrong, and where that has to be shown."""

  clause: str
  plant: object
  # Where it may be shown: pairs of a list and a code; the row is found by the code, or is the number given.
  at: list[tuple[str, object]]
  columns: tuple[str, ...] = ()


def change(name: str, number: int, **values):
  """Changes cells of one row."""

  def plant(lists: Lists) -> None:
    for column, value in values.items():
      getattr(lists, name)[number][column.rstrip("_")] = value

  return plant


def add(method: str, *arguments, **rest):
  """Adds a row."""
  return lambda lists: getattr(lists, method)(*arguments, **rest)


def both(*plants):
  def plant(lists: Lists) -> None:
    for one in plants:
      one(lists)

  return plant


def one(name: str, number: int, *columns: str):
  """Shown at row `number` of a list, counted from 0, or from the end when negative; in one of `columns`."""
  return {"at": [(name, number)], "columns": columns}


def unit_of(**values):
  """A further unit, sound but for `values`."""
  row = {"code": "X1", "name": "Chi bộ mới", "kind": "cell", "parent": "A", "start": "2016-01-01"} | values
  return add("unit", **row)


def person_of(**values):
  """A further member at home in C2, sound but for `values`."""
  row = {"person": "X1", "name": "Ngô Văn Ý", "admitted": "2016-01-01"} | values
  return both(add("member", **row), add("affiliation", row["person"], "C2", "2017-01-01"))


PLANTED = [
  # Unknown unit or person.
  Planted("a home in a unit nobody knows", change("affiliations", 2, unit="ZZ"), **one("affiliations", 2, "unit")),
  Planted("a parent nobody knows", unit_of(parent="ZZ"), **one("units", -1, "parent")),
  Planted("a post in a unit nobody knows", change("posts", 0, unit="ZZ"), **one("posts", 0, "unit")),
  Planted("a home of a person nobody knows", add("affiliation", "ZZ", "C1", "2020-01-01"),
          **one("affiliations", -1, "person")),
  Planted("a post of a person nobody knows", change("posts", 0, person="ZZ"), **one("posts", 0, "person")),
  # A unit that does not exist on all days of a fact.
  Planted("a home before its unit is founded", both(
    add("member", "X1", "Ngô Văn Ý", "2016-01-01"), add("affiliation", "X1", "C3", "2019-01-01")),
    **one("affiliations", -1)),
  Planted("a home after its unit has ended", both(
    unit_of(until="2018-01-01"), person_of(), add("member", "X2", "Ngô Văn Ẩn", "2016-01-01"),
    add("affiliation", "X2", "X1", "2016-01-01")), **one("affiliations", -1)),
  Planted("a post in a unit that is not there yet", add("post", "P1", "C3", "secretary", "2019-01-01"),
          **one("posts", -1)),
  Planted("a secondment to a unit that is not there yet",
          add("affiliation", "P1", "C3", "2019-01-01", role="host"), **one("affiliations", -1)),
  # A parent of the wrong kind, or absent on some day.
  Planted("a cell right under the province", unit_of(parent="QN"), **one("units", -1)),
  Planted("a grassroots committee under a cell", unit_of(kind="baseCommittee", parent="C2"), **one("units", -1)),
  Planted("a cell under nothing", unit_of(parent=""), **one("units", -1)),
  Planted("a province under a committee", unit_of(kind="province", parent="A"), **one("units", -1)),
  Planted("a unit founded before its parent", unit_of(kind="subgroup", parent="C3", start="2016-01-01"),
          **one("units", -1)),
  Planted("a unit that outlives its parent", both(
    unit_of(code="X0", kind="baseCommittee", parent="QN", until="2018-01-01"), unit_of(parent="X0")),
    at=[("units", -1), ("units", -2)]),
  # A unit its own ancestor.
  Planted("a unit that is its own parent", unit_of(kind="cell", parent="X1"), **one("units", -1)),
  # Homes.
  Planted("two homes on one day", add("affiliation", "P1", "C1", "2021-01-01"),
          at=[("affiliations", -1), ("affiliations", 1)]),
  Planted("a gap between homes", change("affiliations", 0, until="2020-01-31"),
          at=[("affiliations", 0), ("affiliations", 1), ("members", 0)]),
  Planted("a last home that ends before the member leaves", change("affiliations", 3, until="2020-04-09"),
          at=[("affiliations", 3), ("members", 2)]),
  Planted("a last home that ends though the member stays", change("affiliations", 2, until="2024-01-01"),
          at=[("affiliations", 2), ("members", 1)]),
  Planted("a home before admission", change("affiliations", 0, from_="2018-05-31"), **one("affiliations", 0)),
  Planted("a home after leaving", change("affiliations", 4, until="2020-05-02"),
          at=[("affiliations", 4)]),
  Planted("a home that does not end though the member left", change("affiliations", 3, until=""),
          **one("affiliations", 3)),
  # Days of a life in their order.
  Planted("born on the day of admission", change("members", 0, born="2018-06-01"),
          **one("members", 0, "born", "admitted")),
  Planted("born after admission", change("members", 1, born="2020"), **one("members", 1, "born", "admitted")),
  Planted("official before admission", change("members", 0, official="2018-05-31"),
          **one("members", 0, "official", "admitted")),
  Planted("official on the day of leaving", change("members", 2, official="2020-04-10"),
          **one("members", 2, "official", "left")),
  Planted("official after leaving", change("members", 2, official="2021-01-01"),
          **one("members", 2, "official", "left")),
  Planted("left on the day of admission", person_of(left="2016-01-01"), at=[("members", -1), ("affiliations", -1)]),
  # until ≤ from.
  Planted("a unit that ends on the day it begins", unit_of(until="2016-01-01"), **one("units", -1, "until", "from")),
  Planted("a unit that ends before it begins", unit_of(until="2015-12-31"), **one("units", -1, "until", "from")),
  Planted("an affiliation that ends on the day it begins",
          add("affiliation", "P1", "C3", "2020-03-01", "2020-03-01", role="temporary"),
          **one("affiliations", -1, "until", "from")),
  Planted("a post that ends before it begins", change("posts", 0, until="2019-09-30"),
          **one("posts", 0, "until", "from")),
  # Twice.
  Planted("an exact row twice", lambda lists: lists.affiliations.append(dict(lists.affiliations[2])),
          at=[("affiliations", -1), ("affiliations", 2)]),
  Planted("a post twice", lambda lists: lists.posts.append(dict(lists.posts[0])), at=[("posts", -1), ("posts", 0)]),
  Planted("a person twice on one day", add("member", "P1", "Hồ Thị Hà", "2019-01-01", sex="F", born="1990-05-04"),
          at=[("members", -1), ("members", 0)]),
  # Spans of a unit follow without a gap.
  Planted("a gap in the life of a unit", change("units", 4, from_="2020-03-02"), at=[("units", 3), ("units", 4)]),
  Planted("two units of one code on one day", change("units", 4, from_="2020-02-28"), at=[("units", 3), ("units", 4)]),
  # A day that does not exist.
  Planted("the thirtieth of February", change("members", 0, official="2020-02-30"), **one("members", 0, "official")),
  Planted("the thirty-first of June", change("affiliations", 2, from_="31/6/2020"), **one("affiliations", 2, "from")),
  Planted("a leap day of a common year", change("posts", 0, from_="29/2/2019"), **one("posts", 0, "from")),
  Planted("a thirteenth month", unit_of(start="2019-13-01"), **one("units", -1, "from")),
  Planted("a word for a day", change("members", 0, admitted="yesterday"), **one("members", 0, "admitted")),
  Planted("a year for a day", change("members", 0, admitted="2018"), **one("members", 0, "admitted")),
  Planted("a birth in a thirteenth month", change("members", 0, born="13/1957"), **one("members", 0, "born")),
  # A value not in the table.
  Planted("a kind of unit that is none", unit_of(kind="club"), **one("units", -1, "kind")),
  Planted("a sector that is none", unit_of(sector="sea"), **one("units", -1, "sector")),
  Planted("a sex that is none", change("members", 0, sex="W"), **one("members", 0, "sex")),
  Planted("a reason that is none", change("members", 2, reason="bored"), **one("members", 2, "reason")),
  Planted("a role that is none", change("affiliations", 2, role="guest"), **one("affiliations", 2, "role")),
  # Blanks.
  Planted("a blank name of a unit", unit_of(name="  "), **one("units", -1, "name")),
  Planted("no name of a person", change("members", 0, name=""), **one("members", 0, "name")),
  Planted("no day of admission", change("members", 1, admitted=""), **one("members", 1, "admitted")),
  Planted("no day on which a home begins", change("affiliations", 2, from_=""), **one("affiliations", 2, "from")),
  Planted("no code of a unit", unit_of(code=""), **one("units", -1, "code")),
  Planted("no kind of a unit", unit_of(kind=""), **one("units", -1, "kind")),
  Planted("no post in a post", change("posts", 0, post=""), **one("posts", 0, "post")),
  # A control character.
  Planted("a bell in a name", change("members", 0, name="Hồ Thị\u0007 Hà"), **one("members", 0, "name")),
  Planted("a line break in a name", change("members", 0, name="Hồ Thị\nHà"), **one("members", 0, "name")),
  Planted("a tab in the name of a unit", unit_of(name="Chi bộ\tmới"), **one("units", -1, "name")),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.clause)
def test_it_refuses(record, planted):
  lists = hill_cells()
  planted.plant(lists)
  answer = record.take_in(lists, code=1)
  found = refusals(answer)
  places = {(f"{name}.csv", row_of(lists, name, number)) for name, number in planted.at}
  shown = [refusal for refusal in found if (refusal["file"], refusal["row"]) in places]
  assert shown, f"refused elsewhere than in {places}: {found}"
  if planted.columns:
    assert {refusal["column"] for refusal in shown} & set(planted.columns), found
  nothing_is_written(record)


def test_a_unit_is_refused_as_its_own_ancestor_in_every_row_of_the_circle(record):
  lists = hill_cells()
  lists.unit("X1", "Đảng bộ bộ phận 1", "sectionCommittee", "X2")
  lists.unit("X2", "Đảng bộ bộ phận 2", "sectionCommittee", "X1")
  found = refusals(record.take_in(lists, code=1))
  circle = {row_of(lists, "units", -1), row_of(lists, "units", -2)}
  assert circle & {refusal["row"] for refusal in found if refusal["file"] == "units.csv"}
  nothing_is_written(record)


@pytest.mark.parametrize("fields", ["P1,C1,home,2020-01-01,,,,", "P1,C1,home"], ids=["too many", "too few"])
def test_a_row_with_too_many_or_too_few_fields_is_refused(record, tmp_path, fields):
  folder = hill_cells().write(tmp_path / "lists")
  path = folder / "affiliations.csv"
  path.write_text(path.read_text() + fields + "\n")
  found = refusals(record.take_in(folder, code=1))
  assert [("affiliations.csv", row_of(hill_cells(), "affiliations", -1) + 1)] == [
    (refusal["file"], refusal["row"]) for refusal in found
  ]
  nothing_is_written(record)


@pytest.mark.parametrize(
  "name, column", [("units", "kind"), ("members", "admitted"), ("affiliations", "role"), ("posts", "post")]
)
def test_a_list_without_a_column_it_cannot_do_without_is_refused(record, tmp_path, name, column):
  lists = hill_cells()
  folder = lists.write(tmp_path / "lists")
  kept = [other for other in COLUMNS[name] if other != column]
  lines = [",".join(kept)] + [",".join(row[other] for other in kept) for row in getattr(lists, name)]
  (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")
  found = refusals(record.take_in(folder, code=1))
  assert [refusal for refusal in found if refusal["file"] == f"{name}.csv" and refusal["column"] == column], found
  nothing_is_written(record)


def test_a_letter_that_is_not_utf_8_is_refused(record, tmp_path):
  folder = hill_cells().write(tmp_path / "lists")
  path = folder / "members.csv"
  path.write_bytes(path.read_bytes().replace("Nguyễn".encode(), b"Nguy\xffn"))
  found = refusals(record.take_in(folder, code=1))
  assert [refusal for refusal in found if refusal["file"] == "members.csv"], found
  nothing_is_written(record)


def test_all_that_is_wrong_is_said_at_once(record):
  lists = hill_cells()
  lists.members[0]["sex"] = "W"
  lists.affiliations[2]["role"] = "guest"
  lists.posts[0]["from"] = "2019-02-29"
  found = refusals(record.take_in(lists, code=1))
  assert {"members.csv", "affiliations.csv", "posts.csv"} <= {refusal["file"] for refusal in found}


def test_a_refused_workbook_names_its_sheet(record, tmp_path):
  from lists import write_book

  lists = hill_cells()
  lists.members[1]["sex"] = "W"
  found = refusals(record.take_in(write_book(lists, tmp_path / "book.xlsx"), code=1))
  assert [("book.xlsx#members", 3, "sex")] == [
    (refusal["file"], refusal["row"], refusal["column"]) for refusal in found
  ]


def test_a_dry_run_says_what_would_be_taken_and_writes_nothing(record):
  answer = record.take_in(hill_cells(), "--dry-run").json
  assert (answer["read"], answer["accepted"], answer["refused"]) == (hill_cells().rows(), hill_cells().rows(), [])
  nothing_is_written(record)
  record.take_in(hill_cells())
  assert record.figures("QN", "2020-02-15")["members.total"] == 5


def test_a_dry_run_of_what_is_wrong_is_refused_too(record):
  lists = hill_cells()
  lists.members[0]["sex"] = "W"
  assert refusals(record.take_in(lists, "--dry-run", code=1))
  nothing_is_written(record)


def test_accepting_what_is_valid_leaves_out_a_person_and_all_that_hangs_on_them(record):
  lists = hill_cells()
  lists.members[1]["sex"] = "W"
  found = refusals(record.take_in(lists, "--accept-valid", code=1))
  shown = {(refusal["file"], refusal["row"]) for refusal in found}
  assert shown == {("members.csv", 3), ("affiliations.csv", 4), ("affiliations.csv", 8), ("posts.csv", 2)}
  for name in ("members", "affiliations", "posts"):
    setattr(lists, name, [row for row in getattr(lists, name) if row["person"] != "P2"])
  compare(record, lists, "QN", "2020-02-29")
  compare(record, lists, "C1", "2020-01-20")


def test_accepting_what_is_valid_leaves_out_a_unit_and_all_that_hangs_on_it(record):
  lists = hill_cells()
  lists.unit("X1", "Đảng bộ xã X", "club", "QN")
  lists.unit("X2", "Chi bộ X", "cell", "X1")
  lists.affiliation("P5", "X2", "2021-01-01", role="host")
  lists.post("P5", "X1", "secretary", "2021-01-01")
  answer = record.take_in(lists, "--accept-valid", code=1)
  shown = {(refusal["file"], refusal["row"]) for refusal in refusals(answer)}
  assert shown == {("units.csv", 9), ("units.csv", 10), ("affiliations.csv", 11), ("posts.csv", 4)}
  assert answer.json["accepted"] == lists.rows() - 4
  compare(record, hill_cells(), "QN", "2020-02-29")
  record("figures", "--unit", "X2", "--on", "2021-01-01", code=1)


def test_what_a_rulebook_would_object_to_is_taken_with_a_warning(record):
  lists = hill_cells()
  lists.member("X1", "Ngô Văn Ý", "2020-01-01", born="2010-01-01", official="2020-02-01")
  lists.affiliation("X1", "C2", "2020-01-01")
  answer = record.take_in(lists).json
  assert answer["refused"] == []
  assert answer["warnings"]
  assert record.figures("C2", "2020-02-01")["members.total"] == Reference(lists).figures("C2", day("2020-02-01"))[
    "members.total"
  ]


def test_a_membership_that_ended_before_any_home_is_known_is_taken(record):
  lists = hill_cells()
  lists.member("X1", "Ngô Văn Ý", "1980-01-01", left="1990-01-01", reason="left")
  record.take_in(lists)
  assert record.figures("QN", "2020-02-15")["members.total"] == 5


def refusals(answer) -> list[dict]:
  """The refused rows, each with its file, row, column and reason, and with a warning being none of them."""
  refused = answer.json["refused"]
  assert refused, f"{answer} ended with 1 and refused nothing"
  for refusal in refused:
    assert set(refusal) >= {"file", "row", "column", "reason"}, refusal
    assert isinstance(refusal["row"], int) and refusal["row"] >= 1, refusal
    assert refusal["reason"].strip(), refusal
  return refused


def row_of(lists: Lists, name: str, number: int) -> int:
  """The line of the list's file on which a row begins, the heading being line 1."""
  count = len(getattr(lists, name))
  before = getattr(lists, name)[: number % count]
  return len(csv_text(name, before).splitlines()) + 1


def nothing_is_written(record) -> None:
  """No database, or one that knows no unit."""
  record("figures", "--unit", "QN", "--on", "2020-02-15", code=(1, 2))
  if record.path.exists():
    record("figures", "--unit", "C1", "--on", "2020-02-15", code=1)


def compare(record, lists: Lists, unit: str, on: str) -> None:
  assert record.figures(unit, on) == Reference(lists).figures(unit, day(on))
