package import Rules

/// Where something stands in what was handed in.
package struct ListPlace: Hashable, Sendable {
  package let list: ListKind
  /// The list's file, as in `members.csv` or `book.xlsx#members`.
  package let file: String
  package let row: Int
  package let column: Field?
}

/// A row that was not taken, and why.
package struct RefusedRow: Hashable, Sendable {
  package let place: ListPlace
  package let refusal: Refusal
}

/// Something a rulebook would object to in a row that was taken.
package struct Warning: Hashable, Sendable {
  package let place: ListPlace
  package let advice: Advice
}

/// What came of an import, or would come of it.
package struct ImportReport: Sendable {
  /// Rows read, headings not counted.
  package var read = 0
  package var accepted = 0
  /// Facts that were not in the record before.
  package var new = 0
  package var refused: [RefusedRow] = []
  package var warnings: [Warning] = []
  /// The entry of the journal, when something was written.
  package var entry: Int64?
  /// Whether the same request had written it before.
  package var wasRepeated = false
  /// The last entry of the journal before the import.
  package var head: Int64 = 0

  package init() {}

  func standing(on head: Int64) -> ImportReport {
    var report = self
    report.head = head
    return report
  }
}
