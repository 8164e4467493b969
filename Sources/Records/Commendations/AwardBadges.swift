package import Basics
package import Rules
import Storage

/// Awards badges of years in the Party under a decision, on a day of award: several people, several badges.
///
/// Nobody is awarded the same badge twice, nor one that the rule of the day does not give them yet.
package struct AwardBadges: Operation {
  package static let operation = "awardBadges"

  package struct Line: Hashable, Sendable {
    package var person: ID<Person>
    package var award: BadgeAward

    package init(person: ID<Person>, award: BadgeAward) {
      self.person = person
      self.award = award
    }
  }

  package var day: CivilDate
  package var lines: [Line]

  package init(day: CivilDate, lines: [Line]) {
    self.day = day
    self.lines = lines
  }

  package var said: [(name: String, value: String?)] {
    [
      ("day", day.description),
      (
        "badges",
        lines.map { "\($0.person) \($0.award.years) \($0.award.number ?? "")" }.joined(separator: ", ")
      ),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    for line in lines { try work.require(.awardBadge, on: line.person) }
    guard work.decision != nil else { throw Refused(.number, .blank) }
    guard !lines.isEmpty else { throw Refused(.badge, .blank) }
    var objections: [Objection] = []
    let reach = Reach(db: work.db, today: work.today)
    for line in lines {
      if let number = line.award.number { objections += Written.text(number, .badge, limit: 40) }
      guard let life = try LifeStore(db: work.db).life(line.person),
        let name = life.particulars.last?.value.name
      else {
        throw Refused(.person, .unknownPerson(line.person.description))
      }
      let old = try BadgeStore(db: work.db).awards(of: line.person)
      if let earlier = old.first(where: { $0.value.years == line.award.years }) {
        objections.append(
          Objection(.badge, .badgeTaken(years: line.award.years, on: earlier.span.start))
        )
        continue
      }
      guard let term = life.term(on: day), let official = term.value.official, official <= day,
        let decided = term.value.decided, let unit = try reach.unit(of: line.person)
      else {
        objections.append(Objection(.badge, .badgeNotReached(years: line.award.years, name: name)))
        continue
      }
      let rule = BadgeRule(try work.regulations(for: unit), on: day)
      // Without a rule for the day it is the decision alone that counts.
      if let rule,
        rule.reached(by: decided, suspended: life.suspensions)?.years ?? 0 < line.award.years
          || !rule.badges.contains(where: { $0.years == line.award.years })
      {
        objections.append(Objection(.badge, .badgeNotReached(years: line.award.years, name: name)))
      }
    }
    try objections.raise()
    for line in lines {
      let fact = Fact(line.award, Span(open: day), cited: work.cited)
      try work.save(.badgeAward, from: [], to: [fact]) { fact in
        [
          line.person.sqlValue, fact.value.years.sqlValue, fact.value.number.sqlValue, fact.cited.sqlValue,
          fact.line.sqlValue,
        ]
      }
    }
    return lines.first?.person.number
  }
}
