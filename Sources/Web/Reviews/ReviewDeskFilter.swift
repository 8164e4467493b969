import Markup
import Records
import Rules

/// Which of those before a body are shown: of a state, or of a class among those capped together.
struct ReviewDeskFilter: Sendable {
  let state: ReviewState?
  let group: CapGroup?
  let rating: ReviewClass?
  /// Those of the class among those capped together; `nil` without such a question.
  private let among: Set<ReviewSubject>?

  /// Reads `state`, `group` and `rating`; those that make no sense here are refused.
  init(_ visit: Visit, _ groups: [CapGroup: [ReviewClass: [ReviewLine]]]) throws {
    let word = visit.asked.value("group")
    let group = groups.keys.first { $0.word == word }
    let rating: ReviewClass? = try visit.choice("rating")
    guard word == nil || group != nil else { throw PageFault.value(name: "group", word ?? "") }
    let asked = groups.filter { word == nil || $0.key == group }.values.joined()
    let subjects = asked.filter { rating == nil || $0.key == rating }.flatMap(\.value).map(\.subject)
    among = word == nil && rating == nil ? nil : Set(subjects)
    state = try visit.choice("state")
    (self.group, self.rating) = (group, rating)
  }

  func shows(_ line: ReviewLine) -> Bool {
    (state == nil || line.state == state) && (among?.contains(line.subject) ?? true)
  }
}

extension CapGroup {
  /// The word an address has for it.
  var word: String {
    [sort.rawValue, kind?.rawValue, sector?.rawValue].compactMap(\.self).joined(separator: ".")
  }
}

extension Query {
  /// The same question of all those before a body, whatever their state or class.
  var ofAllReviewed: Query { without("state", "group", "rating", "after", "before", "done") }

  /// The same question of those of a class among those capped together.
  func among(_ group: CapGroup, _ rating: ReviewClass) -> Query {
    ofAllReviewed.with("group", group.word).with("rating", rating.rawValue)
  }
}
