import Basics
import Rules

/// Who steers which reviews, and who attended them.
extension Phrase {
  package static var steeringTitle: Phrase {
    Phrase(vi: "Chỉ đạo kiểm điểm", en: "Who steers the reviews")
  }
  package static func steeringMeaning(_ unit: String) -> Phrase {
    Phrase(
      vi:
        "Ủy viên ban thường vụ được phân công chỉ đạo chuẩn bị và kiểm điểm ở các đơn vị trực thuộc \(unit)",
      en: "Members of standing committees who steer how units below \(unit) prepare and hold their reviews"
    )
  }
  package static var mySteering: Phrase { Phrase(vi: "Tôi chỉ đạo kiểm điểm", en: "Reviews I steer") }
  package static var mySteeringMeaning: Phrase {
    Phrase(
      vi: "Những đơn vị được phân công chỉ đạo kiểm điểm, và những buổi đã dự",
      en: "The units whose reviews are theirs to steer, and the sessions attended"
    )
  }
  package static func steeringCount(_ attended: Int, of assigned: Int) -> Phrase {
    Phrase(
      vi: "đã dự \(grouped(attended))/\(grouped(assigned)) nơi được phân công",
      en: "attended \(grouped(attended)) of \(grouped(assigned)) assigned"
    )
  }
  package static var steeredUnit: Phrase { Phrase(vi: "Đơn vị được chỉ đạo", en: "Unit") }
  package static var steeredBy: Phrase { Phrase(vi: "Người chỉ đạo", en: "Steered by") }
  package static var steeringGround: Phrase { Phrase(vi: "Căn cứ phân công", en: "By what") }
  package static var sessionsAttended: Phrase { Phrase(vi: "Đã dự", en: "Attended") }
  package static var notAttendedYet: Phrase { Phrase(vi: "chưa dự", en: "not yet") }
  package static func attendedTimes(_ count: Int, _ last: String) -> Phrase {
    Phrase(
      vi: count == 1 ? "dự ngày \(last)" : "dự \(count) buổi, gần nhất \(last)",
      en: count == 1 ? "on \(last)" : "\(count) sessions, the last on \(last)"
    )
  }
  package static var recordAttendance: Phrase {
    Phrase(vi: "Ghi đã dự buổi kiểm điểm", en: "Record an attendance")
  }
  package static var attendedOn: Phrase { Phrase(vi: "Ngày dự", en: "Attended on") }
  package static var attendanceText: Phrase {
    Phrase(vi: "Nội dung chỉ đạo tại buổi kiểm điểm", en: "What was directed at the session")
  }
  package static var assignSteering: Phrase {
    Phrase(vi: "Phân công chỉ đạo kiểm điểm", en: "Assign who steers")
  }
  package static var endSteering: Phrase { Phrase(vi: "Thôi chỉ đạo", en: "End the assignment") }
  package static var nobodySteers: Phrase {
    Phrase(vi: "Chưa phân công ai chỉ đạo", en: "Nobody is assigned yet")
  }
  package static var nobodySteersMeaning: Phrase {
    Phrase(
      vi: "Ban thường vụ phân công ủy viên chỉ đạo, dự và theo dõi kiểm điểm ở đơn vị trực thuộc.",
      en: "A standing committee assigns its members to steer, attend and follow the reviews below."
    )
  }
  package static var noStandingCommittee: Phrase {
    Phrase(
      vi: "Đơn vị chưa có bí thư, phó bí thư hay ủy viên ban thường vụ nào trong hồ sơ để phân công.",
      en: "The record has no secretary, deputy or standing member of this unit to be assigned."
    )
  }
  package static func steeredHere(_ name: String) -> Phrase {
    Phrase(vi: "\(name) chỉ đạo", en: "steered by \(name)")
  }
}
