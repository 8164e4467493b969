import Storage

extension Migration {
  /// What other systems call people, the filters accounts saved for the roll, and with every reading who the
  /// reader was then and what was known.
  static let people = Migration(
    "0007 people",
    Schema.dated(
      "identifier",
      """
      person BIGINT NOT NULL REFERENCES person (id), system TEXT NOT NULL CHECK (system <> ''),
      value TEXT NOT NULL CHECK (value <> ''), cited TEXT, line BIGINT
      """
    ) + [
      "CREATE INDEX identifier_person ON identifier (person, start_on)",
      "CREATE INDEX identifier_value ON identifier (value, system, person) WHERE superseded IS NULL",
      // Namesakes are looked for by the date of birth first: few people share one.
      "CREATE INDEX particulars_birth ON particulars (born, search_key, person) WHERE superseded IS NULL",
      """
      CREATE TABLE saved_filter (
        id      BIGINT PRIMARY KEY,
        account BIGINT NOT NULL REFERENCES account (id),
        name    TEXT NOT NULL CHECK (name <> ''),
        query   TEXT NOT NULL,
        unit    BIGINT REFERENCES unit (id)
      )
      """,
      "CREATE UNIQUE INDEX saved_filter_name ON saved_filter (account, name)",
      "ALTER TABLE reading ADD COLUMN role TEXT",
      "ALTER TABLE reading ADD COLUMN reader_unit BIGINT REFERENCES unit (id)",
      "ALTER TABLE reading ADD COLUMN known BIGINT REFERENCES entry (seq)",
      """
      UPDATE reading SET known = (
        SELECT e.seq FROM entry e WHERE e.moment <= reading.moment ORDER BY e.moment DESC LIMIT 1)
      """,
    ]
  )
}
