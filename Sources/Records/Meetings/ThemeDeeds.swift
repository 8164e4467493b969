package import Basics
package import Rules
import Storage

/// Proposes a theme or a matter for the meetings of a cell.
///
/// A member proposes to their own cell, whoever keeps its meetings in the name of its committee; a committee above
/// proposes to all cells below it, or to those in and below some units.
package struct ProposeTheme: Operation {
  package static let operation = "proposeTheme"
  /// The cell, or the unit above in whose name it is proposed.
  package var unit: ID<Unit>
  package var form: ProposedTheme.Form
  package var title: String
  package var why: String?
  /// The units below it is proposed to; empty: all.
  package var units: [ID<Unit>]

  package init(
    in unit: ID<Unit>,
    _ form: ProposedTheme.Form,
    _ title: String,
    why: String? = nil,
    to units: [ID<Unit>] = []
  ) {
    self.unit = unit
    self.form = form
    self.title = title
    self.why = why
    self.units = units
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("form", form.rawValue), ("title", title), ("why", why),
      ("units", units.isEmpty ? nil : units.map(\.description).joined(separator: " ")),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let own = try work.person
    guard let kind = try UnitStore(db: work.db).life(unit)?.kind(on: work.today) else {
      throw Refused(.unit, .unknownUnit(unit.description))
    }
    let isCell = kind == .cell || kind == .baseCell
    var source = isCell ? ProposedTheme.Source.committee : .above
    let mayKeep = try work.mayKeepMeetings(of: unit)
    if isCell, !mayKeep, try work.isCalled(own, at: unit, on: work.today) {
      source = .member
    } else if !mayKeep {
      try work.require(.keepMeetings, on: unit)
    }
    var objections = Written.text(title, .title)
    if let why { objections += Written.text(why, .reason, limit: 500) }
    try objections.raise()
    let key: ID<FactMark> = work.draw()
    let cells = isCell ? [unit] : try cells(work)
    if cells.isEmpty { throw Refused(.units, .nobodyToSendTo) }
    for cell in cells {
      let theme = ProposedTheme(
        key: key,
        unit: cell,
        form: form,
        source: source,
        origin: unit,
        proposer: own,
        title: title,
        why: why
      )
      try work.write(.theme, work.draw(), Span(open: work.today), theme.row)
    }
    return key.number
  }

  /// The cells in and below the units chosen.
  private func cells(_ work: Work) throws -> [ID<Unit>] {
    let day = AsOf(work.today)
    let below = try MeetingLists(db: work.db).cells(below: unit, day).map(\.unit)
    if units.isEmpty { return below }
    let store = ResolutionStore(db: work.db)
    let here = try store.reached(below: [unit], day)
    for stranger in units where !here.contains(stranger) {
      let names = UnitStore(db: work.db)
      let (code, above) = (try names.code(of: stranger) ?? "", try names.code(of: unit) ?? "")
      throw Refused(.units, .notDirectlyBelow(unit: code, parent: above))
    }
    let chosen = try store.reached(below: units, day)
    return below.filter { chosen.contains($0) }
  }
}

/// Sets a theme of a cell aside, says that it was dealt with without a meeting, or takes it up again.
package struct SettleTheme: Operation {
  package static let operation = "settleTheme"
  package var unit: ID<Unit>
  package var theme: ID<FactMark>
  package var state: ProposedTheme.State
  package var reason: String?

  package init(
    _ theme: ID<FactMark>,
    of unit: ID<Unit>,
    _ state: ProposedTheme.State,
    reason: String? = nil
  ) {
    self.theme = theme
    self.unit = unit
    self.state = state
    self.reason = reason
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("theme", theme.description), ("state", state.rawValue),
      ("reason", reason),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepMeetings, on: unit)
    let old = try PreparationStore(db: work.db).theme(theme, in: unit)
    guard let known = old.first?.value else {
      throw Refused(nil, .unknownValue(theme.description, allowed: []))
    }
    // What is chosen for a meeting follows the meeting.
    if known.meeting != nil || state == .chosen || state == known.state {
      throw Refused(nil, .nothingChanges)
    }
    if state.isOver { try Written.text(reason ?? "", .reason, limit: 500).raise() }
    var new = old
    for index in new.indices {
      new[index].value.state = state
      new[index].value.reason = state.isOver ? reason : nil
    }
    try work.save(.theme, from: old, to: new, \.value.row)
    return theme.number
  }
}

extension Work {
  /// Whether this account keeps the meetings of a unit; the console does.
  func mayKeepMeetings(of unit: ID<Unit>) throws -> Bool {
    guard let account else { return true }
    return try Reach(db: db, today: today).allows(account, .keepMeetings, on: unit)
  }

  /// Whether somebody is on the list of the roll call of a cell on a day, and not suspended.
  func isCalled(_ person: ID<Person>?, at unit: ID<Unit>, on day: CivilDate) throws -> Bool {
    guard let person else { return false }
    return try AttendeeStore(db: db).list(of: unit, AsOf(day)).contains { line in
      line.attendee.person == person && line.attendee.attending != .suspended
    }
  }
}
