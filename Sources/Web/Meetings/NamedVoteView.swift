import Basics
import Markup
import Phrases
import Rules

/// The form of a vote by name, large enough for a thumb.
func namedVoteView(_ model: NamedVoteForm, in frame: Frame) -> HTML {
  let (meeting, written) = (model.meeting, model.written)
  let items =
    [FormField.Choice("", Phrase.noItem.text)]
    + meeting.items.compactMap { item in
      item.id.map { FormField.Choice($0.description, "\(item.value.place). \(item.value.title)") }
    }
  let title: Phrase = model.vote == nil ? .recordNamedVote : .changeNamedVote
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(meeting.path, frame.viewpoint))<h1>\(title)</h1>\
      <p><a href="\(path: frame.viewpoint.meeting(meeting.key))">\(Phrase.meetingKind(meeting.meeting.kind.rawValue)), \
      \(Phrase.day(meeting.day))</a></p></div></div>
      \(written.objections.said(besides: [.title]).map(messageView))
      <form class="panel narrow ballots" method="post" action="\(path: .meeting(meeting.key, "named-vote"))" data-draft data-vote="\(meeting.key)">\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", meeting.request))\
      \(model.vote.map { Form.hidden("vote", $0) })
      <div class="form inside">\(FormField("title", Phrase.proposal.text, value: written.title, error: written.objections.said(.title), autocomplete: "off").html)\
      \(FormField("item", Phrase.itemOfVote.text, kind: .choice(items), value: written.item, isRequired: false).html)\
      <p class="hint">\(Phrase.namedVoteMeaning)</p></div>
      <p class="message warning inside" role="alert" data-vote-refused hidden></p>\
      <p class="inside quiet" data-nobody\(flag: model.voters.contains(where: \.isThere), "hidden")>\(Phrase.nobodyVotes)</p>\
      \(model.voters, { voter($0, written.ballots) })
      <div class="inside actions"><button class="button primary">\(title)</button></div></form>
      """
  )
}

/// Whoever is not there by what the server knows stands hidden: the phone may know better by its own roll call.
private func voter(_ voter: NamedVoteForm.Voter, _ ballots: [ID<Person>: Ballot]) -> HTML {
  let person = voter.person
  let known = ID<Person>(person.key).flatMap { ballots[$0] }
  func choice(_ ballot: Ballot) -> HTML {
    let tone: HTML =
      switch ballot {
      case .agreed: "yes"
      case .against: "no"
      case .abstained: "excused"
      }
    let id = "b-\(person.key)-\(ballot.rawValue)"
    return """
      <label class="\(tone)" for="\(id)"><input type="radio" id="\(id)" name="b-\(person.key)" \
      value="\(ballot.rawValue)"\(flag: known == ballot, "checked")><span>\(Phrase.ballot(ballot.rawValue))</span></label>
      """
  }
  return """
    <fieldset class="call" data-voter="\(person.key)"\(attribute: "data-mark", voter.mark?.rawValue)\
    \(flag: !voter.isThere, "hidden")\(flag: !voter.isThere, "disabled")><legend><span class="unseen">\(person.name)</span></legend>\
    <p class="rowline"><span class="called">\(HTML(reserving: 64) { $0.name(person.name) })</span></p>\
    <div class="pick">\(Ballot.allCases, { choice($0) })</div></fieldset>
    """
}

/// Who voted how, ballot by ballot.
func ballotsView(_ told: MeetingPage.VoteTold) -> HTML? {
  guard !told.names.isEmpty else { return nil }
  return "\(ballotNames(told), { "<span class=\"detail\">\($0)</span>" })"
}

/// The names of a vote by name, a line for each way to vote that somebody chose.
func ballotNames(_ told: MeetingPage.VoteTold) -> [Phrase] {
  Ballot.allCases.compactMap { ballot in
    let names = told.names.filter { $0.ballot == ballot }.map(\.person.name)
    return names.isEmpty ? nil : .ballotNames(ballot.rawValue, names)
  }
}

/// The way to a new vote by name.
func namedVoteLink(_ model: MeetingPage) -> HTML {
  """
  <p class="inside"><a class="button" data-named-vote href="\(path: .meeting(model.key, "named-vote"))">\(Phrase.recordNamedVote)</a></p>
  """
}

/// The way to put a vote by name right.
func changeLink(_ told: MeetingPage.VoteTold, _ model: MeetingPage) -> HTML {
  """
  <span class="detail"><a href="\(path: .meeting(model.key, "named-vote").with("vote", told.key))">\
  \(Phrase.changeNamedVote)</a></span>
  """
}
