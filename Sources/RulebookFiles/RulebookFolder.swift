import Foundation
package import Rules

/// The rulebooks and calendars of a folder, as they are shipped.
package struct RulebookFolder: Sendable {
  package let library: RulebookLibrary
  package let calendars: [CalendarFile]
  /// The text of each rulebook, by its name: what an office copies.
  package let texts: [String: String]
  /// Where a source can be read, by its code: `E3`.
  package let sources: [String: String]

  /// No rulebook at all.
  package static let none = RulebookFolder(library: RulebookLibrary(), calendars: [], texts: [:])

  /// A file or folder that cannot be read.
  package struct Unreachable: Error {
    package let path: String

    package init(path: String) {
      self.path = path
    }
  }

  package init(
    library: RulebookLibrary,
    calendars: [CalendarFile],
    texts: [String: String],
    sources: [String: String] = [:]
  ) {
    self.sources = sources
    self.library = library
    self.calendars = calendars
    self.texts = texts
  }

  /// Loads everything of a folder: rulebooks at its top, calendars in `calendar`.
  /// - Parameter path: The folder.
  /// - Returns: The rulebooks and calendars.
  /// - Throws: `Unreachable`, or `RulebookFaults` with everything that is wrong in any file.
  package static func load(_ path: String) throws -> RulebookFolder {
    var faults: [RulebookFault] = []
    var books: [Rulebook] = []
    var texts: [String: String] = [:]
    for file in try files(path) {
      let text = try text(of: path + "/" + file)
      switch RulebookFile.read(text, name: file) {
      case .success(let book):
        books.append(book)
        texts[book.name] = text
        if book.name + ".yaml" != file {
          faults.append(RulebookFault(file: file, line: 1, .differentName(book.name)))
        }
      case .failure(let error): faults += error.faults
      }
    }
    let (calendars, calendar, wrong) = try read(calendars: path)
    faults += wrong
    let library = RulebookLibrary(books, calendar: calendar)
    faults += overlaps(library)
    guard faults.isEmpty else { throw RulebookFaults(faults: faults) }
    return RulebookFolder(library: library, calendars: calendars, texts: texts, sources: sources(path))
  }

  /// A line for each source: its code, and where it can be read.
  private static func sources(_ path: String) -> [String: String] {
    let lines = ((try? text(of: path + "/sources.txt")) ?? "").split(separator: "\n")
    let pairs = lines.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    return Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// The calendars that lie in a folder's `calendar`.
  package static func calendar(_ path: String) throws -> WorkCalendar {
    let (years, calendar, faults) = try read(calendars: path)
    if years.isEmpty { throw Unreachable(path: path + "/calendar") }
    guard faults.isEmpty else { throw RulebookFaults(faults: faults) }
    return calendar
  }

  private static func read(
    calendars path: String
  ) throws(Unreachable) -> (years: [CalendarFile], calendar: WorkCalendar, faults: [RulebookFault]) {
    var calendar = WorkCalendar()
    var calendars: [CalendarFile] = []
    var faults: [RulebookFault] = []
    let yearPath = path + "/calendar"
    for file in (try? files(yearPath)) ?? [] {
      switch CalendarFile.read(try text(of: yearPath + "/" + file), name: "calendar/" + file) {
      case .success(let year):
        year.add(to: &calendar)
        calendars.append(year)
      case .failure(let error): faults += error.faults
      }
    }
    return (calendars, calendar, faults)
  }

  /// What is wrong between rulebooks: two versions in force on one day.
  package static func overlaps(_ library: RulebookLibrary) -> [RulebookFault] {
    library.overlaps.map { book, other, days in
      RulebookFault(file: book.name + ".yaml", line: book.line, .overlapsVersion(other.name, days))
    }
  }

  package static func text(of path: String) throws(Unreachable) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { throw Unreachable(path: path) }
    return String(decoding: data, as: UTF8.self)
  }

  private static func files(_ path: String) throws(Unreachable) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Unreachable(path: path)
    }
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }
}
