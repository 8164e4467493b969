import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Assessment by models")
struct ModelTests {
  @Test("a cell grades itself, its committee verifies and recognises, and each word stays beside the others")
  func wholeWay() async throws {
    let world = try await World.small()
    let key = try await world.assess("C1")
    #expect(
      try await world.refusals(of: BeginAssessment(of: world.unit("C1"), by: "four-good-cell", 2025))
        == [Objection(nil, .alreadyThere)]
    )
    // Sent up only when everything is graded; what is kept for now may be a part.
    let some = Array(world.fourMarks(.own).prefix(2))
    #expect(
      try await world.refusals(of: ScoreModel(key, some, isSent: true)) == [Objection(.mark, .notGraded(2))]
    )
    try await world.carryOut(ScoreModel(key, some))
    let rest = Array(world.fourMarks(.own, note: "Đã họp chi bộ").suffix(2))
    try await world.carryOut(ScoreModel(key, rest, isSent: true))
    #expect(try await world.assessment(key)?.stage == .sent)
    #expect(
      try await world.refusals(of: ScoreModel(key, some)) == [Objection(nil, .assessmentIs(.sent))]
    )

    try await world.carryOut(ReturnModel(key, because: "Bổ sung số buổi sinh hoạt"))
    #expect(try await world.assessment(key)?.back == "Bổ sung số buổi sinh hoạt")
    try await world.carryOut(ScoreModel(key, [], isSent: true))
    let lower = world.fourMarks(.verified, but: ["members": .average], note: "Đã kiểm tra")
    try await world.carryOut(VerifyModel(key, lower))
    let verified = try #require(try await world.assessment(key))
    #expect(verified.stage == .verified && verified.verifier == world.unit("B1"))

    // The model gives no; whoever recognises all the same says why, and signs with their name.
    let against = DecideModel(key, true, signer: "Lò Văn Chính", on: World.today)
    #expect(
      try await world.refusals(of: against) == [Objection(.reason, .deviatesFromModel(.notRecognised))]
    )
    let unsigned = DecideModel(key, false, signer: " ", on: World.today)
    #expect(try await world.refusals(of: unsigned) == [Objection(.signer, .blank)])
    try await world.carryOut(
      DecideModel(key, false, signer: "Lò Văn Chính", number: "12-QĐ", on: World.today)
    )
    let decision = try #require(try await world.assessment(key)?.decision)
    #expect(!decision.isRecognised && decision.byModel == .notRecognised && decision.reason == nil)
    #expect(decision.signer == "Lò Văn Chính" && decision.unit == world.unit("B1"))
    let marks = try await world.read { try ModelStore(db: $0).marks(of: key).map(\.said.mark) }
    let levels = Dictionary(
      marks.filter { $0.item == "members" }.map { ($0.step, $0.level) }
    ) { first, _ in first }
    #expect(levels == [.own: 2, .verified: 1, .decided: 1])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("where the record has no figures the model leaves it open, and the decision needs a reason")
  func leftOpen() async throws {
    let world = try await World.small()
    let key = try await world.verified("C1")
    let decide = DecideModel(key, true, signer: "Lò Văn Chính", on: World.today)
    #expect(try await world.refusals(of: decide) == [Objection(.reason, .deviatesFromModel(nil))])
    // One meeting with everybody there, and the model has what it asks of a cell.
    let meeting = try await world.call(of: "C2", on: "2025-10-03")
    try await world.hold(meeting, of: "C2", on: "2025-10-03")
    let (evidence, cell) = (ShippedRules.library, world.unit("C2"))
    let figures = try await world.read { db in
      try ModelEvidence(db: db, by: evidence).figures(of: cell, in: 2025, AsOf(World.today))
    }
    #expect(figures[.meetingsRegular] == 1)
    #expect(figures[.attendancePresent] == figures[.attendanceObliged])
    let other = try await world.verified("C2")
    #expect(
      try await world.refusals(of: DecideModel(other, true, signer: "Lò Văn Chính", on: World.today)) == []
    )
  }

  @Test("a unit does nothing but grade itself: verifying and recognising are for those above it")
  func rights() async throws {
    let world = try await World.small()
    let key = try await world.assess("C1")
    let own = try await world.officer(.officer, in: world.unit("C1"), named: "own")
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    let above = try await world.officer(.officer, in: world.unit("B1"), named: "above")
    let beside = try await world.officer(.officer, in: world.unit("B2"), named: "beside")
    let leader = try await world.officer(.leader, in: world.unit("B1"), named: "leader")
    let score = ScoreModel(key, world.fourMarks(.own), isSent: true)
    for (actor, may) in [(secretary, true), (own, true), (above, true), (beside, false), (leader, false)] {
      #expect(try await world.refusals(ofTrying: score, by: actor).isEmpty == may)
    }
    try await world.carryOut(score, by: secretary)
    let verify = VerifyModel(key, world.fourMarks(.verified))
    let back = ReturnModel(key, because: "Xem lại")
    for deed in [verify, back] as [any Operation] {
      for (actor, may) in [(secretary, false), (own, false), (above, true), (beside, false), (leader, false)]
      {
        #expect(try await world.refusals(ofTrying: deed, by: actor).isEmpty == may)
      }
    }
    try await world.carryOut(verify, by: above)
    let decide = DecideModel(key, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    for (actor, may) in [(secretary, false), (own, false), (above, true), (beside, false), (leader, false)] {
      #expect(try await world.refusals(ofTrying: decide, by: actor).isEmpty == may)
    }
  }

  @Test("a committee above the base recognises where the model names its kind, and not the base itself")
  func decider() async throws {
    let world = try await World.small()
    let key = try await world.assess("C1", by: "five-good-four-no")
    let model = try #require(ShippedRules.library.version(of: "five-good-four-no", on: World.today)?.model)
    func marks(_ step: ModelStep, found: String? = nil) -> [ModelMark] {
      model.criteria.map { ModelMark($0.name, step, level: 2) }
        + model.vetoes.map { veto in
          let isFound = veto.name == found
          return ModelMark(veto.name, step, level: isFound ? 1 : 0, articles: isFound ? [14] : [])
        }
    }
    try await world.carryOut(ScoreModel(key, marks(.own), isSent: true))
    try await world.carryOut(VerifyModel(key, marks(.verified, found: "no.2")))
    let base = try await world.officer(.officer, in: world.unit("B1"), named: "base")
    let above = try await world.officer(.officer, in: world.unit("HL"), named: "above")
    let decide = DecideModel(key, false, signer: "Lò Văn Chính", on: World.today)
    #expect(
      try await world.refusals(ofTrying: decide, by: base) == [Objection(nil, .notAllowed(.recogniseModels))]
    )
    try await world.carryOut(decide, by: above)
    let decision = try #require(try await world.assessment(key)?.decision)
    // One veto is enough, with its article of what members may not do.
    #expect(decision.byModel == .notRecognised && decision.unit == world.unit("HL"))
    let veto = try await world.read { try ModelStore(db: $0).marks(of: key).map(\.said.mark) }
      .first { $0.item == "no.2" && $0.step == .decided }
    #expect(veto?.articles == [14])
    let committee = BeginAssessment(of: world.unit("HL"), by: "five-good-four-no", 2025)
    #expect(try await world.refusals(of: committee) == [Objection(nil, .modelNotForUnit)])
  }

  @Test(
    "what is open goes to the heir of a unit that ends, what was decided stays, and both can be seen there"
  )
  func merged() async throws {
    let world = try await World.small()
    let old = try await world.verified("C1", 2024)
    try await world.carryOut(
      DecideModel(old, true, signer: "Lò Văn Chính", on: "2025-01-10", reason: "Đã xem sổ")
    )
    let open = try await world.verified("C1")
    let merge = ReorganisationStep.merge(units: ["C1"], into: "C2", name: nil, posts: .end)
    let day = World.today.adding(days: 1)
    try await world.carryOut(Reorganise([PlannedStep(merge)], on: day, body: "steps:"))
    let (cell, heir) = (world.unit("C1"), world.unit("C2"))
    // Until the day it is still the cell that answers for it.
    #expect(try await world.assessment(open)?.unit == cell)
    let then = try await world.read { try ModelStore(db: $0).assessment(open, on: day)?.value }
    #expect(then?.unit == heir && then?.subject == cell)
    #expect(try await world.assessment(open)?.subject == cell)
    #expect(try await world.assessment(old)?.unit == cell)
    let seen = try await world.read { try ModelStore(db: $0).assessments(of: heir).map(\.value.key) }
    #expect(seen == [open])
    try await world.carryOut(
      DecideModel(open, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    )
    let decided = try await world.read { try ModelStore(db: $0).decided(of: heir).map(\.key) }
    #expect(decided == [open, old])
    // The board of the year before counts the units of that year.
    let base = world.unit("B1")
    let model = try #require(ShippedRules.library.version(of: "four-good-cell", on: "2024-12-31")?.model)
    let rows = try await world.read { db in
      let (store, asOf) = (ModelStore(db: db), AsOf("2024-12-31"))
      return try store.lines(
        of: store.board(below: base, 2024, asOf).standings("four-good-cell", by: model),
        asOf
      )
    }
    #expect(rows.map(\.code) == ["C1", "C2"].sorted { one, _ in rows.first?.code == one })
    #expect(rows.first { $0.code == "C1" }?.state == .recognised)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("the share recognised is the size of the list it opens, unit by unit counted again")
  func rates() async throws {
    let world = try await World.small()
    for code in ["C1", "C3"] {
      let key = try await world.verified(code)
      try await world.carryOut(
        DecideModel(key, code == "C1", signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
      )
    }
    _ = try await world.assess("C4")
    let root = world.unit("QN")
    let model = try #require(ShippedRules.library.version(of: "four-good-cell", on: World.today)?.model)
    let (lines, rates) = try await world.read { db in
      let store = ModelStore(db: db)
      let asOf = AsOf(World.today)
      return (
        try store.lines(
          of: store.board(below: root, 2025, asOf).standings("four-good-cell", by: model),
          asOf
        ),
        try store.rates(below: root, "four-good-cell", [ModelYearDay(2025, World.today)])[2025] ?? []
      )
    }
    let states = Dictionary(lines.map { ($0.code, $0.state) }) { first, _ in first }
    #expect(
      states == ["C1": .recognised, "C2": .nothing, "C3": .notRecognised, "C4": .drafted, "T1": .nothing]
    )
    for kind in [UnitKind.cell, .baseCell] {
      let rate = rates.filter { $0.kind == kind }
      #expect(rate.map(\.units).reduce(0, +) == lines.count { $0.kind == kind })
      #expect(
        rate.map(\.recognised).reduce(0, +) == lines.count { $0.kind == kind && $0.state == .recognised }
      )
    }
  }

  @Test(
    "a review knows how many models recognised a unit and what its meetings made, for regulations that ask"
  )
  func besideTheClass() async throws {
    let world = try await World.small()
    let key = try await world.verified("C1")
    try await world.carryOut(
      DecideModel(key, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    )
    let round = try await world.openRound(of: world.unit("B1"))
    let facts = try await world.sheet(round) { sheet in
      try sheet.line(.organisation(world.unit("C1")))?.facts.facts(.organisation, score: nil)
    }
    #expect(facts?["models.recognised"] == Quantity(1))
    #expect(facts?["outputs.registered"] == .zero)
    let other = try await world.sheet(round) { sheet in
      try sheet.line(.organisation(world.unit("C2")))?.facts.facts(.organisation, score: nil)
    }
    #expect(other?["models.recognised"] == .zero)
  }
}
