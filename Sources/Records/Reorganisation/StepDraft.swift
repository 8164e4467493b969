import Basics
import Rules

/// A step of a plan as a file says it, before its words are understood.
///
/// A YAML file and a workbook fill in the same draft, so that the same words mean the same in both.
struct StepDraft {
  /// What kind of step; `nil` when it is not said.
  var step: String?
  var units: [String] = []
  var into: [String] = []
  var under: String?
  var code: String?
  var name: String?
  var kind: String?
  var sector: String?
  var parent: String?
  var posts: String?
  /// Who holds which function on.
  var kept: [Kept] = []
  var unitShares = Allotment()
  var peopleShares = Allotment()

  /// A function, who holds it on, and in which unit where there are several.
  struct Kept {
    let post: String
    let person: String
    let unit: String?

    init(_ post: String, _ person: String, in unit: String?) {
      self.post = Vocabulary.post(post)
      self.person = person
      self.unit = unit
    }
  }

  /// The kinds of steps, with the words that an office uses for them.
  static let steps: [(name: String, words: [String])] = [
    ("found", ["thành lập"]),
    ("rename", ["đổi tên"]),
    ("change", ["chuyển loại hình", "thay đổi"]),
    ("move", ["chuyển", "chuyển trực thuộc"]),
    ("merge", ["sáp nhập", "hợp nhất", "nhập"]),
    ("split", ["chia", "tách", "chia tách"]),
    ("dissolve", ["giải thể", "kết thúc hoạt động"]),
  ]

  /// The word a whole list of what is not named may be written with.
  static let restWords: Set<String> = ["rest", "còn lại", "*"]

  /// The step the draft means.
  /// - Throws: the first thing about it that cannot be understood.
  func understood() throws(RulebookFault.Reason) -> ReorganisationStep {
    let names = StepDraft.steps.map(\.name)
    guard let word = step?.lowercased() else { throw .expected(names.joined(separator: " | ")) }
    guard let name = StepDraft.steps.first(where: { $0.name == word || $0.words.contains(word) })?.name else {
      throw .unknownValue(word, allowed: names)
    }
    switch name {
    case "found":
      guard let kind = try kindMeant() else { throw .missing("kind") }
      return .found(
        code: try needed(code ?? units.first, "code"),
        name: try needed(self.name, "name"),
        kind: kind,
        sector: try sectorMeant(),
        parent: parent ?? under
      )
    case "rename": return .rename(unit: try unit(), name: try needed(self.name, "name"))
    case "change":
      let (kind, sector) = (try kindMeant(), try sectorMeant())
      if kind == nil, sector == nil { throw .missing("kind") }
      return .change(unit: try unit(), kind: kind, sector: sector)
    case "move": return .move(unit: try unit(), under: try needed(under ?? parent, "under"))
    case "merge":
      if units.isEmpty { throw .missing("units") }
      let heir = try needed(into.first, "into")
      if into.count > 1 { throw .unreadable(into.joined(separator: ", ")) }
      return .merge(units: units, into: heir, name: self.name, posts: try postsMeant(heir))
    case "split":
      if into.isEmpty { throw .missing("into") }
      return .split(
        unit: try unit(),
        into: into,
        units: unitShares,
        people: peopleShares,
        posts: try postsMeant(into.count == 1 ? into.first : nil)
      )
    default: return .dissolve(unit: try unit(), units: unitShares, people: peopleShares)
    }
  }

  private func unit() throws(RulebookFault.Reason) -> String {
    if units.count > 1 { throw .unreadable(units.joined(separator: ", ")) }
    return try needed(units.first, "unit")
  }

  private func needed(_ text: String?, _ name: String) throws(RulebookFault.Reason) -> String {
    guard let text, !text.isEmpty else { throw .missing(name) }
    return text
  }

  private func kindMeant() throws(RulebookFault.Reason) -> UnitKind? {
    guard let kind else { return nil }
    guard let meant = Vocabulary.kind(kind) else {
      throw .unknownValue(kind, allowed: UnitKind.allCases.map(\.rawValue))
    }
    return meant
  }

  private func sectorMeant() throws(RulebookFault.Reason) -> Sector? {
    guard let sector else { return nil }
    guard let meant = Vocabulary.sector(sector) else {
      throw .unknownValue(sector, allowed: Sector.allCases.map(\.rawValue))
    }
    return meant
  }

  /// What becomes of the functions: they end unless the file says where they are held on.
  private func postsMeant(_ heir: String?) throws(RulebookFault.Reason) -> ReorganisationStep.Posts {
    if !kept.isEmpty {
      var meant: [PostKept] = []
      for one in kept {
        guard let unit = one.unit ?? heir else { throw .expected("posts: {UNIT: {secretary: CODE}}") }
        meant.append(PostKept(one.post, by: one.person, in: unit))
      }
      return .keep(meant)
    }
    switch posts {
    case nil, "end", "kết thúc": return .end
    case "pass", "giữ":
      guard let heir else { throw .expected("posts: UNIT") }
      return .pass(to: heir)
    case .some(let unit): return .pass(to: unit)
    }
  }
}
