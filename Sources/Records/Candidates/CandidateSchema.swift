import Storage

extension Migration {
  /// People who seek admission, the steps of each, and the votes on recognising members on probation.
  static let candidates = Migration(
    "0020 candidates",
    Schema.dated(
      "candidacy",
      """
      candidacy BIGINT NOT NULL, person BIGINT NOT NULL REFERENCES person (id),
      unit BIGINT NOT NULL REFERENCES unit (id), source TEXT NOT NULL, schooling TEXT,
      introducer BIGINT REFERENCES person (id), second_introducer BIGINT REFERENCES person (id), resolution TEXT,
      earlier BIGINT REFERENCES membership (id), expunged BIGINT, outcome TEXT, why TEXT, cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "candidate_step",
        """
        candidacy BIGINT NOT NULL, person BIGINT NOT NULL REFERENCES person (id), step TEXT NOT NULL, checked TEXT,
        helper BIGINT REFERENCES person (id), body TEXT, number TEXT, answered_on DATE CHECK (answered_on >= start_on),
        officials BIGINT, present BIGINT, votes BIGINT, cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "recognition_vote",
        """
        person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
        officials BIGINT NOT NULL CHECK (officials > 0), present BIGINT, votes BIGINT NOT NULL CHECK (votes >= 0),
        cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX candidacy_person ON candidacy (person, start_on)",
        "CREATE INDEX candidacy_unit ON candidacy (unit, start_on)",
        "CREATE INDEX candidate_step_person ON candidate_step (person, start_on)",
        "CREATE INDEX candidate_step_candidacy ON candidate_step (candidacy, start_on)",
        "CREATE INDEX recognition_vote_person ON recognition_vote (person, start_on)",
      ]
  )
}
