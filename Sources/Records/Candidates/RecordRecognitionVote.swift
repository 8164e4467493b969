package import Basics
package import Rules
import Storage

/// Writes down a vote of the cell on recognising a member on probation.
///
/// Whether it was carried, and whether the matter goes up, the rules say; who decides is a person.
package struct RecordRecognitionVote: Operation {
  package static let operation = "recordRecognitionVote"
  package var person: ID<Person>
  package var day: CivilDate
  package var officials: Int
  package var present: Int?
  package var votes: Int

  package init(person: ID<Person>, on day: CivilDate, officials: Int, present: Int? = nil, votes: Int) {
    self.person = person
    self.day = day
    self.officials = officials
    self.present = present
    self.votes = votes
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("day", day.description), ("officials", String(officials)),
      ("present", present.map(String.init)), ("votes", String(votes)),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepCandidates, on: person)
    var objections = Vote.objections(officials, present, votes)
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    try objections.raise()
    guard let life = try LifeStore(db: work.db).life(person), let home = life.home(on: day),
      let term = life.term(on: day), term.value.official.map({ $0 > day }) ?? true
    else { throw Refused(.day, .noProbation(on: day)) }
    let vote = RecognitionVote(
      person: person,
      unit: home.value.unit,
      officials: officials,
      present: present,
      votes: votes
    )
    let old = try ProbationStore(db: work.db).votes(on: person)
    if old.contains(where: { $0.value == vote && $0.span.start == day }) {
      throw Refused(.day, .alreadyThere)
    }
    let fact = Fact(vote, Span(open: day), cited: work.cited)
    try work.write(.recognitionVote, work.draw(), fact.span, ProbationStore.row(fact))
    return person.number
  }
}
