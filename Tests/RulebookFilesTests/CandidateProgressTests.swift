import Basics
import RulebookFiles
import Rules
import Testing

/// What is missing before an admission, and when probation ends, by the shipped charter.
@Suite struct CandidateProgressTests {
  private static let candidacy = Candidacy(
    person: ID(1),
    unit: ID(2),
    source: .worker,
    introducer: ID(3),
    secondIntroducer: ID(4)
  )

  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// Every step of a whole file, in order.
  private static func whole() throws -> [(day: CivilDate, step: CandidateStep)] {
    [
      (try day("2022-06-01"), CandidateStep(.course)), (try day("2025-09-01"), CandidateStep(.helper)),
      (try day("2025-10-01"), CandidateStep(.application)), (try day("2025-10-02"), CandidateStep(.cv)),
      (
        try day("2025-10-10"),
        CandidateStep(.check, checked: .own, answered: try day("2025-11-20"))
      ),
      (try day("2025-12-01"), CandidateStep(.massOpinion)),
      (try day("2025-12-05"), CandidateStep(.residenceOpinion)),
      (try day("2026-01-10"), CandidateStep(.cellVote, officials: 9, present: 8, votes: 6)),
      (try day("2026-02-10"), CandidateStep(.committeeVote, officials: 15, votes: 12)),
      (try day("2026-03-01"), CandidateStep(.decision, number: "12-QĐ/ĐU")),
    ]
  }

  private static func progress(
    _ steps: [(day: CivilDate, step: CandidateStep)],
    on day: CivilDate,
    _ candidacy: Candidacy = candidacy,
    isBaseCell: Bool = false
  ) throws -> CandidateProgress {
    CandidateProgress(
      candidacy,
      since: try Self.day("2025-08-01"),
      steps: steps,
      isBaseCell: isBaseCell,
      on: day,
      by: CandidateJudges(try Shipped.folder.get().library, on: day)
    )
  }

  @Test("with nothing done everything but the introduction is missing, the course first, since the beginning")
  func nothing() throws {
    let progress = try Self.progress([], on: Self.day("2025-09-01"))
    #expect(progress.next?.code == "course")
    #expect(progress.missing.count == progress.requirements.count - 1)
    #expect(progress.waitingSince == (try Self.day("2025-08-01")))
    #expect(!progress.isComplete && progress.certificate == nil)
  }

  @Test("each step that is left out is exactly what is missing")
  func each() throws {
    let steps = try Self.whole()
    let day = try Self.day("2026-03-05")
    #expect(try Self.progress(steps, on: day).isComplete)
    for index in steps.indices {
      var fewer = steps
      let left = fewer.remove(at: index)
      let missing = try Self.progress(fewer, on: day).missing.map(\.code)
      #expect(missing == [left.step.kind.rawValue])
    }
  }

  @Test("steps of later days do not count yet: what comes next moves on with the days")
  func course() throws {
    let steps = try Self.whole()
    let expected: [(String, String?)] = [
      ("2025-08-31", "helper"), ("2025-09-30", "application"), ("2025-10-01", "cv"), ("2025-10-09", "check"),
      ("2025-11-19", "check"), ("2025-11-20", "massOpinion"), ("2025-12-31", "cellVote"),
      ("2026-01-10", "committeeVote"), ("2026-02-28", "decision"), ("2026-03-01", nil),
    ]
    for (text, next) in expected {
      #expect(try Self.progress(steps, on: Self.day(text)).next?.code == next, "\(text)")
    }
  }

  @Test("a certificate that ran out before the cell considers is missing again, since the day it ran out")
  func certificate() throws {
    let issued = (try Self.day("2021-01-01"), CandidateStep(.course))
    let steps = [issued] + (try Self.whole()).dropFirst().prefix(6)
    let states: [(String, String, Bool)] = [
      ("2025-12-10", "expiring", true), ("2026-01-01", "expiring", true), ("2026-01-02", "expired", false),
    ]
    for (text, state, isGood) in states {
      let progress = try Self.progress(steps, on: Self.day(text))
      #expect(progress.certificate?.state == state, "\(text)")
      #expect((progress.next?.code != "course") == isGood, "\(text)")
    }
    let late = try Self.progress(steps, on: Self.day("2026-02-01"))
    #expect(late.waitingSince == (try Self.day("2026-01-01")))
    let voted = steps + [(try Self.day("2025-12-20"), CandidateStep(.cellVote, officials: 9, votes: 7))]
    #expect(try Self.progress(voted, on: Self.day("2026-02-01")).next?.code == "committeeVote")
  }

  @Test("one member and a union's resolution introduce as two members do; one member alone does not")
  func introduction() throws {
    var candidacy = Self.candidacy
    candidacy.secondIntroducer = nil
    let day = try Self.day("2026-03-05")
    #expect(try Self.progress(Self.whole(), on: day, candidacy).next?.code == "introduction")
    candidacy.resolution = "05-NQ/ĐTN"
    #expect(try Self.progress(Self.whole(), on: day, candidacy).isComplete)
  }

  @Test("a vote below two thirds is not enough, and a grassroots cell needs no committee above it")
  func votes() throws {
    let day = try Self.day("2026-03-05")
    var steps = try Self.whole()
    steps[7].step.votes = 5
    #expect(try Self.progress(steps, on: day).next?.code == "cellVote")
    let base = try Self.whole().filter { $0.step.kind != .committeeVote }
    #expect(try Self.progress(base, on: day, isBaseCell: true).isComplete)
    #expect(try Self.progress(base, on: day).next?.code == "committeeVote")
  }

  @Test("before any rule is known nothing is said to be missing, and nothing to be complete")
  func unknown() throws {
    let progress = CandidateProgress(
      Self.candidacy,
      since: try Self.day("2025-08-01"),
      steps: try Self.whole(),
      isBaseCell: false,
      on: try Self.day("2026-03-05"),
      by: CandidateJudges(RulebookLibrary(), on: try Self.day("2026-03-05"))
    )
    #expect(progress.requirements.isEmpty && !progress.isComplete && progress.next == nil)
  }

  @Test(
    "D16: probation ends after twelve months, is considered within thirty working days, counts from its end"
  )
  func probation() throws {
    let library = try Shipped.folder.get().library
    let ceremony = try Self.day("2025-03-10")
    let cases: [(String, String)] = [
      ("2026-03-09", "tooEarly"), ("2026-03-10", "onTime"), ("2026-04-21", "onTime"), ("2026-04-22", "late"),
      ("2026-05-20", "late"),
    ]
    for (text, outcome) in cases {
      let probation = try #require(
        Probation(since: ceremony, considered: try Self.day(text), by: library)
      )
      #expect(probation.outcome == outcome, "\(text)")
      #expect(probation.due == (try Self.day("2026-03-10")))
      #expect(probation.latest == (try Self.day("2026-04-21")))
      #expect(probation.official == (try Self.day("2026-03-10")))
      #expect(probation.isVerified)
    }
    #expect(Probation(since: ceremony, considered: try Self.day("2026-05-20"), by: RulebookLibrary()) == nil)
  }

  @Test("votes on recognition are carried at two thirds, and the third that fails goes up")
  func recognition() throws {
    let judges = RecognitionJudges(try Shipped.folder.get().library, on: try Self.day("2026-05-20"))
    func vote(_ votes: Int) -> RecognitionVote {
      RecognitionVote(person: ID(1), unit: ID(2), officials: 9, present: 9, votes: votes)
    }
    #expect(judges.isCarried(vote(6)) == true && judges.isCarried(vote(5)) == false)
    #expect(!judges.isForSuperior(failed: 2) && judges.isForSuperior(failed: 3))
  }
}
