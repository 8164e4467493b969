"""Prints what a whole country costs on one PostgreSQL server, beside bare questions to the same server.

  .venv/bin/python Benchmarks/nation.py [--people 5400000] [--chibo PATH] [--folder FOLDER]

34 provinces under one centre; a cluster of its own, with its writes on the disk. The whole country may need an
hour, 60 GB of room in FOLDER and 8 GB of memory; nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from json import loads
from pathlib import Path
from urllib.parse import urlencode

from bench import DAY, HOUSE, Command
from clusters import Cluster, binaries, running
from nation_lists import Nation, write
from serving import Visitor, key, serve
from told import Table, micro, rate, seconds

# As an administrator would have it on a machine of two cores and 16 GB.
SERVER = {
  "fsync": "on",
  "full_page_writes": "on",
  "synchronous_commit": "on",
  "shared_buffers": "4GB",
  "effective_cache_size": "10GB",
  "work_mem": "32MB",
  "maintenance_work_mem": "1GB",
  "max_wal_size": "16GB",
  "checkpoint_timeout": "15min",
  "wal_compression": "lz4",
  "random_page_cost": "1.1",
  # Writes the plans of what is asked into the server's log, while they are wanted.
  "session_preload_libraries": "auto_explain",
  "auto_explain.log_min_duration": "-1",
}
NAME = "nation"
TIMES = 5
NAMES = ("Nguyễn Thị Hà", "Giàng Ngọc Yến", "nguyen van an", "ha")
# Who is on the roll on the day: as we count, in a unit and below; and the bare rows, whoever's they are.
BELOW = """
  SELECT count(*), count(CASE WHEN r.official_on <= '{day}' THEN 1 END),
    count(CASE WHEN r.sex = 'F' THEN 1 END)
  FROM ancestry a JOIN roll r ON r.unit = a.unit
  WHERE a.ancestor = {unit} AND a.superseded IS NULL AND a.start_on <= '{day}'
    AND (a.end_on IS NULL OR a.end_on > '{day}')
    AND r.superseded IS NULL AND r.start_on <= '{day}' AND (r.end_on IS NULL OR r.end_on > '{day}')
"""
BARE = """
  SELECT count(*) FROM roll r
  WHERE r.superseded IS NULL AND r.start_on <= '{day}' AND (r.end_on IS NULL OR r.end_on > '{day}')
"""
PAGE = """
  SELECT r.person, r.sort_key, p.name FROM roll r
  JOIN particulars p ON p.person = r.person AND p.superseded IS NULL
  WHERE r.unit = {unit} AND r.superseded IS NULL AND r.start_on <= '{day}'
    AND (r.end_on IS NULL OR r.end_on > '{day}')
  ORDER BY r.sort_key, r.person LIMIT 51
"""
NAMED = """
  SELECT count(*) FROM particulars p WHERE p.superseded IS NULL AND p.name = '{name}'
"""


@dataclass
class Place:
  """A unit that is asked about."""

  what: str
  code: str
  number: int
  members: int = 0


def asked(cluster: Cluster, question: str, times: int = TIMES) -> tuple[str, float]:
  """What psql is answered, and the median of seconds it took, connection apart."""
  script = "SET jit = off;\n\\timing on\n" + (question.strip().rstrip(";") + ";\n") * (times + 1)
  command = [binaries() / "psql", "--no-psqlrc", "-AtqX", "--dbname", cluster.url(NAME)]
  said = subprocess.run(command, input=script, capture_output=True, text=True, check=True).stdout
  taken = [float(each) / 1000 for each in re.findall(r"^Time: ([\d.]+) ms", said, re.MULTILINE)]
  answer = next(line for line in said.splitlines() if not line.startswith("Time:"))
  # The first one warms.
  return answer, statistics.median(taken[1:])


def timed(visitor: Visitor, path: str, times: int = 20) -> tuple[float, float]:
  """Seconds the first time, and the median of those after."""
  taken = []
  for _ in range(times + 1):
    begun = time.perf_counter()
    page = visitor.get(path)
    taken.append(time.perf_counter() - begun)
    if page.status != 200:
      sys.exit(f"{path} answered {page.status}")
  return taken[0], statistics.median(taken[1:])


def milli(value: float) -> str:
  return f"{value * 1000:,.1f} ms"


def beside(table: Table, what: str, ours: float, theirs: float, most: float | None = None) -> None:
  """Our time beside a bare question's; a bound where there is one."""
  if most is not None:
    table.line(what, milli(ours), milli(theirs), ours / theirs, most)
  else:
    print(f"{what:46}{milli(ours):>14}{milli(theirs):>14}{ours / theirs:>8.2f}×", flush=True)


def load(command: Command, cluster: Cluster, lists: Path, nation: Nation, table: Table) -> None:
  """Takes the lists in, checked, indexed and journaled."""
  taken, memory, _ = command.run("import", lists, "--database", cluster.url(NAME), "--format", "json")
  size = int(cluster.sql(f"SELECT pg_database_size('{NAME}')"))
  table.head(f"{nation.people:,} members, {nation.rows:,} rows: taken in from lists")
  table.note("import, checked, indexed, journaled", seconds(taken))
  table.note("rows", rate(nation.rows / taken))
  table.note("members", rate(nation.people / taken))
  table.note("memory of the import", f"{memory:,.0f} MB")
  table.note("database", f"{size / 1e9:,.1f} GB")


def places(cluster: Cluster, nation: Nation) -> list[Place]:
  found = []
  for what in ("cell", "commune", "province", "country"):
    code = nation.centre if what == "country" else getattr(nation, what)
    number = int(cluster.sql(f"SELECT id FROM unit WHERE code = '{code}'", NAME))
    place = Place(what, code, number)
    place.members = int(cluster.sql(BELOW.format(unit=number, day=DAY), NAME).split("|")[0])
    found.append(place)
  return found


def measure_figures(command: Command, cluster: Cluster, units: list[Place], table: Table) -> None:
  """The figures of each level, in one process, beside the same count by psql."""
  table.head(f"figures as of {DAY}, beside psql counting the same spans in the same tables")
  for unit in units:
    said = command.run(
      "bench", "--units", unit.code, "--on", DAY, "--times", TIMES, "--database", cluster.url(NAME)
    )[2]
    ours = loads(said)[unit.code]
    answer, theirs = asked(cluster, BELOW.format(unit=unit.number, day=DAY))
    if not unit.members == int(answer.split("|")[0]) == ours["members"]:
      sys.exit(f"{unit.code} has {ours['members']} members for us, {answer} for psql")
    own = ours["memberFigures"] / 1e6
    beside(table, f"members of a {unit.what} of {unit.members:,}", own, theirs)
    table.note("… all figures of it", milli(ours["figures"] / 1e6))
    table.note("… its ledger of a year", milli(ours["ledger"] / 1e6))
    if unit.what == "country":
      answer, bare = asked(cluster, BARE.format(day=DAY))
      beside(table, "… against a bare count of the roll", own, bare, 3)


def measure_pages(
  binary: Path, command: Command, cluster: Cluster, units: list[Place], table: Table
) -> None:
  """Pages through the server, beside the bare question of each."""
  desk = ("desk", "--role", "officer", "--unit", "TW", "--database", cluster.url(NAME))
  said = command.run("account", "add", *desk)[2]
  password = re.search(r"^The password of \w+: (\S+)$", said, re.MULTILINE).group(1)
  with serve(binary, cluster.url(NAME)) as server:
    visitor = Visitor(server)
    visitor.sign_in("desk", password)
    table.head("pages over HTTP, signed in, one after another, beside the bare question")
    for unit in units:
      first, again = timed(visitor, f"/units/{key(unit.number)}/roll?on={DAY}")
      bare = asked(cluster, PAGE.format(unit=unit.number, day=DAY))[1] if unit.what == "cell" else None
      if bare:
        beside(table, f"roll page of a {unit.what}", again, bare)
      else:
        table.note(f"roll page of a {unit.what}", milli(again))
      table.note("… the first time", milli(first))
    for unit in units:
      first, again = timed(visitor, f"/units/{key(unit.number)}/figures/members.total?on={DAY}")
      bare = asked(cluster, BELOW.format(unit=unit.number, day=DAY))[1]
      beside(table, f"page of the members of a {unit.what}, first time", first, bare)
      table.note("… again", milli(again))
    for name in NAMES:
      first, again = timed(visitor, "/find?" + urlencode({"q": name}), 5)
      beside(table, f"search for “{name}”", again, asked(cluster, NAMED.format(name=name))[1])
      table.note("… the first time", milli(first))


    cluster.set(**{"auto_explain.log_min_duration": "0"})
    begun = cluster.log.stat().st_size
    visitor.get("/find?" + urlencode({"q": NAMES[0]}))
    cluster.set(**{"auto_explain.log_min_duration": "-1"})
    show_plans(f"a search for “{NAMES[0]}”", cluster, begun)


def measure_commands(command: Command, cluster: Cluster, units: list[Place], table: Table) -> None:
  """The same from the console: a process begun, asked, ended."""
  table.head("commands, from the beginning of the process to its end")
  for unit in units:
    options = ("--unit", unit.code, "--on", DAY, "--database", cluster.url(NAME))
    taken = min(command.run("figures", *options)[0] for _ in range(3))
    table.note(f"chibo figures of a {unit.what}", milli(taken))
  cell = ("--unit", units[0].code, "--on", DAY, "--database", cluster.url(NAME))
  table.note("chibo roll of a cell", milli(min(command.run("roll", *cell)[0] for _ in range(3))))


def plan_figures(command: Command, cluster: Cluster, units: list[Place]) -> None:
  """Shows how the server answers for the largest and for the smallest."""
  for unit in (units[-1], units[0]):
    cluster.set(**{"auto_explain.log_min_duration": "0"})
    begun = cluster.log.stat().st_size
    command.run("figures", "--unit", unit.code, "--on", DAY, "--database", cluster.url(NAME))
    cluster.set(**{"auto_explain.log_min_duration": "-1"})
    show_plans(f"the figures of a {unit.what}", cluster, begun)


def show_plans(what: str, cluster: Cluster, begun: int, most: int = 2) -> None:
  """Prints the slowest plans that the server wrote into its log since."""
  with open(cluster.log, encoding="utf-8") as log:
    log.seek(begun)
    plans = re.findall(r"duration: ([\d.]+) ms  plan:\n((?:\t.*\n)+)", log.read())
  print(f"\nHow the server answers {what}")
  for taken, text in sorted(plans, key=lambda each: -float(each[0]))[:most]:
    print(f"{float(taken):,.1f} ms\n" + text.replace("\t", "  "), flush=True)


def main() -> None:
  parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
  parser.add_argument("--people", type=int, default=5_400_000)
  parser.add_argument("--chibo", type=Path, default=HOUSE / ".build/release/chibo")
  parser.add_argument("--folder", default="/tmp", help="where there is room for lists and the cluster")
  given = parser.parse_args()
  binary, table = given.chibo.resolve(), Table()
  # Asked to end, it takes its lists and its cluster away with it.
  signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
  with contextlib.ExitStack() as stack:
    lists = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="chibo-nation-", dir=given.folder)))
    print(f"Making the lists of {given.people:,} members …", file=sys.stderr, flush=True)
    nation = write(lists, given.people)
    cluster = stack.enter_context(running(given.folder, **SERVER))
    command = Command(binary)
    load(command, cluster, lists, nation, table)
    units = places(cluster, nation)
    measure_figures(command, cluster, units, table)
    measure_pages(binary, command, cluster, units, table)
    measure_commands(command, cluster, units, table)
    plan_figures(command, cluster, units)
  print(f"\n{table.failed} not met" if table.failed else "\nAll met.")
  sys.exit(1 if table.failed else 0)


if __name__ == "__main__":
  main()
