"""The primary dies under a stream of deeds, the standby takes over: nothing acknowledged is lost or doubled."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from clusters import OWNER, Cluster
from conftest import Chibo, Record
from lists import Lists
from senders import Board, Sender, Told
from serving import Server, Visitor, key, serve

SEEDS = (1, 40)
SENDERS = 6
# How many deeds each process has to do once the standby took over.
AFTERWARDS = 10


def _organisation() -> Lists:
  """A province with a cell for each sender, so that nobody changes what somebody else has before them."""
  lists = Lists()
  lists.unit("QN", "Đảng bộ tỉnh", "province")
  lists.unit("A", "Đảng bộ xã A", "baseCommittee", "QN")
  for number in range(SENDERS):
    lists.unit(f"C{number}", f"Chi bộ {number}", "cell", "A", sector="residential")
  lists.member("P1", "Hồ Thị Hà", "2018-06-01", official="2019-06-01", sex="F")
  lists.affiliation("P1", "C0", "2018-06-01")
  return lists


@dataclass
class Region:
  """A primary that waits for its standby, and two processes that find whichever of them takes deeds."""

  primary: Cluster
  standby: Cluster
  record: Record
  servers: list[Server]
  cells: list[str]
  cookies: dict[str, str]
  board: Board = field(default_factory=Board)
  senders: list[Sender] = field(default_factory=list)

  def begin(self, seed: int) -> None:
    self.senders = [
      Sender(self.board, self.servers, self.cookies, cell, f"{seed}-{number}")
      for number, cell in enumerate(self.cells)
    ]
    for sender in self.senders:
      sender.start()

  def finish(self) -> None:
    """Lets everybody finish the form in their hands."""
    self.board.ends = True
    for sender in self.senders:
      sender.join()
    assert not self.board.faults, self.board.faults[:3]

  def take_over(self) -> tuple[float, float]:
    """Ends the primary without a word and has the standby take its place; gives when each of them was."""
    died = time.monotonic()
    self.primary.kill9()
    self.standby.promote()
    return died, time.monotonic()


@contextlib.contextmanager
def _region(binary, folder) -> Iterator[Region]:
  with contextlib.ExitStack() as stack:
    primary, standby = Cluster(synchronous_commit="on"), Cluster(synchronous_commit="on")
    for each in (primary, standby):
      stack.callback(each.stop)
    standby.standby_of(primary.start())
    primary.wait_for(standby)
    hosts = f"{primary.folder},{standby.folder}"
    address = f"postgres://{OWNER}@/region?host={hosts}&target_session_attrs=read-write"
    record = Record(Chibo(binary, folder), address)
    lists = _organisation().write(folder / "lists")
    record("import", lists)
    said = record("account", "add", "ha", "--role", "officer", "--unit", "QN").out
    password = re.search(r"^The password of \w+: (\S+)$", said, re.MULTILINE).group(1)
    cells = primary.sql("SELECT id FROM unit WHERE code LIKE 'C%' ORDER BY code", "region").split()
    servers = [stack.enter_context(serve(binary, address)) for _ in range(2)]
    visitor = Visitor(servers[0])
    assert visitor.sign_in("ha", password).status == 303
    region = Region(primary, standby, record, servers, [key(int(cell)) for cell in cells], visitor.cookies)
    try:
      yield region
    finally:
      region.board.ends = True


@dataclass
class Reckoning:
  """What came of the deeds that were acknowledged, and of how long nobody was."""

  acknowledged: int
  lost: list[str]
  doubled: list[str]
  unasked: list[str]
  outage: float

  def __str__(self) -> str:
    return (
      f"acknowledged {self.acknowledged} / lost {len(self.lost)} / doubled {len(self.doubled)}"
      f" / {self.outage:.1f} s of outage"
    )


def reckon(told: list[Told], cluster: Cluster, died: float) -> Reckoning:
  """Holds what the senders were told against what is in a cluster's record."""
  requests = cluster.sql("SELECT request, seq FROM entry WHERE request IS NOT NULL", "region")
  entries = dict(line.split("|") for line in requests.split())
  admitted = "SELECT name FROM particulars WHERE superseded IS NULL AND name <> 'Hồ Thị Hà'"
  names = Counter(cluster.sql(admitted, "region").splitlines())

  def is_there(each: Told) -> bool:
    return names[each.name] > 0 and entries.get(each.request) == str(each.entry)

  promised = {each.name for each in told}
  # What had been answered before and was read a little later tells nothing.
  since = [each.answered for each in told if each.answered > died and (each.sent > died or each.times > 1)]
  return Reckoning(
    acknowledged=len(told),
    lost=[each.name for each in told if not is_there(each)],
    doubled=[name for name, times in names.items() if times > 1],
    unasked=[name for name in names if name not in promised],
    outage=min(since, default=died) - died,
  )


def test_a_standby_takes_over_with_nothing_acknowledged_lost(binary, tmp_path, seed, capsys):
  chance = random.Random(seed)
  with _region(binary, tmp_path) as region:
    board = region.board
    region.begin(seed)
    enough = chance.randint(20, 120)
    board.wait(lambda told: len(told) >= enough)
    # Wherever a deed happens to be by then: being read, being written, on its way to the standby.
    time.sleep(chance.uniform(0, 0.05))
    died, promoted = region.take_over()

    def both_go_on(told: list[Told]) -> bool:
      since = Counter(each.server for each in told if each.sent > died)
      return all(since[server.address] >= AFTERWARDS for server in region.servers)

    board.wait(both_go_on)
    region.finish()
    reckoning = reckon(board.told, region.standby, died)
    with capsys.disabled():
      print(f"\nfail-over {seed}: {reckoning}, {promoted - died:.1f} s of them until the standby took over")
    assert (reckoning.lost, reckoning.doubled, reckoning.unasked) == ([], [], [])
    region.record("journal", "verify")
    region.record("check")


def test_without_a_standby_that_is_waited_for_the_loss_would_be_seen(binary, tmp_path):
  """The reckoning itself: deeds that never reached the standby are found missing."""
  with _region(binary, tmp_path) as region:
    board = region.board
    region.primary.set(synchronous_standby_names="")
    region.begin(0)
    board.wait(lambda told: len(told) >= 10)
    sender = region.primary.sql("SELECT pid FROM pg_stat_replication")
    os.kill(int(sender), signal.SIGSTOP)
    stalled = time.monotonic()
    board.wait(lambda told: sum(each.sent > stalled for each in told) >= 10)
    region.board.ends = True
    region.take_over()
    assert len(reckon(board.told, region.standby, stalled).lost) >= 10
