import Basics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Records
import Rules
import TestWorld
import Web

/// A browser without a window or a network: asks the site's own responder, keeps its cookies.
struct Browser: Sendable {
  /// What came back.
  struct Page: Sendable {
    let status: Int
    let fields: HTTPFields
    let text: String

    var location: String? { fields[.location] }

    /// The link in the page's foot to the next page (`after`), or to the one before.
    func turn(_ way: String) -> String? {
      guard let foot = text.firstRange(of: "<footer class=\"table-foot\">") else { return nil }
      let addresses = PageChecker(String(text[foot.upperBound...])).addresses
      return addresses.first { $0.contains("\(way)=") }?.replacing("&amp;", with: "&")
    }

    /// The value of a hidden field of a form on the page.
    func hidden(_ name: String) -> String? {
      let mark = "name=\"\(name)\" value=\""
      guard let found = text.firstRange(of: mark) else { return nil }
      return String(text[found.upperBound...].prefix { $0 != "\"" })
    }

    /// What every form of the page sends along.
    var tokens: [String: String] {
      ["token", "request"].reduce(into: [:]) { $0[$1] = hidden($1) }
    }
  }

  let server: PageServer
  /// The cookies it keeps, by name.
  var cookies: [String: String] = [:]
  /// What this browser says of where a form comes from.
  var site: String? = "same-origin"

  init(_ server: PageServer) {
    self.server = server
  }

  /// The same browser, led to another server by whatever stands in front of them.
  func at(_ site: Site) -> Browser {
    var other = Browser(site.server)
    other.cookies = cookies
    return other
  }

  mutating func get(_ path: String, _ fields: [HTTPField.Name: String] = [:]) async throws -> Page {
    try await send(.get, path, "", fields)
  }

  mutating func post(_ path: String, _ form: KeyValuePairs<String, String>) async throws -> Page {
    let body = form.map { "\($0)=\(Browser.encoded($1))" }.joined(separator: "&")
    return try await send(.post, path, body, [.contentType: "application/x-www-form-urlencoded"])
  }

  /// Opens a page, fills in its form and sends it: to the page itself, or to what the form on it names.
  mutating func fill(
    _ path: String,
    _ values: [String: String],
    to action: String? = nil
  ) async throws -> Page {
    let page = try await get(path)
    return try await post(form: values.merging(page.tokens) { own, _ in own }, to: action ?? path)
  }

  /// Sends a form whose fields are known only when the test runs.
  mutating func post(form: [String: String], to path: String) async throws -> Page {
    try await send(.post, path, Browser.body(form), [.contentType: "application/x-www-form-urlencoded"])
  }

  /// A form's names and values as a browser writes them.
  static func body(_ values: [String: String]) -> String {
    values.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&")
  }

  mutating func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: String,
    _ fields: [HTTPField.Name: String] = [:]
  ) async throws -> Page {
    var head = HTTPRequest(method: method, scheme: "http", authority: "chibo.test", path: path)
    for (name, value) in fields { head.headerFields[name] = value }
    if let site, let name = HTTPField.Name("Sec-Fetch-Site") { head.headerFields[name] = site }
    if !cookies.isEmpty {
      head.headerFields[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
    }
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let answer = try await server.responder.respond(to: request, context: PageContext(logger: logger))
    for field in answer.headers where field.name == .setCookie {
      let pair = field.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] =
        field.value.contains("Max-Age=0") ? nil : pair.dropFirst().first.map(String.init)
    }
    let paper = Paper()
    try await answer.body.write(PaperWriter(paper: paper))
    return Page(status: answer.status.code, fields: answer.headers, text: String(buffer: paper.buffer))
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain = byte > 47 && byte < 58 || byte > 64 && byte < 91 || byte > 96 && byte < 123
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + (hex.count == 1 ? "0" + hex : hex)
    }.joined()
  }
}

private final class Paper {
  var buffer = ByteBuffer()
}

private struct PaperWriter: ResponseBodyWriter {
  let paper: Paper

  mutating func write(_ buffer: ByteBuffer) async throws { paper.buffer.writeImmutableBuffer(buffer) }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
