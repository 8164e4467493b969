package import Basics
import Markup
import Phrases
import Records
import Rules

/// What waits in a unit before admissions and recognitions.
package struct Duties: Sendable {
  /// One person for whom something is to be done.
  package struct Duty: Sendable {
    package var person: PersonLink
    /// The step that comes next for a candidate; `nil` for somebody due for recognition.
    package var next: String?
    /// Since when it waits, or by when it must be considered.
    package var day: CivilDate
    package var isLate = false

    package init(person: PersonLink, next: String?, day: CivilDate, isLate: Bool = false) {
      self.person = person
      self.next = next
      self.day = day
      self.isLate = isLate
    }
  }

  package var candidates: Int
  package var due: Int
  package var late: Int
  /// Those of a cell that wait longest; none at a desk.
  package var first: [Duty]

  package init(candidates: Int, due: Int, late: Int, first: [Duty]) {
    self.candidates = candidates
    self.due = due
    self.late = late
    self.first = first
  }
}

extension Visit {
  /// What waits in a unit on the day shown; `nil` where its people are not the visitor's to see.
  func duties(of unit: ID<Unit>) throws -> Duties? {
    guard try allows(.readRoll, on: unit) else { return nil }
    let count = try kept(.candidateCount(unit, asOf)) { try CandidateList(db: db).count(in: unit, asOf) }
    let states = try probationCounts(of: unit)
    // Whoever leads a cell is told whom it is about; at a desk the lists are one step away.
    let isAtHand = standing.places.first?.role == .secretary
    return Duties(
      candidates: count,
      due: states["onTime"] ?? 0,
      late: states["late"] ?? 0,
      first: isAtHand ? try firstDuties(in: unit) : []
    )
  }

  /// How many on probation are due, late, or neither yet: the rule is asked once for each day of a ceremony.
  private func probationCounts(of unit: ID<Unit>) throws -> [String: Int] {
    try kept(.probationCounts(unit, asOf)) {
      let ceremonies = try ProbationStore(db: db).ceremonies(of: unit, asOf)
      guard !ceremonies.isEmpty,
        let judge = try regulations(for: unit).judge("charter", of: "probation", on: asOf.day)
      else { return [:] }
      var states: [String: Int] = [:]
      for (ceremony, count) in ceremonies {
        let outcome = Probation(since: ceremony, considered: asOf.day, by: judge)?.outcome
        states[outcome ?? "", default: 0] += count
      }
      return states
    }
  }

  /// Those due for recognition and those who wait longest, five of each.
  private func firstDuties(in unit: ID<Unit>) throws -> [Duties.Duty] {
    let waiting = try probation(of: unit).filter { $0.state == "late" || $0.state == "onTime" }
    var first = waiting.prefix(5).map { row in
      Duties.Duty(
        person: row.person,
        next: nil,
        day: row.latest ?? row.ceremony,
        isLate: row.state == "late"
      )
    }
    let lines = try candidates(of: unit).sorted { $0.progress.waitingSince < $1.progress.waitingSince }
    first += lines.prefix(5).compactMap { line in
      line.nextCode.map { code in
        Duties.Duty(
          person: PersonLink(line.candidacy.person.description, line.particulars.name),
          next: code,
          day: line.progress.waitingSince
        )
      }
    }
    return first
  }
}

/// What waits, as the board says it: the people where they are few, the counts where they are many.
func dutiesView(_ duties: Duties, _ unit: UnitLink, _ frame: Frame) -> HTML? {
  let viewpoint = frame.viewpoint
  guard duties.candidates + duties.due + duties.late > 0 else { return nil }
  let late = Query().with("state", "late")
  let isNamed = !duties.first.isEmpty
  let line: HTML = """
    <p class="balance"><span>\(Phrase.candidates) \
    \(figureLink(duties.candidates, viewpoint.candidates(unit.key)))</span>\
    <span>\(Phrase.dueForRecognition) \
    \(figureLink(duties.due, viewpoint.probation(unit.key, Query().with("state", "onTime"))))</span>\
    \(duties.late == 0 ? nil : lateView(duties.late, viewpoint.probation(unit.key, late)))</p>
    """
  guard isNamed else { return "<section class=\"group\" aria-label=\"\(Phrase.needsYou)\">\(line)</section>" }
  return """
    <section class="panel" aria-labelledby="duties"><header><h2 id="duties">\(Phrase.needsYou)</h2></header>
    <ol class="duties">\(duties.first, { dutyView($0, viewpoint) })</ol>
    <div class="inside">\(line)</div></section>
    """
}

private func lateView(_ count: Int, _ path: Path) -> HTML {
  "<span class=\"state bad\"><span>\(Phrase.lateForRecognition) \(figureLink(count, path))</span></span>"
}

private func dutyView(_ duty: Duties.Duty, _ viewpoint: Viewpoint) -> HTML {
  let name: HTML = "<b><bdi lang=\"vi\">\(duty.person.name)</bdi></b>"
  guard let next = duty.next else {
    let state: HTML = duty.isLate ? "<span class=\"state bad\">\(Phrase.probationState("late"))</span>" : ""
    return """
      <li><a href="\(path: viewpoint.person(duty.person.key))">\(name) <span>\(Phrase.dueForRecognition)</span> \
      <small>\(Phrase.probationLatest) \(Phrase.day(duty.day))</small>\(state)</a></li>
      """
  }
  return """
    <li><a href="\(path: viewpoint.candidate(duty.person.key))">\(name) \
    <span>\(nextWords(next == "ceremony" ? nil : next, hasRule: true))</span> \
    <small>\(Phrase.waitingSince) \(Phrase.day(duty.day)), \
    \(Phrase.waitingFor(duty.day.days(until: viewpoint.on)))</small></a></li>
    """
}
