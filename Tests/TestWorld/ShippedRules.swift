package import RulebookFiles
package import Rules

/// The regulations as they are shipped.
package enum ShippedRules {
  package static let folder: RulebookFolder = {
    let root = String(#filePath.dropLast("/Tests/TestWorld/ShippedRules.swift".count))
    guard let folder = try? RulebookFolder.load(root + "/Rulebooks") else {
      preconditionFailure("the shipped rulebooks do not load")
    }
    return folder
  }()

  package static var library: RulebookLibrary { folder.library }
}
