/// One post in the leading body of a unit, held or vacant.
struct Seat: Sendable {
  let unit: Int32
  let function: PlannedPost.Function
  /// Who holds it, -1 for nobody, and since which day.
  var holder: Int32 = -1
  var since: Int32 = 0
  /// Whether the unit has ended.
  var isGone = false
}

/// All posts of the province, by who holds them.
struct Seats: Sendable {
  private(set) var all: [Seat] = []
  private var byHolder: [Int32: [Int32]] = [:]

  subscript(seat: Int32) -> Seat { all[Int(seat)] }

  /// Gives a unit the posts that its leading body has.
  mutating func add(_ unit: Int32, to units: inout [Unit]) {
    for function in units[Int(unit)].functions {
      units[Int(unit)].seats.append(Int32(all.count))
      all.append(Seat(unit: unit, function: function))
    }
  }

  func held(by person: Int32) -> [Int32] { byHolder[person] ?? [] }

  /// Whether the person has a post in the unit.
  func holds(_ person: Int32, in unit: Int32) -> Bool {
    held(by: person).contains { all[Int($0)].unit == unit }
  }

  mutating func take(_ seat: Int32, _ person: Int32, on day: Int32) {
    all[Int(seat)].holder = person
    all[Int(seat)].since = day
    byHolder[person, default: []].append(seat)
  }

  mutating func vacate(_ seat: Int32) {
    let holder = all[Int(seat)].holder
    all[Int(seat)].holder = -1
    let rest = held(by: holder).filter { $0 != seat }
    byHolder[holder] = rest.isEmpty ? nil : rest
  }

  mutating func close(_ seat: Int32) {
    all[Int(seat)].isGone = true
  }
}
