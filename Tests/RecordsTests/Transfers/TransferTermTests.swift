import Basics
import Records
import RulebookFiles
import Rules
import TestWorld
import Testing

@Suite("Terms of a transfer")
struct TransferTermTests {
  private let library = ShippedRules.folder.library

  private func request(
    happened: CivilDate,
    asked: CivilDate,
    kind: TransferKind = .official
  ) -> TransferRequest {
    TransferRequest(
      person: ID(1),
      source: ID(2),
      target: ID(3),
      outside: nil,
      kind: kind,
      event: .newJob,
      happened: happened,
      until: nil,
      asked: asked,
      asker: .member,
      note: nil
    )
  }

  private func standings(
    _ happened: CivilDate,
    _ asked: CivilDate,
    _ step: TransferStep = TransferStep(.asked),
    on day: CivilDate = "2025-12-01"
  ) -> [String] {
    library.terms(of: request(happened: happened, asked: asked), step, on: day).map {
      "\($0.part) \($0.last.map(\.description) ?? "-") \($0.standing.map(\.rawValue) ?? "-")"
    }
  }

  @Test("asked for within sixty working days of the event is in time, a day later it is late")
  func asking() {
    #expect(standings("2025-07-01", "2025-09-25") == ["asking 2025-09-25 inTime"])
    #expect(standings("2025-07-01", "2025-09-26") == ["asking 2025-09-25 late"])
  }

  @Test(
    "a letter not handed in is due until its thirtieth working day, then late; handed in it keeps its standing"
  )
  func presenting() {
    let sent = TransferStep(.sent, letter: "1", sent: "2025-08-25")
    #expect(standings("2025-07-01", "2025-08-01", sent, on: "2025-10-08").last == "presenting 2025-10-08 due")
    #expect(
      standings("2025-07-01", "2025-08-01", sent, on: "2025-10-09").last == "presenting 2025-10-08 late"
    )
    var done = TransferStep(.received, letter: "1", sent: "2025-08-25", presented: "2025-10-08")
    #expect(standings("2025-07-01", "2025-08-01", done).last == "presenting 2025-10-08 inTime")
    done.presented = "2025-10-09"
    #expect(standings("2025-07-01", "2025-08-01", done).last == "presenting 2025-10-08 late")
  }

  @Test("a year without a calendar is named and not guessed at")
  func calendar() {
    let terms = library.terms(
      of: request(happened: "2026-12-01", asked: "2026-12-10"),
      TransferStep(.asked),
      on: "2026-12-10"
    )
    #expect(terms.first?.unknownYear == 2027)
    #expect(terms.first?.last == nil && terms.first?.standing == nil && terms.first?.clause != nil)
  }

  @Test("on a day for which no rule is known nothing is said")
  func noRule() {
    let terms = library.terms(
      of: request(happened: "1990-01-01", asked: "1990-02-01"),
      TransferStep(.asked),
      on: "1990-02-01"
    )
    #expect(terms.first?.clause == nil && terms.first?.standing == nil)
    #expect(library.window(from: "1990-01-01", until: "1990-06-01", isStudy: true) == nil)
  }

  @Test(
    "four months of study are a transfer for a time, counted at home; two months are none, and it says why"
  )
  func window() {
    let study = library.window(from: "2026-01-15", until: "2026-05-15", isStudy: true)
    #expect(study?.outcomeName == "temporary" && study?.unmet.isEmpty == true)
    let short = library.window(from: "2026-01-15", until: "2026-03-15", isStudy: true)
    #expect(short?.outcomeName == "other")
    #expect(short?.unmet.map(\.name) == ["temporary.least"])
    let long = library.window(from: "2026-01-15", until: "2027-01-15", isStudy: false)
    #expect(long?.unmet.map(\.name) == ["temporary.most"])
  }
}
