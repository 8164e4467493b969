/// A drawing of figures, as SVG from the server, which opens where it is pressed.
///
/// It says in one sentence what it shows. Lengths are attributes, so it stands under a strict policy.
///
/// Amounts are shown by one hue. Nothing moves.
package struct Chart: Sendable {
  /// What a reader hears in place of the drawing.
  package var sentence: String
  var width: Int
  var height: Int
  var drawing: HTML
  var kind: HTML

  package var html: HTML {
    """
    <svg class="chart \(kind)"\(isFluid ? nil : " viewBox=\"0 0 \(width) \(height)\"" as HTML) role="\(role)" aria-label="\(sentence)">\
    \(drawing)</svg>
    """
  }

  /// Whether its lengths are shares of the room there is, so that its words keep their size.
  var isFluid = false

  /// A drawing with links inside is a group to a reader; one without is a picture.
  private var role: HTML { opens ? "group" : "img" }
  var opens = false
}

/// One bar of a chart: its amount, its name below, and where it opens.
package struct Bar: Sendable {
  package var amount: Int
  package var label: String
  /// The amount in words of the page's language, over a marked bar and for readers.
  package var amountLabel: String
  package var path: Path?
  package var isMarked: Bool

  package init(_ amount: Int, label: String, amountLabel: String, path: Path? = nil, isMarked: Bool = false) {
    self.amount = amount
    self.label = label
    self.amountLabel = amountLabel
    self.path = path
    self.isMarked = isMarked
  }
}

/// One part of a whole: a bar with the shade it has wherever it stands.
package struct StackPart: Sendable {
  package enum Shade: Sendable {
    case strongest, strong, light, faint
    /// More than there may be.
    case over

    /// Its class in the look of the pages.
    package var name: StaticString {
      switch self {
      case .strongest: "a4"
      case .strong: "a3"
      case .light: "a1"
      case .faint: "track"
      case .over: "over"
      }
    }

    /// Whether words on it are light.
    fileprivate var isDeep: Bool {
      switch self {
      case .strongest, .strong, .over: true
      case .light, .faint: false
      }
    }
  }

  package var bar: Bar
  package var shade: Shade

  package init(_ bar: Bar, _ shade: Shade) {
    self.bar = bar
    self.shade = shade
  }
}

extension Chart {
  /// Upright bars on a common base, as of admissions by month.
  ///
  /// Each amount stands over its bar.
  package static func bars(_ bars: [Bar], width: Int = 480, height: Int = 148, sentence: String) -> Chart {
    let top = 20
    let base = height - 22
    let most = max(bars.map(\.amount).max() ?? 0, 1)
    let slot = bars.isEmpty ? width * 10 : width * 10 / bars.count
    let drawing = HTML(reserving: 256 + bars.count * 256) { page in
      for (index, bar) in bars.enumerated() {
        let x = index * slot + slot / 8
        let tall = (base - top) * 10 * bar.amount / most
        let middle = index * slot + slot / 2
        page.open(bar.path, label: "\(bar.label): \(bar.amountLabel)")
        page.rect("ground", x: index * slot, y: 0, width: slot, height: height * 10)
        page.rect(
          bar.isMarked ? "a4" : "a2",
          x: x,
          y: base * 10 - tall,
          width: slot * 3 / 4,
          height: tall
        )
        page.label(bar.amountLabel, bar.isMarked ? "mid strong" : "mid", x: middle, y: base * 10 - tall - 50)
        page.label(bar.label, "mid", x: middle, y: height * 10 - 50)
        page.close(bar.path)
      }
      page.markup("<path class=\"axis\" d=\"M0 ")
      page.number(base)
      page.markup("H")
      page.number(width)
      page.markup("\"/>")
    }
    return Chart(
      sentence: sentence,
      width: width,
      height: height,
      drawing: drawing,
      kind: "bars",
      opens: bars.contains { $0.path?.isOpen ?? false }
    )
  }

  /// A run of values in a row of a table: a line, and a dot on the last.
  package static func spark(_ values: [Int], within range: ClosedRange<Int>, sentence: String) -> Chart {
    let width = 88
    let height = 20
    let spread = max(range.upperBound - range.lowerBound, 1)
    let step = values.count > 1 ? (width - 6) * 10 / (values.count - 1) : 0
    func y(_ value: Int) -> Int {
      let held = min(max(value, range.lowerBound), range.upperBound)
      return (height - 3) * 10 - (height - 6) * 10 * (held - range.lowerBound) / spread
    }
    let drawing = HTML { page in
      page.markup("<polyline class=\"line\" points=\"")
      for (index, value) in values.enumerated() {
        if index > 0 { page.markup(" ") }
        page.tenths(index * step)
        page.markup(",")
        page.tenths(y(value))
      }
      page.markup("\"/>")
      guard let last = values.last else { return }
      page.markup("<circle class=\"dot\" r=\"2.5\" cx=\"")
      page.tenths((values.count - 1) * step)
      page.markup("\" cy=\"")
      page.tenths(y(last))
      page.markup("\"/>")
    }
    return Chart(sentence: sentence, width: width, height: height, drawing: drawing, kind: "spark")
  }

  /// One length of two parts in a row of a table: a share of a whole.
  package static func share(_ part: Int, of whole: Int, sentence: String) -> Chart {
    let filled = whole > 0 ? 600 * min(max(part, 0), whole) / whole : 0
    let drawing = HTML { page in
      page.rect("track", x: 0, y: 0, width: 600, height: 60)
      page.rect("a3", x: 0, y: 0, width: filled, height: 60)
    }
    return Chart(sentence: sentence, width: 60, height: 6, drawing: drawing, kind: "share")
  }

  /// One bar of several parts that together are the whole, as wide as there is room, each with its amount inside where
  /// it fits.
  package static func stack(_ parts: [StackPart], sentence: String) -> Chart {
    let whole = max(parts.reduce(0) { $0 + $1.bar.amount }, 1)
    var before = 0
    let drawing = HTML { page in
      for part in parts where part.bar.amount > 0 {
        // In thousandths, which tenths write as percent.
        let start = before * 1000 / whole
        before += part.bar.amount
        let long = before * 1000 / whole - start
        page.open(part.bar.path, label: "\(part.bar.label): \(part.bar.amountLabel)")
        page.stretch(part.shade.name, from: start, long: long)
        // The narrowest screen has some 330 pixels: what does not fit there stands in the legend alone.
        if long * 33 > (part.bar.amountLabel.count * 8 + 6) * 100 {
          page.words(part.bar.amountLabel, part.shade.isDeep ? "mid on" : "mid ink", at: start + long / 2)
        }
        page.close(part.bar.path)
      }
    }
    return Chart(
      sentence: sentence,
      width: 0,
      height: 0,
      drawing: drawing,
      kind: "stack",
      isFluid: true,
      opens: parts.contains { $0.bar.path?.isOpen ?? false }
    )
  }
}
