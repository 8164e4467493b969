import Storage

extension Migration {
  /// Disciplines of organisations, and those that wait for a second person.
  static let unitDiscipline = Migration(
    "0022 discipline of units",
    Schema.dated(
      "unit_discipline_matter",
      """
      \(discipline), number TEXT NOT NULL CHECK (number <> ''), signed_on DATE NOT NULL, signer TEXT, basis TEXT,
      entered_by BIGINT REFERENCES account (id), cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "unit_discipline",
        """
        \(discipline), entered_by BIGINT REFERENCES account (id), confirmed_by BIGINT REFERENCES account (id),
        cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX unit_discipline_matter_unit ON unit_discipline_matter (unit, start_on)",
        "CREATE INDEX unit_discipline_unit ON unit_discipline (unit, start_on)",
      ]
  )

  private static let discipline: SQL = """
    unit BIGINT NOT NULL REFERENCES unit (id), form TEXT NOT NULL, body BIGINT NOT NULL REFERENCES unit (id),
    violated_on DATE, note TEXT
    """
}
