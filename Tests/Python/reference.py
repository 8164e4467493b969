"""A second implementation of contracts.md: figures, ledgers and the roll recounted from the lists alone.

Plain and slow on purpose: every day and every person is looked at one by one, so that what it says can be
checked by reading it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date, timedelta
from functools import cache

from lists import Lists

ONE_DAY = timedelta(days=1)
IN = ["takenOver", "admitted", "transferredIn", "readmitted", "reorganisedIn"]
OUT = ["transferredOut", "died", "left", "deleted", "expelled", "reorganisedOut"]
PARENTS = {
  "centre": {""},
  "province": {"centre", ""},
  "superiorCommittee": {"province"},
  "baseCommittee": {"superiorCommittee", "province"},
  "baseCell": {"superiorCommittee", "province"},
  "sectionCommittee": {"baseCommittee"},
  "cell": {"baseCommittee", "sectionCommittee"},
  "subgroup": {"cell", "baseCell"},
}


def day(text: str) -> date:
  return date.fromisoformat(text)


def holds(row: dict[str, str], on: date, start: str = "from", until: str = "until") -> bool:
  """Whether the row's half-open span contains the day."""
  return day(row[start]) <= on and (not row[until] or on < day(row[until]))


class Reference:
  """What the four lists say about any day.

  `merges`: a unit that ends was merged into the one to which its members go on that day, which the lists do not tell.
  """

  def __init__(self, lists: Lists, merges: bool = False):
    self.lists = lists
    self.merges = merges
    self.codes = list(dict.fromkeys(row["code"] for row in lists.units))
    self.people = list(dict.fromkeys(row["person"] for row in lists.members))
    self.unit_rows = {code: [row for row in lists.units if row["code"] == code] for code in self.codes}
    self.member_rows = {
      person: sorted(
        (row for row in lists.members if row["person"] == person), key=lambda row: row["admitted"]
      )
      for person in self.people
    }
    self.home_rows = {
      person: [row for row in lists.affiliations if row["person"] == person and row["role"] == "home"]
      for person in self.people
    }
    # The lists do not change under a reference, so each of these is asked once.
    self.unit = cache(self._unit)
    self.home = cache(self._home)
    self.above = cache(self._above)

  def _unit(self, code: str, on: date) -> dict[str, str] | None:
    """The unit's row on the day, `None` when there is no such unit then."""
    return next((row for row in self.unit_rows.get(code, []) if holds(row, on)), None)

  def _home(self, person: str, on: date) -> str | None:
    """The unit that is the person's home on the day."""
    return next((row["unit"] for row in self.home_rows[person] if holds(row, on)), None)

  def membership(self, person: str, on: date) -> dict[str, str] | None:
    rows = self.member_rows[person]
    return next((row for row in rows if holds(row, on, "admitted", "left")), None)

  def _above(self, code: str, on: date) -> tuple[str, ...]:
    """The unit itself and every unit above it on the day."""
    chain: list[str] = []
    row = self.unit(code, on)
    while row and row["code"] not in chain:
      chain.append(row["code"])
      row = self.unit(row["parent"], on)
    return tuple(chain)

  def counted(self, person: str, unit: str, on: date) -> bool:
    """Whether the person's home on the day is the unit or below it."""
    home = self.home(person, on)
    return home is not None and unit in self.above(home, on)

  def members(self, unit: str, on: date) -> list[str]:
    return [person for person in self.people if self.counted(person, unit, on)]

  def figures(
    self, unit: str, on: date, start: date | None = None, until: date | None = None
  ) -> dict[str, int]:
    kinds = Counter(
      self.unit(code, on)["kind"]
      for code in self.codes
      if code != unit and self.unit(code, on) and unit in self.above(code, on)
    )
    members = self.members(unit, on)
    rows = [self.membership(person, on) for person in members]
    official = sum(1 for row in rows if row["official"] and day(row["official"]) <= on)
    result = {
      "units.superiorCommittees": kinds["superiorCommittee"],
      "units.baseCommittees": kinds["baseCommittee"],
      "units.baseCells": kinds["baseCell"],
      "units.baseOrganisations": kinds["baseCommittee"] + kinds["baseCell"],
      "units.cells": kinds["cell"],
      "units.subgroups": kinds["subgroup"],
      "members.total": len(members),
      "members.official": official,
      "members.probationary": len(members) - official,
      "members.women": sum(1 for row in rows if row["sex"] == "F"),
    }
    if start is not None and until is not None:
      admitted, left = set(), set()
      for row in self.lists.members:
        person = row["person"]
        on_admission = day(row["admitted"])
        if start <= on_admission < until and self.counted(person, unit, on_admission):
          admitted.add(person)
        if row["left"] and start <= day(row["left"]) < until:
          if self.counted(person, unit, day(row["left"]) - ONE_DAY):
            left.add(person)
      result["members.admitted"] = len(admitted)
      result["members.left"] = len(left)
    return result

  def ledger(self, unit: str, start: date, until: date) -> dict:
    """Every person, every day: who is counted and was not the day before, or was and is not, and why."""
    came, went = Counter(), Counter()
    on = start
    while on < until:
      before = on - ONE_DAY
      for person in self.people:
        was, is_now = self.counted(person, unit, before), self.counted(person, unit, on)
        if is_now and not was:
          came[self.coming(person, before, on)] += 1
        if was and not is_now:
          went[self.going(person, before, on)] += 1
      on += ONE_DAY
    return {
      "opening": len(self.members(unit, start - ONE_DAY)),
      "in": {name: came[name] for name in IN},
      "out": {name: went[name] for name in OUT},
      "closing": len(self.members(unit, until - ONE_DAY)),
    }

  def same_membership(self, person: str, before: date, on: date) -> bool:
    return self.membership(person, before) is self.membership(person, on) is not None

  def by_tree(self, person: str, before: date, on: date) -> bool:
    """Whether it was the tree that moved, and not the person: with their unit, or with one merged into another."""
    home = self.home(person, before)
    return home == self.home(person, on) or (self.merges and home is not None and self.unit(home, on) is None)

  def coming(self, person: str, before: date, on: date) -> str:
    """Why a person is counted on a day, and was not the day before."""
    if self.same_membership(person, before, on) and self.home(person, before) is not None:
      return "reorganisedIn" if self.by_tree(person, before, on) else "transferredIn"
    row = self.membership(person, on)
    if day(row["admitted"]) < on:
      return "takenOver"
    return "admitted" if row is self.member_rows[person][0] else "readmitted"

  def going(self, person: str, before: date, on: date) -> str:
    """Why a person is not counted on a day, and was the day before."""
    if self.same_membership(person, before, on):
      return "reorganisedOut" if self.by_tree(person, before, on) else "transferredOut"
    reason = self.membership(person, before)["reason"]
    return {"": "left", "transferred": "transferredOut"}.get(reason, reason)

  def roll(self, unit: str, on: date) -> list[dict[str, str]]:
    """The members of the unit and below, in the order of the register."""
    rows = []
    for person in self.members(unit, on):
      home = self.home(person, on)
      row = dict(self.membership(person, on))
      rows.append(row | {"unit": home, "unitName": self.unit(home, on)["name"], "role": "home"})
    return sorted(rows, key=lambda row: register_key(row["name"]))

  def unsound(self) -> list[str]:
    """What cannot be true about the lists, found by looking at every day of every fact."""
    wrong = []
    bounds = [row[key] for row in self.lists.units for key in ("from", "until") if row[key]]
    on, last = day(min(bounds)), day(max(bounds)) + ONE_DAY
    while on <= last:
      for code in self.codes:
        rows = [row for row in self.unit_rows[code] if holds(row, on)]
        if len(rows) > 1:
          wrong.append(f"{code} is two units on {on}")
        for row in rows:
          parent = self.unit(row["parent"], on)
          if row["parent"] and not parent:
            wrong.append(f"the parent of {code} is absent on {on}")
          if (parent["kind"] if parent else "") not in PARENTS[row["kind"]]:
            wrong.append(f"{code} is under the wrong kind of unit on {on}")
      for row in self.lists.affiliations + self.lists.posts:
        if holds(row, on) and not self.unit(row["unit"], on):
          wrong.append(f"{row['person']} is in {row['unit']}, which is absent on {on}")
      for person in self.people:
        homes = [row for row in self.home_rows[person] if holds(row, on)]
        member = self.membership(person, on)
        if len(homes) > 1 or (homes and not member):
          wrong.append(f"{person} has {len(homes)} homes on {on}, member: {bool(member)}")
        if (
          member
          and not homes
          and self.home(person, on - ONE_DAY)
          and self.same_membership(person, on - ONE_DAY, on)
        ):
          wrong.append(f"{person} has no home from {on}")
      on += ONE_DAY
    return wrong


# The alphabet of the register, and its tones as Unicode takes them apart.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def register_key(name: str) -> list[tuple[list[int], int]]:
  """Given name, then family, then the middle ones; in each word the letters, then the tone."""
  words = unicodedata.normalize("NFC", name).lower().split()
  return [_word_key(word) for word in [words[-1], words[0], *words[1:-1]][: len(words)]]


def _word_key(word: str) -> tuple[list[int], int]:
  letters, tone = [], 0
  for letter in word:
    apart = unicodedata.normalize("NFD", letter)
    for mark in TONES[1:]:
      if mark in apart:
        tone = TONES.index(mark)
        apart = apart.replace(mark, "")
    letters.append(ALPHABET.index(unicodedata.normalize("NFC", apart)))
  return letters, tone
