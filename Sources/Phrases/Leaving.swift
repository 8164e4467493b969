package import Basics
package import Rules

/// Words of ways out of the organisation, of exemption and suspension, and of discipline.
extension Phrase {
  // Ways out.
  package static var casesTitle: Phrase { Phrase(vi: "Việc đang chờ xử lý", en: "What is open") }
  package static func casesSentence(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) việc đang chờ ở đơn vị này và các đơn vị bên dưới.",
      en: "\(plural(count, "matter waits", "matters wait")) in this unit and below."
    )
  }
  package static var leavingCases: Phrase {
    Phrase(vi: "Đang xem xét ra khỏi Đảng", en: "On their way out")
  }
  package static var leavingCasesMeaning: Phrase {
    Phrase(
      vi: "Từ trần, xin ra khỏi Đảng, xóa tên. Chi bộ đề nghị, cấp có thẩm quyền quyết định.",
      en: "Deaths, requests to leave, deletions. The cell proposes, the competent committee decides."
    )
  }
  package static var noLeavingCases: Phrase {
    Phrase(vi: "Không có trường hợp nào đang xem xét.", en: "Nobody is on their way out.")
  }
  package static var noLeavingCasesMeaning: Phrase {
    Phrase(
      vi: "Mở một trường hợp từ hồ sơ của đảng viên.",
      en: "One is opened from the member's file."
    )
  }
  package static var openedOn: Phrase { Phrase(vi: "Mở ngày", en: "Opened") }
  package static var waitsForTitle: Phrase { Phrase(vi: "Đang chờ", en: "Waits for") }
  package static var wayOut: Phrase { Phrase(vi: "Lý do", en: "Way out") }
  package static var groundTitle: Phrase { Phrase(vi: "Căn cứ", en: "Ground") }
  package static var warningsGiven: Phrase { Phrase(vi: "Các lần nhắc nhở", en: "Warnings given") }
  package static func warningNumbered(_ number: Int) -> Phrase {
    Phrase(vi: "Nhắc nhở lần \(number)", en: "Warning \(number)")
  }

  /// What a way out waits for next.
  package static func waitsFor(_ step: LeavingCase.Step) -> Phrase {
    switch step {
    case .hearing: Phrase(vi: "nghe đảng viên trình bày", en: "the member to be heard")
    case .vote: Phrase(vi: "chi bộ biểu quyết", en: "the cell's vote")
    case .decision: Phrase(vi: "quyết định của cấp có thẩm quyền", en: "the competent committee's decision")
    }
  }

  /// A step of a way out that was gone.
  package static func stepTitle(_ step: LeavingCase.Step) -> Phrase {
    switch step {
    case .hearing: Phrase(vi: "Nghe đảng viên trình bày", en: "The member heard")
    case .vote: Phrase(vi: "Chi bộ biểu quyết", en: "The cell's vote")
    case .decision: Phrase(vi: "Quyết định", en: "Decision")
    }
  }
  package static func occurredTitle(_ reason: String) -> Phrase {
    reason == "died"
      ? Phrase(vi: "Ngày từ trần", en: "Day of death")
      : Phrase(vi: "Ngày làm đơn", en: "Day of the application")
  }
  package static func votedOf(_ agreed: Int, _ officials: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(agreed)) trên \(grouped(officials)) đảng viên chính thức tán thành",
      en: "\(grouped(agreed)) of \(grouped(officials)) official members agreed"
    )
  }
  package static func caseOutcome(_ outcome: LeavingCase.Outcome) -> Phrase {
    switch outcome {
    case .carriedOut: Phrase(vi: "đã ra khỏi danh sách", en: "left the roll")
    case .closed: Phrase(vi: "đã khép lại, vẫn là đảng viên", en: "closed, still a member")
    }
  }
  package static var unverifiedRule: Phrase { Phrase(vi: "chưa xác minh", en: "not verified") }
  package static var proposesOnly: Phrase {
    Phrase(
      vi: "Căn cứ và phiếu chỉ là đề nghị. Cấp có thẩm quyền quyết định, và đảng viên xem được phần này.",
      en: "Grounds and votes only propose. The competent committee decides, and the member sees this part."
    )
  }

  // Who left.
  package static var leavingsTitle: Phrase { Phrase(vi: "Ra khỏi danh sách", en: "Who left") }
  package static func leavingsSentence(_ from: CivilDate, _ last: CivilDate) -> Phrase {
    Phrase(
      vi: "Đảng viên ra khỏi danh sách từ \(day(from)) đến \(day(last)), theo lý do và căn cứ.",
      en: "Members who left from \(day(from)) to \(day(last)), by reason and ground."
    )
  }
  package static var byReason: Phrase { Phrase(vi: "Theo lý do và căn cứ", en: "By reason and ground") }
  package static var groundNotStated: Phrase { Phrase(vi: "không ghi căn cứ", en: "ground not stated") }
  package static var allLeavings: Phrase { Phrase(vi: "Tất cả", en: "All") }
  package static var peopleCount: Phrase { Phrase(vi: "Số người", en: "People") }
  package static var leftOn: Phrase { Phrase(vi: "Ngày ra khỏi danh sách", en: "Left on") }
  package static var nobodyLeft: Phrase {
    Phrase(vi: "Không có ai ra khỏi danh sách trong kỳ này.", en: "Nobody left in this period.")
  }
  package static var nobodyLeftMeaning: Phrase {
    Phrase(vi: "Chọn kỳ khác ở trên.", en: "Choose another period above.")
  }
  package static var beforeDay: Phrase { Phrase(vi: "Đến trước ngày", en: "Until before") }
  package static var showPeriod: Phrase { Phrase(vi: "Xem kỳ này", en: "Show the period") }
  package static var leavingsLink: Phrase {
    Phrase(vi: "Ai đã ra khỏi danh sách trong năm", en: "Who left this year")
  }
  package static var noDecisionCited: Phrase { Phrase(vi: "không ghi", en: "none stated") }

  // States.
  package static func stateExtent(_ code: String) -> Phrase {
    switch code {
    case "full": Phrase(vi: "miễn hoàn toàn", en: "full")
    case "temporary": Phrase(vi: "miễn có thời hạn", en: "for a time")
    default: Phrase(verbatim: code)
    }
  }
  package static func exemptionGround(_ code: String) -> Phrase {
    switch code {
    case "age": Phrase(vi: "tuổi cao", en: "age")
    case "health": Phrase(vi: "sức khỏe", en: "health")
    case "mobileWork": Phrase(vi: "làm việc lưu động", en: "mobile work")
    case "other": Phrase(vi: "lý do khác", en: "another ground")
    default: Phrase(verbatim: code)
    }
  }

  // Discipline.
  package static var disciplineTitle: Phrase { Phrase(vi: "Kỷ luật", en: "Discipline") }
  package static func disciplineForm(_ code: String) -> Phrase {
    switch code {
    case "reprimand": Phrase(vi: "khiển trách", en: "reprimand")
    case "warning": Phrase(vi: "cảnh cáo", en: "warning")
    case "removal": Phrase(vi: "cách chức", en: "removal from post")
    case "expulsion": Phrase(vi: "khai trừ", en: "expulsion")
    default: Phrase(verbatim: code)
    }
  }
  package static var mattersTitle: Phrase {
    Phrase(vi: "Kỷ luật chờ người thứ hai xác nhận", en: "Disciplines waiting for a second person")
  }
  package static var mattersMeaning: Phrase {
    Phrase(
      vi: "Một người nhập, một người khác xác nhận. Chưa xác nhận thì chưa là dữ kiện của hồ sơ.",
      en: "One person enters it, another confirms it. Until then it is not a fact of the record."
    )
  }
  package static var noMatters: Phrase { Phrase(vi: "Không có việc nào chờ xác nhận.", en: "None waits.") }
  package static var isPending: Phrase { Phrase(vi: "chờ xác nhận", en: "waiting to be confirmed") }
  package static var pendingMeaning: Phrase {
    Phrase(
      vi: "Chưa có hiệu lực trong hồ sơ cho đến khi một người khác xác nhận.",
      en: "It does not count in the record until somebody else confirms it."
    )
  }
  package static var enteredBy: Phrase { Phrase(vi: "Người nhập", en: "Entered by") }
  package static var decidedBy: Phrase { Phrase(vi: "Cấp quyết định", en: "Decided by") }
  package static var disciplineSeen: Phrase {
    Phrase(
      vi: "Chỉ cấp ủy có thẩm quyền và chính đảng viên xem được phần này; không xuất ra danh sách.",
      en: "Only the competent committee and the member see this part; no list takes it along."
    )
  }
  package static var confirmYourself: Phrase {
    Phrase(
      vi: "Việc này do chính tài khoản đang dùng nhập, nên người khác phải xác nhận.",
      en: "This very account entered it, so somebody else must confirm it."
    )
  }

  // Earlier memberships.
  package static var earlierMemberships: Phrase {
    Phrase(vi: "Những lần là đảng viên", en: "Times as a member")
  }
  package static func readmissionFrom(_ on: CivilDate) -> Phrase {
    Phrase(
      vi: "Xét kết nạp lại sớm nhất từ \(day(on)).",
      en: "Admission again can be considered from \(day(on))."
    )
  }
}

extension Phrase {
  /// The ground of a deletion in a few words, by the name of its clause; the clause itself says it in full.
  package static func deletionGround(_ clause: String) -> Phrase {
    switch clause {
    case "deletion.meetings": Phrase(vi: "bỏ sinh hoạt", en: "away from meetings")
    case "deletion.dues": Phrase(vi: "không đóng đảng phí", en: "dues not paid")
    case "deletion.card": Phrase(vi: "tự ý trả thẻ, hủy thẻ", en: "card returned or destroyed")
    case "deletion.progress": Phrase(vi: "giảm sút ý chí phấn đấu", en: "no progress after education")
    case "deletion.unworthy": Phrase(vi: "hai năm liền không đủ tư cách", en: "two years unworthy")
    case "deletion.political":
      Phrase(vi: "không bảo đảm tiêu chuẩn chính trị", en: "political standard not met")
    default: Phrase(verbatim: clause)
    }
  }

  /// Why a step of a member's way is refused.
  static func way(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .againstClause(let number, let clause):
      Phrase(vi: "trái với \(number): \(clause.vi)", en: "against \(number): \(clause.en)")
    case .stillOpen(let since):
      Phrase(
        vi: "đã có một việc đang mở từ \(day(since)); làm xong hoặc khép lại việc ấy trước",
        en: "one is open since \(since); finish or close it first"
      )
    case .noneOpen:
      Phrase(
        vi: "không còn việc nào đang mở; có thể người khác đã làm xong",
        en: "none is open any more; somebody else may have finished it"
      )
    case .waitsFor(let step):
      Phrase(
        vi: "bước trước chưa làm: \(waitsFor(step))",
        en: "an earlier step is missing: \(waitsFor(step))"
      )
    case .moreThanAll(let agreed, let all):
      Phrase(
        vi: "\(grouped(agreed)) phiếu không thể nhiều hơn \(grouped(all)) người",
        en: "\(grouped(agreed)) votes cannot be more than \(grouped(all)) people"
      )
    case .bodyNotAbove(let code):
      Phrase(
        vi: "“\(code)” không phải là cấp trên của đơn vị vào ngày ấy",
        en: "“\(code)” does not stand above the unit on that day"
      )
    case .ownEntry:
      Phrase(
        vi: "người nhập không thể tự xác nhận; cần một người khác",
        en: "whoever entered it cannot confirm it; it takes somebody else"
      )
    default:
      Phrase(
        vi: "chỉ chính đảng viên báo được về hồ sơ của mình",
        en: "only the person themselves can report it"
      )
    }
  }
}
