import Phrases
import Sheets

/// Reads a pack of words: a line that names the language, then English and its answer, line by line.
///
///     language,ar,rtl,العربية
///     Units,الوحدات
func languagePack(_ path: String) throws -> LanguagePack {
  let list = try CSVReader(path: path)
  let heading = try list.next()
  var lines: [Int] = []
  var words: [(english: String, answer: String)] = []
  while let row = try list.next() {
    lines.append(row.line)
    words.append((row.cells.first ?? "", row.cells.count > 1 ? row.cells[1] : ""))
  }
  func cell(_ index: Int) -> String {
    guard let cells = heading?.cells, cells.first == "language", cells.indices.contains(index) else {
      return ""
    }
    return cells[index]
  }
  do {
    return try LanguagePack(code: cell(1), direction: cell(2), ownName: cell(3), words: words)
  } catch let fault as LanguagePack.Fault {
    let line = fault.row.map { lines[$0] } ?? heading?.line ?? 1
    throw Failure.refused([Phrase.packUnusable(path, line, fault.reason).text])
  }
}
