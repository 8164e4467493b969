public import Basics

/// The rulebooks there are, family by family, and the calendars of working days.
public struct RulebookLibrary: Sendable {
  public private(set) var books: [Rulebook]
  public var calendar: WorkCalendar

  public init(_ books: [Rulebook] = [], calendar: WorkCalendar = WorkCalendar()) {
    self.books = books.sorted { ($0.family, $0.span.start, $0.name) < ($1.family, $1.span.start, $1.name) }
    self.calendar = calendar
  }

  public func book(named name: String) -> Rulebook? {
    books.first { $0.name == name }
  }

  /// The versions of a regulation, the oldest first.
  public func versions(of family: String) -> [Rulebook] {
    books.filter { $0.family == family }
  }

  /// The one version in force on a day.
  public func version(of family: String, on day: CivilDate) -> Rulebook? {
    books.last { $0.family == family && $0.span.contains(day) }
  }

  /// The judge of a subject by the version of a regulation in force on a day.
  ///
  /// `nil` when none is in force, or when it does not speak of such a subject.
  public func judge(_ family: String, of subject: String, on day: CivilDate) -> Judge? {
    guard let book = version(of: family, on: day) else { return nil }
    return try? Judge(book, subject: subject, on: day, calendar: calendar)
  }

  /// The version a rulebook follows: the one it names, else the last that began before it.
  public func version(before book: Rulebook) -> Rulebook? {
    if let replaces = book.replaces, let named = self.book(named: replaces) { return named }
    return versions(of: book.family).last { $0.span.start < book.span.start }
  }

  public var families: [String] {
    var seen: Set<String> = []
    return books.map(\.family).filter { seen.insert($0).inserted }
  }

  /// Versions of one regulation that would both be in force on a day.
  public var overlaps: [(book: Rulebook, other: Rulebook, days: Span)] {
    var found: [(Rulebook, Rulebook, Span)] = []
    for (index, book) in books.enumerated() {
      for other in books[..<index] where other.family == book.family && other.scope == book.scope {
        if let days = other.span.intersection(book.span) { found.append((book, other, days)) }
      }
    }
    return found
  }

  /// The same library with an office's own version in force in the place of others, on the days of its span.
  public func adding(_ own: Rulebook) -> RulebookLibrary {
    var books = books.filter { $0.name != own.name }
    for index in books.indices where books[index].family == own.family {
      if books[index].span.start < own.span.start, let cut = books[index].span.cut(at: own.span.start) {
        books[index].span = cut
      }
    }
    books.append(own)
    return RulebookLibrary(books, calendar: calendar)
  }
}
