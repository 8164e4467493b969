package import Basics

/// Words of the forms about candidates, the list of probation, and the report on recruits.
extension Phrase {
  /// What a form asks for, by the form's code and the field.
  package static func candidateField(_ form: String, _ field: String) -> Phrase {
    switch (form, field) {
    case ("begin", "from"): Phrase(vi: "Bắt đầu theo dõi, bồi dưỡng từ ngày", en: "Candidate since")
    case ("begin", "code"): Phrase(vi: "Mã hồ sơ", en: "Number")
    case ("course", "day"): Phrase(vi: "Ngày cấp", en: "Issued on")
    case ("course", "number"): Phrase(vi: "Số giấy chứng nhận", en: "Number of the certificate")
    case ("helper", "person"): Phrase(vi: "Đảng viên chính thức giúp đỡ", en: "Official member who helps")
    case ("helper", "day"): Phrase(vi: "Ngày phân công", en: "Assigned on")
    case ("application", "day"), ("cv", "day"): Phrase(vi: "Ngày nộp", en: "Handed in on")
    case ("check", "day"): Phrase(vi: "Ngày gửi yêu cầu", en: "Asked on")
    case ("check", "body"): Phrase(vi: "Nơi thẩm tra", en: "Who was asked")
    case ("massOpinion", "body"): Phrase(vi: "Tổ chức cho ý kiến", en: "Organisation")
    case ("residenceOpinion", "body"): Phrase(vi: "Chi bộ nơi cư trú", en: "Cell of the residence")
    case ("massOpinion", "day"), ("residenceOpinion", "day"):
      Phrase(vi: "Ngày có ý kiến", en: "Given on")
    case ("cellVote", "day"), ("committeeVote", "day"), ("vote", "day"):
      Phrase(vi: "Ngày biểu quyết", en: "Voted on")
    case ("cellVote", "number"), ("committeeVote", "number"):
      Phrase(vi: "Số nghị quyết", en: "Number of the resolution")
    case ("committeeVote", "officials"): Phrase(vi: "Số cấp ủy viên", en: "Members of the committee")
    case ("decision", "day"): Phrase(vi: "Ngày ký", en: "Signed on")
    case ("ceremony", "reason"): Phrase(vi: "Lý do, nếu còn thiếu", en: "Reason, when something is missing")
    case ("end", "value"): Phrase(vi: "Kết quả", en: "Outcome")
    case ("end", "day"): Phrase(vi: "Thôi từ ngày", en: "From")
    case ("end", "reason"): Phrase(vi: "Lý do", en: "Reason")
    case ("move", "unit"): Phrase(vi: "Chi bộ tiếp tục xem xét", en: "Cell that goes on")
    case ("move", "day"): Phrase(vi: "Từ ngày", en: "From")
    default: candidateField1(field)
    }
  }

  private static func candidateField1(_ field: String) -> Phrase {
    switch field {
    case "source": sourceOfRecruit
    case "schooling": schoolingTitle
    case "introducer": Phrase(vi: "Đảng viên giới thiệu thứ nhất", en: "First member who introduces")
    case "secondIntroducer": Phrase(vi: "Đảng viên giới thiệu thứ hai", en: "Second member who introduces")
    case "resolution":
      Phrase(
        vi: "Nghị quyết giới thiệu của đoàn thanh niên, công đoàn",
        en: "Resolution of the youth organisation or a union"
      )
    case "expunged":
      Phrase(vi: "Đã xóa án tích về tội ít nghiêm trọng", en: "A minor sentence was expunged")
    case "subject": Phrase(vi: "Thẩm tra về", en: "Verified of")
    case "body": Phrase(vi: "Nơi cho ý kiến", en: "Who gives it")
    case "answered": Phrase(vi: "Ngày có kết quả", en: "Answered on")
    case "officials": Phrase(vi: "Số đảng viên chính thức", en: "Official members")
    case "present": Phrase(vi: "Số có mặt", en: "Present")
    case "votes": Phrase(vi: "Số tán thành", en: "In favour")
    case "outcome": Phrase(vi: "Kết quả", en: "Outcome")
    case "checked": Phrase(vi: "Thẩm tra về", en: "Verified of")
    case "helper": Phrase(vi: "Đảng viên giúp đỡ", en: "Helper")
    default: deedField("", field)
    }
  }

  package static func candidateHint(_ form: String, _ field: String) -> Phrase? {
    switch (form, field) {
    case (_, "resolution"):
      Phrase(vi: "Thay cho một đảng viên giới thiệu", en: "In place of one of the two members")
    case ("begin", "code"): Phrase(vi: "Để trống thì hệ thống cấp", en: "Left blank, one is made")
    case ("check", "answered"):
      Phrase(vi: "Để trống khi chưa có kết quả", en: "Left blank until there is an answer")
    case ("ceremony", "admitted"):
      Phrase(
        vi: "Từ ngày này là đảng viên dự bị của chi bộ",
        en: "From that day a member on probation of the cell"
      )
    case ("end", "reason"):
      Phrase(vi: "Bắt buộc khi chi bộ thôi xem xét", en: "Needed when the cell gives it up")
    case (_, "introducer"), (_, "person"), (_, "unit"), (_, "born"): deedHint("", fieldOfPerson(field))
    default: nil
    }
  }

  private static func fieldOfPerson(_ field: String) -> String { field == "introducer" ? "person" : field }

  /// What a form is called, which is also its button.
  package static func candidateForm(_ form: String) -> Phrase {
    switch form {
    case "begin": beginCandidacy
    case "again": Phrase(vi: "Xem xét kết nạp lại", en: "Consider for re-admission")
    case "change":
      Phrase(vi: "Bổ sung thông tin, người giới thiệu", en: "Complete who introduces, and from where")
    case "move": Phrase(vi: "Chuyển sang chi bộ khác", en: "Let another cell go on")
    case "end": Phrase(vi: "Thôi xem xét kết nạp", en: "End the candidacy")
    case "ceremony": Phrase(vi: "Ghi lễ kết nạp", en: "Record the ceremony")
    case "vote":
      Phrase(vi: "Ghi biểu quyết công nhận chính thức", en: "Record a vote on recognition")
    default:
      Phrase(
        vi: "Ghi: \(candidateStep(form).text.prefix(1).lowercased())\(candidateStep(form).text.dropFirst())",
        en:
          "Record: \(candidateStep(form).text.prefix(1).lowercased())\(candidateStep(form).text.dropFirst())"
      )
    }
  }
  package static var yesWord: Phrase { Phrase(vi: "Có", en: "Yes") }
  package static var noWord: Phrase { Phrase(vi: "Không", en: "No") }

  // Probation.
  package static var probationTitle: Phrase { Phrase(vi: "Đảng viên dự bị", en: "On probation") }
  package static func probationSentence(_ unit: String, on: CivilDate) -> Phrase {
    Phrase(
      vi: "Đảng viên dự bị của \(unit) và hạn công nhận chính thức, ngày \(day(on))",
      en: "Members on probation in \(unit), and when they are due, on \(day(on))"
    )
  }
  package static var probationDue: Phrase { Phrase(vi: "Hết dự bị", en: "Due") }
  package static var probationLatest: Phrase { Phrase(vi: "Hạn chi bộ xét", en: "To be considered by") }
  package static var ceremonyDay: Phrase { Phrase(vi: "Kết nạp", en: "Ceremony") }
  package static func probationState(_ code: String) -> Phrase {
    switch code {
    case "late": Phrase(vi: "Quá hạn xét", en: "Late")
    case "onTime": Phrase(vi: "Đến hạn xét", en: "Due")
    case "tooEarly": Phrase(vi: "Đang dự bị", en: "On probation")
    case "superior": Phrase(vi: "Báo cáo cấp trên", en: "For the superior")
    default: Phrase(vi: "Chưa rõ hạn", en: "Term not known")
    }
  }
  package static func daysLate(_ days: Int) -> Phrase {
    Phrase(vi: "quá \(grouped(days)) ngày", en: "\(plural(days, "day", "days")) late")
  }
  package static func failedVotes(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(count) lần biểu quyết không đủ hai phần ba",
      en: "\(plural(count, "vote", "votes")) that did not reach two thirds"
    )
  }
  package static var forSuperior: Phrase {
    Phrase(vi: "cấp ủy cấp trên trực tiếp xem xét", en: "for the direct superior")
  }
  package static var probationMeaning: Phrase {
    Phrase(
      vi: "Xét chậm thì vẫn công nhận từ đúng ngày hết dự bị.",
      en: "Considered late, a member is official as of the exact end of probation all the same."
    )
  }
  package static var noProbation: Phrase {
    Phrase(vi: "Không có đảng viên dự bị", en: "Nobody is on probation")
  }
  package static var noProbationMeaning: Phrase {
    Phrase(vi: "Mọi đảng viên ngày này đều là chính thức.", en: "Every member of that day is official.")
  }
  package static var recogniseShort: Phrase { Phrase(vi: "Công nhận", en: "Recognise") }
  package static var voteShort: Phrase { Phrase(vi: "Biểu quyết", en: "Vote") }

  // The report.
  package static var recruitsTitle: Phrase { Phrase(vi: "Nguồn kết nạp", en: "Recruits") }
  package static func recruitsSentence(_ unit: String, _ from: CivilDate, _ last: CivilDate) -> Phrase {
    Phrase(
      vi: "Quần chúng ưu tú và đảng viên mới kết nạp của \(unit), \(day(from)) – \(day(last))",
      en: "Candidates and admissions in \(unit), \(day(from)) – \(day(last))"
    )
  }
  package static func recruitList(_ code: String) -> Phrase {
    code == "begun"
      ? Phrase(vi: "Quần chúng ưu tú mới", en: "New candidates") : Phrase(vi: "Kết nạp", en: "Admitted")
  }
  package static func recruitDimension(_ code: String) -> Phrase {
    switch code {
    case "sex": sexTitle
    case "age": Phrase(vi: "Tuổi", en: "Age")
    case "ethnicity": ethnicity
    default: sourceOfRecruit
    }
  }
  package static var notRecorded: Phrase { Phrase(vi: "Không ghi", en: "Not recorded") }
  package static var backToReport: Phrase { Phrase(vi: "Về báo cáo", en: "Back to the report") }
  package static var ageOnThatDay: Phrase { Phrase(vi: "Tuổi tính đến ngày đó.", en: "Age on that day.") }

  // The board.
  package static var needsYou: Phrase { Phrase(vi: "Việc cần làm", en: "Needs you") }
  package static var dueForRecognition: Phrase {
    Phrase(vi: "Đến hạn công nhận chính thức", en: "Due for recognition")
  }
  package static var lateForRecognition: Phrase { Phrase(vi: "quá hạn", en: "late") }
  package static var allCandidates: Phrase { Phrase(vi: "Cả danh sách", en: "The whole list") }
}
