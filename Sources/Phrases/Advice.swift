import Basics
package import Rules

/// What a rulebook would object to, with its clause and how sure we are of it.
extension Phrase {
  package static func advice(_ advice: Advice) -> Phrase {
    switch advice {
    case .rule(let objection): rule(objection)
    case .namesake(let code):
      Phrase(
        vi: "cùng họ tên và ngày sinh với \(code): có thể trùng người",
        en: "same name and date of birth as \(code): perhaps one person twice"
      )
    case .noHome:
      Phrase(vi: "không có nơi sinh hoạt chính thức: không được tính", en: "has no home and is not counted")
    case .unknownColumn(let heading):
      Phrase(
        vi: "cột “\(heading)” không dùng đến, bỏ qua",
        en: "the column “\(heading)” means nothing here and is ignored"
      )
    }
  }

  private static func rule(_ objection: RuleObjection) -> Phrase {
    let clause = objection.clause
    let seen = objection.seen.map { "\(Phrase($0.fact.title)) \($0.text)" }.joined(separator: ", ")
    let doubt = clause.confidence.isUnverified ? ", \(Phrase(vi: "chưa kiểm chứng", en: "unverified"))" : ""
    return Phrase(verbatim: "\(seen): \(Phrase(clause.text)) (\(clause.number)\(doubt))")
  }

  /// What an integrity check looks for.
  package static func check(_ check: IntegrityCheck) -> Phrase {
    switch check {
    case .oneVersion:
      Phrase(vi: "mỗi dữ kiện chỉ có một phiên bản hiện hành", en: "a fact has one current version")
    case .reference: Phrase(vi: "mọi tham chiếu đều có thật", en: "whatever a fact refers to is there")
    case .oneKind: Phrase(vi: "mỗi ngày tồn tại có đúng một loại", en: "one kind on every day of a unit")
    case .oneName: Phrase(vi: "mỗi ngày tồn tại có đúng một tên", en: "one name on every day of a unit")
    case .rightParent:
      Phrase(vi: "đơn vị cấp trên đúng loại mọi ngày", en: "a unit of the right kind above, every day")
    case .oneParent: Phrase(vi: "mỗi lúc chỉ trực thuộc một đơn vị", en: "one unit above at a time")
    case .ancestry:
      Phrase(vi: "cây tổ chức khớp với quan hệ trực thuộc", en: "the ancestors follow from the parents")
    case .oneMembership: Phrase(vi: "các lần là đảng viên không chồng nhau", en: "memberships do not overlap")
    case .oneParticulars:
      Phrase(vi: "mỗi ngày có đúng một lý lịch", en: "one set of particulars on every day")
    case .recognition:
      Phrase(vi: "công nhận chính thức sau kết nạp, trước khi ra", en: "recognition within the membership")
    case .oneHome: Phrase(vi: "mỗi ngày chỉ một nơi sinh hoạt chính thức", en: "one home at a time")
    case .noGap: Phrase(vi: "không ngày nào thiếu nơi sinh hoạt chính thức", en: "a home on every day")
    case .homeInMembership:
      Phrase(vi: "sinh hoạt chính thức khi là đảng viên", en: "a home lies within a membership")
    case .tieInMembership:
      Phrase(
        vi: "chức vụ và nơi sinh hoạt khác khi là đảng viên",
        en: "ties and posts lie within a membership"
      )
    case .stateInMembership:
      Phrase(
        vi: "miễn và đình chỉ sinh hoạt nằm trong thời gian là đảng viên, không chồng nhau",
        en: "an exemption or suspension lies within a membership, one of a kind at a time"
      )
    case .oneOpenCase:
      Phrase(
        vi: "mỗi người nhiều nhất một việc ra khỏi Đảng đang mở và một kỷ luật chờ xác nhận",
        en: "nobody has two open ways out, or two disciplines that wait"
      )
    case .leavingDone:
      Phrase(
        vi: "quyết định ra khỏi Đảng và khai trừ đều kết thúc đảng tịch đúng ngày",
        en: "a way out gone to its end, and an expulsion, ended a membership on its day"
      )
    case .twoPeople:
      Phrase(vi: "kỷ luật do hai người ghi", en: "a discipline was recorded by two people")
    case .unitDiscipline:
      Phrase(
        vi: "kỷ luật tổ chức do đơn vị khác quyết định khi đơn vị còn tồn tại; mỗi lúc một việc chờ xác nhận",
        en: "a unit was disciplined while it was there and by another; one such matter waits at a time"
      )
    case .oneIdentifier:
      Phrase(vi: "mỗi mã ở hệ thống khác chỉ thuộc một người", en: "an identifier is one person's at a time")
    case .oneTransfer:
      Phrase(
        vi: "mỗi người chỉ có một lần chuyển sinh hoạt đang làm",
        en: "a person has one transfer under way"
      )
    case .oneDues:
      Phrase(vi: "mỗi tháng chỉ một khoản đảng phí một người", en: "dues once a month and person")
    case .oneBadge: Phrase(vi: "mỗi loại huy hiệu chỉ trao một lần", en: "one badge once to a person")
    case .candidateOrMember:
      Phrase(
        vi: "vừa là quần chúng ưu tú vừa là đảng viên, hoặc được kết nạp mà không là đảng viên",
        en: "a candidate and a member at once, or admitted and no member"
      )
    case .stepOfCandidacy:
      Phrase(vi: "bước kết nạp của người không được theo dõi", en: "a step of somebody who is no candidate")
    case .absorbedJournal:
      Phrase(
        vi: "nhật ký tiếp nhận từ nơi khác nguyên vẹn từ đầu đến cuối",
        en: "a journal that was brought in holds from its first entry to its last"
      )
    case .unitThere:
      Phrase(vi: "đơn vị tồn tại suốt thời gian đó", en: "the unit exists on all days of a fact")
    case .roll: Phrase(vi: "danh sách khớp với lý lịch", en: "the roll follows from the lives")
    case .findable: Phrase(vi: "tìm được theo mọi từ trong tên", en: "found by every word of the name")
    }
  }

  /// What to do about it.
  package static func remedy(_ check: IntegrityCheck) -> Phrase {
    switch check {
    case .ancestry, .roll, .findable:
      Phrase(
        vi: "dữ liệu suy ra đã bị sửa ngoài hệ thống: phục hồi bản sao lưu gần nhất",
        en: "derived rows were changed from outside: restore the last backup"
      )
    case .oneVersion, .reference, .absorbedJournal:
      Phrase(
        vi: "bảng đã bị sửa ngoài hệ thống: chạy `chibo journal verify`, phục hồi bản sao lưu",
        en: "a table was changed from outside: run `chibo journal verify`, restore a backup"
      )
    default:
      Phrase(
        vi: "xem nhật ký của người hoặc đơn vị này, hủy hoặc sửa mục đã gây ra",
        en: "look at the journal of this person or unit, annul or correct the entry that caused it"
      )
    }
  }
}
