import Basics
import Markup
import Phrases
import Records
import Rules

/// A post of somebody reviewed, with the unit where it is not the one they are at home in.
struct ReviewPost: Sendable {
  let post: String
  let unit: String?

  /// What somebody reviewed holds, with the names of units known.
  static func all(of line: ReviewLine, _ names: [ID<Rules.Unit>: String]) -> [ReviewPost] {
    line.posts.map { ReviewPost(post: $0.post, unit: $0.unit == line.unit ? nil : names[$0.unit]) }
  }
}

/// Posts one after the other; nothing for whoever holds none.
func postsView(_ posts: [ReviewPost]) -> HTML? {
  guard !posts.isEmpty else { return nil }
  let words = posts.map { held in
    [Phrase.post(held.post).text, held.unit].compactMap(\.self).joined(separator: " ")
  }
  return " · <bdi lang=\"vi\">\(words.joined(separator: ", "))</bdi>"
}
