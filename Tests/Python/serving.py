"""The server and a visitor to it: signs in with a form, keeps cookies, follows no redirection by itself."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

# The desk of the demonstration.
DESK = ("bantochuc", "son-giang-2025")
# Digits and letters in which an identity is written in an address.
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def environment() -> dict[str, str]:
  """A plain environment, so that no test leans on the machine's language or time zone."""
  kept = {
    name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "USER", "LD_LIBRARY_PATH")
  }
  return kept | {"LANG": "C.UTF-8", "TZ": "UTC"}


@dataclass
class Server:
  """A served database."""

  address: str
  process: subprocess.Popen

  @property
  def host(self) -> str:
    return urlsplit(self.address).netloc


@dataclass
class Page:
  """What an address answered."""

  path: str
  status: int
  headers: http.client.HTTPMessage
  body: bytes

  @property
  def text(self) -> str:
    return self.body.decode()

  @property
  def leads_to(self) -> str | None:
    return self.headers["Location"]


@dataclass
class Visitor:
  """Somebody with a browser, reduced to its cookies."""

  server: Server
  cookies: dict[str, str] = field(default_factory=dict)
  # For how many seconds an answer is waited for; else for ever.
  patience: float | None = None

  @property
  def cookie(self) -> str:
    return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

  def get(self, path: str) -> Page:
    return self._ask("GET", path, None, {})

  def post(self, path: str, form: dict[str, str], **headers) -> Page:
    """Sends a form as a page of the site would; `headers` say otherwise."""
    fields = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.server.address}
    return self._ask("POST", path, urlencode(form), fields | headers)

  def sign_in(self, account: str, password: str) -> Page:
    door = self.get("/sign-in")
    form = {"account": account, "password": password, "token": hidden(door.text, "token")}
    return self.post("/sign-in", form)

  def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
    connection = http.client.HTTPConnection(self.server.host, timeout=self.patience)
    try:
      sent = headers | ({"Cookie": self.cookie} if self.cookies else {})
      connection.request(method, path, body=body, headers=sent)
      answer = connection.getresponse()
      page = Page(path, answer.status, answer.headers, answer.read())
    finally:
      connection.close()
    for line in page.headers.get_all("Set-Cookie", []):
      name, _, value = line.split(";")[0].partition("=")
      self.cookies[name] = value
      if not value:
        del self.cookies[name]
    return page


def hidden(page: str, name: str) -> str:
  """What a form of the page keeps hidden under a name."""
  for field_ in re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page):
    if f'name="{name}"' in field_:
      return re.search(r'value="([^"]*)"', field_).group(1)
  raise AssertionError(f"No form of the page keeps {name} hidden:\n{page[:3000]}")


@contextlib.contextmanager
def serve(binary: Path, database: Path, *options: str) -> Iterator[Server]:
  """Serves a database on a free port of this machine."""
  process = subprocess.Popen(
    [binary, "serve", "--database", str(database), "--port", "0", *options],
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


def address_of(process: subprocess.Popen) -> str:
  """The address that the server prints once it listens."""
  said = b""
  while piece := os.read(process.stdout.fileno(), 4096):
    said += piece
    if found := re.search(rb"http://[\w.:\[\]-]+:\d+", said):
      return found.group(0).decode()
  raise AssertionError(f"The server did not say where it is:\n{said.decode()}")


def listens(binary: Path) -> bool:
  """Whether the command can serve pages."""
  return "--port" in subprocess.run([binary, "serve", "--help"], capture_output=True, text=True).stdout


def key(number: int) -> str:
  """An identity as addresses write it."""
  return "".join(DIGITS[number >> shift & 31] for shift in range(60, -1, -5))


def unit_key(database: Path, code: str) -> str:
  return _key(database, "SELECT id FROM unit WHERE code = ?", code)


def person_key(database: Path, code: str) -> str:
  return _key(database, "SELECT id FROM person WHERE code = ?", code)


def account_key(database: Path, name: str) -> str:
  return _key(database, "SELECT id FROM account WHERE name = ?", name)


def _key(database: Path, question: str, code: str) -> str:
  with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
    return key(connection.execute(question, (code,)).fetchone()[0])
