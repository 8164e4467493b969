"""A fictional country's members as lists: provinces under one centre, communes, organisations, cells, people.

Made line by line, so that the whole country needs no more memory than a village. Nobody in it exists: names are
drawn from what is usual.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PROVINCES = 34
# Grassroots organisations of a commune, cells of each, and members of a cell by and large.
ORGANISATIONS, CELLS, MEMBERS = 15, 5, 21.6
FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Lò Cầm Quàng Vàng Giàng".split()
MIDDLES = {"M": "Văn Đức Hữu Quang Minh Công Xuân Thanh".split(), "F": "Thị Thị Thị Ngọc Thu Kim Minh Thanh".split()}
GIVEN = {
  "M": "An Bình Chính Dũng Đạt Giang Hải Hùng Khánh Lâm Long Mạnh Nam Phong Quân Sơn Tâm Thắng Tuấn Vinh".split(),
  "F": "Ánh Bích Chi Dung Đào Hà Hạnh Hoa Hương Lan Linh Mai Nga Nhung Oanh Phương Quyên Thảo Trang Yến".split(),
}
SECTORS = ("residential", "residential", "residential", "school", "agency", "enterprise", "armedForces", "health")


@dataclass
class Nation:
  """What was made: how much of each, and units to ask about."""

  people: int = 0
  rows: int = 0
  cell: str = ""
  commune: str = ""
  province: str = ""
  centre: str = "TW"


def write(folder: Path, people: int, seed: int = 1) -> Nation:
  """Writes the four lists of a country with so many members today; some more have left it since."""
  folder.mkdir(parents=True, exist_ok=True)
  chance = random.Random(seed)
  nation = Nation()
  files = {
    name: open(folder / f"{name}.csv", "w", encoding="utf-8", buffering=1 << 20)
    for name in ("units", "members", "affiliations", "posts")
  }
  files["units"].write("code,name,kind,sector,parent,from,until,decision\n")
  files["members"].write("person,name,born,sex,ethnicity,decided,admitted,official,left,reason,card,decision\n")
  files["affiliations"].write("person,unit,role,from,until,decision\n")
  files["posts"].write("person,unit,post,from,until,decision\n")

  def put(name: str) -> Callable[[str], None]:
    def line(text: str) -> None:
      files[name].write(text)
      nation.rows += 1

    return line

  unit, member, home, post = put("units"), put("members"), put("affiliations"), put("posts")
  unit("TW,Trung ương,centre,,,2015-01-01,,\n")
  communes = max(PROVINCES, round(people / (ORGANISATIONS * CELLS * MEMBERS)))
  cells = communes * ORGANISATIONS * CELLS
  number = 0
  for province in range(PROVINCES):
    unit(f"T{province:02},Tỉnh thứ {province + 1},province,,TW,2015-01-01,,\n")
    for commune in range(communes * province // PROVINCES, communes * (province + 1) // PROVINCES):
      unit(f"X{commune:04},Xã thứ {commune + 1},superiorCommittee,,T{province:02},2015-01-01,,\n")
      for organisation in range(ORGANISATIONS):
        code = f"B{commune * ORGANISATIONS + organisation:05}"
        unit(f"{code},Đảng bộ cơ sở {organisation + 1},baseCommittee,,X{commune:04},2015-01-01,,\n")
        for cell in range(CELLS):
          place = (commune * ORGANISATIONS + organisation) * CELLS + cell
          sector = SECTORS[place % len(SECTORS)]
          unit(f"C{place:06},Chi bộ {cell + 1},cell,{sector},{code},2015-01-01,,\n")
          staying = (place + 1) * people // cells - place * people // cells
          for place_in_cell in range(staying + (staying > 0 and chance.random() < 0.9)):
            number += 1
            leaves = place_in_cell >= staying
            person = f"N{number:07}"
            admitted, left = _member(chance, member, person, leaves)
            _homes(chance, home, person, place, cells, admitted, left)
            if place_in_cell < 2:
              title = "secretary" if place_in_cell == 0 else "deputySecretary"
              post(f"{person},C{place:06},{title},{max(date(2022, 6, 1), admitted + timedelta(days=400))},,\n")
  for file in files.values():
    file.close()
  nation.people = people
  nation.cell = f"C{cells // 2:06}"
  middle = cells // 2 // (ORGANISATIONS * CELLS)
  nation.commune = f"X{middle:04}"
  nation.province = f"T{next(each for each in range(PROVINCES) if communes * (each + 1) // PROVINCES > middle):02}"
  return nation


def _member(chance: random.Random, member, person: str, leaves: bool) -> tuple[date, date | str]:
  """Writes a member; gives the days of coming and, where they left, of leaving."""
  sex = "F" if chance.random() < 0.35 else "M"
  name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES[sex])} {chance.choice(GIVEN[sex])}"
  born = date(1945, 1, 1) + timedelta(days=chance.randrange(20000))
  latest = date(2019, 1, 1) if leaves else date(2025, 6, 1)
  admitted = born + timedelta(days=7000 + chance.randrange(6000))
  admitted = min(max(admitted, date(1965, 1, 1)), latest - timedelta(days=chance.randrange(400)))
  # A day that every month has.
  admitted = admitted.replace(day=min(admitted.day, 28))
  official = admitted.replace(year=admitted.year + 1)
  formal = official if official < date(2025, 9, 1) else ""
  left = date(2022, 1, 1) + timedelta(days=chance.randrange(1200)) if leaves else ""
  reason = "died" if leaves else ""
  member(f"{person},{name},{born},{sex},Kinh,{admitted},{admitted},{formal},{left},{reason},,\n")
  return admitted, left


def _homes(
  chance: random.Random, home, person: str, place: int, cells: int, admitted: date, left: date | str
) -> None:
  begun = max(admitted, date(2015, 1, 1))
  moved = date(2021, 1, 1) + timedelta(days=chance.randrange(1400))
  if not left and chance.random() < 0.12 and begun < moved:
    # From a cell somewhere near.
    before = (place + chance.randrange(1, 200)) % cells
    home(f"{person},C{before:06},home,{begun},{moved},\n")
    begun = moved
  home(f"{person},C{place:06},home,{begun},{left},\n")
