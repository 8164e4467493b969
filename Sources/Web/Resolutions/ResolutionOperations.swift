import Basics
import Records
import Rules

extension DeedReading {
  /// The deed a form about a resolution or a task asks for; `nil` when something in it could not be read.
  mutating func operation(
    _ asking: ResolutionFormPages.Asking,
    _ subject: ResolutionSubject,
    _ file: (hash: FileHash, name: String)?
  ) throws -> (any Operation)? {
    switch asking.kind {
    case .enter: return resolutionDraft().map { EnterResolution(of: subject.unit, $0) }
    case .change:
      guard let draft = resolutionDraft(), let key = subject.resolution?.key else { return nil }
      return ChangeResolution(key, draft)
    case .send:
      guard let key = subject.resolution?.key else { return nil }
      return try sending(key)
    case .answer(let word):
      guard let key = subject.resolution?.key, let said = said(word) else { return nil }
      return AnswerResolution(key, of: subject.unit, said)
    case .remind:
      guard let key = subject.resolution?.key else { return nil }
      return RemindUnit(subject.unit, of: key, words(.note, isRequired: false, limit: 500))
    case .assign: return try taskDraft(subject).map { AssignTask($0) }
    case .assignMembers:
      if subject.people.isEmpty { object(.person, .blank) }
      // Where each has one of their own, none is asked for all.
      let isShared = subject.people.contains { subject.own[$0] == nil }
      guard let draft = try taskDraft(subject, isOfUnit: true, isShared: isShared) else { return nil }
      let drafts = subject.people.map { person in
        var draft = draft
        draft.answerer = person
        draft.what = subject.own[person] ?? draft.what
        return draft
      }
      return AssignTasks(of: subject.unit, drafts)
    case .changeTask:
      guard let draft = try taskDraft(subject), let key = subject.task?.key else { return nil }
      return ChangeTask(key, draft)
    case .tell:
      guard let task = subject.task else { return nil }
      return telling(task, file)
    case .end:
      let kind: TaskEnding? = choice(.event)
      let (day, reason, due) = (day(.day), text(.reason, limit: 500), day(.due, isRequired: false))
      guard let key = subject.task?.key, let kind, let day, let reason else { return nil }
      if kind == .carriedOver, due == nil {
        object(.due, .blank)
        return nil
      }
      return EndTask(key, AssignedTask.Ending(kind, on: day, reason: reason), due: due)
    }
  }

  private mutating func resolutionDraft() -> ResolutionDraft? {
    let kind: ResolutionKind? = choice(.kind)
    let (number, title) = (text(.number, isRequired: false, limit: 60), text(.title))
    let (start, until) = (day(.day), day(.until, isRequired: false))
    let basis = text(.basis, isRequired: false, limit: 500)
    let (parent, meeting) = (mark(.parent), values[.meeting] ?? "")
    let named = meeting.split(separator: " ").compactMap { ID<FactMark>(String($0)) }
    let body = values[.text] ?? ""
    guard let kind, let title, let start else { return nil }
    return ResolutionDraft(
      kind,
      title,
      on: start,
      until: until,
      number: number,
      text: body.isEmpty ? nil : body,
      basis: basis,
      meeting: named.first,
      vote: named.count > 1 ? named[1] : nil,
      parent: parent
    )
  }

  /// The fact a choice names.
  private mutating func mark(_ field: Field) -> ID<FactMark>? {
    guard let text = values[field], !text.isEmpty else { return nil }
    guard let mark = ID<FactMark>(text) else {
      object(field, .unknownValue(String(text.prefix(40)), allowed: []))
      return nil
    }
    return mark
  }

  private mutating func sending(_ key: ID<FactMark>) throws -> SendResolution? {
    let code: SendingScope.Code? = choice(.scope)
    let day = day(.day)
    let chosen = code == .units ? try units(.units) : []
    if code == .units, chosen.isEmpty, objections.isEmpty { object(.units, .blank) }
    guard let code, let day, objections.isEmpty else { return nil }
    let scope: SendingScope =
      switch code {
      case .directlyBelow: .directlyBelow
      case .cells: .cells
      case .bases: .bases
      case .units: .units(chosen)
      }
    return SendResolution(key, to: scope, on: day)
  }

  private mutating func said(_ word: CascadeWord.Code) -> CascadeWord? {
    let day = day(.day)
    switch word {
    case .received: return day.map { .received($0) }
    case .studied:
      let (place, members, all) = (text(.place), count(.members), count(.all))
      guard let day, let place, let members, let all else { return nil }
      return .studied(ResolutionSent.Study(day: day, place: place, members: members, all: all))
    case .reported:
      let text = words(.text, limit: 4000)
      guard let day, let text else { return nil }
      return .reported(ResolutionSent.Report(day: day, text: text))
    }
  }

  private mutating func taskDraft(
    _ subject: ResolutionSubject,
    isOfUnit: Bool = false,
    isShared: Bool = true
  ) throws -> TaskDraft? {
    let what = text(.text, isRequired: isShared) ?? (isShared ? nil : "")
    let unit = isOfUnit || subject.task != nil ? subject.unit : try self.unit(.unit)
    let measure = measure()
    let (begins, due) = (day(.from), day(.due))
    let person = try (values[.person] ?? "").isEmpty ? nil : self.person(.person)
    let weight = count(.weight)
    let resolution = mark(.resolution)
    guard let what, let unit, let measure, let begins, let due, let weight else { return nil }
    return TaskDraft(
      what,
      of: unit,
      by: person,
      under: resolution,
      from: begins,
      due: due,
      measure,
      weight: weight
    )
  }

  private mutating func measure() -> TaskMeasure? {
    guard let kind: TaskMeasure.Kind = choice(.measure) else { return nil }
    switch kind {
    case .quantity:
      let (target, unit) = (quantity(.target), text(.counted))
      guard let target, let unit else { return nil }
      return .quantity(target, of: unit)
    case .households: return count(.target).map { .households($0) }
    case .evidence: return text(.counted).map { .evidence($0) }
    }
  }

  private mutating func telling(
    _ task: AssignedTask,
    _ file: (hash: FileHash, name: String)?
  ) -> TellProgress? {
    let (quantity, day) = (quantity(.quantity), day(.day))
    let note = task.measure.kind == .households ? nil : words(.note, isRequired: false, limit: 1000)
    guard let quantity, let day else { return nil }
    return TellProgress(
      task.key,
      TaskProgress(quantity, note: note),
      on: day,
      file: file?.hash,
      name: file?.name
    )
  }

  private mutating func quantity(_ field: Field) -> Quantity? {
    guard let text = text(field, limit: 20) else { return nil }
    let quantity = Quantity(written: text)
    if quantity == nil { object(field, .notAnAmount(String(text.prefix(40)))) }
    return quantity
  }
}

extension Quantity {
  /// A number as people write it: `1.250`, `27,5`.
  init?(written text: String) {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    let plain = isGrouped || text.contains(",") ? text.filter { $0 != "." } : text
    self.init(plain.map { $0 == "," ? "." : String($0) }.joined())
  }
}
