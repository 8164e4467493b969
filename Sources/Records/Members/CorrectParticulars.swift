package import Basics
package import Rules

/// Corrects what is known of a person, or, with a day, records that it changed on that day.
///
/// A correction says it was always so; a change (a name taken at a marriage, a new card) keeps what was
/// true before.
package struct CorrectParticulars: Operation {
  package static let operation = "correctParticulars"
  package var person: ID<Person>
  package var particulars: Particulars
  /// The day it changed; `nil` for a correction.
  package var from: CivilDate?

  package init(person: ID<Person>, particulars: Particulars, from: CivilDate? = nil) {
    self.person = person
    self.particulars = particulars
    self.from = from
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("name", particulars.name), ("born", particulars.born?.description),
      ("sex", particulars.sex?.rawValue), ("ethnicity", particulars.ethnicity), ("card", particulars.card),
      ("from", from?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.correctParticulars, on: person)
    try Written.text(particulars.name, .name).raise()
    try work.change(person) { life in
      let before = life
      if let from {
        if life.particulars.first(where: { $0.span.contains(from) })?.value == particulars {
          throw Refused(.name, .nothingChanges)
        }
        _ = life.particulars.set(particulars, from: from, cited: work.cited)
      } else if let last = life.particulars.indices.last {
        // What is corrected is the latest; a birth date, sex or ethnicity holds for all of them.
        for index in life.particulars.indices {
          life.particulars[index].value.born = particulars.born
          life.particulars[index].value.sex = particulars.sex
          life.particulars[index].value.ethnicity = particulars.ethnicity
        }
        life.particulars[last].value.name = particulars.name
        life.particulars[last].value.card = particulars.card
      }
      if life == before { throw Refused(.name, .nothingChanges) }
    }
    return person.number
  }
}
