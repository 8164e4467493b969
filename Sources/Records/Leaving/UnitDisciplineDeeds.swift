package import Basics
package import Rules
import Storage

/// Enters a discipline of an organisation as it was decided: a matter that waits, until another account confirms it.
///
/// It is for a level above: nobody enters or confirms one of their own unit. The journal's words name the unit and
/// no more.
package struct EnterUnitDiscipline: Operation {
  package static let operation = "disciplineUnit"
  package var unit: ID<Unit>
  package var discipline: UnitDiscipline
  package var span: Span
  /// The decision it carries out once it is confirmed.
  package var decision: DecisionText?

  package init(
    unit: ID<Unit>,
    _ discipline: UnitDiscipline,
    span: Span,
    under decision: DecisionText?
  ) {
    self.unit = unit
    self.discipline = discipline
    self.span = span
    self.decision = decision
  }

  package var said: [(name: String, value: String?)] { [("unit", unit.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.disciplineUnit, on: unit)
    guard var decision else { throw Refused(.number, .blank) }
    decision.issuer = discipline.body
    if let note = discipline.note { try Written.text(note, .note, limit: 500).raise() }
    if let violated = discipline.violated, violated > span.start {
      throw Refused(.violated, .endNotAfterStart(start: violated, end: span.start))
    }
    if let waiting = try UnitDisciplineStore(db: work.db).matter(of: unit) {
      throw Refused(nil, .stillOpen(since: waiting.span.start))
    }
    try work.demandAllowed(discipline, of: unit, on: span.start, signed: decision.signed)
    let matter = UnitDisciplineMatter(discipline, span, under: decision, by: work.account)
    try work.save(.unitMatter, from: [], to: [Fact(matter, span)]) { UnitDisciplineStore.row(unit, $0) }
    return unit.number
  }
}

/// Confirms a discipline of an organisation that another account entered: from now on it is a fact.
///
/// A dissolution is the decision alone: the unit stands until a reorganisation of its own ends it.
package struct ConfirmUnitDiscipline: Operation {
  package static let operation = "confirmUnitDiscipline"
  package var unit: ID<Unit>

  package init(unit: ID<Unit>) {
    self.unit = unit
  }

  package var said: [(name: String, value: String?)] { [("unit", unit.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.disciplineUnit, on: unit)
    guard let waiting = try UnitDisciplineStore(db: work.db).matter(of: unit) else {
      throw Refused(nil, .noneOpen)
    }
    let matter = waiting.value
    // Two people, always: somebody at the console is one person too.
    if work.account == matter.enteredBy { throw Refused(nil, .ownEntry) }
    guard work.decision != nil, work.cited == matter.decision.number else { throw Refused(.number, .blank) }
    try work.demandAllowed(
      matter.discipline,
      of: unit,
      on: waiting.span.start,
      signed: matter.decision.signed
    )
    try work.save(.unitMatter, from: [waiting], to: []) { UnitDisciplineStore.row(unit, $0) }
    let fact = Fact(matter.discipline, waiting.span, cited: work.cited)
    try work.save(.unitDiscipline, from: [], to: [fact]) { fact in
      [unit.sqlValue] + UnitDisciplineStore.said(fact.value) + [
        matter.enteredBy.sqlValue, work.account.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
    return unit.number
  }
}

/// Takes back a discipline of an organisation that was entered and not confirmed.
package struct WithdrawUnitDiscipline: Operation {
  package static let operation = "withdrawUnitDiscipline"
  package var unit: ID<Unit>
  package var why: String

  package init(unit: ID<Unit>, why: String) {
    self.unit = unit
    self.why = why
  }

  package var said: [(name: String, value: String?)] { [("unit", unit.description), ("why", why)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.disciplineUnit, on: unit)
    try Written.text(why, .reason, limit: 500).raise()
    guard let waiting = try UnitDisciplineStore(db: work.db).matter(of: unit) else {
      throw Refused(nil, .noneOpen)
    }
    try work.save(.unitMatter, from: [waiting], to: []) { UnitDisciplineStore.row(unit, $0) }
    return unit.number
  }
}

extension Work {
  /// Refuses a discipline of a unit that is not there, that a unit not above it decided, or that a verified clause
  /// of the regulations forbids.
  ///
  /// Above it is what stood there on the first day, or on the day the decision was signed: a reorganisation may
  /// lie between.
  fileprivate func demandAllowed(
    _ discipline: UnitDiscipline,
    of unit: ID<Unit>,
    on day: CivilDate,
    signed: CivilDate
  ) throws {
    let units = UnitStore(db: db)
    let existence = try units.existence(unit).existence
    guard existence?.contains(day) == true else {
      let code = try units.code(of: unit) ?? unit.description
      throw Refused(.from, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
    }
    let isAbove = try [day, signed].contains { day in
      try db.exists(
        """
        SELECT 1 FROM ancestry a WHERE a.unit = \(unit) AND a.ancestor = \(discipline.body) AND a.depth > 0
          AND \(asOf("a", AsOf(day)))
        """
      )
    }
    if !isAbove {
      throw Refused(.body, .bodyNotAbove(try units.code(of: discipline.body) ?? discipline.body.description))
    }
    let library = try regulations(for: unit)
    var objections: [Objection] = []
    for subject in ["unitDiscipline", "unitLimitation"] {
      let verdict = library.judge("charter", of: subject, on: day)?.verdict(discipline.facts(on: day))
      for finding in verdict?.findings ?? [] where finding.truth == .notMet {
        guard finding.clause.confidence == .verified else { continue }
        let clause = Refusal.againstClause(number: finding.clause.number, finding.clause.text)
        objections.append(Objection(.form, clause))
      }
    }
    try objections.raise()
  }
}
