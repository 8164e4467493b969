package import Basics

/// Who took part in meetings over a year, person by person and unit by unit.
extension Phrase {
  package static var attendanceTitle: Phrase { Phrase(vi: "Chuyên cần", en: "Attendance") }
  package static func attendanceOf(_ unit: String, _ year: Int) -> Phrase {
    Phrase(vi: "Chuyên cần sinh hoạt năm \(year) của \(unit)", en: "Attendance of \(unit) in \(year)")
  }
  package static var attendanceByPerson: Phrase {
    Phrase(vi: "Từng đảng viên, từng tháng", en: "By member and month")
  }
  package static var attendanceByUnit: Phrase { Phrase(vi: "Theo đơn vị", en: "By unit") }
  package static var attendanceMeaning: Phrase {
    Phrase(
      vi: """
        Chỉ tính buổi đã bế mạc. Tỷ lệ tính trên người phải dự: không kể người được miễn, bị đình chỉ, sinh hoạt tạm \
        thời nơi khác; đến muộn, về sớm vẫn tính là có mặt.
        """,
      en: """
        Of meetings that are over. Rates are of those obliged to come: not of those exempt, suspended or elsewhere \
        for a time; whoever came late or left early was there.
        """
    )
  }
  package static var meetingsHeld: Phrase { Phrase(vi: "Số buổi", en: "Meetings") }
  package static var presentOfObliged: Phrase { Phrase(vi: "Có mặt/phải dự", en: "Present of obliged") }
  package static var quorumMissed: Phrase { Phrase(vi: "Buổi không đủ túc số", en: "Quorum missed") }
  package static var quorumRule: Phrase { Phrase(vi: "Túc số", en: "Quorum") }
  package static var quorumMissedShort: Phrase { Phrase(vi: "thiếu túc số", en: "no quorum") }
  package static var presentShort: Phrase { Phrase(vi: "Có mặt", en: "Present") }
  package static var excusedShort: Phrase { Phrase(vi: "Có lý do", en: "Excused") }
  package static var absentShort: Phrase { Phrase(vi: "Không lý do", en: "Absent") }
  package static var guestShort: Phrase { Phrase(vi: "khách", en: "guest") }
  package static var notCounted: Phrase { Phrase(vi: "không tính tỷ lệ", en: "not counted") }
  package static var nothingHeld: Phrase {
    Phrase(vi: "Chưa có buổi sinh hoạt nào trong năm", en: "No meetings this year")
  }
  package static var nothingHeldMeaning: Phrase {
    Phrase(
      vi: "Buổi sinh hoạt được tính khi đã điểm danh và bế mạc.",
      en: "A meeting counts once its roll was called and it was closed."
    )
  }
  package static var calledNowhereMeaning: Phrase {
    Phrase(
      vi: "Chưa có tên trong lần điểm danh nào của năm này.",
      en: "They were on no roll call of this year."
    )
  }
  package static var myAttendance: Phrase { Phrase(vi: "Tôi dự sinh hoạt", en: "My attendance") }
  package static func cameTo(_ present: Int, of obliged: Int) -> Phrase {
    Phrase(
      vi: "năm nay dự \(grouped(present))/\(grouped(obliged)) buổi",
      en: "\(grouped(present)) of \(grouped(obliged)) meetings this year"
    )
  }
  package static func dayAndMonth(_ date: CivilDate) -> Phrase {
    let (_, month, day) = date.parts
    return Phrase(vi: "\(day)/\(month)", en: "\(day)/\(month)")
  }

  /// A mark as one letter, as attendance books have it.
  package static func markLetter(_ mark: String) -> Phrase {
    switch mark {
    case "present": Phrase(vi: "x", en: "x")
    case "late": Phrase(vi: "M", en: "L")
    case "left": Phrase(vi: "S", en: "E")
    case "excused": Phrase(vi: "P", en: "R")
    case "absent": Phrase(vi: "K", en: "A")
    default: Phrase(verbatim: mark)
    }
  }
  package static func markOn(_ date: CivilDate, _ mark: Phrase, counts: Bool) -> Phrase {
    let rest: Phrase? = counts ? nil : notCounted
    return Phrase(
      verbatim: [day(date).text, mark.text, rest?.text].compactMap(\.self).joined(separator: ", ")
    )
  }
}
