import Storage

extension Migration {
  /// The preparation of meetings: what items are about, themes proposed, comments, guests; who opened which paper.
  static let preparation = Migration(
    "0028 preparation",
    Schema.dated(
      "item_matter",
      "\(ofMeeting), item BIGINT NOT NULL, kind TEXT NOT NULL, matter BIGINT NOT NULL, outcome TEXT"
    )
      + Schema.dated(
        "theme",
        """
        theme BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), form TEXT NOT NULL, source TEXT NOT NULL,
        origin BIGINT NOT NULL REFERENCES unit (id), proposer BIGINT REFERENCES person (id), title TEXT NOT NULL,
        why TEXT, state TEXT NOT NULL, meeting BIGINT, reason TEXT
        """
      )
      + Schema.dated(
        "meeting_comment",
        """
        \(ofMeeting), item BIGINT, paper BIGINT, author BIGINT NOT NULL REFERENCES person (id), body TEXT NOT NULL
        """
      )
      + Schema.dated(
        "meeting_guest",
        "\(ofMeeting), guest BIGINT REFERENCES person (id), name TEXT NOT NULL, note TEXT"
      )
      + [
        "CREATE INDEX item_matter_meeting ON item_matter (meeting)",
        "CREATE INDEX item_matter_matter ON item_matter (matter, kind)",
        "CREATE INDEX theme_unit ON theme (unit, start_on)",
        "CREATE INDEX theme_key ON theme (theme)",
        "CREATE INDEX theme_origin ON theme (origin, start_on)",
        "CREATE INDEX meeting_comment_meeting ON meeting_comment (meeting)",
        "CREATE INDEX meeting_guest_meeting ON meeting_guest (meeting)",
        "ALTER TABLE reading ADD COLUMN paper BIGINT",
        "CREATE INDEX reading_by_paper ON reading (paper, moment) WHERE paper IS NOT NULL",
      ]
  )

  private static let ofMeeting: SQL = "meeting BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id)"
}
