import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

/// A tree of a few units, by the kind of each and the place of its parent.
struct SmallTree: Sendable, CustomTestStringConvertible {
  var kinds: [UnitKind]
  var parents: [Int?]

  var testDescription: String {
    zip(kinds, parents).map { "\($0)\($1.map { "<\($0)" } ?? "")" }.joined(separator: " ")
  }

  /// Every tree of up to four units below and with a province.
  static let all: [SmallTree] = {
    var trees = [SmallTree(kinds: [.province], parents: [nil])]
    var found = trees
    for _ in 1..<4 {
      trees = trees.flatMap { tree in
        tree.kinds.indices.flatMap { parent in
          tree.kinds[parent].children.compactMap { kind -> SmallTree? in
            // Units are founded in the order of their parents, so that no tree comes twice.
            if let last = tree.parents.last, let before = last, before > parent { return nil }
            return SmallTree(kinds: tree.kinds + [kind], parents: tree.parents + [parent])
          }
        }
      }
      found += trees
    }
    return found
  }()
}

@Suite("Every tree of up to four units, and every move in it")
struct SmallWorldsTests {
  private static let moves: [CivilDate] = ["2015-01-01", "2030-01-01"]
  private static let days: [CivilDate] = [
    "2009-12-31", "2010-01-01", "2014-12-31", "2015-01-01", "2025-11-03", "2029-12-31", "2030-01-01",
    "2040-01-01",
  ]

  /// The ancestors of every unit on a day, climbed parent by parent over the raw rows.
  private static func climbed(_ db: any Connection, on day: CivilDate) throws -> Set<[Int64]> {
    let plain = try PlainRecord(db)
    var found: Set<[Int64]> = []
    for unit in plain.units {
      var current: Int64? = unit
      var depth: Int64 = 0
      while let here = current, plain.exists(here, on: day) {
        found.insert([unit, here, depth])
        depth += 1
        current = plain.parents[here]?.first { $0.holds(day) }?.value
      }
    }
    return found
  }

  private static func recorded(_ db: any Connection, on day: CivilDate) throws -> Set<[Int64]> {
    let rows: [[Int64]] = try db.rows(
      "SELECT a.unit, a.ancestor, a.depth FROM ancestry a WHERE \(asOf("a", AsOf(day)))"
    ) { [try $0[0], try $0[1], try $0[2]] }
    #expect(rows.count == Set(rows).count)
    return Set(rows)
  }

  @Test(
    "the recorded ancestors are the climbed ones on every day, after every move, past and future",
    arguments: SmallTree.all
  )
  func moves(tree: SmallTree) async throws {
    let ground = try await World.empty()
    var units: [ID<Unit>] = []
    for (number, kind) in tree.kinds.enumerated() {
      let parent = tree.parents[number].map { units[$0] }
      units.append(
        try await ground.found("U\(number)", "Đơn vị \(number)", kind, under: parent, on: "2010-01-01")
      )
    }
    for day in SmallWorldsTests.moves {
      for unit in units.indices {
        for parent in units.indices {
          let isAllowed =
            tree.kinds[unit].parents.contains(tree.kinds[parent]) && tree.parents[unit] != parent
            && unit != parent
          let move = Errand(MoveUnit(unit: units[unit], under: units[parent], day: day), by: World.console)
          let isMoved = try await ground.refusals(ofTrying: move.operation).isEmpty
          #expect(isMoved == isAllowed, "\(unit) under \(parent)")
          guard isMoved else { continue }
          try await ground.office.rehearse([move]) { (db, _) throws -> Void in
            for day in SmallWorldsTests.days {
              #expect(
                try SmallWorldsTests.recorded(db, on: day) == SmallWorldsTests.climbed(db, on: day),
                "on \(day)"
              )
            }
          }
          // And taken back it is as it was.
          let annulment = Errand(AnnulEntry(entry: try await ground.head() + 1), by: World.console)
          let after = try await ground.office.rehearse([move, annulment]) { db, _ in try LiveRecord(db) }
          #expect(try await ground.live() == after)
        }
      }
    }
  }

  @Test("there are as many trees as there should be: none twice, every kind in some")
  func trees() {
    let described = Set(SmallTree.all.map(\.testDescription))
    #expect(described.count == SmallTree.all.count)
    #expect(Set(SmallTree.all.flatMap(\.kinds)) == Set(UnitKind.allCases).subtracting([.centre]))
  }
}
