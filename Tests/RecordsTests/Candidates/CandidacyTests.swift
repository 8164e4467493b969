import Basics
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Before admission")
struct CandidacyTests {
  private func lines(_ world: World, _ unit: String, on day: CivilDate) async throws -> [CandidateLine] {
    try await world.read { db in
      try CandidateList(db: db).candidates(
        in: world.unit(unit),
        AsOf(day),
        by: CandidateJudges(ShippedRules.folder.library, on: day)
      )
    }
  }

  @Test("a candidate is on the list of their cell and of all above it, and never counts as a member")
  func listed() async throws {
    let world = try await World.small()
    let before = try await world.members(world.unit("QN"), on: "2025-11-01")
    try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-10-01")
    #expect(try await world.members(world.unit("QN"), on: "2025-11-01") == before)
    for unit in ["C1", "B1", "HL", "QN"] {
      #expect(try await lines(world, unit, on: "2025-11-01").map(\.particulars.name) == ["Lê Thị Hoa"])
    }
    #expect(try await lines(world, "C2", on: "2025-11-01").isEmpty)
    #expect(try await lines(world, "C1", on: "2025-09-30").isEmpty)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("the ceremony admits in one errand: same person, decided, at home, the candidacy ended")
  func ceremony() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.allSteps(hoa, until: "2025-10-25")
    let receipt = try await world.carryOut(AdmitCandidate(person: hoa, admitted: "2025-11-02"))
    #expect(receipt.result == hoa.number)
    let life = try #require(try await world.life(hoa))
    #expect(life.terms.map(\.span) == [Span(open: "2025-11-02")])
    #expect(life.terms.first?.value.decided == "2025-10-25")
    #expect(life.home(on: "2025-11-02")?.value.unit == world.unit("C1"))
    let filed = try await world.read { try CandidacyStore(db: $0).candidacies(of: hoa) }
    #expect(filed.map(\.fact.value.outcome) == [.admitted])
    #expect(filed.first?.fact.span.end == "2025-11-02")
    #expect(try await lines(world, "C1", on: "2025-11-02").isEmpty)
    #expect(try await world.members(world.unit("C1"), on: "2025-11-02") == 4)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
    // Taken back, she is a candidate again.
    try await world.carryOut(AnnulEntry(entry: receipt.entry, why: "thử"))
    #expect(try await lines(world, "C1", on: "2025-11-02").count == 1)
    #expect(try await world.members(world.unit("C1"), on: "2025-11-02") == 3)
    #expect(try await world.integrityFaults() == [])
  }

  @Test("nobody is admitted over what is missing but with a reason, which is kept")
  func missing() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.step(hoa, CandidateStep(.course), on: "2025-08-20")
    let refused = try await world.refusals(of: AdmitCandidate(person: hoa, admitted: "2025-11-02"))
    guard case .stepsMissing(let clauses) = refused.first?.refusal else {
      Issue.record("not refused: \(refused)")
      return
    }
    #expect(clauses.first?.name == "candidate.helper" && clauses.count >= 9)
    try await world.carryOut(AdmitCandidate(person: hoa, admitted: "2025-11-02", why: "theo chỉ đạo"))
    let filed = try await world.read { try CandidacyStore(db: $0).candidacies(of: hoa) }
    #expect(filed.first?.fact.value.why == "theo chỉ đạo")
  }

  @Test("a step put right supersedes what was written, and what was known before stays")
  func correction() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let vote = CandidateStep(.cellVote, officials: 3, present: 3, votes: 1)
    let first = try await world.step(hoa, vote, on: "2025-09-01").entry
    let filed = try await world.read { db in
      try CandidacyStore(db: db).open(hoa).map { try CandidacyStore(db: db).steps(of: $0.number) } ?? []
    }
    let fact = try #require(filed.first?.id)
    var right = vote
    right.votes = 3
    try await world.carryOut(RecordCandidateStep(person: hoa, right, on: "2025-09-02", corrects: fact))
    let (now, then) = try await world.read { db in
      let store = CandidacyStore(db: db)
      let number = try store.open(hoa)?.number ?? ID(0)
      return (try store.steps(of: number), try store.steps(of: number, .entry(first)))
    }
    #expect(now.map(\.value.votes) == [3] && now.first?.span.start == "2025-09-02")
    #expect(then.map(\.value.votes) == [1] && now.first?.id == then.first?.id)
    #expect(
      try await world.refusals(of: RecordCandidateStep(person: hoa, right, on: "2025-09-02", corrects: fact))
        .map(\.refusal) == [.nothingChanges]
    )
  }

  @Test("what cannot be is refused, each thing at its field")
  func refusals() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    func of(_ step: CandidateStep, _ day: CivilDate) async throws -> [Objection] {
      try await world.refusals(of: RecordCandidateStep(person: hoa, step, on: day))
    }
    #expect(try await of(CandidateStep(.cv), "2026-01-01") == [Objection(.day, .notYet("2026-01-01"))])
    #expect(try await of(CandidateStep(.decision), "2025-09-01") == [Objection(.number, .blank)])
    #expect(
      try await of(CandidateStep(.cellVote, officials: 3, present: 4, votes: 5), "2025-09-01") == [
        Objection(.present, .moreThan(4, of: 3)), Objection(.votes, .moreThan(5, of: 4)),
      ]
    )
    let ly = world.person("Võ Y Ly")
    #expect(
      try await of(CandidateStep(.helper, helper: ly), "2025-09-01") == [
        Objection(.person, .notOfficial(on: "2025-09-01"))
      ]
    )
    let begun = try await world.refusals(
      of: BeginCandidacy(
        person: ly,
        particulars: Particulars(name: "Võ Y Ly"),
        unit: world.unit("C1"),
        since: "2025-09-01",
        CandidacyDraft(source: .student)
      )
    )
    #expect(begun == [Objection(.person, .alreadyAMember(since: "2025-05-19"))])
    try await world.carryOut(EndCandidacy(person: hoa, .withdrawn, on: "2025-10-01"))
    #expect(
      try await of(CandidateStep(.cv), "2025-10-02") == [Objection(.person, .notACandidate(on: "2025-11-03"))]
    )
  }

  @Test("nobody is taken up by a cell whose end is already known")
  func endingCell() async throws {
    let world = try await World.small()
    let cell = try await world.found("C9", "Chi bộ mới", .cell, under: world.unit("B1"), on: "2020-01-01")
    try await world.end(cell, on: "2025-12-01")
    let deed = BeginCandidacy(
      particulars: Particulars(name: "Lê Thị Hoa"),
      unit: cell,
      since: "2025-10-01",
      CandidacyDraft(source: .worker, introducer: world.person("Nguyễn An"))
    )
    let exists = Span.from("2020-01-01", until: "2025-12-01")
    #expect(
      try await world.refusals(of: deed).contains(
        Objection(.from, .unitAbsent(unit: "C9", exists: exists, needed: Span(open: "2025-10-01")))
      )
    )
  }

  @Test("the cell gives a candidacy up with its reason only, and may begin another later")
  func ended() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    #expect(
      try await world.refusals(of: EndCandidacy(person: hoa, .givenUp, on: "2025-09-01")) == [
        Objection(.reason, .blank)
      ]
    )
    try await world.carryOut(EndCandidacy(person: hoa, .givenUp, on: "2025-09-01", why: "đi làm ăn xa"))
    let again = BeginCandidacy(
      person: hoa,
      particulars: Particulars(name: "Lê Thị Hoa"),
      unit: world.unit("C2"),
      since: "2025-10-01",
      CandidacyDraft(source: .cooperative)
    )
    try await world.carryOut(again)
    #expect(try await lines(world, "C2", on: "2025-10-05").map(\.candidacy.source) == [.cooperative])
    #expect(try await lines(world, "C2", on: "2025-10-05").first?.progress.next?.code == "course")
  }

  @Test("another cell goes on with the steps that were done")
  func moved() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.step(hoa, CandidateStep(.course), on: "2025-08-20")
    try await world.carryOut(MoveCandidacy(person: hoa, to: world.unit("C2"), day: "2025-10-01"))
    #expect(try await lines(world, "C1", on: "2025-09-30").count == 1)
    #expect(try await lines(world, "C1", on: "2025-10-01").isEmpty)
    #expect(try await lines(world, "C2", on: "2025-10-01").first?.progress.next?.code == "helper")
  }

  @Test("somebody who left is linked to their membership, and 36 months are asked for")
  func readmission() async throws {
    let world = try await World.small()
    let an = try await world.admit(
      "Lý Đã Đi",
      born: "1990-02-02",
      to: world.unit("C1"),
      on: "2015-05-05",
      official: "2016-05-05"
    )
    try await world.end(an, .left, on: "2023-06-01")
    try await world.carryOut(
      BeginCandidacy(
        person: an,
        particulars: Particulars(name: "Lý Đã Đi"),
        unit: world.unit("C1"),
        since: "2025-08-01",
        CandidacyDraft(
          source: .worker,
          schooling: .lowerSecondary,
          introducer: world.person("Nguyễn An"),
          secondIntroducer: world.person("Nguyễn Ân")
        )
      )
    )
    try await world.allSteps(an, until: "2025-10-25")
    let filed = try await world.read { try CandidacyStore(db: $0).open(an) }
    let life = try await world.life(an)
    #expect(filed?.fact.value.earlier == life?.terms.first?.value.membership)
    #expect(
      try await world.refusals(of: AdmitCandidate(person: an, admitted: "2025-11-02")) == [
        Objection(.reason, .tooEarlyAgain(left: "2023-06-01"))
      ]
    )
  }

  @Test("taking back the beginning is refused while steps stand on it")
  func annulled() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let begun = try await world.head()
    let step = try await world.step(hoa, CandidateStep(.course), on: "2025-08-20")
    #expect(
      try await world.refusals(of: AnnulEntry(entry: begun, why: "thử")) == [
        Objection(.entry, .standsOn(entry: Int(step.entry), operation: "recordCandidateStep"))
      ]
    )
    try await world.carryOut(AnnulEntry(entry: step.entry, why: "thử"))
    try await world.carryOut(AnnulEntry(entry: begun, why: "thử"))
    #expect(try await lines(world, "C1", on: "2025-09-01").isEmpty)
    #expect(try await world.integrityFaults() == [])
  }

  @Test(
    "a secretary works on the candidates of their own cell, and leaves committee and ceremony to the office"
  )
  func rights() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "bithu")
    let other = try await world.officer(.secretary, in: world.unit("C2"), named: "khac")
    let cv = RecordCandidateStep(person: hoa, CandidateStep(.cv), on: "2025-09-01")
    let decision = RecordCandidateStep(person: hoa, CandidateStep(.decision, number: "1"), on: "2025-09-01")
    #expect(try await world.refusals(of: cv, by: other).map(\.refusal) == [.notAllowed(.keepCandidates)])
    #expect(try await world.refusals(of: cv, by: secretary) == [])
    #expect(try await world.refusals(of: decision, by: secretary).map(\.refusal) == [.notAllowed(.admit)])
    let ceremony = AdmitCandidate(person: hoa, admitted: "2025-11-02", why: "thử")
    #expect(try await world.refusals(of: ceremony, by: secretary).map(\.refusal) == [.notAllowed(.admit)])
  }

  @Test("a report counts who was taken up and who was admitted, by where they come from")
  func report() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate(
      "Lê Thị Hoa",
      in: world.unit("C1"),
      since: "2025-08-01",
      from: .cooperative
    )
    try await world.candidate("Lê Văn Tư", in: world.unit("C4"), since: "2025-08-02", from: .student)
    try await world.allSteps(hoa, until: "2025-10-25")
    try await world.carryOut(AdmitCandidate(person: hoa, admitted: "2025-11-02"))
    let year = try #require(Period(from: "2025-01-01", until: "2026-01-01"))
    let (begun, admitted, counted) = try await world.read { db in
      let store = RecruitStore(db: db)
      return (
        try store.recruits(.begun, of: world.unit("QN"), year, .now),
        try store.recruits(.admitted, of: world.unit("QN"), year, .now),
        try FigureStore(db: db).count(.admitted, world.unit("QN"), AsOf("2025-11-03"), year)
      )
    }
    #expect(begun.map(\.source) == [.cooperative, .student])
    #expect(admitted.count == counted)
    #expect(admitted.first { $0.person == hoa }?.source == .cooperative)
    #expect(admitted.filter { $0.source == nil }.count == 2)
  }
}
