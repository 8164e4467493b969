import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What a unit consists of, and posts nobody holds")
struct UnitListTests {
  /// The posts and sectors as they are known, row by row.
  private struct Plain {
    let record: PlainRecord
    var sectors: [Int64: [PlainRecord.Row<String>]] = [:]
    var secretaries: [Int64: [PlainRecord.Row<Int64>]] = [:]

    init(_ db: any Connection) throws {
      record = try PlainRecord(db)
      var sectors: [Int64: [PlainRecord.Row<String>]] = [:]
      try db.each("SELECT unit, start_on, end_on, sector, superseded FROM unit_sector") { row in
        guard try row[4] as Int64? == nil else { return }
        sectors[try row[0], default: []].append(.init(start: try row[1], end: try row[2], value: try row[3]))
      }
      var secretaries: [Int64: [PlainRecord.Row<Int64>]] = [:]
      try db.each("SELECT unit, start_on, end_on, person, superseded, post FROM post") { row in
        guard try row[4] as Int64? == nil, try row[5] as String == "secretary" else { return }
        secretaries[try row[0], default: []].append(
          .init(start: try row[1], end: try row[2], value: try row[3])
        )
      }
      self.sectors = sectors
      self.secretaries = secretaries
    }

    func below(_ unit: Int64, on day: CivilDate) -> [Int64] {
      record.units.filter { $0 != unit && record.isIn($0, unit, on: day) }
    }

    func kind(_ unit: Int64, on day: CivilDate) -> String? {
      record.kinds[unit]?.first { $0.holds(day) }?.value
    }

    func sector(_ unit: Int64, on day: CivilDate) -> String? {
      sectors[unit]?.first { $0.holds(day) }?.value
    }
  }

  @Test(
    "every number by kind and sector is a plain count, and the size of the list it opens to",
    arguments: 1...6
  )
  func kinds(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 9000)
    let day = random.day()
    try await world.read { db throws in
      let plain = try Plain(db)
      let store = KindStore(db: db)
      for unit in plain.record.units {
        let below = plain.below(unit, on: day)
        let counts = try store.counts(below: ID(unit), AsOf(day))
        #expect(counts.reduce(0) { $0 + $1.units } == below.count)
        for cell in counts {
          let expected = below.filter {
            plain.kind($0, on: day) == cell.kind.rawValue
              && plain.sector($0, on: day) == cell.sector?.rawValue
          }
          #expect(cell.units == expected.count)
          let sector: KindQuestion.SectorAsked = cell.sector.map { .one($0) } ?? .unrecorded
          let question = KindQuestion(unit: ID(unit), asOf: AsOf(day), kind: cell.kind, sector: sector)
          #expect(try store.count(question).units == cell.units)
          let listed = try store.units(question, 0..<100)
          #expect(Set(listed.map(\.unit.unit.number)) == Set(expected))
        }
        let homes = plain.record.people.filter { plain.record.counts($0, in: unit, on: day) }
          .compactMap { plain.record.home($0, on: day) }
        let members = try store.members(of: ID(unit), AsOf(day))
        #expect(members.values.reduce(0, +) == homes.count)
        for (sector, count) in members {
          #expect(homes.count { plain.sector($0, on: day) == sector?.rawValue } == count)
          let asked: KindQuestion.SectorAsked = sector.map { .one($0) } ?? .unrecorded
          let question = KindQuestion(unit: ID(unit), asOf: AsOf(day), sector: asked, isOfHomes: true)
          #expect(try store.count(question).homes == count)
          #expect(try store.units(question, 0..<100).reduce(0) { $0 + $1.homes } == count)
        }
      }
    }
  }

  @Test("the units without a secretary are those in which no raw row makes anybody one", arguments: 1...6)
  func vacancies(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 110)
    var random = RandomDeeds(seed: seed + 9500)
    for _ in 0..<3 {
      let day = random.day()
      try await world.read { db throws in
        let plain = try Plain(db)
        let store = VacancyStore(db: db)
        for unit in plain.record.units {
          let expected = plain.below(unit, on: day).filter { other in
            plain.kind(other, on: day) != "subgroup"
              && !(plain.secretaries[other]?.contains { $0.holds(day) } ?? false)
          }
          let found = try store.units(below: ID(unit), AsOf(day), 0..<200)
          #expect(try store.count(below: ID(unit), AsOf(day)) == expected.count)
          #expect(Set(found.map(\.unit.unit.number)) == Set(expected))
          for vacancy in found {
            let past = plain.secretaries[vacancy.unit.unit.number]?.compactMap(\.end).filter { $0 <= day }
              .max()
            #expect(vacancy.last?.until == past)
            #expect(
              vacancy.members
                == plain.record.people.count {
                  plain.record.counts($0, in: vacancy.unit.unit.number, on: day)
                }
            )
          }
        }
      }
    }
  }

  @Test("a post is vacant from the day its holder left it, and says who that was")
  func lastHolder() async throws {
    let world = try await World.small()
    let (c1, an) = (world.unit("C1"), world.person("Nguyễn An"))
    let span = try #require(Span(from: "2020-01-01", until: "2025-07-01"))
    try await world.carryOut(HoldPost(person: an, unit: c1, post: "secretary", span: span))
    try await world.read { db throws in
      let store = VacancyStore(db: db)
      let b1 = world.unit("B1")
      #expect(try store.units(below: b1, AsOf("2025-06-30"), 0..<10).map(\.unit.code) == ["C2"])
      let later = try store.units(below: b1, AsOf("2025-07-01"), 0..<10)
      #expect(later.map(\.unit.code).sorted() == ["C1", "C2"])
      let last = later.first { $0.unit.code == "C1" }?.last
      #expect(last?.name == "Nguyễn An")
      #expect(last?.until == "2025-07-01")
    }
  }

  @Test("the levels of a tree are the units a walk up from each finds, with their members", arguments: 1...4)
  func levels(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 90)
    var random = RandomDeeds(seed: seed + 9900)
    let day = random.day()
    try await world.read { db throws in
      let plain = try PlainRecord(db)
      func depth(_ unit: Int64, below root: Int64) -> Int? {
        var (current, steps): (Int64?, Int) = (unit, 0)
        while let here = current, plain.exists(here, on: day) {
          if here == root { return steps }
          current = plain.parents[here]?.first { $0.holds(day) }?.value
          steps += 1
        }
        return nil
      }
      for unit in plain.units {
        let found = try TreeLevels(db: db).below(ID(unit), AsOf(day), levels: 2)
        let expected = plain.units.filter { depth($0, below: unit).map { (1...2).contains($0) } ?? false }
        #expect(Set(found.map(\.unit.unit.number)) == Set(expected))
        for level in found {
          let id = level.unit.unit.number
          #expect(level.depth == depth(id, below: unit))
          #expect(level.parent?.number == plain.parents[id]?.first { $0.holds(day) }?.value)
          #expect(level.members == plain.people.count { plain.counts($0, in: id, on: day) })
        }
      }
    }
  }
}
