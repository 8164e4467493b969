public import Basics

/// A decision as it is entered: what the paper says.
public struct DecisionText: Hashable, Sendable {
  public var number: String
  public var signed: CivilDate
  /// The unit whose body issued it.
  public var issuer: ID<Unit>?
  public var signer: String?
  /// The legal basis it names.
  public var basis: String?

  public init(
    number: String,
    signed: CivilDate,
    issuer: ID<Unit>? = nil,
    signer: String? = nil,
    basis: String? = nil
  ) {
    self.number = number
    self.signed = signed
    self.issuer = issuer
    self.signer = signer
    self.basis = basis
  }
}
