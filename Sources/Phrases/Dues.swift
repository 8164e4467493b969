package import Basics
package import Rules

/// Words about dues: what is owed and why, received, passed on.
extension Phrase {
  package static var duesTitle: Phrase { Phrase(vi: "Đảng phí", en: "Dues") }
  package static var duesMonth: Phrase { Phrase(vi: "Tháng", en: "Month") }
  package static func duesOfMonth(_ month: Month) -> Phrase {
    Phrase(vi: "Đảng phí tháng \(monthName(month))", en: "Dues of \(monthName(month))")
  }
  package static func monthName(_ month: Month) -> Phrase { monthOfYear(month.number, month.year) }
  package static func dong(_ amount: Int) -> Phrase {
    Phrase(vi: "\(grouped(amount)) đồng", en: "\(grouped(amount)) VND")
  }
  package static func duesYear(_ year: Int) -> Phrase {
    Phrase(vi: "Đảng phí năm \(year)", en: "Dues of \(year)")
  }
  package static var monthBefore: Phrase { Phrase(vi: "Tháng trước", en: "Month before") }
  package static var monthAfter: Phrase { Phrase(vi: "Tháng sau", en: "Month after") }
  package static var yearBefore: Phrase { Phrase(vi: "Năm trước", en: "Year before") }
  package static var yearAfter: Phrase { Phrase(vi: "Năm sau", en: "Year after") }

  package static func duesFigure(_ code: String) -> Phrase {
    switch code {
    case "owing": Phrase(vi: "Phải đóng", en: "Owe dues")
    case "paid": Phrase(vi: "Đã đóng", en: "Paid")
    case "open": Phrase(vi: "Chưa đóng", en: "Not paid")
    case "exempt": Phrase(vi: "Được miễn", en: "Exempt")
    case "excused": Phrase(vi: "Không phải đóng", en: "Owe nothing")
    case "undeclared": Phrase(vi: "Chưa kê khai", en: "Not declared")
    default: Phrase(verbatim: code)
    }
  }
  /// What exactly a figure counts.
  package static func duesDefinition(_ code: String) -> Phrase {
    switch code {
    case "owing":
      Phrase(
        vi: """
          Đảng viên sinh hoạt chính thức ở đơn vị hoặc bên dưới vào ngày đầu tháng, trừ người được miễn và người \
          không phải đóng.
          """,
        en: """
          Members whose home on the first day of the month is the unit or below it, but for those who are exempt or \
          owe nothing.
          """
      )
    case "paid":
      Phrase(vi: "Trong số đó: người chi bộ đã ghi nhận tiền của tháng.", en: "Of them: those who paid.")
    case "open":
      Phrase(
        vi: "Người phải đóng mà chưa ghi nhận tiền của tháng.",
        en: "Those who owe and of whom nothing was received for the month."
      )
    case "exempt":
      Phrase(
        vi: "Người được miễn, với căn cứ do một người có tên ghi lại.",
        en: "Those excused on a ground that a named person recorded."
      )
    case "excused":
      Phrase(
        vi: "Người đang bị đình chỉ sinh hoạt vào ngày đầu tháng, theo quy định áp dụng cho tháng ấy.",
        en: "Those suspended on the first day of the month, by the rule of that month."
      )
    default:
      Phrase(
        vi: "Người chưa kê khai căn cứ: chưa tính được mức đóng.",
        en: "Those who have not declared their basis: how much they owe cannot be worked out."
      )
    }
  }
  package static var duesOwed: Phrase { Phrase(vi: "Số phải thu", en: "Owed") }
  package static var duesReceived: Phrase { Phrase(vi: "Đã thu", en: "Received") }
  package static var duesPassedOn: Phrase { Phrase(vi: "Đã nộp lên", en: "Passed on") }
  package static var duesFromBelow: Phrase { Phrase(vi: "Cấp dưới nộp lên", en: "From below") }
  package static var duesKept: Phrase { Phrase(vi: "Còn giữ lại", en: "Kept") }
  package static var duesRequired: Phrase { Phrase(vi: "Mức phải đóng", en: "Required") }
  package static var duesObserved: Phrase { Phrase(vi: "Tính trên", en: "Reckoned on") }
  package static var duesAmount: Phrase { Phrase(vi: "Số tiền (đồng)", en: "Amount in VND") }
  package static var duesPaidOn: Phrase { Phrase(vi: "Ngày nhận tiền", en: "Received on") }
  package static var duesPassedDay: Phrase { Phrase(vi: "Ngày nộp", en: "Passed on") }
  package static var duesIncome: Phrase { Phrase(vi: "Thu nhập tháng (đồng)", en: "Monthly income in VND") }
  package static var duesRegionTitle: Phrase {
    Phrase(vi: "Vùng lương tối thiểu", en: "Region of the minimum wage")
  }
  package static func duesRegion(_ region: Int) -> Phrase {
    let numerals = ["I", "II", "III", "IV"]
    let numeral = numerals.indices.contains(region - 1) ? numerals[region - 1] : "\(region)"
    return Phrase(vi: "Vùng \(numeral)", en: "Region \(numeral)")
  }
  package static var duesGround: Phrase { Phrase(vi: "Căn cứ miễn", en: "Ground of exemption") }
  package static var duesCategoryTitle: Phrase { Phrase(vi: "Nhóm đóng đảng phí", en: "Category") }
  package static func duesCategory(_ code: String) -> Phrase {
    switch code {
    case "insured": Phrase(vi: "Đóng bảo hiểm xã hội bắt buộc", en: "In compulsory social insurance")
    case "onLeave": Phrase(vi: "Hưởng trợ cấp ốm đau, thai sản", en: "On sickness or maternity allowance")
    case "pensioner": Phrase(vi: "Hưởng lương hưu", en: "Pensioner")
    case "student": Phrase(vi: "Học sinh, sinh viên", en: "Student")
    case "working": Phrase(vi: "Khác, dưới tuổi nghỉ hưu", en: "Other, below retirement age")
    case "retired":
      Phrase(
        vi: "Từ tuổi nghỉ hưu, không có lương hưu",
        en: "At or past retirement age, without a pension"
      )
    case "exempt": Phrase(vi: "Được miễn đảng phí", en: "Exempt from dues")
    default: Phrase(verbatim: code)
    }
  }
  package static func duesChannel(_ code: String) -> Phrase {
    code == "portal"
      ? Phrase(vi: "Cổng dịch vụ công", en: "Public service portal") : Phrase(vi: "Tiền mặt", en: "Cash")
  }
  package static var duesChannelTitle: Phrase { Phrase(vi: "Hình thức", en: "How") }

  package static func duesRequiredNow(_ month: Month) -> Phrase {
    Phrase(vi: "Mức đóng tháng \(monthName(month))", en: "What is owed for \(monthName(month))")
  }
  package static var duesUndeclared: Phrase { Phrase(vi: "chưa kê khai", en: "not declared") }
  package static var duesUndeclaredMeaning: Phrase {
    Phrase(
      vi: "Kê khai trung thực nhóm và thu nhập thì hệ thống tính được mức đóng.",
      en: "Once category and income are declared truthfully, what is owed can be worked out."
    )
  }
  package static var duesNoRule: Phrase {
    Phrase(vi: "chưa biết quy định cho tháng này", en: "no rule is known for this month")
  }
  package static var duesCut: Phrase {
    Phrase(
      vi: """
        Số lẻ bỏ xuống đồng chẵn; văn bản chưa thấy nói cách làm tròn. Quy định áp dụng là văn bản có hiệu lực \
        ngày cuối tháng; đóng tại nơi sinh hoạt vào ngày đầu tháng.
        """,
      en: """
        Cut to whole đồng; no text was found that says how to round. The rule is the one in force on the last \
        day of the month; dues are owed where the home was on its first.
        """
    )
  }
  package static var declareDues: Phrase { Phrase(vi: "Kê khai", en: "Declare") }
  package static var declareDuesTitle: Phrase {
    Phrase(vi: "Kê khai căn cứ đóng đảng phí", en: "Declare the basis of dues")
  }
  package static var declareDuesMeaning: Phrase {
    Phrase(
      vi:
        "Chỉ đảng viên, chi ủy nơi sinh hoạt và cán bộ phụ trách xem được thu nhập. Mỗi lần mở đều được ghi lại.",
      en:
        "Only the member, those who keep the cell's dues and the officer see the income. Each look is logged."
    )
  }
  package static var incomeHint: Phrase {
    Phrase(
      vi: "Lương đóng bảo hiểm, trợ cấp hoặc lương hưu; để trống nếu không có",
      en: "Contribution salary, allowance or pension; blank when there is none"
    )
  }
  package static var regionHint: Phrase {
    Phrase(
      vi: "Chỉ cho nhóm không hưởng lương, lương hưu",
      en: "Only for those without salary or pension"
    )
  }
  package static var noRegion: Phrase { Phrase(vi: "không dùng", en: "none") }
  package static var fromMonth: Phrase { Phrase(vi: "Từ tháng", en: "From the month") }
  package static var monthHint: Phrase { Phrase(vi: "dạng 2026-10", en: "as 2026-10") }

  package static var duesSheet: Phrase { Phrase(vi: "Sổ thu của chi bộ", en: "The cell's sheet") }
  package static func duesSheetMeaning(_ isNew: Bool) -> Phrase {
    isNew
      ? Phrase(
        vi: "Mọi người có mức đóng đã được đánh dấu. Bỏ dấu người chưa đóng, sửa số tiền nếu khác, rồi ghi.",
        en:
          "Everybody whose dues are known is ticked. Untick who has not paid, set amounts right, then record."
      )
      : Phrase(
        vi: "Tháng này đã ghi. Đánh dấu thêm người mới đóng; bỏ dấu là rút lại khoản ghi nhầm.",
        en: "This month was recorded. Tick who paid since; unticking takes back what was recorded by mistake."
      )
  }
  package static func recordDues(_ month: Month) -> Phrase {
    Phrase(vi: "Ghi thu tháng \(monthName(month))", en: "Record \(monthName(month))")
  }
  package static func duesOf(_ name: String) -> Phrase {
    Phrase(vi: "Số tiền của \(name)", en: "Amount of \(name)")
  }
  package static func receivedOn(_ date: CivilDate, _ channel: String) -> Phrase {
    Phrase(
      vi: "đã nhận \(day(date)), \(duesChannel(channel).text.lowercasedFirst)",
      en: "received \(day(date)), \(duesChannel(channel).text.lowercasedFirst)"
    )
  }
  package static var passDuesOn: Phrase { Phrase(vi: "Ghi số đã nộp lên", en: "Record what was passed on") }
  package static var passDuesOnTitle: Phrase {
    Phrase(vi: "Nộp lên cấp trên", en: "Pass on to the level above")
  }
  package static var sharingUnknown: Phrase {
    Phrase(
      vi: "Tỷ lệ giữ lại và nộp lên: chưa tìm thấy văn bản. Người giữ tiền nhập số đã nộp.",
      en: "The share kept and passed on: text not found. The treasurer enters what was passed on."
    )
  }
  package static var duesBelow: Phrase { Phrase(vi: "Các đơn vị trực thuộc", en: "Units directly below") }
  package static var nobodyThere: Phrase { Phrase(vi: "Không có ai", en: "Nobody") }
  package static var nobodyThereMeaning: Phrase {
    Phrase(vi: "Trong tháng này không có ai thuộc nhóm này.", en: "Nobody is counted here for this month.")
  }

  package static func unpaidMembers(_ count: Int, _ month: Month) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đảng viên chưa đóng tháng \(monthName(month))",
      en: "\(plural(count, "member has", "members have")) not paid for \(monthName(month))"
    )
  }
  package static var unpaidTitle: Phrase { Phrase(vi: "Chi bộ xem xét", en: "For the cell to consider") }
  package static func unpaidMeaning(_ months: Int) -> Phrase {
    Phrase(
      vi: """
        Đảng viên không đóng đảng phí từ \(months) tháng trong năm mà chưa ghi lý do chính đáng. Đây chỉ là nhắc để \
        chi bộ xem xét; không có việc gì tự diễn ra. Tháng mà chi bộ chưa ghi thu của ai thì không tính.
        """,
      en: """
        Members without dues for \(months) months of the year or more, and without a good reason recorded. It is \
        for the cell to consider; nothing happens by itself. Months for which a cell recorded nobody do not count.
        """
    )
  }
  package static var unpaidNoRule: Phrase {
    Phrase(
      vi: "Chưa biết quy định nào nói về việc này vào ngày đang xem.",
      en: "No rule that speaks of this is known for the day shown."
    )
  }
  package static var nobodyUnpaid: Phrase { Phrase(vi: "Không có trường hợp nào", en: "Nobody to consider") }
  package static var nobodyUnpaidMeaning: Phrase {
    Phrase(
      vi: "Không ai có đủ số tháng chưa đóng trong những tháng đã qua của năm.",
      en: "Nobody has so many unpaid months among those of the year that are over."
    )
  }
  package static var unpaidMonths: Phrase { Phrase(vi: "Các tháng chưa đóng", en: "Unpaid months") }
  package static func flaggedMonths(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(count) tháng trong năm chưa đóng, chưa có lý do: chi bộ xem xét",
      en: "\(count) months of the year unpaid without a reason: for the cell to consider"
    )
  }
  package static var goodReason: Phrase { Phrase(vi: "Lý do chính đáng", en: "Good reason") }
  package static var goodReasonHint: Phrase {
    Phrase(vi: "Để trống là rút lại lý do đã ghi", en: "Blank takes back the one recorded")
  }
  package static var recordReason: Phrase { Phrase(vi: "Ghi lý do", en: "Record the reason") }
  package static var yourDues: Phrase { Phrase(vi: "Đảng phí của tôi", en: "My dues") }
  package static func duesOfPerson(_ name: String) -> Phrase {
    Phrase(vi: "Đảng phí, \(name)", en: "Dues, \(name)")
  }
  package static var duesBasisTitle: Phrase { Phrase(vi: "Căn cứ", en: "Basis") }
  package static var notOverYet: Phrase { Phrase(vi: "chưa đến", en: "not yet") }
  package static var duesState: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var sheetNotKept: Phrase {
    Phrase(vi: "chi bộ chưa ghi thu", en: "not recorded by the cell")
  }
  package static var paidLess: Phrase { Phrase(vi: "thiếu", en: "less than owed") }
}
