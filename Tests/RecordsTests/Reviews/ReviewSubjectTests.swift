import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who is reviewed where, and by whom")
struct ReviewSubjectTests {
  @Test(
    "everybody on the roll of the day counted is reviewed once, whatever moved in the year",
    arguments: 0..<12
  )
  func everybodyOnce(_ seed: Int) async throws {
    let world = try await World.small()
    var numbers = SeededNumbers(seed: seed)
    let people = try await world.read { db in
      try db.rows("SELECT r.person FROM roll r WHERE r.superseded IS NULL AND r.end_on IS NULL") {
        try $0[0] as ID<Person>
      }
    }
    let cells = ["C1", "C2", "C3", "C4", "T1"]
    for _ in 0..<8 {
      let person = people.randomElement(using: &numbers) ?? people[0]
      let unit = world.unit(cells.randomElement(using: &numbers) ?? "C1")
      let day = ("2025-01-01" as CivilDate).adding(days: Int.random(in: 0..<300, using: &numbers))
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: _ = try await world.refusals(of: EndMembership(person: person, reason: .died, day: day))
      case 1:
        let post = KnownPost.allCases.randomElement(using: &numbers) ?? .secretary
        let deed = HoldPost(person: person, unit: unit, post: post.rawValue, span: Span(open: day))
        _ = try await world.refusals(of: deed)
      default: _ = try await world.refusals(of: TransferMember(person: person, to: unit, day: day))
      }
    }
    let key = try await world.openRound(of: world.unit("QN"))
    let library = ShippedRules.folder.library
    let (subjects, roll, ways) = try await world.read { db in
      let round = try #require(try ReviewStore(db: db).round(key)?.value)
      var subjects: [ReviewSubject] = []
      var bodies: [(ReviewSubject, [ID<Unit>?])] = []
      try ReviewResults(db: db, round, by: library).each { line in
        subjects.append(line.subject)
        bodies.append((line.subject, line.way.evaluations.map(\.body)))
      }
      // Counted plainly, over the affiliations themselves.
      let roll = try db.rows(
        """
        SELECT a.person FROM affiliation a WHERE a.role = 'home' AND a.superseded IS NULL
          AND a.start_on <= \("2025-10-31" as CivilDate) AND (a.end_on IS NULL OR a.end_on > \("2025-10-31" as CivilDate))
        """
      ) { try $0[0] as ID<Person> }
      return (subjects, roll, bodies)
    }
    #expect(Set(subjects).count == subjects.count, "somebody is reviewed twice")
    #expect(Set(subjects.compactMap(\.person)) == Set(roll))
    #expect(subjects.count { $0.person == nil && $0.unit == world.unit("QN") } >= 1)
    // What a body has before it is what names it, no more and no less.
    for code in ["C1", "B1", "HL", "QN"] {
      let body = world.unit(code)
      let desk = try await world.sheet(key) { try $0.lines(.evaluated(by: body)).map(\.subject) }
      #expect(Set(desk) == Set(ways.filter { $0.1.contains(body) }.map(\.0)), "\(code)")
      #expect(Set(desk).count == desk.count)
    }
  }

  @Test("a director who is also a member of the provincial committee is evaluated there twice (D07)")
  func director() async throws {
    let world = try await World.small()
    let person = world.person("Trần Đình Đạo")
    for (unit, post) in [("T1", "giám đốc sở"), ("QN", KnownPost.committeeMember.rawValue)] {
      let deed = HoldPost(person: person, unit: world.unit(unit), post: post, span: Span(open: "2025-01-01"))
      try await world.carryOut(deed)
    }
    let round = try await world.openRound(of: world.unit("QN"))
    let line = try #require(try await world.sheet(round) { try $0.line(.person(person)) })
    #expect(line.way.sort == .leader)
    #expect(
      line.way.evaluations.map(\.body) == ["T1", "HL", "QN", "QN"].map { world.unit($0) }
    )
    #expect(line.way.evaluations.map(\.route.number) == ["S003-29", "S003-29", "S003-29", "S003-30"])
    #expect(line.way.decider == world.unit("QN"))
    let province = world.unit("QN")
    let desk = try await world.sheet(round) { try $0.lines(.evaluated(by: province)).map(\.subject) }
    #expect(desk.count { $0 == .person(person) } == 1)
  }

  @Test("who follows cells is judged by what became of them (S003-06)")
  func follower() async throws {
    let world = try await World.small()
    let person = world.person("Nguyễn Ấn")
    try await world.seat(person, in: "B1")
    for code in ["C1", "C2"] {
      try await world.carryOut(AssignFollower(person, to: world.unit(code), span: Span(open: "2025-01-01")))
    }
    try await world.work(of: world.person("Nguyễn An"), in: "C1")
    let key = try await world.openRound(of: world.unit("B1"))
    let cell = ReviewSubject.organisation(world.unit("C1"))
    for (step, body) in [(ReviewStep.evaluation, "C1"), (.decision, "B1")] {
      try await world.carryOut(world.mark(key, cell, step, by: body, .good, points: 85, reason: "Chung"))
    }
    let classes = try await world.read { db in
      let store = ReviewStore(db: db)
      let round = try #require(try store.round(key)?.value)
      return try store.followed(by: person, in: round)
    }
    // By name: Chi bộ bản Đòng before Chi bộ thôn Ẩm Hồ.
    #expect(classes.map(\.unit) == [world.unit("C2"), world.unit("C1")])
    #expect(classes.map(\.rating) == [nil, .good])
  }

  @Test("of two rounds over the same time nobody is reviewed twice; a quarter of the year is another round")
  func twins() async throws {
    let world = try await World.small()
    try await world.openRound(of: world.unit("HL"))
    let days = Span.from("2025-01-01", until: "2026-01-01")
    for code in ["QN", "B1", "HL"] {
      let twin = OpenRound(of: world.unit(code), RoundDraft(.year, "Kiểm điểm", days, counted: "2025-10-31"))
      #expect(try await world.refusals(of: twin) == [Objection(.from, .alreadyThere)])
    }
    let beside = OpenRound(of: world.unit("DH"), RoundDraft(.year, "Kiểm điểm", days, counted: "2025-10-31"))
    #expect(try await world.refusals(of: beside) == [])
    let quarter = Span.from("2025-07-01", until: "2025-10-01")
    let third = OpenRound(
      of: world.unit("QN"),
      RoundDraft(.quarter, "Quý III", quarter, counted: "2025-09-30")
    )
    #expect(try await world.refusals(of: third) == [])
    let outside = OpenRound(
      of: world.unit("QN"),
      RoundDraft(.quarter, "Quý IV", quarter, counted: "2025-10-01")
    )
    #expect(try await world.refusals(of: outside).map(\.field) == [.day, .from])
  }

  @Test(
    "nobody sends up more excellent members than the cap allows; the humans choose who is moved down (D06)"
  )
  func cap() async throws {
    let world = try await World.small()
    let cell = try await world.found("C9", "Chi bộ lớn", .cell, under: world.unit("B2"), on: "2010-01-01")
    let day: CivilDate = "2011-01-01"
    var people: [ID<Person>] = []
    for number in 1...12 {
      people.append(try await world.admit("Đảng Viên \(number)", to: cell, on: day, official: "2012-01-01"))
    }
    let task = TaskDraft(
      "Dự sinh hoạt",
      of: cell,
      from: "2025-10-01",
      due: "2025-10-31",
      .quantity(Quantity(3), of: "buổi")
    )
    for person in people {
      var own = task
      own.answerer = person
      let key = ID<FactMark>(try await world.carryOut(AssignTask(own)).result ?? 0)
      try await world.tell(key, 4, on: "2025-10-20")
    }
    let round = try await world.openRound(of: world.unit("B2"))
    let b2 = world.unit("B2")
    func rate(_ person: ID<Person>, _ rating: ReviewClass) async throws {
      let subject = ReviewSubject.person(person)
      let points = ReviewMark.Points(general: Quantity(30), results: Quantity(rating == .excellent ? 65 : 50))
      for (step, body) in [(ReviewStep.evaluation, cell), (.decision, b2)] {
        try await world.carryOut(
          RateSubject(
            ReviewMark(round: round, subject: subject, step: step, body: body, rating: rating, points: points)
          )
        )
      }
    }
    for (place, person) in people.enumerated() { try await rate(person, place < 3 ? .excellent : .good) }
    // Nine good allow one; with two excellent there would be ten good, which allow two.
    let standing = try #require(
      try await world.sheet(round) { sheet in
        let desk = try sheet.desk(of: b2)
        return desk.standings(under: ReviewRound.ChosenCap(Quantity(20), of: .good)).first {
          $0.key.sort == .individual
        }?.value
      }
    )
    #expect(standing.capped.allowed == 1 && standing.capped.over == 2)
    #expect(standing.toMoveDown == 1 && standing.capped.finalExcellent == 2)
    let refused = try await world.refusals(of: SendReviews(round, of: b2))
    #expect(refused.contains(Objection(.rating, .overCap(2, allowed: 1))))
    try await rate(people[2], .good)
    let after = try await world.refusals(of: SendReviews(round, of: b2))
    #expect(!after.contains { if case .overCap = $0.refusal { true } else { false } })
  }
}
