package import Basics

/// Words about units: their kinds and sectors, their tree, what became of them.
extension Phrase {
  package static var cellMembers: Phrase { Phrase(vi: "Đảng viên của chi bộ", en: "Members of the cell") }
  package static var cellAll: Phrase { Phrase(vi: "Tất cả", en: "All") }
  package static var nothingNeedsYou: Phrase {
    Phrase(vi: "Hôm nay không có việc nào chờ.", en: "Nothing waits today.")
  }
  package static var lettersToSend: Phrase {
    Phrase(
      vi: "Đề nghị chuyển đi: cấp giấy giới thiệu hoặc trả lời",
      en: "Asks to leave: send the letter or answer"
    )
  }
  package static var transfersToReceive: Phrase {
    Phrase(vi: "Chuyển đến: tiếp nhận hoặc trả lại", en: "Comes here: receive or return")
  }
  package static var memberWork: Phrase { Phrase(vi: "Công tác đảng viên", en: "Work with members") }
  /// A kind of unit by its code, `baseCell`; any other text passes as it is.
  package static func unitKind(_ code: String) -> Phrase {
    switch code {
    case "centre": Phrase(vi: "trung ương", en: "centre")
    case "province": Phrase(vi: "đảng bộ tỉnh", en: "provincial organisation")
    case "superiorCommittee":
      Phrase(vi: "đảng bộ cấp trên trực tiếp của tổ chức cơ sở", en: "subordinate committee")
    case "baseCommittee": Phrase(vi: "đảng bộ cơ sở", en: "grassroots committee")
    case "baseCell": Phrase(vi: "chi bộ cơ sở", en: "grassroots cell")
    case "sectionCommittee": Phrase(vi: "đảng bộ bộ phận", en: "section committee")
    case "cell": Phrase(vi: "chi bộ trực thuộc đảng ủy cơ sở", en: "cell")
    case "subgroup": Phrase(vi: "tổ đảng", en: "sub-group")
    default: Phrase(verbatim: code)
    }
  }

  /// A kind of unit in a column of a table, where the short name is enough.
  package static func unitKindShort(_ code: String) -> Phrase {
    switch code {
    case "superiorCommittee": Phrase(vi: "đảng bộ trực thuộc", en: "subordinate committee")
    case "cell": Phrase(vi: "chi bộ", en: "cell")
    default: unitKind(code)
    }
  }

  /// What the units of a kind are called together, as over a list of them.
  package static func unitKindPlural(_ code: String) -> Phrase {
    switch code {
    case "province": Phrase(vi: "đảng bộ tỉnh", en: "provincial organisations")
    case "superiorCommittee": Phrase(vi: "đảng bộ trực thuộc", en: "subordinate committees")
    case "baseCommittee": Phrase(vi: "đảng bộ cơ sở", en: "grassroots committees")
    case "baseCell": Phrase(vi: "chi bộ cơ sở", en: "grassroots cells")
    case "sectionCommittee": Phrase(vi: "đảng bộ bộ phận", en: "section committees")
    case "cell": Phrase(vi: "chi bộ", en: "cells")
    case "subgroup": Phrase(vi: "tổ đảng", en: "sub-groups")
    default: unitKind(code)
    }
  }

  /// A sector by its code, `borderGuard`; any other text passes as it is.
  package static func sector(_ code: String) -> Phrase {
    switch code {
    case "residential": Phrase(vi: "khu dân cư", en: "residential area")
    case "agency": Phrase(vi: "cơ quan", en: "agency")
    case "school": Phrase(vi: "trường học", en: "school")
    case "health": Phrase(vi: "y tế", en: "health")
    case "enterprise": Phrase(vi: "doanh nghiệp", en: "enterprise")
    case "cooperative": Phrase(vi: "hợp tác xã", en: "cooperative")
    case "armedForces": Phrase(vi: "lực lượng vũ trang", en: "armed forces")
    case "borderGuard": Phrase(vi: "bộ đội biên phòng", en: "border guard")
    case "police": Phrase(vi: "công an", en: "police")
    case "other": Phrase(vi: "khác", en: "other")
    default: Phrase(verbatim: code)
    }
  }

  /// How many units of a kind there are: `107 đảng bộ trực thuộc`, `1 cell`.
  package static func unitCount(_ count: Int, _ code: String) -> Phrase {
    let many = unitKindPlural(code).text
    let one = unitKindShort(code).text
    return Phrase(vi: "\(grouped(count)) \(one)", en: "\(grouped(count)) \(count == 1 ? one : many)")
  }

  package static var tree: Phrase { Phrase(vi: "Cây tổ chức", en: "Tree") }
  package static func treeOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Cây tổ chức tại ngày \(day(date))", en: "Tree on \(day(date))")
  }
  package static var unit: Phrase { Phrase(vi: "Đơn vị", en: "Unit") }
  package static var kind: Phrase { Phrase(vi: "Loại", en: "Kind") }
  package static var code: Phrase { Phrase(vi: "Mã", en: "Code") }
  package static var existence: Phrase { Phrase(vi: "Tồn tại", en: "In existence") }
  package static var unitsBelow: Phrase { Phrase(vi: "Đơn vị trực thuộc", en: "Units below") }
  package static var unitHistory: Phrase { Phrase(vi: "Lịch sử của đơn vị", en: "History of the unit") }
  package static var postsThisDay: Phrase { Phrase(vi: "Chức vụ tại ngày này", en: "Posts on this day") }
  package static var openRoll: Phrase { Phrase(vi: "Danh sách đảng viên", en: "Open the roll") }
  package static var printDay: Phrase { Phrase(vi: "In trang này", en: "Print this page") }
  package static var noUnitsBelow: Phrase {
    Phrase(vi: "Không có đơn vị nào trực thuộc.", en: "No units stand below.")
  }
  package static func noUnitsBelowMeaning(_ kind: String) -> Phrase {
    Phrase(
      vi: "Đơn vị loại \(unitKindShort(kind)) thường không có đơn vị bên dưới; đảng viên sinh hoạt tại đây.",
      en: "A \(unitKindShort(kind)) as a rule has none; its members meet here."
    )
  }
  package static var noPosts: Phrase {
    Phrase(vi: "Chưa ghi chức vụ nào tại ngày này.", en: "No posts are recorded on this day.")
  }
  package static var noPostsMeaning: Phrase {
    Phrase(
      vi: "Chức vụ vào sổ cùng với quyết định chuẩn y hoặc từ danh sách nhập.",
      en: "Posts enter the record with the decision that fills them, or from a list."
    )
  }

  package static func unitEnded(from: CivilDate, last: CivilDate) -> Phrase {
    Phrase(
      vi: "Đơn vị này tồn tại từ \(day(from)) đến hết \(day(last)).",
      en: "This unit existed from \(day(from)) to \(day(last))."
    )
  }
  package static var passedTo: Phrase {
    Phrase(vi: "Đảng viên và đơn vị của nó chuyển về", en: "Its members and units passed to")
  }
  package static func lookingAt(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Bạn đang xem ngày \(day(date)). Không thay đổi được gì ở đây.",
      en: "You are looking at \(day(date)). Nothing can be changed here."
    )
  }
  package static func lookingAhead(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Bạn đang xem ngày \(day(date)), theo các quyết định đã ký nhưng chưa có hiệu lực.",
      en: "You are looking ahead to \(day(date)), by decisions signed and not yet in force."
    )
  }
  package static func notThatDay(_ name: String, _ date: CivilDate) -> Phrase {
    Phrase(vi: "\(name) không tồn tại ngày \(day(date)).", en: "\(name) did not exist on \(day(date)).")
  }
  package static func existedFromUntil(_ span: Span) -> Phrase {
    guard let end = span.end else {
      return Phrase(
        vi: "Đơn vị tồn tại từ \(day(span.start)) đến nay.",
        en: "It has existed from \(day(span.start)) until now."
      )
    }
    let last = day(end.adding(days: -1))
    return Phrase(
      vi: "Đơn vị tồn tại từ \(day(span.start)) đến hết \(last).",
      en: "It existed from \(day(span.start)) until \(last)."
    )
  }
  package static func showUnitOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Xem tại ngày \(day(date))", en: "Show it on \(day(date))")
  }

  /// What happened to a unit, by its code: named, moved, became a kind, founded, ended.
  package static func unitEvent(_ code: String, _ value: String) -> Phrase {
    switch code {
    case "founded": Phrase(vi: "Thành lập: \(value)", en: "Founded as \(value)")
    case "named": Phrase(vi: "Đổi tên thành \(value)", en: "Renamed \(value)")
    case "kind":
      Phrase(vi: "Chuyển thành \(unitKind(value))", en: "Became a \(unitKind(value))")
    case "sector": Phrase(vi: "Lĩnh vực: \(sector(value))", en: "Sector: \(sector(value))")
    case "moved": Phrase(vi: "Chuyển về trực thuộc \(value)", en: "Moved under \(value)")
    case "mergedInto": Phrase(vi: "Sáp nhập vào \(value)", en: "Merged into \(value)")
    case "received": Phrase(vi: "Tiếp nhận \(value)", en: "Took in \(value)")
    case "dissolved": Phrase(vi: "Giải thể", en: "Dissolved")
    default: Phrase(verbatim: value)
    }
  }
  /// The head of a column that names the unit above.
  package static var under: Phrase { Phrase(vi: "Trực thuộc", en: "Under") }
}
