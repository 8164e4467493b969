/// Systems of others whose identifiers are met often; further ones are free text.
public enum KnownSystem: String, Hashable, Sendable, CaseIterable {
  /// The national database of members.
  case memberDatabase
  /// The members' electronic handbook.
  case handbook
  /// The account on the public service portal.
  case publicService
  /// The number of the citizen's identity card.
  case citizenCard
}

/// What another system calls a person: kept beside our own number, so that lists can be matched.
///
///     Identifier(system: "citizenCard", written: "001 084 012345")?.value   // "001084012345"
public struct Identifier: Hashable, Sendable {
  /// A `KnownSystem` by its code, or free text.
  public var system: String
  public var value: String

  public init(system: String, value: String) {
    self.system = system
    self.value = value
  }

  /// Reads what a form or a list says: the spaces by which people group digits mean nothing.
  ///
  /// `nil` when nothing was written.
  public init?(system: String, written: String) {
    let system = system.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let value = Identifier.plain(written)
    guard !system.isEmpty, !value.isEmpty else { return nil }
    self.init(system: system, value: value)
  }

  /// A value as it is kept and compared.
  public static func plain(_ written: String) -> String {
    String(written.filter { !$0.isWhitespace })
  }
}
