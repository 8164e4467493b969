"""What can go wrong around a command: it is killed, the disk is full, nothing may be written."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Answer, Chibo
from serving import environment

NOBODY = 65534


def cut_short(chibo: Chibo, *arguments, after: float) -> Answer:
  """Runs a verb and kills it, without a chance to tidy up, unless it is done by then."""
  command = [str(argument) for argument in arguments]
  process = subprocess.Popen(
    [chibo.binary, *command],
    stdin=subprocess.DEVNULL,
    stdout=subprocess.PIPE,
    stderr=subprocess.PIPE,
    cwd=chibo.folder,
    env=environment(),
  )
  try:
    out, err = process.communicate(timeout=after)
  except subprocess.TimeoutExpired:
    process.kill()
    out, err = process.communicate()
  answer = Answer(["chibo", *command], process.returncode, out.decode(), err.decode())
  assert answer.code in (0, -signal.SIGKILL), f"{answer} ended with {answer.code}:\n{answer.said}"
  return answer


def clerks(chibo: Chibo, names: str, database: Path, after: float) -> str:
  """Several clerks, each opening one account after another until all are killed at once.

  Gives what they were told by then.
  """
  loop = 'n=0; while :; do n=$((n+1)); "$0" account add "$1$n" --database "$2"; done'
  working, told = [], []
  for name in names:
    told.append(chibo.folder / f"told-{name}")
    with open(told[-1], "wb") as out:
      working.append(
        subprocess.Popen(
          ["sh", "-c", loop, chibo.binary, name, database],
          stdout=out,
          stderr=subprocess.DEVNULL,
          env=environment(),
          start_new_session=True,
        )
      )
  try:
    working[0].wait(timeout=after)
  except subprocess.TimeoutExpired:
    pass
  for one in working:
    os.killpg(one.pid, signal.SIGKILL)
    one.wait()
  return "".join(path.read_text() for path in told)


def _wrapped(chibo: Chibo, name: str, *before) -> Chibo:
  """The command run behind another one."""
  script = chibo.folder / name
  words = " ".join(shlex.quote(str(word)) for word in (*before, chibo.binary))
  script.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
  script.chmod(0o755)
  return Chibo(script, chibo.folder)


@dataclass
class SmallDisk:
  """A disk of its own of a few megabytes, seen by the commands run through `chibo`, and how full it is."""

  chibo: Chibo
  path: Path
  # The same place, as everybody else reaches it.
  outside: Path

  def leave(self, kibibytes: int) -> None:
    """Fills the disk but for so much."""
    self.make_room()
    room = os.statvfs(self.outside)
    fill = room.f_bavail * room.f_frsize - (kibibytes << 10)
    with open(self.outside / "filler", "wb") as filler:
      os.posix_fallocate(filler.fileno(), 0, fill)

  def make_room(self) -> None:
    (self.outside / "filler").unlink(missing_ok=True)

  def names(self) -> set[str]:
    return {path.name for path in self.outside.iterdir()} - {"filler"}


@contextlib.contextmanager
def small_disk(chibo: Chibo, megabytes: int) -> Iterator[SmallDisk]:
  """Mounts a disk where only this process and the commands run through it see it; no rights are needed."""
  path = chibo.folder / "disk"
  path.mkdir()
  mount = f"mount -t tmpfs -o size={megabytes}m none {shlex.quote(str(path))} && echo mounted && exec cat"
  holder = subprocess.Popen(
    ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    stderr=subprocess.PIPE,
  )
  try:
    if holder.stdout.readline() != b"mounted\n":
      pytest.skip("this machine lets nobody mount a disk of their own: " + holder.stderr.read().decode())
    enter = ("nsenter", f"--target={holder.pid}", "--user", "--mount", "--preserve-credentials", "--")
    outside = Path(f"/proc/{holder.pid}/root{path}")
    yield SmallDisk(_wrapped(chibo, "on-the-small-disk", *enter), path, outside)
  finally:
    holder.kill()
    holder.communicate()


@contextlib.contextmanager
def without_rights(chibo: Chibo) -> Iterator[Chibo]:
  """The command as run by somebody who owns nothing, in a folder that such a one can reach."""
  with tempfile.TemporaryDirectory(prefix="chibo-") as name:
    folder = Path(name)
    folder.chmod(0o755)
    if os.geteuid() != 0:
      yield Chibo(chibo.binary, folder)
      return
    binary = shutil.copy(chibo.binary, folder / "chibo")
    as_nobody = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--")
    yield _wrapped(Chibo(Path(binary), folder), "as-nobody", *as_nobody)
