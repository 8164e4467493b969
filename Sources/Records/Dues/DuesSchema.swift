import Storage

extension Migration {
  /// On what dues stand, what was received for which month and passed on, and good reasons for not paying.
  ///
  /// The days of a payment are those of the month it is for.
  static let dues = Migration(
    "0018 dues",
    Schema.dated(
      "dues_basis",
      """
      person BIGINT NOT NULL REFERENCES person (id), category TEXT NOT NULL CHECK (category <> ''),
      income BIGINT CHECK (income > 0), region BIGINT CHECK (region BETWEEN 1 AND 4), ground TEXT,
      cited TEXT, line BIGINT
      """
    )
      + Schema.dated(
        "dues_payment",
        """
        person BIGINT NOT NULL REFERENCES person (id), unit BIGINT NOT NULL REFERENCES unit (id),
        amount BIGINT NOT NULL CHECK (amount > 0), paid_on DATE NOT NULL, channel TEXT NOT NULL,
        cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "dues_passed",
        """
        unit BIGINT NOT NULL REFERENCES unit (id), amount BIGINT NOT NULL CHECK (amount >= 0),
        passed_on DATE NOT NULL, cited TEXT, line BIGINT
        """
      )
      + Schema.dated(
        "dues_reason",
        """
        person BIGINT NOT NULL REFERENCES person (id), reason TEXT NOT NULL CHECK (reason <> ''),
        cited TEXT, line BIGINT
        """
      )
      + [
        "CREATE INDEX dues_basis_person ON dues_basis (person, start_on)",
        "CREATE INDEX dues_payment_person ON dues_payment (person, start_on)",
        "CREATE INDEX dues_payment_unit ON dues_payment (unit, start_on, person)",
        "CREATE INDEX dues_passed_unit ON dues_passed (unit, start_on)",
        "CREATE INDEX dues_reason_person ON dues_reason (person, start_on)",
      ]
  )
}
