import Storage

extension Migration {
  /// Resolutions, to whom they were sent, the tasks under them, and what was told of each.
  static let resolutions = Migration(
    "0027 resolutions",
    Schema.dated(
      "resolution",
      """
      resolution BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), kind TEXT NOT NULL, number TEXT,
      title TEXT NOT NULL, body TEXT, basis TEXT, meeting BIGINT, vote BIGINT, parent BIGINT
      """
    )
      + Schema.dated(
        "resolution_sent",
        """
        resolution BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), received DATE, studied DATE, place TEXT,
        members BIGINT, members_all BIGINT, reported DATE, report TEXT
        """
      )
      + Schema.dated(
        "task",
        """
        task BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), answerer BIGINT REFERENCES person (id),
        resolution BIGINT, what TEXT NOT NULL, begins DATE NOT NULL, due DATE NOT NULL, measure TEXT NOT NULL,
        target BIGINT NOT NULL CHECK (target > 0), counted TEXT, weight BIGINT NOT NULL CHECK (weight > 0),
        carries BIGINT, ending TEXT, ended DATE, reason TEXT, CHECK (due >= begins)
        """
      )
      + Schema.dated(
        "task_progress",
        """
        task BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), quantity BIGINT NOT NULL CHECK (quantity >= 0),
        note TEXT, file BYTEA, name TEXT
        """
      )
      + [
        "CREATE INDEX resolution_unit ON resolution (unit, start_on)",
        "CREATE INDEX resolution_key ON resolution (resolution)",
        "CREATE INDEX resolution_parent ON resolution (parent) WHERE parent IS NOT NULL",
        "CREATE INDEX resolution_sent_resolution ON resolution_sent (resolution)",
        "CREATE INDEX resolution_sent_unit ON resolution_sent (unit, start_on)",
        "CREATE INDEX task_key ON task (task)",
        "CREATE INDEX task_unit ON task (unit, due)",
        "CREATE INDEX task_answerer ON task (answerer, due) WHERE answerer IS NOT NULL",
        "CREATE INDEX task_resolution ON task (resolution) WHERE resolution IS NOT NULL",
        "CREATE INDEX task_progress_task ON task_progress (task)",
        "CREATE INDEX task_progress_unit ON task_progress (unit)",
        "CREATE INDEX task_progress_file ON task_progress (file) WHERE file IS NOT NULL",
      ]
  )
}
