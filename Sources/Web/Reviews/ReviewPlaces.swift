import Basics
import Markup
import Records
import Rules

// Reviews: the rounds of a unit, what a body has before it in one, and one subject.
extension Viewpoint {
  /// The rounds that reach a unit.
  func reviews(_ unit: String) -> Path {
    opens.reviews ? Path("units", unit, "reviews").keeping(kept) : .closed
  }

  /// What a body evaluates or decides about in a round.
  func review(_ round: String, of unit: String, _ query: Query = Query()) -> Path {
    opens.reviews ? Path("reviews", round, "units", unit).keeping(query).keeping(kept) : .closed
  }

  /// All that a body has to say a word on, in one list.
  func ratingList(_ round: String, of unit: String) -> Path {
    opens.reviews && isNow ? Path.ratingList(round, of: unit) : .closed
  }

  func review(_ round: String, _ subject: ReviewSubject) -> Path {
    Path.review(round, subject).keeping(kept)
  }

  /// The same list as a file.
  func reviewsFile(_ unit: String, _ format: String, round: String) -> Path {
    opens.files && opens.reviews
      ? Path("units", unit, "reviews." + format).with("round", round).keeping(kept) : .closed
  }
}

extension Path {
  static func openRound(_ unit: String) -> Path { Path("units", unit, "reviews", "new") }
  static func review(_ round: String, of unit: String) -> Path { Path("reviews", round, "units", unit) }
  static func ratingList(_ round: String, of unit: String) -> Path {
    Path("reviews", round, "units", unit, "list")
  }
  static func review(_ round: String, _ subject: ReviewSubject) -> Path {
    Path("reviews", round, subject.word, subject.key)
  }
}

extension ReviewSubject {
  /// The word an address has for whom a review is of.
  var word: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .collective: "collective"
    }
  }

  var key: String { person?.description ?? unit?.description ?? "" }

  init?(_ word: String, _ key: String) {
    switch word {
    case "person":
      guard let person = ID<Person>(key) else { return nil }
      self = .person(person)
    case "organisation", "collective":
      guard let unit = ID<Unit>(key) else { return nil }
      self = word == "organisation" ? .organisation(unit) : .collective(unit)
    default: return nil
    }
  }
}
