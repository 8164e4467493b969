package import Basics
package import Rules
package import Storage

/// Reads what became of resolutions in the units they were sent to.
package struct CascadeStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// The units resolutions were sent to, those from which nothing has been heard for longest first.
  ///
  /// `tasks` and `links`: the tasks and the resolutions made to carry them out, in the units asked about.
  package func lines(
    _ question: CascadeQuestion,
    tasks: [TaskLine],
    links: [ResolutionLink],
    _ asOf: AsOf
  ) throws -> [CascadeLine] {
    try lines(question, counted: tasks.map(\.counted), links: links, asOf)
  }

  /// The same by tasks without their words.
  package func lines(
    _ question: CascadeQuestion,
    counted tasks: [CountedTask],
    links: [ResolutionLink],
    _ asOf: AsOf
  ) throws -> [CascadeLine] {
    let above = Ascent(links)
    var own: [Place: (since: CivilDate, word: CivilDate?)] = [:]
    func note(_ place: Place, _ since: CivilDate, _ word: CivilDate?) {
      let old = own[place]
      own[place] = (
        min(old?.since ?? since, since), [old?.word, word].compactMap(\.self).max()
      )
    }
    for task in tasks where task.resolution != nil {
      for resolution in above.all(of: task.resolution) {
        note(Place(resolution, task.unit), task.since, task.standing.lastWord)
      }
    }
    for link in links {
      for resolution in above.all(of: link.parent) { note(Place(resolution, link.unit), link.since, nil) }
    }
    var found: [Place: CascadeLine] = [:]
    for line in try sent(question, asOf) {
      let place = Place(line.resolution, line.unit)
      // Whoever took over from two units to which it was sent has it once.
      found[place] = found[place].map { $0.joined(line) } ?? line
    }
    for (place, told) in own {
      found[place]?.answer.concrete = told.since
      found[place]?.answer.progress = told.word
    }
    // The silent first, those silent for longest before the others; each is asked once how it stands.
    let ranked = found.values.map { line in
      (
        later: line.answer.step(on: asOf.day) == .silent ? 0 : 1, silence: -line.answer.silence(on: asOf.day),
        line: line
      )
    }
    return ranked.sorted { one, other in
      (one.later, one.silence, one.line.unitName, one.line.unit)
        < (other.later, other.silence, other.line.unitName, other.line.unit)
    }.map(\.line)
  }

  private struct Place: Hashable {
    let resolution: ID<FactMark>
    let unit: ID<Unit>

    init(_ resolution: ID<FactMark>, _ unit: ID<Unit>) {
      self.resolution = resolution
      self.unit = unit
    }
  }

  private func sent(_ question: CascadeQuestion, _ asOf: AsOf) throws -> [CascadeLine] {
    let condition: SQL =
      switch question {
      case .of(let key): "t.resolution = \(key)"
      case .sentTo(let unit): "t.unit = \(unit)"
      case .sentBelow(let unit):
        """
        t.unit IN (SELECT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)))
        """
      case .sentBy(let unit):
        """
        t.resolution IN (
          SELECT r.resolution FROM resolution r WHERE r.unit = \(unit) AND \(Records.asOf("r", asOf)))
        """
      }
    return try db.rows(
      """
      SELECT t.start_on, n.name, \(ResolutionSent.columns)
      FROM resolution_sent t
      LEFT JOIN unit_name n ON n.unit = t.unit AND \(Records.asOf("n", asOf))
      WHERE \(condition) AND \(Records.asOf("t", asOf)) ORDER BY t.start_on, t.id
      """
    ) { row in
      let value = try ResolutionSent(row, from: 2)
      let name: String? = try row[1]
      return CascadeLine(
        resolution: value.resolution,
        unit: value.unit,
        unitName: name ?? "",
        answer: CascadeAnswer(
          sent: try row[0],
          received: value.received,
          study: value.study,
          report: value.report
        )
      )
    }
  }

  /// For each unit a resolution was sent to, the units in and below it that have tasks under it.
  package func branches(
    of key: ID<FactMark>,
    tasks: [TaskLine],
    _ asOf: AsOf
  ) throws -> [ID<Unit>: TaskRollUp] {
    var above: [ID<Unit>: Set<ID<Unit>>] = [:]
    try db.each(
      """
      SELECT a.unit, s.unit FROM resolution_sent s
      JOIN ancestry a ON a.ancestor = s.unit AND \(Records.asOf("a", asOf))
      WHERE s.resolution = \(key) AND \(Records.asOf("s", asOf)) AND EXISTS (
        SELECT 1 FROM task t WHERE t.unit = a.unit AND t.resolution IS NOT NULL AND \(known("t", asOf.knowledge)))
      """
    ) { row in
      let (unit, branch): (ID<Unit>, ID<Unit>) = (try row[0], try row[1])
      above[unit, default: []].insert(branch)
    }
    var found: [ID<Unit>: TaskRollUp] = [:]
    for line in tasks {
      for branch in above[line.task.unit] ?? [] {
        found[branch, default: TaskRollUp()].add(line.task, line.standing)
      }
    }
    return found
  }
}

extension CascadeLine {
  /// What a unit owes that took over from two.
  fileprivate func joined(_ other: CascadeLine) -> CascadeLine {
    var one = self
    one.answer.sent = min(answer.sent, other.answer.sent)
    one.answer.received = [answer.received, other.answer.received].compactMap(\.self).max()
    one.answer.study = [answer.study, other.answer.study].compactMap(\.self).max { $0.day < $1.day }
    one.answer.report = [answer.report, other.answer.report].compactMap(\.self).max { $0.day < $1.day }
    return one
  }
}

/// From a resolution up to all that it carries out.
package struct Ascent: Sendable {
  private let parents: [ID<FactMark>: ID<FactMark>]

  package init(_ links: [ResolutionLink]) {
    parents = Dictionary(links.map { ($0.resolution, $0.parent) }) { first, _ in first }
  }

  /// A resolution and all above it; none for `nil`.
  package func all(of resolution: ID<FactMark>?) -> [ID<FactMark>] {
    var found: [ID<FactMark>] = []
    var next = resolution
    while let here = next, !found.contains(here) {
      found.append(here)
      next = parents[here]
    }
    return found
  }
}
