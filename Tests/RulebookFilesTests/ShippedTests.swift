import Basics
import RulebookFiles
import Rules
import Testing

/// The rulebooks that are shipped.
@Suite struct ShippedTests {
  @Test("every shipped rulebook can be read, and no two versions are in force on one day")
  func loads() throws {
    do {
      let folder = try Shipped.folder.get()
      #expect(folder.library.books.count >= 14)
      #expect(folder.library.overlaps.isEmpty)
    } catch let error as RulebookFaults {
      for fault in error.faults { Issue.record("\(fault.file):\(fault.line): \(fault.reason)") }
    }
  }
}

/// What is shipped, loaded once for all tests.
enum Shipped {
  /// The root of this package.
  static var root: String {
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  }

  static let folder = Result { try RulebookFolder.load(root + "/Rulebooks") }

  static func book(_ name: String) throws -> Rulebook {
    try #require(try folder.get().library.book(named: name))
  }
}
