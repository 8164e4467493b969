import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The form of a vote by name: for each who is there and has a vote, how they voted.
struct NamedVotePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/meetings/:meeting/named-vote", use: show)
    routes.post("/meetings/:meeting/named-vote", use: take)
  }

  /// `GET /meetings/:meeting/named-vote?vote=…`: a new one, or one to be put right.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.page(request, .meetings) { visit in
      try visit.namedVote(key, visit.asked.value("vote"), nil)
    } _: {
      namedVoteView($0, in: $1)
    }
  }

  /// `POST /meetings/:meeting/named-vote` with `title`, `item`, `vote`, and `b-PERSON` for each who voted.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("meeting") ?? ""
    return try await reception.sent(request) { form in
      var written = NamedVoteForm.Written(form)
      do {
        guard let meeting = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
        let deed = RecordNamedVote(
          meeting,
          changing: ID(form.text("vote")),
          item: ID(written.item),
          written.title,
          written.ballots.sorted { $0.key < $1.key }.map { NamedBallot($0.key, $0.value) }
        )
        let receipt = try await reception.carryOut(deed, form)
        let path = Path.meeting(key).after(receipt)
        return request.isOfScript ? Answer.text(path.text) : Answer.see(path)
      } catch let refused as Refused {
        if request.isOfScript { return Answer.refusal(refused, request) }
        written.objections = refused.objections
      }
      let (kept, vote) = (written, form.text("vote"))
      let place = Path.meeting(key, "named-vote")
      return try await reception.page(answering: request, at: place, .meetings, .unprocessableContent) {
        try $0.namedVote(key, vote.isEmpty ? nil : vote, kept)
      } _: {
        namedVoteView($0, in: $1)
      }
    }
  }
}

/// The form of a vote by name as it is filled in.
struct NamedVoteForm: Sendable {
  struct Written: Sendable {
    var title = ""
    var item = ""
    var ballots: [ID<Person>: Ballot] = [:]
    var objections: [Objection] = []

    init() {}

    init(_ form: AccountForm) {
      title = form.text("title")
      item = form.text("item")
      for pair in form.pairs where pair.name.hasPrefix("b-") {
        guard let person = ID<Person>(String(pair.name.dropFirst(2))) else { continue }
        ballots[person] = Ballot(rawValue: pair.value)
      }
    }
  }

  let meeting: MeetingPage
  /// The vote that is put right; `nil` for a new one.
  let vote: String?
  let written: Written
  /// Who has a vote, and how they were marked at the roll call.
  let voters: [Voter]

  /// Somebody who has a vote while they are there.
  struct Voter: Sendable {
    let person: PersonLink
    let mark: AttendanceMark?

    var isThere: Bool { mark?.isPresent == true }
  }
}

extension Visit {
  fileprivate func namedVote(
    _ key: String,
    _ vote: String?,
    _ written: NamedVoteForm.Written?
  ) throws -> NamedVoteForm {
    let meeting = try meetingPage(key)
    let reading = try meetingReading(key)
    try require(.keepMeetings, on: reading.meeting.unit)
    var known = NamedVoteForm.Written()
    known.item = meeting.current?.id?.description ?? ""
    if let vote {
      guard let told = meeting.votes.first(where: { $0.key == vote && $0.vote.manner == .named }) else {
        throw PageFault.absent
      }
      known.title = told.vote.proposal
      known.item = told.vote.item?.description ?? ""
      for name in told.names {
        if let person = ID<Person>(name.person.key) { known.ballots[person] = name.ballot }
      }
    }
    return NamedVoteForm(
      meeting: meeting,
      vote: vote,
      written: written ?? known,
      voters: meeting.rows.filter(\.isOfficial).map { NamedVoteForm.Voter(person: $0.person, mark: $0.mark) }
    )
  }
}
