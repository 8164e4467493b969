"""What is browsed of a year of meetings, to be measured beside the roll."""

import sqlite3
from pathlib import Path

from serving import key


def meeting_paths(record: Path, units: dict[str, int]) -> dict[str, str]:
  """What is browsed of a year of meetings: a cell's list, one meeting, and which cells met in which month."""
  last = """
    SELECT id FROM meeting WHERE unit = ? AND stage = 'closed' AND kind = 'regular' AND superseded IS NULL
    ORDER BY start_on DESC
  """
  with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as database:
    meeting = database.execute(last, (units["cell"],)).fetchone()[0]
  lists = {name: f"/units/{key(unit)}/meetings?year=2025&on=2025-12-31" for name, unit in units.items()}
  return {
    "meetings of a cell": lists["cell"],
    "a meeting with its roll call": f"/meetings/{key(meeting)}?on=2025-12-31",
    "board of a committee's meetings": lists["committee"],
    "board of the province's meetings": lists["province"],
  }
