import Phrases

/// Words kept for somebody whose language is not known yet: the same said in every language.
enum Spoken {
  /// In the order of the languages.
  static func inAll(_ words: () -> String) -> [String] {
    Language.allCases.map { language in Language.$current.withValue(language, operation: words) }
  }

  /// Those in the reader's language.
  static func mine(_ all: [String]) -> String {
    guard let place = Language.allCases.firstIndex(of: Language.current), place < all.count else {
      return all.first ?? ""
    }
    return all[place]
  }
}
