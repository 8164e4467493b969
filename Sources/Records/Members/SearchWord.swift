import Basics
import Storage

/// One word of a search for people: the beginning of a word of their name, or of their number or card.
///
/// A word with a digit in it may be a number: `068-0001` finds the member 0680001, `dv12` finds DV12.
package enum SearchWord: Hashable, Sendable {
  case name(String)
  /// The ways in which the number may have been written, and the word as names have it.
  case number([String], name: String)

  /// The words of a search, as they were typed, in any order.
  static func words(of search: String) -> [SearchWord] {
    search.split(separator: " ").compactMap { typed in
      guard let plain = VietnameseName.searchWords(String(typed)).first else { return nil }
      guard plain.utf8.contains(where: { (48...57).contains($0) }) else { return .name(plain) }
      let spellings = [String(typed), typed.uppercased(), plain, plain.uppercased()]
      return .number(Set(spellings).sorted(), name: plain)
    }
  }

  /// Whether the person of a row of the roll called `r` is meant.
  var condition: SQL {
    switch self {
    case .name(let word):
      """
      EXISTS (SELECT 1 FROM name_word w WHERE w.person = r.person AND \(SearchWord.begins("w.word", [word])))
      """
    case .number(let spellings, let word):
      """
      (EXISTS (SELECT 1 FROM person o WHERE o.id = r.person AND \(SearchWord.begins("o.code", spellings)))
        OR EXISTS (SELECT 1 FROM particulars c WHERE c.person = r.person AND \(known("c"))
          AND \(SearchWord.begins("c.card", spellings)))
        OR EXISTS (SELECT 1 FROM name_word w WHERE w.person = r.person AND \(SearchWord.begins("w.word", [word]))))
      """
    }
  }

  /// The people meant, each once, found by index.
  var people: SQL { "SELECT q.person AS person FROM (\(SQL.join(places, " UNION "))) q" }

  /// Where the people meant are looked up, each a read of one index.
  var places: [SQL] {
    switch self {
    case .name(let word): [SearchWord.named(word)]
    case .number(let spellings, let word):
      spellings.flatMap { spelling -> [SQL] in
        [
          "SELECT o.id AS person FROM person o WHERE \(SearchWord.begins("o.code", [spelling]))",
          """
          SELECT c.person AS person FROM particulars c
          WHERE \(known("c")) AND c.card IS NOT NULL AND \(SearchWord.begins("c.card", [spelling]))
          """,
        ]
      } + [SearchWord.named(word)]
    }
  }

  private static func named(_ word: String) -> SQL {
    "SELECT DISTINCT w.person AS person FROM name_word w WHERE \(begins("w.word", [word]))"
  }

  private static func begins(_ column: SQL, _ spellings: [String]) -> SQL {
    let ranges = spellings.map { "(\(column) >= \($0) AND \(column) < \($0 + "\u{7f}"))" as SQL }
    return "(\(SQL.join(ranges, " OR ")))"
  }
}
