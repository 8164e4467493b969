import Foundation
import Testing

/// The stylesheet, read as text.
@Suite("Stylesheet")
struct SheetTests {
  private let sheet: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath)
      .resolvingSymlinksInPath()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent()
    sheet = try String(contentsOf: root.appendingPathComponent("Public/chibo.css"), encoding: .utf8)
  }

  @Test("no side is a physical one, so that pages can run from right to left")
  func logicalOnly() throws {
    let physical = try Regex(
      #"(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|max-width|min-height)\s*:"#
    )
    let text = sheet.replacing(try Regex(#"@media[^{]*"#), with: "")
    #expect(text.firstMatch(of: physical).map { String(text[$0.range]) } == nil)
  }

  @Test("nothing is fetched from elsewhere")
  func fetchesNothing() {
    #expect(!sheet.contains("url("))
    #expect(!sheet.contains("@import"))
  }

  @Test("braces are balanced")
  func balanced() {
    #expect(sheet.count { $0 == "{" } == sheet.count { $0 == "}" })
  }

  @Test("the dark colours of the setting and of the device are the same")
  func darkTwice() throws {
    let chosen = try #require(tokens(after: ":root[data-theme=\"dark\"] {"))
    let device = try #require(tokens(after: ":root:not([data-theme]) {"))
    #expect(chosen == device)
    #expect(chosen.count > 30)
  }

  private static let pairs: [(String, String, Double)] = [
    ("ink", "paper", 4.5), ("ink-2", "paper", 4.5), ("ink-2", "sunken", 4.5), ("ink-3", "paper", 4.5),
    ("ink-3", "surface", 4.5), ("accent", "surface", 4.5), ("accent", "accent-soft", 4.5),
    ("on-accent", "accent", 4.5), ("ok", "paper", 4.5), ("warn", "surface", 4.5), ("warn", "warn-soft", 4.5),
    ("bad", "surface", 4.5), ("bad", "bad-soft", 4.5), ("past-ink", "past", 4.5), ("plan-ink", "plan", 4.5),
    ("ink", "past-soft", 4.5), ("ink-2", "past-soft", 4.5), ("ink-2", "plan-soft", 4.5),
    ("plan-text", "plan-soft", 4.5), ("ink", "amount-1", 4.5), ("ink", "amount-2", 4.5),
    ("on-amount", "amount-3", 4.5), ("on-amount", "amount-4", 4.5), ("line-2", "surface", 3),
    ("focus", "paper", 3),
  ]

  @Test("every pair of text and ground can be read, in light and in dark", arguments: pairs)
  func contrast(text: String, ground: String, least: Double) throws {
    let light = try #require(tokens(after: ":root {"))
    let dark = try #require(tokens(after: ":root[data-theme=\"dark\"] {"))
    for tokens in [light, dark] {
      let first = try luminance(#require(tokens[text]))
      let second = try luminance(#require(tokens[ground]))
      let ratio = (max(first, second) + 0.05) / (min(first, second) + 0.05)
      #expect(ratio >= least, "\(text) on \(ground): \(ratio)")
    }
  }

  private func tokens(after head: String) -> [String: String]? {
    guard let start = sheet.range(of: head), let end = sheet[start.upperBound...].firstIndex(of: "}")
    else { return nil }
    var tokens: [String: String] = [:]
    for line in sheet[start.upperBound..<end].split(separator: ";") {
      let parts = line.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      if parts.count == 2, parts[0].hasPrefix("--") { tokens[String(parts[0].dropFirst(2))] = parts[1] }
    }
    return tokens
  }

  private func luminance(_ colour: String) throws -> Double {
    let digits = colour.dropFirst()
    let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    let number = try #require(Int(full, radix: 16))
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
