"""The rules of the house that a formatter cannot see. STYLE.md says why each of them stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import swiftsource

# Tables whose rows are dated and versioned: read as known today, or as known at a moment, never both.
DATED_TABLES = """
  unit_name unit_kind unit_sector unit_parent ancestry lineage particulars membership_term affiliation
  post roll access_grant rulebook_version dues_basis dues_payment dues_passed dues_reason badge_award
""".split()
# The helpers that say which knowledge a row of an alias is read at.
KNOWLEDGE_HELPERS = ("known", "asOf", "current")
# The comment that lets a statement read every version, with its reason.
EXEMPTION = re.compile(r"(?://|--) any knowledge:[ \t]*\S")
# The one file outside App that may ask for the time.
CLOCK_FILE = "Clock.swift"
# Drivers wrap C libraries, and answer for their own locking.
DRIVERS = ("Sources/SQLiteStorage/", "Sources/PostgresStorage/", "Sources/Sheets/")
LONG_FILE, TOO_LONG_FILE = 300, 500

# What one of the two engines would not take, or would take differently.
FOREIGN_SQL = {
  r"INSERT OR\b": "ON CONFLICT … DO",
  r"\bREPLACE INTO\b": "ON CONFLICT … DO UPDATE",
  r"\bAUTOINCREMENT\b": "an identity drawn by us",
  r"\browid\b": "the primary key",
  r"\bifnull\(": "coalesce(",
  r"\bgroup_concat\b": "joining in Swift",
  r"\bstrftime\b": "a day computed in Swift",
  r"\bdate\('now'": "the day as an argument",
  r"\bdatetime\(": "a moment computed in Swift",
  r"\bI?LIKE\b": ">= and < on search_key",
  r"\bGLOB\b": ">= and < on search_key",
  r"\bCOLLATE\b": "sort_key",
  r"\blower\(": "search_key",
  r"->>": "JSON read in Swift",
  r"\bjsonb?_\w+\(": "JSON read in Swift",
  r"\bPRAGMA\b": "a setting of the driver",
  r"\bREAL\b": "a whole number",
  r"\bDECIMAL\b": "a whole number",
  r"\btotal\(": "coalesce(sum(…), 0)",
  r"\biif\(": "CASE",
}
SQL_STATEMENT = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (UNIQUE )?(TABLE|INDEX))\b")
SQL_KEYWORDS = set(
  """
  ON WHERE JOIN LEFT RIGHT INNER CROSS FULL GROUP ORDER UNION EXCEPT INTERSECT SET USING LIMIT HAVING AS FROM
  VALUES WINDOW RETURNING
""".split()
)


@dataclass
class File:
  """One file of the tree."""

  path: str
  text: str
  swift: swiftsource.Source = field(init=False)

  def __post_init__(self) -> None:
    self.swift = swiftsource.read(self.text if self.path.endswith(".swift") else "")

  def within(self, *folders: str) -> bool:
    return self.path.startswith(folders)

  def matches(self, pattern: str, text: str | None = None, flags: int = 0) -> Iterator[tuple[int, str]]:
    """The line and the text of every place that matches, in the whole file unless told otherwise."""
    text = self.text if text is None else text
    for match in re.finditer(pattern, text, flags):
      yield text.count("\n", 0, match.start()) + 1, match.group(0)


@dataclass
class Offence:
  path: str
  line: int
  rule: str
  sentence: str

  def __str__(self) -> str:
    return f"{self.path}:{self.line}: [{self.rule}] {self.sentence}"


Check = Callable[[list[File]], Iterator[tuple[str, int, str]]]
RULES: dict[str, Check] = {}


def rule(name: str) -> Callable[[Check], Check]:
  def add(check: Check) -> Check:
    RULES[name] = check
    return check

  return add


def swift_code(files: list[File], *folders: str) -> Iterator[File]:
  for file in files:
    if file.path.endswith(".swift") and file.within(*folders):
      yield file


@rule("pure-layers")
def pure_layers(files):
  for file in swift_code(files, "Rules/Sources/", "Sources/Storage/", "Sources/Markup/", "Sources/Phrases/"):
    for line, found in file.matches(r"\bimport Foundation\w*", file.swift.code):
      yield file.path, line, f"`{found}`: this layer computes without a computer."


@rule("day-is-an-argument")
def day_is_an_argument(files):
  clock = (
    r"\bDate\(\)|\bDate\.now\b|\bLocale\.current\b|\bTimeZone\.current\b|\bclock_gettime\b|\btime\(nil\)"
  )
  clocks = []
  for file in swift_code(files, "Rules/Sources/", "Sources/"):
    if file.within("Sources/App/"):
      continue
    for line, found in file.matches(clock, file.swift.code):
      if Path(file.path).name == CLOCK_FILE:
        clocks.append((file.path, line))
      else:
        yield file.path, line, f"`{found}`: the day and the moment are arguments; only {CLOCK_FILE} asks."
  for path, line in clocks:
    if path != clocks[0][0]:
      yield path, line, f"There is one clock, {clocks[0][0]}."


@rule("trusted-in-one-file")
def trusted_in_one_file(files):
  users: dict[str, int] = {}
  for file in swift_code(files, "Sources/"):
    declares = re.search(r"\binit\(trusted\b", file.swift.code)
    for line, _ in file.matches(r"(?<!init)\(trusted:", file.swift.code):
      if not declares:
        users.setdefault(file.path, line)
  for path in sorted(users)[1:]:
    yield path, users[path], f"`trusted:` is used in one file, {sorted(users)[0]}."


@rule("small-files")
def small_files(files):
  for file in files:
    count = file.text.count("\n")
    if file.path.endswith((".swift", ".py")) and count > TOO_LONG_FILE:
      yield file.path, count, f"{count} lines: a file is one thing, and no more than {TOO_LONG_FILE} lines."


@rule("one-sql")
def one_sql(files):
  for file in swift_code(files, "Sources/Records/"):
    for literal in file.swift.literals:
      for pattern, instead in FOREIGN_SQL.items():
        for line, found in file.matches(pattern, literal.text):
          yield file.path, literal.line + line - 1, f"`{found.strip()}` is not for both engines: {instead}."
      if SQL_STATEMENT.search(literal.text):
        for line, found in file.matches(r'"\w+"', literal.text):
          yield file.path, literal.line + line - 1, f"`{found}`: names are unquoted snake_case."


def settled_aliases(code: str) -> set[str]:
  """The aliases for which the code says at which knowledge they are read."""
  return set(re.findall(rf'\b(?:{"|".join(KNOWLEDGE_HELPERS)})\(\s*"(\w+)"', code))


def fragment(name: str, lines: list[str]) -> str:
  """The lines that give a named piece of SQL its text, nearest above; a piece is a few lines long."""
  for number in range(len(lines) - 1, -1, -1):
    if re.search(rf"\blet {name}\b", lines[number]):
      return "\n".join(lines[number : number + 4])
  return ""


@rule("which-knowledge")
def which_knowledge(files):
  tables = "|".join(DATED_TABLES)
  named = re.compile(rf"(\bFROM|\bJOIN|,)\s+({tables})\b(?:\s+(?:AS\s+)?([A-Za-z_]\w*))?")
  for file in swift_code(files, "Sources/Records/"):
    if not file.path.endswith(("Store.swift", "Figures.swift")):
      continue
    lines = file.text.split("\n")
    for literal in file.swift.literals:
      settled = set()
      for code in literal.interpolations:
        settled |= settled_aliases(code)
        if code.isidentifier():
          settled |= settled_aliases(fragment(code, lines[: literal.line - 1]))
      for match in named.finditer(literal.text):
        word, table, alias = match.groups()
        if alias and alias.upper() in SQL_KEYWORDS:
          alias = None
        if word == "," and not alias:
          continue
        line = literal.line + literal.text.count("\n", 0, match.start(2))
        above = lines[max(0, literal.line - 4) : literal.line] + lines[max(0, line - 2) : line]
        if (alias or table) in settled or any(EXEMPTION.search(text) for text in above):
          continue
        yield (
          file.path,
          line,
          (
            f"`{table}` as `{alias or table}` is read without saying as known when: "
            f'\\({KNOWLEDGE_HELPERS[0]}("{alias or table}" …)), or `// any knowledge:` and the reason.'
          ),
        )


@rule("pages-write-no-sql")
def pages_write_no_sql(files):
  statement = r"\bSELECT\b[^;]*\bFROM\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b"
  for file in swift_code(files, "Sources/Web/", "Sources/App/", "Sources/Phrases/"):
    for literal in file.swift.literals:
      for line, _ in file.matches(statement, literal.text):
        yield file.path, literal.line + line - 1, "SQL is written in stores."


@rule("words-of-each-reader")
def words_of_each_reader(files):
  for file in swift_code(files, "Sources/Phrases/"):
    for line, _ in file.matches(r"\bstatic let \w+(: Phrase)? = Phrase\(", file.swift.code):
      yield file.path, line, "A phrase that is kept keeps the language of its first reader: `static var … { }`."


@rule("no-lies-to-the-compiler")
def no_lies_to_the_compiler(files):
  for file in swift_code(files, "Rules/", "Sources/", "Tests/"):
    lines = file.text.split("\n")
    for line, found in file.matches(r"@unchecked\s+Sendable|\bnonisolated\(unsafe\)", file.swift.code):
      if file.within(*DRIVERS) and any("//" in text for text in lines[max(0, line - 6) : line]):
        continue
      yield file.path, line, f"`{found}` stands in drivers only, with a comment that says what guards it."


@rule("no-attic")
def no_attic(files):
  attic = r"(Utils?|Utilities|Helpers?|Manager|\+Extensions?)(\.\w+)?$"
  for file in files:
    if any(re.search(attic, part) for part in Path(file.path).parts):
      yield file.path, 1, "A file is named after the one thing that it is."
  for file in swift_code(files, "Rules/", "Sources/"):
    named = r"\b(?:struct|class|enum|actor|protocol)\s+\w*(?:Utils?|Utilities|Helpers?|Manager)\b"
    for line, found in file.matches(named, file.swift.code):
      yield file.path, line, f"`{found}`: name it after what it is in the organisation."


@rule("no-machine")
def no_machine(files):
  for file in files:
    for line, found in file.matches(r"(?<![\w.~$}/-])/(?:work|root|home)/\w*"):
      yield file.path, line, f"`{found}` is a folder of one machine."


@rule("speaks-of-itself")
def speaks_of_itself(files):
  words = (
    r"\bAI\b|(?<![-\w])(?<!user )[Aa]gent(?:s|ic)?\b(?!:)|\bLLMs?\b|\bChatGPT\b|\bCopilot\b|\bClaude\b"
    r"|\b[Ll]anguage models?\b|\b[Ss]ession \d+|\b[Ii]ssue #?\d+|\b(?:PR|[Pp]ull request|[Ff]ixes|[Cc]loses) #\d+"
  )
  for file in files:
    for line, found in file.matches(words):
      yield file.path, line, f"`{found}`: the project speaks of the organisation and of itself."


@rule("finished")
def finished(files):
  for file in files:
    for line, found in file.matches(r"\b(?:TO" + r"DO|FIX" + r"ME)\b"):
      yield file.path, line, f"`{found}`: what stands here is finished."
