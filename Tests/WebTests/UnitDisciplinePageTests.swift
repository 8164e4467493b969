import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Discipline of organisations by its forms")
struct UnitDisciplinePageTests {
  private static let values = [
    "form": "dissolution", "body": "HL", "violated": "2025-03-01", "from": "2025-10-21",
    "note": "Mất đoàn kết kéo dài", "number": "52-QĐ/HU", "signed": "2025-10-20", "issuer": "HL",
  ]

  private static func path(_ deed: String, _ unit: String, _ site: Site) -> String {
    "/deeds/\(deed)?unit=\(site.world.unit(unit))"
  }

  @Test(
    "a dissolution takes two officers of a level above; it is told to those who may read of it, and the unit stands"
  )
  func dissolution() async throws {
    let site = try await Site.small()
    let one = try await site.visitor(.officer, in: "QN")
    let other = try await site.visitor(.officer, in: "HL")
    var own = try await site.visitor(.officer, in: "B1")
    var leader = try await site.visitor(.leader, in: "HL")
    var secretary = try await site.visitor(.secretary, in: "C1")
    let unit = site.path("B1")
    var form = try await DeedForm(one, Self.path("disciplineUnit", "B1", site))
    let entered = try await form.carryOut(Self.values)
    #expect(entered.text.contains("Chờ xác nhận") && entered.text.contains("người khác phải xác nhận"))
    #expect(!entered.text.contains("deeds/confirmUnitDiscipline"))
    #expect(PageChecker(entered.text).faults == [])
    // The unit's own committee learns nothing of what waits, and enters nothing.
    for place in [unit, site.path("B1", "/cases"), "/plans", "/decisions"] {
      #expect(try await !own.get(place).text.contains("iải tán"), "\(place)")
    }
    for deed in ["disciplineUnit", "confirmUnitDiscipline", "withdrawUnitDiscipline"] {
      let page = try await own.get(Self.path(deed, "B1", site))
      #expect(page.status == 403 || page.status == 404, "\(deed)")
      #expect(try await secretary.get(Self.path(deed, "C1", site)).status != 200)
    }
    #expect(try await leader.get(unit).text.contains("Chờ xác nhận"))
    var waiting = other
    let cases = try await waiting.get(site.path("HL", "/cases"))
    #expect(cases.text.contains("Giải tán") && cases.text.contains("52-QĐ/HU"))
    #expect(PageChecker(cases.text).faults == [])
    var confirm = try await DeedForm(other, Self.path("confirmUnitDiscipline", "B1", site))
    let done = try await confirm.carryOut([:])
    #expect(done.text.contains("Kỷ luật tổ chức đảng") && done.text.contains("Đơn vị vẫn còn."))
    #expect(done.text.contains("Mất đoàn kết kéo dài") && done.text.contains("52-QĐ/HU"))
    #expect(PageChecker(done.text).faults == [])
    #expect(try await own.get(unit).text.contains("Đơn vị vẫn còn."))
    #expect(
      try await waiting.get(site.path("HL", "/cases")).text.contains("Tổ chức đảng bị kỷ luật trong năm")
    )
    // Below, and beside, nobody is told.
    var administrator = try await site.visitor(.administrator, in: "QN")
    #expect(try await !administrator.get(unit).text.contains("iải tán"))
    for place in [site.path("C1"), site.path("C1", "/cases"), "/decisions"] {
      #expect(try await !secretary.get(place).text.contains("iải tán"), "\(place)")
    }
    // The day before it began nothing is said of it.
    #expect(try await !own.get(unit + "?on=2025-10-20").text.contains("Đơn vị vẫn còn."))
  }

  @Test(
    "a form about a unit's discipline that is wrong comes again, says so by the field, and keeps what was written"
  )
  func wrong() async throws {
    let site = try await Site.small()
    let officer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(officer, Self.path("disciplineUnit", "B1", site))
    let page = try await form.send(
      "preview",
      Self.values.merging(["body": "DH", "note": "Buông lỏng lãnh đạo"]) { $1 }
    )
    #expect(page.status == 422 && page.text.contains("Buông lỏng lãnh đạo"))
    #expect(page.text.contains("không phải là cấp trên của đơn vị"))
    let more = try await form.send("preview", Self.values.merging(["from": "hôm qua"]) { $1 })
    #expect(more.status == 422 && more.text.contains("hôm qua"))
  }
}
