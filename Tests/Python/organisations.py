"""Random organisations of fictional people with ten years of history, the same ones for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from lists import Lists
from reference import PARENTS

FIRST, LAST = date(2015, 1, 1), date(2025, 1, 1)
FAMILIES = "Hồ Lò Vừ Y Đinh Nguyễn Trần Phan Cao Quàng Đặng Ngô".split()
MIDDLES = "Thị Văn Thanh A Minh Đức Thùy Ngọc".split()
GIVEN = (
  "An Ân Ánh Ẩn Bảo Chi Dung Đào Hà Hạ Hả Hãn Hạnh Hằng Lan Lân Ơn Ổn Oanh Quế Thủy Thụy Thuỷ Ước Uyên Vy Ý"
).split()
BELOW_PROVINCE = ("superiorCommittee", "baseCommittee", "baseCell", "sectionCommittee", "cell", "subgroup")
HOMES = ("cell", "baseCell", "subgroup", "baseCommittee", "sectionCommittee", "superiorCommittee", "province")
REASONS = ["died", "left", "deleted", "expelled", "transferred", ""]


class Organisation:
  """A province as it lives through the days, writing down every span that ends."""

  def __init__(self, seed: int, people: int = 24, events: int = 160):
    self.random = random.Random(seed)
    self.lists = Lists()
    self.today = FIRST
    self.units: dict[str, dict] = {}
    self.homes: dict[str, tuple[str, date]] = {}
    self.members: dict[str, dict] = {}
    self.gone: list[str] = []
    self.waiting: dict[str, date] = {}
    self.drawn = 0
    self.begin()
    for _ in range(people):
      self.admit()
    days = sorted(self.random.randrange((LAST - FIRST).days) for _ in range(events))
    deeds = [
      (self.admit, 4),
      (self.take_over, 2),
      (self.readmit, 3),
      (self.transfer, 6),
      (self.leave, 5),
      (self.found, 2),
      (self.rename, 2),
      (self.move, 5),
      (self.change, 3),
      (self.end, 2),
      (self.side_role, 3),
      (self.appoint, 2),
    ]
    for number in days:
      self.today = max(self.today, FIRST + timedelta(days=number))
      self.random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])[0]()
    self.close()

  def code(self, letter: str) -> str:
    self.drawn += 1
    return f"{letter}{self.drawn:02d}"

  def name(self) -> str:
    middles = self.random.sample(MIDDLES, self.random.randrange(3))
    return " ".join([self.random.choice(FAMILIES), *middles, self.random.choice(GIVEN)])

  def chance(self, percent: int) -> bool:
    return self.random.randrange(100) < percent

  def pick(self, among):
    among = sorted(among)
    return self.random.choice(among) if among else None

  def later(self, start: date, most: int) -> date:
    return start + timedelta(days=1 + self.random.randrange(most))

  def begin(self) -> None:
    if self.chance(50):
      self.open_unit("centre", "")
    self.open_unit("province", self.pick(self.of_kind("centre")) or "")
    wanted = [
      "superiorCommittee",
      "superiorCommittee",
      "baseCommittee",
      "baseCommittee",
      "baseCell",
      "baseCell",
      "sectionCommittee",
      "cell",
      "cell",
      "cell",
      "cell",
      "subgroup",
    ]
    for kind in wanted:
      self.open_unit(kind, self.pick(self.parents_for(kind)))

  def of_kind(self, *kinds: str) -> list[str]:
    return [code for code, unit in self.units.items() if unit["kind"] in kinds]

  def parents_for(self, kind: str, leaving_out: set[str] = frozenset()) -> list[str]:
    return [code for code in self.of_kind(*PARENTS[kind]) if code not in leaving_out]

  def children(self, code: str) -> list[str]:
    return [child for child, unit in self.units.items() if unit["parent"] == code]

  def below(self, code: str) -> set[str]:
    found = {code}
    for child in self.children(code):
      found |= self.below(child)
    return found

  def open_unit(self, kind: str, parent: str | None) -> None:
    if parent is None:
      return
    name = f"{self.random.choice(['Chi bộ', 'Đảng bộ', 'Tổ'])} {self.random.choice(GIVEN)} {self.drawn}"
    sector = self.random.choice(["", "residential", "agency", "school", "borderGuard"])
    self.units[self.code(kind[0].upper())] = {
      "name": name,
      "kind": kind,
      "sector": sector,
      "parent": parent,
      "since": self.today,
    }

  def write_unit(self, code: str, until: str) -> None:
    unit = self.units[code]
    if str(unit["since"]) != until:
      self.lists.unit(
        code, unit["name"], unit["kind"], unit["parent"], str(unit["since"]), until, sector=unit["sector"]
      )

  def alter(self, code: str, **new) -> None:
    self.write_unit(code, str(self.today))
    self.units[code] |= new | {"since": self.today}

  def found(self) -> None:
    kind = self.random.choice(BELOW_PROVINCE)
    self.open_unit(kind, self.pick(self.parents_for(kind)))

  def rename(self) -> None:
    self.alter(self.pick(self.units), name=f"Chi bộ {self.random.choice(GIVEN)} {self.drawn}")

  def move(self) -> None:
    code = self.pick(self.of_kind("baseCommittee", "baseCell", "sectionCommittee", "cell", "subgroup"))
    parent = self.pick(self.parents_for(self.units[code]["kind"], self.below(code))) if code else None
    if parent:
      self.alter(code, parent=parent)

  def change(self) -> None:
    """A unit becomes another kind where its parent and its children allow it, moving where it must."""
    code = self.pick(self.of_kind("baseCell", "cell", "baseCommittee", "sectionCommittee"))
    if not code:
      return
    kind = self.random.choice(["baseCell", "cell", "baseCommittee", "sectionCommittee"])
    if any(kind not in PARENTS[self.units[child]["kind"]] for child in self.children(code)):
      return
    parent = self.pick(self.parents_for(kind, self.below(code)))
    if parent:
      self.alter(code, kind=kind, parent=parent)

  def end(self) -> None:
    """A unit ends once its units and its people have gone elsewhere the same day."""
    code = self.pick(self.of_kind(*BELOW_PROVINCE))
    if not code or self.units[code]["since"] == self.today:
      return
    moves = {
      child: self.pick(self.parents_for(self.units[child]["kind"], self.below(code)))
      for child in self.children(code)
    }
    target = self.pick(set(self.of_kind(*HOMES)) - {code})
    if not target or None in moves.values():
      return
    if any(start > self.today for _, start in self.homes.values()):
      return
    for child, parent in moves.items():
      self.alter(child, parent=parent)
    for person, (home, _) in list(self.homes.items()):
      if home == code:
        self.rehome(person, target)
    for row in self.lists.affiliations + self.lists.posts:
      if row["unit"] == code and (not row["until"] or row["until"] > str(self.today)):
        row["until"] = str(self.today)
    self.write_unit(code, str(self.today))
    del self.units[code]

  def enter(self, person: str, name: str, sex: str, admitted: date) -> None:
    official = ""
    if self.chance(80):
      official = str(admitted + timedelta(days=self.random.choice([0, 365, 365, 365, 500])))
    born = self.random.choice(["", "1957", "1957-05", f"19{self.random.randrange(50, 90)}-03-02"])
    self.members[person] = {
      "name": name,
      "sex": sex,
      "admitted": str(admitted),
      "official": official,
      "born": born,
      "ethnicity": self.random.choice(["", "Kinh", "Bru – Vân Kiều", "Chứt"]),
    }
    small = self.of_kind(*HOMES[:3]) if self.chance(85) else []
    self.homes[person] = (self.pick(small or self.of_kind(*HOMES)), self.today)

  def admit(self) -> None:
    self.enter(self.code("P"), self.name(), self.random.choice("MF "), self.today)

  def take_over(self) -> None:
    """Someone admitted long before, elsewhere, or here, whose home we know only from today on."""
    self.enter(self.code("P"), self.name(), self.random.choice("MF "), self.later(date(1990, 1, 1), 9000))

  def readmit(self) -> None:
    person = self.pick(person for person in self.gone if self.waiting[person] < self.today)
    if person:
      self.gone.remove(person)
      row = next(row for row in self.lists.members if row["person"] == person)
      since = self.waiting[person]
      late = (self.today - since).days > 2 and self.chance(30)
      admitted = self.later(since, (self.today - since).days - 1) if late else self.today
      self.enter(person, row["name"], row["sex"] or " ", admitted)
      self.members[person]["born"] = row["born"]
      self.members[person]["ethnicity"] = row["ethnicity"]

  def rehome(self, person: str, unit: str) -> None:
    home, start = self.homes[person]
    if start < self.today:
      self.lists.affiliation(person, home, str(start), str(self.today))
    self.homes[person] = (unit, self.today)

  def transfer(self) -> None:
    person = self.pick(person for person, (_, start) in self.homes.items() if start < self.today)
    if person:
      self.rehome(person, self.pick(self.of_kind(*HOMES)))
      if self.chance(20):
        self.today += timedelta(days=1)
        self.rehome(person, self.pick(self.of_kind(*HOMES)))

  def leave(self) -> None:
    person = self.pick(person for person, (_, start) in self.homes.items() if start < self.today)
    if not person:
      return
    home, start = self.homes.pop(person)
    today = str(self.today)
    self.lists.affiliation(person, home, str(start), today)
    for row in self.lists.affiliations + self.lists.posts:
      if row["person"] == person and (not row["until"] or row["until"] > today):
        row["until"] = today
    reason = self.random.choice(REASONS)
    self.write_member(person, today, reason)
    if reason != "died":
      self.gone.append(person)
      self.waiting[person] = self.today

  def write_member(self, person: str, left: str, reason: str) -> None:
    row = self.members.pop(person)
    official = row["official"] if not left or row["official"] < left else ""
    self.lists.member(
      person,
      row["name"],
      row["admitted"],
      born=row["born"],
      sex=row["sex"].strip(),
      ethnicity=row["ethnicity"],
      official=official,
      left=left,
      reason=reason,
    )

  def side_role(self) -> None:
    """A role that never counts: temporary, host or residence."""
    person = self.pick(person for person, (_, start) in self.homes.items() if start < self.today)
    if person:
      role = self.random.choice(["temporary", "host", "residence"])
      self.lists.affiliation(person, self.pick(self.of_kind(*HOMES)), str(self.today), role=role)

  def appoint(self) -> None:
    person = self.pick(person for person, (_, start) in self.homes.items() if start < self.today)
    if person:
      post = self.random.choice(["secretary", "deputySecretary", "committeeMember", "thủ quỹ"])
      self.lists.post(person, self.pick(self.of_kind(*HOMES)), post, str(self.today))

  def close(self) -> None:
    for code in self.units:
      self.write_unit(code, "")
    for person, (home, start) in self.homes.items():
      self.lists.affiliation(person, home, str(start))
    for person in list(self.members):
      self.write_member(person, "", "")
    for rows in (self.lists.affiliations, self.lists.posts):
      seen = []
      for row in rows:
        if row["until"] != row["from"] and row not in seen:
          seen.append(row)
      rows[:] = seen
    for rows in (self.lists.units, self.lists.members, self.lists.affiliations, self.lists.posts):
      self.random.shuffle(rows)


def organisation(seed: int, **size) -> Lists:
  """The lists of the organisation of that seed."""
  return Organisation(seed, **size).lists
