"""Little organisations worked out by hand, so small that every number in a test can be counted on paper."""

from lists import Lists


def hill_cells() -> Lists:
  """A province, two committees, three cells and five people.

  Cell C1 moves from committee A to committee B on 1 March 2020. Hà is transferred from C1 to C2 on
  1 February 2020. Lan dies on 10 April 2020. Vừ leaves on 1 May 2020 and is readmitted on 1 July 2021.
  Đào was admitted in 1999; her home is known from 15 January 2020.
  """
  lists = Lists()
  lists.unit("QN", "Đảng bộ tỉnh", "province")
  lists.unit("A", "Đảng bộ xã A", "baseCommittee", "QN")
  lists.unit("B", "Đảng bộ xã B", "baseCommittee", "QN")
  lists.unit("C1", "Chi bộ bản Ông Tú", "cell", "A", until="2020-03-01", sector="residential")
  lists.unit("C1", "Chi bộ bản Ông Tú", "cell", "B", start="2020-03-01", sector="residential")
  lists.unit("C2", "Chi bộ trường học", "cell", "A", sector="school")
  lists.unit("C3", "Chi bộ đồn biên phòng", "cell", "B", start="2020-02-15", sector="borderGuard")
  lists.member(
    "P1", "Hồ Thị Hà", "2018-06-01", official="2019-06-01", sex="F", born="1990-05-04", ethnicity="Chứt"
  )
  lists.member("P2", "Nguyễn Văn Ân", "2019-09-01", official="2020-09-01", sex="M", born="1988-01-30")
  lists.member(
    "P3",
    "Cao Ngọc Lan",
    "2016-01-05",
    official="2017-01-05",
    sex="F",
    left="2020-04-10",
    reason="died",
    born="1957",
  )
  lists.member("P4", "Vừ A Páo", "2017-03-01", official="2018-03-01", sex="M", left="2020-05-01")
  lists.member("P4", "Vừ A Páo", "2021-07-01", sex="M")
  lists.member("P5", "Đinh Thị Đào", "1999-09-02", official="2000-09-02", sex="F", born="1975-05")
  lists.affiliation("P1", "C1", "2018-06-01", "2020-02-01")
  lists.affiliation("P1", "C2", "2020-02-01")
  lists.affiliation("P2", "C1", "2019-09-01")
  lists.affiliation("P3", "C1", "2016-01-05", "2020-04-10")
  lists.affiliation("P4", "C2", "2017-03-01", "2020-05-01")
  lists.affiliation("P4", "C3", "2021-07-01")
  lists.affiliation("P5", "C2", "2020-01-15")
  lists.affiliation("P2", "C3", "2020-03-01", role="host")
  lists.affiliation("P5", "C1", "2020-02-01", role="residence")
  lists.post("P2", "C1", "secretary", "2019-10-01", "2021-10-01")
  lists.post("P5", "C2", "deputySecretary", "2020-02-01")
  return lists


# What a ledger of these says, counted on paper: unit, from, until, opening, movements in, out, closing.
HILL_LEDGERS = [
  # Đào is taken over, Lan dies and Vừ leaves; the transfer and the move of C1 stay inside the province.
  ("QN", "2020-01-01", "2021-01-01", 4, {"takenOver": 1}, {"died": 1, "left": 1}, 3),
  # Ân and Lan go with C1; Hà has gone to C2, which stays, so nothing moves for her.
  ("A", "2020-01-01", "2021-01-01", 4, {"takenOver": 1}, {"reorganisedOut": 2, "left": 1}, 2),
  # Ân and Lan come with C1, and Lan dies there.
  ("B", "2020-01-01", "2021-01-01", 0, {"reorganisedIn": 2}, {"died": 1}, 1),
  # The cell itself only loses Hà and Lan: its own move changes nothing for it.
  ("C1", "2020-01-01", "2021-01-01", 3, {}, {"transferredOut": 1, "died": 1}, 1),
  ("C2", "2020-01-01", "2021-01-01", 1, {"takenOver": 1, "transferredIn": 1}, {"left": 1}, 2),
  # Not yet founded when the year begins, and nobody's home until the year after.
  ("C3", "2020-01-01", "2021-01-01", 0, {}, {}, 0),
  ("B", "2021-01-01", "2022-01-01", 1, {"readmitted": 1}, {}, 2),
  ("QN", "2018-01-01", "2020-01-01", 2, {"admitted": 2}, {}, 4),
  # The day of the death itself: one day, one movement.
  ("B", "2020-04-10", "2020-04-11", 2, {}, {"died": 1}, 1),
  ("B", "2020-04-09", "2020-04-10", 2, {}, {}, 2),
  # Before anything was founded.
  ("QN", "2010-01-01", "2011-01-01", 0, {}, {}, 0),
]

# unit, on, and the figures that are not 0.
HILL_FIGURES = [
  (
    "QN",
    "2020-01-14",
    {
      "units.baseCommittees": 2,
      "units.baseOrganisations": 2,
      "units.cells": 2,
      "members.total": 4,
      "members.official": 3,
      "members.probationary": 1,
      "members.women": 2,
    },
  ),
  (
    "QN",
    "2020-02-15",
    {
      "units.baseCommittees": 2,
      "units.baseOrganisations": 2,
      "units.cells": 3,
      "members.total": 5,
      "members.official": 4,
      "members.probationary": 1,
      "members.women": 3,
    },
  ),
  (
    "A",
    "2020-02-29",
    {
      "units.cells": 2,
      "members.total": 5,
      "members.official": 4,
      "members.probationary": 1,
      "members.women": 3,
    },
  ),
  ("A", "2020-03-01", {"units.cells": 1, "members.total": 3, "members.official": 3, "members.women": 2}),
  ("B", "2020-09-01", {"units.cells": 2, "members.total": 1, "members.official": 1}),
  (
    "B",
    "2021-07-01",
    {"units.cells": 2, "members.total": 2, "members.official": 1, "members.probationary": 1},
  ),
  ("C1", "2019-08-31", {"members.total": 2, "members.official": 2, "members.women": 2}),
  ("C3", "2020-02-15", {}),
]
