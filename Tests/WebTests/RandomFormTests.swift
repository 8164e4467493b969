import Basics
import Glibc
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Whatever is written in a form")
struct RandomFormTests {
  /// How many forms are sent: a few hundred, or as many as the long test asks for.
  private static let count = getenv("CHIBO_FORMS").flatMap { Int(String(cString: $0)) } ?? 300

  /// What people, and others, write in fields.
  private static let texts = [
    "", " ", "2025-11-03", "2025-02-30", "31/12/2025", "9999-12-31", "0001-01-01", "-1",
    "99999999999999999999",
    "C1", "C2", "QN", "c1", "C1, C2; C3", "chi bo", "Nguyễn An", "nguyen", "QN1001", "Bí thư", "secretary",
    "home", "residence", "temporary", "host", "died", "M", "F", "X", "cell", "baseCell", "subgroup", "school",
    "15-QĐ/TU", "'; DROP TABLE person; --", "<script>alert(1)</script>", "\u{0}", "\u{202e}abc", "a\u{301}",
    "\u{1f600}", "%00", "../../etc/passwd", "secretary@0000000000000", "residence@", "@", "@@@",
    "0000000000000:x", String(repeating: "ế", count: 400), String(repeating: "9", count: 30), "\r\n", "1957",
    "5/1957",
  ]
  private static let names =
    Field.allCases.map(\.rawValue) + ["seen", "corrects", "pick", "step", "request", "nonsense", "token"]

  @Test("is answered by a page or a deed, never by a fault, and leaves a sound record")
  func random() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.officer, in: "QN")
    let token = try await DeedForm(browser, "/deeds/rename?unit=\(world.unit("C1"))").token
    var numbers = SeededNumbers(seed: 20_251_103)
    let people = world.peopleByName.values.sorted()
    let units = world.unitsByCode.values.sorted()
    var answers: [Int: Int] = [:]
    for round in 0..<Self.count {
      let kind = Self.pick(
        [
          "recognise", "transfer", "beginRole", "endRole", "holdPost", "leavePost",
          "endMembership", "second", "askComment", "receiveComment", "exemptResidence", "correct", "change",
          "readmit", "admit", "appoint", "found", "rename",
          "reclassify",
          "move", "end", "annul",
        ],
        &numbers
      )
      let target = Self.pick(
        [
          "person=\(Self.pick(people, &numbers))", "unit=\(Self.pick(units, &numbers))",
          "entry=\(Int.random(in: 0...60, using: &numbers))", "person=x",
        ],
        &numbers
      )
      var values: [String: String] = [:]
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        values[Self.pick(Self.names, &numbers)] = Self.pick(Self.texts, &numbers)
      }
      if Bool.random(using: &numbers) { values["step"] = Self.pick(["preview", "record", "edit"], &numbers) }
      if Int.random(in: 0..<20, using: &numbers) > 0 { values["token"] = token }
      let page = try await browser.send(
        .post,
        "/deeds/\(kind)?\(target)",
        Browser.body(values),
        [.contentType: "application/x-www-form-urlencoded"]
      )
      answers[page.status, default: 0] += 1
      #expect(
        [200, 303, 403, 404, 409, 422].contains(page.status),
        "round \(round): \(kind) \(target) \(values)"
      )
      if page.status == 200 || page.status == 422 {
        #expect(PageChecker(page.text).faults == [], "round \(round): \(kind) \(target) \(values)")
      }
    }
    #expect(answers.keys.contains(422) && answers.keys.contains(404))
    #expect(try await world.integrityFaults().isEmpty)
  }

  private static func pick<Item>(_ items: [Item], _ numbers: inout SeededNumbers) -> Item {
    items[Int.random(in: 0..<items.count, using: &numbers)]
  }
}
