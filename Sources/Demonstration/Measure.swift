/// The size of everything in a province of so many people, on 30 September 2025.
///
/// A province of 131,548 has 107 committees under it, 931 grassroots organisations and 3,900 cells; a smaller or
/// larger one has all of it in proportion, and at least one of each.
package struct Measure: Hashable, Sendable {
  package let people: Int
  package let superiorCommittees: Int
  package let baseCommittees: Int
  package let baseCells: Int
  package let cells: Int
  /// Admitted, some for the second time, from 1 January up to and including 30 September 2025.
  package let admittedIn2025: Int
  /// Of the committees under the province: communes, wards, special zones, agencies and forces.
  let communes: Int
  let wards: Int
  let zones: Int
  let agencies: Int

  init(people: Int) {
    self.people = people
    func scaled(_ full: Int) -> Int { max(1, (full * people + Measure.full / 2) / Measure.full) }
    superiorCommittees = scaled(107)
    baseCommittees = scaled(420)
    baseCells = scaled(511)
    cells = max(4, scaled(3900))
    admittedIn2025 = scaled(1513)
    let kinds = Measure.shares(of: superiorCommittees, by: [68, 24, 3, 12])
    communes = kinds[0]
    wards = kinds[1]
    zones = kinds[2]
    agencies = kinds[3]
  }

  /// The committees of a territory.
  var territories: Int { communes + wards + zones }

  /// The size to which all other sizes are in proportion.
  static let full = 131_548

  /// `total` dealt out in proportion to the weights, none lost: the largest remainders get what is left over.
  static func shares(of total: Int, by weights: [Int]) -> [Int] {
    let sum = max(1, weights.reduce(0, +))
    var shares = weights.map { total * $0 / sum }
    let order = weights.indices.sorted { one, other in
      let (first, second) = (total * weights[one] % sum, total * weights[other] % sum)
      return first == second ? one < other : first > second
    }
    for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
