"""PostgreSQL clusters of their own, from Debian's packages: in a folder that goes with them, on a socket alone.

Nothing here needs more than Python itself, for `Scripts/cluster` stands on it before anything is installed.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

PACKAGES = Path("/usr/lib/postgresql")
# Who everybody is on a socket that trusts whoever reaches it; only the cluster's own user and root do.
OWNER = "postgres"
# A cluster that is thrown away in a minute need not outlive the machine's power.
FOR_TESTS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
# Outlives whoever began the cluster, however that one ended: then it stops the cluster and removes the folder.
KEEPER = """
trap '' INT TERM HUP
cat >/dev/null
running() { pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && [ "$(readlink "/proc/$pid/cwd")" = "$1/data" ]; }
if running "$1"; then kill -INT "$pid"; fi
for _ in $(seq 100); do running "$1" || break; sleep 0.1; done
if running "$1"; then kill -QUIT "$pid"; sleep 1; fi
rm -rf "$1"
"""


def binaries() -> Path:
  """The folder of the newest server's programs."""
  found = sorted(PACKAGES.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
  if not found:
    raise FileNotFoundError(f"No PostgreSQL in {PACKAGES}: `Scripts/install test` brings it in.")
  return found[-1].parent


def _place() -> str:
  """Memory where there is room: a database is copied there ten times as fast."""
  try:
    room = os.statvfs("/dev/shm")
  except OSError:
    return "/tmp"
  return "/dev/shm" if os.access("/dev/shm", os.W_OK) and room.f_bavail * room.f_frsize > 8 << 30 else "/tmp"


class Cluster:
  """A server with its databases, from `start` until `stop`."""

  def __init__(self, place: str | None = None, **settings: str):
    self.settings = FOR_TESTS | settings
    # PostgreSQL refuses to run as root.
    self._user = _servant() if os.geteuid() == 0 else {}
    # A socket's whole path has 107 bytes at most: this is no place for the folder of a test.
    place = place or os.environ.get("CHIBO_CLUSTERS") or _place()
    self.folder = Path(tempfile.mkdtemp(prefix="chibo-pg-", dir=place))
    if self._user:
      os.chown(self.folder, self._user["user"], self._user["group"])
    self.data = self.folder / "data"
    self._keeper = subprocess.Popen(
      ["sh", "-c", KEEPER, "keeper", str(self.folder)], stdin=subprocess.PIPE, start_new_session=True
    )

  def url(self, database: str = "postgres") -> str:
    """Where a database of the cluster is, as `--database` takes it."""
    return f"postgres://{OWNER}@{quote(str(self.folder), safe='')}/{database}"

  def start(self) -> Cluster:
    """Makes the cluster the first time, and serves it."""
    if not self.data.exists():
      alike = ("--encoding=UTF8", "--locale=C", "--auth=trust", f"--username={OWNER}")
      self._run("initdb", "--no-sync", "--no-instructions", *alike, "--pgdata", self.data)
    self._configure()
    try:
      self._run("pg_ctl", "start", "--wait", "--silent", "--pgdata", self.data, "--log", self.log)
    except RuntimeError as error:
      raise RuntimeError(f"{error}\n{self.said()}") from None
    return self

  @property
  def log(self) -> Path:
    return self.folder / "log"

  def said(self) -> str:
    """The last that the server wrote down."""
    return self.log.read_text()[-4000:] if self.log.exists() else ""

  def stop(self) -> None:
    """Stops the cluster and removes all of it."""
    self._keeper.stdin.close()
    self._keeper.wait()

  def set(self, **settings: str) -> None:
    """Changes settings of the running cluster."""
    self.settings |= settings
    self._configure()
    self._run("pg_ctl", "reload", "--silent", "--pgdata", self.data)

  def kill9(self) -> None:
    """Ends every process of the cluster at once, as when the machine loses its power."""
    while found := at_work(self.data):
      for process in found:
        with contextlib.suppress(ProcessLookupError):
          os.kill(process, signal.SIGKILL)
      time.sleep(0.005)

  def standby_of(self, primary: Cluster) -> Cluster:
    """Copies a running primary and follows it from then on, under a slot that keeps what is not yet here."""
    name = self.folder.name.replace("-", "_")
    source = f"host={primary.folder} user={OWNER} application_name={name}"
    copy = ("--checkpoint=fast", "--wal-method=stream", "--no-sync", "--create-slot", f"--slot={name}")
    self._run("pg_basebackup", *copy, "--dbname", source, "--pgdata", self.data)
    self.settings |= {"primary_conninfo": source, "primary_slot_name": name}
    # A standby that has just looked in vain for its primary would else sleep for five seconds, promoted or not.
    self.settings["wal_retrieve_retry_interval"] = "200ms"
    (self.data / "standby.signal").touch()
    self.start()
    return self

  def wait_for(self, standby: Cluster) -> None:
    """From here on nothing is acknowledged before the standby has it on its disk."""
    name = standby.folder.name.replace("-", "_")
    self.set(synchronous_commit="on", synchronous_standby_names=f"FIRST 1 ({name})")
    streams = f"SELECT sync_state FROM pg_stat_replication WHERE application_name = '{name}'"
    while self.sql(streams) != "sync":
      time.sleep(0.05)

  def promote(self) -> None:
    """Makes a standby the primary, and returns when it takes deeds."""
    self._run("pg_ctl", "promote", "--wait", "--silent", "--pgdata", self.data)

  def sql(self, question: str, database: str = "postgres", *options: str) -> str:
    """What psql answers: rows by line, columns by bar."""
    plain = ("--no-psqlrc", "--no-align", "--tuples-only", "--quiet", "--set=ON_ERROR_STOP=1")
    return self._run("psql", *plain, *options, "--dbname", self.url(database), "--command", question).strip()

  @contextlib.contextmanager
  def database(self, name: str) -> Iterator[str]:
    """A database of its own, by its address, until it is dropped."""
    self.sql(f'CREATE DATABASE "{name}"')
    try:
      yield self.url(name)
    finally:
      self.sql(f'DROP DATABASE "{name}" WITH (FORCE)')

  def _configure(self) -> None:
    """Writes all settings, so that a copied cluster takes none of its primary's."""
    here = {
      "listen_addresses": "",
      "unix_socket_directories": str(self.folder),
      "max_connections": "300",
      "timezone": "UTC",
      "log_timezone": "UTC",
    }
    lines = [f"{name} = '{value}'\n" for name, value in (here | self.settings).items()]
    (self.data / "postgresql.conf").write_text("".join(lines))

  def _run(self, program: str, *arguments) -> str:
    command = [str(binaries() / program), *map(str, arguments)]
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"}
    # What pg_ctl starts would hold a pipe open for as long as it lives.
    with tempfile.TemporaryFile() as out:
      done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, cwd="/", env=plain, **self._user
      )
      out.seek(0)
      said = out.read().decode()
    if done.returncode != 0:
      raise RuntimeError(f"{program} ended with {done.returncode}: {said}")
    return said


def at_work(data: Path) -> list[int]:
  """The processes of a cluster, all of which work in its data folder."""
  found = []
  for process in Path("/proc").glob("[0-9]*"):
    with contextlib.suppress(OSError):
      if os.readlink(process / "cwd").removesuffix(" (deleted)") == str(data):
        found.append(int(process.name))
  return found


def _servant() -> dict:
  """Somebody without rights whom root has the server run as."""
  names = {each.pw_name for each in pwd.getpwall()}
  servant = pwd.getpwnam(next(name for name in (OWNER, "nobody") if name in names))
  return {"user": servant.pw_uid, "group": servant.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def running(place: str | None = None, **settings: str) -> Iterator[Cluster]:
  """A cluster that is there until the block ends."""
  cluster = Cluster(place, **settings)
  try:
    yield cluster.start()
  finally:
    cluster.stop()
