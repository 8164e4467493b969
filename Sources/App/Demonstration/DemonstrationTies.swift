import Basics
import Records
import Rules
import Storage

/// Contact where members live, and who is lent to another unit, in the fictional province when its history ends.
struct DemonstrationTies {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let day: CivilDate

  private func carryOut(_ operation: any Operation, under decision: DecisionText? = nil) throws {
    _ = try desk.carryOut(Errand(operation, by: officer, under: decision))
  }

  // MARK: Where they live

  /// Introduces most members of a committee's offices, schools and enterprises where they live.
  func introduce(_ committee: DemonstrationCommittee) throws -> Int {
    let homes = committee.cells.filter { $0.sector == .residential }.map(\.unit)
    guard !homes.isEmpty else { return 0 }
    let since = day.adding(months: -20)
    let known = try homes.filter { try UnitStore(db: db).existence($0).existence?.contains(since) == true }
    guard !known.isEmpty else { return 0 }
    var count = 0
    for cell in committee.cells where cell.sector.map(DemonstrationTies.works) ?? false {
      var question = RollQuestion(unit: cell.unit, asOf: AsOf(day))
      question.tie = .residence
      let tied = Set(try RollStore(db: db).page(question, members: 50, limit: 60).lines.map(\.person))
      for (number, line) in cell.free.enumerated() where number % 5 != 4 && !tied.contains(line.person) {
        let from = since.adding(days: (cell.place * 13 + number * 29) % 400)
        guard let life = try LifeStore(db: db).life(line.person), life.term(on: from) != nil,
          life.terms.last?.span.end == nil
        else { continue }
        let unit = known[(cell.place + number * 3) % known.count]
        let tie = Affiliation(unit, .residence)
        if life.affiliations.contains(where: { $0.value == tie }) { continue }
        let begun = BeginRole(person: line.person, unit: unit, role: .residence, span: Span(open: from))
        try carryOut(begun)
        count += 1
      }
    }
    return count
  }

  private static func works(_ sector: Sector) -> Bool {
    switch sector {
    case .agency, .school, .health, .enterprise, .police: true
    default: false
    }
  }

  /// The comments of the last two years of those of a committee who keep contact.
  func comment(_ committee: DemonstrationCommittee) throws -> Int {
    var count = 0
    for year in [day.year - 1, day.year] {
      guard let asked = CivilDate(year: year, month: 11, day: 3), asked.adding(days: 14) < day else {
        continue
      }
      let question = ResidenceQuestion(committee.unit, year: year, AsOf(day))
      let kept = try ResidenceStore(db: db).page(question, .kept, 0..<2000)
      for (number, line) in kept.enumerated() where line.state == nil && number % 9 != 7 {
        guard let since = line.since, since < asked else { continue }
        try carryOut(AskResidenceComment(person: line.person, year: year, day: asked))
        count += 1
        let answered = asked.adding(days: 8 + number * 5 % 30)
        guard answered < day, number % 6 != 5 else { continue }
        let letter = "\(1 + number)-NX/CB"
        try carryOut(ReceiveResidenceComment(person: line.person, year: year, day: answered, number: letter))
        count += 1
      }
    }
    return count
  }

  /// States of whom no contact is asked: those who live where they serve.
  func exempt(_ root: ID<Rules.Unit>) throws -> Int {
    let ground = "Công tác trong doanh trại, theo Hướng dẫn 33-HD/BTCTW"
    let span = Span(open: day.adding(months: -30))
    for sector in [Sector.armedForces, .borderGuard] {
      try carryOut(ExemptFromResidence(unit: root, sector: sector, ground: ground, span: span))
    }
    return 2
  }

  // MARK: Lent to other units

  /// What border guards hold where they are lent to, and how many in a province of the full size.
  private static let posts: [(post: String?, kind: UnitKind, count: Int)] = [
    ("committeeMember", .superiorCommittee, 7), ("deputySecretary", .baseCommittee, 5),
    ("Đại biểu Hội đồng nhân dân xã", .baseCommittee, 11), ("committeeMember", .baseCommittee, 16),
    (nil, .cell, 135),
  ]

  /// Lends people of the forces, or of offices where there are none, to the units of the border.
  func lend(_ committees: inout [DemonstrationCommittee], people: Int, _ root: ID<Rules.Unit>) throws -> Int {
    let guards = committees.indices.flatMap { committee in
      committees[committee].cells.indices.map { (committee, $0) }
    }.filter { place in
      let sector = committees[place.0].cells[place.1].sector
      return sector == .borderGuard || sector == .armedForces
    }
    guard !guards.isEmpty else { return 0 }
    var (count, place) = (0, 0)
    for (post, kind, full) in Self.posts {
      let hosts = try hosts(kind, committees)
      guard !hosts.isEmpty else { continue }
      let wanted = max(1, full * people / 131_548)
      // 135 people take part in the meetings of 41 cells.
      let spread = kind == .cell ? max(1, wanted * 41 / 135) : wanted
      for number in 0..<wanted {
        let from = day.adding(days: -(60 + number * 37 % 500))
        let host = hosts[number % spread * 7 % hosts.count]
        place += 1
        let (committee, cell) = guards[place * 5 % guards.count]
        guard try UnitStore(db: db).existence(host).existence?.contains(from) == true,
          let person = try committees[committee].take(cell, since: from, db)
        else { continue }
        let decision = DecisionText(
          number: "\(600 + place)-QĐ/TU",
          signed: from.adding(days: -5),
          issuer: root,
          signer: "Ban Thường vụ"
        )
        let lent = SecondMember(person: person, to: host, post: post, span: Span(open: from))
        try carryOut(lent, under: decision)
        count += 1
      }
    }
    return count
  }

  /// The units somebody can be lent to: of communes and villages, not of the forces.
  private func hosts(_ kind: UnitKind, _ committees: [DemonstrationCommittee]) throws -> [ID<Rules.Unit>] {
    if kind == .cell {
      return committees.flatMap { $0.cells.filter { $0.sector == .residential }.map(\.unit) }
    }
    let civil = committees.filter { $0.cells.contains { $0.sector == .residential } }
    if kind == .superiorCommittee { return civil.map(\.unit) }
    return try civil.flatMap { committee in
      try FigureRows(db: db).units(.baseCommittees, below: committee.unit, AsOf(day)).map(\.unit.unit)
    }
  }
}
