import Basics
import Markup
import Phrases
import Records
import Rules

// What is due at a meeting, in words, and where it is looked at.

extension DueMatter {
  /// What it is, in the language of whoever reads.
  var words: Phrase {
    switch content {
    case .task(let task, let isLate): .dueTask(task.what, task.due, isLate: isLate)
    case .candidate(let name, let next): .dueCandidate(name, next)
    case .recognition(let name, _): .dueRecognition(name)
    case .transfer(let name, let isLeaving): .dueTransfer(name, isLeaving: isLeaving)
    case .resolution(let title, let number, _): .dueResolution(title, number)
    case .review(let title, let step, let count, let by): .dueReview(title, step.rawValue, count, by)
    case .theme(let title), .item(let title): Phrase(verbatim: title)
    }
  }

  /// As it goes on the agenda: in Vietnamese, as everything of a meeting is written.
  var taken: TakenMatter {
    let title = Language.$current.withValue(.vi) { words.text }
    return TakenMatter(matter, String(title.prefix(300)))
  }
}

extension Viewpoint {
  /// Where a matter of a cell is looked at; closed where that does not open to the reader.
  func matter(_ matter: AgendaMatter, in unit: String) -> Path {
    let key = ID<FactMark>(matter.number).description
    switch matter.kind {
    case .task: return opens.resolutions ? task(key) : .closed
    case .resolution: return opens.resolutions ? resolution(key) : .closed
    case .candidate: return opens.people ? candidate(key) : .closed
    case .recognition: return opens.people ? person(key) : .closed
    case .transfer: return opens.people ? transfer(key) : .closed
    case .review: return review(key, of: unit)
    case .theme: return themes(unit)
    case .item: return .closed
    }
  }
}

extension Visit {
  /// What is due at a meeting of a cell, for whoever keeps its meetings.
  func due(in unit: ID<Unit>, on day: CivilDate, besides meeting: ID<FactMark>? = nil) throws -> [DueMatter] {
    try DueMatters(db: db, for: unit, today: today, by: regulations(for:)).matters(on: day, besides: meeting)
  }

  /// The meetings at which a matter stood on the agenda, as far as they are the visitor's to read.
  func meetings(about matter: AgendaMatter) throws -> [MatterMeeting] {
    let store = PreparationStore(db: db)
    var places = standing.places.filter { Rights.allows($0.role, .readMeetings, on: .own) }.map(\.unit)
    if let own = try ownCell() { places.append(own) }
    var found: [MatterMeeting] = []
    for place in Set(places).sorted() {
      for meeting in try store.meetings(about: matter, below: place, asOf) where !found.contains(meeting) {
        found.append(meeting)
      }
    }
    return found.sorted { $0.day > $1.day }
  }
}

/// At which meetings a matter was dealt with, on the page of the matter; `nil` where it was at none.
func matterMeetingsView(_ meetings: [MatterMeeting], _ viewpoint: Viewpoint) -> HTML? {
  guard !meetings.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="at-meetings"><header>\
    <h2 id="at-meetings">\(Phrase.dealtWithAt)</h2></header>
    <ul class="inside ways">\(meetings, { meeting in
      """
      <li><a href="\(path: viewpoint.meeting(meeting.meeting.description))">\(Phrase.day(meeting.day))</a> \
      <span class="detail">\(Phrase.meetingStage(meeting.stage.rawValue))\
      \(meeting.outcome.map { " · \(Phrase.matterOutcome($0.rawValue))" as HTML })</span></li>
      """
    })</ul></section>
    """
}

/// What is due, each with a tick: whatever keeps it goes on the agenda.
func dueList(_ due: [DueMatter], ticked: Set<AgendaMatter>?, _ unit: String, _ viewpoint: Viewpoint) -> HTML {
  """
  <p class="hint">\(Phrase.dueHint)</p>
  <ul class="due">\(due, { matter in
    let id = matter.matter.description
    let path = viewpoint.matter(matter.matter, in: unit)
    let isOn = ticked?.contains(matter.matter) ?? true
    return """
      <li><label for="due-\(id)"><input type="checkbox" id="due-\(id)" name="matter" value="\(id)"\(flag: isOn, "checked")> \
      <span>\(matter.words)</span></label>\
      <span class="detail">\(Phrase.agendaMatter(matter.matter.kind.rawValue))\
      \(matter.carried.map { " · <b>\(Phrase.carriedFrom($0))</b>" as HTML })\
      \(path.isOpen ? " · <a href=\"\(path: path)\">\(Phrase.openMatter)</a>" as HTML : nil)</span></li>
      """
  })</ul>
  """
}

/// What is due and not on the agenda of a meeting yet, to be put there with one tap.
func dueView(_ model: MeetingPage, _ frame: Frame) -> HTML? {
  guard !model.due.isEmpty else { return nil }
  return """
    <section class="panel" aria-labelledby="due"><header><h2 id="due">\(Phrase.dueTitle)</h2>\
    <span class="aside">\(Phrase.number(model.due.count))</span></header>
    <form class="form inside" method="post" action="\(path: .meeting(model.key, "due"))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    \(dueList(model.due, ticked: nil, model.unit.key, frame.viewpoint))
    <div class="actions"><button class="button">\(Phrase.putOnAgenda)</button></div></form></section>
    """
}
