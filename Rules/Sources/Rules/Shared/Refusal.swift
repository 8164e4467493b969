public import Basics

/// Why something cannot be: one thing that is wrong, with what was asked and what stands against it.
public enum Refusal: Hashable, Sendable {
  // What was written cannot be read.
  case blank
  case tooLong(limit: Int)
  case notADay(String)
  case notABirthDate(String)
  case unknownValue(String, allowed: [String])
  case controlCharacter
  /// A file of a kind that is not taken.
  case wrongFile(String)
  case unreadableRow
  case wrongNumberOfFields(expected: Int, found: Int)
  case repeatedRow(line: Int)
  case hangsOnRefusedRow

  // It names what is not there, or is there already.
  case unknownUnit(String)
  /// What was written could be any of these.
  case severalUnits(String, [String])
  case unknownPerson(String)
  case unknownDecision(String)
  case unknownAccount(String)
  case unknownEntry(Int)
  /// What was written can mean several units, people or decisions.
  case several(String, Int)
  case codeTaken(String)
  case accountTaken(String)
  case decisionNumberTaken(String)
  /// An identifier that is somebody's already: whose it is only for those who may see the person.
  case identifierTaken(value: String, by: String?)
  case differs(recorded: String, given: String)
  case nothingChanges
  /// No more than so many are kept.
  case tooMany(limit: Int)

  // Days.
  case endNotAfterStart(start: CivilDate, end: CivilDate)
  case unitAbsent(unit: String, exists: Span?, needed: Span)
  case dayOutsideFact(Span)
  /// What has not happened yet cannot be written down as done.
  case notYet(CivilDate)
  case moreThan(Int, of: Int)

  // The tree.
  case wrongParent(kind: UnitKind, parent: UnitKind?)
  case parentAbsent(unit: String, from: CivilDate)
  case ownAncestor(String)
  case gapInUnit(from: CivilDate, until: CivilDate)
  case overlapInUnit(Span)
  case stillHasUnits(Int, on: CivilDate)
  case stillHasMembers(Int, on: CivilDate)
  case stillHasPosts(Int, on: CivilDate)
  case stillHasCandidates(Int, on: CivilDate)
  /// Candidates, transfers or cases that are not over and that nobody would take on.
  case stillHasMatters(Int, on: CivilDate)
  /// A unit that gets something without being one of those it is divided among.
  case notAHeir(String)
  case notDirectlyBelow(unit: String, parent: String)
  case notAtHome(person: String, unit: String)
  case allottedTwice(String)
  case twoHolders(KnownPost)
  /// Somebody is to hold a function on whom nobody ever gave it.
  case notAHolder(person: String, post: String)
  /// The plan is handed in, carried out or given up, and is not to be changed.
  case planNotOpen(PlanState)
  /// Why it cannot be for one of several units, by its code.
  indirect case ofUnit(String, Refusal)
  /// A discipline begins on a day on which the unit would not be there.
  case wasDisciplined(on: CivilDate)
  /// The record of another installation cannot come in.
  case absorption(AbsorptionObstacle)

  // A person's life.
  case bornAfterAdmission(born: LooseDate, admitted: CivilDate)
  case officialBeforeAdmission(official: CivilDate, admitted: CivilDate)
  case officialAfterLeaving(official: CivilDate, left: CivilDate)
  case overlappingMemberships(Span, Span)
  case overlappingHomes(Span, Span)
  case gapBetweenHomes(from: CivilDate, until: CivilDate?)
  case homeBeforeAdmission(home: CivilDate, admitted: CivilDate)
  case homeAfterLeaving(left: CivilDate)
  case homeOutsideMembership(Span)
  case notAMember(on: CivilDate)
  case alreadyAMember(since: CivilDate)
  case alreadyOfficial(since: CivilDate)
  case alreadyThere
  case noSuchRole
  case laterFact(LaterFact)

  // Transfers.
  /// One asked for on this day is not over yet.
  case transferPending(since: CivilDate)
  /// It does not wait for this any more, or not yet.
  case transferNotWaiting(TransferState)
  case dayAhead(CivilDate)
  /// Earlier than what it follows.
  case beforeDay(CivilDate)
  /// A deed on several, and nobody is named.
  case nobodyChosen
  /// Why it cannot be for one of several people.
  indirect case ofPerson(ID<Person>, name: String, Refusal)

  // Before admission, and on probation.
  case alreadyACandidate(since: CivilDate)
  /// A list has the code of somebody who seeks admission: they are admitted by their candidacy, not by a list.
  case codeOfCandidate(String, since: CivilDate)
  case notACandidate(on: CivilDate)
  case noSuchStep
  case notOfficial(on: CivilDate)
  /// Something the rules ask before an admission is missing, and nobody says why it is done all the same.
  case stepsMissing([Clause])
  case tooEarlyAgain(left: CivilDate)
  /// The rule names another day from which a member is official.
  case officialOtherwise(by: CivilDate)
  case noProbation(on: CivilDate)

  // Rights and the journal.
  case notAllowed(Deed)
  case changedSince(entry: Int)
  case standsOn(entry: Int, operation: String)
  case alreadyAnnulled(by: Int)
  case cannotAnnul(String)
  case weakPassword(minimum: Int)
  case wrongPassword
  case tooManyTries(seconds: Int)
  case passwordsDiffer
  case wrongCode
  case secondFactorRequired(Role)
  case noSecondFactor
  // A member's path.
  /// A clause of the regulations says otherwise.
  case againstClause(number: String, Wording)
  /// Another case, or another matter, of the same person is open.
  case stillOpen(since: CivilDate)
  /// There is none that is open.
  case noneOpen
  /// An earlier step of the way has not been gone yet.
  case waitsFor(LeavingCase.Step)
  case moreThanAll(agreed: Int, all: Int)
  /// Whoever entered it cannot be the one who confirms it.
  case ownEntry
  /// A unit is disciplined by a unit above it.
  case bodyNotAbove(String)
  /// Only the person themselves can ask for this.
  case notYourOwn
  // Dues and badges.
  case notAnAmount(String)
  case noIncomeNeeded
  case notOnSheet(name: String)
  case badgeTaken(years: Int, on: CivilDate)
  case badgeNotReached(years: Int, name: String)
  // Meetings.
  /// Only a cell holds cell meetings.
  case notACell
  /// No committee above has allowed the cell to meet so on that day.
  case modeNotAllowed(MeetingMode)
  /// The meeting has come too far for it, or not far enough.
  case meetingIs(MeetingStage)
  /// Nobody of that name is called at the cell's meetings on that day.
  case notOnRollCall
  case stillToCall(Int)
  /// Somebody has signed the minutes: they do not change any more.
  case minutesSigned
  case minutesNotSigned
  /// They were not there, or have no vote.
  case noVoteHere
  /// A vote by name without the names.
  case namesNeeded
  /// No programme asks the meeting for outputs.
  case noOutputsAsked
  /// What was written is no address of a page.
  case notALink(String)
  /// A template of minutes that cannot be read, with the line and what is wrong in it.
  case unsoundTemplate(line: Int, TemplateFault)
  /// Whoever follows a cell holds a post in a committee above it.
  case notOfCommitteeAbove
  /// Nobody assigned this person to follow the cell on the day of the meeting.
  case notItsFollower
  /// The roll call says that they were not there.
  case markedAway
  /// No meeting of the cell on that day is known.
  case noSuchMeeting(CivilDate)
  // Resolutions and tasks.
  /// Words that name no quantity, and the clause that asks for one.
  case vague([String], number: String)
  /// The resolution was not sent to this unit, and is not its own.
  case notSentHere
  /// Of passing a policy on to households only their number is kept.
  case householdsOnlyCounted
  /// The task has ended, or is done.
  case taskIs(TaskState)
  /// There is no unit below to which it could be sent and was not.
  case nobodyToSendTo
  /// The resolution it is to carry out is neither the unit's own nor that of one above.
  case resolutionNotAbove
  // Reviews.
  /// The round was published: nothing in it changes any more.
  case roundPublished
  case notInRound
  /// Nothing was assigned, and nothing can be rated; the clause that says so.
  case nothingAssigned(number: String)
  /// More are rated highest than the cap allows of so many.
  case overCap(Int, allowed: Int)
  /// Nobody rates themselves.
  case ownReview
  /// The unit does not evaluate this subject in this step.
  case notAnEvaluator
  /// Whoever comes before has not passed the review on.
  case waitsForEvaluator
  /// The unit has sent its reviews up; they change only when they are sent back.
  case reviewsSent(on: CivilDate)
  case reviewsNotSent
  /// Units below that have not sent theirs, by their codes.
  case waitsForUnits([String])
  case notRated(Int)
  /// The class is another than the rules give, and nobody says why.
  case deviates(from: ReviewClass)
  /// The rules leave the class to people, or lack a figure to give one.
  case noClassByRules
  /// Votes are given, and nobody says of how many.
  case votersMissing
  /// What stands against the word on one of many subjects.
  indirect case ofSubject(ReviewSubject, name: String, Refusal)
  /// Whoever steers the review of a unit is of the standing committee of a unit above it.
  case notOfStandingCommittee
  /// Whoever attended a review is of a committee above the unit reviewed.
  case notFromAbove
  // Models and working regulations.
  /// The assessment has come so far, and this is not done to it then.
  case assessmentIs(ModelStage)
  /// So many criteria are without a level.
  case notGraded(Int)
  /// The model has no profile for units of this kind.
  case modelNotForUnit
  /// What is decided is not what the model gives, or the model gives nothing, and nobody says why.
  case deviatesFromModel(ModelOutcome?)
  /// The unit has been heard of; there is nothing to remind it of.
  case notSilent
  /// A rulebook in which something cannot stand.
  case unsoundRulebook(RulebookFault)

  /// A fact that begins later and would contradict what is asked.
  public struct LaterFact: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case membership, home, role, post, state, name, kind, parent
    }

    public let kind: Kind
    public let span: Span

    public init(_ kind: Kind, _ span: Span) {
      self.kind = kind
      self.span = span
    }
  }
}

/// A field of a list or a form, by the name it has in lists.
public enum Field: String, Hashable, Sendable, CaseIterable {
  case code, name, kind, sector, parent, from, until, decision
  case person, born, sex, ethnicity, decided, admitted, official, left, reason, card
  case unit, role, post
  case account, password, new, again, day, successor, entry, request
  case number, signed, issuer, signer, basis, scan
  case system, value
  case event, happened, outside, letter, presented, note, year
  case extent, ground, asked, body
  case occurred, hearing, agreed, officials, above, aboveAll
  case form, violated, topic, right, answer
  case month, category, income, region, amount, paid, badge
  case source, schooling, introducer, secondIntroducer, resolution, expunged
  case subject, answered, present, votes
  case mode, begins, place, theme, chair, taker, title, text
  case selfBy, evaluateBy, decideBy, publishBy, percent, base, general, results, rating
  case measure, target, counted, weight, due, quantity, members, all, scope, units, meeting
  case link
  case closed, prepares, others, mark, own, superior
}
