import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The journal and its entries, for those whose unit is the whole.
struct JournalPages: Sendable {
  let reception: Reception
  private static let size = 50

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/journal", use: journal)
    routes.get("/journal/:entry", use: entry)
  }

  /// `GET /journal?after=1950`: the fifty entries older than that one; `before=…`, the fifty newer ones.
  @Sendable func journal(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .journal) { visit in
      guard visit.standing.readsJournal else { throw PageFault.absent }
      // A page runs from the newest to the oldest, so what comes after on it is older.
      let older = try visit.entryNumber("after")
      let newer = older == nil ? try visit.entryNumber("before") : nil
      let store = JournalStore(db: visit.db)
      var lines = try store.lines(
        before: older,
        after: newer,
        try visit.journalFilter(),
        limit: JournalPages.size + 1
      )
      let isFuller = lines.count > JournalPages.size
      if isFuller {
        if newer == nil { lines.removeLast() } else { lines.removeFirst() }
      }
      let hasNewer = newer == nil ? older != nil : isFuller
      return JournalPage(
        chain: try visit.chain(),
        entries: lines.map { JournalRow($0, visit) },
        writers: try store.writers().map { FormField.Choice($0.account.description, $0.name) },
        previous: hasNewer ? lines.first.map { String($0.seq) } : nil,
        next: (newer != nil || isFuller) && (lines.last?.seq ?? 1) > 1
          ? lines.last.map { String($0.seq) } : nil
      )
    } _: { model, frame in
      journalView(model, in: frame)
    }
  }

  /// `GET /journal/:seq`.
  @Sendable func entry(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("entry") ?? ""
    return try await reception.page(request, .journal) { visit -> EntryFound in
      guard let seq = Int(digits: key), Int64(seq) <= visit.lastKnown,
        let found = try JournalStore(db: visit.db).entry(Int64(seq))
      else { throw PageFault.absent }
      let changes = try visit.changesInReach(of: Int64(seq))
      let telling = try ChangeTelling(changes, visit.db)
      return EntryFound(
        changes: changes.map(telling.told),
        deeds: found.annulledBy == nil ? try visit.deeds(about: found.line) : [],
        row: JournalRow(found.line, visit),
        said: try found.line.said.map { try visit.named(Said($0).shown(of: found.line.operation).pairs) },
        hashBefore: Hex.text(found.previous),
        annuls: found.line.annuls.map(Int.init),
        annulledBy: found.annulledBy.map(Int.init)
      )
    } _: { found, frame in
      let page = EntryPage(
        line: found.row,
        payload: found.said,
        hashBefore: found.hashBefore,
        annuls: found.annuls,
        annulledBy: found.annulledBy,
        changes: found.changes,
        deeds: found.deeds
      )
      return entryView(page, in: frame)
    }
  }

  private struct EntryFound: Sendable {
    let changes: [ChangeTold]
    let deeds: [DeedOffer]
    let row: JournalRow
    let said: [(name: String, value: String)]?
    let hashBefore: String
    let annuls: Int?
    let annulledBy: Int?
  }
}

extension Visit {
  /// What an entry changed, for those who read the whole journal; others see an entry when everything it
  /// changed is theirs to read the journal of.
  fileprivate func changesInReach(of entry: Int64) throws -> [RecordChange] {
    let most = 200
    let changes = try RecordChanges(db: db, of: entry).all(limit: most)
    if standing.readsJournal {
      return try changes.filter {
        try opens($0.subject, $0.reading ?? .readUnits, $0.reading ?? .readPerson)
      }
    }
    let isMine = try changes.allSatisfy { change in
      try opens(change.subject, .readJournal, .readJournal)
        && (try change.reading.map { try opens(change.subject, $0, $0) } ?? true)
    }
    // Of an entry that changed more than is looked at here, only part would have been asked about.
    if changes.isEmpty || changes.count >= most || !isMine { throw PageFault.absent }
    return changes
  }

  /// What of the journal the address asks for.
  fileprivate func journalFilter() throws -> JournalFilter {
    var filter = JournalFilter()
    filter.last = asOf.knowledge == .now ? nil : lastKnown
    if let text = asked.value("account") {
      guard let account = ID<Account>(text) else { throw PageFault.value(name: "account", text) }
      filter.account = account
    }
    filter.operation = asked.value("operation").map { String($0.prefix(60)) }
    filter.from = try day("from").map { clock.start(of: $0) }
    filter.until = try day("until").map { clock.start(of: $0.adding(days: 1)) }
    filter.decision = asked.value("number").map { String($0.prefix(60)) }
    filter.isStanding = asked.value("standing") != nil
    return filter
  }

  /// What an entry said, with the names of the units and people it spoke of.
  fileprivate func named(_ pairs: [(name: String, value: String)]) throws -> [(name: String, value: String)] {
    let tree = TreeStore(db: db)
    let units = UnitStore(db: db)
    return try pairs.map { pair in
      let words = try pair.value.split(separator: " ").map { word -> String in
        guard word.utf8.count == 13 else { return String(word) }
        if let unit = ID<Unit>(String(word)), let code = try units.code(of: unit) {
          return "\(try tree.lastName(unit)) (\(code))"
        }
        if let person = ID<Person>(String(word)), try allowsReading(person),
          let known = try NameStore(db: db).particulars(of: [person], .now)[person]?.last
        {
          return known.value.name
        }
        return String(word)
      }
      return (pair.name, words.joined(separator: pair.name == "successors" ? ", " : " "))
    }
  }

  private func opens(_ subject: Subject, _ onUnit: Deed, _ onPerson: Deed) throws -> Bool {
    switch subject {
    case .unit(let unit): return try allows(onUnit, on: unit)
    case .person(let person):
      guard let unit = try Reach(db: db, today: today).unit(of: person) else { return standing.readsJournal }
      return try allows(onPerson, on: unit)
    case .account: return standing.keepsAccounts
    }
  }

  /// What the last verification of the journal found.
  fileprivate func chain() throws -> JournalPage.Chain {
    guard let job = try JobStore(db: db).lastDone(.verifyJournal), let ended = job.ended else {
      return .unchecked
    }
    if let breaks = job.result["breaks"].flatMap({ Int($0) }) { return .breaks(at: breaks) }
    return .holds(entries: job.result.number("entries"), at: time(ended), head: job.result["head"] ?? "")
  }

  /// The last entry of the knowledge shown.
  fileprivate var lastKnown: Int64 {
    if case .entry(let entry) = asOf.knowledge { entry } else { head }
  }

  fileprivate func entryNumber(_ name: String) throws -> Int64? {
    guard let text = asked.value(name) else { return nil }
    guard let number = Int(digits: text) else { throw PageFault.value(name: name, text) }
    return Int64(number)
  }
}

extension JournalRow {
  fileprivate init(_ line: JournalLine, _ visit: Visit) {
    self.init(
      sequence: Int(line.seq),
      moment: visit.time(line.moment),
      account: line.account,
      operation: line.operation,
      summary: line.said.map { Said($0).shown(of: line.operation).summary } ?? "",
      decision: line.decision?.link,
      hash: Hex.text(line.hash)
    )
  }
}
