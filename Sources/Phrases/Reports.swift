/// Words by which a member reports an error in their record, and an officer answers.
extension Phrase {
  package static var reportError: Phrase { Phrase(vi: "Báo thông tin chưa đúng", en: "Report an error") }
  package static var reportMeaning: Phrase {
    Phrase(
      vi: "Báo cáo đến cấp ủy quản lý hồ sơ. Kết quả trả lời hiện ngay trên trang này của đồng chí.",
      en: "It goes to the committee that keeps the record. Its answer appears on your own page."
    )
  }
  package static var sendReport: Phrase { Phrase(vi: "Gửi báo cáo", en: "Send the report") }
  package static var whatIsWrong: Phrase { Phrase(vi: "Nội dung chưa đúng", en: "What is wrong") }
  package static var whatIsRight: Phrase { Phrase(vi: "Đúng ra là", en: "What is right") }
  package static var whatIsRightHint: Phrase {
    Phrase(vi: "Viết như trong giấy tờ", en: "As your papers say it")
  }
  package static var reportNote: Phrase { Phrase(vi: "Giải thích thêm", en: "More about it") }
  package static var reportNoteHint: Phrase {
    Phrase(vi: "Ví dụ: theo giấy tờ nào, ai có thể xác nhận", en: "Which paper says so, who can confirm it")
  }
  package static var yourReports: Phrase { Phrase(vi: "Đồng chí đã báo", en: "What you reported") }
  package static var nothingReported: Phrase {
    Phrase(vi: "Đồng chí chưa báo điều gì.", en: "You have reported nothing.")
  }
  package static var reportsTitle: Phrase {
    Phrase(vi: "Đảng viên báo thông tin chưa đúng", en: "Errors that members report")
  }
  package static var noReports: Phrase { Phrase(vi: "Không có báo cáo nào chờ trả lời.", en: "None waits.") }
  package static var noReportsMeaning: Phrase {
    Phrase(
      vi: "Đảng viên báo từ trang hồ sơ của chính mình.",
      en: "Members report from the page of their own record."
    )
  }
  package static var reportTitle: Phrase { Phrase(vi: "Trả lời báo cáo", en: "Answer a report") }
  package static var isSaidRight: Phrase { Phrase(vi: "Đảng viên cho biết", en: "The member says") }
  package static var inTheRecord: Phrase { Phrase(vi: "Hồ sơ đang ghi", en: "The record says") }
  package static var acceptReport: Phrase { Phrase(vi: "Đính chính hồ sơ…", en: "Correct the record…") }
  package static var acceptOnly: Phrase {
    Phrase(vi: "Đã đính chính, trả lời đảng viên", en: "It is corrected: tell the member")
  }
  package static var declineReport: Phrase {
    Phrase(vi: "Giữ nguyên, nêu lý do", en: "Leave it, with a reason")
  }
  package static var answerTitle: Phrase { Phrase(vi: "Trả lời", en: "Answer") }
  package static var answerHint: Phrase {
    Phrase(
      vi: "Đảng viên đọc được. Bắt buộc khi giữ nguyên.",
      en: "The member reads it. Required when it is left as it is."
    )
  }
  package static var reportedOn: Phrase { Phrase(vi: "Ngày báo", en: "Reported") }
  package static var answeringReport: Phrase {
    Phrase(
      vi: "Khi ghi, báo cáo của đảng viên được trả lời là đã đính chính.",
      en: "Once recorded, the member's report is answered as corrected."
    )
  }
  package static func reportState(_ state: String) -> Phrase {
    switch state {
    case "open": Phrase(vi: "chờ trả lời", en: "waiting for an answer")
    case "accepted": Phrase(vi: "đã đính chính", en: "corrected")
    case "declined": Phrase(vi: "giữ nguyên", en: "left as it is")
    default: Phrase(verbatim: state)
    }
  }
  package static func reportTopic(_ code: String) -> Phrase {
    switch code {
    case "name": name
    case "born": born
    case "sex": sexTitle
    case "ethnicity": ethnicity
    case "card": deedField("", "card")
    case "admitted": admittedOn
    case "official": deedField("", "official")
    case "unit": Phrase(vi: "Nơi sinh hoạt", en: "Home")
    case "post": postTitle
    case "other": Phrase(vi: "Nội dung khác", en: "Something else")
    default: Phrase(verbatim: code)
    }
  }

  // Who can see me.
  package static var whoCanSee: Phrase { Phrase(vi: "Ai xem được hồ sơ này", en: "Who can see this file") }
  package static var whoCanSeeMeaning: Phrase {
    Phrase(
      vi: "Theo quyền đang có hiệu lực hôm nay. Mỗi lần mở hồ sơ đều được ghi lại.",
      en: "By the rights in force today. Each opening of the file is written down."
    )
  }
  package static func accountsCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) tài khoản", en: plural(count, "account", "accounts"))
  }
  package static var nobodyCanSee: Phrase {
    Phrase(vi: "Hôm nay không tài khoản nào có quyền xem.", en: "No account may see it today.")
  }
}
