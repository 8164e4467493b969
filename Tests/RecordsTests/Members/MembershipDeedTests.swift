import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Admission")
struct AdmissionTests {
  @Test(
    "a member counts from the day of the ceremony, in their cell and everything above it",
    arguments: [
      ("2024-02-28", [3, 5, 9]), ("2024-02-29", [4, 6, 11]), ("2024-03-01", [4, 6, 11]),
      ("2039-01-01", [4, 6, 13]),
    ] as [(CivilDate, [Int])]
  )
  func counts(day: CivilDate, expected: [Int]) async throws {
    let world = try await World.small()
    try await world.admit("Đỗ Thị Ân", to: world.unit("C1"), on: "2024-02-29")
    var counted: [Int] = []
    for code in ["C1", "B1", "QN"] { counted.append(try await world.members(world.unit(code), on: day)) }
    // One more was admitted in the province on that day, two in 2025.
    #expect(counted == expected)
  }

  @Test("it may lie ahead: nobody counts before, everybody after")
  func future() async throws {
    let world = try await World.small()
    try await world.admit("Đỗ Thị Ân", to: world.unit("C1"), on: "2027-01-01")
    #expect(try await world.members(world.unit("C1"), on: "2026-12-31") == 3)
    #expect(try await world.members(world.unit("C1"), on: "2027-01-01") == 4)
  }

  @Test("it gives the person a number when none is given, keeps one that is, and cites its decision")
  func numberAndDecision() async throws {
    let world = try await World.small()
    let paper = DecisionText(number: "12-QĐ/ĐU", signed: "2024-02-20", issuer: world.unit("B1"))
    let deed = AdmitMember(
      particulars: Particulars(name: "Đỗ Thị Ân"),
      unit: world.unit("C1"),
      admitted: "2024-03-01"
    )
    let receipt = try await world.carryOut(deed, under: paper)
    let person = ID<Person>(receipt.result ?? 0)
    let life = try #require(try await world.life(person))
    #expect(life.code == person.description)
    #expect(life.terms.map(\.cited) == ["12-QĐ/ĐU"])
    #expect(life.affiliations.map(\.cited) == ["12-QĐ/ĐU"])
    #expect(life.terms.first?.value.membership != nil)
    #expect(life.term(on: "2024-02-29") == nil)
    let versions = try await world.read { try Timeline(db: $0).terms(person, .now) }
    #expect(versions.map(\.by.entry) == [receipt.entry])
    #expect(versions.first?.by.decision?.text == paper)
    let coded = try await world.admit("Đỗ Ân", code: "0042", to: world.unit("C1"), on: "2024-03-01")
    #expect(try await world.life(coded)?.code == "0042")
  }

  @Test("all that is wrong with it is said at once, each with its field")
  func allAtOnce() async throws {
    let world = try await World.small()
    let deed = AdmitMember(
      code: "a\u{7}",
      particulars: Particulars(name: " "),
      unit: world.unit("C1"),
      admitted: "2024-03-01",
      homeFrom: "2024-02-01"
    )
    let expected = [
      Objection(.name, .blank), Objection(.code, .controlCharacter),
      Objection(.from, .homeBeforeAdmission(home: "2024-02-01", admitted: "2024-03-01")),
    ]
    let head = try await world.head()
    #expect(try await world.refusals(of: deed) == expected)
    #expect(try await world.head() == head)
  }

  @Test("born after it, official before it, into a cell founded later: all three at once")
  func impossibleDays() async throws {
    let world = try await World.small()
    let deed = AdmitMember(
      particulars: Particulars(name: "Đỗ Thị Ân", born: LooseDate("2001")),
      unit: world.unit("C1"),
      admitted: "1999-03-01",
      official: "1999-01-01"
    )
    let fields = try await world.refusals(of: deed).map(\.field)
    #expect(Set(fields) == [.born, .official, .unit])
  }

  @Test("somebody who is a member is not admitted again; their number is theirs")
  func twice() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let particulars = Particulars(name: "Nguyễn An")
    let again = AdmitMember(
      person: an,
      particulars: particulars,
      unit: world.unit("C2"),
      admitted: "2020-01-01"
    )
    #expect(
      try await world.refusals(of: again) == [Objection(.admitted, .alreadyAMember(since: "2000-02-03"))]
    )
    let sameCode = AdmitMember(
      code: "QN1004",
      particulars: particulars,
      unit: world.unit("C2"),
      admitted: "2020-01-01"
    )
    #expect(try await world.refusals(of: sameCode) == [Objection(.code, .codeTaken("QN1004"))])
    let stranger = AdmitMember(
      person: ID(1),
      particulars: particulars,
      unit: world.unit("C2"),
      admitted: "2020-01-01"
    )
    #expect(try await world.refusals(of: stranger).map(\.field) == [.person])
    let before = AdmitMember(
      person: an,
      particulars: particulars,
      unit: world.unit("C2"),
      admitted: "2000-01-01"
    )
    let later = Refusal.LaterFact(.membership, Span(open: "2000-02-03"))
    #expect(try await world.refusals(of: before) == [Objection(.admitted, .laterFact(later))])
  }

  @Test("somebody who left may come again, on the very day, and begins a second membership")
  func again() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.end(an, .left, on: "2020-01-01")
    let deed = AdmitMember(
      person: an,
      particulars: Particulars(name: "x"),
      unit: world.unit("C2"),
      admitted: "2020-01-01"
    )
    #expect(try await world.refusals(of: deed) == [])
    let life = try #require(try await world.life(an))
    #expect(life.terms.map(\.span) == [.from("2000-02-03", until: "2020-01-01"), Span(open: "2020-01-01")])
    #expect(Set(life.terms.compactMap(\.value.membership)).count == 2)
    #expect(life.home(on: "2019-12-31")?.value.unit == world.unit("C1"))
    #expect(life.home(on: "2020-01-01")?.value.unit == world.unit("C2"))
    #expect(life.particulars.map(\.value.name) == ["Nguyễn An"])
  }

  @Test("a code whose facts were all taken back may be used again, for the same identity")
  func codeAgain() async throws {
    let world = try await World.small()
    let first = try await world.admit("Đỗ Thị Ân", code: "0042", to: world.unit("C1"), on: "2024-03-01")
    try await world.carryOut(AnnulEntry(entry: try await world.head()))
    let second = try await world.admit("Đỗ Ân", code: "0042", to: world.unit("C2"), on: "2024-04-01")
    #expect(first == second)
    #expect(try await world.integrityFaults() == [])
  }
}

@Suite("Recognition and leaving")
struct RecognitionTests {
  @Test("a member on probation is official from exactly the day, not the day before")
  func official() async throws {
    let world = try await World.small()
    let cell = world.unit("T1")
    try await world.recognise(world.person("Võ Y Ly"), on: "2026-05-19")
    func official(_ day: CivilDate) async throws -> [Int?] {
      try await world.read { db in
        let figures = try FigureStore(db: db).memberFigures(of: cell, AsOf(day))
        return [figures[.official], figures[.probationary]]
      }
    }
    #expect(try await official("2026-05-18") == [2, 1])
    #expect(try await official("2026-05-19") == [3, 0])
    #expect(try await official("2036-05-19") == [3, 0])
  }

  @Test("it is refused for who is official already, and outside a membership")
  func refusedRecognition() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    #expect(
      try await world.refusals(of: RecogniseMember(person: an, day: "2020-01-01")) == [
        Objection(.official, .alreadyOfficial(since: "2001-02-03"))
      ]
    )
    let ly = world.person("Võ Y Ly")
    #expect(
      try await world.refusals(of: RecogniseMember(person: ly, day: "2025-05-18")) == [
        Objection(.official, .notAMember(on: "2025-05-18"))
      ]
    )
    #expect(
      try await world.refusals(of: RecogniseMember(person: ID(3), day: "2025-05-18")).map(\.field) == [
        .person
      ]
    )
  }

  @Test(
    "leaving ends the home, the other ties and the posts on the day, with its reason",
    arguments: LeavingReason.allCases
  )
  func leaving(reason: LeavingReason) async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      BeginRole(person: an, unit: world.unit("C4"), role: .residence, span: Span(open: "2020-01-01"))
    )
    try await world.carryOut(
      HoldPost(person: an, unit: world.unit("B1"), post: "secretary", span: Span(open: "2021-01-01"))
    )
    try await world.end(an, reason, on: "2025-06-01")
    #expect(try await world.members(world.unit("C1"), on: "2025-05-31") == 3)
    #expect(try await world.members(world.unit("C1"), on: "2025-06-01") == 2)
    let life = try #require(try await world.life(an))
    #expect(life.terms.first?.value.reason == reason)
    #expect(life.affiliations.allSatisfy { $0.span.end == "2025-06-01" })
    #expect(life.posts.map(\.span) == [.from("2021-01-01", until: "2025-06-01")])
    let figures = try await world.read { [unit = world.unit("C1")] db in
      try FigureStore(db: db).figures(
        of: unit,
        AsOf("2025-12-31"),
        period: Period(from: "2025-06-01", until: "2025-06-02")
      )
    }
    #expect(figures[.left] == 1)
  }

  @Test("leaving is refused with the whole list of what begins later, and nothing of it is wiped out")
  func laterFacts() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.transfer(an, to: world.unit("C2"), on: "2025-01-01")
    try await world.carryOut(
      BeginRole(person: an, unit: world.unit("C4"), role: .temporary, span: Span(open: "2025-02-01"))
    )
    try await world.carryOut(
      HoldPost(person: an, unit: world.unit("C2"), post: "secretary", span: Span(open: "2025-03-01"))
    )
    let before = try await world.live()
    let refusals = try await world.refusals(of: EndMembership(person: an, reason: .left, day: "2025-01-01"))
    let expected: [Objection] = [
      Objection(.left, .laterFact(.init(.home, Span(open: "2025-01-01")))),
      Objection(.left, .laterFact(.init(.role, Span(open: "2025-02-01")))),
      Objection(.left, .laterFact(.init(.post, Span(open: "2025-03-01")))),
    ]
    #expect(refusals == expected)
    #expect(try await world.live() == before)
  }

  @Test("nobody leaves before they came, on the day they came, before their recognition, or twice")
  func refusedLeaving() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    func refusal(_ day: CivilDate) async throws -> [Objection] {
      try await world.refusals(of: EndMembership(person: an, reason: .left, day: day))
    }
    #expect(try await refusal("2000-02-03") == [Objection(.left, .notAMember(on: "2000-02-02"))])
    #expect(
      try await refusal("2001-02-03") == [
        Objection(.left, .officialAfterLeaving(official: "2001-02-03", left: "2001-02-03"))
      ]
    )
    try await world.end(an, .left, on: "2020-01-01")
    #expect(try await refusal("2019-01-01") == [Objection(.left, .homeAfterLeaving(left: "2020-01-01"))])
    #expect(try await refusal("2021-01-01") == [Objection(.left, .notAMember(on: "2020-12-31"))])
  }
}
