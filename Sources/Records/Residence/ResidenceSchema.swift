import Storage

extension Migration {
  /// Contact of members with the organisation where they live: the yearly comment, and who need not keep it.
  ///
  /// Of a comment only is kept that it was asked for and given, when and under which number; never what it says.
  static let residence = Migration(
    "0017 residence contact",
    Schema.dated(
      "residence_comment",
      """
      person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
      year BIGINT NOT NULL, state TEXT NOT NULL, number TEXT, cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "residence_exemption",
        """
        unit BIGINT NOT NULL REFERENCES unit (id), sector TEXT, ground TEXT NOT NULL CHECK (ground <> ''),
        cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX residence_comment_person ON residence_comment (person, year, start_on)",
        "CREATE INDEX residence_exemption_unit ON residence_exemption (unit, start_on)",
      ]
  )
}
