extension Chart {
  /// A line through points, as of a figure over months: each point opens, the marked ones are named below.
  ///
  /// The lowest and the highest amount are read off at the side; `number` writes them.
  package static func line(
    _ points: [Bar],
    width: Int = 960,
    height: Int = 220,
    sentence: String,
    number: (Int) -> String
  ) -> Chart {
    let (start, top, base) = (80, 14, height - 34)
    let low = points.map(\.amount).min() ?? 0
    let high = points.map(\.amount).max() ?? 0
    let slot = (width - start) * 10 / max(points.count, 1)
    func x(_ index: Int) -> Int { start * 10 + index * slot + slot / 2 }
    func y(_ amount: Int) -> Int {
      high == low ? (top + base) * 5 : base * 10 - (base - top) * 10 * (amount - low) / (high - low)
    }
    let lowest = number(low)
    let highest = number(high)
    let drawing = HTML(reserving: 512 + points.count * 384) { page in
      for (amount, words) in low == high ? [(low, lowest)] : [(low, lowest), (high, highest)] {
        page.markup("<path class=\"grid\" d=\"M")
        page.number(start)
        page.markup(" ")
        page.tenths(y(amount))
        page.markup("H")
        page.number(width)
        page.markup("\"/>")
        page.label(words, "end", x: (start - 8) * 10, y: y(amount) + 40)
      }
      page.markup("<polyline class=\"line\" points=\"")
      for (index, point) in points.enumerated() {
        if index > 0 { page.markup(" ") }
        page.tenths(x(index))
        page.markup(",")
        page.tenths(y(point.amount))
      }
      page.markup("\"/>")
      for (index, point) in points.enumerated() {
        page.open(point.path, label: point.amountLabel)
        page.rect("ground", x: x(index) - slot / 2, y: 0, width: slot, height: height * 10)
        page.markup("<circle class=\"dot\" r=\"3\" cx=\"")
        page.tenths(x(index))
        page.markup("\" cy=\"")
        page.tenths(y(point.amount))
        page.markup("\"/>")
        page.label(point.label, "mid", x: x(index), y: height * 10 - 60)
        page.close(point.path)
      }
    }
    return Chart(
      sentence: sentence,
      width: width,
      height: height,
      drawing: drawing,
      kind: "run",
      opens: points.contains { $0.path?.isOpen ?? false }
    )
  }

  /// One bar of a list of bars, for the eye only: the words beside it say the same.
  package static func length(_ amount: Int, of most: Int) -> HTML {
    let filled = most > 0 ? 4000 * max(amount, 0) / most : 0
    return HTML { page in
      page.markup(
        "<svg class=\"chart length\" viewBox=\"0 0 400 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      )
      page.rect("a3", x: 0, y: 0, width: amount > 0 ? max(filled, 20) : 0, height: 100)
      page.markup("</svg>")
    }
  }
}
