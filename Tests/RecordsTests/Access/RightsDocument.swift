import Foundation
import Rules

/// The table of rights as people read it, in docs/rights.md.
enum RightsDocument {
  static var text: String {
    var text = """
      # Rights

      Who may do what where. A role is granted for a unit and counts on the days of the grant, for that unit
      (**own**) and for all that stands below it today (**below**). A unit that has ended is where its
      successors are. Nothing is allowed anywhere else.

      | deed | \(Role.allCases.map(\.rawValue).joined(separator: " | ")) |
      | --- | \(Role.allCases.map { _ in "---" }.joined(separator: " | ")) |

      """
    for deed in Deed.allCases {
      let cells = Role.allCases.map { role in
        Rights.relations(role, deed).map(\.rawValue).joined(separator: ", ")
      }
      text += "| `\(deed.rawValue)` | \(cells.joined(separator: " | ")) |\n"
    }
    return text.replacingOccurrences(of: "|  |", with: "| – |").replacingOccurrences(
      of: "|  |",
      with: "| – |"
    )
  }

  static func read() throws -> String {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    // This file's own way up: Access, RecordsTests, Tests.
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return try String(contentsOf: folder.appendingPathComponent("docs/rights.md"), encoding: .utf8)
  }
}
