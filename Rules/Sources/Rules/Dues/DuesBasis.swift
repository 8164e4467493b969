/// What a member lives on, as far as dues go.
public enum DuesCategory: String, Hashable, Sendable, CaseIterable {
  case insured, onLeave, pensioner, student, working, retired
  /// Excused from dues on a ground that somebody states.
  case exempt

  /// Which income dues of this kind are a share of; none where they are not a share of an income.
  public var incomeFact: String? {
    switch self {
    case .insured: "dues.salary"
    case .onLeave: "dues.allowance"
    case .pensioner: "dues.pension"
    case .student, .working, .retired, .exempt: nil
    }
  }

  /// Whether they are a share of the minimum wage of a region.
  public var needsRegion: Bool { self == .working || self == .retired }
}

/// On what a member's dues stand: declared truthfully, from a month on.
public struct DuesBasis: Hashable, Sendable {
  public var category: DuesCategory
  /// The monthly income in whole đồng.
  public var income: Int?
  /// The region of the minimum wage, 1 to 4.
  public var region: Int?
  /// Why somebody is exempt.
  public var ground: String?

  /// The regions of the minimum wage.
  public static let regions = 1...4

  public init(_ category: DuesCategory, income: Int? = nil, region: Int? = nil, ground: String? = nil) {
    self.category = category
    self.income = income
    self.region = region
    self.ground = ground
  }

  /// What is missing from it, or cannot be.
  public var objections: [Objection] {
    var found: [Objection] = []
    if category.incomeFact != nil {
      if income == nil { found.append(Objection(.income, .blank)) }
    } else if income != nil {
      found.append(Objection(.income, .noIncomeNeeded))
    }
    if let income, income < 1 { found.append(Objection(.income, .notAnAmount(String(income)))) }
    if category.needsRegion != (region != nil) {
      found.append(Objection(.region, category.needsRegion ? .blank : .noIncomeNeeded))
    }
    if let region, !DuesBasis.regions.contains(region) {
      found.append(
        Objection(.region, .unknownValue(String(region), allowed: DuesBasis.regions.map { "\($0)" }))
      )
    }
    if category == .exempt, ground == nil { found.append(Objection(.ground, .blank)) }
    return found
  }

  /// What a rule of dues reads of it.
  public var facts: [String: Quantity] {
    func yes(_ it: DuesCategory) -> Quantity { Quantity(category == it ? 1 : 0) }
    var facts = [
      "dues.insured": yes(.insured), "dues.onLeave": yes(.onLeave), "dues.pensioner": yes(.pensioner),
      "dues.student": yes(.student), "dues.retirementAge": yes(.retired),
    ]
    if let fact = category.incomeFact, let income { facts[fact] = Quantity(income) }
    if let region {
      for number in DuesBasis.regions { facts["dues.region\(number)"] = Quantity(number == region ? 1 : 0) }
    }
    return facts
  }
}
