import Storage

extension Migration {
  /// Rounds of review, what was said of whom in them, what was sent up, stated and raised.
  static let reviews = Migration(
    "0032 reviews",
    Schema.dated(
      "review_round",
      """
      round BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), term TEXT NOT NULL, title TEXT NOT NULL,
      begins DATE NOT NULL, ends DATE NOT NULL, counted DATE NOT NULL, self_by DATE, evaluate_by DATE,
      decide_by DATE, publish_by DATE, percent BIGINT, base TEXT, frozen BIGINT, hash TEXT, CHECK (ends > begins)
      """
    )
      + Schema.dated(
        "review_mark",
        """
        \(subject), step TEXT NOT NULL, writer BIGINT REFERENCES person (id), rating TEXT, general BIGINT,
        results BIGINT, agreed BIGINT CHECK (agreed >= 0), voters BIGINT CHECK (voters >= agreed), body TEXT,
        reason TEXT, by_rule TEXT, passed BIGINT NOT NULL CHECK (passed IN (0, 1))
        """
      )
      + Schema.dated(
        "review_sent",
        "round BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), back TEXT"
      )
      + Schema.dated(
        "review_statement",
        "\(subject), name TEXT NOT NULL, quantity BIGINT NOT NULL, note TEXT"
      )
      + Schema.dated(
        "review_matter",
        """
        \(subject), matter BIGINT NOT NULL, kind TEXT NOT NULL, writer BIGINT REFERENCES person (id),
        body TEXT NOT NULL, due DATE, answered DATE, answer TEXT
        """
      )
      + [
        "CREATE INDEX review_round_unit ON review_round (unit, begins)",
        "CREATE INDEX review_round_key ON review_round (round)",
        "CREATE INDEX review_mark_person ON review_mark (person, round) WHERE person IS NOT NULL",
        "CREATE INDEX review_mark_subject ON review_mark (subject, round) WHERE subject IS NOT NULL",
        "CREATE INDEX review_mark_unit ON review_mark (unit, round)",
        "CREATE INDEX review_sent_round ON review_sent (round, unit)",
        "CREATE INDEX review_statement_person ON review_statement (person) WHERE person IS NOT NULL",
        "CREATE INDEX review_statement_subject ON review_statement (subject) WHERE subject IS NOT NULL",
        "CREATE INDEX review_matter_key ON review_matter (matter)",
        "CREATE INDEX review_matter_person ON review_matter (person) WHERE person IS NOT NULL",
        "CREATE INDEX review_matter_subject ON review_matter (subject) WHERE subject IS NOT NULL",
        "CREATE INDEX review_matter_unit ON review_matter (unit, start_on)",
      ]
  )

  /// Of whom something is said, and by which unit.
  private static let subject: SQL = """
    round BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), about TEXT NOT NULL,
    person BIGINT REFERENCES person (id),
    subject BIGINT REFERENCES unit (id) CHECK ((person IS NULL) <> (subject IS NULL))
    """
}
