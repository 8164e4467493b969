import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What comes along with another installation, and what does not")
struct AbsorbedBesideTests {
  @Test("no account of it signs in here and no right holds; those that facts name are names")
  func rights() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    let before = try await world.read { try $0.count("SELECT count(*) FROM access_grant") }
    #expect(try await AbsorbTests.absorb(other, into: world).isBalanced)
    try await world.read { db in
      #expect(try db.count("SELECT count(*) FROM credential") == 0)
      #expect(try db.count("SELECT count(*) FROM access_grant") == before)
      let names: [String] = try db.rows("SELECT name FROM account WHERE name >= 'QN-' AND name < 'QN.'") {
        try $0[0]
      }
      #expect(names == ["QN-other"])
      #expect(try db.count("SELECT count(*) FROM account WHERE name >= 'QN-' AND person IS NOT NULL") == 0)
    }
  }

  @Test("the papers of decisions come along, byte by byte")
  func papers() async throws {
    let (world, other) = (try await AbsorbTests.ours(), try await AbsorbTests.other.value)
    func papers(_ world: World) async throws -> [String] {
      try await world.read { db in
        try db.rows(
          """
          SELECT s.id, s.name, f.type, c.number, c.bytes FROM decision_scan s JOIN file f ON f.hash = s.file
          JOIN file_chunk c ON c.hash = f.hash ORDER BY s.id, c.number
          """
        ) { row in (0..<5).map { "\(row.source.value($0))" }.joined(separator: " ") }
      }
    }
    #expect(try await AbsorbTests.absorb(other, into: world).isBalanced)
    #expect(try await papers(world) == papers(other))
    #expect(try await !papers(other).isEmpty)
  }
}
