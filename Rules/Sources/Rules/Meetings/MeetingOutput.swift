/// Something a thematic meeting made to be shown: what kind of work, its title, where it can be seen.
///
/// Nothing more is kept of it: not who saw it, nor what anybody said of it.
///
///     MeetingOutput("video ngắn", title: "Giữ rừng đầu nguồn", link: "https://example.vn/giu-rung")
public struct MeetingOutput: Hashable, Sendable {
  /// One of the kinds the programme names.
  public var kind: String
  public var title: String
  public var link: String?

  public init(_ kind: String, title: String, link: String? = nil) {
    self.kind = kind
    self.title = title
    self.link = link
  }

  /// Why such a link leads nowhere: it is no address of a page.
  public func objections() -> [Objection] {
    guard let link else { return [] }
    if link.count > 500 { return [Objection(.link, .tooLong(limit: 500))] }
    let rest = ["https://", "http://"].lazy.compactMap { link.hasPrefix($0) ? link.dropFirst($0.count) : nil }
      .first
    let isAddress =
      rest.map { rest in
        rest.first.map { $0.isLetter || $0.isNumber } == true
          && !rest.contains { $0.isWhitespace || $0 == "\"" }
      } ?? false
    return isAddress ? [] : [Objection(.link, .notALink(link))]
  }
}

/// What a programme of thematic meetings asks of those that are part of it, as its rulebook says.
///
/// A meeting is part of it when its theme names it; where the rulebook gives it no name, every thematic one is.
public struct OutputProgramme: Hashable, Sendable {
  public let book: Rulebook

  public init(_ book: Rulebook) {
    self.book = book
  }

  /// The family of its rulebooks.
  public static let family = "outputs"

  /// The kinds of work it takes.
  public var kinds: [String] { book.words("kinds") }

  /// Whether it asks a meeting for outputs.
  public func asks(_ kind: MeetingKind, theme: String?) -> Bool {
    guard kind.countsForQuarter else { return false }
    let names = book.words("programme")
    return names.isEmpty || !VagueWords(names).found(in: theme ?? "").isEmpty
  }

  /// What its judge reads of a meeting with so many of them.
  public static func facts(_ registered: Int) -> [String: Quantity] {
    ["outputs.registered": Quantity(registered)]
  }
}
