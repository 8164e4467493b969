import Storage

extension Migration {
  /// Regulations that offices wrote themselves, each in force by a decision.
  static let rulebooks = Migration(
    "0014 rulebooks",
    Schema.dated(
      "rulebook_version",
      """
      unit BIGINT NOT NULL REFERENCES unit (id), family TEXT NOT NULL CHECK (family <> ''),
      name TEXT NOT NULL CHECK (name <> ''), body TEXT NOT NULL, cited TEXT, line BIGINT
      """
    ) + ["CREATE INDEX rulebook_version_unit ON rulebook_version (unit, family, start_on)"]
  )
}
