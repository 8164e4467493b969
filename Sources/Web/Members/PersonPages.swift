import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// A person's file: opening it is itself written down, unless it is one's own.
struct PersonPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/people/:person", use: person)
    routes.get("/people/:person/looks", use: looks)
  }

  /// A file as it was found, with what is put in words only for its reader.
  fileprivate struct Found: Sendable {
    var file: PersonFile
    let code: String
    let readings: [Reading]
    let hasEarlier: Bool
  }

  /// `GET /people/:person?on=…`: for those who may read the person where they belong now, and for the person.
  @Sendable func person(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      guard let person = ID<Person>(key) else { throw PageFault.absent }
      return try visit.open(person)
    } _: { found, frame in
      personView(told(found), in: frame)
    }
  }

  /// `GET /people/:person/looks?before=…`: everybody who looked, fifty at a time.
  @Sendable func looks(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      guard let person = ID<Person>(key) else { throw PageFault.absent }
      return try visit.open(person, before: try visit.reading())
    } _: { found, frame in
      looksPageView(told(found), in: frame)
    }
  }

  private func told(_ found: Found) -> PersonFile {
    var file = found.file
    file.particulars.others = [(Phrase.memberCode.text, found.code)]
    file.looks = found.readings.map { reading in
      let taken = reading.unitName.map { Phrase.listTaken($0, reading.count ?? 0).text }
      let role = reading.role.map { Phrase.accountRole($0.rawValue).text }
      return Look(
        who: reading.reader,
        role: [role, reading.readerUnit].compactMap(\.self).joined(separator: ", "),
        moment: reception.clock.time(reading.moment),
        purpose: reading.kind == .export ? taken : nil
      )
    }
    file.earlierLooks = found.hasEarlier ? found.readings.last.map { String($0.id) } : nil
    return file
  }
}

extension Visit {
  /// `before=NUMBER` of a reading.
  fileprivate func reading() throws -> Int64? {
    guard let text = asked.value("before") else { return nil }
    guard let number = Int(digits: text) else { throw PageFault.value(name: "before", text) }
    return Int64(number)
  }

  fileprivate func open(_ person: ID<Person>, before: Int64? = nil) throws -> PersonPages.Found {
    let isOwn = visitor.person == person
    let unit = isOwn ? nil : try Reach(db: db, today: today).unit(of: person)
    if !isOwn {
      guard let unit else { throw PageFault.absent }
      try require(.readPerson, on: unit)
    }
    guard let life = try LifeStore(db: db).life(person, asOf.knowledge), !life.particulars.isEmpty else {
      throw PageFault.absent
    }
    let store = ReadingStore(db: db)
    if let unit { try store.log(try reader(of: unit), opened: person, at: moment) }
    let readings = try store.readings(of: person, before: before, limit: 51)
    let yearAgo = clock.start(of: today.adding(months: -12))
    let telling = try LifeTelling(life, self)
    var file = try telling.file(looksInYear: try store.count(of: person, since: yearAgo))
    file.isOwn = isOwn
    let home = try unit ?? Reach(db: db, today: today).unit(of: person)
    file.way = try way(of: life, at: home, isOwn: isOwn)
    file.timeline = (file.timeline + file.way.events).newestFirst
    if isOwn {
      file.own = try ownRecord(of: person, at: home)
      file.own?.page = OwnPage(
        sources: telling.sources,
        dues: try ownDues(of: life, at: home),
        tasks: try ownTasks(life.person),
        review: try ownReview(life.person, at: home),
        following: try ownFollowing(life.person)
      )
      file.own?.page.attendance = try ownAttendance(life.person)
      file.own?.page.steering = try ownSteering(life.person)
      file.own?.page.results = try ownListing(at: home)
      try tellMeetings(life.person, &file)
    }
    file.deeds = try deeds(for: life)
    let lines = try TransferLists(db: db).transfers(of: person, asOf).filter(\.step.state.isPending)
    if !lines.isEmpty { file.transfers = try told(lines, try regulations()) }
    file.identifiers = try identifiers(of: person)
    file.seniority = try seniority(of: life, telling.badges)
    file.opensDues = try isOwn || unit.map { try allows(.readDues, on: $0) } ?? false
    return PersonPages.Found(
      file: file,
      code: life.code,
      readings: Array(readings.prefix(50)),
      hasEarlier: readings.count > 50
    )
  }

  /// What other systems call a person on the day shown, with what each stands on.
  private func identifiers(of person: ID<Person>) throws -> [IdentifierLine] {
    let known = FactHistory.facts(try Timeline(db: db).identifiers(person, asOf.knowledge))
    return known.filter { $0.span.contains(asOf.day) }.map { fact in
      IdentifierLine(
        system: fact.value.system,
        value: fact.value.value,
        span: fact.span,
        source: fact.began.source(.members)
      )
    }
  }
}
