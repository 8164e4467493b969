import Storage

extension Migration {
  /// What thematic meetings made, who voted how where it was by name, and how an office words minutes.
  static let outputs = Migration(
    "0030 outputs",
    Schema.dated(
      "meeting_output",
      """
      meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), kind TEXT NOT NULL, title TEXT NOT NULL,
      link TEXT
      """
    )
      + Schema.dated(
        "meeting_ballot",
        """
        meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), vote BIGINT NOT NULL,
        person BIGINT NOT NULL REFERENCES person (id), ballot TEXT NOT NULL
        """
      )
      + Schema.dated(
        "minutes_template",
        "unit BIGINT NOT NULL REFERENCES unit (id), body TEXT NOT NULL CHECK (body <> '')"
      )
      + [
        "CREATE INDEX meeting_output_meeting ON meeting_output (meeting)",
        "CREATE INDEX meeting_ballot_meeting ON meeting_ballot (meeting)",
        "CREATE INDEX minutes_template_unit ON minutes_template (unit, start_on)",
      ]
  )
}
