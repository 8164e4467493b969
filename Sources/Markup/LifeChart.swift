/// A life in the organisation, or a unit's: one lane for each kind of fact, one band for each span of it.
package struct Lane: Sendable {
  package var title: String
  package var bands: [Band]

  package init(_ title: String, _ bands: [Band]) {
    self.title = title
    self.bands = bands
  }
}

/// The stretch of time on which one fact of a lane is true, in days since 1970.
package struct Band: Sendable {
  package enum Shade: Sendable {
    case light
    case middle
    case strong
  }

  package var from: Int
  /// The first day no longer true; `nil` while it still is.
  package var until: Int?
  /// Its names, the fullest first: the first that fits is written into the band.
  package var labels: [String]
  /// The whole of it in words, for readers and under the pointer.
  package var sentence: String
  package var shade: Shade
  package var path: Path?

  package init(
    from: Int,
    until: Int?,
    labels: [String],
    sentence: String,
    shade: Shade = .light,
    path: Path? = nil
  ) {
    self.from = from
    self.until = until
    self.labels = labels
    self.sentence = sentence
    self.shade = shade
    self.path = path
  }
}

/// The first day of a year, where the axis of a life chart has its line.
package struct YearMark: Sendable {
  package var day: Int
  package var label: String

  package init(day: Int, label: String) {
    self.day = day
    self.label = label
  }
}

extension Chart {
  /// The lanes of a life over a common axis of years, with a line on the day shown.
  ///
  /// Bands of one lane that are true at once stand under each other, so that none hides another.
  package static func life(
    _ lanes: [Lane],
    years: [YearMark],
    from: Int,
    until: Int,
    shown: Int,
    shownLabel: String,
    sentence: String
  ) -> Chart {
    let width = 940
    let margin = 1180
    let step = 36
    let top = 24
    let length = max(until - from, 1)
    func x(_ day: Int) -> Int {
      margin + (width * 10 - margin - 20) * (min(max(day, from), until) - from) / length
    }
    let rows = lanes.flatMap { lane in
      stacked(lane.bands).enumerated().map { (title: $0.offset == 0 ? lane.title : "", bands: $0.element) }
    }
    let bottom = top + rows.count * step
    let drawing = HTML(reserving: 4096) { page in
      for year in years where year.day >= from && year.day <= until {
        page.upright("grid", x: x(year.day), from: top - 6, until: bottom)
        page.label(year.label, "mid", x: x(year.day), y: bottom * 10 + 160)
      }
      for (index, row) in rows.enumerated() {
        let y = top + index * step
        page.label(row.title, "lane", x: 0, y: y * 10 + 160)
        for band in row.bands {
          let start = x(band.from)
          let long = max(x(band.until ?? until) - start - 10, 20)
          page.open(band.path, label: band.sentence)
          page.rect(band.shade.name, x: start, y: y * 10, width: long, height: 240)
          if let label = fitting(band.labels, in: long) {
            page.label(label, band.shade == .strong ? "on" : "ink", x: start + 60, y: y * 10 + 164)
          }
          page.close(band.path)
        }
      }
      page.upright("today", x: x(shown), from: top - 10, until: bottom)
      let atEnd = x(shown) > width * 10 - 500
      page.label(shownLabel, atEnd ? "end strong" : "mid strong", x: x(shown), y: 100)
    }
    return Chart(
      sentence: sentence,
      width: width,
      height: bottom + 24,
      drawing: drawing,
      kind: "life",
      opens: lanes.contains { $0.bands.contains { $0.path?.isOpen ?? false } }
    )
  }

  /// A label whole or not at all: a Vietnamese name is never cut.
  private static func fitting(_ labels: [String], in tenths: Int) -> String? {
    labels.first { $0.count * 66 + 100 <= tenths }
  }

  /// The bands in as few rows as keep each free of the others.
  private static func stacked(_ bands: [Band]) -> [[Band]] {
    var rows: [[Band]] = []
    for band in bands.sorted(by: { $0.from < $1.from }) {
      let free = rows.firstIndex { row in
        guard let last = row.last, let end = last.until else { return row.isEmpty }
        return end <= band.from
      }
      if let free {
        rows[free].append(band)
      } else {
        rows.append([band])
      }
    }
    return rows.isEmpty ? [[]] : rows
  }
}

extension Band.Shade {
  var name: StaticString {
    switch self {
    case .light: "a1"
    case .middle: "a2"
    case .strong: "a3"
    }
  }
}
