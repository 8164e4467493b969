package import Rules
import Storage

/// One fact of a meeting, whichever table keeps it.
package enum MeetingFact: Hashable, Sendable {
  case meeting(Meeting)
  case item(MeetingItem)
  case attendance(Attendance)
  case vote(MeetingVote)
  case minutes(Minutes)
  case addendum(String)
  case score(MeetingScore)
  case paper(MeetingPaper)
  case permission(MeetingPermission)
  case output(MeetingOutput)
  case ballot(NamedBallot)
  /// A template of minutes, by its first line.
  case template(String)
  case following(Following)
  case visitNote(VisitNote)
  case visitItem(VisitItem)
  case matter(ItemMatter)
  case theme(ProposedTheme)
  case comment(MeetingComment)
  case guest(MeetingGuest)
}

extension ToldTable {
  /// The tables of meetings, each told of the unit whose meeting it is.
  static let ofMeetings: [ToldTable] = [
    told(.meeting, Meeting.columns, Meeting.width) { .meeting(try Meeting($0, from: 4)) },
    told(.meetingItem, MeetingItem.columns, MeetingItem.width) { .item(try MeetingItem($0, from: 4)) },
    told(.attendance, Attendance.columns, Attendance.width) { .attendance(try Attendance($0, from: 4)) },
    told(.meetingVote, MeetingVote.columns, MeetingVote.width) { .vote(try MeetingVote($0, from: 4)) },
    told(.minutes, Minutes.columns, Minutes.width) { .minutes(try Minutes($0, from: 4)) },
    told(.minutesAddendum, "t.body", 1) { .addendum(try $0[4]) },
    told(.meetingScore, MeetingScore.columns, MeetingScore.width) { .score(try MeetingScore($0, from: 4)) },
    told(.meetingPaper, "t.kind, t.title", 2) { .paper(MeetingPaper(try $0[4], try $0[5])) },
    told(.meetingPermission, "t.mode, t.ground", 2) {
      .permission(MeetingPermission(try $0[4], ground: try $0[5]))
    },
    told(.meetingOutput, MeetingOutput.columns, MeetingOutput.width) {
      .output(try MeetingOutput($0, from: 4))
    },
    told(.meetingBallot, NamedBallot.columns, NamedBallot.width) { .ballot(try NamedBallot($0, from: 4)) },
    told(.minutesTemplate, "t.body", 1) { row in
      let body: String = try row[4]
      return .template(body.split(separator: "\n").first.map(String.init) ?? "")
    },
    told(.following, Following.columns, Following.width) { .following(try Following($0, from: 4)) },
    told(.visitNote, VisitNote.columns, VisitNote.width) { .visitNote(try VisitNote($0, from: 4)) },
    told(.visitItem, VisitItem.columns, VisitItem.width) { .visitItem(try VisitItem($0, from: 4)) },
  ]

  /// What is prepared before a meeting, told of the same unit.
  static let ofPreparation: [ToldTable] = [
    told(.itemMatter, ItemMatter.columns, ItemMatter.width) { .matter(try ItemMatter($0, from: 4)) },
    told(.theme, ProposedTheme.columns, ProposedTheme.width) { .theme(try ProposedTheme($0, from: 4)) },
    told(.meetingComment, MeetingComment.columns, MeetingComment.width) {
      .comment(try MeetingComment($0, from: 4))
    },
    told(.meetingGuest, MeetingGuest.columns, MeetingGuest.width) {
      .guest(try MeetingGuest($0, from: 4))
    },
  ]

  private static func told(
    _ table: JournaledTable,
    _ values: SQL,
    _ width: Int,
    _ value: @escaping @Sendable (Row) throws -> MeetingFact
  ) -> ToldTable {
    ToldTable(table: table, owner: .unit, values: values, width: width) { .meeting(try value($0)) }
  }
}
