import Basics

/// The province on one day after another, and what happens in it on each.
///
/// Every day depends on the days before it and on the seed alone, never on where the history will be cut.
struct History: Sendable {
  var units: [Unit]
  var population: Population
  var seats = Seats()
  var contacts = Contacts()
  /// The units in which members have their home; some of them ended by now.
  var homes: [Int32] = []
  var random: SplitMix
  /// The day that was lived last, and what happened on it.
  private(set) var day = Calendar.takenOver
  var events: [PlannedEvent] = []
  /// Who completes twelve months on a day, and which posts are filled on it.
  var probations: [Int32: [Int32]] = [:]
  var vacancies: [Int32: [Int32]] = [:]
  /// Those who may come back one day, in the order in which they left.
  var departed: [(person: Int32, day: Int32)] = []
  var nextDeparted = 0
  /// How many second admissions are due and have found nobody yet.
  var returns = 0
  var script: [ScriptedDeed]
  var nextDeed = 0
  var postponed: [ScriptedDeed] = []
  /// The decision that carries several deeds on units.
  var sheet: (number: Int32, issuer: Int32, decision: PlannedDecision)?
  private var flows: FlowSchedule

  /// The province as the lists have it that were taken over on 1 January 2015.
  init(measure: Measure, seed: UInt64) {
    var builder = ProvinceBuilder(measure: measure, seed: seed)
    builder.build()
    units = builder.units
    script = builder.script
    population = Population(seed: seed)
    random = SplitMix(seed: SplitMix.mark(seed, 4))
    flows = FlowSchedule(measure: measure)
    homes = units.indices.filter { units[$0].exists && units[$0].isHome }.map(Int32.init)
    settle(measure.people - FlowSchedule.growth(measure: measure), seed: seed)
    for unit in units.indices where units[unit].exists { seats.add(Int32(unit), to: &units) }
    for seat in seats.all.indices { fillAtOpening(Int32(seat)) }
    for _ in 0..<max(1, 400 * measure.people / Measure.full) { beginContact() }
    events.removeAll()
  }

  /// Lives the next day.
  mutating func advance() {
    day = day.adding(days: 1)
    events.removeAll(keepingCapacity: true)
    let counts = flows.counts(on: day)
    func count(_ flow: Flow) -> Int { counts[flow.rawValue] }
    runScript()
    recognise()
    fillVacancies()
    for _ in 0..<count(.died) { end(one: .died) }
    endDeleted(count(.deleted))
    for _ in 0..<count(.expelled) { end(one: .expelled) }
    for _ in 0..<count(.left) { end(one: .left) }
    for _ in 0..<count(.transferredOut) { end(one: .transferred) }
    moveHomes(count(.moved))
    for _ in 0..<count(.takenOver) { takeOver() }
    returns += count(.readmitted)
    admit(count(.admitted))
    for _ in 0..<count(.affiliationBegun) { beginContact() }
    for _ in 0..<count(.affiliationEnded) { endSomeContact() }
    for _ in 0..<count(.corrected) { correct() }
    for _ in 0..<count(.postLeft) { leaveSomePost() }
  }

  mutating func happen(_ deed: PlannedDeed, _ decision: PlannedDecision?) {
    events.append(PlannedEvent(day: day, decision: decision, deed: deed))
  }

  /// So many people, each in a home, as the lists have them.
  private mutating func settle(_ people: Int, seed: UInt64) {
    population.reserve(people + people / 4)
    var newcomers = Newcomers(random: SplitMix(seed: SplitMix.mark(seed, 5)))
    let sizes = Measure.shares(of: people, by: homes.map { units[Int($0)].weight })
    for (index, home) in homes.enumerated() {
      for _ in 0..<sizes[index] {
        var member = newcomers.member(of: units[Int(home)], takenOver: Calendar.takenOver)
        let official = CivilDate(number: member.admitted).adding(months: 12)
        member.isOfficial = official <= Calendar.takenOver
        let person = population.append(member)
        population.enter(person, home, of: &units)
        if !member.isOfficial { probations[official.number, default: []].append(person) }
      }
    }
  }
}
