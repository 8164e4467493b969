import Basics
import Demonstration
import Testing

@Suite("The people of the fictional province")
struct LifelikenessTests {
  /// One province of twenty thousand, told to the end.
  private static let told: (plan: DemonstrationPlan, register: Register, events: [PlannedEvent])? = {
    guard let plan = DemonstrationPlan(people: 20_000, seed: 11, until: DemonstrationPlan.measured) else {
      return nil
    }
    var register = Register(plan.opening)
    let events = plan.events.filter { $0.day <= plan.until }
    for event in events { register.tell(event) }
    return (plan, register, events)
  }()

  @Test("have names with every tone and with Đ, of two words and of five, and of every people")
  func names() throws {
    let people = try Array(#require(LifelikenessTests.told).plan.opening.people)
    let letters = Set(people.flatMap { $0.name.lowercased() })
    for letter in "àảãáạềểễếệờởỡớợừửữứựìỉĩíịỳỷýđơưăâêô" {
      #expect(letters.contains(letter), "no \(letter)")
    }
    let lengths = Set(people.map { $0.name.split(separator: " ").count })
    #expect(lengths.isSuperset(of: [2, 3, 4, 5]))
    #expect(Set(people.map(\.ethnicity)).count == 12)
    #expect(people.contains { $0.name.hasPrefix("H'") } && people.contains { $0.name.hasPrefix("Y ") })
    #expect(people.contains { $0.name.hasPrefix("K'") } && people.contains { $0.name.contains(" A ") })
  }

  @Test("share names as in life, some with the year of birth, and never with a leader of the country")
  func namesakes() throws {
    let people = try Array(#require(LifelikenessTests.told).plan.opening.people)
    let byName = Dictionary(grouping: people, by: \.name)
    let namesakes = byName.values.filter { $0.count > 1 }
    #expect(namesakes.count > 100)
    #expect(namesakes.contains { Set($0.map(\.born.year)).count < $0.count })
    for leader in [
      "Hồ Chí Minh", "Nguyễn Phú Trọng", "Phạm Minh Chính", "Tô Lâm", "Võ Văn Kiệt", "Nguyễn Văn Linh",
    ] {
      #expect(byName[leader] == nil)
    }
  }

  @Test("are two fifths women, more than two thirds Kinh, and from 18 to a hundred years old")
  func particulars() throws {
    let people = try Array(#require(LifelikenessTests.told).plan.opening.people)
    let women = people.count { $0.sex == .female }
    #expect((36...44).contains(women * 100 / people.count))
    let kinh = people.count { $0.ethnicity == "Kinh" }
    #expect((66...78).contains(kinh * 100 / people.count))
    let ages = people.map { DemonstrationPlan.takenOver.years(since: $0.born.earliest) }
    #expect((ages.min() ?? 0) >= 18 && (ages.max() ?? 200) <= 100 && (ages.max() ?? 0) > 80)
    let vague = people.count { $0.born.day == nil }
    #expect(vague > 0 && vague < people.count / 10)
    #expect(people.contains { $0.admitted.year < 1960 })
  }

  @Test("live in cells of five to sixty, half of them of 22 to 36, and in base cells of fewer than thirty")
  func cells() throws {
    let register = try #require(LifelikenessTests.told).register
    let cells = register.units.values.filter { $0.kind == .cell }.map(\.people.count).sorted()
    #expect((cells.first ?? 0) >= 5 && (cells.last ?? 0) <= 66)
    #expect((22...36).contains(cells[cells.count / 2]))
    let baseCells = register.units.values.filter { $0.kind == .baseCell }.map(\.people.count)
    #expect(baseCells.count { $0 < 30 } * 100 / baseCells.count >= 80)
  }

  @Test("have secretaries nearly everywhere, and not everywhere")
  func secretaries() throws {
    let register = try #require(LifelikenessTests.told).register
    let led = register.posts.values.count { $0.keys.contains { $0.function == .secretary } }
    #expect(led * 100 / register.units.count >= 93)
    #expect(led < register.units.count)
  }

  @Test("do and suffer everything there is in ten years")
  func variety() throws {
    let events = try #require(LifelikenessTests.told).events
    let deeds = Set(events.map { String(String(describing: $0.deed).prefix { $0 != "(" }) })
    #expect(deeds.count == 17)
    var reasons: [PlannedLeaving: Int] = [:]
    for event in events {
      if case .membershipsEnded(let people, let reason) = event.deed {
        reasons[reason, default: 0] += people.count
      }
    }
    #expect(Set(reasons.keys) == Set(PlannedLeaving.allCases))
    let people = events.compactMap { event -> Int? in
      if case .admitted(let arrivals) = event.deed { arrivals.count } else { nil }
    }
    #expect(people.contains { $0 > 1 })
  }

  @Test("belong to a province of districts until the reform, and of communes from 1 July 2025 on")
  func reform() throws {
    let told = try #require(LifelikenessTests.told)
    let districts = told.plan.opening.units.filter { $0.name.hasPrefix("Đảng bộ huyện") }.map(\.code)
    #expect(!districts.isEmpty)
    let reform = try #require(CivilDate("2025-07-01"))
    let ended = Set(
      told.events.compactMap { event -> String? in
        if event.day == reform, case .unitEnded(let unit, _) = event.deed { unit } else { nil }
      }
    )
    #expect(ended.isSuperset(of: districts))
    #expect(told.register.units["NO"]?.kind == .superiorCommittee)
    #expect(told.register.units.values.contains { $0.name.hasPrefix("Đảng bộ phường") })
    #expect(told.register.units["SG"]?.name.contains("hư cấu") ?? false)
  }
}
