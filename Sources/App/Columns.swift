/// Lines in columns for people: the first to the left, the others to the right.
enum Columns {
  static func print(_ lines: [[String]]) {
    let count = lines.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    for line in lines {
      let cells = line.enumerated().map { index, cell in
        let padding = String(repeating: " ", count: widths[index] - cell.count)
        return index == 0 ? cell + padding : padding + cell
      }
      Console.print(cells.joined(separator: "  "))
    }
  }
}
