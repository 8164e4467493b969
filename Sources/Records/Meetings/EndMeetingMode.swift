package import Basics
package import Rules
import Storage

/// Takes back that a cell may meet in a way: from a day on it may not; from its first day on it never might.
package struct EndMeetingMode: Operation {
  package static let operation = "endMeetingMode"
  package var unit: ID<Unit>
  package var permission: ID<FactMark>
  package var from: CivilDate

  package init(of unit: ID<Unit>, _ permission: ID<FactMark>, from: CivilDate) {
    self.unit = unit
    self.permission = permission
    self.from = from
  }

  package var said: [(name: String, value: String?)] {
    [("unit", unit.description), ("permission", permission.description), ("from", from.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.allowMeetingModes, on: unit)
    let known = try MeetingStore(db: work.db).permissions(of: unit)
    guard let old = known.first(where: { $0.id == permission }) else { throw Refused(nil, .noSuchStep) }
    if let end = old.span.end, from >= end { throw Refused(.from, .dayOutsideFact(old.span)) }
    var kept: [Fact<MeetingPermission>] = []
    if let before = old.span.cut(at: from) {
      var fact = old
      fact.span = before
      kept = [fact]
    }
    try work.save(.meetingPermission, from: [old], to: kept) { fact in
      [unit.sqlValue, fact.value.mode.sqlValue, fact.value.ground.sqlValue]
    }
    return permission.number
  }
}
