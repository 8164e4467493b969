import Storage

extension Migration {
  /// Meetings of cells: what is on them, who was there, what was voted, what the minutes say.
  static let meetings = Migration(
    "0024 meetings",
    Schema.dated(
      "meeting",
      """
      unit BIGINT NOT NULL REFERENCES unit (id), kind TEXT NOT NULL, mode TEXT NOT NULL, stage TEXT NOT NULL,
      begins BIGINT NOT NULL, place TEXT, theme TEXT, chair BIGINT REFERENCES person (id),
      taker BIGINT REFERENCES person (id), prepares BIGINT, slot_reason TEXT, why TEXT, opened BIGINT, closed BIGINT,
      obliged BIGINT, present BIGINT, unexcused BIGINT
      """
    )
      + Schema.dated(
        "meeting_item",
        "\(ofMeeting), place BIGINT NOT NULL, part TEXT, title TEXT NOT NULL, note TEXT, done BIGINT NOT NULL"
      )
      + Schema.dated(
        "attendance",
        "\(ofMeeting), person BIGINT NOT NULL REFERENCES person (id), mark TEXT NOT NULL, reason TEXT"
      )
      + Schema.dated(
        "meeting_vote",
        """
        \(ofMeeting), item BIGINT, proposal TEXT NOT NULL, manner TEXT NOT NULL, officials BIGINT NOT NULL,
        present BIGINT NOT NULL, agreed BIGINT NOT NULL, against BIGINT NOT NULL, abstained BIGINT NOT NULL
        """
      )
      + Schema.dated(
        "minutes",
        """
        \(ofMeeting), body TEXT NOT NULL, taker BIGINT REFERENCES person (id), taker_paper BIGINT,
        chair BIGINT REFERENCES person (id), chair_paper BIGINT, hash TEXT
        """
      )
      + Schema.dated("minutes_addendum", "\(ofMeeting), body TEXT NOT NULL")
      + Schema.dated(
        "meeting_score",
        "\(ofMeeting), scorer TEXT NOT NULL, criterion TEXT NOT NULL, met BIGINT NOT NULL, note TEXT"
      )
      + Schema.dated(
        "meeting_paper",
        "\(ofMeeting), kind TEXT NOT NULL, title TEXT NOT NULL, file BYTEA NOT NULL, name TEXT NOT NULL"
      )
      + Schema.dated(
        "meeting_permission",
        "unit BIGINT NOT NULL REFERENCES unit (id), mode TEXT NOT NULL, ground TEXT NOT NULL"
      )
      + [
        "CREATE INDEX meeting_unit ON meeting (unit, start_on)",
        "CREATE INDEX meeting_prepares ON meeting (prepares) WHERE prepares IS NOT NULL",
        "CREATE INDEX meeting_item_meeting ON meeting_item (meeting)",
        "CREATE INDEX attendance_meeting ON attendance (meeting)",
        "CREATE INDEX attendance_person ON attendance (person, start_on)",
        "CREATE INDEX meeting_vote_meeting ON meeting_vote (meeting)",
        "CREATE INDEX minutes_meeting ON minutes (meeting)",
        "CREATE INDEX minutes_addendum_meeting ON minutes_addendum (meeting)",
        "CREATE INDEX meeting_score_meeting ON meeting_score (meeting)",
        "CREATE INDEX meeting_paper_meeting ON meeting_paper (meeting)",
        "CREATE INDEX meeting_paper_file ON meeting_paper (file)",
        "CREATE INDEX meeting_permission_unit ON meeting_permission (unit, start_on)",
      ]
  )

  /// What belongs to a meeting names it, and its unit.
  private static let ofMeeting: SQL = "meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id)"
}
