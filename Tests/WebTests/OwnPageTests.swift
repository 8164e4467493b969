import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Where a member and a secretary begin")
struct OwnPageTests {
  @Test("a member begins at their own page, where each line names what it stands on and can be called wrong")
  func ownPage() async throws {
    let site = try await Site.small()
    let person = site.world.person("Nguyễn An")
    try await site.account("an", [], person: person)
    var member = try await site.signedIn("an")
    #expect(try await member.get("/").location == "/people/\(person)")
    let page = try await member.get("/people/\(person)")
    #expect(PageChecker(page.text).faults == [])
    for words in [
      "Việc của tôi", "Hồ sơ của tôi", "Nơi sinh hoạt và chức vụ", "Đảng phí của tôi",
      "Tuổi Đảng và huy hiệu",
      "Ai xem được hồ sơ này", "Ai đã xem hồ sơ này", "report?topic=card", "report?topic=unit",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
    // The line of the form that was meant is chosen already; one that does not exist is not guessed at.
    let form = try await member.get("/people/\(person)/report?topic=card")
    #expect(form.text.contains("<option value=\"card\" selected>"))
    #expect(try await member.get("/people/\(person)/report?topic=shoe").status == 400)
  }

  @Test("a correction by decision is what the line then stands on")
  func origin() async throws {
    let site = try await Site.small()
    let person = site.world.person("Nguyễn An")
    let officer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(officer, "/deeds/change?person=\(person)")
    _ = try await form.carryOut([
      "name": "Nguyễn Văn An", "born": "1957-05-12", "sex": "M", "from": "2025-10-01", "number": "77-QĐ/HU",
      "signed": "2025-09-30", "issuer": "HL", "signer": "Lê Bá Đông",
    ])
    try await site.account("an", [], person: person)
    var member = try await site.signedIn("an")
    let page = try await member.get("/people/\(person)").text
    let line = try #require(page.split(separator: "topic=name").first)
    #expect(line.contains("Nguyễn Văn An") && line.contains("77-QĐ/HU"))
  }

  @Test("a member's own page asks the record the same few questions however many the others are")
  func questions() async throws {
    func count(_ others: Int) async throws -> Int {
      let site = try await Site.small()
      let person = site.world.person("Nguyễn An")
      for number in 0..<others {
        try await site.world.admit("Phạm Thị Số \(number)", to: site.world.unit("C1"), on: "2020-01-01")
      }
      try await site.account("an", [], person: person)
      var member = try await site.signedIn("an")
      site.recorded.forget()
      #expect(try await member.get("/people/\(person)").status == 200)
      return site.recorded.statements.count
    }
    let (few, many) = (try await count(0), try await count(20))
    #expect(few == many)
    #expect(many < 52)
  }

  @Test(
    "a cell's page tells of its people and what waits, and of nothing it cannot have",
    arguments: ["/", ""]
  )
  func cellFront(page: String) async throws {
    let site = try await Site.small()
    var secretary = try await site.visitor(.secretary, in: "C1")
    let text = try await secretary.get(page == "/" ? "/" : site.path("C1")).text
    #expect(PageChecker(text).faults == [])
    for words in ["Công tác đảng viên", "Đảng viên của chi bộ", "Quần chúng ưu tú", "Chi bộ thôn Ẩm Hồ"] {
      #expect(text.contains(words), "\(words)")
    }
    for words in ["Không có đơn vị nào trực thuộc", "tổ chức cơ sở đảng", "Kết nạp theo tháng"] {
      #expect(!text.contains(words), "\(words)")
    }
  }

  @Test("a secretary is told by name who is on the way out, and what that waits for")
  func waiting() async throws {
    let site = try await Site.small()
    let world = site.world
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await !secretary.get("/").text.contains("Đang chờ: chi bộ biểu quyết"))
    var form = try await DeedForm(secretary, "/deeds/openLeaving?person=\(world.person("Nguyễn Ân"))")
    _ = try await form.carryOut([
      "reason": "left", "occurred": "2025-08-30", "note": "Xin ra vì sức khỏe", "day": "2025-09-01",
    ])
    let page = try await secretary.get("/").text
    #expect(
      page.contains("<b><bdi lang=\"vi\">Nguyễn Ân</bdi></b>") && page.contains("Đang chờ: chi bộ biểu quyết")
    )
    var officer = try await site.visitor(.officer, in: "QN")
    #expect(try await officer.get(site.path("C1")).text.contains("Đang chờ: chi bộ biểu quyết"))
  }
}
