package import Basics
package import Rules
import Storage

/// Begins a unit's assessment of a year by a model: once for each year.
package struct BeginAssessment: Operation {
  package static let operation = "beginAssessment"
  package var unit: ID<Unit>
  package var family: String
  package var year: Int

  package init(of unit: ID<Unit>, by family: String, _ year: Int) {
    self.unit = unit
    self.family = family
    self.year = year
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("model", family), ("year", String(year))]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepModels, on: unit)
    guard (2000...work.today.year).contains(year) else {
      throw Refused(.year, .unknownValue(String(year), allowed: []))
    }
    let day = ModelAssessment.day(of: year, today: work.today)
    guard let book = try work.regulations(for: unit).version(of: family, on: day), let model = book.model
    else { throw Refused(.subject, .unknownValue(family, allowed: [])) }
    let (code, existence) = try UnitStore(db: work.db).existence(unit)
    guard let life = try UnitStore(db: work.db).life(unit), let kind = life.kind(on: day) else {
      throw Refused(.year, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
    }
    let sector = life.sectors.first { $0.span.contains(day) }?.value
    guard let profile = model.profile(of: kind, in: sector) else { throw Refused(nil, .modelNotForUnit) }
    if try ModelStore(db: work.db).assessment(of: unit, family, year) != nil {
      throw Refused(nil, .alreadyThere)
    }
    let key: ID<FactMark> = work.draw()
    let assessment = ModelAssessment(
      key: key,
      of: unit,
      family: family,
      book: book.name,
      year: year,
      profile: profile.name
    )
    try work.write(.modelAssessment, work.draw(), Span(open: work.today), assessment.row)
    return key.number
  }
}

/// Grades a unit by itself, line by line; with `isSent` it goes up, and changes only when it comes back.
package struct ScoreModel: Operation {
  package static let operation = "scoreModel"
  package var assessment: ID<FactMark>
  package var marks: [ModelMark]
  package var isSent: Bool

  package init(_ assessment: ID<FactMark>, _ marks: [ModelMark], isSent: Bool = false) {
    self.assessment = assessment
    self.marks = marks
    self.isSent = isSent
  }

  package var said: [(name: String, value: String?)] {
    [("assessment", assessment.description)] + marks.said + [("sent", isSent ? "yes" : nil)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let open = try work.assessment(assessment, at: [.drafted, .returned])
    try work.require(.keepModels, on: open.value.unit)
    if marks.contains(where: { $0.step != .own }) { throw Refused(.mark, .notAnEvaluator) }
    let all = try ModelStore(db: work.db).marks(of: assessment).map(\.said.mark).filter { $0.step == .own }
    let said = Set(marks.map(\.item))
    let whole = marks + (isSent ? all.filter { !said.contains($0.item) } : [])
    try
      (open.model.objections(to: whole, for: open.value.profile, needsAll: isSent)
      + work.objections(toNotesOf: marks)).raise()
    if marks.isEmpty, !isSent { throw Refused(nil, .nothingChanges) }
    try work.write(marks, of: assessment, by: open.value.unit)
    if isSent {
      if open.places.verifier == nil { throw Refused(nil, .notAnEvaluator) }
      try work.save(open.fact) { value in
        value.stage = .sent
        value.sent = work.today
        value.verified = nil
        value.verifier = nil
      }
    }
    return assessment.number
  }
}

extension [ModelMark] {
  /// What is said, for the journal.
  var said: [(name: String, value: String?)] {
    map { mark in
      let articles =
        mark.articles.isEmpty ? "" : " (\(mark.articles.map(String.init).joined(separator: ", ")))"
      return (mark.item, "\(mark.level)\(articles)\(mark.note.map { ": \($0)" } ?? "")")
    }
  }
}
