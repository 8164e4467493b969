import Basics
import Records
import Rules
import TestWorld
import Testing
import Web

@Suite("Finding")
struct FindTests {
  private func suggested(_ search: String, _ role: Role, in unit: String) async throws -> String {
    let site = try await Site.small()
    var browser = try await site.visitor(role, in: unit)
    return try await browser.get("/find?part=suggestions&q=\(search)").text
  }

  @Test(
    "a name is found without its marks, in any order of words, with the sign in it or without",
    arguments: ["hanh+lo", "LO+THI", "l%C3%B2+th%E1%BB%8B+h%E1%BA%A1nh"]
  )
  func names(search: String) async throws {
    let text = try await suggested(search, .officer, in: "QN")
    #expect(text.contains("role=\"option\""))
    #expect(text.contains("Hạnh"))
    #expect(!text.contains("<html"), "only the list, no page around it")
  }

  @Test("a unit is found by its code, a decision by its number without marks")
  func codes() async throws {
    let site = try await Site.small()
    let decision = DecisionText(number: "12-QĐ/HU", signed: "2025-10-01", issuer: site.world.unit("HL"))
    let move = TransferMember(
      person: site.world.person("Lò Thị Hạnh"),
      to: site.world.unit("C3"),
      day: "2026-01-10"
    )
    try await site.world.carryOut(move, under: decision)
    var browser = try await site.visitor(.officer, in: "QN")
    #expect(
      try await browser.get("/find?part=suggestions&q=hl").text.contains("/units/\(site.world.unit("HL"))")
    )
    for number in ["12-qd/hu", "hu+12", "12-Q%C4%90"] {
      #expect(
        try await browser.get("/find?part=suggestions&q=\(number)").text.contains("12-QĐ/HU"),
        "\(number)"
      )
    }
    #expect(!(try await browser.get("/find?part=suggestions&q=13-qd").text.contains("12-QĐ/HU")))
  }

  @Test("at most five of a sort are suggested, and the way to the rest stands below")
  func few() async throws {
    let text = try await suggested("n", .officer, in: "QN")
    #expect(text.split(separator: "role=\"option\"").count <= 17)
    #expect(text.contains("href=\"/find?q=n\""))
  }

  @Test("nothing that was typed opens everything")
  func nothing() async throws {
    let text = try await suggested("%27+-", .officer, in: "QN")
    #expect(!text.contains("/people/"))
  }
}
