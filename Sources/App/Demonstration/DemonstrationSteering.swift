import Basics
import Demonstration
import Records
import Rules
import Storage

/// Who steers which reviews in the fictional province, and the sessions they were at: the province's standing committee
/// every committee, some committees theirs their organisations, and one organisation of the base its cells.
struct DemonstrationSteering {
  let raters: DemonstrationRatings
  let seed: UInt64

  static let groundOfBase = "Phân công của đảng ủy cơ sở"

  /// `around`: the units above where a newcomer looks around, from the top; below all of them reviews are steered.
  ///
  /// Gives who was assigned.
  func assign(
    in round: ID<FactMark>,
    _ root: ID<Rules.Unit>,
    around: [ID<Rules.Unit>]
  ) throws -> [ReviewSteering] {
    let rows = FigureRows(db: raters.db)
    let asOf = AsOf(raters.day)
    let committees = try rows.units(.superiorCommittees, below: root, asOf).map(\.unit.unit)
    let ground = "Phân công của Ban Thường vụ Tỉnh ủy, Thông báo số 58-TB/TU"
    var steering = try assign(round, root, committees, ground)
    for (place, committee) in committees.enumerated() where place % 12 == 5 || around.contains(committee) {
      let bases = try [FigureName.baseCommittees, .baseCells].flatMap {
        try rows.units($0, below: committee, asOf).map(\.unit.unit)
      }
      let ground = "Kế hoạch kiểm điểm của Ban Thường vụ Đảng ủy"
      steering += try assign(round, committee, bases, ground)
      for base in bases where around.contains(base) {
        let cells = try rows.units(.cells, below: base, asOf).map(\.unit.unit)
        steering += try assign(round, base, cells, DemonstrationSteering.groundOfBase)
      }
    }
    return steering
  }

  /// The members of a body's standing committee take its units in turn; nobody steers where the body has none.
  func assign(
    _ round: ID<FactMark>,
    _ body: ID<Rules.Unit>,
    _ units: [ID<Rules.Unit>],
    _ ground: String
  ) throws -> [ReviewSteering] {
    let people = try SteeringStore(db: raters.db).standingCommittee(of: body, AsOf(raters.day)).map(\.person)
    guard !people.isEmpty else { return [] }
    return try units.enumerated().map { place, unit in
      let person = people[place % people.count]
      let steering = ReviewSteering(round: round, unit: unit, body: body, person: person, ground: ground)
      try raters.carryOut(AssignSteering(steering))
      return steering
    }
  }

  /// Four of five were at the session in the fortnight before, one of seven of those twice.
  func attend(_ steering: [ReviewSteering]) throws {
    let texts = [
      "Cơ bản nhất trí báo cáo kiểm điểm; làm rõ trách nhiệm người đứng đầu ở hai việc chậm.",
      "Đề nghị bổ sung kế hoạch khắc phục, có người phụ trách và thời hạn từng việc.",
      "Tự phê bình nghiêm túc; cần nêu cụ thể hơn kết quả nhiệm vụ được giao.",
      "Nhất trí mức tự xếp loại; nhắc hoàn thành hồ sơ gửi lên đúng hạn.",
    ]
    for steering in steering {
      let lot = TaskWords.lot(String(steering.unit.number), seed &+ 41)
      let way = TaskWords.lot(lot, 1)
      guard way % 5 > 0 else { continue }
      for session in 0..<(way % 7 == 0 ? 2 : 1) {
        let matter = ReviewMatter(
          key: ID(0),
          round: steering.round,
          subject: .organisation(steering.unit),
          kind: .attendance,
          unit: steering.body,
          person: steering.person,
          text: texts[TaskWords.lot(lot, 3 + session) % texts.count]
        )
        let day = raters.day.adding(days: -(TaskWords.lot(lot, 2) % 7) - session * 7)
        try raters.carryOut(RaiseMatter(matter, on: day))
      }
    }
  }
}
