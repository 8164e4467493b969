package import Basics
package import Records
package import Rules

/// The deeds about candidates in few words, done at the console.
extension World {
  @discardableResult
  package func candidate(
    _ name: String,
    born: String? = "1999-05-04",
    sex: Sex? = .woman,
    ethnicity: String? = nil,
    in unit: ID<Unit>,
    since: CivilDate,
    from source: RecruitSource = .worker,
    introducedBy introducers: [String] = ["Nguyễn An", "Nguyễn Ân"]
  ) async throws -> ID<Person> {
    let people = introducers.map { person($0) }
    let deed = BeginCandidacy(
      particulars: Particulars(
        name: name,
        born: born.flatMap { LooseDate($0) },
        sex: sex,
        ethnicity: ethnicity
      ),
      unit: unit,
      since: since,
      CandidacyDraft(
        source: source,
        schooling: .lowerSecondary,
        introducer: people.first,
        secondIntroducer: people.dropFirst().first
      )
    )
    return ID(try await carryOut(deed).result ?? 0)
  }

  @discardableResult
  package func step(_ person: ID<Person>, _ step: CandidateStep, on day: CivilDate) async throws -> Receipt {
    try await carryOut(RecordCandidateStep(person: person, step, on: day))
  }

  /// Every step the rules ask for, the last a decision of the day.
  package func allSteps(_ person: ID<Person>, helper: String = "Nguyễn An", until day: CivilDate) async throws
  {
    let steps: [CandidateStep] = [
      CandidateStep(.course, number: "15/GCN"), CandidateStep(.helper, helper: self.person(helper)),
      CandidateStep(.application), CandidateStep(.cv),
      CandidateStep(.check, checked: .own, body: "Công an xã", answered: day.adding(days: -20)),
      CandidateStep(.massOpinion, body: "Đoàn thanh niên"), CandidateStep(.residenceOpinion),
      CandidateStep(.cellVote, number: "2-NQ/CB", officials: 3, present: 3, votes: 3),
      CandidateStep(.committeeVote, number: "5-NQ/ĐU", officials: 15, present: 14, votes: 14),
      CandidateStep(.decision, number: "31-QĐ/HU"),
    ]
    for (index, step) in steps.enumerated() {
      try await self.step(person, step, on: day.adding(days: index * 3 - 27 - (step.kind == .check ? 12 : 0)))
      clock.step(milliseconds: 1000)
    }
  }
}
