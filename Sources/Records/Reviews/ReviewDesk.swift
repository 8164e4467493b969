package import Basics
package import Rules

/// What one body has before it in a round: those it evaluates or decides about, and how its groups stand.
package struct ReviewDesk: Sendable {
  package let body: ID<Unit>
  package let lines: [ReviewLine]
  package let tree: ReviewTree

  package init(of body: ID<Unit>, _ lines: [ReviewLine], in tree: ReviewTree) {
    self.body = body
    self.lines = lines
    self.tree = tree
  }

  /// What the body itself said of a subject: its decision, else its proposal.
  package func own(_ line: ReviewLine) -> ReviewMark? {
    let said = line.said.filter { $0.body == body && $0.writer == nil && $0.isPassed }
    return said.last { $0.step == .decision } ?? said.last { $0.step == .evaluation }
  }

  /// Those it still has to say something of; where nothing was assigned, nothing can be said.
  package var waiting: [ReviewLine] {
    lines.filter { line in
      if line.facts.assigned == 0, line.verdict?.isUndetermined == true { return false }
      return line.waits(for: body)
    }
  }

  /// How many of those it decides about stand in which class, group by group.
  package var groups: [CapGroup: [ReviewClass: [ReviewLine]]] {
    var groups: [CapGroup: [ReviewClass: [ReviewLine]]] = [:]
    for line in lines where line.way.decider == body {
      guard let rating = own(line)?.rating ?? line.rating else { continue }
      groups[CapGroup(line.way, in: tree), default: [:]][rating, default: []].append(line)
    }
    return groups
  }

  package func standings(under cap: ReviewRound.ChosenCap) -> [CapGroup: CapStanding] {
    groups.compactMapValues { CapStanding($0.mapValues(\.count), under: cap) }
  }
}
