"""Officers who send one form after another to any of several servers, and press again when no answer comes."""

from __future__ import annotations

import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from serving import Server, Visitor, hidden

# A form that a server in trouble does not take, or does not answer, is sent again.
TROUBLE = (502, 503, 504)


@dataclass
class Told:
  """What somebody was told of one deed: done, as this entry."""

  name: str
  request: str
  entry: int
  sent: float
  answered: float
  # Which of the servers answered in the end, and how often the form was sent.
  server: str
  times: int


@dataclass
class Board:
  """All that the senders were told, and what went wrong."""

  told: list[Told] = field(default_factory=list)
  faults: list[str] = field(default_factory=list)
  changed: threading.Condition = field(default_factory=threading.Condition)
  ends: bool = False

  def add(self, told: Told) -> None:
    with self.changed:
      self.told.append(told)
      self.changed.notify_all()

  def fault(self, what: str) -> None:
    with self.changed:
      self.faults.append(what)
      self.changed.notify_all()

  def wait(self, until) -> None:
    """Waits until something holds of what was told, or something went wrong."""
    with self.changed:
      self.changed.wait_for(lambda: self.faults or until(self.told))
    assert not self.faults, self.faults[:3]


class Sender(threading.Thread):
  """An officer who admits one person after another to a cell."""

  def __init__(self, board: Board, servers: list[Server], cookies: dict[str, str], cell: str, seed: str):
    super().__init__(daemon=True)
    self.board, self.servers, self.path, self.seed = board, servers, f"/deeds/admit?unit={cell}", seed
    self.visitor = Visitor(servers[0], dict(cookies), patience=60)
    self.chance = random.Random(seed)

  def run(self) -> None:
    number = 0
    try:
      while not self.board.ends:
        number += 1
        self.board.add(self._admit(f"Người thứ {self.seed}-{number}"))
    except Exception as error:  # Whatever it is, the test has to hear of it.
      self.board.fault(f"{type(error).__name__}: {error}")

  def _admit(self, name: str) -> Told:
    page, _ = self._again(lambda: self.visitor.get(self.path))
    if page.status != 200:
      raise AssertionError(f"GET {self.path} answered {page.status}: {page.text[:2000]}")
    form = {each: hidden(page.text, each) for each in ("token", "request", "seen")}
    form |= {"step": "record", "name": name, "sex": "F", "born": "1999", "admitted": "2025-03-01"}
    form |= {"number": "18-QĐ/TU", "signed": "2025-03-01", "issuer": "QN", "signer": "Lò Văn Chính"}
    sent = time.monotonic()
    page, times = self._again(lambda: self.visitor.post(self.path, form))
    if page.status != 303 or "done=" not in (page.leads_to or ""):
      raise AssertionError(f"{name} was answered {page.status} {page.leads_to}: {page.text[:2000]}")
    entry = int(parse_qs(urlsplit(page.leads_to).query)["done"][0])
    server = self.visitor.server.address
    return Told(name, form["request"], entry, sent, time.monotonic(), server, times)

  def _again(self, ask):
    """Asks any of the servers until one answers, and how often it took."""
    times = 0
    while True:
      times += 1
      self.visitor.server = self.chance.choice(self.servers)
      try:
        page = ask()
        if page.status not in TROUBLE:
          return page, times
      except (OSError, http.client.HTTPException):
        pass
      time.sleep(0.1)
