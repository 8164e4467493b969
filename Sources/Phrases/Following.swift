package import Basics
import Rules

/// Following cells: who was assigned, what they saw, what is to be mended.
extension Phrase {
  package static var followersTitle: Phrase {
    Phrase(vi: "Cấp ủy viên theo dõi", en: "Followed from above")
  }
  package static var followersSentence: Phrase {
    Phrase(
      vi: "Cấp ủy viên cấp trên được phân công theo dõi và dự sinh hoạt chi bộ.",
      en: "Members of committees above who follow cells and come to their meetings."
    )
  }
  package static var myFollowing: Phrase { Phrase(vi: "Tôi theo dõi", en: "Cells I follow") }
  package static func cellsFollowed(_ count: Int, _ owed: Int) -> Phrase {
    owed == 0
      ? Phrase(vi: "\(grouped(count)) chi bộ", en: plural(count, "cell", "cells"))
      : Phrase(
        vi: "\(grouped(count)) chi bộ, còn \(grouped(owed)) buổi chưa có ghi nhận",
        en: "\(plural(count, "cell", "cells")), \(plural(owed, "note", "notes")) owed"
      )
  }
  package static var assignFollower: Phrase {
    Phrase(vi: "Phân công theo dõi", en: "Assign a follower")
  }
  package static var endFollowing: Phrase { Phrase(vi: "Thôi theo dõi", en: "End the assignment") }
  package static var leaveVisitNote: Phrase {
    Phrase(vi: "Ghi nhận buổi sinh hoạt", en: "Leave a note")
  }
  package static var addVisitItem: Phrase {
    Phrase(vi: "Thêm việc cần khắc phục", en: "Add what is to be mended")
  }
  package static var closeVisitItem: Phrase { Phrase(vi: "Ghi đã khắc phục", en: "Record as mended") }
  package static var visitNote: Phrase {
    Phrase(vi: "Ghi nhận của người theo dõi", en: "Note of the follower")
  }
  package static var visitNoteMeaning: Phrase {
    Phrase(
      vi: "Chỉ ghi về việc chuẩn bị, điều hành, nội dung buổi sinh hoạt; không ghi ý kiến của người dân.",
      en: "Only of how the meeting was prepared, led and carried out; never what citizens think."
    )
  }
  static func followingDeed(_ code: String) -> Phrase {
    switch code {
    case "assignFollower": assignFollower
    case "endFollowing": endFollowing
    case "leaveVisitNote": leaveVisitNote
    case "addVisitItem": addVisitItem
    case "closeVisitItem": closeVisitItem
    default: Phrase(verbatim: code)
    }
  }

  static func followingLabel(_ form: String, _ field: String) -> Phrase {
    switch (form, field) {
    case (_, "unit"): Phrase(vi: "Chi bộ được theo dõi", en: "Cell")
    case (_, "answered"): taskAnswers
    case (_, "person"): Phrase(vi: "Người theo dõi", en: "Follower")
    case (_, "from"): Phrase(vi: "Từ ngày", en: "From")
    case (_, "until"): Phrase(vi: "Đến trước ngày", en: "Until before")
    case (_, "ground"): Phrase(vi: "Căn cứ phân công", en: "By what")
    case ("endFollowing", "day"): Phrase(vi: "Không theo dõi nữa từ ngày", en: "No longer from")
    case ("closeVisitItem", "day"): Phrase(vi: "Ngày khắc phục xong", en: "Mended on")
    case ("closeVisitItem", "note"): Phrase(vi: "Đã làm gì", en: "What was done")
    case ("addVisitItem", "text"): Phrase(vi: "Việc cần khắc phục", en: "What is to be mended")
    case (_, "text"): Phrase(vi: "Ghi nhận về buổi sinh hoạt", en: "What was seen of the meeting")
    case (_, "due"): Phrase(vi: "Hạn khắc phục", en: "By when")
    default: Phrase(verbatim: field)
    }
  }

  static func followingHint(_ field: String) -> Phrase {
    field == "unit"
      ? Phrase(vi: "Mã hoặc tên chi bộ.", en: "Code or name of the cell.")
      : Phrase(
        vi: "Mã hoặc tên; người giữ chức vụ trong cấp ủy cấp trên của chi bộ.",
        en: "Code or name; of somebody who holds a post in a committee above the cell."
      )
  }

  // MARK: Lists

  package static var followerWord: Phrase { Phrase(vi: "Người theo dõi", en: "Follower") }
  package static var meetingWord: Phrase { Phrase(vi: "Buổi sinh hoạt", en: "Meeting") }
  package static var followedCells: Phrase { Phrase(vi: "Chi bộ theo dõi", en: "Cells followed") }
  package static var assignments: Phrase { Phrase(vi: "Phân công", en: "Assignments") }
  package static var assignedDays: Phrase { Phrase(vi: "Thời gian", en: "From and until") }
  package static var assignedBy: Phrase { Phrase(vi: "Căn cứ", en: "By what") }
  package static var byFollower: Phrase { Phrase(vi: "Theo người theo dõi", en: "By follower") }
  package static var byFollowedCell: Phrase { Phrase(vi: "Theo chi bộ", en: "By cell") }
  package static var visitsTitle: Phrase {
    Phrase(vi: "Dự sinh hoạt chi bộ", en: "Meetings to come to")
  }
  package static func visitsWithin(_ from: CivilDate, _ last: CivilDate) -> Phrase {
    Phrase(
      vi: "Buổi sinh hoạt đã họp từ \(day(from)) đến \(day(last))",
      en: "Meetings held from \(day(from)) to \(day(last))"
    )
  }
  package static func visitFigure(_ figure: String) -> Phrase {
    switch figure {
    case "visits.assigned": Phrase(vi: "Phải dự", en: "To come to")
    case "visits.attended": Phrase(vi: "Đã dự", en: "Came")
    case "visits.absent": Phrase(vi: "Không dự", en: "Did not come")
    case "visits.noNote": Phrase(vi: "Dự, chưa ghi nhận", en: "Came, no note")
    default: Phrase(verbatim: figure)
    }
  }
  package static func visitState(_ state: String) -> Phrase {
    switch state {
    case "noted": Phrase(vi: "Đã dự, có ghi nhận", en: "Came, left a note")
    case "noNote": visitFigure("visits.noNote")
    case "absent": visitFigure("visits.absent")
    default: Phrase(verbatim: state)
    }
  }
  package static var noFollowers: Phrase { Phrase(vi: "Chưa phân công ai theo dõi", en: "Nobody follows") }
  package static var noFollowersMeaning: Phrase {
    Phrase(
      vi: "Khi phân công, người theo dõi được mời dự mọi buổi sinh hoạt của chi bộ.",
      en: "Whoever is assigned is invited to every meeting of the cell."
    )
  }
  package static var noVisits: Phrase { Phrase(vi: "Không có buổi nào", en: "No meetings") }
  package static var noVisitsMeaning: Phrase {
    Phrase(
      vi: "Trong thời gian này không có buổi sinh hoạt nào như vậy.",
      en: "There was no such meeting in this time."
    )
  }
  package static var notesOwed: Phrase { Phrase(vi: "Chưa ghi nhận", en: "Notes owed") }
  package static var visitItems: Phrase { Phrase(vi: "Việc cần khắc phục", en: "To be mended") }
  package static var openVisitItems: Phrase { Phrase(vi: "Đang khắc phục", en: "Open") }
  package static var noVisitItems: Phrase { Phrase(vi: "Không có việc nào.", en: "Nothing is to be mended.") }
  package static var wholeCell: Phrase { Phrase(vi: "Chi bộ", en: "The cell") }
  package static func mendBy(_ on: CivilDate) -> Phrase { Phrase(vi: "hạn \(day(on))", en: "by \(day(on))") }
  package static func mendedOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "khắc phục \(day(on))", en: "mended \(day(on))")
  }
  package static func foundOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "buổi \(day(on))", en: "meeting of \(day(on))")
  }
  package static var followedFromAbove: Phrase {
    Phrase(vi: "Cấp trên theo dõi, dự sinh hoạt", en: "From above at this meeting")
  }
  package static var noNoteYet: Phrase { Phrase(vi: "chưa ghi nhận", en: "no note yet") }
  package static var theirMeetings: Phrase { Phrase(vi: "Các buổi sinh hoạt", en: "Their meetings") }
  package static var nothingComing: Phrase {
    Phrase(vi: "Chưa có buổi nào được triệu tập.", en: "No meeting has been called.")
  }
}
