import HTTPTypes
import Rules
import TestWorld
import Testing
import Web

@Suite("What is sent small")
struct PackedTests {
  private func sent(_ path: String, taking: String?) async throws -> Browser.Page {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    return try await browser.get(path, taking.map { [.acceptEncoding: $0] } ?? [:])
  }

  @Test("the look of the pages is made small for a browser that takes it so, and only for one")
  func files() async throws {
    let plain = try await sent("/chibo.css", taking: nil)
    let packed = try await sent("/chibo.css", taking: "br, gzip;q=0.8")
    #expect(plain.fields[.contentEncoding] == nil)
    #expect(packed.fields[.contentEncoding] == "gzip")
    #expect(plain.text.hasPrefix("/* The look of Chibo."))
    #expect(packed.fields[.vary] == "Accept-Encoding")
    #expect(try await sent("/chibo.css", taking: "gzip;q=0").fields[.contentEncoding] == nil)
  }

  @Test("a page that repeats what it was asked is never made small")
  func pages() async throws {
    #expect(try await sent("/", taking: "gzip").fields[.contentEncoding] == "gzip")
    #expect(try await sent("/?on=2026-01-01", taking: "gzip").fields[.contentEncoding] == nil)
    #expect(try await sent("/find?q=secret", taking: "gzip").fields[.contentEncoding] == nil)
  }
}
