import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// A person's file: opening it is itself written down.
struct PersonPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/people/:person", use: person)
  }

  /// A file as it was found, with what is put in words only for its reader.
  fileprivate struct Found: Sendable {
    var file: PersonFile
    let code: String
    let readings: [Reading]
  }

  /// `GET /people/:person?on=…`: for those who may read the person where they belong now, and for the person.
  @Sendable func person(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      guard let person = ID<Person>(key) else { throw PageFault.absent }
      return try visit.open(person)
    } _: { found, frame in
      var file = found.file
      file.particulars.others = [(Phrase.memberCode.text, found.code)]
      file.looks = found.readings.prefix(50).map { reading in
        let taken = reading.unitName.map { Phrase.listTaken($0, reading.count ?? 0).text }
        return Look(
          who: reading.reader,
          role: "",
          moment: reception.clock.time(reading.moment),
          purpose: reading.kind == .export ? taken : nil
        )
      }
      return personView(file, in: frame)
    }
  }
}

extension Visit {
  fileprivate func open(_ person: ID<Person>) throws -> PersonPages.Found {
    let isOwn = visitor.person == person
    if !isOwn {
      guard let unit = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
      try require(.readPerson, on: unit)
    }
    guard let life = try LifeStore(db: db).life(person, asOf.knowledge), !life.particulars.isEmpty else {
      throw PageFault.absent
    }
    let readings = ReadingStore(db: db)
    if !isOwn { try readings.log(visitor.account, opened: person, at: moment) }
    let looks = try readings.readings(of: person, limit: 1000)
    let yearAgo = clock.start(of: today.adding(months: -12))
    var file = try LifeTelling(life, self).file(looksInYear: looks.count { $0.moment >= yearAgo })
    file.deeds = try deeds(for: life)
    return PersonPages.Found(file: file, code: life.code, readings: looks)
  }
}
