import Storage

/// What must be true of ways out of the organisation and of disciplines, as questions that find where it is not.
enum LeavingChecks {
  /// Two cases of one person that are open, or two matters that wait.
  static let severalOpen: [SQL] = [
    """
    SELECT o.code, CAST(max(c.start_on) AS TEXT) FROM leaving_case c JOIN person o ON o.id = c.person
    WHERE \(known("c")) AND c.ended_on IS NULL GROUP BY o.code HAVING count(*) > 1
    """,
    """
    SELECT o.code, CAST(max(m.start_on) AS TEXT) FROM discipline_matter m JOIN person o ON o.id = m.person
    WHERE \(known("m")) GROUP BY o.code HAVING count(*) > 1
    """,
  ]

  /// A case carried out, or an expulsion, on whose day no membership of the person ended.
  static let undone: [SQL] = [
    """
    SELECT o.code, CAST(c.ended_on AS TEXT) FROM leaving_case c JOIN person o ON o.id = c.person
    WHERE \(known("c")) AND c.outcome = 'carriedOut' AND NOT EXISTS (
      SELECT 1 FROM membership_term t WHERE t.person = c.person AND \(known("t")) AND t.end_on = c.ended_on)
    """,
    """
    SELECT o.code, CAST(d.start_on AS TEXT) FROM discipline d JOIN person o ON o.id = d.person
    WHERE \(known("d")) AND d.form = 'expulsion' AND NOT EXISTS (
      SELECT 1 FROM membership_term t WHERE t.person = d.person AND \(known("t")) AND t.end_on = d.start_on)
    """,
  ]

  /// A discipline that one account both entered and confirmed, or the console both times.
  static let onePerson: [SQL] = [
    """
    SELECT o.code, CAST(d.start_on AS TEXT) FROM discipline d JOIN person o ON o.id = d.person
    WHERE \(known("d")) AND coalesce(d.entered_by, 0) = coalesce(d.confirmed_by, 0)
    """,
    """
    SELECT o.code, CAST(d.start_on AS TEXT) FROM unit_discipline d JOIN unit o ON o.id = d.unit
    WHERE \(known("d")) AND coalesce(d.entered_by, 0) = coalesce(d.confirmed_by, 0)
    """,
  ]

  /// A unit disciplined by itself, or on a day on which it is not there, or with two matters that wait.
  static let ofUnits: [SQL] = [
    """
    SELECT o.code, CAST(d.start_on AS TEXT) FROM unit_discipline d JOIN unit o ON o.id = d.unit
    WHERE \(known("d")) AND (d.body = d.unit OR NOT EXISTS (
      SELECT 1 FROM unit_kind k WHERE k.unit = d.unit AND \(known("k")) AND k.start_on <= d.start_on
        AND (k.end_on IS NULL OR k.end_on > d.start_on)))
    """,
    """
    SELECT o.code, CAST(max(m.start_on) AS TEXT) FROM unit_discipline_matter m JOIN unit o ON o.id = m.unit
    WHERE \(known("m")) GROUP BY o.code HAVING count(*) > 1
    """,
  ]
}
