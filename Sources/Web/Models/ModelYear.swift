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

  func takes(_ standing: ModelStanding) -> Bool {
    (state == nil || standing.state == state) && (kind == nil || standing.kind == kind)
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

  /// What is kept of a year by one model: every unit in few bytes, counted.
  struct Standings: Sendable {
    let units: [ModelStanding]
    let branches: [Branch]
    let rates: [Rate]
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

  /// The units in and below one on the last day of a year, with what they began in it.
  private func modelBoard(_ unit: ID<Rules.Unit>, _ year: Int, _ day: CivilDate) throws -> ModelBoard {
    let asOf = AsOf(day, asOf.knowledge)
    return try kept(.modelBoard(unit, year, asOf)) { try ModelStore(db: db).board(below: unit, year, asOf) }
  }

  /// The models in force on the last day of a year that are for units of a board.
  private func models(_ unit: ID<Rules.Unit>, _ day: CivilDate, on board: ModelBoard) throws -> [Rulebook] {
    try regulations(for: unit).models(on: day).filter { book in
      book.model.map { !$0.kinds.isDisjoint(with: board.kinds) } ?? false
    }
  }

  /// What the address asks for; of several models the one by which most units are assessed.
  func modelQuestion(_ unit: ID<Rules.Unit>) throws -> ModelQuestion {
    let year = try askedYear()
    let day = lastDay(of: year)
    let board = try modelBoard(unit, year, day)
    let books = try models(unit, day, on: board)
    let family = asked.value("model")
    if let family, !books.contains(where: { $0.family == family }) {
      throw PageFault.value(name: "model", family)
    }
    // The one most units go by; where nobody has begun, one whose lines are known.
    let known = books.first { $0.model?.criteria.allSatisfy { $0.confidence != .notFound } == true }
    let first = board.most(of: books.map(\.family)) ?? (known ?? books.first)?.family
    let book = books.first { $0.family == family ?? first }
    return ModelQuestion(
      year: year,
      family: book?.family ?? "",
      book: book,
      state: try choice("state"),
      kind: try choice("kind"),
      day: day
    )
  }

  /// How every unit stands that the model is for, in and below one, by the tree of the last day.
  func modelStandings(_ unit: ID<Rules.Unit>, _ question: ModelQuestion) throws -> ModelYear.Standings {
    guard let model = question.book?.model else { return .init(units: [], branches: [], rates: []) }
    let asOf = AsOf(question.day, asOf.knowledge)
    return try kept(.modelYear(unit, question.family, question.year, asOf)) {
      let board = try modelBoard(unit, question.year, question.day)
      let all = board.standings(question.family, by: model)
      let isBoard = all.contains { $0.unit != unit }
      return ModelYear.Standings(
        units: all,
        branches: isBoard ? branches(all, board) : [],
        rates: isBoard ? try rates(unit, question) : []
      )
    }
  }

  func modelYear(_ key: String, _ objections: [Objection] = []) throws -> ModelYear {
    let unit = try unit(key)
    let path = try standing(of: unit)
    try require(.readModels, on: unit)
    let question = try modelQuestion(unit)
    let standings = try modelStandings(unit, question)
    let all = standings.units
    let chosen = all.filter { question.takes($0) }
    let stretch = try Stretch(chosen.count, asked)
    let books = try models(unit, question.day, on: modelBoard(unit, question.year, question.day))
    let own = try ownAssessments(unit)
    return ModelYear(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      question: question,
      books: books,
      own: own,
      begins: try begins(unit, path.last, books, own.map(\.assessment), question),
      isBoard: all.contains { $0.unit != unit },
      states: all.reduce(into: [:]) { counts, standing in
        if question.kind == nil || standing.kind == question.kind { counts[standing.state, default: 0] += 1 }
      },
      branches: standings.branches,
      rates: standings.rates,
      years: Array((question.year - 3)...question.year),
      lines: try ModelStore(db: db)
        .lines(of: Array(chosen[stretch.range]), AsOf(question.day, asOf.knowledge)),
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
  private func branches(_ standings: [ModelStanding], _ board: ModelBoard) -> [ModelYear.Branch] {
    var states: [ID<Rules.Unit>: [ModelState: Int]] = [:]
    for standing in standings {
      if let branch = standing.branch { states[branch, default: [:]][standing.state, default: 0] += 1 }
    }
    return board.branches.compactMap { branch in
      states[branch.unit].map {
        ModelYear.Branch(unit: UnitLink(branch.unit.description, branch.name), states: $0)
      }
    }
  }

  /// Those recognised of all the model is for, kind by kind, this year and the three before.
  private func rates(_ unit: ID<Rules.Unit>, _ question: ModelQuestion) throws -> [ModelYear.Rate] {
    let library = try regulations(for: unit)
    let years = ((question.year - 3)...question.year).map { ModelYearDay($0, lastDay(of: $0)) }
    let found = try ModelStore(db: db).rates(below: unit, question.family, years, asOf.knowledge)
    var rates: [UnitKind: ModelYear.Rate] = [:]
    for year in years {
      guard let model = library.version(of: question.family, on: year.day)?.model else { continue }
      for rate in found[year.year] ?? [] where model.profile(of: rate.kind, in: rate.sector) != nil {
        let old = rates[rate.kind]?.years[year.year] ?? (0, 0)
        rates[rate.kind, default: .init(kind: rate.kind)].years[year.year] = (
          old.recognised + rate.recognised, old.all + rate.units
        )
      }
    }
    return UnitKind.allCases.compactMap { rates[$0] }
  }
}
