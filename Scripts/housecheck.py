"""Holds the tree to the rules of the house, and the rules to what they are meant to find.

housecheck.py FOLDER        names every offence in a tree
housecheck.py --self-test   plants an offence against every rule in a temporary folder and finds it
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from houserules import LONG_FILE, RULES, TOO_LONG_FILE, File, Offence

from houserules_plants import CLEAN, PLANTS

# The rules' own words stand in the first two; the others are not ours to word.
NOT_READ = re.compile(r"^Scripts/houserules(_plants)?\.py$|^(.*/)?Package\.resolved$|^LICENSE$")


def tree(root: Path) -> list[File]:
  """The files of the tree: what git follows, and what it would."""
  listed = subprocess.run(
    ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"],
    capture_output=True,
    check=True,
  )
  files = []
  for path in sorted(listed.stdout.decode().split("\0")):
    if path and not NOT_READ.search(path) and (root / path).is_file():
      content = (root / path).read_bytes()
      # A file with a nought in it is a picture, a font or an archive.
      if b"\0" not in content:
        files.append(File(path, content.decode(errors="replace")))
  return files


def offences(files: list[File]) -> list[Offence]:
  return [
    Offence(path, line, name, text) for name, check in RULES.items() for path, line, text in check(files)
  ]


def hold(root: Path) -> int:
  files = tree(root)
  for file in files:
    count = file.text.count("\n")
    if file.path.endswith((".swift", ".py")) and LONG_FILE < count <= TOO_LONG_FILE:
      print(f"{file.path}: {count} lines, over {LONG_FILE}")
  found = offences(files)
  for offence in found:
    print(offence)
  print(f"{len(files)} files, {len(RULES)} rules of the house, {len(found)} offences.")
  return 1 if found else 0


def self_test() -> int:
  """Plants what each rule forbids, and what it allows, and looks at what is found."""
  wrong = [
    f"no offence is planted against {name}" for name in RULES if name not in {plant[0] for plant in PLANTS}
  ]
  for name, contents in [*PLANTS, (None, CLEAN)]:
    with tempfile.TemporaryDirectory() as folder:
      root = Path(folder)
      subprocess.run(["git", "init", "-q", folder], check=True)
      for path, text in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
      found = {offence.rule for offence in offences(tree(root))}
    if found != ({name} if name else set()):
      wrong.append(
        f"planted {name or 'nothing'} in {', '.join(contents)}, found {', '.join(found) or 'nothing'}"
      )
  for line in wrong:
    print(f"The linter is wrong: {line}")
  if not wrong:
    print(f"The linter finds all {len(PLANTS)} planted offences, and nothing where nothing is planted.")
  return 1 if wrong else 0


if __name__ == "__main__":
  if sys.argv[1:] == ["--self-test"]:
    sys.exit(self_test())
  if len(sys.argv) != 2:
    sys.exit(__doc__)
  sys.exit(hold(Path(sys.argv[1])))
