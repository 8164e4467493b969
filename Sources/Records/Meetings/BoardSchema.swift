import Storage

extension Migration {
  /// What boards of thousands of cells walk: the cells with their names, the meetings held, the minutes filed and the
  /// scores given, each in an index of what is known today that holds all a board asks of it.
  ///
  /// The text of minutes stands before their hash in a row: without an index of its own every filed text would be
  /// read to its end. A condition of an index stands in its columns too, for the engine asks it of the row again.
  static let boards = Migration(
    "0035 boards",
    [
      """
      CREATE INDEX meeting_held ON meeting (unit, start_on, kind, id, obliged, present, unexcused, stage, superseded)
      WHERE superseded IS NULL AND stage = 'closed'
      """,
      """
      CREATE INDEX meeting_theme ON meeting (unit, start_on, kind, theme, id, stage, superseded)
      WHERE superseded IS NULL AND stage = 'closed' AND kind IN ('thematic', 'combined')
      """,
      """
      CREATE INDEX minutes_filed ON minutes (meeting, hash, superseded)
      WHERE superseded IS NULL AND hash IS NOT NULL
      """,
      """
      CREATE INDEX meeting_score_of ON meeting_score (meeting, scorer, met, superseded)
      WHERE superseded IS NULL
      """,
      "CREATE INDEX meeting_output_of ON meeting_output (meeting, superseded) WHERE superseded IS NULL",
      """
      CREATE INDEX unit_kind_now ON unit_kind (unit, start_on, end_on, kind, superseded)
      WHERE superseded IS NULL
      """,
      """
      CREATE INDEX unit_name_now ON unit_name (unit, start_on, end_on, sort_key, superseded)
      WHERE superseded IS NULL
      """,
    ]
  )
}
