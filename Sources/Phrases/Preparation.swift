package import Basics
import Rules

/// The preparation of meetings: what is due, themes proposed, comments, guests, who opened which paper.
extension Phrase {
  static func preparationFact(_ code: String) -> Phrase {
    switch code {
    case "itemMatter": Phrase(vi: "Việc trong chương trình", en: "Matter on an agenda")
    case "theme": Phrase(vi: "Đề xuất sinh hoạt", en: "Proposed for meetings")
    case "meetingComment": Phrase(vi: "Ý kiến trước cuộc họp", en: "Comment before a meeting")
    case "meetingGuest": Phrase(vi: "Khách mời", en: "Guest")
    default: resolutionFact(code)
    }
  }

  static func preparationField(_ field: String) -> Phrase {
    switch field {
    case "matterOutcome": Phrase(vi: "Kết quả", en: "Outcome")
    case "themeForm": Phrase(vi: "Loại đề xuất", en: "Kind")
    case "themeSource": Phrase(vi: "Nguồn đề xuất", en: "Proposed by")
    case "themeState": Phrase(vi: "Tình trạng", en: "State")
    case "proposer": Phrase(vi: "Người đề xuất", en: "Proposer")
    case "why": Phrase(vi: "Vì sao", en: "Why")
    default: resolutionField(field)
    }
  }

  static func preparationDeed(_ code: String) -> Phrase {
    switch code {
    case "putMatters": Phrase(vi: "Đưa việc vào chương trình", en: "Matters put on an agenda")
    case "settleItem": Phrase(vi: "Kết thúc nội dung chương trình", en: "Item of an agenda settled")
    case "proposeTheme": Phrase(vi: "Đề xuất nội dung sinh hoạt", en: "Proposed for meetings")
    case "settleTheme": Phrase(vi: "Xử lý đề xuất sinh hoạt", en: "Proposal for meetings settled")
    case "commentBefore": Phrase(vi: "Gửi ý kiến trước cuộc họp", en: "Comment before a meeting")
    case "takeBackComment": Phrase(vi: "Rút ý kiến", en: "Comment taken back")
    case "inviteGuest": Phrase(vi: "Mời khách dự sinh hoạt", en: "Guest invited")
    case "dropGuest": Phrase(vi: "Thôi mời khách", en: "Invitation taken back")
    default: Phrase(verbatim: code)
    }
  }

  // What is due.
  package static var dueTitle: Phrase { Phrase(vi: "Việc đến hạn", en: "What is due") }
  package static var dueHint: Phrase {
    Phrase(
      vi: "Bỏ dấu những việc chưa đưa ra lần này. Việc còn lại vào đúng phần của chương trình.",
      en: "Take the tick off what is not for this time. The rest goes to its part of the agenda."
    )
  }
  package static var putOnAgenda: Phrase { Phrase(vi: "Đưa vào chương trình", en: "Put on the agenda") }
  package static func carriedFrom(_ day: CivilDate) -> Phrase {
    Phrase(vi: "để lại từ buổi \(Phrase.day(day))", en: "left from \(Phrase.day(day))")
  }
  package static var openMatter: Phrase { Phrase(vi: "Mở hồ sơ việc này", en: "Open the matter") }

  package static func agendaMatter(_ kind: String) -> Phrase {
    switch kind {
    case "task": Phrase(vi: "Nhiệm vụ", en: "Task")
    case "candidate": Phrase(vi: "Quần chúng ưu tú", en: "Candidate")
    case "recognition": Phrase(vi: "Công nhận chính thức", en: "Recognition")
    case "transfer": Phrase(vi: "Chuyển sinh hoạt", en: "Transfer")
    case "resolution": Phrase(vi: "Văn bản cấp trên", en: "Document from above")
    case "theme": Phrase(vi: "Đề xuất", en: "Proposal")
    case "review": reviewsModule
    case "item": Phrase(vi: "Việc để lại", en: "Left from last time")
    default: Phrase(verbatim: kind)
    }
  }

  package static func matterOutcome(_ outcome: String) -> Phrase {
    outcome == "kept"
      ? Phrase(vi: "Để lại lần sau", en: "Kept for next time") : Phrase(vi: "Đã kết thúc", en: "Closed")
  }

  package static func dueTask(_ what: String, _ due: CivilDate, isLate: Bool) -> Phrase {
    isLate
      ? Phrase(
        vi: "Nhiệm vụ quá hạn từ \(day(due)): \(what)",
        en: "Task late since \(day(due)): \(what)"
      )
      : Phrase(vi: "Nhiệm vụ đến hạn \(day(due)): \(what)", en: "Task due \(day(due)): \(what)")
  }
  package static func dueCandidate(_ name: String, _ next: String) -> Phrase {
    let step = candidateStep(next).text.lowercasedFirst
    return Phrase(vi: "Quần chúng ưu tú \(name): \(step)", en: "Candidate \(name): \(step)")
  }
  package static func dueRecognition(_ name: String) -> Phrase {
    Phrase(
      vi: "Xét đề nghị công nhận đảng viên chính thức: \(name)",
      en: "Consider recognition as an official member: \(name)"
    )
  }
  package static func dueTransfer(_ name: String, isLeaving: Bool) -> Phrase {
    isLeaving
      ? Phrase(vi: "Giới thiệu chuyển sinh hoạt đi: \(name)", en: "Transfer to send: \(name)")
      : Phrase(vi: "Tiếp nhận đảng viên chuyển đến: \(name)", en: "Member to receive: \(name)")
  }
  package static func dueResolution(_ title: String, _ number: String?) -> Phrase {
    let paper = number.map { "\(title) (\($0))" } ?? title
    return Phrase(vi: "Quán triệt, học tập: \(paper)", en: "Study: \(paper)")
  }

  package static var closeMatter: Phrase { Phrase(vi: "Xong, kết thúc việc", en: "Done, close it") }
  package static var keepMatter: Phrase { Phrase(vi: "Để lại lần sau", en: "Keep for next time") }
  package static var dealtWithAt: Phrase { Phrase(vi: "Đưa ra sinh hoạt", en: "At meetings") }
  package static var standsOnAgenda: Phrase {
    Phrase(vi: "Trong chương trình", en: "On the agenda")
  }

  // Themes.
  package static var themesTitle: Phrase { Phrase(vi: "Đề xuất sinh hoạt", en: "Proposals") }
  package static func themesOf(_ unit: String) -> Phrase {
    Phrase(vi: "Chuyên đề và việc đề xuất của \(unit)", en: "Themes and matters proposed in \(unit)")
  }
  package static var themesAll: Phrase {
    Phrase(vi: "Chuyên đề và việc cần nêu", en: "Themes and matters to raise")
  }
  package static var noThemes: Phrase { Phrase(vi: "Chưa có đề xuất nào", en: "Nothing proposed yet") }
  package static var noThemesMeaning: Phrase {
    Phrase(
      vi: "Đảng viên, chi ủy và cấp trên đề xuất ở đây; bí thư chọn khi triệu tập sinh hoạt.",
      en: "Members, the committee and those above propose here; the secretary chooses when calling a meeting."
    )
  }
  package static var proposeTheme: Phrase { Phrase(vi: "Đề xuất", en: "Propose") }
  package static func themeForm(_ form: String) -> Phrase {
    form == "theme"
      ? Phrase(vi: "Chuyên đề", en: "Theme") : Phrase(vi: "Việc cần nêu", en: "Matter to raise")
  }
  package static func themeSource(_ source: String) -> Phrase {
    switch source {
    case "member": Phrase(vi: "Đảng viên", en: "A member")
    case "committee": Phrase(vi: "Chi ủy", en: "The committee")
    case "above": Phrase(vi: "Cấp trên", en: "From above")
    default: Phrase(verbatim: source)
    }
  }
  package static func themeState(_ state: String) -> Phrase {
    switch state {
    case "proposed": Phrase(vi: "Mới đề xuất", en: "Proposed")
    case "chosen": Phrase(vi: "Đã chọn", en: "Chosen")
    case "dealtWith": Phrase(vi: "Đã sinh hoạt", en: "Dealt with")
    case "setAside": Phrase(vi: "Tạm gác", en: "Set aside")
    default: Phrase(verbatim: state)
    }
  }
  package static var themeTitleField: Phrase { Phrase(vi: "Tên chuyên đề hoặc việc", en: "Theme or matter") }
  package static var themeFormField: Phrase { Phrase(vi: "Loại", en: "Kind") }
  package static var themeWhy: Phrase { Phrase(vi: "Vì sao", en: "Why") }
  package static var themeUnits: Phrase { Phrase(vi: "Gửi tới", en: "For") }
  package static var themeUnitsHint: Phrase {
    Phrase(
      vi: "Không chọn đơn vị nào thì gửi tới mọi chi bộ trực thuộc.",
      en: "With none chosen it goes to all cells below."
    )
  }
  package static var themeProposed: Phrase { Phrase(vi: "Người đề xuất", en: "Proposed by") }
  package static var themeStateTitle: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var themeFromList: Phrase {
    Phrase(vi: "Chọn từ danh mục đề xuất", en: "From the list of proposals")
  }
  package static var themeFromListHint: Phrase {
    Phrase(
      vi: "Để trống ô chuyên đề thì lấy tên của đề xuất.",
      en: "The theme is named so when its field is left empty."
    )
  }
  package static var setAside: Phrase { Phrase(vi: "Tạm gác", en: "Set aside") }
  package static var dealtWithOtherwise: Phrase { Phrase(vi: "Đã giải quyết", en: "Dealt with") }
  package static var takeUpAgain: Phrase { Phrase(vi: "Đưa lại danh mục", en: "Take up again") }
  package static var settleTheme: Phrase { Phrase(vi: "Xử lý", en: "Settle") }
  package static var settleThemeHow: Phrase {
    Phrase(vi: "Tạm gác hoặc đã giải quyết…", en: "Set aside or dealt with…")
  }
  package static var settleReason: Phrase { Phrase(vi: "Lý do", en: "Reason") }
  package static func sentToCells(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) chi bộ", en: "\(grouped(count)) cells")
  }

  // Comments.
  package static var commentsTitle: Phrase { Phrase(vi: "Ý kiến gửi trước", en: "Comments beforehand") }
  package static var commentAbout: Phrase { Phrase(vi: "Về nội dung", en: "About") }
  package static var commentText: Phrase { Phrase(vi: "Ý kiến", en: "Comment") }
  package static var sendComment: Phrase { Phrase(vi: "Gửi ý kiến", en: "Send the comment") }
  package static var takeBack: Phrase { Phrase(vi: "Rút ý kiến", en: "Take it back") }
  package static var commentHint: Phrase {
    Phrase(
      vi: "Bí thư đọc trước khi họp. Rút lại được cho đến khi khai mạc.",
      en: "The secretary reads it before the meeting. It can be taken back until the meeting opens."
    )
  }

  // Papers.
  package static var openingIsSeen: Phrase {
    Phrase(
      vi: "Việc mở tài liệu được ghi lại: bí thư thấy ai đã mở và mở trước giờ họp bao lâu.",
      en: "Opening a paper is written down: the secretary sees who opened it and how long before the meeting."
    )
  }
  package static func readBefore(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      vi: "\(count)/\(all) đảng viên đã mở đủ tài liệu trước giờ họp",
      en: "\(count) of \(all) members opened all papers before the meeting"
    )
  }
  package static var readersTitle: Phrase { Phrase(vi: "Ai đã mở tài liệu", en: "Who opened the papers") }
  package static var notOpened: Phrase { Phrase(vi: "chưa mở", en: "not opened") }
  package static var readersAll: Phrase { Phrase(vi: "Đã mở đủ", en: "All opened") }

  // Guests.
  package static var invitedGuests: Phrase { Phrase(vi: "Khách mời", en: "Guests") }
  package static var inviteGuest: Phrase { Phrase(vi: "Mời thêm", en: "Invite") }
  package static var guestName: Phrase { Phrase(vi: "Họ tên khách", en: "Name of the guest") }
  package static var guestNote: Phrase { Phrase(vi: "Chức vụ, đơn vị", en: "Function, unit") }
  package static var guestCode: Phrase { Phrase(vi: "Mã hồ sơ, nếu có", en: "Code in the record, if any") }
  package static var guestCodeHint: Phrase {
    Phrase(
      vi: "Có mã thì khách đọc được chương trình và tài liệu của buổi này.",
      en: "With it the guest can read the agenda and the papers of this meeting."
    )
  }
  package static var dropGuest: Phrase { Phrase(vi: "Thôi mời", en: "Take back") }
}
