public import Basics

/// The judges of a library, each made once and kept for the days on which it judges the same.
///
/// For whoever judges many subjects on many days, as an import does.
public final class Judges {
  public let library: RulebookLibrary
  private var kept: [Key: [Judge]] = [:]

  private struct Key: Hashable {
    let family: String
    let subject: String
  }

  public init(_ library: RulebookLibrary) {
    self.library = library
  }

  /// The judge of a subject on a day; `nil` when no rule is known for that day.
  public func judge(_ family: String, of subject: String, on day: CivilDate) -> Judge? {
    let key = Key(family: family, subject: subject)
    if let judge = kept[key]?.last(where: { $0.days.contains(day) }) { return judge }
    guard let judge = library.judge(family, of: subject, on: day) else { return nil }
    kept[key, default: []].append(judge)
    return judge
  }
}
