import Storage

/// What must be true of candidates, as questions that find where it is not.
enum CandidateChecks {
  /// A day as a candidate on which the person is a member; an admission after which they are none.
  static let candidateOrMember: [SQL] = [
    """
    SELECT o.code, CAST(c.start_on AS TEXT) FROM candidacy c JOIN person o ON o.id = c.person
    JOIN membership_term t ON t.person = c.person AND \(known("t"))
      AND (t.end_on IS NULL OR t.end_on > c.start_on) AND (c.end_on IS NULL OR t.start_on < c.end_on)
    WHERE \(known("c"))
    """,
    """
    SELECT o.code, CAST(c.end_on AS TEXT) FROM candidacy c JOIN person o ON o.id = c.person
    WHERE \(known("c")) AND c.outcome = 'admitted' AND NOT EXISTS (
      SELECT 1 FROM membership_term t WHERE t.person = c.person AND \(known("t")) AND t.start_on = c.end_on)
    """,
  ]

  static let lostStep: SQL = """
    SELECT o.code, CAST(s.start_on AS TEXT) FROM candidate_step s JOIN person o ON o.id = s.person
    WHERE \(known("s")) AND NOT EXISTS (
      SELECT 1 FROM candidacy c WHERE c.candidacy = s.candidacy AND \(known("c")))
    """
}
