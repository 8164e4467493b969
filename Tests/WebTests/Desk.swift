import HTTPTypes
import Testing

/// A browser that writes the forms of one page after another.
struct Desk {
  var browser: Browser
  var page = Browser.Page(status: 0, fields: [:], text: "")

  init(_ browser: Browser) {
    self.browser = browser
  }

  mutating func get(_ path: String) async throws -> Browser.Page {
    page = try await browser.get(path)
    #expect(PageChecker(page.text).faults == [], "\(path)")
    return page
  }

  /// Sends a form of the page last read; where it was done, the page it leads to is read.
  @discardableResult
  mutating func send(
    _ path: String,
    _ values: [String: String],
    _ fields: [HTTPField.Name: String] = [:]
  ) async throws -> Browser.Page {
    var all = values
    all["token"] = page.hidden("token")
    let type = [HTTPField.Name.contentType: "application/x-www-form-urlencoded"]
    let answer = try await browser.send(.post, path, Browser.body(all), fields.merging(type) { $1 })
    guard answer.status == 303, let next = answer.location else { return answer }
    return try await get(next)
  }
}
