import Basics
import Foundation
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

/// What an import takes with a warning: what the regulations that hold for the unit object to.
@Suite("Warnings of an import")
struct ImportWarningTests {
  /// Somebody of nineteen, admitted to a cell by a list.
  private func warnings(_ world: World, in unit: String) async throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ text: String) throws {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write("members.csv", "person,name,born,admitted\nN1,Hồ Thị Lan,2006-10-01,2025-10-20\n")
    try write("affiliations.csv", "person,unit,role,from\nN1,\(unit),home,2025-10-20\n")
    let lists = ImportLists(try ListSource(path: folder.path), isDryRun: true, scratch: try World.scratch())
    let report = try await lists.run(world.office, as: .console("test"))
    #expect(report.refused.isEmpty)
    return report.warnings.compactMap { warning in
      if case .rule(let objection) = warning.advice { objection.clause.number } else { nil }
    }
  }

  /// A dry import of lists by their names.
  private func report(_ world: World, _ lists: [String: String]) async throws -> ImportReport {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in lists {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    let source = try ListSource(path: folder.path)
    return try await ImportLists(source, isDryRun: true, scratch: try World.scratch())
      .run(world.office, as: .console("test"))
  }

  @Test("somebody in no unit is held against the shipped regulations, and missed a home once")
  func nowhere() async throws {
    let world = try await World.small()
    let found = try await report(
      world,
      ["members.csv": "person,name,born,admitted\nN1,Hồ Thị Lan,2009-10-01,2025-10-20\n"]
    )
    #expect(found.refused.isEmpty && found.warnings.count == 2)
    #expect(found.warnings.filter { $0.advice == .noHome }.count == 1)
    #expect(
      found.warnings.contains { warning in
        if case .rule(let objection) = warning.advice {
          objection.clause.name == "admission.age"
        } else {
          false
        }
      }
    )
  }

  @Test("a list makes no member of a candidate: the row is refused and says whose code it is")
  func candidate() async throws {
    let world = try await World.small()
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let code = try #require(try await world.read { try LifeStore(db: $0).life(hoa)?.code })
    let lists = [
      "members.csv":
        "person,name,born,admitted\n\(code),Lê Thị Hoa,1999-05-04,2025-10-20\nN1,Hồ Thị Lan,1990-10-01,2025-10-20\n",
      "affiliations.csv": "person,unit,role,from\n\(code),C1,home,2025-10-20\nN1,C1,home,2025-10-20\n",
    ]
    let found = try await report(world, lists)
    #expect(
      found.refused.map(\.refusal) == [.codeOfCandidate(code, since: "2025-08-01"), .hangsOnRefusedRow]
    )
    #expect(found.refused.map(\.place.row) == [2, 2] && found.refused.first?.place.column == .person)
    // Once the candidacy is over, nothing stands in the way.
    let filed = try await world.read { try CandidacyStore(db: $0).open(hoa) }
    #expect(filed != nil)
    try await world.carryOut(EndCandidacy(person: hoa, .withdrawn, on: "2025-10-01"))
    #expect(try await report(world, lists).refused.isEmpty)
  }

  @Test("an office's own version is what its units are held against, and the shipped one everybody else")
  func ownVersion() async throws {
    let world = try await World.small()
    let shipped = try #require(ShippedRules.folder.texts["charter-2025"])
    let own =
      shipped
      .replacing("rulebook: charter-2025\n", with: "rulebook: charter-2025-own\n")
      .replacing("admission.age >= 18", with: "admission.age >= 20")
      .replacing("232-QĐ/TW: tuổi", with: "9-QĐ/ĐU: tuổi")
    #expect(try await warnings(world, in: "C1").isEmpty)
    let errand = Errand(
      PutRulebookInForce(unit: world.unit("B1"), text: own),
      by: .console("test"),
      under: DecisionText(number: "9-QĐ/ĐU", signed: "2025-09-05")
    )
    try await world.office.carryOut(errand)
    #expect(try await warnings(world, in: "C1") == ["9-QĐ/ĐU: tuổi"])
    #expect(try await warnings(world, in: "T1").isEmpty)
  }
}
