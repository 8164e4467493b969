/// One dot of a chart of dots: where it stands, what it is, and where it opens.
package struct Dot: Sendable {
  /// In tenths, from 0 to 1000.
  package var place: Int
  package var label: String
  /// A ringed one opens, and is named for readers; of the others the table beside says the same.
  package var isMarked: Bool
  package var path: Path?

  package init(_ place: Int, label: String, isMarked: Bool = false, path: Path? = nil) {
    self.place = place
    self.label = label
    self.isMarked = isMarked
    self.path = path
  }
}

/// A row of dots with its name and its middle.
package struct DotRow: Sendable {
  package var label: String
  package var dots: [Dot]
  /// In tenths, as the dots.
  package var middle: Int?

  package init(_ label: String, _ dots: [Dot], middle: Int? = nil) {
    self.label = label
    self.dots = dots
    self.middle = middle
  }
}

extension Chart {
  /// Rows of dots on one scale from 0 to 100, as of scores: those of one place stand upon each other.
  package static func dots(_ rows: [DotRow], width: Int = 480, sentence: String) -> Chart {
    let (start, long) = (12, width - 24)
    func x(_ place: Int) -> Int { start * 10 + long * 10 * min(max(place, 0), 1000) / 1000 }
    // Dots nearer to each other than this stand upon each other.
    let slot = 8 * 1000 / max(long, 1)
    var heights: [Int] = []
    for row in rows {
      var most: [Int: Int] = [:]
      for dot in row.dots { most[dot.place / slot, default: 0] += 1 }
      heights.append(36 + 8 * min(most.values.max() ?? 1, 6))
    }
    let height = heights.reduce(0, +) + 18
    let drawing = HTML(reserving: 512 + rows.reduce(0) { $0 + $1.dots.count } * 128) { page in
      for scale in [0, 250, 500, 750, 1000] {
        page.upright("grid", x: x(scale), from: 4, until: height - 16)
        page.label(String(scale / 10), "mid", x: x(scale), y: height * 10 - 20)
      }
      var top = 0
      for (row, tall) in zip(rows, heights) {
        let base = (top + tall - 8) * 10
        page.label(row.label, "ink", x: start * 10, y: top * 10 + 150)
        if let middle = row.middle {
          page.upright("middle", x: x(middle), from: top + 20, until: top + tall - 2)
        }
        var stacked: [Int: Int] = [:]
        // Ringed ones last, so that no other covers them.
        for dot in row.dots.sorted(by: { !$0.isMarked && $1.isMarked }) {
          let level = stacked[dot.place / slot, default: 0]
          stacked[dot.place / slot] = level + 1
          page.open(dot.isMarked ? dot.path : nil, label: dot.label)
          page.spot(dot.isMarked, x: x(dot.place), y: base - (level % 6) * 80)
          page.close(dot.isMarked ? dot.path : nil)
        }
        top += tall
      }
    }
    return Chart(
      sentence: sentence,
      width: width,
      height: height,
      drawing: drawing,
      kind: "dots",
      opens: rows.contains { $0.dots.contains { $0.isMarked && $0.path?.isOpen ?? false } }
    )
  }
}

extension HTML.Writer {
  /// A dot, its middle in tenths; a marked one is a ring with ground enough to be pressed.
  fileprivate mutating func spot(_ isMarked: Bool, x: Int, y: Int) {
    if isMarked { rect("ground", x: x - 120, y: y - 120, width: 240, height: 240) }
    markup(isMarked ? "<circle class=\"spot odd\" r=\"5\" cx=\"" : "<circle class=\"spot\" r=\"3.5\" cx=\"")
    tenths(x)
    markup("\" cy=\"")
    tenths(y)
    markup("\"/>")
  }
}
