"""The clusters that tests run on: each is there for what needs it, and leaves nothing behind."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from clusters import at_work
from conftest import HOUSE

SCRIPT = HOUSE / "Scripts/cluster"
SHOWN = 'psql "$CHIBO_TEST_POSTGRES" --no-psqlrc -Atc "SHOW data_directory" -c "SHOW server_encoding"'


def _begin(script: str) -> subprocess.Popen:
  return subprocess.Popen([SCRIPT, "run", "sh", "-c", script], stdout=subprocess.PIPE, text=True)


def test_a_command_beside_a_cluster_ends_with_its_own_code():
  running = _begin(f"{SHOWN}; exit 7")
  data, encoding = running.communicate()[0].split()
  assert (running.returncode, encoding) == (7, "UTF8")
  assert not Path(data).parent.exists() and not at_work(Path(data))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_cluster_goes_however_its_command_is_ended(number):
  # The command reads what never comes, and so outlives whoever is killed.
  running = _begin(f"{SHOWN}; exec tail -f /dev/null")
  data = Path(running.stdout.readline().strip())
  assert at_work(data)
  running.send_signal(number)
  assert running.wait() in (128 + number, -number)
  while data.parent.exists():
    time.sleep(0.01)
  assert not at_work(data)


def test_a_database_of_a_test_is_its_own(cluster, postgres):
  assert cluster.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", postgres.rsplit("/")[-1]) == "0"
