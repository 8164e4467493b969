import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules
import TestWorld
import Testing

@testable import Web

@Suite("Forms with files")
struct FormTests {
  private static let boundary = "----ChiboFormBoundary7MA4YWxk"

  private static func part(_ heading: String, _ body: String) -> String {
    "--\(boundary)\r\n\(heading)\r\n\r\n\(body)\r\n"
  }

  private static let whole =
    part("Content-Disposition: form-data; name=\"token\"", "abc")
    + part("Content-Disposition: form-data; name=\"ghi chú\"", "Đồng ý\r\n--khác\r\n------Chibo\r\n")
    + part(
      "Content-Disposition: form-data; name=\"list\"; filename=\"danh sách đảng viên.csv\"\r\n"
        + "Content-Type: text/csv",
      "mã,tên\r\n1,Nguyễn\r\n--\r\n"
    )
    + part("content-disposition:form-data;name=list;filename=\"\"", "")
    + part("Content-Disposition: form-data; name=\"empty\"; filename=\"trống.csv\"", "")
    + "--\(boundary)--\r\n"

  private static func request(_ blocks: [[UInt8]], type: String? = nil) -> Request {
    let (body, source) = RequestBody.makeStream()
    Task {
      for block in blocks { await source.yield(ByteBuffer(bytes: block)) }
      source.finish()
    }
    var head = HTTPRequest(method: .post, scheme: "http", authority: "chibo.test", path: "/import")
    head.headerFields[.contentType] = type ?? "multipart/form-data; boundary=\(boundary)"
    return Request(head: head, body: body)
  }

  private static func read(
    _ text: String,
    upTo limit: Int = 1 << 20,
    type: String? = nil
  ) async throws -> SentForm {
    try await FormBody.read(request([Array(text.utf8)], type: type), filesUpTo: limit)
  }

  private static func text(_ file: SentFile?) throws -> String {
    guard let file else { return "" }
    return String(decoding: try file.bytes.read(at: 0, count: file.bytes.size), as: UTF8.self)
  }

  private func isWhole(_ form: SentForm) throws {
    #expect(form.pairs.map(\.name) == ["token", "ghi chú"])
    #expect(form.pairs.map(\.value) == ["abc", "Đồng ý\r\n--khác\r\n------Chibo\r\n"])
    #expect(form.files.map(\.name) == ["danh sách đảng viên.csv", "trống.csv"])
    #expect(form.files.map(\.field) == ["list", "empty"])
    #expect(form.files.map(\.type) == ["text/csv", "application/octet-stream"])
    #expect(try FormTests.text(form.files.first) == "mã,tên\r\n1,Nguyễn\r\n--\r\n")
    #expect(form.files.last?.bytes.size == 0)
  }

  @Test("fields and files are read as they were sent, and a file nobody chose is none")
  func whole() async throws {
    try isWhole(try await FormTests.read(FormTests.whole))
    let quoted = "Multipart/Form-Data; charset=utf-8; boundary=\"\(FormTests.boundary)\""
    try isWhole(try await FormTests.read("xin chào\r\n" + FormTests.whole + "phần thừa", type: quoted))
  }

  @Test("however the network cuts a form, it is the same form", arguments: 0..<60)
  func cut(seed: Int) async throws {
    var numbers = SeededNumbers(seed: seed)
    var rest = Array(FormTests.whole.utf8)[...]
    var blocks: [[UInt8]] = []
    let longest = [1, 3, 17, 200].randomElement(using: &numbers) ?? 1
    while !rest.isEmpty {
      let count = Int.random(in: 1...longest, using: &numbers)
      blocks.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    try isWhole(try await FormBody.read(FormTests.request(blocks), filesUpTo: 1 << 20))
  }

  @Test("a form that is cut off anywhere is refused, never taken in part")
  func cutOff() async throws {
    let all = Array(FormTests.whole.utf8)
    for count in stride(from: 0, to: all.count - 4, by: 7) {
      await #expect(throws: Multipart.Malformed.self, "\(count)") {
        _ = try await FormBody.read(FormTests.request([Array(all.prefix(count))]), filesUpTo: 1 << 20)
      }
    }
  }

  @Test(
    "what no browser sends is refused",
    arguments: [
      "", "--\(boundary)", "\(boundary)--",
      "--\(boundary)x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\nContent-Type: text/csv\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\nContent-Disposition: form-data\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\nContent-Disposition: form-data; name=a\r\n"
        + "Content-Disposition: form-data; name=b\r\n\r\n1\r\n--\(boundary)--",
      "--\(boundary)\r\nno colon\r\n\r\n1\r\n--\(boundary)--",
    ]
  )
  func malformed(text: String) async throws {
    await #expect(throws: Multipart.Malformed.self) { _ = try await FormTests.read(text) }
  }

  @Test("a heading, a line or a beginning without end is refused, and not kept in memory")
  func bombs() async throws {
    let boundary = FormTests.boundary
    let long = String(repeating: "x", count: 20_000)
    for text in [
      "--\(boundary)\r\nX: \(long)\r\n\r\n1\r\n--\(boundary)--", "--\(boundary)\r\nX: \(long)",
      "--\(boundary)\(String(repeating: " ", count: 500))\r\n", "\(long)\r\n--\(boundary)--", long,
    ] {
      await #expect(throws: Multipart.Malformed.self) { _ = try await FormTests.read(text) }
    }
  }

  @Test("a type without a sound boundary is refused")
  func boundaries() async throws {
    for type in [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
      "multipart/form-data; boundary=\"a b\"",
      "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ] {
      await #expect(throws: Multipart.Malformed.self, "\(type)") {
        _ = try await FormTests.read(FormTests.whole, type: type)
      }
    }
  }

  @Test("names are read as browsers write them, and a file's folders are left out")
  func names() async throws {
    func file(_ heading: String) async throws -> SentFile? {
      let part = FormTests.part("Content-Disposition: form-data; \(heading)", "x")
      return try await FormTests.read(part + "--\(FormTests.boundary)--").files.first
    }
    #expect(try await file("name=\"a;b=c\"; filename=\"d;e.csv\"")?.field == "a;b=c")
    #expect(try await file("name=\"a\"; filename=\"d;e.csv\"")?.name == "d;e.csv")
    #expect(try await file("name=\"a%22b\"; filename=\"x\"")?.field == "a\"b")
    #expect(try await file("filename=\"a\\\"b.csv\"; name=a")?.name == "a\"b.csv")
    #expect(try await file("name=a; filename=\"C:\\Users\\ban\\book.xlsx\"")?.name == "book.xlsx")
    #expect(try await file("name=a; filename=\"../../etc/passwd\"")?.name == "passwd")
    #expect(try await file("name=a; filename=\"a%0D%0Ab.csv\"")?.name == "ab.csv")
    #expect(
      try await file("name=a; filename=\"\(String(repeating: "ư", count: 900)).csv\"")?.name.count == 200
    )
    #expect(try await file("name=a; filename=\"/\"") == nil)
  }

  @Test("a form that is too large is told so, in words, in parts and in files")
  func tooLarge() async throws {
    let long = String(repeating: "x", count: 70_000)
    let field = "Content-Disposition: form-data; name=a"
    let end = "--\(FormTests.boundary)--"
    await #expect(throws: FormBody.TooLarge.self) {
      _ = try await FormTests.read(FormTests.part(field, long) + end)
    }
    await #expect(throws: FormBody.TooLarge.self) {
      let half = String(repeating: "x", count: 40_000)
      _ = try await FormTests.read(FormTests.part(field, half) + FormTests.part(field, half) + end)
    }
    await #expect(throws: FormBody.TooLarge.self) {
      let parts = String(repeating: FormTests.part(field, ""), count: 300)
      _ = try await FormTests.read(parts + end)
    }
    await #expect(throws: FormBody.TooLarge.self) {
      _ = try await FormTests.read("a=\(long)", type: "application/x-www-form-urlencoded")
    }
    let file = FormTests.part("\(field); filename=a.csv", long)
    #expect(try await FormTests.read(file + end, upTo: 70_000).files.first?.bytes.size == 70_000)
    await #expect(throws: FormBody.TooLarge.self) { _ = try await FormTests.read(file + end, upTo: 69_999) }
    await #expect(throws: FormBody.TooLarge.self) {
      _ = try await FormTests.read(file + file + end, upTo: 100_000)
    }
  }

  @Test("a form in one piece is read as before, up to 64 KiB")
  func plain() async throws {
    let form = try await FormTests.read(
      "a=1&t%C3%AAn=L%C3%B2+Th%E1%BB%8B&a=2",
      type: "application/x-www-form-urlencoded"
    )
    #expect(form.pairs.map(\.name) == ["a", "tên", "a"])
    #expect(form.pairs.map(\.value) == ["1", "Lò Thị", "2"])
    let most = "a=" + String(repeating: "x", count: (64 << 10) - 2)
    let read = try await FormTests.read(most, type: "application/x-www-form-urlencoded")
    #expect(read.pairs.first?.value.count == (64 << 10) - 2)
  }

  @Test("the page says how much may be sent, and that what came was cut off")
  func told() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let type = "multipart/form-data; boundary=\(FormTests.boundary)"
    let broken = try await browser.send(.post, "/settings", "--x", [.contentType: type])
    #expect(broken.status == 400 && broken.text.contains("Nội dung gửi lên không đọc được."))
    let file = FormTests.part("Content-Disposition: form-data; name=a; filename=a.csv", "xyz")
    let whole = file + "--\(FormTests.boundary)--"
    let large = try await browser.send(.post, "/settings", whole, [.contentType: type])
    #expect(large.status == 413 && large.text.contains("Biểu mẫu này không nhận tệp."))
    #expect(PageChecker(large.text).faults == [] && PageChecker(broken.text).faults == [])
  }
}
