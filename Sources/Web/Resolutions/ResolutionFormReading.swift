import Basics
import Markup
import Phrases
import Records
import Rules

extension Visit {
  /// A form about a resolution or a task as it stands at first, or with what was written in it.
  func resolutionDraft(
    _ asking: ResolutionFormPages.Asking,
    _ sent: AccountForm?,
    _ file: (hash: FileHash, name: String)?
  ) throws -> ResolutionDraftForm {
    var subject = try resolutionSubject(asking)
    subject.people = sent?.all("whom").compactMap { ID<Person>($0) } ?? []
    for person in subject.people {
      let words = sent?.text("own-\(person)") ?? ""
      if !words.isEmpty { subject.own[person] = words }
    }
    let prefilled =
      try sent?.pairs
      ?? prefill(asking, subject).map { Query.Pair(name: $0.key.rawValue, value: $0.value) }
    var reading = DeedReading(self, prefilled)
    let operation = try sent.flatMap { _ in try reading.operation(asking, subject, file) }
    var form = ResolutionForm(
      code: asking.kind.code,
      about: subject.task?.what ?? subject.resolution?.title ?? "",
      unit: UnitLink(subject.unit.description, try TreeStore(db: db).lastName(subject.unit)),
      action: action(asking),
      back: back(asking),
      fields: asking.kind.fields(subject.task?.measure.kind),
      values: reading.values,
      request: sent?.request ?? AccountForm.newRequest()
    )
    form.choices = try choices(asking, subject)
    form.candidates = reading.candidates
    if asking.kind == .assignMembers { form.members = try members(of: subject, sent) }
    form.objections = reading.objections
    return ResolutionDraftForm(form: form, operation: reading.objections.isEmpty ? operation : nil)
  }

  /// What a form is about; it opens to those who may do what it asks for.
  private func resolutionSubject(_ asking: ResolutionFormPages.Asking) throws -> ResolutionSubject {
    switch asking.kind {
    case .enter, .assign, .assignMembers:
      let unit = try unit(asking.key)
      try require(.keepResolutions, on: unit)
      return ResolutionSubject(unit: unit)
    case .change, .send:
      let line = try readableResolution(asking.key).line
      try require(.keepResolutions, on: line.resolution.unit)
      return ResolutionSubject(unit: line.resolution.unit, resolution: line.resolution, span: line.fact.span)
    case .answer:
      let unit = try unit(asking.unit)
      try require(.keepResolutions, on: unit)
      guard let key = ID<FactMark>(asking.key), let line = try ResolutionStore(db: db).resolution(key, asOf),
        try ResolutionStore(db: db).wasSent(key, below: [unit], asOf)
      else { throw PageFault.absent }
      return ResolutionSubject(unit: unit, resolution: line.resolution)
    case .remind:
      let unit = try unit(asking.unit)
      let line = try readableResolution(asking.key).line
      try require(.keepResolutions, on: line.resolution.unit)
      guard try ResolutionStore(db: db).wasSent(line.resolution.key, below: [unit], asOf) else {
        throw PageFault.absent
      }
      return ResolutionSubject(unit: unit, resolution: line.resolution)
    case .changeTask, .tell, .end:
      let task = try readableTask(asking.key).task
      let isOwn = visitor.person != nil && visitor.person == task.answerer
      if asking.kind != .tell || !isOwn { try require(.keepResolutions, on: task.unit) }
      return ResolutionSubject(unit: task.unit, task: task)
    }
  }

  private func action(_ asking: ResolutionFormPages.Asking) -> Path {
    switch asking.kind {
    case .enter: .enterResolution(asking.key)
    case .assign: .assignTask(asking.key, under: asked.value("resolution"))
    case .assignMembers: .assignTasks(asking.key, under: asked.value("resolution"))
    case .change: .resolution(asking.key, "change")
    case .send: .resolution(asking.key, "send")
    case .answer(let word): .answer(asking.key, asking.unit, word.rawValue)
    case .remind: .answer(asking.key, asking.unit, "remind")
    case .changeTask: .task(asking.key, "change")
    case .tell: .task(asking.key, "progress")
    case .end: .task(asking.key, "end")
    }
  }

  private func back(_ asking: ResolutionFormPages.Asking) -> Path {
    switch asking.kind {
    case .enter: viewpoint.resolutions(asking.key)
    case .assign, .assignMembers:
      asked.value("resolution").map { viewpoint.resolution($0) } ?? viewpoint.tasks(asking.key)
    case .change, .send, .answer, .remind: viewpoint.resolution(asking.key)
    case .changeTask, .tell, .end: viewpoint.task(asking.key)
    }
  }

  private func prefill(
    _ asking: ResolutionFormPages.Asking,
    _ subject: ResolutionSubject
  ) throws -> [Field: String] {
    switch asking.kind {
    case .enter:
      return [.kind: ResolutionKind.resolution.rawValue, .day: today.description]
    case .change:
      guard let resolution = subject.resolution, let span = subject.span else { return [:] }
      return [
        .kind: resolution.kind.rawValue, .number: resolution.number, .title: resolution.title,
        .day: span.start.description, .until: span.end?.description, .parent: resolution.parent?.description,
        .meeting: resolution.meeting.map { meeting in
          [meeting, resolution.vote].compactMap(\.self).map(\.description).joined(separator: " ")
        },
        .basis: resolution.basis, .text: resolution.text,
      ].compactMapValues(\.self)
    case .send: return [.scope: SendingScope.Code.directlyBelow.rawValue, .day: today.description]
    case .answer, .tell, .end: return [.day: today.description]
    case .remind: return [:]
    case .assignMembers:
      return [
        .from: today.description, .weight: "1", .measure: TaskMeasure.Kind.quantity.rawValue,
        .resolution: asked.value("resolution"),
      ].compactMapValues(\.self)
    case .assign:
      let code = try UnitStore(db: db).code(of: subject.unit)
      return [
        .unit: code, .from: today.description, .weight: "1", .measure: TaskMeasure.Kind.quantity.rawValue,
        .resolution: asked.value("resolution"),
      ].compactMapValues(\.self)
    case .changeTask:
      guard let task = subject.task else { return [:] }
      let hasTarget = task.measure.kind != .evidence
      return [
        .text: task.what, .measure: task.measure.kind.rawValue,
        .target: hasTarget ? task.measure.target.description : nil, .counted: task.measure.counted,
        .from: task.begins.description, .due: task.due.description, .person: task.answerer?.description,
        .weight: String(task.weight), .resolution: task.resolution?.description,
      ].compactMapValues(\.self)
    }
  }

  /// Those at home in the unit; at first those are chosen who have no open task yet.
  private func members(
    of subject: ResolutionSubject,
    _ sent: AccountForm?
  ) throws -> [ResolutionForm.Member] {
    var open: [ID<Person>: Int] = [:]
    for line in try taskLines(TaskQuestion(.own(subject.unit), asOf)) where line.standing.state.isOpen {
      if let person = line.task.answerer { open[person, default: 0] += 1 }
    }
    return try TaskStore(db: db).members(of: subject.unit, asOf).map { member in
      ResolutionForm.Member(
        key: member.person.description,
        name: member.name,
        tasks: open[member.person] ?? 0,
        isChosen: sent == nil ? open[member.person] == nil : subject.people.contains(member.person),
        own: sent?.text("own-\(member.person)") ?? ""
      )
    }
  }

  // MARK: Choices

  private func choices(
    _ asking: ResolutionFormPages.Asking,
    _ subject: ResolutionSubject
  ) throws -> [Field: [ResolutionForm.Choice]] {
    func choices<Code: RawRepresentable<String>>(
      _ codes: [Code],
      _ words: @escaping @Sendable (String) -> Phrase
    )
      -> [ResolutionForm.Choice]
    {
      codes.map(\.rawValue).map { code in ResolutionForm.Choice(code, words(code).text) }
    }
    switch asking.kind {
    case .enter, .change:
      return [
        .kind: choices(ResolutionKind.allCases) { .resolutionKind($0) },
        .parent: try resolutionChoices(for: subject.unit, besides: subject.resolution?.key),
        .meeting: try meetingChoices(of: subject.unit),
      ]
    case .send: return [.scope: choices(SendingScope.Code.allCases) { .sendingScope($0) }]
    case .answer, .remind: return [:]
    case .assign, .assignMembers, .changeTask:
      return [
        .measure: choices(TaskMeasure.Kind.allCases) { .taskMeasure($0) },
        .resolution: try resolutionChoices(for: subject.unit, besides: nil),
      ]
    case .tell:
      return [
        .quantity: [
          ResolutionForm.Choice("1", Phrase.taskIsDone.text),
          ResolutionForm.Choice("0", Phrase.taskIsNotDone.text),
        ]
      ]
    case .end: return [.event: choices(TaskEnding.allCases) { .taskState($0) }]
    }
  }

  /// The resolutions a unit may carry out: its own and those sent to it.
  private func resolutionChoices(
    for unit: ID<Unit>,
    besides: ID<FactMark>?
  ) throws -> [ResolutionForm.Choice] {
    let store = ResolutionStore(db: db)
    let known = try store.received(by: unit, asOf) + store.own(of: unit, asOf)
    var lines = known.filter { $0.resolution.key != besides }
    // One named by the address, such as a superior's that was not sent here by itself.
    if let named = asked.value("resolution").flatMap({ ID<FactMark>($0) }),
      !lines.contains(where: { $0.resolution.key == named }), let line = try store.resolution(named, asOf)
    {
      lines.append(line)
    }
    return [ResolutionForm.Choice("", Phrase.notStated.text)]
      + lines.map { line in
        let number = line.resolution.number.map { "\($0) " } ?? ""
        let name = number + line.resolution.title
        return ResolutionForm.Choice(line.resolution.key.description, name)
      }
  }

  /// The last meetings of a unit, each with the votes held at it.
  private func meetingChoices(of unit: ID<Unit>) throws -> [ResolutionForm.Choice] {
    guard
      let period = Period(from: today.adding(months: -12), until: today.adding(days: 1))
    else { return [] }
    let meetings = try MeetingLists(db: db).meetings(of: unit, period).filter { $0.meeting.stage == .closed }
      .prefix(12)
    var choices = [ResolutionForm.Choice("", Phrase.notStated.text)]
    for line in meetings {
      let (kind, day) = (line.meeting.kind.rawValue, line.day)
      @Sendable func name() -> String { "\(Phrase.meetingKind(kind)) \(Phrase.day(day))" }
      choices.append(ResolutionForm.Choice(line.id.description, name()))
      for vote in try MeetingStore(db: db).votes(of: line.id) {
        guard let id = vote.id else { continue }
        let proposal = vote.value.proposal
        choices.append(ResolutionForm.Choice("\(line.id) \(id)", "\(name()): \(proposal)"))
      }
    }
    return choices
  }
}

/// What a form about a resolution or a task is about.
struct ResolutionSubject {
  var unit: ID<Unit>
  var resolution: Resolution?
  var span: Span?
  var task: AssignedTask?
  /// The members chosen in the form.
  var people: [ID<Person>] = []
  /// What those are given who get a task of their own.
  var own: [ID<Person>: String] = [:]
}
