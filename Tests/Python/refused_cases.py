"""One planted case for every clause under which contracts.md refuses a row."""

from collections.abc import Callable
from dataclasses import dataclass

from lists import Lists


@dataclass
class Planted:
  """A sound organisation with one thing wrong, and where that has to be shown."""

  clause: str
  plant: Callable[[Lists], None]
  # Where it may be shown: pairs of a list and a code; the row is found by the code, or is the number given.
  at: list[tuple[str, object]]
  columns: tuple[str, ...] = ()


def change(name: str, number: int, /, **values):
  """Changes cells of one row."""

  def plant(lists: Lists) -> None:
    for column, value in values.items():
      getattr(lists, name)[number][column.rstrip("_")] = value

  return plant


def add(method: str, /, *arguments, **rest):
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
  Planted(
    "a home in a unit nobody knows", change("affiliations", 2, unit="ZZ"), **one("affiliations", 2, "unit")
  ),
  Planted("a parent nobody knows", unit_of(parent="ZZ"), **one("units", -1, "parent")),
  Planted("a post in a unit nobody knows", change("posts", 0, unit="ZZ"), **one("posts", 0, "unit")),
  Planted(
    "a home of a person nobody knows",
    add("affiliation", "ZZ", "C1", "2020-01-01"),
    **one("affiliations", -1, "person"),
  ),
  Planted("a post of a person nobody knows", change("posts", 0, person="ZZ"), **one("posts", 0, "person")),
  # A unit that does not exist on all days of a fact.
  Planted(
    "a home before its unit is founded",
    both(add("member", "X1", "Ngô Văn Ý", "2016-01-01"), add("affiliation", "X1", "C3", "2019-01-01")),
    **one("affiliations", -1),
  ),
  Planted(
    "a home after its unit has ended",
    both(
      unit_of(until="2018-01-01"),
      person_of(),
      add("member", "X2", "Ngô Văn Ẩn", "2016-01-01"),
      add("affiliation", "X2", "X1", "2016-01-01"),
    ),
    **one("affiliations", -1),
  ),
  Planted(
    "a post in a unit that is not there yet",
    add("post", "P1", "C3", "secretary", "2019-01-01"),
    **one("posts", -1),
  ),
  Planted(
    "a secondment to a unit that is not there yet",
    add("affiliation", "P1", "C3", "2019-01-01", role="host"),
    **one("affiliations", -1),
  ),
  # A parent of the wrong kind, or absent on some day.
  Planted("a cell right under the province", unit_of(parent="QN"), **one("units", -1)),
  Planted(
    "a grassroots committee under a cell", unit_of(kind="baseCommittee", parent="C2"), **one("units", -1)
  ),
  Planted("a cell under nothing", unit_of(parent=""), **one("units", -1)),
  Planted("a province under a committee", unit_of(kind="province", parent="A"), **one("units", -1)),
  Planted(
    "a unit founded before its parent",
    unit_of(kind="subgroup", parent="C3", start="2016-01-01"),
    **one("units", -1),
  ),
  Planted(
    "a unit that outlives its parent",
    both(unit_of(code="X0", kind="baseCommittee", parent="QN", until="2018-01-01"), unit_of(parent="X0")),
    at=[("units", -1), ("units", -2)],
  ),
  # A unit its own ancestor.
  Planted("a unit that is its own parent", unit_of(kind="cell", parent="X1"), **one("units", -1)),
  # Homes.
  Planted(
    "two homes on one day",
    add("affiliation", "P1", "C1", "2021-01-01"),
    at=[("affiliations", -1), ("affiliations", 1)],
  ),
  Planted(
    "a gap between homes",
    change("affiliations", 0, until="2020-01-31"),
    at=[("affiliations", 0), ("affiliations", 1), ("members", 0)],
  ),
  Planted(
    "a last home that ends before the member leaves",
    change("affiliations", 3, until="2020-04-09"),
    at=[("affiliations", 3), ("members", 2)],
  ),
  Planted(
    "a last home that ends though the member stays",
    change("affiliations", 2, until="2024-01-01"),
    at=[("affiliations", 2), ("members", 1)],
  ),
  Planted("a home before admission", change("affiliations", 0, from_="2018-05-31"), **one("affiliations", 0)),
  Planted("a home after leaving", change("affiliations", 4, until="2020-05-02"), at=[("affiliations", 4)]),
  Planted(
    "a home that does not end though the member left",
    change("affiliations", 3, until=""),
    **one("affiliations", 3),
  ),
  # Days of a life in their order.
  Planted(
    "born on the day of admission",
    change("members", 0, born="2018-06-01"),
    **one("members", 0, "born", "admitted"),
  ),
  Planted("born after admission", change("members", 1, born="2020"), **one("members", 1, "born", "admitted")),
  Planted(
    "official before admission",
    change("members", 0, official="2018-05-31"),
    **one("members", 0, "official", "admitted"),
  ),
  Planted(
    "official on the day of leaving",
    change("members", 2, official="2020-04-10"),
    **one("members", 2, "official", "left"),
  ),
  Planted(
    "official after leaving",
    change("members", 2, official="2021-01-01"),
    **one("members", 2, "official", "left"),
  ),
  Planted(
    "left on the day of admission",
    add("member", "X1", "Ngô Văn Ý", "2016-01-01", left="2016-01-01"),
    **one("members", -1, "left", "admitted"),
  ),
  # until ≤ from.
  Planted(
    "a unit that ends on the day it begins", unit_of(until="2016-01-01"), **one("units", -1, "until", "from")
  ),
  Planted(
    "a unit that ends before it begins", unit_of(until="2015-12-31"), **one("units", -1, "until", "from")
  ),
  Planted(
    "an affiliation that ends on the day it begins",
    add("affiliation", "P1", "C3", "2020-03-01", "2020-03-01", role="temporary"),
    **one("affiliations", -1, "until", "from"),
  ),
  Planted(
    "a post that ends before it begins",
    change("posts", 0, until="2019-09-30"),
    **one("posts", 0, "until", "from"),
  ),
  # Twice.
  Planted(
    "an exact row twice",
    lambda lists: lists.affiliations.append(dict(lists.affiliations[2])),
    at=[("affiliations", -1), ("affiliations", 2)],
  ),
  Planted(
    "a post twice", lambda lists: lists.posts.append(dict(lists.posts[0])), at=[("posts", -1), ("posts", 0)]
  ),
  Planted(
    "a person twice on one day",
    add("member", "P1", "Hồ Thị Hà", "2019-01-01", sex="F", born="1990-05-04"),
    at=[("members", -1), ("members", 0)],
  ),
  # Spans of a unit follow without a gap.
  Planted(
    "a gap in the life of a unit", change("units", 4, from_="2020-03-02"), at=[("units", 3), ("units", 4)]
  ),
  Planted(
    "two units of one code on one day",
    change("units", 4, from_="2020-02-28"),
    at=[("units", 3), ("units", 4)],
  ),
  # A day that does not exist.
  Planted(
    "the thirtieth of February", change("members", 0, official="2020-02-30"), **one("members", 0, "official")
  ),
  Planted(
    "the thirty-first of June", change("affiliations", 2, from_="31/6/2020"), **one("affiliations", 2, "from")
  ),
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
  Planted(
    "no day on which a home begins", change("affiliations", 2, from_=""), **one("affiliations", 2, "from")
  ),
  Planted("no code of a unit", unit_of(code=""), **one("units", -1, "code")),
  Planted("no kind of a unit", unit_of(kind=""), **one("units", -1, "kind")),
  Planted("no post in a post", change("posts", 0, post=""), **one("posts", 0, "post")),
  # A control character.
  Planted("a bell in a name", change("members", 0, name="Hồ Thị\u0007 Hà"), **one("members", 0, "name")),
  Planted("a line break in a name", change("members", 0, name="Hồ Thị\nHà"), **one("members", 0, "name")),
  Planted("a tab in the name of a unit", unit_of(name="Chi bộ\tmới"), **one("units", -1, "name")),
]
