import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

/// Where every request for a page arrives: finds out who asks, opens one transaction, and lays out what the
/// page found.
struct Reception: Sendable {
  let database: any Database
  let clock: Clock
  let cache: FigureCache
  /// The regulations as shipped.
  let rulebooks: RulebookFolder
  /// Whether browsers reach this server over TLS only.
  let isSecure: Bool

  /// Who is behind a sign-in, as the frame of a page shows them.
  struct Guest: Sendable {
    let visitor: Visitor
    let standing: Standing
    let viewpoint: Viewpoint
    /// The deed just done, of which the page says so.
    var done: Done?
  }

  /// A deed that the visitor just did.
  struct Done: Sendable {
    let entry: Int
    let operation: String
    let request: String?
  }

  /// Where the deeds of forms are carried out.
  var office: Office { Office(database, clock: clock, regulations: rulebooks.library) }

  private enum Outcome<Model: Sendable>: Sendable {
    case signedOut
    case found(Guest, Model)
    case fault(Guest, PageFault)
  }

  /// Answers with a page made from one look at the record.
  ///
  /// `read` finds what the page shows; with `isLogged` looking is itself written down, in the same
  /// transaction. `view` lays it out, in the visitor's language.
  func page<Model: Sendable>(
    _ request: Request,
    _ module: Module?,
    isLogged: Bool = false,
    _ read: @escaping @Sendable (Visit) throws -> Model,
    _ view: @Sendable (Model, Frame) -> HTML
  ) async throws -> Response {
    try await answer(request, isLogged: isLogged, read) { model, guest, asked in
      Answer.page(view(model, frame(guest, asked, module)))
    }
  }

  /// The same for what is not, or not only, a page.
  func answer<Model: Sendable>(
    _ request: Request,
    isLogged: Bool = false,
    _ read: @escaping @Sendable (Visit) throws -> Model,
    _ respond: @Sendable (Model, Guest, Asked) async throws -> Response
  ) async throws -> Response {
    let asked = Asked(request)
    guard let token = asked.cookies.session else { return signIn(asked, request) }
    let work: @Sendable (any Connection) throws -> Outcome<Model> = { db in
      guard let visit = try visit(asked, token, db) else { return .signedOut }
      let guest = visit.guest
      if let fault = visit.fault { return .fault(guest, fault) }
      do {
        return .found(guest, try read(visit.visit))
      } catch let fault as PageFault {
        return .fault(guest, fault)
      }
    }
    let outcome: Outcome<Model>
    do {
      outcome = isLogged ? try await database.write(work) : try await database.read(work)
    } catch StorageError.busy where isLogged {
      return try await busy(request)
    }
    switch outcome {
    case .signedOut: return signIn(asked, request)
    case .found(let guest, let model):
      return try await Language.$current.withValue(guest.language) { try await respond(model, guest, asked) }
    case .fault(let guest, let fault):
      return Language.$current.withValue(guest.language) { told(fault, frame(guest, asked, nil)) }
    }
  }

  /// Answers with why there is no page.
  func fault(_ request: Request, _ fault: PageFault) async throws -> Response {
    try await answer(request) { _ -> Int in
      throw fault
    } _: { _, _, _ in
      Answer.text("", .notFound)
    }
  }

  // MARK: Who asks

  /// A visit with what may stand in its way.
  struct Arrival {
    let visit: Visit
    let fault: PageFault?
    var done: Done?
    var guest: Guest {
      Guest(visitor: visit.visitor, standing: visit.standing, viewpoint: visit.viewpoint, done: done)
    }
  }

  /// The look of somebody who is signed in, inside a transaction; `nil` when the token is none of ours.
  ///
  /// `cache`: another place to keep what is counted, for a record that will not stay as it is.
  func visit(
    _ asked: Asked,
    _ token: [UInt8],
    _ db: any Connection,
    cache: FigureCache? = nil
  ) throws -> Arrival? {
    let cache = cache ?? self.cache
    let now = clock.now()
    guard let visitor = try SignIns.visitor(token, db, now: now) else { return nil }
    let today = clock.day(of: now)
    let journal = JournalStore(db: db)
    let head = try journal.head()
    let standing = try cache.value(.standing(visitor.account, today), head: head) {
      try Standing.read(visitor, db, today: today)
    }
    var fault: PageFault?
    var day = today
    if let text = asked.value("on") {
      if let read = CivilDate(text) { day = read } else { fault = .day(text) }
    }
    var knowledge = Knowledge.now
    var known: Viewpoint.Known?
    if let text = asked.value("known") {
      let entry = try Int64(digits: text) ?? clock.moment(text).map { try journal.entry(at: $0) }
      if let entry, entry <= head, let moment = try journal.moment(of: entry) {
        knowledge = .entry(entry)
        known = Viewpoint.Known(sequence: Int(entry), moment: clock.time(moment))
      } else {
        fault = fault ?? .knowledge(text)
      }
    }
    let visit = Visit(
      db: db,
      clock: clock,
      moment: now,
      today: today,
      visitor: visitor,
      standing: standing,
      asked: asked,
      viewpoint: Viewpoint(today: today, on: day, known: known, opens: standing.opens),
      asOf: AsOf(day, knowledge),
      head: head,
      cache: cache,
      rulebooks: rulebooks
    )
    let done = try asked.value("done").flatMap { Int64(digits: $0) }.flatMap { entry in
      try journal.done(entry, by: visitor.account).map {
        Done(entry: Int(entry), operation: $0.operation, request: $0.request)
      }
    }
    return Arrival(visit: visit, fault: fault, done: done)
  }

  /// Proof, for the forms of a session, that a page of it sent them; made from its token, which no page shows.
  static func proof(of token: [UInt8]) -> String {
    Hex.text(Passwords.kept(token + Array("form".utf8)).prefix(16))
  }

  // MARK: Around the page

  /// The frame of a page for a visitor; made in their language.
  func frame(_ guest: Guest, _ asked: Asked, _ module: Module?) -> Frame {
    let place = guest.standing.places.first
    let unit =
      place.map { UnitLink($0.unit.description, $0.name) } ?? guest.standing.home ?? UnitLink("", "Chibo")
    let sees = !guest.standing.seeing.isEmpty
    let reads = guest.standing.places.contains { Rights.allows($0.role, .readRoll, on: .own) }
    return Frame(
      viewer: Viewer(
        name: guest.visitor.displayName,
        role: Phrase.accountRole((place?.role ?? .member).rawValue).text,
        unit: unit,
        readsJournal: guest.standing.readsJournal,
        importsLists: guest.standing.importsLists,
        modules: modules(guest.standing, sees: sees, reads: reads),
        isAtHand: place.map { $0.role == .secretary || $0.role == .member } ?? true,
        theme: asked.cookies.theme,
        hasKeys: asked.cookies.hasKeys,
        token: asked.cookies.session.map(Reception.proof) ?? ""
      ),
      viewpoint: guest.viewpoint,
      module: module,
      path: Path(returning: asked.path) ?? Path(),
      query: asked.query,
      message: guest.done.map {
        Message(
          .done,
          Phrase.recordedAs($0.operation, $0.entry).text,
          link: guest.mayAnnul($0.operation) ? (Phrase.annulThis.text, .annul($0.entry)) : nil,
          request: $0.request
        )
      },
      made: clock.time(clock.now())
    )
  }

  private func modules(_ standing: Standing, sees: Bool, reads: Bool) -> [Module] {
    Module.allCases.filter { module in
      switch module {
      case .accounts: standing.keepsAccounts
      case .roll, .candidates: sees && reads
      case .meetings: standing.opens.meetings
      case .reviews: standing.opens.reviews
      // What is law for somebody is theirs to read.
      case .rulebooks: true
      default: sees
      }
    }
  }

  /// The page that says why there is nothing else to show.
  private func told(_ fault: PageFault, _ frame: Frame) -> Response {
    switch fault {
    case .signedOut, .absent: Answer.page(notFoundView(in: frame), .notFound)
    case .notYours: Answer.page(notYoursView(in: frame), .notFound)
    case .unitAbsent(let unit, let span, let day):
      Answer.page(unitAbsentView(unit, existence: span, on: day, in: frame), .notFound)
    case .day(let text): Answer.page(refusedView([.unreadableDay(text)], in: frame), .badRequest)
    case .knowledge(let text): Answer.page(refusedView([.unreadableKnowledge(text)], in: frame), .badRequest)
    case .period(let from, let until):
      Answer.page(refusedView([.unreadablePeriod(from, until)], in: frame), .badRequest)
    case .value(let name, let text):
      Answer.page(refusedView([.unreadableValue(name, text)], in: frame), .badRequest)
    }
  }

  /// The way to the sign-in page, and back again afterwards.
  private func signIn(_ asked: Asked, _ request: Request) -> Response {
    var path = Path.signIn
    let address = request.head.path ?? "/"
    if request.method == .get, address != "/" { path = path.with("back", address) }
    if asked.cookies.session != nil { path = path.with("notice", "ended") }
    return Answer.see(path)
  }
}

extension Reception.Guest {
  /// Whether a deed just done is one that this guest could take back, from here.
  fileprivate func mayAnnul(_ operation: String) -> Bool {
    guard viewpoint.time != .past, !AnnulEntry.isLasting(operation) else { return false }
    return standing.places.contains { Rights.allows($0.role, .annul, on: .own) }
  }

  var language: Language { Language(rawValue: visitor.language) ?? .vi }
}

extension Int64 {
  fileprivate init?(digits text: String) {
    guard let number = Int(digits: text) else { return nil }
    self.init(number)
  }
}
