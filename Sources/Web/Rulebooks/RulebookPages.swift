import Basics
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules

/// The library of regulations, a regulation's own page, and the judge tried by hand.
struct RulebookPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/rulebooks", use: library)
    routes.get("/rulebooks/:book", use: book)
    routes.get("/rulebooks/:book/judge", use: trial)
  }

  /// `GET /rulebooks?on=…`: what is in force on the day shown, and what changed against the version before.
  @Sendable func library(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .rulebooks) { visit in
      RulebookShelf(try visit.regulations(), on: visit.asOf.day)
    } _: { shelf, frame in
      rulebookShelfView(shelf, in: frame)
    }
  }

  /// `GET /rulebooks/:book`: clause by clause, with confidence and source.
  @Sendable func book(_ request: Request, _ context: PageContext) async throws -> Response {
    let name = context.parameters.get("book") ?? ""
    return try await reception.page(request, .rulebooks) { visit in
      let library = try visit.regulations()
      guard let book = library.book(named: name) else { throw PageFault.absent }
      var model = RulebookPage(book, in: library, sources: visit.rulebooks.sources)
      model.mayChange = visit.rulebookKeeper != nil && visit.viewpoint.isNow
      return model
    } _: { model, frame in
      rulebookView(model, in: frame)
    }
  }

  /// `GET /rulebooks/:book/judge?subject=leader&tasks.done=40&unit=…`: what the rules say of these facts.
  @Sendable func trial(_ request: Request, _ context: PageContext) async throws -> Response {
    let name = context.parameters.get("book") ?? ""
    return try await reception.page(request, .rulebooks) { visit in
      guard let book = try visit.regulations().book(named: name) else { throw PageFault.absent }
      return try visit.trial(book, visit.rulebooks.library.calendar)
    } _: { model, frame in
      trialView(model, in: frame)
    }
  }
}

/// What stands in the library on a day.
struct RulebookShelf: Sendable {
  struct Row: Sendable {
    let book: Rulebook
    /// The version before, and how much changed against it.
    let before: (name: String, changes: Int)?
  }

  let inForce: [Row]
  let others: [Row]

  init(_ library: RulebookLibrary, on day: CivilDate) {
    let rows = library.books.map { book in
      Row(
        book: book,
        before: library.version(before: book).map { ($0.name, book.changes(since: $0).count) }
      )
    }
    inForce = rows.filter { $0.book.span.contains(day) }
    others = rows.filter { !$0.book.span.contains(day) }
  }
}

/// A regulation with what it changed, and where its sources are.
struct RulebookPage: Sendable {
  let book: Rulebook
  let before: Rulebook?
  let changes: [RulebookChange]
  let versions: [Rulebook]
  let sources: [(code: String, address: String)]
  /// Whether the visitor may write a version of their own.
  var mayChange = false

  init(_ book: Rulebook, in library: RulebookLibrary, sources: [String: String]) {
    self.book = book
    before = library.version(before: book)
    changes = before.map { book.changes(since: $0) } ?? []
    versions = library.versions(of: book.family)
    let used = Set(
      book.clauses.flatMap(\.clause.sources) + book.documents.compactMap(\.source)
        + book.slots.compactMap(\.source) + (book.model?.allSources ?? [])
    )
    self.sources = used.sorted().compactMap { code in sources[code].map { (code, $0) } }
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension Visit {
  /// The judge on the facts of the address, those of a unit filled in from the record.
  fileprivate func trial(_ book: Rulebook, _ calendar: WorkCalendar) throws -> Trial {
    let subjects = book.rules.flatMap { $0.subjects.isEmpty ? [$0.name] : $0.subjects }
    let subject = asked.value("subject") ?? subjects.first ?? ""
    guard subjects.contains(subject) else { throw PageFault.value(name: "subject", subject) }
    var trial = Trial(book: book, subjects: subjects, subject: subject)
    guard let judge = try? Judge(book, subject: subject, on: asOf.day, calendar: calendar) else {
      return trial
    }
    trial.facts = judge.asked
    if let key = asked.value("unit") {
      let written = key.trimmed
      guard let unit = try ID<Unit>(written) ?? UnitStore(db: db).identity(code: written) else {
        throw PageFault.absent
      }
      trial.unitWritten = written
      try require(.readFigures, on: unit)
      trial.unit = try standing(of: unit).last?.link
      for (name, count) in try FigureStore(db: db).figures(of: unit, asOf) {
        trial.recorded[name.rawValue] = count
      }
    }
    var facts: [String: Quantity] = [:]
    for fact in trial.facts {
      let written = asked.value(fact.name)
      trial.written[fact.name] = written
      if let written {
        facts[fact.name] = Trial.quantity(written, fact.sort)
        if facts[fact.name] == nil { trial.unreadable.insert(fact.name) }
      } else if let count = trial.recorded[fact.name] {
        facts[fact.name] = Quantity(count)
      }
    }
    if !facts.isEmpty, trial.unreadable.isEmpty { trial.verdict = judge.verdict(facts) }
    return trial
  }
}
