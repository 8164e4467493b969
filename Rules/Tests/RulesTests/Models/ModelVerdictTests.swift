import Basics
import Testing

@testable import Rules

@Suite("Models by which units are assessed")
struct ModelVerdictTests {
  private static let book: Rulebook = {
    var book = Rulebook(
      name: "own-2025",
      family: "own",
      title: Wording(vi: "Mô hình", en: "Model"),
      span: Span(open: .earliest)
    )
    book.facts = [
      RuleFact(name: "attendance.obliged", title: Wording(vi: "phải dự", en: "obliged"), sort: .count),
      RuleFact(name: "attendance.present", title: Wording(vi: "có mặt", en: "present"), sort: .count),
    ]
    return book
  }()

  private static func criterion(
    _ name: String,
    least: CriterionGrade? = nil,
    profiles: [String] = [],
    requires85: Bool = false
  ) -> ModelCriterion {
    let condition = Condition.compare(.fact(1), .atLeast, .share(Quantity(85), .fact(0)))
    return ModelCriterion(
      name: name,
      number: name,
      text: Wording(vi: name, en: name),
      confidence: .unverified,
      sources: [],
      profiles: profiles,
      least: least,
      evidence: [],
      required: requires85 ? .init(condition: condition, text: "attendance") : nil
    )
  }

  private static func veto(_ name: String, articles: [Int] = []) -> ModelVeto {
    ModelVeto(
      name: name,
      number: name,
      text: Wording(vi: name, en: name),
      confidence: .notFound,
      sources: [],
      profiles: [],
      evidence: [],
      articles: articles
    )
  }

  private static func model(_ criteria: [ModelCriterion], _ vetoes: [ModelVeto]) -> EvaluationModel {
    let words = Wording(vi: "mọi loại", en: "all")
    return EvaluationModel(
      number: "1",
      text: words,
      confidence: .unverified,
      sources: [],
      least: .good,
      profiles: [
        ModelProfile(
          name: "school",
          text: words,
          kinds: [.cell],
          sectors: [.school],
          confidence: .unverified
        ),
        ModelProfile(
          name: "cell",
          text: words,
          kinds: [.cell, .baseCell],
          sectors: [],
          confidence: .unverified
        ),
      ],
      criteria: criteria,
      vetoes: vetoes,
      prohibitions: [],
      deciders: [.superiorCommittee]
    )
  }

  @Test("a unit is proposed when every criterion is good enough and no veto is found: every way there is")
  func everyCombination() {
    let model = Self.model(
      [Self.criterion("a"), Self.criterion("b", least: .excellent), Self.criterion("c", requires85: true)],
      [Self.veto("x"), Self.veto("y")]
    )
    // The least rank of each, said again by hand; nothing said is nil.
    let least = ["a": 2, "b": 3, "c": 2]
    let grades: [Int?] = [nil, 0, 1, 2, 3]
    let found: [Int?] = [nil, 0, 1]
    let present: [Int?] = [nil, 84, 85]
    var count = 0
    for a in grades {
      for b in grades {
        for c in grades {
          for x in found {
            for y in found {
              for came in present {
                let levels = ["a": a, "b": b, "c": c, "x": x, "y": y].compactMapValues(\.self)
                var facts = ["attendance.obliged": Quantity(100)]
                facts["attendance.present"] = came.map { Quantity($0) }
                var (isRefuted, isOpen) = (false, false)
                for (name, bound) in least {
                  if let grade = levels[name] {
                    isRefuted = isRefuted || grade < bound
                  } else {
                    isOpen = true
                  }
                }
                for name in ["x", "y"] {
                  if let level = levels[name] { isRefuted = isRefuted || level == 1 } else { isOpen = true }
                }
                if let came { isRefuted = isRefuted || came < 85 } else { isOpen = true }
                let expected: ModelOutcome? = isRefuted ? .notRecognised : isOpen ? nil : .recognised
                let verdict = model.verdict(on: levels, facts, for: "cell", by: Self.book)
                if verdict.outcome != expected {
                  Issue.record("\(levels) \(facts): \(String(describing: verdict.outcome))")
                }
                count += 1
              }
            }
          }
        }
      }
    }
    #expect(count == 3375)
  }

  @Test("a school's cell goes by the profile of schools, another by that of cells, and a committee by none")
  func profiles() {
    let model = Self.model([Self.criterion("all"), Self.criterion("school", profiles: ["school"])], [])
    #expect(model.profile(of: .cell, in: .school)?.name == "school")
    #expect(model.profile(of: .cell, in: .agency)?.name == "cell")
    #expect(model.profile(of: .cell, in: nil)?.name == "cell")
    #expect(model.profile(of: .baseCell, in: .school)?.name == "cell")
    #expect(model.profile(of: .baseCommittee, in: .school) == nil)
    #expect(model.criteria(of: "school").map(\.name) == ["all", "school"])
    #expect(model.criteria(of: "cell").map(\.name) == ["all"])
  }

  @Test("only what the profile asks can be graded, only with grades there are, and sent up only when all is")
  func marks() {
    let model = Self.model([Self.criterion("a"), Self.criterion("b")], [Self.veto("x", articles: [1, 14])])
    func objections(_ marks: [ModelMark], needsAll: Bool = false) -> [Refusal] {
      model.objections(to: marks, for: "cell", needsAll: needsAll).map(\.refusal)
    }
    #expect(objections([ModelMark("a", .own, level: 3)]) == [])
    #expect(objections([ModelMark("a", .own, level: 3)], needsAll: true) == [.notGraded(2)])
    #expect(objections([ModelMark("a", .own, level: 4)]).count == 1)
    #expect(objections([ModelMark("z", .own, level: 1)]).count == 1)
    #expect(objections([ModelMark("a", .own, level: 1), ModelMark("a", .own, level: 2)]) == [.alreadyThere])
    #expect(objections([ModelMark("x", .own, level: 1, articles: [14])]) == [])
    #expect(objections([ModelMark("x", .own, level: 1, articles: [15])]).count == 1)
    #expect(objections([ModelMark("x", .own, level: 0, articles: [14])]).count == 1)
  }

  @Test("an assessment stands by its stage, and once decided by what was decided")
  func states() throws {
    let (eve, november) = (try #require(CivilDate("2024-12-31")), try #require(CivilDate("2025-11-01")))
    var assessment = ModelAssessment(
      key: ID(1),
      of: ID(2),
      family: "own",
      book: "own-2025",
      year: 2025,
      profile: "cell"
    )
    #expect(ModelAssessment.state(of: nil) == .nothing)
    for (stage, state) in [
      (ModelStage.drafted, ModelState.drafted), (.sent, .sent), (.returned, .returned),
      (.verified, .verified),
    ] {
      assessment.stage = stage
      #expect(ModelAssessment.state(of: assessment) == state)
      #expect(stage.isWithUnit == !state.isSentUp)
    }
    assessment.decision = .init(
      by: ID(3),
      false,
      byModel: .recognised,
      signer: "Lò Văn Chính",
      number: nil,
      on: november,
      reason: "Còn đơn thư chưa giải quyết"
    )
    #expect(ModelAssessment.state(of: assessment) == .notRecognised)
    #expect(ModelAssessment.day(of: 2024, today: november) == eve)
    #expect(ModelAssessment.day(of: 2025, today: november) == november)
  }
}
