import Storage

extension Migration {
  /// Badges awarded, each from its day of award on; and the way to those who reach one, by the day of decision.
  static let badges = Migration(
    "0019 badges",
    Schema.dated(
      "badge_award",
      """
      person BIGINT NOT NULL REFERENCES person (id), years BIGINT NOT NULL CHECK (years > 0), number TEXT,
      cited TEXT, line BIGINT
      """
    ) + [
      "CREATE INDEX badge_award_person ON badge_award (person, years)",
      "CREATE INDEX membership_term_decided ON membership_term (decided_on, person)",
    ]
  )
}
