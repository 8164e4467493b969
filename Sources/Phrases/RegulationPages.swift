package import Basics

/// The register of working regulations.
extension Phrase {
  package static var regulationsTitle: Phrase { Phrase(vi: "Quy chế làm việc", en: "Working regulations") }
  package static var regulationsMeaning: Phrase {
    Phrase(
      vi: "Quy chế làm việc của đơn vị và các đơn vị trực thuộc: còn phù hợp, cần sửa đổi, chưa có",
      en: "The working regulations of the unit and below: up to date, out of date, missing"
    )
  }
  package static var enterRegulation: Phrase { Phrase(vi: "Ghi quy chế", en: "Enter a regulation") }
  package static var approveRegulation: Phrase {
    Phrase(vi: "Phê duyệt quy chế", en: "Approve the regulation")
  }
  package static var regulationOwn: Phrase { Phrase(vi: "Quy chế của đơn vị", en: "The unit's regulation") }
  package static var regulationOwnNone: Phrase {
    Phrase(vi: "Chưa ghi quy chế làm việc nào", en: "No working regulation is recorded")
  }
  package static var regulationOwnNoneMeaning: Phrase {
    Phrase(
      vi: "Quy chế do đơn vị thông qua, cấp trên trực tiếp phê duyệt.",
      en: "A unit adopts its regulation, and the unit above approves it."
    )
  }
  package static var regulationNumber: Phrase { Phrase(vi: "Số, ký hiệu", en: "Number") }
  package static var regulationEdition: Phrase { Phrase(vi: "Lần ban hành, sửa đổi", en: "Version") }
  package static var regulationAdopted: Phrase { Phrase(vi: "Ngày thông qua", en: "Adopted on") }
  package static var regulationFrom: Phrase { Phrase(vi: "Hiệu lực từ ngày", en: "In force from") }
  package static var regulationFile: Phrase {
    Phrase(vi: "Tệp văn bản (PDF, ảnh)", en: "File (PDF, picture)")
  }
  package static var regulationApproval: Phrase { Phrase(vi: "Phê duyệt", en: "Approval") }
  package static var regulationApproved: Phrase { Phrase(vi: "Ngày phê duyệt", en: "Approved on") }
  package static var regulationPaper: Phrase {
    Phrase(vi: "Số văn bản phê duyệt", en: "Number of the approval")
  }
  package static func regulationApprovedBy(_ name: String, _ on: CivilDate) -> Phrase {
    Phrase(vi: "\(name), ngày \(day(on))", en: "\(name), \(on)")
  }
  package static var regulationNotApproved: Phrase { Phrase(vi: "chưa phê duyệt", en: "not approved yet") }
  package static func regulationInForce(_ from: CivilDate) -> Phrase {
    Phrase(vi: "hiệu lực từ \(day(from))", en: "in force from \(from)")
  }
  package static func regulationUntil(_ until: CivilDate) -> Phrase {
    Phrase(vi: "đến trước \(day(until))", en: "until \(until)")
  }
  package static var regulationsBelow: Phrase {
    Phrase(vi: "Đơn vị và các đơn vị trực thuộc", en: "The unit and those below")
  }
  package static var regulationsNone: Phrase {
    Phrase(vi: "Không có đơn vị nào ở tình trạng này", en: "No unit stands so")
  }
  package static var regulationsNoneMeaning: Phrase {
    Phrase(vi: "Chọn tình trạng khác hoặc xem tất cả.", en: "Choose another state, or all.")
  }
  package static var regulationWhy: Phrase { Phrase(vi: "Vì sao", en: "Why") }
  package static var regulationRule: Phrase { Phrase(vi: "Theo", en: "By") }
  package static var regulationMistake: Phrase {
    Phrase(
      vi: "Nhập nhầm? Việc đã ghi được hủy kèm lý do, không xóa; đã phê duyệt thì hủy việc phê duyệt trước.",
      en:
        "Entered by mistake? What was written is annulled with a reason, never erased; an approval goes first."
    )
  }
  package static var regulationMistakeAbove: Phrase {
    Phrase(
      vi: "Nhập nhầm? Đề nghị cấp ủy cấp trên trực tiếp hủy việc nhập rồi nhập lại.",
      en: "Entered by mistake? The committee above can annul it, then it is entered anew."
    )
  }
  package static var annulRegulation: Phrase { Phrase(vi: "Hủy việc nhập…", en: "Annul the entry…") }
  package static var annulApproval: Phrase { Phrase(vi: "Hủy việc phê duyệt…", en: "Annul the approval…") }
  package static var regulationsEarlier: Phrase { Phrase(vi: "Các quy chế trước", en: "Earlier regulations") }

  package static func regulationState(_ state: String) -> Phrase {
    switch state {
    case "current": Phrase(vi: "Còn phù hợp", en: "Up to date")
    case "unapproved": Phrase(vi: "Chưa phê duyệt", en: "Not approved")
    case "outdated": Phrase(vi: "Cần sửa đổi", en: "Out of date")
    case "missing": Phrase(vi: "Chưa có", en: "Missing")
    default: Phrase(verbatim: state)
    }
  }
}
