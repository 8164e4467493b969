import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("How an office words minutes")
struct TemplateTests {
  private static let values = MinutesValues(
    facts: ["chi_bo": "Chi bộ A & B", "co_mat": "30"],
    items: [
      .init(place: 1, title: "Khai mạc", note: nil, votes: []),
      .init(
        place: 2,
        title: "Nghị quyết",
        note: "Ba ý kiến.\nMột đề nghị.",
        votes: [.init(words: "Biểu quyết “Làm đường”.", facts: ["tan_thanh": "30"])]
      ),
    ],
    votes: [.init(words: "Biểu quyết khác.", facts: [:])],
    outputs: [MeetingOutput("video ngắn", title: "Giữ rừng")],
    guests: ["Lê Bình"]
  )

  @Test("the shipped wording goes through the agenda: notes below their item, votes below both, outputs last")
  func shipped() throws {
    let text = try MinutesTemplate(MinutesTemplate.shipped).text(of: Self.values)
    #expect(
      text == """
        1. Khai mạc

        2. Nghị quyết
        Ba ý kiến.
        Một đề nghị.
        Biểu quyết “Làm đường”.

        Biểu quyết khác.

        Sản phẩm chuyên đề – video ngắn: Giữ rừng.
        """
    )
  }

  @Test("words stand as they were written, whatever signs are in them; guests and numbers are told")
  func own() throws {
    let template = try MinutesTemplate(
      "{{chi_bo}}: {{co_mat}} người.{{#dai_bieu}} Đại biểu: {{.}}.{{/dai_bieu}}{{^chuyen_de}} Không chuyên đề.{{/chuyen_de}}"
    )
    #expect(
      template.text(of: Self.values) == "Chi bộ A & B: 30 người. Đại biểu: Lê Bình. Không chuyên đề."
    )
  }

  @Test(
    "what is wrong in a template is said with its line",
    arguments: [
      ("Dòng một\n{{khong_co}}", 2, TemplateFault.unknownName("khong_co")),
      ("{{#noi_dung}}\n{{so}}\n", 1, .notEnded("noi_dung")),
      ("a\nb\n{{/noi_dung}}", 3, .notBegun("noi_dung")),
      ("a\n{{#noi_dung}}{{/bieu_quyet}}", 2, .notBegun("bieu_quyet")),
      ("a\n\n{{chi_bo", 3, .unfinished),
      ("{{chi_bo\n}}", 1, .unfinished),
      ("{{{chi_bo}}}", 1, .unfinished),
      ("\n{{> phan}}", 2, .notTaken(">")),
      ("{{=<% %>=}}", 1, .notTaken("=")),
      ("{{% CONTENT_TYPE:HTML}}", 1, .notTaken("%")),
      ("{{&chi_bo}}", 1, .notTaken("&")),
      (
        "{{#noi_dung}}{{#noi_dung}}{{#noi_dung}}{{#noi_dung}}{{/noi_dung}}{{/noi_dung}}{{/noi_dung}}{{/noi_dung}}",
        1, .tooDeep(limit: 3)
      ),
      ("{{! ghi chú\nhai dòng }}\n{{x}}", 3, .unknownName("x")),
      ("{{}}", 1, .unfinished),
    ]
  )
  func faults(_ text: String, _ line: Int, _ fault: TemplateFault) {
    let unsound = #expect(throws: MinutesTemplate.Unsound.self) { try MinutesTemplate(text) }
    #expect(unsound == MinutesTemplate.Unsound(line: line, fault: fault))
  }

  @Test(
    "whatever is typed, a template is taken and makes minutes, or is refused with a line: it never breaks"
  )
  func random() {
    let pieces = [
      "{{", "}}", "#", "/", "^", "!", ".", " ", "\n", "noi_dung", "so", "{{#noi_dung}}", "{{/noi_dung}}",
      "{{so}}", "{", "}", "chữ", "&", ">", "%", "(", ")", "$",
    ]
    var numbers = SeededNumbers(seed: 35)
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<14, using: &numbers)
      let text = (0..<count).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      let lines = text.count { $0 == "\n" } + 1
      do {
        _ = try MinutesTemplate(text).text(of: Self.values)
      } catch {
        #expect((1...lines).contains(error.line), "\(text)")
      }
    }
  }

  @Test(
    "an office's wording holds from its day for what stands below it, until the next; a nearer one goes before"
  )
  func dated() async throws {
    let world = try await World.small()
    let (province, committee, cell) = (world.unit("QN"), world.unit("B1"), world.unit("C1"))
    func inForce(_ day: CivilDate) async throws -> String? {
      try await world.read { try TemplateStore(db: $0).inForce(for: cell, AsOf(day))?.text }
    }
    func put(_ text: String?, _ unit: ID<Unit>, _ from: CivilDate) -> PutTemplateInForce {
      PutTemplateInForce(unit: unit, text: text, from: from)
    }
    #expect(try await inForce("2025-10-01") == nil)
    try await world.carryOut(put("Tỉnh {{chi_bo}}", province, "2025-02-01"))
    try await world.carryOut(put("Tỉnh, mới", province, "2025-06-01"))
    try await world.carryOut(put("Xã", committee, "2025-08-01"))
    #expect(try await inForce("2025-01-31") == nil)
    #expect(try await inForce("2025-05-31") == "Tỉnh {{chi_bo}}")
    #expect(try await inForce("2025-06-01") == "Tỉnh, mới")
    #expect(try await inForce("2025-08-01") == "Xã")
    try await world.carryOut(put(nil, committee, "2025-10-01"))
    #expect(try await inForce("2025-09-30") == "Xã")
    #expect(try await inForce("2025-10-01") == "Tỉnh, mới")
    #expect(
      try await world.refusals(of: put("Sớm hơn", province, "2025-03-01"))
        == [Objection(.from, .beforeDay("2025-06-01"))]
    )
    #expect(
      try await world.refusals(of: put("Tỉnh, mới", province, "2025-07-01"))
        == [Objection(.text, .nothingChanges)]
    )
    #expect(
      try await world.refusals(of: put("{{x}}", province, "2025-07-01"))
        == [Objection(.text, .unsoundTemplate(line: 1, .unknownName("x")))]
    )
    let secretary = try await world.officer(.secretary, in: cell, named: "secretary")
    #expect(
      try await world.refusals(of: put("Của tôi", cell, "2025-07-01"), by: secretary)
        == [Objection(nil, .notAllowed(.fileDecisions))]
    )
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }
}
