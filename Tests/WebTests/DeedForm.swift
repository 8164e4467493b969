import Basics
import HTTPTypes
import Testing

/// A deed's form in a browser: opened, filled in, previewed, recorded.
struct DeedForm {
  var browser: Browser
  let path: String
  /// What the form keeps hidden.
  var token = ""
  var request = ""
  var seen = ""
  var corrects: String?

  /// Opens the form.
  init(_ browser: Browser, _ path: String) async throws {
    self.browser = browser
    self.path = path
    let page = try await self.browser.get(path)
    try #require(page.status == 200, "\(path) gave \(page.status)")
    #expect(PageChecker(page.text).faults == [], "\(path)")
    take(page)
  }

  private mutating func take(_ page: Browser.Page) {
    token = page.hidden("token") ?? token
    request = page.hidden("request") ?? request
    seen = page.hidden("seen") ?? seen
    corrects = page.hidden("corrects")
  }

  /// Sends it.
  @discardableResult
  mutating func send(_ step: String, _ values: [String: String]) async throws -> Browser.Page {
    var all = values
    all["token"] = token
    all["request"] = request
    all["seen"] = seen
    all["corrects"] = corrects
    if all["pick"] == nil { all["step"] = step }
    let page = try await browser.send(
      .post,
      path,
      Browser.body(all),
      [.contentType: "application/x-www-form-urlencoded"]
    )
    if page.status != 303 {
      #expect(PageChecker(page.text).faults == [], "\(path)")
      take(page)
    }
    return page
  }

  /// Previews and records it; the page it leads to.
  mutating func carryOut(_ values: [String: String]) async throws -> Browser.Page {
    let preview = try await send("preview", values)
    #expect(preview.status == 200, "\(path): \(DeedForm.errors(preview.text))")
    let done = try await send("record", values)
    #expect(done.status == 303, "\(path): \(DeedForm.errors(done.text))")
    return try await browser.get(done.location ?? "/nowhere")
  }

  /// What a page says is wrong, field by field.
  static func errors(_ text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let mark = rest.firstRange(of: "<p class=\"error\"") {
      rest = rest[mark.upperBound...]
      let said = rest.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      found.append(String(said))
    }
    if let mark = text.firstRange(of: "<ul class=\"reasons\">") {
      found.append(String(text[mark.upperBound...].prefix { $0 != "\n" }.prefix(300)))
    }
    return found
  }
}
