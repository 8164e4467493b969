import Storage

extension Migration {
  /// Assessments of units by models, the levels in each step, and the working regulations of units.
  static let models = Migration(
    "0033 models",
    Schema.dated(
      "model_assessment",
      """
      assessment BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id),
      subject BIGINT NOT NULL REFERENCES unit (id), family TEXT NOT NULL, book TEXT NOT NULL, year BIGINT NOT NULL,
      profile TEXT NOT NULL, stage TEXT NOT NULL, sent DATE, verified DATE, verifier BIGINT REFERENCES unit (id),
      decider BIGINT REFERENCES unit (id), recognised BIGINT CHECK (recognised IN (0, 1)), by_model TEXT,
      signer TEXT, number TEXT, decided DATE, reason TEXT, back TEXT
      """
    )
      + Schema.dated(
        "model_mark",
        """
        assessment BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), item TEXT NOT NULL,
        step TEXT NOT NULL, level BIGINT NOT NULL CHECK (level >= 0), articles TEXT, note TEXT
        """
      )
      + Schema.dated(
        "working_regulation",
        """
        regulation BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), number TEXT NOT NULL, edition TEXT,
        adopted DATE NOT NULL, approver BIGINT REFERENCES unit (id), approved DATE, approval TEXT, file BYTEA,
        name TEXT
        """
      )
      + [
        "CREATE INDEX model_assessment_key ON model_assessment (assessment)",
        "CREATE INDEX model_assessment_unit ON model_assessment (unit, year)",
        "CREATE INDEX model_assessment_subject ON model_assessment (subject, year)",
        "CREATE INDEX model_mark_assessment ON model_mark (assessment)",
        "CREATE INDEX model_mark_unit ON model_mark (unit)",
        "CREATE INDEX working_regulation_unit ON working_regulation (unit, start_on)",
        "CREATE INDEX working_regulation_key ON working_regulation (regulation)",
        "CREATE INDEX working_regulation_file ON working_regulation (file) WHERE file IS NOT NULL",
      ]
  )
}
