"""Lists brought in by the browser: good, bad and hostile ones, pages closed and servers killed on the way."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Record
from lists import Lists
from serving import Server, Visitor, address_of, environment, hidden, serve
from worlds import hill_cells

BOUNDARY = "----ChiboImport7d1"
# So many people make an import that lasts long enough to be killed in the middle.
CROWD = 4000


def form(token: str, files: list[tuple[str, bytes]]) -> bytes:
  """A form with files as a browser writes it."""
  head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="token"\r\n\r\n{token}\r\n'.encode()
  for name, content in files:
    head += (
      f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="lists"; filename="{name}"\r\n'
      "Content-Type: application/octet-stream\r\n\r\n"
    ).encode()
    head += content + b"\r\n"
  return head + f"--{BOUNDARY}--\r\n".encode()


@dataclass
class Officer:
  """An officer at the root of the tree, at the browser."""

  visitor: Visitor
  password: str

  def hand_in(self, files: list[tuple[str, bytes]]):
    body = form(hidden(self.visitor.get("/import").text, "token"), files)
    headers = {
      "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
      "Origin": self.visitor.server.address,
    }
    return self.visitor._ask("POST", "/import", body, headers)

  def preview(self, files: list[tuple[str, bytes]]) -> str:
    """Hands lists in and waits for what is found: gives its address."""
    answer = self.hand_in(files)
    assert answer.status == 303, answer.text[:2000]
    self.wait(answer.leads_to)
    return answer.leads_to

  def press(self, page: str, action: str, **more) -> str:
    token = hidden(self.visitor.get(page).text, "token")
    answer = self.visitor.post(action, {"token": token} | more)
    assert answer.status == 303, answer.text[:2000]
    return answer.leads_to

  def wait(self, job: str, seconds: int = 120) -> str:
    """The page of a job once it is over."""
    end = time.monotonic() + seconds
    while "data-over" not in self.visitor.get(job + "/progress").text:
      assert time.monotonic() < end, f"{job} is not over: {self.visitor.get(job + '/progress').text}"
      time.sleep(0.1)
    return self.visitor.get(job).text


def officer(record: Record, server: Server) -> Officer:
  said = record("account", "add", "ha", "--role", "officer", "--unit", "QN").out
  password = re.search(r"^The password of \w+: (\S+)$", said, re.MULTILINE).group(1)
  visitor = Visitor(server)
  assert visitor.sign_in("ha", password).status == 303
  return Officer(visitor, password)


@pytest.fixture
def ha(hills, server) -> Officer:
  return officer(hills, server)


def texts(lists: Lists, folder: Path) -> list[tuple[str, bytes]]:
  """The lists as files to send; those with nothing in them stay at home."""
  lists.write(folder)
  return [
    (f"{name}.csv", (folder / f"{name}.csv").read_bytes())
    for name in ("units", "members", "affiliations", "posts")
    if getattr(lists, name)
  ]


def newcomers(count: int, wrong: int = 0) -> Lists:
  """People admitted to cell C2, the first of them with days that cannot be."""
  lists = Lists()
  for number in range(count):
    day = "2019-02-30" if number < wrong else "2019-02-03"
    lists.member(f"N{number:05}", f"Lò Văn Số {number}", day, official="2020-02-03", sex="M")
    lists.affiliation(f"N{number:05}", "C2", "2019-02-03")
  return lists


def counted(record: Record) -> dict[str, int]:
  with closing(sqlite3.connect(f"file:{record.path}?mode=ro", uri=True)) as connection:
    return {
      table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
      for table in ("person", "membership_term", "affiliation", "roll", "entry")
    }


def test_good_lists_come_in_as_one_entry_and_make_the_same_record_as_the_command(
  ha, hills, another, tmp_path
):
  lists = newcomers(30)
  before = counted(hills)
  job = ha.preview(texts(lists, tmp_path / "lists"))
  assert counted(hills) == before
  done = ha.wait(ha.press(job, job + "/import"))
  assert "Đã nhập 60 dòng." in done
  entry = re.search(r'href="(/journal/\d+)"', done).group(1)
  assert ha.visitor.get(entry).status == 200
  after = counted(hills)
  assert after["person"] == before["person"] + 30 and after["entry"] == before["entry"] + 1
  hills("check")
  hills("journal", "verify")
  another.take_in(hill_cells())
  another.take_in(lists)
  assert hills.figures("QN", "2021-01-01") == another.figures("QN", "2021-01-01")


def test_what_is_refused_can_be_taken_away_mended_and_sent_again(ha, hills, tmp_path):
  job = ha.preview(texts(newcomers(20, wrong=3), tmp_path / "lists"))
  page = ha.visitor.get(job).text
  assert "2019-02-30" in page and "Chỉ nhập 34 dòng hợp lệ" in page
  done = ha.wait(ha.press(job, job + "/import", valid="yes"))
  assert "Đã nhập 34 dòng." in done
  files = []
  for name in ("members.csv", "affiliations.csv"):
    refused = ha.visitor.get(f"{job}/files/refused?name={name}")
    assert refused.status == 200 and refused.text.count("\n") == 4
    files.append((name, refused.body.replace(b"2019-02-30", b"2019-02-03")))
  again = ha.preview(files)
  assert "Nhập 6 dòng" in ha.visitor.get(again).text
  assert "Đã nhập 6 dòng." in ha.wait(ha.press(again, again + "/import"))
  book = ha.visitor.get(f"{job}/files/refused?name=refused.xlsx")
  (tmp_path / "refused.xlsx").write_bytes(book.body)
  assert "Đã có trong hồ sơ" in ha.visitor.get(ha.preview([("refused.xlsx", book.body)])).text
  hills("check")


def test_a_book_from_the_export_brings_nothing_new(ha, hills):
  book = hills.export("book", "--format", "xlsx") / "chibo.xlsx"
  job = ha.preview([("danh sách.xlsx", book.read_bytes())])
  assert "Không có gì mới" in ha.visitor.get(job).text


@pytest.mark.parametrize(
  "files",
  [
    [("members.csv", b"\xff\xfe\x00\x01")],
    [("members.csv", b"\x00" * 5000)],
    [("members.csv", b'"' * 99_999)],
    [("members.csv", b"person,name,admitted\n" + b"x" * 3_000_000)],
    [("members.csv", b"person,name,admitted\n<script>alert(1)</script>,=cmd|' /C calc'!A0,2020-13-01\n")],
    [("book.xlsx", b"PK\x03\x04" + b"\x00" * 5000)],
    [("book.xlsx", b"")],
    [("../../../tmp/units.csv", b"code\n")],
  ],
  ids=["utf16", "zeros", "quotes", "long", "script", "zip", "nothing", "folders"],
)
def test_hostile_files_are_told_and_leave_the_record_as_it_was(ha, hills, files):
  before = counted(hills)
  job = ha.preview(files)
  page = ha.visitor.get(job)
  assert page.status == 200 and "<script>alert" not in page.text
  assert 'class="message' in page.text and not re.search(r"[Nn]hập [\d.]+ dòng", page.text)
  assert counted(hills) == before
  assert ha.visitor.get("/jobs").status == 200


def test_more_than_64_mib_is_refused_and_nothing_is_kept(ha, hills):
  answer = ha.hand_in([("members.csv", b"x" * ((64 << 20) + 1))])
  assert answer.status == 413 and "64 MiB" in answer.text
  with closing(sqlite3.connect(f"file:{hills.path}?mode=ro", uri=True)) as connection:
    assert connection.execute("SELECT count(*) FROM file").fetchone()[0] == 0


def test_a_page_may_be_closed_and_the_work_stopped(ha, hills, tmp_path):
  before = counted(hills)
  job = ha.hand_in(texts(newcomers(CROWD), tmp_path / "lists")).leads_to
  ha.press(job, job + "/stop")
  assert "Đã dừng theo yêu cầu." in ha.wait(job)
  assert counted(hills) == before
  ha.press(job, job + "/again")
  ha.wait(job)
  # Somebody who comes back another day finds it among theirs.
  later = Visitor(ha.visitor.server)
  later.sign_in("ha", ha.password)
  assert job in later.get("/jobs").text and "Nhập 8.000 dòng" in later.get(job).text


@contextmanager
def killed(binary: Path, database: Path):
  """A server that a test kills: gives it and its process."""
  process = subprocess.Popen(
    [binary, "serve", "--database", str(database), "--port", "0"],
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


@pytest.mark.parametrize("delay", [0.05, 0.4, 1.0])
def test_a_server_killed_in_the_middle_leaves_all_or_nothing_and_says_so(hills, binary, tmp_path, delay):
  files = texts(newcomers(CROWD), tmp_path / "lists")
  before = counted(hills)
  with killed(binary, hills.path) as first:
    ha = officer(hills, first)
    job = ha.preview(files)
    before = counted(hills)
    commit = ha.press(job, job + "/import")
    time.sleep(delay)
    first.process.send_signal(signal.SIGKILL)
    first.process.wait()
  after = counted(hills)
  assert after["person"] in (before["person"], before["person"] + CROWD)
  assert after["entry"] - before["entry"] == (after["person"] > before["person"])
  with serve(binary, hills.path) as second:
    visitor = Visitor(second)
    assert visitor.sign_in("ha", ha.password).status == 303
    ha = Officer(visitor, ha.password)
    page = ha.wait(commit)
    if after == before and "Đã nhập" not in page:
      assert "Máy chủ ngừng giữa chừng." in page and "Làm lại" in page
      ha.press(commit, commit + "/again")
      page = ha.wait(commit)
    assert "Đã nhập 8.000 dòng." in page
  assert counted(hills)["person"] == before["person"] + CROWD
  assert counted(hills)["entry"] == before["entry"] + 1
  hills("check")
  hills("journal", "verify")


def test_a_server_asked_to_stop_lays_its_work_down_and_the_next_one_goes_on(hills, binary, tmp_path):
  files = texts(newcomers(CROWD), tmp_path / "lists")
  with killed(binary, hills.path) as first:
    ha = officer(hills, first)
    job = ha.preview(files)
    before = counted(hills)
    commit = ha.press(job, job + "/import")
    time.sleep(0.3)
    first.process.send_signal(signal.SIGTERM)
    assert first.process.wait(timeout=30) == 0
  assert counted(hills)["person"] in (before["person"], before["person"] + CROWD)
  with serve(binary, hills.path) as second:
    visitor = Visitor(second)
    assert visitor.sign_in("ha", ha.password).status == 303
    assert "Đã nhập 8.000 dòng." in Officer(visitor, ha.password).wait(commit)
  assert counted(hills)["person"] == before["person"] + CROWD
  hills("check")
