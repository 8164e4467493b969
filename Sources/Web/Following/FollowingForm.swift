import Basics
import Markup
import Phrases
import Records
import Rules

/// The forms about following a cell, each by the deed it asks for.
enum FollowingForm: String, CaseIterable, Sendable {
  case assignFollower, endFollowing, leaveVisitNote, addVisitItem, closeVisitItem

  /// What is asked; `picks`: several may be meant, and one is chosen.
  func fields(picks: Bool) -> [ResolutionForm.Asked] {
    typealias Asked = ResolutionForm.Asked
    func must(_ field: Field, _ control: ResolutionForm.Control) -> Asked {
      Asked(field: field, control: control, isRequired: true)
    }
    func may(_ field: Field, _ control: ResolutionForm.Control) -> Asked {
      Asked(field: field, control: control, isRequired: false)
    }
    let follower = picks ? [must(.person, .choice)] : []
    switch self {
    case .assignFollower:
      return [
        must(.unit, .units), must(.person, .people), must(.from, .day), may(.until, .day),
        may(.ground, .text),
      ]
    case .endFollowing: return [must(.day, .day)]
    case .leaveVisitNote: return follower + [must(.text, .words)]
    case .addVisitItem:
      return follower + [must(.text, .text), may(.answered, .choice), must(.due, .day)]
    case .closeVisitItem: return [must(.day, .day), must(.note, .words)]
    }
  }
}

extension Visit {
  /// A form about following as it stands at first, or with what was written in it; `key`: what the address names.
  func followingDraft(
    _ kind: FollowingForm,
    _ key: String,
    _ sent: AccountForm?
  ) throws -> ResolutionDraftForm {
    switch kind {
    case .assignFollower: try assigning(key, sent)
    case .endFollowing: try ending(key, sent)
    case .leaveVisitNote, .addVisitItem: try visiting(kind, key, sent)
    case .closeVisitItem: try closing(key, sent)
    }
  }

  private func assigning(_ key: String, _ sent: AccountForm?) throws -> ResolutionDraftForm {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    if try !mayAssign(below: unit) { throw PageFault.notYours }
    let isCell = try standing(of: unit).last?.kind.isCell ?? false
    let code = isCell ? try UnitStore(db: db).code(of: unit) : nil
    var reading = reading(sent, [.unit: code ?? "", .from: today.description])
    var operation: (any Operation)?
    if sent != nil {
      let (cell, person) = (try reading.unit(.unit), try reading.person(.person))
      let span = reading.span(.from, .until)
      let ground = reading.text(.ground, isRequired: false, limit: 200)
      if let cell, let person, let span {
        operation = AssignFollower(person, to: cell, span: span, ground: ground)
      }
    }
    return try form(
      .assignFollower,
      reading,
      sent,
      unit: unit,
      at: .assignFollower(key),
      back: viewpoint.followers(key),
      operation
    )
  }

  private func ending(_ key: String, _ sent: AccountForm?) throws -> ResolutionDraftForm {
    guard let id = ID<FactMark>(key), let fact = try FollowingStore(db: db).fact(id) else {
      throw PageFault.absent
    }
    let unit = fact.value.unit
    try require(.assignFollowers, on: unit)
    var reading = reading(sent, [.day: today.description])
    let day = sent == nil ? nil : reading.day(.day)
    let about = try LifeStore(db: db).life(fact.value.follower)?.particulars.last?.value.name ?? ""
    return try form(
      .endFollowing,
      reading,
      sent,
      about: about,
      unit: unit,
      at: .endFollowing(key),
      back: viewpoint.followers(unit.description),
      day.map { EndFollowing(id, on: $0) }
    )
  }

  private func visiting(
    _ kind: FollowingForm,
    _ key: String,
    _ sent: AccountForm?
  ) throws -> ResolutionDraftForm {
    let meeting = try meetingReading(key)
    let followers = meeting.list.filter { $0.attendee.attending == .follower }
    guard !followers.isEmpty else { throw PageFault.absent }
    let own = followers.first { $0.attendee.person == visitor.person }?.attendee.person
    if own == nil { try require(.assignFollowers, on: meeting.meeting.unit) }
    let notes = try FollowingStore(db: db).notes(of: meeting.id)
    let written = own.flatMap { own in notes.first { $0.value.follower == own }?.value.text }
    var reading = reading(
      sent,
      kind == .leaveVisitNote
        ? [.text: written ?? ""] : [.due: meeting.day.adding(months: 1).description]
    )
    let named = own ?? ID<Person>(reading.values[.person] ?? "")
    if sent != nil, named == nil { reading.object(.person, .blank) }
    let place: Path = kind == .leaveVisitNote ? .meeting(key, "visit") : .meeting(key, "visit", "items")
    var operation: (any Operation)?
    if sent != nil {
      if kind == .leaveVisitNote {
        let text = reading.words(.text, limit: 4000)
        if let text, let named { operation = LeaveVisitNote(meeting.id, of: named, text) }
      } else {
        let (text, due) = (reading.text(.text, limit: 500), reading.day(.due))
        let answerer = ID<Person>(reading.values[.answered] ?? "")
        if let text, let due, let named {
          operation = AddVisitItem(meeting.id, of: named, text, by: answerer, due: due)
        }
      }
    }
    var draft = try form(
      kind,
      reading,
      sent,
      unit: meeting.meeting.unit,
      at: place,
      back: viewpoint.meeting(key),
      picks: own == nil,
      operation
    )
    draft.form.choices[.person] = followers.map { line in
      ResolutionForm.Choice(line.attendee.person.description, line.name)
    }
    if kind == .addVisitItem { draft.form.choices[.answered] = try answerers(of: meeting) }
    return draft
  }

  /// Who may answer for what is to be mended: the cell as a whole, whoever led the meeting, and who leads the cell.
  private func answerers(of meeting: MeetingReading) throws -> [ResolutionForm.Choice] {
    let leading = try TreeStore(db: db).holders(meeting.meeting.unit, asOf).map(\.person)
    let named = Set(leading + [meeting.meeting.chair, meeting.meeting.taker].compactMap(\.self))
    return [ResolutionForm.Choice("", Phrase.wholeCell.text)]
      + meeting.list.filter { named.contains($0.attendee.person) }.map { line in
        ResolutionForm.Choice(line.attendee.person.description, line.name)
      }
  }

  private func closing(_ key: String, _ sent: AccountForm?) throws -> ResolutionDraftForm {
    guard let id = ID<FactMark>(key), let line = try FollowingStore(db: db).items(.item(id), asOf).first
    else {
      throw PageFault.absent
    }
    let item = line.item
    let own = visitor.person
    if own == nil || own != item.follower && own != item.answerer {
      try require(.keepMeetings, on: item.unit)
    }
    var reading = reading(sent, [.day: today.description])
    var operation: (any Operation)?
    if sent != nil, let day = reading.day(.day), let note = reading.words(.note, limit: 1000) {
      operation = CloseVisitItem(id, VisitItem.Closing(on: day, note))
    }
    let isFollower = own == item.follower
    return try form(
      .closeVisitItem,
      reading,
      sent,
      about: item.what,
      unit: item.unit,
      at: .closeVisitItem(key),
      back: isFollower
        ? viewpoint.following(ofPerson: item.follower.description)
        : viewpoint.meeting(item.meeting.description),
      operation
    )
  }

  private func reading(_ sent: AccountForm?, _ first: [Field: String]) -> DeedReading {
    DeedReading(self, sent?.pairs ?? first.map { Query.Pair(name: $0.key.rawValue, value: $0.value) })
  }

  private func form(
    _ kind: FollowingForm,
    _ reading: DeedReading,
    _ sent: AccountForm?,
    about: String = "",
    unit: ID<Unit>,
    at action: Path,
    back: Path,
    picks: Bool = false,
    _ operation: (any Operation)?
  ) throws -> ResolutionDraftForm {
    var form = ResolutionForm(
      code: kind.rawValue,
      about: about,
      unit: UnitLink(unit.description, try TreeStore(db: db).lastName(unit)),
      action: action,
      back: back,
      fields: kind.fields(picks: picks),
      values: reading.values,
      request: sent?.request ?? AccountForm.newRequest()
    )
    form.candidates = reading.candidates
    form.objections = reading.objections
    return ResolutionDraftForm(form: form, operation: reading.objections.isEmpty ? operation : nil)
  }
}
