/// A language in which the organisation's pages and papers are written.
///
/// Two are of the house, with every phrase side by side; further ones come in packs when the pages are served.
package enum Language: Hashable, Sendable, CaseIterable, RawRepresentable {
  case vi
  case en
  case further(LanguagePack)

  /// The languages of the house.
  package static var allCases: [Language] { [.vi, .en] }

  /// The language of the page or command now being answered, set once at its beginning.
  @TaskLocal package static var current = Language.vi

  /// The packs of further languages, set once when serving begins.
  @TaskLocal package static var packs: [LanguagePack] = []

  /// Every language that a reader may choose.
  package static var offered: [Language] { allCases + packs.map(Language.further) }

  /// A language by its code, `nil` for one that is not offered.
  package init?(rawValue: String) {
    switch rawValue {
    case "vi": self = .vi
    case "en": self = .en
    default:
      guard let pack = Language.packs.first(where: { $0.code == rawValue }) else { return nil }
      self = .further(pack)
    }
  }

  package var rawValue: String {
    switch self {
    case .vi: "vi"
    case .en: "en"
    case .further(let pack): pack.code
    }
  }

  /// What the language calls itself.
  package var ownName: String {
    switch self {
    case .vi: "Tiếng Việt"
    case .en: "English"
    case .further(let pack): pack.ownName
    }
  }

  /// Whether its lines run from right to left, and its pages with them.
  package var isRightToLeft: Bool {
    if case .further(let pack) = self { pack.isRightToLeft } else { false }
  }
}
