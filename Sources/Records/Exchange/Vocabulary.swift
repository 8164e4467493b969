import Basics
package import Rules

/// The terms lists may use for our codes: the code itself, or the organisation's own word in Vietnamese,
/// with or without its marks and capitals.
package enum Vocabulary {
  package static let kinds: [(UnitKind, [String])] = [
    (.centre, ["trung ương"]),
    (.province, ["đảng bộ tỉnh", "tỉnh ủy", "thành ủy trực thuộc trung ương"]),
    (
      .superiorCommittee,
      [
        "đảng bộ cấp trên trực tiếp của tổ chức cơ sở", "đảng bộ trực thuộc", "huyện ủy", "thành ủy",
        "đảng ủy khối cơ quan",
      ]
    ),
    (.baseCommittee, ["đảng bộ cơ sở"]),
    (.baseCell, ["chi bộ cơ sở"]),
    (.sectionCommittee, ["đảng bộ bộ phận"]),
    (.cell, ["chi bộ trực thuộc đảng ủy cơ sở", "chi bộ", "chi bộ trực thuộc"]),
    (.subgroup, ["tổ đảng"]),
  ]
  package static let sectors: [(Sector, [String])] = [
    (.residential, ["khu dân cư", "chi bộ khu dân cư"]),
    (.agency, ["cơ quan"]),
    (.school, ["trường học"]),
    (.health, ["y tế"]),
    (.enterprise, ["doanh nghiệp"]),
    (.cooperative, ["hợp tác xã"]),
    (.armedForces, ["quân đội", "lực lượng vũ trang"]),
    (.borderGuard, ["bộ đội biên phòng", "biên phòng"]),
    (.police, ["công an"]),
    (.other, ["khác"]),
  ]
  package static let sexes: [(Sex, [String])] = [(.man, ["nam"]), (.woman, ["nữ"])]
  package static let roles: [(AffiliationRole, [String])] = [
    (.home, ["sinh hoạt chính thức", "chính thức"]),
    (.temporary, ["sinh hoạt tạm thời", "chuyển sinh hoạt tạm thời", "tạm thời"]),
    (.host, ["tham gia sinh hoạt"]),
    (.residence, ["giữ mối liên hệ nơi cư trú", "nơi cư trú"]),
  ]
  package static let reasons: [(LeavingReason, [String])] = [
    (.died, ["từ trần", "qua đời", "chết"]),
    (.left, ["xin ra khỏi đảng", "xin ra", "ra khỏi đảng"]),
    (.deleted, ["xóa tên", "xóa tên khỏi danh sách", "xoá tên"]),
    (.expelled, ["khai trừ"]),
    (.transferred, ["chuyển đi", "chuyển sinh hoạt", "chuyển ra ngoài tỉnh"]),
  ]
  package static let posts: [(KnownPost, [String])] = [
    (.secretary, ["bí thư"]),
    (.deputySecretary, ["phó bí thư"]),
    (.standingMember, ["ủy viên ban thường vụ", "uỷ viên ban thường vụ"]),
    (.committeeMember, ["cấp ủy viên", "ủy viên ban chấp hành", "chi ủy viên"]),
    (.inspectionHead, ["chủ nhiệm ủy ban kiểm tra"]),
    (.inspectionMember, ["ủy viên ủy ban kiểm tra"]),
  ]

  package static let meetingKinds: [(MeetingKind, [String])] = [
    (.regular, ["thường kỳ", "sinh hoạt thường kỳ"]),
    (.thematic, ["chuyên đề", "sinh hoạt chuyên đề"]),
    (.combined, ["thường kỳ kết hợp chuyên đề"]),
    (.extraordinary, ["đột xuất", "bất thường"]),
    (.preparation, ["họp chi ủy", "họp chi uỷ"]),
  ]
  package static let modes: [(MeetingMode, [String])] = [
    (.inPerson, ["trực tiếp"]),
    (.online, ["trực tuyến"]),
    (.hybrid, ["trực tiếp kết hợp trực tuyến"]),
    (.bySubgroups, ["theo tổ đảng"]),
  ]
  package static let marks: [(AttendanceMark, [String])] = [
    (.present, ["có mặt"]),
    (.late, ["đến muộn"]),
    (.left, ["về sớm"]),
    (.excused, ["vắng có lý do"]),
    (.absent, ["vắng không lý do"]),
  ]

  /// What a term means; `nil` when it is none of them.
  package static func kind(_ term: String) -> UnitKind? { lookup(term, kindTable) }
  package static func sector(_ term: String) -> Sector? { lookup(term, sectorTable) }
  package static func sex(_ term: String) -> Sex? { lookup(term, sexTable) }
  package static func role(_ term: String) -> AffiliationRole? { lookup(term, roleTable) }
  package static func reason(_ term: String) -> LeavingReason? { lookup(term, reasonTable) }

  package static func meetingKind(_ term: String) -> MeetingKind? { lookup(term, meetingKindTable) }
  package static func mode(_ term: String) -> MeetingMode? { lookup(term, modeTable) }
  package static func mark(_ term: String) -> AttendanceMark? { lookup(term, markTable) }

  /// Whether somebody said yes, or no; `nil` for anything else.
  static func isYes(_ term: String) -> Bool? {
    switch VietnameseName.searchKey(term) {
    case "yes", "co", "1": true
    case "no", "khong", "0": false
    default: nil
    }
  }

  /// Whether a scorer says that all is as it should be.
  static func isMet(_ term: String) -> Bool { ["met", "dat"].contains(VietnameseName.searchKey(term)) }

  /// A post by its code where it has one; free text stays as it is written.
  package static func post(_ term: String) -> String {
    (lookup(term, postTable) as KnownPost?)?.rawValue ?? term
  }

  private static let kindTable = table(kinds)
  private static let sectorTable = table(sectors)
  private static let sexTable = table(sexes)
  private static let roleTable = table(roles)
  private static let reasonTable = table(reasons)
  private static let postTable = table(posts)
  private static let meetingKindTable = table(meetingKinds)
  private static let modeTable = table(modes)
  private static let markTable = table(marks)

  private static func table<Code: RawRepresentable<String>>(_ terms: [(Code, [String])]) -> [String: Code] {
    var table: [String: Code] = [:]
    for (code, words) in terms {
      table[code.rawValue] = code
      for word in words + [code.rawValue] { table[VietnameseName.searchKey(word)] = code }
    }
    return table
  }

  private static func lookup<Code>(_ term: String, _ table: [String: Code]) -> Code? {
    // Codes are met far more often than words: they need no folding.
    table[term] ?? table[VietnameseName.searchKey(term)]
  }
}
