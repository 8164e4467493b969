/// A language in which the organisation's pages and papers are written.
package enum Language: String, CaseIterable, Sendable {
  case vi
  case en

  /// The language of the page or command now being answered, set once at its beginning.
  @TaskLocal package static var current = Language.vi

  /// What the language calls itself.
  package var ownName: String {
    switch self {
    case .vi: "Tiếng Việt"
    case .en: "English"
    }
  }
}
