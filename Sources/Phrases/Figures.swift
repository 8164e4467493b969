package import Basics

/// Words about figures and ledgers: what each counts, of whom, when.
extension Phrase {
  package static var situationBoard: Phrase { Phrase(vi: "Tình hình tổ chức", en: "Situation board") }
  package static func membersOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Đảng viên ngày \(day(date))", en: "Members on \(day(date))")
  }
  package static func membersBefore(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Đầu ngày \(day(date))", en: "Members before \(day(date))")
  }
  package static func ledgerOf(_ from: CivilDate, _ last: CivilDate) -> Phrase {
    Phrase(
      vi: "Biến động từ \(day(from)) đến \(day(last))",
      en: "Movement from \(day(from)) to \(day(last))"
    )
  }
  package static var ledger: Phrase { Phrase(vi: "Biến động đảng viên", en: "Movement of members") }
  package static var balances: Phrase { Phrase(vi: "Cân đối", en: "Balances") }
  package static func balancesBelow(_ count: Int) -> Phrase {
    Phrase(
      vi: "Cân đối cho toàn đơn vị và từng đơn vị trong \(grouped(count)) đơn vị trực thuộc",
      en: "Balances for the whole and for each of the \(plural(count, "unit", "units")) below"
    )
  }
  package static func outOfBalance(_ difference: Int) -> Phrase {
    Phrase(
      vi: "Không cân đối: đầu kỳ cộng vào trừ ra lệch cuối kỳ \(grouped(difference)) người.",
      en: "Does not balance: opening plus in less out differs from closing by \(grouped(difference))."
    )
  }
  package static var outOfBalanceMeaning: Phrase {
    Phrase(
      vi: "Chưa dùng số liệu kỳ này để báo cáo trước khi tìm ra nguyên nhân.",
      en: "The figures of this period are not to be reported until the cause is found."
    )
  }
  package static var sameLedgerBelow: Phrase {
    Phrase(vi: "Biến động của từng đơn vị trực thuộc", en: "The same ledger for each unit")
  }

  package static var ledgerOfWhom: Phrase { Phrase(vi: "Biến động của", en: "Movement of whom") }
  package static var allMembers: Phrase { Phrase(vi: "Tất cả đảng viên", en: "All members") }

  /// A movement of the ledger by its code, `transferredIn`; of some members, `transferredIn.official`.
  package static func movement(_ code: String) -> Phrase {
    if let dot = code.firstIndex(of: ".") {
      let whom = state(String(code[code.index(after: dot)...]))
      return Phrase(verbatim: "\(movement(String(code[..<dot]))) (\(whom))")
    }
    return switch code {
    case "recognised": Phrase(vi: "Công nhận chính thức", en: "Recognised")
    case "takenOver": Phrase(vi: "Tiếp nhận ban đầu", en: "Taken over")
    case "admitted": Phrase(vi: "Kết nạp", en: "Admitted")
    case "transferredIn": Phrase(vi: "Chuyển đến", en: "Transferred in")
    case "readmitted": Phrase(vi: "Kết nạp lại", en: "Readmitted")
    case "reorganisedIn": Phrase(vi: "Do sắp xếp, đến", en: "Reorganised in")
    case "transferredOut": Phrase(vi: "Chuyển đi", en: "Transferred out")
    case "died": Phrase(vi: "Từ trần", en: "Died")
    case "left": Phrase(vi: "Xin ra khỏi Đảng", en: "Left on request")
    case "deleted": Phrase(vi: "Xóa tên", en: "Deleted")
    case "expelled": Phrase(vi: "Khai trừ", en: "Expelled")
    case "reorganisedOut": Phrase(vi: "Do sắp xếp, đi", en: "Reorganised out")
    default: Phrase(verbatim: code)
    }
  }

  /// A figure's name by its code, `members.women`.
  package static func figure(_ code: String) -> Phrase {
    switch code {
    case "units.superiorCommittees": Phrase(vi: "Đảng bộ trực thuộc", en: "Subordinate committees")
    case "units.baseOrganisations": Phrase(vi: "Tổ chức cơ sở đảng", en: "Grassroots organisations")
    case "units.baseCommittees": Phrase(vi: "Đảng bộ cơ sở", en: "Grassroots committees")
    case "units.baseCells": Phrase(vi: "Chi bộ cơ sở", en: "Grassroots cells")
    case "units.cells":
      Phrase(vi: "Chi bộ trực thuộc đảng ủy cơ sở", en: "Cells under a grassroots committee")
    case "units.subgroups": Phrase(vi: "Tổ đảng", en: "Sub-groups")
    case "members.total": Phrase(vi: "Đảng viên", en: "Members")
    case "members.official": Phrase(vi: "Đảng viên chính thức", en: "Official members")
    case "members.probationary": Phrase(vi: "Đảng viên dự bị", en: "Probationary members")
    case "members.women": Phrase(vi: "Đảng viên nữ", en: "Women members")
    case "members.exempt": Phrase(vi: "Được miễn công tác và sinh hoạt", en: "Exempt members")
    case "members.suspended": Phrase(vi: "Bị đình chỉ sinh hoạt", en: "Suspended members")
    case "members.seconded": Phrase(vi: "Được cử đi tăng cường", en: "Members seconded elsewhere")
    case "members.inContact":
      Phrase(vi: "Giữ mối liên hệ nơi cư trú", en: "Members in contact where they live")
    case "guests.seconded":
      Phrase(vi: "Đảng viên nơi khác đến tham gia sinh hoạt", en: "Members from elsewhere taking part")
    case "units.hosts":
      Phrase(vi: "Đơn vị có đảng viên nơi khác tham gia", en: "Units in which others take part")
    case "members.admitted": Phrase(vi: "Kết nạp trong kỳ", en: "Admitted in the period")
    case "members.left": Phrase(vi: "Ra khỏi danh sách trong kỳ", en: "Left in the period")
    default: workFigure(code)
    }
  }

  /// What exactly a figure counts, by its code.
  package static func definition(_ code: String) -> Phrase {
    switch code {
    case "members.total":
      Phrase(
        vi: "Người có nơi sinh hoạt chính thức, trong ngày này, là đơn vị hoặc đơn vị bên dưới.",
        en: "People whose home on the day is the unit or one below it."
      )
    case "members.official":
      Phrase(
        vi: "Trong số đảng viên: người đã được công nhận chính thức, tính đến hết ngày này.",
        en: "Of the members: those recognised as official on the day or before."
      )
    case "members.probationary":
      Phrase(
        vi: "Trong số đảng viên: người chưa được công nhận chính thức trong ngày này.",
        en: "Of the members: those not yet recognised as official on the day."
      )
    case "members.women":
      Phrase(vi: "Trong số đảng viên: nữ.", en: "Of the members: the women.")
    case "members.exempt":
      Phrase(
        vi:
          "Trong số đảng viên: người được miễn công tác và sinh hoạt trong ngày này. Vẫn tính vào danh sách.",
        en: "Of the members: those excused from work and meetings on the day. They still count."
      )
    case "members.suspended":
      Phrase(
        vi: "Trong số đảng viên: người bị đình chỉ sinh hoạt trong ngày này. Vẫn tính vào danh sách.",
        en: "Of the members: those suspended on the day. They still count."
      )
    case "members.seconded":
      Phrase(
        vi: "Trong số đảng viên: người được cử tham gia ở đơn vị khác trong ngày này, tính một lần.",
        en: "Of the members: those lent to another unit on the day, each counted once."
      )
    case "members.inContact":
      Phrase(
        vi: "Trong số đảng viên: người đang giữ mối liên hệ nơi cư trú trong ngày này.",
        en: "Of the members: those introduced where they live and in contact there on the day."
      )
    case "guests.seconded":
      Phrase(
        vi: """
          Người đến tham gia ở đơn vị hoặc bên dưới trong ngày này, dù sinh hoạt chính thức ở đâu. Mỗi người tính một \
          lần, không tính vào danh sách đảng viên ở đây.
          """,
        en: """
          People lent to the unit or one below it on the day, wherever their home is: each counted once, and in no \
          roll here.
          """
      )
    case "units.hosts":
      Phrase(
        vi: "Đơn vị bên dưới có người từ nơi khác đến tham gia trong ngày này, mỗi đơn vị tính một lần.",
        en: "Units below in which somebody from elsewhere takes part on the day, each counted once."
      )
    case "members.admitted":
      Phrase(
        vi: "Người có ngày kết nạp trong kỳ và ngày đó sinh hoạt tại đơn vị hoặc đơn vị bên dưới.",
        en: "People admitted within the period whose home that day was the unit or one below it."
      )
    case "members.left":
      Phrase(
        vi: "Người ra khỏi danh sách trong kỳ, ngày trước đó còn sinh hoạt tại đơn vị hoặc đơn vị bên dưới.",
        en: "People who left within the period and the day before had their home in the unit or below it."
      )
    case "units.baseOrganisations":
      Phrase(
        vi: "Đảng bộ cơ sở và chi bộ cơ sở bên dưới đơn vị, không kể chính đơn vị.",
        en: "Grassroots committees and grassroots cells below the unit, the unit itself not counted."
      )
    case let line where line.hasPrefix("ledger."):
      movementDefinition(String(line.dropFirst(7)))
    case let work where work.hasPrefix("tasks.") || work.hasPrefix("resolutions."):
      workDefinition(work)
    default:
      code.hasPrefix("units.")
        ? Phrase(
          vi: "Đơn vị loại này bên dưới đơn vị, trong ngày này, không kể chính đơn vị.",
          en: "Units of this kind below the unit on the day, the unit itself not counted."
        )
        : Phrase(
          vi: "Số liệu này chưa có lời định nghĩa.",
          en: "No definition of this figure is recorded."
        )
    }
  }

  package static var whatItCounts: Phrase { Phrase(vi: "Số này đếm gì", en: "What this counts") }
  package static var onDay: Phrase { Phrase(vi: "Ngày", en: "Day") }
  package static var period: Phrase { Phrase(vi: "Kỳ", en: "Period") }
  package static func figureSentence(_ figure: String, _ unit: String, on date: CivilDate) -> Phrase {
    Phrase(vi: "\(figure) của \(unit), ngày \(day(date))", en: "\(figure) of \(unit) on \(day(date))")
  }
  package static func figureSentence(
    _ figure: String,
    _ unit: String,
    from: CivilDate,
    last: CivilDate
  ) -> Phrase {
    Phrase(
      vi: "\(figure) của \(unit), từ \(day(from)) đến hết \(day(last))",
      en: "\(figure) of \(unit) from \(day(from)) to \(day(last))"
    )
  }
  package static var rowsBehind: Phrase { Phrase(vi: "Các dòng được đếm", en: "The rows it counts") }
  package static var onThatDay: Phrase { Phrase(vi: "Vào ngày", en: "On") }
  package static var zeroFigure: Phrase {
    Phrase(vi: "Số này bằng không.", en: "This figure is zero.")
  }
  package static var zeroFigureMeaning: Phrase {
    Phrase(
      vi: "Không có người hay đơn vị nào thỏa định nghĩa bên cạnh.",
      en: "No person and no unit meets the definition beside it."
    )
  }
  package static var womenShare: Phrase { Phrase(vi: "Tỷ lệ nữ", en: "Share of women") }
  package static var admittedThisYear: Phrase { Phrase(vi: "Kết nạp trong năm", en: "Admitted this year") }
  package static var admittedByMonth: Phrase { Phrase(vi: "Kết nạp theo tháng", en: "Admitted by month") }
  package static func admittedSentence(_ count: Int, _ year: Int) -> Phrase {
    Phrase(
      vi: "Số kết nạp từng tháng năm \(year), tổng cộng \(grouped(count))",
      en: "Admissions in each month of \(year), \(grouped(count)) in all"
    )
  }
  package static func inYear(_ year: Int) -> Phrase { Phrase(vi: "trong năm \(year)", en: "in \(year)") }
  package static var bySize: Phrase { Phrase(vi: "Quy mô đơn vị", en: "Units by size") }
  package static func sizeBand(_ low: Int, _ high: Int?) -> Phrase {
    guard let high else {
      return Phrase(vi: "từ \(grouped(low)) đảng viên", en: "\(grouped(low)) members and more")
    }
    guard low > 0 else {
      return Phrase(vi: "dưới \(grouped(high + 1)) đảng viên", en: "under \(grouped(high + 1)) members")
    }
    return Phrase(
      vi: "\(grouped(low)) – \(grouped(high)) đảng viên",
      en: "\(grouped(low)) – \(grouped(high)) members"
    )
  }
  package static var total: Phrase { Phrase(vi: "Cộng", en: "Total") }
  package static var printBoard: Phrase { Phrase(vi: "In trang tổng quan", en: "Print the board") }
  package static var ledgerPage: Phrase { Phrase(vi: "Bảng biến động", en: "Ledger") }
  package static var notBalancedBelow: Phrase {
    Phrase(
      vi: "Toàn đơn vị cân đối, nhưng có đơn vị trực thuộc chưa cân đối",
      en: "The whole balances, but not every unit below does"
    )
  }
  /// The word after a count of grassroots organisations.
  package static func baseOrganisationsWord(_ count: Int) -> Phrase {
    Phrase(
      vi: "tổ chức cơ sở đảng",
      en: count == 1 ? "grassroots organisation" : "grassroots organisations"
    )
  }
  package static var composition: Phrase {
    Phrase(vi: "Cơ cấu đảng viên", en: "Make-up of the membership")
  }
  package static var men: Phrase { Phrase(vi: "Nam", en: "Men") }
}
