import Basics
import Markup
import Records
import RulebookFiles
import Rules
import Storage

/// One unit's assessment of a year: each line with what the record shows, the levels said, and what the reader can say.
struct ModelAssessmentPage: Sendable {
  /// A criterion or a veto.
  struct Item: Sendable {
    let name: String
    let number: String
    let text: Wording
    let confidence: Confidence
    let sources: [String]
    let evidence: [ModelFigure]
    /// The grade it has to reach; `nil` for a veto.
    let least: CriterionGrade?
    let articles: [Int]
    let finding: ModelVerdict.Finding?
    let marks: [ModelStep: ModelMark]

    var isVeto: Bool { least == nil }
  }

  /// What the reader can do with it now.
  enum Turn: Sendable {
    case score, verify, decide

    var step: ModelStep {
      switch self {
      case .score: .own
      case .verify: .verified
      case .decide: .decided
      }
    }
  }

  let key: String
  let assessment: ModelAssessment
  let book: Rulebook
  let model: EvaluationModel
  let profile: ModelProfile?
  let unit: UnitLink
  /// The unit assessed, where another answers for it now.
  let subject: UnitLink?
  let path: [UnitLink]
  let items: [Item]
  let figures: [ModelFigure: Int]
  /// Where what was counted is listed: on the last day of the year.
  let place: Viewpoint
  /// Whether those disciplined are the reader's to see, and not their number alone.
  let readsDiscipline: Bool
  let outcome: ModelOutcome?
  let verifier: String?
  let decider: String?
  let turn: Turn?
  let mayReturn: Bool
  /// The reader's name, who would sign.
  let reader: String
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

extension Visit {
  func modelAssessment(_ key: String) throws -> ModelAssessmentPage {
    guard let id = ID<FactMark>(key),
      let assessment = try ModelStore(db: db).assessment(id, on: asOf.day, asOf.knowledge)?.value
    else { throw PageFault.absent }
    let unit = assessment.unit
    try require(.readModels, on: unit)
    let library = try regulations(for: unit)
    guard let (book, model) = try library.model(of: assessment, today: today) else { throw PageFault.absent }
    // A unit that ended without an heir is shown where it last stood.
    let path = try TreeStore(db: db).path(to: unit, asOf)
    let places = ModelPlaces(of: unit, by: model, in: path)
    let day = lastDay(of: assessment.year)
    let figures = try ModelEvidence(db: db, by: library)
      .figures(of: assessment.subject, in: assessment.year, AsOf(day, asOf.knowledge))
    let marks = try ModelStore(db: db).marks(of: id, asOf.knowledge).map(\.said.mark)
    let (verdict, items) = modelItems(assessment, book, model, marks, figures)
    let (turn, mayReturn) = try modelTurn(assessment, places)
    let names = try names(
      of: [unit, assessment.subject]
        + [assessment.verifier ?? places.verifier, assessment.decision?.unit ?? places.decider]
        .compactMap(\.self)
    )
    let subject = UnitLink(
      assessment.subject.description,
      try TreeStore(db: db).lastName(assessment.subject)
    )
    return ModelAssessmentPage(
      key: key,
      assessment: assessment,
      book: book,
      model: model,
      profile: model.profiles.first { $0.name == assessment.profile },
      unit: path.last?.link ?? UnitLink(unit.description, names[unit] ?? ""),
      subject: assessment.subject == unit ? nil : subject,
      path: crumbs(path),
      items: items,
      figures: figures,
      place: day == viewpoint.on ? viewpoint : viewpoint.moved(to: day),
      readsDiscipline: try allows(.readDiscipline, on: assessment.subject),
      outcome: verdict.outcome,
      verifier: (assessment.verifier ?? places.verifier).flatMap { names[$0] },
      decider: (assessment.decision?.unit ?? places.decider).flatMap { names[$0] },
      turn: turn,
      mayReturn: mayReturn,
      // An office signs nothing: who decides is a person.
      reader: visitor.person == nil ? "" : visitor.displayName,
      request: AccountForm.newRequest()
    )
  }

  /// The lines of an assessment, and what the model gives for the last levels said.
  private func modelItems(
    _ assessment: ModelAssessment,
    _ book: Rulebook,
    _ model: EvaluationModel,
    _ marks: [ModelMark],
    _ figures: [ModelFigure: Int]
  ) -> (verdict: ModelVerdict, items: [ModelAssessmentPage.Item]) {
    var said: [String: [ModelStep: ModelMark]] = [:]
    for mark in marks { said[mark.item, default: [:]][mark.step] = mark }
    // Of one that came back the unit's own word counts again.
    let isOwn = assessment.stage.isWithUnit
    let levels = said.compactMapValues { steps in
      isOwn ? steps[.own]?.level : (steps[.decided] ?? steps[.verified] ?? steps[.own])?.level
    }
    let verdict = model.verdict(on: levels, figures.facts, for: assessment.profile, by: book)
    var items = model.criteria(of: assessment.profile).map { criterion in
      ModelAssessmentPage.Item(
        name: criterion.name,
        number: criterion.number,
        text: criterion.text,
        confidence: criterion.confidence,
        sources: criterion.sources,
        evidence: criterion.evidence,
        least: model.least(of: criterion),
        articles: [],
        finding: verdict[criterion.name],
        marks: said[criterion.name] ?? [:]
      )
    }
    items += model.vetoes(of: assessment.profile).map { veto in
      ModelAssessmentPage.Item(
        name: veto.name,
        number: veto.number,
        text: veto.text,
        confidence: veto.confidence,
        sources: veto.sources,
        evidence: veto.evidence,
        least: nil,
        articles: veto.articles,
        finding: verdict[veto.name],
        marks: said[veto.name] ?? [:]
      )
    }
    return (verdict, items)
  }

  /// What the reader can do, by who has it before them now.
  private func modelTurn(
    _ assessment: ModelAssessment,
    _ places: ModelPlaces
  ) throws -> (turn: ModelAssessmentPage.Turn?, mayReturn: Bool) {
    guard viewpoint.isNow else { return (nil, false) }
    func may(_ deed: Deed, on body: ID<Rules.Unit>?) throws -> Bool {
      try body.map { try allows(deed, on: $0) } ?? false
    }
    switch assessment.stage {
    case .drafted, .returned: return (try may(.keepModels, on: assessment.unit) ? .score : nil, false)
    case .sent:
      let may = try may(.verifyModels, on: places.verifier)
      return (may ? .verify : nil, may)
    case .verified:
      let may = try may(.recogniseModels, on: places.decider)
      return (may ? .decide : nil, may)
    case .decided: return (nil, false)
    }
  }
}
