"""Several servers over one database: work goes on when one of them dies, and each tells the same as the other."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Record
from serving import Page, Server, Visitor, address_of, environment, hidden, listens
from test_import_pages import CROWD, Officer, newcomers, officer, texts
from worlds import hill_cells


@dataclass
class Site:
  """One database that two servers serve, and somebody who is led to either."""

  record: Record
  servers: list[Server]

  def kill(self, number: int) -> None:
    """Ends a server as a cut of the power does."""
    process = self.servers[number].process
    process.send_signal(signal.SIGKILL)
    process.wait()

  def pause(self, number: int) -> None:
    """Lets a server stand still, as a machine does that is moved elsewhere."""
    self.servers[number].process.send_signal(signal.SIGSTOP)

  def resume(self, number: int) -> None:
    self.servers[number].process.send_signal(signal.SIGCONT)

  def same(self, someone: Officer, number: int) -> Officer:
    """The same browser, led to another server."""
    return Officer(Visitor(self.servers[number], someone.visitor.cookies), someone.password)


def in_a_file(request, hills: Record) -> Record:
  return hills


def on_a_server(request, hills: Record) -> Record:
  address = request.getfixturevalue("postgres")
  record = Record(hills.chibo, address)
  record("init")
  record("import", hill_cells().write(hills.path.parent / "hills"))
  return record


# Where the database is that all servers and the console reach.
PLACES: dict[str, Callable[[pytest.FixtureRequest, Record], Record]] = {
  "sqlite": in_a_file,
  "postgres": on_a_server,
}


@contextlib.contextmanager
def served(binary: Path, database: str) -> Iterator[Server]:
  process = subprocess.Popen(
    [binary, "serve", "--database", database, "--port", "0"],
    stdout=subprocess.PIPE,
    stderr=subprocess.STDOUT,
    env=environment(),
  )
  try:
    yield Server(address_of(process), process)
  finally:
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture(params=PLACES)
def site(request, binary, hills) -> Iterator[Site]:
  if not listens(binary):
    pytest.skip("this binary serves no pages")
  record = PLACES[request.param](request, hills)
  with served(binary, str(record.path)) as first, served(binary, str(record.path)) as second:
    yield Site(record, [first, second])


def until(condition: Callable[[], object], of: str):
  """Asks again and again until something is so: gives what it was."""
  for _ in range(3000):
    if found := condition():
      return found
    time.sleep(0.05)
  raise AssertionError(f"it never came to this: {of}")


def entries(record: Record) -> int:
  return record("journal", "verify", "--format", "json").json["entries"]


def people(record: Record, code: str = "QN") -> int:
  return record.figures(code, "2021-01-01")["members.total"]


def is_sound(record: Record) -> None:
  record("check")
  record("journal", "verify")


def began(someone: Officer, job: str) -> bool:
  """Whether somebody has taken a job up."""
  return "Đang chờ đến lượt" not in someone.visitor.get(job + "/progress").text


def test_a_session_begun_at_one_server_opens_the_other_and_ends_at_both(site):
  here = officer(site.record, site.servers[0]).visitor
  there = Visitor(site.servers[1], here.cookies)
  assert here.get("/journal").status == there.get("/journal").status == 200
  form = {"token": hidden(here.get("/journal").text, "token")}
  kept = dict(here.cookies)
  assert there.post("/sign-out", form).status == 303
  assert Visitor(site.servers[0], kept).get("/journal").status == 303


def test_lists_handed_in_at_one_server_are_brought_in_at_the_other_once(site, tmp_path):
  here = officer(site.record, site.servers[0])
  there = site.same(here, 1)
  before = (people(site.record), entries(site.record))
  job = here.preview(texts(newcomers(30), tmp_path / "lists"))
  page = there.visitor.get(job)
  assert page.status == 200 and "Nhập 60 dòng" in page.text
  token = {"token": hidden(page.text, "token")}
  presses: list[Page] = [each.visitor.post(job + "/import", token) for each in (there, here)]
  assert {press.leads_to for press in presses} == {presses[0].leads_to}
  for each in (here, there):
    assert "Đã nhập 60 dòng." in each.wait(presses[0].leads_to)
  assert (people(site.record), entries(site.record)) == (before[0] + 30, before[1] + 1)
  is_sound(site.record)


@pytest.mark.parametrize("delay", [0.05, 0.4, 1.0])
def test_a_server_killed_in_the_middle_of_an_import_leaves_it_to_the_other(site, tmp_path, delay):
  here = officer(site.record, site.servers[0])
  job = here.preview(texts(newcomers(CROWD), tmp_path / "lists"))
  before = (people(site.record), entries(site.record))
  # Only one of the two does it; the one who began dies.
  site.pause(1)
  commit = here.press(job, job + "/import")
  until(lambda: began(here, commit), "the import began")
  time.sleep(delay)
  site.kill(0)
  site.resume(1)
  there = site.same(here, 1)
  page = there.wait(commit)
  if "Đã nhập" not in page:
    assert "Máy chủ ngừng giữa chừng." in page and "Làm lại" in page
    assert (people(site.record), entries(site.record)) == before
    there.press(commit, commit + "/again")
    page = there.wait(commit)
  assert "Đã nhập 8.000 dòng." in page
  # Pressed once more it is the same entry.
  assert there.press(commit, commit + "/again") == commit
  assert there.press(job, job + "/import") == commit
  assert (people(site.record), entries(site.record)) == (before[0] + CROWD, before[1] + 1)
  is_sound(site.record)


def over(someone: Officer, job: str) -> bool:
  return "data-over" in someone.visitor.get(job + "/progress").text


@pytest.mark.parametrize("delay", [0, 0.3])
def test_a_server_asked_to_stop_ends_well_and_the_other_goes_on(site, tmp_path, delay):
  here = officer(site.record, site.servers[0])
  job = here.preview(texts(newcomers(CROWD), tmp_path / "lists"))
  before = (people(site.record), entries(site.record))
  commit = here.press(job, job + "/import")
  until(lambda: began(here, commit), "the import began")
  time.sleep(delay)
  site.servers[0].process.send_signal(signal.SIGTERM)
  there = site.same(here, 1)
  assert "Đã nhập 8.000 dòng." in there.wait(commit)
  assert site.servers[0].process.wait() == 0
  assert (people(site.record), entries(site.record)) == (before[0] + CROWD, before[1] + 1)
  is_sound(site.record)


def test_a_preview_is_begun_again_by_the_other_server(site, tmp_path):
  here = officer(site.record, site.servers[0])
  site.pause(1)
  job = here.hand_in(texts(newcomers(CROWD), tmp_path / "lists")).leads_to
  until(lambda: began(here, job), "the preview began")
  site.kill(0)
  site.resume(1)
  there = site.same(here, 1)
  assert "Nhập 8.000 dòng" in there.wait(job)
  is_sound(site.record)


def test_a_server_that_stood_still_and_comes_back_does_nothing_twice(site, tmp_path):
  here = officer(site.record, site.servers[0])
  job = here.preview(texts(newcomers(300), tmp_path / "lists"))
  before = (people(site.record), entries(site.record))
  there = site.same(here, 1)
  site.pause(1)
  commit = here.press(job, job + "/import")
  site.pause(0)
  site.resume(1)
  token = hidden(there.visitor.get(job).text, "token")
  if there.visitor.post("/settings", {"token": token, "theme": "dark", "language": "vi"}).status == 503:
    # It stands still while it writes, and holds the record: nobody may think it dead.
    assert not over(there, commit)
    site.resume(0)
  page = until(lambda: over(there, commit) and there.visitor.get(commit).text, "it was done or judged")
  if "Đã nhập" not in page:
    there.press(commit, commit + "/again")
    assert "Đã nhập 600 dòng." in there.wait(commit)
  site.resume(0)
  assert "Đã nhập 600 dòng." in here.wait(commit)
  assert (people(site.record), entries(site.record)) == (before[0] + 300, before[1] + 1)
  is_sound(site.record)


def test_people_at_the_other_server_read_on_and_are_told_to_wait_while_one_imports(site, tmp_path):
  here = officer(site.record, site.servers[0])
  there = site.same(here, 1)
  job = here.preview(texts(newcomers(CROWD), tmp_path / "lists"))
  token = hidden(there.visitor.get(job).text, "token")
  commit = here.press(job, job + "/import")
  statuses = set()
  while not over(there, commit):
    assert there.visitor.get("/journal").status == 200
    answer = there.visitor.post("/settings", {"token": token, "language": "vi"})
    statuses.add(answer.status)
    if answer.status == 503:
      assert answer.headers["Retry-After"] and "Hồ sơ đang bận." in answer.text
    told = there.visitor.get(commit)
    assert told.status == 200
  assert statuses <= {303, 503}
  assert "Đã nhập 8.000 dòng." in there.visitor.get(commit).text
  assert re.search(r'href="/journal/\d+"', there.visitor.get(commit).text)


def test_stopped_at_the_other_server_nothing_is_written(site, tmp_path):
  here = officer(site.record, site.servers[0])
  there = site.same(here, 1)
  before = (people(site.record), entries(site.record))
  job = here.hand_in(texts(newcomers(CROWD), tmp_path / "lists")).leads_to
  token = {"token": hidden(there.visitor.get("/jobs").text, "token")}
  answer = there.visitor.post(job + "/stop", token)
  while answer.status == 503:
    assert "Chưa dừng được lúc này." in answer.text and answer.headers["Retry-After"]
    answer = there.visitor.post(job + "/stop", token)
  assert answer.status == 303
  there.wait(job)
  assert (people(site.record), entries(site.record)) == before
  is_sound(site.record)
