/// A place on one side of a picture of what goes where: its name and what is said under it.
package struct FlowNode: Sendable {
  package var title: String
  package var detail: String
  package var path: Path?

  package init(_ title: String, _ detail: String, path: Path? = nil) {
    self.title = title
    self.detail = detail
    self.path = path
  }
}

/// What goes from one place of the left side to one of the right, by their numbers from 0.
package struct FlowBand: Sendable {
  package var from: Int
  package var to: Int
  package var amount: Int
  package var amountLabel: String
  /// What a reader hears: how much, from where to where.
  package var label: String
  package var path: Path?
  /// Whether nobody takes it over yet.
  package var isHeld: Bool

  package init(
    from: Int,
    to: Int,
    amount: Int,
    amountLabel: String,
    label: String,
    path: Path?,
    isHeld: Bool = false
  ) {
    self.from = from
    self.to = to
    self.amount = amount
    self.amountLabel = amountLabel
    self.label = label
    self.path = path
    self.isHeld = isHeld
  }
}

extension Chart {
  /// Bands from the places on the left to those on the right, each as wide as what goes.
  package static func flow(
    _ left: [FlowNode],
    _ right: [FlowNode],
    _ bands: [FlowBand],
    sentence: String
  ) -> Chart {
    let drawing = FlowDrawing(left, right, bands)
    return Chart(
      sentence: sentence,
      width: FlowDrawing.width,
      height: drawing.height / 10,
      drawing: drawing.html,
      kind: "flows",
      opens: (bands.map(\.path) + (left + right).map(\.path)).contains { $0?.isOpen ?? false }
    )
  }
}

/// Where each place and each band of the picture lies; all lengths in tenths.
private struct FlowDrawing {
  static let width = 960
  private static let (near, far) = (3000, 6500)
  private static let lineHeight = 160
  private static let lettersInLine = 40

  private struct Spot {
    var top = 0
    var size = 0
    /// How much of it is taken by bands already.
    var taken = 0
    var lines: [Substring] = []
  }

  let height: Int
  private let sides: [[Spot]]
  private let nodes: [[FlowNode]]
  private let bands: [FlowBand]
  private let scale: Int

  init(_ left: [FlowNode], _ right: [FlowNode], _ bands: [FlowBand]) {
    nodes = [left, right]
    self.bands = bands
    let total = max(bands.reduce(0) { $0 + $1.amount }, 1)
    let room = max(left.count, right.count) > 8 ? 4200 : 3000
    scale = max(room * 1000 / total, 1)
    var sides: [[Spot]] = []
    var most = 0
    for (side, nodes) in [left, right].enumerated() {
      var spots = nodes.map { Spot(lines: FlowDrawing.lines($0.title)) }
      for band in bands {
        let index = side == 0 ? band.from : band.to
        if spots.indices.contains(index) { spots[index].size += FlowDrawing.size(band, scale) }
      }
      var y = 60
      for index in spots.indices {
        let words = (spots[index].lines.count + 1) * FlowDrawing.lineHeight
        spots[index].top = y + max((words - spots[index].size) / 2, 0)
        y += max(words, spots[index].size) + 180
      }
      most = max(most, y)
      sides.append(spots)
    }
    height = most
    // The shorter side stands in the middle.
    for side in sides.indices {
      let end = sides[side].last.map { $0.top + max($0.size, FlowDrawing.lineHeight * 2) + 180 } ?? 0
      let down = max((most - end) / 2, 0)
      for index in sides[side].indices { sides[side][index].top += down }
    }
    self.sides = sides
  }

  /// However little goes, it is seen.
  private static func size(_ band: FlowBand, _ scale: Int) -> Int { max(band.amount * scale / 1000, 25) }

  /// A name in lines, broken between words only.
  private static func lines(_ title: String) -> [Substring] {
    var lines: [Substring] = []
    for word in title.split(separator: " ") {
      if let last = lines.last, last.count + word.count < lettersInLine {
        lines[lines.count - 1] = title[last.startIndex..<word.endIndex]
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  var html: HTML {
    var sides = sides
    return HTML(reserving: 1024 + bands.count * 512) { page in
      for band in bands {
        guard sides[0].indices.contains(band.from), sides[1].indices.contains(band.to) else { continue }
        let size = FlowDrawing.size(band, scale)
        let start = sides[0][band.from].top + sides[0][band.from].taken
        let end = sides[1][band.to].top + sides[1][band.to].taken
        sides[0][band.from].taken += size
        sides[1][band.to].taken += size
        page.open(band.path, label: band.label)
        FlowDrawing.draw(band, start, end, size, &page)
        if size >= 140 {
          page.label(band.amountLabel, "ink", x: FlowDrawing.near + 80, y: start + size / 2 + 42)
        }
        page.close(band.path)
      }
      for side in 0...1 {
        for (index, node) in nodes[side].enumerated() {
          FlowDrawing.draw(node, sides[side][index], isLeft: side == 0, &page)
        }
      }
    }
  }

  private static func draw(_ band: FlowBand, _ start: Int, _ end: Int, _ size: Int, _ page: inout HTML.Writer)
  {
    let middle = (near + far) / 2
    page.markup("<path class=\"")
    page.markup(band.isHeld ? "band held" : band.from % 2 == 0 ? "band" : "band other")
    page.markup("\" d=\"M")
    page.point(near, start)
    page.markup("C")
    page.point(middle, start)
    page.markup(" ")
    page.point(middle, end)
    page.markup(" ")
    page.point(far, end)
    page.markup("v")
    page.tenths(size)
    page.markup("C")
    page.point(middle, end + size)
    page.markup(" ")
    page.point(middle, start + size)
    page.markup(" ")
    page.point(near, start + size)
    page.markup("Z\"/>")
  }

  private static func draw(_ node: FlowNode, _ spot: Spot, isLeft: Bool, _ page: inout HTML.Writer) {
    page.open(node.path, label: "\(node.title): \(node.detail)")
    page.rect("a4", x: isLeft ? near - 100 : far, y: spot.top, width: 100, height: max(spot.size, 25))
    let words = (spot.lines.count + 1) * lineHeight
    var y = spot.top + spot.size / 2 - words / 2 + 125
    let x = isLeft ? near - 200 : far + 200
    for line in spot.lines {
      page.label(String(line), isLeft ? "strong end" : "strong", x: x, y: y)
      y += lineHeight
    }
    page.label(node.detail, isLeft ? "end" : "", x: x, y: y)
    page.close(node.path)
  }
}

extension HTML.Writer {
  fileprivate mutating func point(_ x: Int, _ y: Int) {
    tenths(x)
    markup(" ")
    tenths(y)
  }
}
