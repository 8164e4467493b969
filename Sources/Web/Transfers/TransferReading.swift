import Basics
import Records
import Rules

/// What a visitor may know of transfers, and how it is told.
extension Visit {
  /// The units of some that stand in the visitor's reach: those whose pages and people open.
  func opening(_ units: Set<ID<Unit>>) throws -> Set<ID<Unit>> {
    let places = standing.places.filter { Rights.allows($0.role, .readPerson, on: .own) }.map(\.unit)
    guard !places.isEmpty, !units.isEmpty else { return [] }
    return try RollStore(db: db).standing(units.sorted(), under: places, AsOf(today))
  }

  /// Transfers as a page tells them: a few questions, however many they are.
  func told(_ lines: [TransferLine], _ regulations: RulebookLibrary) throws -> [TransferTold] {
    let units = Set(lines.map(\.request.source) + lines.compactMap(\.request.target))
    let open = try opening(units)
    return lines.map { line in
      let request = line.request
      let isMoved = line.step.state == .received && request.kind == .official
      let home = isMoved ? request.target : request.source
      return TransferTold(
        key: line.id.description,
        person: PersonLink(request.person.description, line.name),
        opensPerson: visitor.person == request.person || home.map(open.contains) ?? false,
        source: place(request.source, line.sourceName, open),
        target: request.target.map { place($0, line.targetName ?? "", open) },
        request: request,
        step: line.step,
        since: line.since,
        days: line.since.days(until: max(asOf.day, line.since)),
        terms: regulations.terms(of: request, line.step, on: asOf.day)
      )
    }
  }

  func place(_ unit: ID<Unit>, _ name: String, _ open: Set<ID<Unit>>) -> PlaceTold {
    PlaceTold(name: name, key: open.contains(unit) ? unit.description : nil)
  }

  /// The lists of a unit.
  func transferDesk(_ key: String) throws -> TransferDesk {
    let unit = try unit(key)
    try require(.readPerson, on: unit)
    let path = try standing(of: unit)
    let tab = try choice("side", TransferDesk.Tab.self) ?? .coming
    let isPending = asked.value("state") != "over"
    let lists = TransferLists(db: db)
    func question(_ side: TransferQuestion.Side, _ isPending: Bool) -> TransferQuestion {
      TransferQuestion(unit, side, isPending: isPending, asOf)
    }
    func count(_ question: TransferQuestion) throws -> Int {
      try kept(.transfers(question)) { try lists.count(question) }
    }
    let counts: [TransferDesk.Tab: Int] = [
      .leaving: try count(question(.leaving, true)), .coming: try count(question(.coming, true)),
      .temporary: try kept(.temporaryStays(unit, asOf)) { try lists.stayCount(in: unit, asOf) },
    ]
    let side: TransferQuestion.Side? = TransferQuestion.Side(rawValue: tab.rawValue)
    let total =
      try side.map { try isPending ? counts[tab] ?? 0 : count(question($0, false)) } ?? counts[tab] ?? 0
    let stretch = try Stretch(total, asked)
    let library = try regulations(for: unit)
    let isNow = viewpoint.isNow
    return TransferDesk(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      tab: tab,
      isPending: isPending,
      counts: counts,
      rows: try side.map { try told(try lists.page(question($0, isPending), stretch.range), library) } ?? [],
      stays: side == nil ? try stays(try lists.stays(in: unit, asOf, stretch.range), library) : [],
      firstSerial: stretch.range.lowerBound + 1,
      total: total,
      previous: stretch.previous,
      next: stretch.next,
      mayFetch: try isNow && allows(.receiveTransfer, on: unit),
      mayTransfer: try isNow && allows(.transfer, on: unit)
        && (self.counts(of: unit).total <= SeveralTransfer.most)
    )
  }

  private func stays(_ stays: [TemporaryStay], _ library: RulebookLibrary) throws -> [StayTold] {
    let open = try opening(Set(stays.flatMap { [$0.home, $0.host] }))
    return stays.map { stay in
      StayTold(
        person: PersonLink(stay.person.description, stay.name),
        opensPerson: open.contains(stay.home),
        home: place(stay.home, stay.homeName, open),
        host: place(stay.host, stay.hostName, open),
        span: stay.span,
        left: stay.span.end.map { asOf.day.days(until: $0) },
        event: stay.event,
        window: stay.span.end.flatMap {
          library.window(from: stay.span.start, until: $0, isStudy: stay.event == .study)
        }
      )
    }
  }

  // MARK: One transfer

  /// A transfer of an address, as far as it is the visitor's to see: the member, the side they leave, and the side
  /// they come to once the letter is out.
  ///
  /// That somebody else looked is written down.
  func transfer(_ key: String, isLogged: Bool = true) throws -> TransferPage {
    guard let id = ID<Transfer>(key), let line = try TransferLists(db: db).line(id, asOf) else {
      throw PageFault.absent
    }
    let request = line.request
    let isOwn = visitor.person == request.person
    if !isOwn {
      let side = try side(of: line)
      if isLogged { try log(side, request.person) }
    }
    let life = try LifeStore(db: db).life(request.person, asOf.knowledge)
    let term = life?.term(on: request.asked)
    let library = try regulations(for: request.source)
    guard let told = try told([line], library).first else { throw PageFault.absent }
    var page = TransferPage(
      told: told,
      born: line.born,
      card: line.card,
      admitted: term?.span.start,
      official: term?.value.official,
      window: request.kind == .temporary
        ? request.until.flatMap {
          library.window(from: request.asked, until: $0, isStudy: request.event == .study)
        } : nil,
      moves: viewpoint.isNow ? try moves(line, isOwn: isOwn) : [],
      isOwn: isOwn
    )
    page.meetings = try meetings(about: AgendaMatter(.transfer, id.number))
    return page
  }

  /// The unit by which the visitor sees a transfer.
  private func side(of line: TransferLine) throws -> ID<Unit> {
    if try allows(.readPerson, on: line.request.source) { return line.request.source }
    if let target = line.request.target, line.step.sent != nil || line.request.asker == .target,
      try allows(.readPerson, on: target)
    {
      return target
    }
    throw PageFault.absent
  }

  func log(_ unit: ID<Unit>, _ person: ID<Person>) throws {
    try ReadingStore(db: db).log(try reader(of: unit), opened: person, at: moment)
  }

  private func moves(_ line: TransferLine, isOwn: Bool) throws -> [TransferMove] {
    let (request, state) = (line.request, line.step.state)
    guard state.isPending else { return [] }
    var moves: [TransferMove] = []
    let sends = try allows(.sendTransfer, on: request.source)
    if state == .asked, sends { moves.append(.send) }
    if state == .sent {
      if let target = request.target {
        if try allows(.receiveTransfer, on: target) { moves += [.receive, .giveBack] }
      } else if sends {
        moves += [.arrived, .giveBack]
      }
    }
    let asks = try allows(.askTransfer, on: request.source)
    let fetched =
      try request.asker == .target && request.target.map { try allows(.askTransfer, on: $0) } ?? false
    if isOwn || asks || fetched { moves.append(.withdraw) }
    return moves
  }

  // MARK: One person

  /// All transfers of a person, for whoever may open their file.
  func transfers(ofPerson key: String) throws -> PersonTransfers {
    guard let person = ID<Person>(key) else { throw PageFault.absent }
    let isOwn = visitor.person == person
    guard let unit = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
    if !isOwn {
      try require(.readPerson, on: unit)
      try log(unit, person)
    }
    let known = try NameStore(db: db).particulars(of: [person], asOf.knowledge)[person]
    guard let name = known?.last?.value.name else { throw PageFault.absent }
    let lines = try TransferLists(db: db).transfers(of: person, asOf)
    let isPending = lines.contains { $0.step.state.isPending }
    let asks = try isOwn || allows(.askTransfer, on: unit)
    return PersonTransfers(
      person: PersonLink(key, name),
      path: isOwn ? [] : crumbs(try standing(of: unit)),
      rows: try told(lines, try regulations(for: unit)),
      isOwn: isOwn,
      mayAsk: asks && viewpoint.isNow && !isPending
    )
  }
}
