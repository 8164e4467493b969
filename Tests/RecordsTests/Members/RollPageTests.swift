import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The roll, page by page")
struct RollPageTests {
  /// A province of ninety cells, wide enough for every plan, with some seventy people.
  static let wide = Task {
    let world = try await World.empty()
    let province = try await world.found("QN", "Đảng bộ tỉnh", .province, on: "2000-01-01")
    let above = try await world.found(
      "HL",
      "Đảng bộ huyện",
      .superiorCommittee,
      under: province,
      on: "2000-01-01"
    )
    let base = try await world.found("B1", "Đảng bộ xã", .baseCommittee, under: above, on: "2000-01-01")
    var cells: [ID<Unit>] = []
    for number in 1...80 {
      cells.append(
        try await world.found("C\(number)", "Chi bộ \(number)", .cell, under: base, on: "2000-01-01")
      )
    }
    var random = RandomDeeds(seed: 77)
    let families = ["Nguyễn", "Đặng", "Lò", "H'Ngun", "Trần"]
    let given = ["Ước", "Ân", "An", "Ấn", "Hạnh", "Niê", "Đạo", "Dao", "Ánh", "Y"]
    for number in 1...70 {
      let name = "\(random.pick(families) ?? "") \(random.pick(given) ?? "") \(random.pick(given) ?? "")"
      let admitted = random.day()
      let deed = AdmitMember(
        code: number.isMultiple(of: 2) ? "10\(number)" : "A\(number)",
        particulars: Particulars(
          name: name,
          born: LooseDate(["1950", "1964-07", "1985-01-01", "1993-11-30", "2001"][number % 5]),
          sex: random.pick([.man, .woman]),
          ethnicity: random.pick(["Kinh", "Thái", "Ê Đê"]),
          card: number.isMultiple(of: 3) ? "20\(number)" : nil
        ),
        unit: random.pick(cells) ?? base,
        admitted: admitted,
        official: random.chance(60) ? admitted.adding(months: 12) : nil
      )
      let person = ID<Person>(try await world.carryOut(deed).result ?? 0)
      if random.chance(30) {
        _ = try await world.refusals(
          of: TransferMember(person: person, to: random.pick(cells) ?? base, day: random.day())
        )
      }
      if random.chance(20) {
        _ = try await world.refusals(of: EndMembership(person: person, reason: .left, day: random.day()))
      }
      if random.chance(30) {
        let particulars = Particulars(name: "Hồ \(name)", born: LooseDate("1970"), sex: .woman)
        _ = try await world.refusals(
          of: CorrectParticulars(person: person, particulars: particulars, from: random.day())
        )
      }
      if random.chance(30) {
        let post = HoldPost(person: person, unit: base, post: "secretary", span: Span(open: admitted))
        _ = try await world.refusals(of: post)
      }
    }
    return world
  }

  /// A question at random.
  private static func question(
    _ random: inout RandomDeeds,
    _ units: [ID<Unit>],
    _ head: Int64
  ) -> RollQuestion {
    let knowledge: Knowledge =
      random.chance(30) ? .entry(head - Int64(random.pick(Array(0...60)) ?? 0)) : .now
    let unit = random.chance(70) ? units[random.pick([0, 1, 2]) ?? 0] : random.pick(units) ?? units[0]
    var question = RollQuestion(unit: unit, asOf: AsOf(random.day(), knowledge))
    if random.chance(40) {
      question.search =
        random.pick([
          "ng", "an", "Ước", "h'ngun", "hngun", "ngun", "dao an", "10", "p1", "20", "Đ", "zz", "ho",
        ]) ?? ""
    }
    if random.chance(20) { question.standing = random.pick([.official, .probationary]) }
    if random.chance(20) { question.sex = random.pick([.man, .woman]) }
    if random.chance(20) { question.ethnicity = random.pick(["Kinh", "Thái"]) }
    if random.chance(20) { question.age = random.pick(RollQuestion.AgeBand.allCases) }
    if random.chance(10) { question.post = "secretary" }
    return question
  }

  /// The codes a question finds, in the order of the register, found person by person.
  private static func expected(_ question: RollQuestion, _ db: any Connection) throws -> [String] {
    let plain = try PlainRecord(db, question.asOf.knowledge)
    let day = question.asOf.day
    var found: [(key: String, person: Int64, code: String)] = []
    for person in plain.people where plain.counts(person, in: question.unit.number, on: day) {
      guard let life = try LifeStore(db: db).life(ID(person), question.asOf.knowledge),
        let particulars = life.particulars.first(where: { $0.span.contains(day) })?.value,
        let term = life.term(on: day)?.value
      else { continue }
      let isOfficial = term.official.map { $0 <= day } ?? false
      if let standing = question.standing, (standing == .official) != isOfficial { continue }
      if let sex = question.sex, particulars.sex != sex { continue }
      if let ethnicity = question.ethnicity, particulars.ethnicity != ethnicity { continue }
      if let age = question.age {
        guard let born = particulars.born, age.years.contains(day.years(since: born.earliest)) else {
          continue
        }
      }
      if let post = question.post,
        !life.posts.contains(where: { $0.value.post == post && $0.span.contains(day) })
      {
        continue
      }
      let names: [String] = try db.rows("SELECT name FROM particulars WHERE person = \(person)") { try $0[0] }
      let cards: [String] = try db.rows(
        "SELECT card FROM particulars WHERE person = \(person) AND superseded IS NULL AND card IS NOT NULL"
      ) { try $0[0] }
      let words = names.flatMap { VietnameseName.nameWords($0) }
      let numbers = ([life.code] + cards).map { $0.lowercased() }
      let isFound = VietnameseName.searchWords(question.search).allSatisfy { wanted in
        words.contains { $0.hasPrefix(wanted) }
          || wanted.contains(where: \.isNumber) && numbers.contains { $0.hasPrefix(wanted) }
      }
      if isFound { found.append((VietnameseName.sortKey(particulars.name), person, life.code)) }
    }
    return found.sorted { ($0.key, $0.person) < ($1.key, $1.person) }.map(\.code)
  }

  /// Every page forwards, then every page back again.
  private static func walk(
    _ question: RollQuestion,
    byName: Bool,
    limit: Int,
    _ db: any Connection
  ) throws -> [[String]] {
    let store = RollStore(db: db)
    func page(_ cursor: RollCursor?) throws -> RollSlice {
      try store.page(
        question,
        members: byName ? 1_000_000 : 0,
        everybody: byName ? 1 : 100,
        from: cursor,
        limit: limit
      )
    }
    var slice = try page(nil)
    var forwards = slice.lines.map(\.code)
    var pages = [slice]
    #expect(!slice.hasBefore)
    while slice.hasAfter, pages.count < 200, let last = slice.lines.last {
      #expect(slice.lines.count == limit)
      slice = try page(RollCursor(person: last.person, serial: slice.firstSerial + slice.lines.count - 1))
      #expect(slice.firstSerial == forwards.count + 1)
      forwards += slice.lines.map(\.code)
      pages.append(slice)
    }
    var backwards = pages.last?.lines.map(\.code) ?? []
    while slice.hasBefore, backwards.count <= forwards.count, let first = slice.lines.first {
      slice = try page(RollCursor(person: first.person, serial: slice.firstSerial, isBackwards: true))
      backwards = slice.lines.map(\.code) + backwards
      #expect(slice.firstSerial == forwards.count - backwards.count + 1)
    }
    return [forwards, backwards]
  }

  @Test(
    "every plan gives the same pages, forwards and backwards, as a list made person by person",
    arguments: 1...6
  )
  func pages(seed: Int) async throws {
    let world = try await RollPageTests.wide.value
    let head = try await world.head()
    try await world.read { db throws in
      var random = RandomDeeds(seed: seed)
      let units: [ID<Unit>] = try db.rows("SELECT id FROM unit ORDER BY id LIMIT 40") { try $0[0] }
      for _ in 0..<12 {
        let question = RollPageTests.question(&random, units, head)
        let expected = try RollPageTests.expected(question, db)
        #expect(try RollStore(db: db).count(question) == expected.count, "\(question)")
        let limit = random.pick([1, 3, 7, 50]) ?? 3
        for byName in [false, true] {
          let found = try RollPageTests.walk(question, byName: byName, limit: limit, db)
          #expect(found == [expected, expected], "\(question), by name: \(byName), \(limit) a page")
        }
        var all: [String] = []
        try RollStore(db: db).eachLine(question) { all.append($0.code) }
        #expect(all == expected, "\(question)")
      }
    }
  }

  @Test("the questions are alive: all three plans are taken")
  func plans() async throws {
    let world = try await RollPageTests.wide.value
    try await world.read { db throws in
      let unit: ID<Unit> = try db.value("SELECT id FROM unit WHERE code = 'QN'") ?? ID(0)
      var question = RollQuestion(unit: unit, asOf: AsOf("2019-01-01"))
      #expect(try RollStore(db: db).plan(question, members: 1_000_000, everybody: 1) == .byName)
      guard case .byUnit(let units) = try RollStore(db: db).plan(question, members: 0, everybody: 100) else {
        Issue.record("not by unit")
        return
      }
      #expect(units.count == 83)
      question.search = "ước an"
      #expect(try RollStore(db: db).plan(question, members: 1) == .byWord(.name("uoc")))
    }
  }

  @Test("the register is in the order of given names, then family, then middle, tone by tone")
  func order() async throws {
    let world = try await World.small()
    let unit = world.unit("QN")
    let names = try await world.read { db in
      try RollStore(db: db).page(RollQuestion(unit: unit, asOf: AsOf("2025-11-03")), members: 12).lines.map(
        \.name
      )
    }
    let expected = [
      "Nguyễn An", "Hà Thị Ánh", "Nguyễn Ân", "Nguyễn Ấn", "Trần Đình Dao", "Trần Đình Đạo", "Lò Thị Hạnh",
      "Hồ Văn Ía", "Vũ Ỷ Lan", "Võ Y Ly", "H'Ngun Niê", "Đặng Thùy Ước",
    ]
    #expect(names == expected)
  }

  @Test("a cursor at somebody who is no longer on the roll begins the register anew")
  func lostCursor() async throws {
    let world = try await World.small()
    let unit = world.unit("C1")
    let gone = RollCursor(person: world.person("Hà Thị Ánh"), serial: 2, isBackwards: true)
    try await world.read { db throws in
      let question = RollQuestion(unit: unit, asOf: AsOf("2010-01-01"))
      let slice = try RollStore(db: db).page(question, members: 3, from: gone)
      #expect(slice.firstSerial == 1)
      #expect(slice.lines.count == 3)
    }
  }
}
