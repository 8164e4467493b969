import Basics
import Records
import Rules

/// What a fact of a meeting says, for the list of changes.
func meetingTold(_ fact: MeetingFact, _ span: Span, _ name: (ID<Person>?) -> String) -> FactTold {
  switch fact {
  case .meeting(let meeting):
    return told(
      "meeting",
      meeting.kind.rawValue,
      [
        ("meetingStage", meeting.stage.rawValue), ("mode", meeting.mode.rawValue),
        ("begins", meeting.begins.description), ("place", meeting.place), ("theme", meeting.theme),
        ("chair", name(meeting.chair)), ("taker", name(meeting.taker)),
        ("opened", meeting.opened?.description), ("closed", meeting.closed?.description),
        ("reason", meeting.why ?? meeting.slotReason),
      ],
      span
    )
  case .item(let item):
    return told(
      "meetingItem",
      item.title,
      [("note", item.note), ("itemDone", item.isDone ? "yes" : nil)],
      span
    )
  case .attendance(let attendance):
    return told(
      "attendance",
      name(attendance.person),
      [("mark", attendance.mark.rawValue), ("reason", attendance.reason)],
      span
    )
  case .following(let following):
    return told("following", name(following.follower), [("meetingGround", following.ground)], span)
  case .visitNote(let note):
    return told("visitNote", name(note.follower), [("text", note.text)], span)
  case .visitItem(let item):
    return told(
      "visitItem",
      item.what,
      [
        ("follower", name(item.follower)), ("answerer", name(item.answerer)),
        ("taskDue", item.due.description), ("mended", item.closing?.day.description),
        ("outcome", item.closing?.note),
      ],
      span
    )
  case .vote(let vote):
    return told(
      "meetingVote",
      vote.proposal,
      [
        ("manner", vote.manner.rawValue), ("agreed", String(vote.agreed)),
        ("officials", String(vote.officials)),
      ],
      span
    )
  case .minutes(let minutes):
    return told(
      "minutes",
      minutes.hash.map { String($0.prefix(12)) } ?? "",
      [("taker", name(minutes.takerSigned?.person)), ("chair", name(minutes.chairSigned?.person))],
      span
    )
  case .addendum(let text): return told("minutesAddendum", text, [], span)
  case .score(let score):
    return told(
      "meetingScore",
      score.criterion,
      [("scorer", score.scorer.rawValue), ("scoreMet", score.isMet ? "yes" : "no"), ("note", score.note)],
      span
    )
  case .paper(let paper): return told("meetingPaper", paper.title, [], span)
  case .output(let output):
    return told("meetingOutput", output.title, [("outputKind", output.kind), ("link", output.link)], span)
  case .ballot(let ballot):
    return told("meetingBallot", name(ballot.person), [("ballot", ballot.ballot.rawValue)], span)
  case .template(let line): return told("minutesTemplate", line, [], span)
  case .matter(let matter):
    return told(
      "itemMatter",
      matter.matter.kind.rawValue,
      [("matterOutcome", matter.outcome?.rawValue)],
      span
    )
  case .theme(let theme):
    return told(
      "theme",
      theme.title,
      [
        ("themeForm", theme.form.rawValue), ("themeSource", theme.source.rawValue),
        ("proposer", name(theme.proposer)), ("why", theme.why), ("themeState", theme.state.rawValue),
        ("reason", theme.reason),
      ],
      span
    )
  case .comment(let comment):
    return told("meetingComment", name(comment.author), [("note", comment.text)], span)
  case .guest(let guest): return told("meetingGuest", guest.name, [("note", guest.note)], span)
  case .permission(let permission):
    return told(
      "meetingPermission",
      permission.mode.rawValue,
      [("meetingGround", permission.ground)],
      span
    )
  }
}

private func told(
  _ what: String,
  _ value: String,
  _ details: [(field: String, value: String?)],
  _ span: Span
) -> FactTold {
  let said = details.compactMap { detail in
    detail.value.flatMap { $0.isEmpty ? nil : FactTold.Detail(detail.field, $0) }
  }
  return FactTold(what, value, details: said, span: span)
}
