/// A table as an engine describes it.
package struct TableShape: Hashable, Sendable {
  /// One column of a table.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let type: Kind

    package init(name: String, type: Kind) {
      self.name = name
      self.type = type
    }
  }

  /// What the common dialect lets a column hold.
  package enum Kind: Hashable, Sendable {
    case integer, text, bytes, day
  }

  package let name: String
  package let columns: [Column]
  /// The columns by which its rows are told apart, in order.
  package let key: [String]
  /// The other tables that its rows point into.
  package let refersTo: Set<String>

  package init(name: String, columns: [Column], key: [String], refersTo: Set<String>) {
    self.name = name
    self.columns = columns
    self.key = key
    self.refersTo = refersTo
  }

  /// All of its rows with all of their columns, in order of the key.
  package var rows: SQL {
    var text = "SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(name)"
    if !key.isEmpty { text += " ORDER BY \(key.joined(separator: ", "))" }
    return SQL(shape: text)
  }

  /// How many rows it has.
  package var count: SQL { SQL(shape: "SELECT count(*) FROM \(name)") }
}

extension [TableShape] {
  /// The same tables, each after those it refers to, else by name.
  package var inOrderOfReference: [TableShape] {
    var left = sorted { $0.name < $1.name }
    var ordered: [TableShape] = []
    var placed: Set<String> = []
    let names = Set(left.map(\.name))
    while !left.isEmpty {
      let ready = left.filter { $0.refersTo.intersection(names).subtracting([$0.name]).isSubset(of: placed) }
      // Tables that point at each other have no order: they follow as they are.
      let next = ready.isEmpty ? left : ready
      ordered += next
      placed.formUnion(next.map(\.name))
      left.removeAll { placed.contains($0.name) }
    }
    return ordered
  }
}
