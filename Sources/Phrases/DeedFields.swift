import Rules

/// What each field of a deed's form asks for.
extension Phrase {
  /// The label of a field, by the deed's name in addresses and the field's name.
  package static func deedField(_ deed: String, _ field: String) -> Phrase {
    switch (deed, field) {
    case ("transfer", "unit"): Phrase(vi: "Chi bộ nơi đến", en: "To which cell")
    case ("transfer", "day"):
      Phrase(vi: "Ngày đầu sinh hoạt ở nơi mới", en: "First day in the new home")
    case ("recognise", "reason"):
      Phrase(vi: "Lý do, nếu khác ngày theo quy định", en: "Reason, when it is not the day of the rule")
    case ("recognise", "official"): Phrase(vi: "Chính thức từ ngày", en: "Official from")
    case ("beginRole", "role"), ("endRole", "role"): Phrase(vi: "Hình thức sinh hoạt", en: "Kind of tie")
    case ("askComment", "day"): Phrase(vi: "Ngày gửi đề nghị nhận xét", en: "Asked for on")
    case ("receiveComment", "day"): Phrase(vi: "Ngày nhận xét", en: "Given on")
    case ("receiveComment", "letter"): Phrase(vi: "Số văn bản", en: "Number of the paper")
    case ("exemptResidence", "reason"): Phrase(vi: "Căn cứ", en: "Ground")
    case ("exemptResidence", "sector"): Phrase(vi: "Chỉ lĩnh vực", en: "Only of the sector")
    case ("second", "unit"): Phrase(vi: "Tham gia sinh hoạt ở đơn vị", en: "Takes part in")
    case ("second", "post"): Phrase(vi: "Chức vụ ở đó", en: "Post there")
    case ("holdPost", "unit"): Phrase(vi: "Trong cấp ủy của đơn vị", en: "In the body of")
    case ("leavePost", "until"), ("endRole", "until"):
      Phrase(vi: "Thôi từ ngày", en: "No longer from")
    case ("endMembership", "left"):
      Phrase(vi: "Ngày đầu không còn là đảng viên", en: "First day no longer a member")
    case ("found", "name"), ("rename", "name"): Phrase(vi: "Tên đơn vị", en: "Name of the unit")
    case ("rename", "day"): Phrase(vi: "Mang tên mới từ ngày", en: "Called so from")
    case ("found", "code"): Phrase(vi: "Mã đơn vị", en: "Code of the unit")
    case ("found", "day"): Phrase(vi: "Thành lập từ ngày", en: "Founded on")
    case ("end", "day"): Phrase(vi: "Ngày đầu không còn tồn tại", en: "First day it no longer exists")
    case ("move", "day"): Phrase(vi: "Trực thuộc nơi mới từ ngày", en: "Under the new unit from")
    case ("change", "from"): Phrase(vi: "Thay đổi từ ngày", en: "Changed on")
    case ("admit", "from"), ("readmit", "from"):
      Phrase(vi: "Sinh hoạt tại đây từ ngày", en: "Home here from")
    case ("readmit", "unit"): Phrase(vi: "Chi bộ", en: "Cell")
    case ("admit", "official"), ("readmit", "official"):
      Phrase(vi: "Chính thức từ ngày", en: "Official from")
    case ("exempt", "ground"): Phrase(vi: "Lý do miễn", en: "Ground")
    case ("exempt", "from"): Phrase(vi: "Miễn từ ngày", en: "Exempt from")
    case ("suspend", "from"): Phrase(vi: "Đình chỉ từ ngày", en: "Suspended from")
    case ("endExemption", "until"), ("endSuspension", "until"):
      Phrase(vi: "Sinh hoạt trở lại từ ngày", en: "Takes part again from")
    case ("warn", "day"): Phrase(vi: "Ngày nhắc nhở", en: "Day of the warning")
    case ("warn", "note"): Phrase(vi: "Nội dung nhắc nhở", en: "What was said")
    case ("openLeaving", "reason"): Phrase(vi: "Lý do ra khỏi Đảng", en: "Way out")
    case ("openLeaving", "day"): Phrase(vi: "Mở từ ngày", en: "Opened on")
    case ("hearLeaving", "day"): Phrase(vi: "Ngày trình bày", en: "Day of the hearing")
    case ("voteLeaving", "day"): Phrase(vi: "Ngày chi bộ họp", en: "Day of the meeting")
    case ("voteLeaving", "agreed"): Phrase(vi: "Số phiếu tán thành", en: "Votes in favour")
    case ("voteLeaving", "officials"):
      Phrase(vi: "Số đảng viên chính thức của chi bộ", en: "Official members of the cell")
    case ("decideLeaving", "left"):
      Phrase(vi: "Ngày đầu không còn là đảng viên", en: "First day no longer a member")
    case ("closeLeaving", "reason"): Phrase(vi: "Vì sao khép lại", en: "Why it is closed")
    case ("closeLeaving", "day"): Phrase(vi: "Khép lại ngày", en: "Closed on")
    case ("discipline", "from"), ("disciplineUnit", "from"):
      Phrase(vi: "Có hiệu lực từ ngày", en: "In force from")
    case ("discipline", "post"): Phrase(vi: "Chức vụ bị cách", en: "Post taken away")
    case ("discipline", "note"), ("disciplineUnit", "note"):
      Phrase(vi: "Nội dung vi phạm", en: "The violation")
    case ("withdrawDiscipline", "reason"), ("withdrawUnitDiscipline", "reason"):
      Phrase(vi: "Vì sao rút lại", en: "Why it is withdrawn")
    case ("annul", "reason"): Phrase(vi: "Vì sao hủy", en: "Why it is annulled")
    default: field1(field)
    }
  }

  private static func field1(_ field: String) -> Phrase {
    switch field {
    case "name": .name
    case "born": .born
    case "sex": .sexTitle
    case "ethnicity": .ethnicity
    case "card": Phrase(vi: "Số thẻ đảng viên", en: "Card number")
    case "system": Phrase(vi: "Hệ thống", en: "System")
    case "value": Phrase(vi: "Mã", en: "Identifier")
    case "month": .duesMonth
    case "category": .duesCategoryTitle
    case "income": .duesIncome
    case "region": .duesRegionTitle
    case "amount": .duesAmount
    case "paid": .duesPaidOn
    case "badge", "badges": .badgeTitle
    case "badgeNumber": .badgeNumber
    case "people": Phrase(vi: "Số người", en: "People")
    case "code": .memberCode
    case "decided": Phrase(vi: "Ngày quyết định kết nạp", en: "Day of the decision to admit")
    case "admitted": Phrase(vi: "Ngày kết nạp", en: "Day of the ceremony")
    case "official": Phrase(vi: "Chính thức từ ngày", en: "Official from")
    case "reason": Phrase(vi: "Lý do", en: "Reason")
    case "role": Phrase(vi: "Hình thức", en: "Role")
    case "unit": Phrase(vi: "Đơn vị", en: "Unit")
    case "parent": Phrase(vi: "Đơn vị cấp trên mới", en: "New unit above")
    case "successor": Phrase(vi: "Đơn vị kế tục", en: "Successors")
    case "post": Phrase(vi: "Chức vụ", en: "Post")
    case "person": Phrase(vi: "Đảng viên", en: "Member")
    case "from": Phrase(vi: "Từ ngày", en: "From")
    case "until": Phrase(vi: "Đến ngày", en: "Until")
    case "day": Phrase(vi: "Từ ngày", en: "From")
    case "left": Phrase(vi: "Ngày ra khỏi danh sách", en: "Left")
    case "kind": Phrase(vi: "Loại hình", en: "Kind")
    case "sector": Phrase(vi: "Lĩnh vực", en: "Sector")
    case "year": Phrase(vi: "Năm", en: "Year")
    case "handoverKind": handoverItem
    case "commentState", "planState", "handoverState": Phrase(vi: "Tình trạng", en: "State")
    case "transferKind": Phrase(vi: "Hình thức chuyển", en: "Kind of transfer")
    case "state": Phrase(vi: "Tình trạng", en: "State")
    case "letter": Phrase(vi: "Số giấy giới thiệu", en: "Letter of introduction")
    case "number": Phrase(vi: "Số quyết định", en: "Number of the decision")
    case "signed": .signedOn
    case "issuer": .issuer
    case "signer": .signer
    case "basis": .basis
    case "extent": Phrase(vi: "Mức miễn", en: "Extent")
    case "ground": .groundTitle
    case "asked": Phrase(vi: "Ngày đảng viên làm đơn", en: "Asked for on")
    case "body": .decidedBy
    case "note": Phrase(vi: "Ghi chú", en: "Note")
    case "occurred": Phrase(vi: "Ngày từ trần hoặc ngày làm đơn", en: "Day of death or of the application")
    case "hearing": Phrase(vi: "Ý kiến của đảng viên", en: "What the member said")
    case "heard": Phrase(vi: "Ngày trình bày", en: "Heard on")
    case "voted": Phrase(vi: "Ngày biểu quyết", en: "Voted on")
    case "vote": Phrase(vi: "Biểu quyết", en: "Vote")
    case "ended": Phrase(vi: "Kết thúc ngày", en: "Ended on")
    case "outcome": Phrase(vi: "Kết quả", en: "Outcome")
    case "agreed": Phrase(vi: "Số phiếu đề nghị, tán thành", en: "Votes in favour")
    case "officials": Phrase(vi: "Trên tổng số", en: "Out of")
    case "above": Phrase(vi: "Số phiếu của cấp có thẩm quyền", en: "Votes of the competent committee")
    case "aboveAll": Phrase(vi: "Trên tổng số cấp ủy viên", en: "Out of its members")
    case "form": Phrase(vi: "Hình thức kỷ luật", en: "Form of discipline")
    case "violated": Phrase(vi: "Ngày vi phạm", en: "Day of the violation")
    case "topic": .whatIsWrong
    case "right": .whatIsRight
    case "answer": .answerTitle
    case "warned": Phrase(vi: "Lần thứ", en: "Number")
    case "report": Phrase(vi: "Báo cáo", en: "Report")
    case "scan": Phrase(vi: "Bản chụp quyết định", en: "Scan of the decision")
    case "source", "schooling", "introducer", "secondIntroducer", "resolution", "expunged", "answered",
      "present", "votes", "checked", "helper", "subject":
      candidateField("", field)
    default: meetingField(field)
    }
  }

  /// What is said under a field, where its label does not say enough.
  package static func deedHint(_ deed: String, _ field: String) -> Phrase? {
    switch (deed, field) {
    case (_, "unit"), (_, "parent"), (_, "issuer"):
      Phrase(vi: "Mã hoặc tên đơn vị, không cần dấu", en: "Code or name, without marks if you like")
    case (_, "person"):
      Phrase(
        vi: "Mã đảng viên hoặc họ tên, không cần dấu",
        en: "Member number or name, without marks if you like"
      )
    case ("end", "successor"):
      Phrase(
        vi: "Mã các đơn vị tiếp nhận, cách nhau bằng dấu phẩy",
        en: "The codes of those that take over, with commas between"
      )
    case (_, "born"):
      Phrase(vi: "30/9/1957, hoặc 9/1957, hoặc 1957", en: "30/9/1957, or 9/1957, or 1957")
    case ("admit", "code"): Phrase(vi: "Để trống thì hệ thống cấp", en: "Left blank, one is made")
    case ("admit", "official"), ("readmit", "official"):
      Phrase(
        vi: "Chỉ khi tiếp nhận người đã là đảng viên chính thức",
        en: "Only for somebody taken over who is official already"
      )
    case ("admit", "from"), ("readmit", "from"):
      Phrase(
        vi: "Chỉ khi muộn hơn ngày kết nạp: tiếp nhận từ nơi khác",
        en: "Only when later than admission: taken over from elsewhere"
      )
    case (_, "until"), (_, "left"), ("end", "day"):
      Phrase(
        vi: "Ngày đầu tiên điều này không còn đúng",
        en: "The first day on which it is no longer so"
      )
    case ("transfer", "day"):
      Phrase(
        vi: "Đến hết ngày hôm trước vẫn tính ở nơi cũ",
        en: "Up to the day before they count in the old home"
      )
    case ("correct", "name"):
      Phrase(
        vi: "Đính chính là nói trước nay vẫn vậy. Đổi từ một ngày thì dùng “Ghi thay đổi thông tin”.",
        en: "A correction says it was always so. What changed on a day is recorded as a change."
      )
    case ("exempt", "until"):
      Phrase(vi: "Để trống khi miễn không thời hạn", en: "Blank for as long as the ground lasts")
    case ("openLeaving", "ground"):
      Phrase(vi: "Chỉ khi xem xét xóa tên", en: "For a deletion only")
    case ("openLeaving", "occurred"):
      Phrase(
        vi: "Bắt buộc khi từ trần hoặc xin ra; xóa tên thì để trống",
        en: "Required for a death or a request; blank for a deletion"
      )
    case ("discipline", "post"):
      Phrase(vi: "Chỉ khi cách chức; để trống là mọi chức vụ", en: "For a removal; blank for all posts")
    case ("discipline", "above"), ("discipline", "aboveAll"):
      Phrase(vi: "Bắt buộc khi khai trừ", en: "Needed for an expulsion")
    case (_, "body"):
      Phrase(vi: "Mã hoặc tên đơn vị, không cần dấu", en: "Code or name, without marks if you like")
    case ("disciplineUnit", "form"):
      Phrase(
        vi: "Giải tán: ở đây chỉ ghi quyết định. Đơn vị kết thúc bằng một việc sắp xếp tổ chức riêng.",
        en: "A dissolution is the decision alone. The unit is ended by a reorganisation of its own."
      )
    case ("rename", "name"): nil
    default: nil
    }
  }

  /// The value of a fact's detail, by the field's name, in words.
  package static func detail(_ field: String, _ value: String) -> Phrase {
    let words: String =
      switch field {
      case "sex": sex(value).text
      case "reason": reason(value).text
      case "system": system(value).text
      case "state":
        (TransferState(rawValue: value).map { transferState($0.rawValue) } ?? reportState(value)).text
      case "commentState": commentState(value).text
      case "planState": planState(value).text
      case "handoverState": handoverState(value).text
      case "handoverKind": handoverKind(value).text
      case "sector": sector(value).text
      case "transferKind": transferKind(value).text
      case "extent": stateExtent(value).text
      case "ground":
        ExemptionGround(rawValue: value) == nil ? deletionGround(value).text : exemptionGround(value).text
      case "topic": reportTopic(value).text
      case "outcome":
        (LeavingCase.Outcome(rawValue: value).map { caseOutcome($0) } ?? candidacyOutcome(value)).text
      case "source": recruitSource(value).text
      case "schooling": schooling(value).text
      case "checked": checkedOf(value).text
      case "resolutionKind": resolutionKind(value).text
      case "measure": taskMeasure(value).text
      case "reviewTerm": reviewTerm(value).text
      case "reviewStep": reviewStep(value).text
      case "capBase": capBase(value).text
      case "audience": listingAudience(value).text
      case "raisedKind": reviewMatter(value).text
      case "modelStage": modelStage(value).text
      case "modelStep": modelStep(value).text
      case "modelState": modelState(value).text
      case "ending": taskState(value).text
      case "meetingStage": meetingStage(value).text
      case "mode": meetingMode(value).text
      case "mark": attendanceMark(value).text
      case "manner": voteManner(value).text
      case "ballot": ballot(value).text
      case "scorer": meetingScorer(value).text
      case "matterKind": agendaMatter(value).text
      case "matterOutcome": matterOutcome(value).text
      case "themeForm": themeForm(value).text
      case "themeState": themeState(value).text
      case "themeSource": themeSource(value).text
      case "scoreMet", "itemDone": (value == "yes" ? yesWord : noWord).text
      default: value
      }
    return Phrase(verbatim: words)
  }
}
