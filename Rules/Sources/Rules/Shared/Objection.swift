/// A refusal with the field it belongs to, if it belongs to one.
public struct Objection: Hashable, Sendable {
  public let field: Field?
  public let refusal: Refusal

  public init(_ field: Field?, _ refusal: Refusal) {
    self.field = field
    self.refusal = refusal
  }
}

/// Thrown when the rules say no: every reason at once, so that a form can be mended in one go.
public struct Refused: Error, Hashable, Sendable {
  public let objections: [Objection]

  public init(_ objections: [Objection]) {
    self.objections = objections
  }

  public init(_ field: Field?, _ refusal: Refusal) {
    objections = [Objection(field, refusal)]
  }
}

extension [Objection] {
  /// Throws them, if there are any.
  public func raise() throws(Refused) {
    if !isEmpty { throw Refused(self) }
  }
}
