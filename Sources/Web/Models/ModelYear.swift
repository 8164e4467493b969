import Basics
import Markup
import Records
import Rules
import Storage

/// Which units a board of models lists.
struct ModelQuestion: Sendable {
  let year: Int
  let family: String
  /// The version of the model on the last day of the year; `nil` when there is none.
  let book: Rulebook?
  var state: ModelState?
  var kind: UnitKind?
  /// The last day of the year, or the day shown while the year goes on.
  let day: CivilDate

  func takes(_ line: ModelLine) -> Bool {
    (state == nil || line.state == state) && (kind == nil || line.kind == kind)
  }
}

/// A unit's own assessments, and where the units below it stand in a year by a model.
struct ModelYear: Sendable {
  struct Own: Sendable {
    let key: String
    let title: Wording?
    let assessment: ModelAssessment
    /// The unit assessed, where it is another than this one.
    let other: String?
  }

  /// The units of one branch, counted by where they stand.
  struct Branch: Sendable {
    let unit: UnitLink
    var states: [ModelState: Int] = [:]
  }

  /// The units of one kind, year by year.
  struct Rate: Sendable {
    let kind: UnitKind
    var years: [Int: (recognised: Int, all: Int)] = [:]
  }

  let unit: UnitLink
  let path: [UnitLink]
  let question: ModelQuestion
  /// The models of the year that are for units here.
  let books: [Rulebook]
  let own: [Own]
  /// The models by which the unit can begin to grade itself.
  let begins: [Rulebook]
  /// Whether other units than this one are listed.
  let isBoard: Bool
  let states: [ModelState: Int]
  let branches: [Branch]
  let rates: [Rate]
  let years: [Int]
  let lines: [ModelLine]
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
  let request: String
  var objections: [Objection] = []
}

extension Visit {
  /// The day on which the tree and the rules of a year are read.
  func lastDay(of year: Int) -> CivilDate { ModelAssessment.day(of: year, today: min(asOf.day, today)) }

  /// The models in force on the last day of a year that are for units in and below one.
  private func models(_ unit: ID<Rules.Unit>, _ day: CivilDate) throws -> [Rulebook] {
    let kinds = try ModelStore(db: db).kinds(below: unit, AsOf(day, asOf.knowledge))
    return try regulations(for: unit).models(on: day).filter { book in
      book.model.map { !$0.kinds.isDisjoint(with: kinds) } ?? false
    }
  }

  /// What the address asks for; of several models the one by which most units are assessed.
  func modelQuestion(_ unit: ID<Rules.Unit>) throws -> ModelQuestion {
    let year = try askedYear()
    let day = lastDay(of: year)
    let books = try models(unit, day)
    let family = asked.value("model")
    if let family, !books.contains(where: { $0.family == family }) {
      throw PageFault.value(name: "model", family)
    }
    let begun = try ModelStore(db: db).begun(below: unit, year, AsOf(day, asOf.knowledge))
    // The one most units go by; where nobody has begun, one whose lines are known.
    let known = books.first { $0.model?.criteria.allSatisfy { $0.confidence != .notFound } == true }
    let most = books.max { (begun[$0.family] ?? 0) < (begun[$1.family] ?? 0) }
    let first = begun.isEmpty ? known ?? books.first : most
    let book = family.flatMap { family in books.first { $0.family == family } } ?? first
    return ModelQuestion(
      year: year,
      family: book?.family ?? "",
      book: book,
      state: try choice("state"),
      kind: try choice("kind"),
      day: day
    )
  }

  /// Every unit the model is for, in and below one, by the tree of the last day.
  func modelLines(_ unit: ID<Rules.Unit>, _ question: ModelQuestion) throws -> [ModelLine] {
    guard let model = question.book?.model else { return [] }
    return try ModelStore(db: db)
      .lines(
        below: unit,
        question.family,
        question.year,
        of: model.kinds,
        AsOf(question.day, asOf.knowledge)
      )
      .filter { model.profile(of: $0.kind, in: $0.sector) != nil }
  }

  func modelYear(_ key: String, _ objections: [Objection] = []) throws -> ModelYear {
    let unit = try unit(key)
    let path = try standing(of: unit)
    try require(.readModels, on: unit)
    let question = try modelQuestion(unit)
    let all = try modelLines(unit, question)
    let others = all.filter { $0.unit != unit }
    let chosen = all.filter { question.takes($0) }
    let stretch = try Stretch(chosen.count, asked)
    let books = try models(unit, question.day)
    let own = try ownAssessments(unit)
    return ModelYear(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      question: question,
      books: books,
      own: own,
      begins: try begins(unit, path.last, books, own.map(\.assessment), question),
      isBoard: !others.isEmpty,
      states: Dictionary(
        all.filter { question.kind == nil || $0.kind == question.kind }.map { ($0.state, 1) },
        uniquingKeysWith: +
      ),
      branches: others.isEmpty ? [] : try branches(others, unit, question),
      rates: others.isEmpty ? [] : try rates(unit, question),
      years: Array((question.year - 3)...question.year),
      lines: Array(chosen[stretch.range]),
      count: chosen.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      request: AccountForm.newRequest(),
      objections: objections
    )
  }

  private func ownAssessments(_ unit: ID<Rules.Unit>) throws -> [ModelYear.Own] {
    let found = try ModelStore(db: db).assessments(of: unit, asOf.knowledge).map(\.value)
    let names = try names(of: found.map(\.subject))
    let library = try regulations(for: unit)
    return try found.map { assessment in
      ModelYear.Own(
        key: assessment.key.description,
        title: try library.model(of: assessment, today: today)?.book.title,
        assessment: assessment,
        other: assessment.subject == unit ? nil : names[assessment.subject]
      )
    }
  }

  /// The models by which the unit itself can begin, when the reader may.
  private func begins(
    _ unit: ID<Rules.Unit>,
    _ node: TreeUnit?,
    _ books: [Rulebook],
    _ own: [ModelAssessment],
    _ question: ModelQuestion
  ) throws -> [Rulebook] {
    guard viewpoint.isNow, question.year <= today.year, let node, try allows(.keepModels, on: unit) else {
      return []
    }
    return books.filter { book in
      let isTaken = own.contains {
        $0.family == book.family && $0.year == question.year && $0.subject == unit
      }
      return !isTaken && book.model?.profile(of: node.kind, in: node.sector) != nil
    }
  }

  /// The units counted for each unit directly below.
  private func branches(
    _ lines: [ModelLine],
    _ unit: ID<Rules.Unit>,
    _ question: ModelQuestion
  ) throws -> [ModelYear.Branch] {
    let keys = Set(lines.compactMap(\.branch))
    let names = try NameStore(db: db).names(of: Array(keys), asOf.knowledge)
    var branches: [ID<Rules.Unit>: ModelYear.Branch] = [:]
    for line in lines {
      guard let branch = line.branch else { continue }
      let name = names[branch]?.value(around: question.day) ?? line.name
      branches[branch, default: .init(unit: UnitLink(branch.description, name))]
        .states[line.state, default: 0] += 1
    }
    return branches.values.sorted {
      VietnameseName.sortKey($0.unit.name) < VietnameseName.sortKey($1.unit.name)
    }
  }

  /// Those recognised of all the model is for, kind by kind, this year and the three before.
  private func rates(_ unit: ID<Rules.Unit>, _ question: ModelQuestion) throws -> [ModelYear.Rate] {
    let library = try regulations(for: unit)
    var rates: [UnitKind: ModelYear.Rate] = [:]
    for year in (question.year - 3)...question.year {
      let day = lastDay(of: year)
      guard let model = library.version(of: question.family, on: day)?.model else { continue }
      let found = try ModelStore(db: db)
        .rates(below: unit, question.family, year, AsOf(day, asOf.knowledge))
      for rate in found where model.profile(of: rate.kind, in: rate.sector) != nil {
        let old = rates[rate.kind]?.years[year] ?? (0, 0)
        rates[rate.kind, default: .init(kind: rate.kind)].years[year] = (
          old.recognised + rate.recognised, old.all + rate.units
        )
      }
    }
    return UnitKind.allCases.compactMap { rates[$0] }
  }
}
