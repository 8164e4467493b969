package import Storage

extension Migration {
  /// The journal, the identities it speaks of, and what this installation remembers of itself.
  static let journal = Migration(
    "0001 journal",
    [
      """
      CREATE TABLE installation (
        id          BIGINT PRIMARY KEY CHECK (id = 1),
        number      BIGINT NOT NULL CHECK (number BETWEEN 0 AND 1023),
        last_number BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE entry (
        seq       BIGINT PRIMARY KEY,
        moment    BIGINT NOT NULL UNIQUE,
        account   BIGINT NOT NULL,
        operation TEXT NOT NULL CHECK (operation <> ''),
        decision  BIGINT,
        request   TEXT UNIQUE,
        annuls    BIGINT REFERENCES entry (seq),
        result    BIGINT,
        payload   BYTEA NOT NULL,
        rows      BYTEA NOT NULL,
        previous  BYTEA NOT NULL,
        hash      BYTEA NOT NULL
      )
      """,
      "CREATE INDEX entry_by_decision ON entry (decision) WHERE decision IS NOT NULL",
      "CREATE INDEX entry_by_annulled ON entry (annuls) WHERE annuls IS NOT NULL",
      "CREATE INDEX entry_by_account ON entry (account, seq)",
      """
      CREATE TABLE payload (
        entry BIGINT PRIMARY KEY REFERENCES entry (seq),
        body  TEXT
      )
      """,
      """
      CREATE TABLE unit (
        id       BIGINT PRIMARY KEY,
        code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
        recorded BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      """
      CREATE TABLE person (
        id       BIGINT PRIMARY KEY,
        code     TEXT NOT NULL UNIQUE CHECK (code <> ''),
        recorded BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      """
      CREATE TABLE membership (
        id       BIGINT PRIMARY KEY,
        person   BIGINT NOT NULL REFERENCES person (id),
        recorded BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      """
      CREATE TABLE decision (
        id        BIGINT PRIMARY KEY,
        number    TEXT NOT NULL CHECK (number <> ''),
        signed_on DATE NOT NULL,
        issuer    BIGINT REFERENCES unit (id),
        signer    TEXT,
        basis     TEXT,
        recorded  BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      "CREATE INDEX decision_by_number ON decision (number, signed_on)",
      """
      CREATE TABLE account (
        id           BIGINT PRIMARY KEY,
        name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
        display_name TEXT NOT NULL,
        person       BIGINT REFERENCES person (id),
        recorded     BIGINT NOT NULL REFERENCES entry (seq)
      )
      """,
      "CREATE INDEX unit_by_entry ON unit (recorded, id)",
      "CREATE INDEX person_by_entry ON person (recorded, id)",
      "CREATE INDEX membership_by_entry ON membership (recorded, id)",
      "CREATE INDEX decision_by_entry ON decision (recorded, id)",
      "CREATE INDEX account_by_entry ON account (recorded, id)",
    ]
  )
}

/// The migrations of the record, in order.
package enum Schema {
  package static let migrations: [Migration] = [
    .journal, .units, .members, .access, .documents, .plans, .scans, .accounts, .jobs, .nameSigns, .people,
    .lists, .rulebooks, .transfers, .leaving, .residence, .dues, .badges, .candidates, .reorganisations,
    .unitDiscipline, .planDrafts, .meetings, .handover, .absorbedJournals, .resolutions,
    .preparation, .following, .outputs, .reviews, .models, .reviewSteering, .boards, .rollOfPerson,
    .modelBoards,
  ]

  /// A dated table with its system columns and the indexes every one of them has.
  static func dated(_ name: StaticString, _ columns: SQL) -> [SQL] {
    [
      """
      CREATE TABLE \(name: name) (
        id         BIGINT NOT NULL,
        start_on   DATE NOT NULL,
        end_on     DATE CHECK (end_on > start_on),
        recorded   BIGINT NOT NULL REFERENCES entry (seq),
        superseded BIGINT REFERENCES entry (seq) CHECK (superseded > recorded),
        restores   BIGINT REFERENCES entry (seq),
        \(columns),
        PRIMARY KEY (id, recorded)
      )
      """,
      "CREATE INDEX \(name: name)_by_entry ON \(name: name) (recorded, id)",
      """
      CREATE INDEX \(name: name)_by_end ON \(name: name) (superseded, id, recorded)
      WHERE superseded IS NOT NULL
      """,
      """
      CREATE INDEX \(name: name)_by_restored ON \(name: name) (restores, id, recorded)
      WHERE restores IS NOT NULL
      """,
    ]
  }
}
