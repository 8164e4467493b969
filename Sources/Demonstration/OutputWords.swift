/// What thematic meetings of the fictional province made to be shown: made up, each with its kind, title and place.
package enum OutputWords {
  package struct Output: Sendable {
    package let kind: String
    package let title: String
    package let link: String?
  }

  /// One to three works of a meeting about a theme; none where nothing was registered, as in two of nine.
  ///
  /// `code`: of the cell that held it; `kinds`: those that the programme takes.
  package static func outputs(_ theme: String, _ code: String, kinds: [String], _ lot: UInt64) -> [Output] {
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    let way = part(1) % 9
    guard way > 1, !kinds.isEmpty else { return [] }
    let subject = theme.split(separator: "–", maxSplits: 1).last.map { $0.drop { $0 == " " } } ?? ""
    return (0..<(way == 8 ? 3 : way > 5 ? 2 : 1)).map { number in
      let kind = kinds[(part(2) + number) % kinds.count]
      let title = titles[(part(3) + number) % titles.count]
      let page = "https://songiang.example/chi-bo-35/\(code)/\(1 + part(4 + number) % 900)"
      return Output(kind: kind, title: "\(title): \(subject)", link: part(7 + number) % 4 == 0 ? nil : page)
    }
  }

  private static let titles = [
    "Một việc làm hay", "Cách làm ở chi bộ", "Người tốt, việc tốt", "Nhìn lại một quý", "Hỏi và đáp",
    "Từ nghị quyết đến việc làm",
  ]
}
