import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Models and working regulations on pages")
struct ModelPageTests {
  private static let four = ["politicalTasks", "meetings", "solidarity", "members"]

  private static func levels(_ level: String) -> [String: String] {
    Dictionary(four.map { ("level.\($0)", level) }) { first, _ in first }
  }

  @Test(
    "a secretary grades the cell, the committee above verifies and recognises; nobody else sees the forms"
  )
  func walked() async throws {
    let site = try await Site.small()
    var secretary = try await site.visitor(.secretary, in: "C1")
    let models = site.path("C1", "/models")
    let begun = try await secretary.fill(models, ["model": "four-good-cell", "year": "2025"])
    #expect(begun.status == 303)
    let path = String(try #require(begun.location).prefix { $0 != "?" })
    let page = try await secretary.get(path)
    #expect(page.text.contains("Hoàn thành tốt nhiệm vụ chính trị"))
    #expect(page.text.contains("Lượt phải dự sinh hoạt") && page.text.contains("hồ sơ: chưa có số liệu"))
    var values = Self.levels("2")
    values["step"] = "send"
    values["level.members"] = ""
    let refused = try await secretary.fill(path, values)
    #expect(refused.status == 422 && refused.text.contains("Còn 1 tiêu chí"))
    values["level.members"] = "3"
    values["note.members"] = "Hai đảng viên được khen thưởng"
    #expect(try await secretary.fill(path, values).status == 303)
    let locked = try await secretary.get(path)
    #expect(!locked.text.contains("name=\"level.members\"") && locked.text.contains("Chờ thẩm định"))
    #expect(locked.text.contains("Hai đảng viên được khen thưởng"))
    values["step"] = "verify"
    #expect(try await secretary.fill(path, values).status == 422)

    var officer = try await site.visitor(.officer, in: "B1")
    #expect(try await officer.fill(path, values).status == 303)
    var decision = ["step": "recognise", "signer": "Lò Văn Chính", "day": "2025-13-01", "reason": ""]
    let wrong = try await officer.fill(path, decision)
    #expect(wrong.status == 422 && wrong.text.contains("Lò Văn Chính"))
    decision["day"] = World.today.description
    let bare = try await officer.fill(path, decision)
    #expect(bare.status == 422 && bare.text.contains("Mô hình chưa đủ căn cứ để kết luận"))
    decision["reason"] = "Đã kiểm tra sổ sinh hoạt giấy"
    #expect(try await officer.fill(path, decision).status == 303)
    let decided = try await officer.get(path)
    #expect(decided.text.contains("Được công nhận") && decided.text.contains("Đã kiểm tra sổ sinh hoạt giấy"))

    var elsewhere = try await site.visitor(.officer, in: "B2")
    #expect(try await elsewhere.get(path).status == 404)
    var member = try await site.visitor(.member, in: "C1")
    #expect(try await member.get(models).status == 404)
  }

  @Test("the board counts states and years, and each number opens the units it counts, also as a file")
  func board() async throws {
    let site = try await Site.small()
    let world = site.world
    let key = try await world.verified("C1")
    try await world.carryOut(
      DecideModel(key, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    )
    _ = try await world.assess("C3")
    var officer = try await site.visitor(.officer, in: "HL")
    let board = try await officer.get(site.path("HL", "/models?year=2025&model=four-good-cell"))
    #expect(board.status == 200)
    for words in ["Được công nhận", "Đang tự chấm", "Chưa tự chấm", "33,3%", "chưa xác minh"] {
      #expect(board.text.contains(words), "\(words)")
    }
    let list = try await officer.get(
      site.path("HL", "/models?year=2025&model=four-good-cell&state=recognised")
    )
    #expect(list.text.contains("Chi bộ thôn Ẩm Hồ") && !list.text.contains("Chi bộ thôn Ưu Điềm"))
    let file = try await officer.get(site.path("HL", "/models.csv?year=2025&model=four-good-cell"))
    #expect(file.status == 200)
    let lines = file.text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 5 && lines.contains { $0.contains("recognised") && $0.contains("Lò Văn Chính") })
    #expect(try await officer.get(site.path("HL", "/models?model=khong-co")).status == 400)
    var leader = try await site.visitor(.leader, in: "HL")
    #expect(try await leader.get(site.path("HL", "/models")).status == 200)
  }

  @Test("five good, four no is shown with its open places unverified, and its articles")
  func openPlaces() async throws {
    let site = try await Site.small()
    let key = try await site.world.assess("C1", by: "five-good-four-no")
    var secretary = try await site.visitor(.secretary, in: "C1")
    let page = try await secretary.get("/models/\(key)")
    #expect(page.text.contains("Không thứ 4") && page.text.contains("Điều 19"))
    #expect(page.text.contains("không tìm thấy") || page.text.contains("chưa tìm thấy"))
    var values = ["step": "keep", "level.no.1": "1", "articles.no.1": "14; 3"]
    #expect(try await secretary.fill("/models/\(key)", values).status == 303)
    #expect(try await secretary.get("/models/\(key)").text.contains("Có vi phạm, Điều 3, Điều 14"))
    values["articles.no.1"] = "20"
    #expect(try await secretary.fill("/models/\(key)", values).status == 422)
    var officer = try await site.visitor(.officer, in: "QN")
    let book = try await officer.get("/rulebooks/five-good-four-no")
    #expect(book.text.contains("Điều kiện loại trừ") && book.text.contains("từ mức tốt trở lên"))
  }

  @Test(
    "working regulations: the unit enters, the unit above approves, the register tells who is behind and why"
  )
  func regulations() async throws {
    let site = try await Site.small()
    let world = site.world
    _ = try await world.regulate("C2", adopted: "2024-01-01", approved: "2024-01-05")
    _ = try await world.regulate("C1", adopted: "2025-08-01")
    var officer = try await site.visitor(.officer, in: "B1")
    let path = site.path("C1", "/working-regulations")
    let page = try await officer.get(path)
    #expect(page.text.contains("chưa phê duyệt"))
    let key = page.text.split(separator: "name=\"regulation\" value=\"").last?.prefix { $0 != "\"" } ?? ""
    let values = ["step": "approve", "regulation": String(key), "day": "2025-08-09", "number": "3-CV"]
    #expect(try await officer.fill(path, values).status == 303)
    #expect(try await officer.get(path).text.contains("3-CV"))
    let register = try await officer.get(site.path("B1", "/working-regulations?state=outdated"))
    #expect(register.text.contains("Chi bộ bản Đòng") && register.text.contains("chưa xác minh"))
    let outdated = try await officer.get(site.path("B1", "/working-regulations.csv?state=outdated"))
    #expect(outdated.text.split(whereSeparator: \.isNewline).count == 2)
    let file = try await officer.get(site.path("B1", "/working-regulations.csv"))
    #expect(file.text.split(whereSeparator: \.isNewline).count == 4)
    var secretary = try await site.visitor(.secretary, in: "C1")
    var enter = ["step": "enter", "number": "", "day": "2025-09-01", "from": "2025-09-01"]
    let refused = try await secretary.fill(path, enter)
    #expect(refused.status == 422 && refused.text.contains("2025-09-01"))
    enter["number"] = "2-QC/CB"
    #expect(try await secretary.fill(path, enter).status == 303)
    let approve = ["step": "approve", "regulation": String(key), "day": "2025-09-09"]
    #expect(try await secretary.fill(path, approve).status == 422)
  }

  @Test("beside the class of a unit its models and outputs are shown, and the question count stays the same")
  func besideTheClass() async throws {
    let site = try await Site.small()
    let world = site.world
    let key = try await world.verified("C1")
    try await world.carryOut(
      DecideModel(key, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    )
    let round = try await world.openRound(of: world.unit("B1"))
    var officer = try await site.visitor(.officer, in: "B1")
    let page = try await officer.get("/reviews/\(round)/organisation/\(world.unit("C1"))")
    #expect(
      page.text.contains("Mô hình và sản phẩm chuyên đề trong năm") && page.text.contains("/models/\(key)")
    )
  }
}
