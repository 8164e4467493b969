package import Basics
package import Rules
import Storage

/// Who verifies and who recognises a unit's assessment: units above it, as they stand today.
package struct ModelPlaces: Hashable, Sendable {
  /// The unit directly above.
  package let verifier: ID<Unit>?
  /// The nearest unit above of a kind the model names; where there is none, the one directly above.
  package let decider: ID<Unit>?

  package init(of unit: ID<Unit>, by model: EvaluationModel, in path: [TreeUnit]) {
    // The path runs from the root down to the unit itself.
    let above = path.filter { $0.unit != unit }
    verifier = above.last?.unit
    decider = (above.last { model.deciders.contains($0.kind) } ?? above.last)?.unit
  }
}

extension Work {
  /// An assessment with its model and with who is above it.
  struct OpenAssessment {
    var fact: Fact<ModelAssessment>
    let book: Rulebook
    let model: EvaluationModel
    let places: ModelPlaces
    let library: RulebookLibrary

    var value: ModelAssessment { fact.value }
  }

  /// An assessment that has come so far; refused at another stage.
  func assessment(_ key: ID<FactMark>, at stages: Set<ModelStage>) throws -> OpenAssessment {
    guard let fact = try ModelStore(db: db).assessment(key, on: today) else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    if !stages.contains(fact.value.stage) { throw Refused(nil, .assessmentIs(fact.value.stage)) }
    let library = try regulations(for: fact.value.unit)
    guard let (book, model) = try library.model(of: fact.value, today: today) else {
      throw Refused(nil, .unknownValue(fact.value.family, allowed: []))
    }
    let path = try TreeStore(db: db).path(to: fact.value.unit, AsOf(today))
    let places = ModelPlaces(of: fact.value.unit, by: model, in: path)
    return OpenAssessment(fact: fact, book: book, model: model, places: places, library: library)
  }

  /// Writes marks of one step in the place of those of the same step.
  func write(_ marks: [ModelMark], of key: ID<FactMark>, by unit: ID<Unit>) throws {
    let known = try ModelStore(db: db).marks(of: key)
    for mark in marks {
      let next = SaidModelMark(assessment: key, unit: unit, mark: mark)
      let old = known.filter { $0.said.mark.item == mark.item && $0.said.mark.step == mark.step }
      if old.count == 1, old[0].said == next { continue }
      for old in old { try supersede(.modelMark, old.id) }
      try self.write(.modelMark, draw(), today.alone, next.row)
    }
  }

  /// Changes an assessment, also where an heir is to answer for it from a day to come.
  func save(_ fact: Fact<ModelAssessment>, _ change: (inout ModelAssessment) -> Void) throws {
    let old = try ModelStore(db: db).facts(of: fact.value.key)
    let new = old.map { fact in
      var fact = fact
      change(&fact.value)
      return fact
    }
    try save(.modelAssessment, from: old, to: new, \.value.row)
  }

  /// Closes an assessment: from now on it is nobody's to take over.
  func close(_ fact: Fact<ModelAssessment>, _ change: (inout ModelAssessment) -> Void) throws {
    var new = fact
    change(&new.value)
    let end = max(today, fact.span.start.adding(days: 1))
    new.span = Span(from: fact.span.start, until: end) ?? fact.span
    let old = try ModelStore(db: db).facts(of: fact.value.key)
    let before = old.filter { $0.span.start < fact.span.start }
    try save(.modelAssessment, from: old, to: before + [new], \.value.row)
  }

  /// Why words of marks cannot be taken.
  func objections(toNotesOf marks: [ModelMark]) -> [Objection] {
    marks.compactMap(\.note).flatMap { Written.text($0, .note, limit: 1000) }
  }
}

extension RulebookLibrary {
  /// The version of a model by which an assessment was begun, else the one in force on the last day of its year.
  package func model(
    of assessment: ModelAssessment,
    today: CivilDate
  ) throws -> (book: Rulebook, model: EvaluationModel)? {
    let day = ModelAssessment.day(of: assessment.year, today: today)
    guard let book = book(named: assessment.book) ?? version(of: assessment.family, on: day),
      let model = book.model
    else { return nil }
    return (book, model)
  }
}
