"""What the linter's own test plants: an offence against each rule, and what must pass."""

STORE = "Sources/Records/Members/MemberStore.swift"


def store(sql: str, above: str = "") -> dict[str, str]:
  """A store with one statement."""
  return {STORE: f'{above}\nlet found = try db.rows(\n  """\n  {sql}\n  """\n)\n'}


def foreign(sql: str) -> tuple[str, dict[str, str]]:
  return "one-sql", store(sql)


# The name of the rule, and the files of a tree that breaks it and no other.
PLANTS: list[tuple[str, dict[str, str]]] = [
  ("pure-layers", {"Rules/Sources/Rules/Units/Tree.swift": "import Foundation\n"}),
  ("pure-layers", {"Sources/Markup/HTML.swift": "package import FoundationEssentials\n"}),
  ("day-is-an-argument", {"Sources/Web/Shared/Page.swift": "let today = Date()\n"}),
  ("day-is-an-argument", {"Rules/Sources/Rules/Units/Tree.swift": "let zone = TimeZone.current\n"}),
  (
    "day-is-an-argument",
    {
      "Sources/Records/Journal/Clock.swift": "let now = Date.now\n",
      "Sources/Web/Clock.swift": "let now = Date.now\n",
    },
  ),
  (
    "trusted-in-one-file",
    {
      "Sources/Markup/HTML.swift": "package init(trusted text: String) {}\n",
      "Sources/Web/Shared/Page.swift": "let page = HTML(trusted: text)\n",
      "Sources/Web/Units/UnitView.swift": "let page = HTML(trusted: text)\n",
    },
  ),
  ("small-files", {"Sources/Web/Units/UnitView.swift": "// One line of many.\n" * 501}),
  foreign("INSERT OR IGNORE INTO entry VALUES (1)"),
  foreign("REPLACE INTO entry VALUES (1)"),
  foreign("CREATE TABLE entry (seq BIGINT PRIMARY KEY AUTOINCREMENT)"),
  foreign("SELECT rowid FROM entry"),
  foreign("SELECT ifnull(moment, 0) FROM entry"),
  foreign("SELECT group_concat(moment) FROM entry"),
  foreign("SELECT strftime('%Y', moment) FROM entry"),
  foreign("SELECT date('now')"),
  foreign("SELECT datetime(moment) FROM entry"),
  foreign("SELECT seq FROM entry WHERE account LIKE 'a%'"),
  foreign("SELECT seq FROM entry WHERE account GLOB 'a*'"),
  foreign("SELECT seq FROM entry ORDER BY account COLLATE NOCASE"),
  foreign("SELECT lower(account) FROM entry"),
  foreign("SELECT payload->>'a' FROM entry"),
  foreign("SELECT json_extract(payload, 'a') FROM entry"),
  foreign("PRAGMA cache_size"),
  foreign("CREATE TABLE entry (share REAL)"),
  foreign("CREATE TABLE entry (share DECIMAL)"),
  foreign("SELECT total(moment) FROM entry"),
  foreign("SELECT iif(a, b, c) FROM entry"),
  foreign('SELECT "seq" FROM entry'),
  ("which-knowledge", store("SELECT r.person FROM roll r WHERE r.unit_id = 1")),
  ("which-knowledge", store("SELECT count(*) FROM affiliation")),
  (
    "which-knowledge",
    store('SELECT 1 FROM roll r JOIN ancestry AS a ON a.unit_id = r.unit_id WHERE \\(known("r", at: k))'),
  ),
  ("which-knowledge", store('SELECT 1 FROM roll r, post p WHERE \\(known("r", at: k))')),
  ("which-knowledge", store("SELECT count(*) FROM roll", above="// any knowledge:")),
  (
    "which-knowledge",
    store("SELECT 1 FROM roll r WHERE \\(today)", above='let today: SQL = "\\(known("a"))"'),
  ),
  ("pages-write-no-sql", {"Sources/Web/Units/UnitPages.swift": 'let sql = "SELECT id FROM unit"\n'}),
  (
    "no-lies-to-the-compiler",
    {"Sources/Web/Shared/Page.swift": "final class Page: @unchecked Sendable {}\n"},
  ),
  ("no-lies-to-the-compiler", {"Sources/SQLiteStorage/Pool.swift": "nonisolated(unsafe) var pool: Int\n"}),
  ("no-attic", {"Sources/Web/Shared/StringUtils.swift": "\n"}),
  ("no-attic", {"Sources/Web/Shared/Session.swift": "struct SessionManager {}\n"}),
  ("no-machine", {"docs/operations.md": "Put it in /root/chibo and start it.\n"}),
  ("speaks-of-itself", {"README.md": "Written by an agent.\n"}),
  ("speaks-of-itself", {"Sources/Web/Shared/Page.swift": "// As session 4 said.\n"}),
  ("speaks-of-itself", {"CHANGELOG.md": "Fixes #12.\n"}),
  ("speaks-of-itself", {"docs/architecture.md": "See issue 7.\n"}),
  ("words-of-each-reader", {"Sources/Phrases/Units.swift": 'static let unit = Phrase(vi: "đơn vị", en: "unit")\n'}),
  ("finished", {"Sources/Web/Shared/Page.swift": "// TODO: the rest\n"}),
  ("finished", {"docs/architecture.md": "FIXME\n"}),
]

# A tree that keeps every rule, with what comes close to breaking each of them.
CLEAN: dict[str, str] = {
  "Rules/Sources/Rules/Units/Tree.swift": '// No import Foundation here, and no Date().\nlet words = "Date()"\n',
  "Sources/App/Chibo.swift": "import Foundation\nlet today = Date()\n",
  "Sources/Phrases/Units.swift": 'static var unit: Phrase { Phrase(vi: "đơn vị", en: "unit") }\n',
  "Sources/Records/Journal/Clock.swift": "let now = Date.now\n",
  "Sources/Markup/HTML.swift": "package init(trusted text: String) {}\nlet space = HTML(trusted: text)\n",
  "Sources/Web/Shared/Page.swift": (
    'let page = HTML(trusted: text)\nlet header = "User-Agent"\n// The session of a user agent ends at sign-out.\n'
  ),
  "Sources/Web/Units/UnitView.swift": "// One line of many.\n" * 301,
  "Sources/SQLiteStorage/Pool.swift": "// Guarded by the writer's queue.\nfinal class Pool: @unchecked Sendable {}\n",
  "Sources/Records/Units/UnitSchema.swift": 'let sql = "CREATE TABLE unit (id BIGINT NOT NULL PRIMARY KEY)"\n',
  "Sources/Records/Exchange/CSVWriter.swift": 'let quoted = "\\"\\(text)\\""\n',
  STORE: (
    'let roll = try db.rows(\n  """\n  SELECT r.person, a.depth\n  FROM roll r JOIN ancestry AS a ON a.unit_id = r.unit_id\n'
    '  WHERE \\(known("r", at: moment)) AND \\(asOf("a", on: day, at: moment))\n  """\n)\n'
    "// any knowledge: the history of a fact is all of its versions\n"
    'let versions = try db.rows(\n  """\n  SELECT id FROM post WHERE id = \\(fact)\n  """\n)\n'
    'let today: SQL = "\\(known("p"))"\nlet posts = "SELECT id FROM post p WHERE \\(today)"\n'
    'let one = "SELECT count(*) FROM roll WHERE \\(known("roll", at: moment))"\n'
    'let entries = "SELECT seq, post FROM entry"\n'
  ),
}
