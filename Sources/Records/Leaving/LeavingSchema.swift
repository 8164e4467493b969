import Storage

extension Migration {
  /// States of members, ways out of the organisation, disciplines, and what members report of their record.
  static let leaving = Migration(
    "0016 leaving",
    Schema.dated(
      "member_state",
      """
      person BIGINT NOT NULL REFERENCES person (id), state TEXT NOT NULL, extent TEXT, ground TEXT,
      asked_on DATE, body BIGINT REFERENCES unit (id), cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "leaving_case",
        """
        person BIGINT NOT NULL REFERENCES person (id), reason TEXT NOT NULL, ground TEXT, occurred_on DATE,
        note TEXT, heard_on DATE, heard TEXT, voted_on DATE, agreed BIGINT CHECK (agreed >= 0),
        officials BIGINT CHECK (officials >= agreed), ended_on DATE, outcome TEXT, why TEXT,
        cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "member_warning",
        """
        person BIGINT NOT NULL REFERENCES person (id), number BIGINT NOT NULL, ground TEXT, note TEXT NOT NULL,
        cited TEXT, line BIGINT
        """
      )
      + Schema.dated("discipline_matter", "\(discipline), \(decision)")
      + Schema.dated(
        "discipline",
        """
        \(discipline), entered_by BIGINT REFERENCES account (id), confirmed_by BIGINT REFERENCES account (id),
        cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "error_report",
        """
        person BIGINT NOT NULL REFERENCES person (id), topic TEXT NOT NULL, correct TEXT NOT NULL, note TEXT,
        state TEXT NOT NULL, answer TEXT, cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX member_state_kind ON member_state (state, start_on, end_on, person)",
        "CREATE INDEX member_state_person ON member_state (person, start_on)",
        "CREATE INDEX leaving_case_person ON leaving_case (person, start_on)",
        "CREATE INDEX leaving_case_open ON leaving_case (person) WHERE superseded IS NULL AND ended_on IS NULL",
        "CREATE INDEX member_warning_person ON member_warning (person, start_on)",
        "CREATE INDEX discipline_matter_person ON discipline_matter (person, start_on)",
        "CREATE INDEX discipline_person ON discipline (person, start_on)",
        "CREATE INDEX error_report_person ON error_report (person, start_on)",
        "CREATE INDEX error_report_open ON error_report (person) WHERE superseded IS NULL AND state = 'open'",
      ]
  )

  private static let discipline: SQL = """
    person BIGINT NOT NULL REFERENCES person (id), form TEXT NOT NULL, body BIGINT NOT NULL REFERENCES unit (id),
    violated_on DATE, post TEXT, agreed BIGINT, officials BIGINT, above BIGINT, above_all BIGINT, note TEXT
    """
  private static let decision: SQL = """
    number TEXT NOT NULL CHECK (number <> ''), signed_on DATE NOT NULL, signer TEXT, basis TEXT,
    entered_by BIGINT REFERENCES account (id), cited TEXT, line BIGINT
    """
}
