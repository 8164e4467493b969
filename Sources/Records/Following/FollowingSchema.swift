import Storage

extension Migration {
  /// Who follows which cell, what they saw of its meetings, what is to be mended; and reminders of resolutions.
  static let following = Migration(
    "0029 following",
    Schema.dated(
      "following",
      """
      unit BIGINT NOT NULL REFERENCES unit (id), follower BIGINT NOT NULL REFERENCES person (id), ground TEXT
      """
    )
      + Schema.dated(
        "visit_note",
        """
        meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id),
        follower BIGINT NOT NULL REFERENCES person (id), body TEXT NOT NULL
        """
      )
      + Schema.dated(
        "visit_item",
        """
        item BIGINT NOT NULL, meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id),
        follower BIGINT NOT NULL REFERENCES person (id), what TEXT NOT NULL,
        answerer BIGINT REFERENCES person (id), due DATE NOT NULL, closed DATE, outcome TEXT
        """
      )
      + Schema.dated(
        "resolution_reminder",
        "resolution BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), note TEXT"
      )
      + [
        "CREATE INDEX following_unit ON following (unit, start_on)",
        "CREATE INDEX following_follower ON following (follower, start_on)",
        "CREATE INDEX visit_note_meeting ON visit_note (meeting)",
        "CREATE INDEX visit_note_unit ON visit_note (unit)",
        "CREATE INDEX visit_item_item ON visit_item (item)",
        "CREATE INDEX visit_item_meeting ON visit_item (meeting)",
        "CREATE INDEX visit_item_unit ON visit_item (unit)",
        "CREATE INDEX visit_item_follower ON visit_item (follower)",
        "CREATE INDEX visit_item_answerer ON visit_item (answerer) WHERE answerer IS NOT NULL",
        "CREATE INDEX resolution_reminder_resolution ON resolution_reminder (resolution)",
        "CREATE INDEX resolution_reminder_unit ON resolution_reminder (unit)",
      ]
  )
}
