import Storage

extension Migration {
  /// Who steers the review of which unit in a round; to which members its published results are listed.
  static let reviewSteering = Migration(
    "0034 review steering",
    Schema.dated(
      "review_steering",
      """
      round BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), body BIGINT NOT NULL REFERENCES unit (id),
      person BIGINT NOT NULL REFERENCES person (id), ground TEXT
      """
    )
      + Schema.dated(
        "review_listing",
        "round BIGINT NOT NULL, unit BIGINT NOT NULL REFERENCES unit (id), audience TEXT NOT NULL"
      )
      + [
        "CREATE INDEX review_steering_unit ON review_steering (unit, round)",
        "CREATE INDEX review_steering_person ON review_steering (person, start_on)",
        "CREATE INDEX review_listing_round ON review_listing (round)",
        "CREATE INDEX review_listing_unit ON review_listing (unit)",
      ]
  )
}
