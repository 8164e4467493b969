import Basics
import Records
import Rules

/// Tells how a person's particulars came to be what they are: what changed on a day, and what was corrected.
struct ParticularsTelling {
  private let facts: [FactHistory<Particulars>]
  private let visit: Visit

  init(_ person: ID<Person>, _ visit: Visit) throws {
    self.visit = visit
    facts = FactHistory.facts(try Timeline(db: visit.db).particulars(person, visit.asOf.knowledge))
  }

  /// One particular as two versions have it.
  private struct Difference {
    let code: String
    let old: String
    let new: String
  }

  /// A correction of what had always been written wrongly.
  private struct Correction {
    let version: Version<Particulars>
    let difference: Difference
  }

  /// Changes on a day, and corrections.
  var events: [LifeEvent] {
    var events: [LifeEvent] = []
    for (before, fact) in zip(facts, facts.dropFirst()) {
      for field in differences(before.value, fact.value) {
        events.append(fact.began.event(fact.span.start, field.code, field.new, .members, visit))
      }
    }
    for correction in corrections {
      let (version, field) = (correction.version, correction.difference)
      let day = visit.clock.day(of: version.by.moment)
      events.append(version.event(day, field.code, field.new, .members, visit, corrects: field.old))
    }
    return events
  }

  /// Of each particular since when it is so, what it was before, and how it was corrected.
  var traces: [String: ParticularTrace] {
    let day = visit.asOf.day
    guard let here = facts.lastIndex(where: { $0.span.start <= day }) ?? facts.indices.first else {
      return [:]
    }
    var traces: [String: ParticularTrace] = [:]
    for (code, value) in ParticularsTelling.fields(facts[here].value) {
      var trace = ParticularTrace()
      var first = here
      while first > 0, self.value(code, facts[first - 1]) == value { first -= 1 }
      if facts[first].span.start > .earliest { trace.since = facts[first].span.start }
      for index in stride(from: first - 1, through: 0, by: -1) {
        let earlier = self.value(code, facts[index]) ?? "–"
        if earlier == trace.earlier.last?.value { continue }
        trace.earlier.append((earlier, facts[index + 1].span.start))
      }
      trace.corrections = corrections.filter { $0.difference.code == code }.map { correction in
        let by = correction.version.by
        return (
          correction.difference.old, correction.difference.new, visit.clock.day(of: by.moment), Int(by.entry)
        )
      }
      traces[code] = trace
    }
    return traces
  }

  /// By what each particular of the day shown stands: the decision or list that first said so.
  var sources: [String: Source] {
    let day = visit.asOf.day
    guard let here = facts.lastIndex(where: { $0.span.start <= day }) ?? facts.indices.first else {
      return [:]
    }
    var sources: [String: Source] = [:]
    for (code, value) in ParticularsTelling.fields(facts[here].value) where value != nil {
      var first = here
      while first > 0, self.value(code, facts[first - 1]) == value { first -= 1 }
      let said = facts[first].first { fact in
        ParticularsTelling.fields(fact.value).contains { $0 == (code, value) }
      }
      sources[code] = said.source(.members)
    }
    return sources
  }

  private var corrections: [Correction] {
    var found: [Correction] = []
    var told: Set<Int64> = []
    for fact in facts {
      for (before, after) in zip(fact.versions, fact.versions.dropFirst())
      where after.by.operation == CorrectParticulars.operation
        && before.fact.span.start == after.fact.span.start
      {
        let isCut = before.fact.span.end != after.fact.span.end
        if isCut || !told.insert(after.by.entry).inserted { continue }
        found += differences(before.fact.value, after.fact.value).map {
          Correction(version: after, difference: $0)
        }
      }
    }
    return found
  }

  private func value(_ code: String, _ fact: FactHistory<Particulars>) -> String? {
    ParticularsTelling.fields(fact.value).first { $0.code == code }?.value
  }

  private static func fields(_ particulars: Particulars) -> [(code: String, value: String?)] {
    [
      ("name", particulars.name), ("born", particulars.born?.description),
      ("sex", particulars.sex?.rawValue), ("ethnicity", particulars.ethnicity), ("card", particulars.card),
    ]
  }

  private func differences(_ old: Particulars, _ new: Particulars) -> [Difference] {
    zip(ParticularsTelling.fields(old), ParticularsTelling.fields(new)).filter { $0.value != $1.value }
      .map { Difference(code: $0.code, old: $0.value ?? "–", new: $1.value ?? "–") }
  }
}
