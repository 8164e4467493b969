import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// What is done while a meeting is prepared, held and over: each a form of its own, which leads back to the meeting.
struct HoldPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.post("/meetings/:meeting/stage", use: stage)
    routes.post("/meetings/:meeting/roll", use: roll)
    routes.post("/meetings/:meeting/items", use: item)
    routes.post("/meetings/:meeting/votes", use: vote)
    routes.post("/meetings/:meeting/papers", use: paper)
    routes.post("/meetings/:meeting/scores", use: score)
  }

  /// `POST …/stage` with `step`: `open`, `close` (with `time`), `reopen`, `cancel` (with `why`).
  @Sendable func stage(_ request: Request, _ context: PageContext) async throws -> Response {
    try await deed(request, context) { meeting, form in
      let time = TimeOfDay(form.text("time"))
      switch form.text("step") {
      case "open":
        guard let time else { throw Refused(.begins, .unknownValue(form.text("time"), allowed: [])) }
        return OpenMeeting(meeting, at: time)
      case "close":
        guard let time else { throw Refused(.begins, .unknownValue(form.text("time"), allowed: [])) }
        return CloseMeeting(meeting, at: time)
      case "reopen": return ReopenMeeting(meeting)
      case "cancel": return CancelMeeting(meeting, why: form.text("why"))
      default: return nil
      }
    }
  }

  /// `POST …/roll` with `m-PERSON` (a mark), `s-PERSON` (the mark it is made over), `r-PERSON` (a reason).
  ///
  /// Answers a page's script with the last entry of the journal and the marks as they are now, one to a line; a
  /// browser with the page.
  @Sendable func roll(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    let isScript = request.isOfScript
    return try await reception.sent(request) { form in
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      do {
        let taps = try HoldPages.taps(form)
        let receipt = taps.isEmpty ? nil : try await reception.carryOut(CallRoll(meeting, taps), form)
        if isScript { return try await marks(request, key) }
        return Answer.see(receipt.map { Path.meeting(key).after($0) } ?? .meeting(key))
      } catch let refused as Refused {
        if isScript { return Answer.refusal(refused, request) }
        return try await again(request, key, refused)
      }
    }
  }

  /// The marks of a form that are not what they were made over.
  private static func taps(_ form: AccountForm) throws(Refused) -> [CallRoll.Tap] {
    var taps: [CallRoll.Tap] = []
    for (name, value) in form.pairs.map({ ($0.name, $0.value) }) where name.hasPrefix("m-") {
      let key = String(name.dropFirst(2))
      guard let person = ID<Person>(key), let mark = AttendanceMark(rawValue: value) else {
        throw Refused(.person, .unknownValue(value, allowed: AttendanceMark.allCases.map(\.rawValue)))
      }
      let saw = AttendanceMark(rawValue: form.text("s-" + key))
      let reason = form.text("r-" + key)
      let known = form.text("k-" + key)
      if saw == mark && reason == known { continue }
      let kept = mark.isPresent || reason.isEmpty ? nil : reason
      taps.append(CallRoll.Tap(Attendance(person, mark, reason: kept), saw: saw))
    }
    return taps
  }

  private func marks(_ request: Request, _ key: String) async throws -> Response {
    try await reception.answer(request) { visit in
      let reading = try visit.meetingReading(key)
      try visit.require(.readMeetings, on: reading.meeting.unit)
      let lines = reading.marks.map { "\($0.key) \($0.value.mark.rawValue)" }.sorted()
      return (["\(visit.head)"] + lines).joined(separator: "\n")
    } _: { text, _, _ in
      Answer.text(text)
    }
  }

  /// `POST …/items` with `title`, `note`, `done`, `place`, for one `item` or a new one; `step`: `put`, `done`,
  /// `closed`, `kept` or `drop`.
  @Sendable func item(_ request: Request, _ context: PageContext) async throws -> Response {
    try await deed(request, context) { meeting, form in
      let item = ID<FactMark>(form.text("item"))
      if form.text("step") == "drop" { return item.map { DropItem(meeting, $0) } }
      let note = form.text("note").replacing("\r\n", with: "\n")
      if let item, let outcome = MatterOutcome(rawValue: form.text("step")) {
        return SettleItem(meeting, item, outcome, note: note.isEmpty ? nil : note)
      }
      return PutItem(
        meeting,
        item,
        title: form.text("title"),
        place: Int(digits: form.text("place")),
        note: note.isEmpty ? nil : note,
        isDone: form.text("done") == "yes" || form.text("step") == "done"
      )
    }
  }

  /// `POST …/votes` with `title`, `manner`, `officials`, `present`, `agreed`, `against`, `abstained`.
  @Sendable func vote(_ request: Request, _ context: PageContext) async throws -> Response {
    try await deed(request, context) { meeting, form in
      var objections: [Objection] = []
      func number(_ name: String, _ field: Field) -> Int {
        let text = form.text(name)
        if text.isEmpty && (name == "against" || name == "abstained") { return 0 }
        if let number = Int(digits: text) { return number }
        objections.append(Objection(field, text.isEmpty ? .blank : .notAnAmount(text)))
        return 0
      }
      let (officials, present) = (number("officials", .officials), number("present", .present))
      let (agreed, against) = (number("agreed", .agreed), number("against", .votes))
      let abstained = number("abstained", .votes)
      guard let manner = VoteManner(rawValue: form.text("manner")) else {
        throw Refused(.value, .unknownValue(form.text("manner"), allowed: []))
      }
      // Whoever sends a vote by name without names is told so, and not what else is missing.
      if manner == .named { throw Refused(.votes, .namesNeeded) }
      try objections.raise()
      return RecordMeetingVote(
        meeting,
        MeetingVote(
          item: ID(form.text("item")),
          proposal: form.text("title"),
          manner: manner,
          officials: officials,
          present: present,
          agreed: agreed,
          against: against,
          abstained: abstained
        )
      )
    }
  }

  /// `POST …/papers` with `scan` (a file), `title`, `kind`.
  @Sendable func paper(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.form(request, filesUpTo: FormBody.scanLimit) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      do {
        guard let file = sent.files.first(where: { $0.field == Field.scan.rawValue }) else {
          throw Refused(.scan, .blank)
        }
        let kept = try await reception.keep(scan: file)
        let kind = MeetingPaper.Kind(rawValue: form.text("kind")) ?? .paper
        let title = form.text("title").isEmpty ? file.name : form.text("title")
        let deed = HandOutPaper(
          meeting,
          MeetingPaper(kind, String(title.prefix(300))),
          kept.hash,
          name: String(file.name.prefix(200))
        )
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.meeting(key).after(receipt))
      } catch let refused as Refused {
        return try await again(request, key, refused)
      }
    }
  }

  /// `POST …/scores` with `scorer`, and for each criterion `yes`, `no` or nothing, and `note`.
  @Sendable func score(_ request: Request, _ context: PageContext) async throws -> Response {
    try await deed(request, context) { meeting, form in
      let scorer: MeetingScorer = form.text("scorer") == "superior" ? .superior : .own
      let note = form.text("note")
      let scores = MeetingScore.criteria.compactMap { criterion -> MeetingScore? in
        let answer = form.text(criterion)
        guard answer == "yes" || answer == "no" else { return nil }
        return MeetingScore(scorer, criterion, isMet: answer == "yes", note: note.isEmpty ? nil : note)
      }
      if scores.isEmpty { throw Refused(nil, .nothingChanges) }
      return ScoreMeeting(meeting, scores)
    }
  }

  /// Carries out the deed of a form and leads back to the meeting; refused, the page says why.
  ///
  /// A page's script is answered with where to go on, or with what is wrong, as text.
  private func deed(
    _ request: Request,
    _ context: PageContext,
    _ make: @Sendable (ID<FactMark>, AccountForm) throws -> (any Operation)?
  ) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      do {
        guard let meeting = ID<FactMark>(key), let deed = try make(meeting, form) else {
          return try await reception.fault(request, .absent)
        }
        let receipt = try await reception.carryOut(deed, form)
        let path = Path.meeting(key).after(receipt)
        return request.isOfScript ? Answer.text(path.text) : Answer.see(path)
      } catch let refused as Refused {
        if request.isOfScript { return Answer.refusal(refused, request) }
        return try await again(request, key, refused)
      }
    }
  }

  /// Leads back to the meeting once something was done; refused, the page says why.
  ///
  /// `typed`: the comment that was written, to be shown again.
  func answer(
    _ request: Request,
    _ key: String,
    typed: String? = nil,
    _ deed: () async throws -> Receipt
  ) async throws -> Response {
    do {
      return Answer.see(Path.meeting(key).after(try await deed()))
    } catch let refused as Refused {
      return try await again(request, key, refused, typed: typed)
    }
  }

  private func again(
    _ request: Request,
    _ key: String,
    _ refused: Refused,
    typed: String? = nil
  ) async throws -> Response {
    try await reception.page(answering: request, at: .meeting(key), .meetings, .unprocessableContent) {
      var page = try $0.meetingPage(key, refused.objections)
      page.typedComment = typed
      return page
    } _: {
      meetingView($0, in: $1)
    }
  }
}

extension Request {
  /// Whether a page's own script asks: it is answered in plain words.
  var isOfScript: Bool { headers[.accept] == "text/plain" }
}

extension Answer {
  /// What is wrong with what a page's script sent, in the reader's language.
  static func refusal(_ refused: Refused, _ request: Request) -> Response {
    Language.$current.withValue(Asked(request).cookies.language ?? .vi) {
      Answer.text(refused.objections.said(besides: [])?.detail ?? "", .unprocessableContent)
    }
  }
}
