package import Basics

/// Words about members: the roll, its columns and filters, states, roles and posts.
extension Phrase {
  /// The role of an affiliation by its code, `temporary`; any other text passes as it is.
  package static func role(_ code: String) -> Phrase {
    switch code {
    case "home": Phrase(vi: "sinh hoạt chính thức", en: "home cell")
    case "temporary": Phrase(vi: "sinh hoạt tạm thời", en: "temporary transfer")
    case "host": Phrase(vi: "tham gia sinh hoạt", en: "joining another cell's meetings")
    case "residence": Phrase(vi: "giữ mối liên hệ nơi cư trú", en: "residence contact")
    default: Phrase(verbatim: code)
    }
  }

  /// Why a membership ended, by its code, `deleted`; any other text passes as it is.
  package static func reason(_ code: String) -> Phrase {
    switch code {
    case "died": Phrase(vi: "từ trần", en: "died")
    case "left": Phrase(vi: "xin ra khỏi Đảng", en: "left on request")
    case "deleted": Phrase(vi: "xóa tên", en: "deletion from the roll")
    case "expelled": Phrase(vi: "khai trừ", en: "expelled")
    case "transferred": Phrase(vi: "chuyển sinh hoạt đảng đi nơi khác", en: "transferred elsewhere")
    default: Phrase(verbatim: code)
    }
  }

  /// A post by its code, `deputySecretary`; any other text passes as it is.
  package static func post(_ code: String) -> Phrase {
    switch code {
    case "secretary": Phrase(vi: "bí thư", en: "secretary")
    case "deputySecretary": Phrase(vi: "phó bí thư", en: "deputy secretary")
    case "standingMember": Phrase(vi: "ủy viên ban thường vụ", en: "standing committee member")
    case "committeeMember": Phrase(vi: "cấp ủy viên", en: "committee member")
    case "inspectionHead": Phrase(vi: "chủ nhiệm ủy ban kiểm tra", en: "head of inspection")
    case "inspectionMember": Phrase(vi: "ủy viên ủy ban kiểm tra", en: "inspection committee member")
    default: Phrase(verbatim: code)
    }
  }

  /// A state of membership by its code, `probationary`; any other text passes as it is.
  package static func state(_ code: String) -> Phrase {
    switch code {
    case "official": Phrase(vi: "chính thức", en: "official")
    case "probationary": Phrase(vi: "dự bị", en: "probationary")
    case "exempt": Phrase(vi: "miễn công tác và sinh hoạt", en: "exempt from activities")
    case "suspended": Phrase(vi: "đình chỉ sinh hoạt", en: "suspended")
    case "temporarilyAway": Phrase(vi: "chuyển sinh hoạt tạm thời", en: "temporarily away")
    case "left": Phrase(vi: "đã ra khỏi danh sách", en: "no longer on the roll")
    default: Phrase(verbatim: code)
    }
  }

  /// A state as a person's standing, in full.
  package static func standing(_ code: String) -> Phrase {
    switch code {
    case "official": Phrase(vi: "Đảng viên chính thức", en: "Official member")
    case "probationary": Phrase(vi: "Đảng viên dự bị", en: "Probationary member")
    case "candidate": candidateWord
    default: state(code).leading
    }
  }

  /// Woman or man, by the code `F` or `M`.
  package static func sex(_ code: String) -> Phrase {
    switch code {
    case "F": Phrase(vi: "Nữ", en: "Woman")
    case "M": Phrase(vi: "Nam", en: "Man")
    default: Phrase(verbatim: code)
    }
  }

  /// Woman or man in a column of a table.
  package static func sexShort(_ code: String) -> Phrase {
    switch code {
    case "F": Phrase(vi: "Nữ", en: "F")
    case "M": Phrase(vi: "Nam", en: "M")
    default: Phrase(verbatim: code)
    }
  }

  package static var rollTitle: Phrase { Phrase(vi: "Danh sách đảng viên", en: "Roll") }
  package static var onTheRoll: Phrase { Phrase(vi: "Tổng số đảng viên", en: "On the roll") }
  package static var official: Phrase { Phrase(vi: "Chính thức", en: "Official") }
  package static var probationary: Phrase { Phrase(vi: "Dự bị", en: "Probationary") }
  package static var women: Phrase { Phrase(vi: "Nữ", en: "Women") }
  package static var members: Phrase { Phrase(vi: "Đảng viên", en: "Members") }
  package static var serial: Phrase { Phrase(vi: "STT", en: "No.") }
  package static var nameByGiven: Phrase {
    Phrase(vi: "Họ và tên, xếp theo tên", en: "Name, by given name")
  }
  package static var name: Phrase { Phrase(vi: "Họ và tên", en: "Name") }
  package static var card: Phrase { Phrase(vi: "Số thẻ", en: "Card") }
  package static var born: Phrase { Phrase(vi: "Ngày sinh", en: "Born") }
  package static var sexTitle: Phrase { Phrase(vi: "Giới", en: "Sex") }
  package static var ethnicity: Phrase { Phrase(vi: "Dân tộc", en: "Ethnicity") }
  package static var cell: Phrase { Phrase(vi: "Chi bộ", en: "Cell") }
  package static var postTitle: Phrase { Phrase(vi: "Chức vụ Đảng", en: "Post") }
  package static var admittedOn: Phrase { Phrase(vi: "Ngày kết nạp", en: "Admitted") }
  package static var officialSince: Phrase { Phrase(vi: "Chính thức", en: "Official since") }
  package static var stateTitle: Phrase { Phrase(vi: "Trạng thái", en: "State") }
  package static var ageTitle: Phrase { Phrase(vi: "Tuổi", en: "Age") }
  package static var roleTitle: Phrase { Phrase(vi: "Vai trò", en: "Role") }
  package static func dueOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "hạn \(day(date))", en: "due \(day(date))")
  }

  package static var findInRoll: Phrase {
    Phrase(vi: "Tìm theo tên, số thẻ hoặc ngày sinh", en: "Find by name, card or date of birth")
  }
  package static func matches(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) kết quả, không phân biệt dấu",
      en: "\(plural(count, "match", "matches")), marks do not matter"
    )
  }
  package static var addFilter: Phrase { Phrase(vi: "Thêm bộ lọc", en: "Add filter") }
  package static func removeFilter(_ filter: String) -> Phrase {
    Phrase(vi: "Bỏ bộ lọc \(filter)", en: "Remove the filter \(filter)")
  }
  package static var apply: Phrase { Phrase(vi: "Lọc danh sách", en: "Filter the list") }
  package static var any: Phrase { Phrase(vi: "tất cả", en: "any") }
  package static func filtered(_ field: Phrase, _ value: Phrase) -> Phrase {
    Phrase(verbatim: "\(field): \(value)")
  }

  /// A band of ages by its code: `18-30`, `0-30`, or `61+`.
  package static func ageBand(_ code: String) -> Phrase {
    if code.last == "+", let low = Int(digits: code.dropLast()) {
      return Phrase(vi: "từ \(low) tuổi", en: "\(low) and over")
    }
    let ends = code.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Int(digits: ends[0]), let high = Int(digits: ends[1])
    else { return Phrase(verbatim: code) }
    guard low > 0 else { return Phrase(vi: "đến \(high) tuổi", en: "up to \(high)") }
    return Phrase(vi: "\(low)–\(high) tuổi", en: "\(low)–\(high)")
  }

  package static func exportRows(_ count: Int, _ format: String) -> Phrase {
    Phrase(
      vi: "Xuất \(grouped(count)) dòng, \(format)",
      en: "Export \(plural(count, "row", "rows")), \(format)"
    )
  }

  package static var rollEmpty: Phrase {
    Phrase(vi: "Chưa có đảng viên nào tại đây vào ngày này.", en: "Nobody is on this roll on this day.")
  }
  package static var rollEmptyMeaning: Phrase {
    Phrase(
      vi: "Đơn vị có thể vừa thành lập, hoặc danh sách chưa được nhập.",
      en: "The unit may be newly founded, or its lists have not been brought in."
    )
  }
  package static func noMatch(_ filters: Int) -> Phrase {
    Phrase(
      vi: "Không có đảng viên nào khớp với \(grouped(filters)) điều kiện.",
      en: "No member matches \(plural(filters, "condition", "conditions"))."
    )
  }
  package static func withoutFilter(_ filter: String) -> Phrase {
    Phrase(vi: "Bỏ “\(filter)” thì có", en: "Without “\(filter)” there are")
  }
  package static var clearFilters: Phrase { Phrase(vi: "Bỏ mọi điều kiện", en: "Drop all conditions") }
  package static func mark(_ name: String) -> Phrase { Phrase(vi: "Chọn \(name)", en: "Mark \(name)") }
  package static func marked(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đã chọn", en: "\(grouped(count)) marked")
  }

  package static var lifeTitle: Phrase {
    Phrase(vi: "Quá trình trong tổ chức", en: "Life in the organisation")
  }
  package static func lifeSentence(_ name: String, _ from: CivilDate, _ until: CivilDate) -> Phrase {
    Phrase(
      vi: "Đảng tịch, chi bộ và chức vụ của \(name) từ \(day(from)) đến \(day(until))",
      en: "Membership, cells and posts of \(name) from \(day(from)) to \(day(until))"
    )
  }
  package static var membership: Phrase { Phrase(vi: "Đảng tịch", en: "Membership") }
  package static var otherLife: Phrase { Phrase(vi: "Nơi khác", en: "Elsewhere") }
  package static var timeline: Phrase { Phrase(vi: "Diễn biến", en: "Timeline") }
  package static var timelineOrder: Phrase { Phrase(vi: "mới nhất trước", en: "newest first") }
  package static var particulars: Phrase { Phrase(vi: "Thông tin cá nhân", en: "Particulars") }
  package static var whoLooked: Phrase { Phrase(vi: "Ai đã xem hồ sơ này", en: "Who looked at this file") }
  package static func looksInYear(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) lượt trong 12 tháng", en: "\(grouped(count)) in 12 months")
  }
  package static var sameListSeen: Phrase {
    Phrase(
      vi: "Người có hồ sơ xem được đúng danh sách này.",
      en: "The person concerned sees this same list."
    )
  }
  package static var nobodyLooked: Phrase {
    Phrase(vi: "Trong 12 tháng qua chưa ai mở hồ sơ này.", en: "Nobody opened this file in 12 months.")
  }
  package static func yearsOld(_ years: Int) -> Phrase { Phrase(vi: "\(years) tuổi", en: "\(years)") }
  package static var partyAge: Phrase { Phrase(vi: "Tuổi Đảng", en: "Years a member") }
  package static func yearsAndMonths(_ years: Int, _ months: Int) -> Phrase {
    Phrase(vi: "\(years) năm \(months) tháng", en: "\(years) y \(months) mo")
  }
  package static var corrected: Phrase { Phrase(vi: "đính chính", en: "correction") }
  package static var planned: Phrase { Phrase(vi: "dự kiến", en: "planned") }
  package static func recorded(_ moment: String, by name: String) -> Phrase {
    Phrase(vi: "ghi lúc \(moment), \(name)", en: "recorded \(moment) by \(name)")
  }
  package static func takenOverFrom(_ list: String, _ row: Int) -> Phrase {
    Phrase(
      vi: "tiếp nhận từ danh sách \(list), dòng \(grouped(row))",
      en: "taken over from list \(list), row \(grouped(row))"
    )
  }

  /// What happened in a person's life in the organisation, by its code.
  package static func personEvent(_ code: String, _ value: String) -> Phrase {
    switch code {
    case "admitted" where value.isEmpty: Phrase(vi: "Kết nạp", en: "Admitted")
    case "admitted": Phrase(vi: "Kết nạp vào \(value)", en: "Admitted, \(value)")
    case "official": Phrase(vi: "Công nhận đảng viên chính thức", en: "Recognised as official member")
    case "badge":
      Phrase(vi: "Được trao Huy hiệu \(value) năm tuổi Đảng", en: "Awarded the badge of \(value) years")
    case "home": Phrase(vi: "Chuyển sinh hoạt đảng về \(value)", en: "Transferred to \(value)")
    case "takenOver": Phrase(vi: "Có tên trong danh sách \(value)", en: "On the roll of \(value)")
    case "temporary": Phrase(vi: "Sinh hoạt tạm thời tại \(value)", en: "Temporary transfer to \(value)")
    case "host": Phrase(vi: "Tham gia sinh hoạt tại \(value)", en: "Joins the meetings of \(value)")
    case "residence":
      Phrase(vi: "Giữ mối liên hệ nơi cư trú: \(value)", en: "Residence contact with \(value)")
    case "candidacyBegan": Phrase(vi: "Quần chúng ưu tú của \(value)", en: "Candidate of \(value)")
    case "candidacyMoved":
      Phrase(vi: "\(value) tiếp tục xem xét kết nạp", en: "\(value) goes on with the candidacy")
    case "candidacyEnded": candidacyOutcome(value)
    case "candidateStep": candidateStep(value)
    case "recognitionVote":
      Phrase(
        vi: "Biểu quyết công nhận chính thức: \(value) tán thành",
        en: "Vote on recognition: \(value) in favour"
      )
    case "affiliationEnded": Phrase(vi: "Thôi sinh hoạt tại \(value)", en: "No longer with \(value)")
    case "postBegan": Phrase(vi: "Giữ chức \(value)", en: "Took the post of \(value)")
    case "postEnded": Phrase(vi: "Thôi giữ chức \(value)", en: "Laid down the post of \(value)")
    case "transfer.asked": Phrase(vi: "Đề nghị chuyển sinh hoạt đến \(value)", en: "Asked to go to \(value)")
    case "transfer.sent": Phrase(vi: "Được giới thiệu đến \(value)", en: "Sent on to \(value) with a letter")
    case "transfer.returned":
      Phrase(vi: "\(value) trả lại giấy giới thiệu", en: "\(value) returned the letter")
    case "transfer.withdrawn": Phrase(vi: "Rút đề nghị chuyển đến \(value)", en: "Gave up going to \(value)")
    case "transfer.lapsed": Phrase(vi: "Thôi chuyển đến \(value)", en: "Going to \(value) lapsed")
    case "transfer.passedOn":
      Phrase(
        vi: "Việc chuyển đến \(value) do đơn vị kế thừa làm tiếp",
        en: "Going to \(value) goes on with those that took over"
      )
    case "left": Phrase(vi: "Ra khỏi danh sách: \(reason(value))", en: "Left the roll: \(reason(value))")
    case "exempt":
      Phrase(
        vi: "Miễn công tác và sinh hoạt, \(stateExtent(value))",
        en: "Exempt from activities, \(stateExtent(value))"
      )
    case "exemptEnded": Phrase(vi: "Thôi miễn sinh hoạt", en: "No longer exempt")
    case "suspended": Phrase(vi: "Đình chỉ sinh hoạt", en: "Suspended")
    case "suspendedEnded": Phrase(vi: "Thôi đình chỉ sinh hoạt", en: "No longer suspended")
    case "warned": Phrase(vi: "Nhắc nhở lần \(value)", en: "Warning \(value)")
    case "caseOpened": Phrase(vi: "Mở xem xét: \(reason(value))", en: "Way out opened: \(reason(value))")
    case "caseClosed":
      Phrase(vi: "Khép lại việc xem xét, vẫn là đảng viên", en: "Way out closed, still a member")
    case "disciplined":
      Phrase(vi: "Kỷ luật: \(disciplineForm(value))", en: "Discipline: \(disciplineForm(value))")
    case "disciplineEnded":
      Phrase(
        vi: "Hết hiệu lực kỷ luật: \(disciplineForm(value))",
        en: "Discipline ended: \(disciplineForm(value))"
      )
    case "name": Phrase(vi: "Họ và tên: \(value)", en: "Name: \(value)")
    case "born": Phrase(vi: "Ngày sinh: \(value)", en: "Date of birth: \(value)")
    case "card": Phrase(vi: "Số thẻ: \(value)", en: "Card: \(value)")
    case "sex": Phrase(vi: "Giới: \(sex(value))", en: "Sex: \(sex(value))")
    case "ethnicity": Phrase(vi: "Dân tộc: \(value)", en: "Ethnicity: \(value)")
    default: Phrase(verbatim: value)
    }
  }
  package static var markTitle: Phrase { Phrase(vi: "Chọn", en: "Mark") }
  package static var markedWord: Phrase { Phrase(vi: "đã chọn", en: "marked") }
  package static var exportMarked: Phrase {
    Phrase(vi: "Xuất các dòng đã chọn", en: "Export the marked rows")
  }
}
