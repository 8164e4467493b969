import Basics
import Rules
import Storage

/// What becomes of the rows of one table that refer to a unit, when the unit ends or is divided.
///
/// Every column that refers to a unit says it, and a test fails for one that does not: nothing is forgotten in a
/// reorganisation because it came into the record later.
package struct PassingOn: Sendable {
  package enum Way: Hashable, Sendable {
    /// The tree itself: the steps of a plan write it.
    case tree
    /// What ties a person to the unit goes with the person.
    case withPeople
    /// It says what happened there, or who decided it: it stays as it is.
    case history
    /// A fact of the unit alone, which ends with it.
    case ends
    /// A fact about a person that goes on in the unit the person would belong to.
    case goesOn
    /// Something to be decided: whoever takes over decides it.
    case handedOver
    /// Something asked for between two units: asked anew between those that take over.
    case askedAnew
    /// Worked out from other tables.
    case derived
  }

  package let table: JournaledTable
  package let column: StaticString
  package let way: Way

  private init(_ table: JournaledTable, _ column: StaticString, _ way: Way) {
    self.table = table
    self.column = column
    self.way = way
  }

  package static let all: [PassingOn] =
    [
      PassingOn(.decision, "issuer", .history),
      PassingOn(.unitKind, "unit", .tree),
      PassingOn(.unitName, "unit", .tree),
      PassingOn(.unitSector, "unit", .tree),
      PassingOn(.unitParent, "unit", .tree),
      PassingOn(.unitParent, "parent", .tree),
      PassingOn(.lineage, "unit", .history),
      PassingOn(.lineage, "successor", .history),
      PassingOn(.affiliation, "unit", .withPeople),
      PassingOn(.post, "unit", .withPeople),
      // A right for a unit that is no more reaches nothing that goes on; the rights over its heirs are granted anew.
      PassingOn(.grant, "unit", .history),
      PassingOn(.ancestry, "unit", .derived),
      PassingOn(.ancestry, "ancestor", .derived),
      PassingOn(.roll, "unit", .derived),
      PassingOn(.rulebookVersion, "unit", .ends),
      PassingOn(.transfer, "source", .askedAnew),
      PassingOn(.transfer, "target", .askedAnew),
      PassingOn(.state, "body", .history),
      PassingOn(.matter, "body", .handedOver),
      PassingOn(.discipline, "body", .history),
      PassingOn(.unitMatter, "unit", .history),
      PassingOn(.unitMatter, "body", .handedOver),
      PassingOn(.unitDiscipline, "unit", .history),
      PassingOn(.unitDiscipline, "body", .history),
      PassingOn(.residenceComment, "unit", .history),
      PassingOn(.residenceExemption, "unit", .ends),
      PassingOn(.duesPayment, "unit", .history),
      PassingOn(.duesPassed, "unit", .history),
      PassingOn(.candidacy, "unit", .goesOn),
      PassingOn(.recognitionVote, "unit", .history),
      PassingOn(.reorganisationStep, "unit", .history),
      PassingOn(.reorganisationDraft, "unit", .handedOver),
      PassingOn(.handover, "unit", .handedOver),
      PassingOn(.absorbedJournal, "origin", .history),
    ] + ofMeetings + ofResolutions + ofFollowing + ofReviews + ofModels

  /// What is called and what is proposed is its heir's to hold and to choose; what was held stays where it was.
  static let ofMeetings: [PassingOn] = [
    // A meeting called for a day on which another cell is there is that cell's; those held stay whose they were.
    PassingOn(.meeting, "unit", .goesOn),
    PassingOn(.meetingItem, "unit", .goesOn),
    PassingOn(.attendance, "unit", .goesOn),
    PassingOn(.meetingVote, "unit", .goesOn),
    PassingOn(.minutes, "unit", .goesOn),
    PassingOn(.minutesAddendum, "unit", .goesOn),
    PassingOn(.meetingScore, "unit", .goesOn),
    PassingOn(.meetingPaper, "unit", .goesOn),
    PassingOn(.meetingPermission, "unit", .goesOn),
    PassingOn(.itemMatter, "unit", .goesOn),
    // What was proposed to a cell is its heir's to choose; who proposed it does not change.
    PassingOn(.theme, "unit", .goesOn),
    PassingOn(.theme, "origin", .history),
    PassingOn(.meetingComment, "unit", .goesOn),
    PassingOn(.meetingGuest, "unit", .goesOn),
  ]

  /// Whoever takes over sees to what was resolved, answers what was sent, and does what is still to be done.
  static let ofResolutions: [PassingOn] = [
    PassingOn(.resolution, "unit", .goesOn),
    PassingOn(.resolutionSent, "unit", .goesOn),
    PassingOn(.task, "unit", .goesOn),
    PassingOn(.taskProgress, "unit", .history),
    PassingOn(.resolutionReminder, "unit", .history),
    PassingOn(.meetingOutput, "unit", .goesOn),
    PassingOn(.meetingBallot, "unit", .goesOn),
    PassingOn(.minutesTemplate, "unit", .ends),
  ]

  /// Whoever followed a unit follows its heir, which has to mend what was found; what was seen stays as it was.
  static let ofFollowing: [PassingOn] = [
    PassingOn(.following, "unit", .goesOn),
    PassingOn(.visitNote, "unit", .history),
    PassingOn(.visitItem, "unit", .goesOn),
  ]

  /// A round goes on with whoever takes over; what was said in it stays the word of the unit that said it.
  static let ofReviews: [PassingOn] = [
    PassingOn(.reviewRound, "unit", .handedOver),
    PassingOn(.reviewMark, "unit", .history),
    PassingOn(.reviewMark, "subject", .history),
    PassingOn(.reviewSent, "unit", .history),
    PassingOn(.reviewStatement, "unit", .history),
    PassingOn(.reviewStatement, "subject", .history),
    PassingOn(.reviewMatter, "unit", .history),
    PassingOn(.reviewMatter, "subject", .history),
    // A round reviews the units of its day; who steers one of them steers that one.
    PassingOn(.reviewSteering, "unit", .history),
    PassingOn(.reviewSteering, "body", .history),
    PassingOn(.reviewListing, "unit", .handedOver),
  ]

  /// An assessment that is not decided is seen to the end by whoever takes over, and stays the unit's that is assessed;
  /// a working regulation ends with its unit, for whoever takes over adopts its own.
  static let ofModels: [PassingOn] = [
    PassingOn(.modelAssessment, "unit", .goesOn),
    PassingOn(.modelAssessment, "subject", .history),
    PassingOn(.modelAssessment, "verifier", .history),
    PassingOn(.modelAssessment, "decider", .history),
    PassingOn(.modelMark, "unit", .history),
    PassingOn(.workingRegulation, "unit", .ends),
    PassingOn(.workingRegulation, "approver", .history),
  ]

  /// What a unit that ends or is divided hands down: to whom, and from which day.
  struct Estate {
    let day: CivilDate
    let unit: ID<Unit>
    /// Whether it is no more from the day on.
    let hasEnded: Bool
    /// Who takes over what is a person's, by the person; `nil`: it stays.
    let heir: (ID<Person>?) -> ID<Unit>?
  }

  /// Passes on what rows of the table say of the unit.
  func carryOut(_ estate: Estate, _ work: Work) throws {
    switch way {
    case .tree, .withPeople, .history, .derived, .askedAnew: return
    case .ends:
      if estate.hasEnded { try replace(estate, work) { _ in nil } }
    case .goesOn:
      try replace(estate, work) { person in estate.heir(person) }
    case .handedOver:
      guard let heir = estate.heir(nil) else { return }
      try replace(estate, work, whole: true) { _ in heir }
    }
  }

  /// Ends the unit's open rows on the day; where there is an heir, they go on there.
  ///
  /// `whole`: the heir takes them over with all their days.
  private func replace(
    _ estate: Estate,
    _ work: Work,
    whole: Bool = false,
    _ heir: (ID<Person>?) -> ID<Unit>?
  ) throws {
    let day = estate.day
    let columns = table.columns.map { "\($0)" }
    guard let place = columns.firstIndex(of: "\(column)") else { return }
    let owner = columns.firstIndex(of: "person") ?? columns.firstIndex(of: "answerer")
    let days: SQL = whole ? "1 = 1" : "(t.end_on IS NULL OR t.end_on > \(day))"
    let rows = try work.db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(names: table.columns) FROM \(name: table.name) t
      WHERE t.\(name: column) = \(estate.unit) AND \(known("t")) AND \(days) ORDER BY t.id
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      let values = (3..<(3 + columns.count)).map { row.source.value($0) }
      let person: ID<Person>? = try owner.flatMap { try row[3 + $0] }
      return (id: try row[0] as ID<FactMark>, span: span, values: values, person: person)
    }
    for row in rows {
      let next = heir(row.person)
      if next == nil && !estate.hasEnded { continue }
      var values = row.values
      if let next { values[place] = next.sqlValue }
      try work.supersede(table, row.id)
      if whole {
        try work.write(table, row.id, row.span, values)
        continue
      }
      if let before = row.span.cut(at: day) { try work.write(table, row.id, before, row.values) }
      guard next != nil, let after = Span(from: max(day, row.span.start), until: row.span.end) else {
        continue
      }
      let isNew = row.span.start < day
      try work.write(table, isNew ? work.draw() : row.id, after, values)
    }
  }
}
