package import Basics

/// Words of the discipline of organisations.
extension Phrase {
  package static var unitDisciplineTitle: Phrase {
    Phrase(vi: "Kỷ luật tổ chức đảng", en: "Discipline of the organisation")
  }
  package static func unitDisciplineForm(_ code: String) -> Phrase {
    switch code {
    case "reprimand": Phrase(vi: "khiển trách", en: "reprimand")
    case "warning": Phrase(vi: "cảnh cáo", en: "warning")
    case "dissolution": Phrase(vi: "giải tán", en: "dissolution")
    default: Phrase(verbatim: code)
    }
  }
  package static var unitMattersTitle: Phrase {
    Phrase(
      vi: "Kỷ luật tổ chức đảng chờ người thứ hai xác nhận",
      en: "Disciplines of units waiting for a second person"
    )
  }
  package static var disciplinedUnitsTitle: Phrase {
    Phrase(vi: "Tổ chức đảng bị kỷ luật trong năm", en: "Units disciplined this year")
  }
  package static var noDisciplinedUnits: Phrase {
    Phrase(vi: "Không có tổ chức đảng nào bị kỷ luật trong năm.", en: "No unit was disciplined this year.")
  }
  package static var disciplinedUnitsMeaning: Phrase {
    Phrase(
      vi: "Nhập quyết định kỷ luật từ trang của đơn vị bên dưới.",
      en: "A discipline is entered from the page of the unit below."
    )
  }
  package static var disciplinedTitle: Phrase {
    Phrase(vi: "Kỷ luật trong năm", en: "Disciplined in the year")
  }
  package static func disciplinedMeaning(_ year: Int) -> Phrase {
    Phrase(
      vi:
        "Đảng viên và tổ chức đảng của đơn vị và cấp dưới có quyết định kỷ luật trong năm \(year); tính theo nơi sinh hoạt trong ngày kỷ luật có hiệu lực.",
      en:
        "Members and organisations of the unit and below disciplined in \(year), by where they belonged on the day it took effect."
    )
  }
  package static func disciplinedMembers(_ members: Int) -> Phrase {
    Phrase(
      vi: "Đảng viên bị kỷ luật: \(grouped(members))",
      en: "Members disciplined: \(grouped(members))"
    )
  }
  package static func disciplinedUnits(_ units: Int) -> Phrase {
    Phrase(
      vi: "Tổ chức đảng bị kỷ luật: \(grouped(units))",
      en: "Organisations disciplined: \(grouped(units))"
    )
  }
  package static var noDisciplinedMembers: Phrase {
    Phrase(vi: "Không có đảng viên nào bị kỷ luật trong năm.", en: "No member was disciplined in the year.")
  }
  package static var disciplinedMembersMeaning: Phrase {
    Phrase(
      vi:
        "Việc kỷ luật đã xác nhận mới tính; việc chờ người thứ hai xác nhận nằm ở trang Việc đang chờ xử lý.",
      en: "Only what was confirmed counts; what waits stands among the open cases."
    )
  }
  package static var unitDisciplineSeen: Phrase {
    Phrase(
      vi:
        "Cấp ủy của đơn vị và các cấp trên xem được. Cấp trên nhập và xác nhận, không ai tự xác nhận cho mình.",
      en: "The unit's own committee and those above see this. Those above enter it and confirm it."
    )
  }
  package static var inForceFrom: Phrase { Phrase(vi: "Có hiệu lực từ", en: "In force from") }

  /// A unit that was to be dissolved and stands all the same.
  package static func stillStands(_ until: CivilDate?) -> Phrase {
    guard let until else {
      return Phrase(
        vi:
          "Đơn vị vẫn còn. Ở đây chỉ ghi quyết định giải tán; đơn vị kết thúc bằng một việc sắp xếp tổ chức.",
        en: "The unit still stands. This is the decision alone; a reorganisation of its own ends the unit."
      )
    }
    return Phrase(
      vi: "Đơn vị vẫn còn đến hết ngày \(day(until.adding(days: -1))).",
      en: "The unit stands to the end of \(day(until.adding(days: -1)))."
    )
  }
  package static func dissolvedAndEnded(_ end: CivilDate) -> Phrase {
    Phrase(vi: "Đơn vị đã kết thúc từ \(day(end)).", en: "The unit ended on \(day(end)).")
  }
}
