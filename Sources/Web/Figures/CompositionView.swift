import Markup
import Phrases

/// Of whom the membership consists: official and probationary, women and men.
///
/// Each part opens that has a figure of its own.
func compositionView(_ board: Board, _ viewpoint: Viewpoint) -> HTML? {
  let counts = board.counts
  guard counts.total > 0 else { return nil }
  func bar(_ count: Int, _ name: Phrase, _ code: String?) -> Bar {
    Bar(
      count,
      label: name.text,
      amountLabel: Phrase.number(count).text,
      path: code.map { viewpoint.figure($0, of: board.unit.key) }
    )
  }
  let standing = [
    bar(counts.official, .official, "members.official"),
    bar(counts.probationary, .probationary, "members.probationary"),
  ]
  let sexes = [
    bar(counts.women, .women, "members.women"),
    bar(counts.total - counts.women, .men, nil),
  ]
  return """
    <section class="panel" aria-labelledby="composition"><header>\
    <h2 id="composition">\(Phrase.composition)</h2></header>
    <div class="inside stack">\(part(standing))\(part(sexes))</div></section>
    """
}

private func part(_ bars: [Bar]) -> HTML {
  let whole = bars.reduce(0) { $0 + $1.amount }
  let sentence = bars.map { "\($0.label) \($0.amountLabel)" }.joined(separator: ", ")
  let parts = zip(bars, [StackPart.Shade.strongest, .strong]).map { StackPart($0, $1) }
  return stackView(parts, sentence: sentence) { bar in
    """
    \(bar.path.map { figureLink(bar.amount, $0) } ?? "\(bar.amountLabel)") \
    (\(Phrase.percent(bar.amount, of: whole)))
    """
  }
}
