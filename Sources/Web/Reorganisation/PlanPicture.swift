import Records
import Rules

/// A plan as a picture: few enough places on each side to be read, and the bands between them.
struct PlanPicture: Sendable {
  /// One place: a unit that the plan touches, all of them below a unit above, or all the rest.
  struct Place: Sendable {
    enum Extent: Hashable, Sendable {
      case unit(String)
      case below(String)
      case others
      /// Nobody takes it over yet.
      case nowhere
    }

    let extent: Extent
    let name: String
    /// How many touched units it stands for.
    var units: Int
    let line: PlanOutlook.Line?
    var members = 0
  }

  struct Band: Sendable {
    let from: Int
    let to: Int
    var amount: PlanOutlook.Amount
  }

  /// More places than this on one side are grouped.
  static let most = 12

  private(set) var left: [Place] = []
  private(set) var right: [Place] = []
  private(set) var bands: [Band] = []

  /// `focus`: only what comes from, or goes to, what stands under this unit.
  init(_ outlook: PlanOutlook, within focus: String?) {
    let (before, after) = (outlook.before.byCode, outlook.after.byCode)
    let shown = outlook.bands.filter { band in
      guard let focus else { return true }
      return before[band.from]?.stands(under: focus) == true
        || band.to.flatMap { after[$0] }?.stands(under: focus) == true
    }
    let fromWhere = PlanPicture.groups(shown.map(\.from), before, within: focus) { code in
      shown.filter { $0.from == code }.reduce(0) { $0 + $1.amount.members }
    }
    let toWhere = PlanPicture.groups(shown.compactMap(\.to), after, within: focus) { code in
      shown.filter { $0.to == code }.reduce(0) { $0 + $1.amount.members }
    }
    var (starts, ends): ([Place.Extent: Int], [Place.Extent: Int]) = ([:], [:])
    var seen: (from: Set<String>, to: Set<String>) = ([], [])
    var between: [[Int]: Int] = [:]
    for band in shown {
      let from = fromWhere[band.from] ?? .others
      let to = band.to.map { toWhere[$0] ?? .others } ?? .nowhere
      let start = PlanPicture.place(from, &left, &starts, before, outlook.names)
      let end = PlanPicture.place(to, &right, &ends, after, outlook.names)
      left[start].members += band.amount.members
      right[end].members += band.amount.members
      if seen.from.insert(band.from).inserted { left[start].units += 1 }
      if let to = band.to, seen.to.insert(to).inserted { right[end].units += 1 }
      if let known = between[[start, end]] {
        bands[known].amount = bands[known].amount + band.amount
      } else {
        between[[start, end]] = bands.count
        bands.append(Band(from: start, to: end, amount: band.amount))
      }
    }
    bands.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func place(
    _ extent: Place.Extent,
    _ places: inout [Place],
    _ known: inout [Place.Extent: Int],
    _ lines: [String: PlanOutlook.Line],
    _ names: [String: String]
  ) -> Int {
    if let index = known[extent] { return index }
    var (name, line): (String, PlanOutlook.Line?) = ("", nil)
    switch extent {
    case .unit(let code), .below(let code):
      // On each side it is called what it is called there.
      line = lines[code]
      name = line?.name ?? names[code] ?? code
    case .others, .nowhere: break
    }
    known[extent] = places.count
    places.append(Place(extent: extent, name: name, units: 0, line: line))
    return places.count - 1
  }

  /// What each unit of a side is shown as.
  private static func groups(
    _ codes: [String],
    _ lines: [String: PlanOutlook.Line],
    within focus: String?,
    _ members: (String) -> Int
  ) -> [String: Place.Extent] {
    let all = Set(codes)
    guard all.count > most else {
      return Dictionary(all.map { ($0, .unit($0)) }) { first, _ in first }
    }
    let ways = Dictionary(all.map { ($0, (lines[$0]?.above ?? []) + [$0]) }) { first, _ in first }
    for depth in stride(from: 8, through: 0, by: -1) {
      let lifted = ways.mapValues { $0.count > depth ? $0[depth] : $0.last ?? "" }
      let found = Set(lifted.values)
      if found.count > most || (found.count == 1 && found.first == focus) { continue }
      let crowds = Dictionary(lifted.map { ($0.value, 1) }, uniquingKeysWith: +)
      return lifted.mapValues { top in crowds[top] == 1 && all.contains(top) ? .unit(top) : .below(top) }
    }
    let largest = all.sorted { (members($1), $0) < (members($0), $1) }.prefix(most - 1)
    return Dictionary(largest.map { ($0, .unit($0)) }) { first, _ in first }
  }
}

extension [PlanOutlook.Line] {
  var byCode: [String: PlanOutlook.Line] { Dictionary(map { ($0.code, $0) }) { first, _ in first } }
}

extension PlanOutlook.Line {
  /// Whether it is a unit, or stands somewhere below it.
  func stands(under unit: String) -> Bool { code == unit || above.contains(unit) }
}
