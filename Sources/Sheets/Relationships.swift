/// How the parts of a book point to each other: by an id, which a list beside each part explains.
final class Relationships: XMLListener {
  /// One part that another points to.
  struct Target {
    /// The last word of the kind: `worksheet`, `styles`, `sharedStrings`.
    let kind: String
    /// The part's path in the archive.
    let part: String
  }

  private let folder: String
  private(set) var targets: [String: Target] = [:]

  /// - Parameter source: the part that points, by its path in the archive; empty for the book as a whole.
  private init(of source: String) {
    folder = Self.folder(of: source)
  }

  /// The parts that `source` points to, by their ids; none when it has no such list.
  static func read(_ archive: ZipArchive, of source: String) throws -> [String: Target] {
    let folder = folder(of: source)
    let list = (folder.isEmpty ? "" : folder + "/") + "_rels/" + FileName.last(of: source) + ".rels"
    guard archive.holds(list) else { return [:] }
    let relationships = Relationships(of: source)
    let part = try archive.open(list, limit: SheetLimits.smallPartBytes)
    try XMLPart.parse(part, listener: relationships)
    return relationships.targets
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    guard
      name == "Relationship",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    targets[id] = Target(kind: FileName.last(of: type), part: Self.resolved(target, in: folder))
  }

  /// The path in the archive of a target written relative to `folder`, or from the top with a slash.
  static func resolved(_ target: String, in folder: String) -> String {
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in path.split(separator: "/") where step != "." {
      if step == ".." {
        _ = steps.popLast()
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  private static func folder(of part: String) -> String {
    part.split(separator: "/").dropLast().joined(separator: "/")
  }
}
