import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("What each role finds, and what it does not")
struct RoleCrawlTests {
  /// Every address a role comes to from the front page by links alone, without what an address asks.
  private static func places(_ browser: inout Browser) async throws -> Set<String> {
    var waiting = ["/"]
    var known: Set<String> = ["/"]
    while let path = waiting.popLast(), known.count < 900 {
      let page = try await browser.get(path)
      // Who left a unit stands on its lists of those who left; their file is where they are now.
      let isElsewhere = path.hasPrefix("/people/") || path == "/"
      #expect(page.status == 200 || isElsewhere && page.status == 404, "\(path)")
      guard page.fields[.contentType]?.hasPrefix("text/html") == true else { continue }
      let forms = RoleCrawlTests.forms(page.text)
      for address in PageChecker(page.text).addresses where !forms.contains(address) {
        let place = String(address.replacing("&amp;", with: "&").prefix { $0 != "?" && $0 != "#" })
        let isForm =
          ["", "/settings", "/sign-out", "/find"].contains(place) || place.hasSuffix("/scans")
          || place.hasPrefix("/deeds/") || place.hasSuffix(".css") || place.hasSuffix(".js")
          || place.hasSuffix(".svg")
        // What needs more than its path (a period) is asked for as it stands.
        if isForm || !known.insert(place).inserted { continue }
        waiting.append(address.replacing("&amp;", with: "&"))
      }
    }
    return known
  }

  @Test(
    "whatever the desk of the province finds and a role does not, is not there for that role when asked for",
    arguments: [
      (Role.leader, "HL"), (.officer, "DH"), (.secretary, "C1"), (.administrator, "QN"), (.member, "C1"),
    ]
  )
  func crawl(role: Role, place: String) async throws {
    let site = try await Site.small()
    let world = site.world
    let text = DecisionText(number: "1-QĐ/TU", signed: "2025-10-01", issuer: world.unit("QN"))
    let move = TransferMember(person: world.person("Nguyễn An"), to: world.unit("C2"), day: "2025-10-01")
    try await world.carryOut(move, under: text)
    var desk = try await site.visitor(.officer, in: "QN")
    var other = try await site.visitor(role, in: place)
    let everything = try await Self.places(&desk)
    let theirs = try await Self.places(&other)
    #expect(everything.count > 60)
    for address in everything.subtracting(theirs).sorted() {
      let page = try await other.get(address)
      // A period is asked for first; who may not see the figure may not know that either.
      let isOpen = page.status == 200 || page.status == 400
      // An entry of the journal opens to those whose people and units alone it changed: that has its own test.
      let isOwnEntry = address.hasPrefix("/journal/") && Rights.allows(role, .readJournal, on: .own)
      let mayBe = isOwnEntry || RoleCrawlTests.isReached(address, theirs)
      #expect(!isOpen || mayBe, "\(role) \(address) gave \(page.status)")
    }
  }

  /// The addresses to which forms are sent: they answer to nothing else.
  private static func forms(_ text: String) -> Set<String> {
    var found: Set<String> = []
    var rest = text[...]
    while let mark = rest.firstRange(of: " action=\"") {
      rest = rest[mark.upperBound...]
      found.insert(String(rest.prefix { $0 != "\"" }))
    }
    return found
  }

  /// An address below a unit that is this role's to see by a way that needs no link: another figure of it.
  private static func isReached(_ address: String, _ theirs: Set<String>) -> Bool {
    let parts = address.split(separator: "/")
    // One's own long work, of which there may be none.
    if address == "/jobs" { return true }
    guard parts.count >= 2, parts[0] == "units" else { return false }
    return theirs.contains("/units/\(parts[1])")
  }
}
