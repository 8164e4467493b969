import Storage

extension Migration {
  /// What the boards of models and working regulations walk: the sectors of units, how far their assessments have come
  /// and since when they work by which regulation, each in an index of what is known today that holds all a board asks.
  static let modelBoards = Migration(
    "0037 boards of models",
    [
      """
      CREATE INDEX unit_sector_now ON unit_sector (unit, start_on, end_on, sector, superseded)
      WHERE superseded IS NULL
      """,
      """
      CREATE INDEX model_assessment_now ON model_assessment
        (subject, year, family, stage, recognised, start_on, assessment, superseded)
      WHERE superseded IS NULL
      """,
      """
      CREATE INDEX working_regulation_now ON working_regulation
        (unit, start_on, end_on, adopted, approved, superseded)
      WHERE superseded IS NULL
      """,
    ]
  )
}
