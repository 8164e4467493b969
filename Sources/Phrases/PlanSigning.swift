package import Basics

/// Signing a plan of reorganisation, what follows from it, the tree before and after, and undoing it.
extension Phrase {
  // MARK: Signing

  package static func planOnDay(_ date: CivilDate, isDone: Bool) -> Phrase {
    isDone
      ? Phrase(vi: "Đã ký, có hiệu lực từ \(day(date))", en: "Signed, in force from \(day(date))")
      : Phrase(vi: "Khi có hiệu lực, ngày \(day(date))", en: "On \(day(date))")
  }
  package static var planEnd: Phrase { Phrase(vi: "kết thúc hoạt động", en: "end") }
  package static var planBegin: Phrase { Phrase(vi: "thành lập", en: "begin") }
  package static func planMovedUnits(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đơn vị đổi cấp trên",
      en: "\(plural(count, "unit", "units")) under another unit"
    )
  }
  package static func planRenamedUnits(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đơn vị đổi tên", en: "\(plural(count, "unit", "units")) renamed")
  }
  package static func planChangedUnits(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đơn vị đổi loại hình",
      en: "\(plural(count, "unit", "units")) of another kind"
    )
  }
  package static func planMovedMembers(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đảng viên chuyển sang đơn vị tiếp nhận",
      en: "\(plural(count, "member", "members")) move to those that take over"
    )
  }
  package static func planEndedPosts(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) chức vụ thôi", en: "\(plural(count, "post", "posts")) end")
  }
  package static func planKeptPosts(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) chức vụ giữ tiếp ở đơn vị tiếp nhận",
      en: "\(plural(count, "post", "posts")) held on by those that take over"
    )
  }
  package static func planMovedCandidates(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) quần chúng ưu tú chuyển theo",
      en: "\(plural(count, "candidate", "candidates")) go along"
    )
  }
  package static func planMovedTransfers(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) hồ sơ chuyển sinh hoạt giao cho đơn vị tiếp nhận",
      en: "\(plural(count, "transfer", "transfers")) under way passed on"
    )
  }
  package static func planMovedCases(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) việc kỷ luật chờ xác nhận giao cho đơn vị tiếp nhận",
      en: "\(plural(count, "case", "cases")) passed on"
    )
  }
  package static func planMovedAssessments(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) hồ sơ chấm điểm mô hình chưa kết luận giao cho đơn vị tiếp nhận",
      en: "\(plural(count, "open model assessment", "open model assessments")) passed on"
    )
  }
  package static func planVacant(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) đơn vị chưa có bí thư, cần chỉ định",
      en: "\(plural(count, "unit has", "units have")) no secretary yet"
    )
  }
  package static func planFiguresStay(_ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Số liệu trước ngày \(day(date)) giữ nguyên",
      en: "Figures before \(day(date)) stay as they were"
    )
  }
  package static var planCanBeUndone: Phrase {
    Phrase(
      vi: "Hủy được toàn bộ, chừng nào chưa có việc nào làm tiếp trên đó",
      en: "It can be undone in full as long as nothing stands on it"
    )
  }
  package static var planTypeNumber: Phrase {
    Phrase(
      vi: "Gõ số quyết định để ký",
      en: "Type the decision number"
    )
  }
  package static var planTypeTitle: Phrase {
    Phrase(
      vi: "Phương án chưa ghi số quyết định; gõ tên phương án",
      en: "The plan names no decision; type its title"
    )
  }
  package static func planWrongNumber(_ number: String) -> Phrase {
    Phrase(vi: "Chưa đúng: cần gõ “\(number)”.", en: "Not the same: type “\(number)”.")
  }
  package static func signPlanFor(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Ký, có hiệu lực từ \(day(date))", en: "Sign for \(day(date))")
  }
  package static var planCannotSign: Phrase {
    Phrase(
      vi: "Chưa ký được: còn vướng mắc phải xử lý. Trả lại để sửa.",
      en: "It cannot be signed while something stands in the way. Send it back."
    )
  }
  package static var planReturnOrGiveUp: Phrase {
    Phrase(
      vi: "Trả lại hoặc bỏ phương án",
      en: "Send it back or give it up"
    )
  }

  package static var planStillVacant: Phrase {
    Phrase(
      vi: "Còn trống đến nay, số ngày",
      en: "Still vacant, with the days"
    )
  }
  package static var planCompare: Phrase { Phrase(vi: "so sánh", en: "compare") }
  package static var planTrees: Phrase {
    Phrase(vi: "Cây tổ chức trước và sau", en: "The tree before and after")
  }
  package static func planChangesOf(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đơn vị thay đổi", en: "\(plural(count, "unit changes", "units change"))")
  }
  package static func planTreeOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Ngày \(day(date))", en: "On \(day(date))")
  }
  package static func planSeeDay(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Xem toàn bộ cây ngày \(day(date))", en: "See the whole tree on \(day(date))")
  }
  package static func planMoreUnits(_ count: Int) -> Phrase {
    Phrase(vi: "và \(grouped(count)) đơn vị khác", en: "and \(grouped(count)) more units")
  }
  package static var planTop: Phrase { Phrase(vi: "Cấp cao nhất", en: "At the top") }
  package static func planEndsInto(_ heirs: [String]) -> Phrase {
    let names = heirs.joined(separator: ", ")
    return names.isEmpty
      ? Phrase(vi: "kết thúc", en: "ends")
      : Phrase(vi: "kết thúc, giao cho \(names)", en: "ends, to \(names)")
  }
  package static func planMovesTo(_ name: String) -> Phrase {
    Phrase(vi: "chuyển về \(name)", en: "moves to \(name)")
  }
  package static func planMovedFrom(_ name: String) -> Phrase {
    Phrase(vi: "chuyển từ \(name)", en: "moved from \(name)")
  }
  package static func planRenamedTo(_ name: String) -> Phrase {
    Phrase(vi: "đổi tên thành \(name)", en: "renamed \(name)")
  }
  package static func planRenamedFrom(_ name: String) -> Phrase {
    Phrase(vi: "trước tên là \(name)", en: "before: \(name)")
  }
  package static func planBecomes(_ words: Phrase) -> Phrase {
    Phrase(vi: "đổi thành \(words)", en: "becomes \(words)")
  }
  package static func planWas(_ words: Phrase) -> Phrase {
    Phrase(vi: "trước là \(words)", en: "before: \(words)")
  }
  package static var planFounded: Phrase { Phrase(vi: "mới thành lập", en: "new") }

  // MARK: Undoing

  package static var undoPlan: Phrase { Phrase(vi: "Hủy toàn bộ việc thực hiện", en: "Undo the whole plan") }
  package static var undoPlanMeaning: Phrase {
    Phrase(
      vi:
        "Mọi thay đổi của phương án bị hủy trong một lần, dữ liệu trở lại như trước khi ký; phương án về trạng thái đang soạn để sửa. Nhật ký giữ cả hai lần.",
      en:
        "Everything it changed is annulled at once and the record is as before; the plan goes back to be mended. The journal keeps both."
    )
  }
  package static var planWhyUndone: Phrase { Phrase(vi: "Lý do hủy", en: "Why it is undone") }
  package static var secondPersonUndoes: Phrase {
    Phrase(
      vi: "Người ký không tự hủy; cần người thứ hai có quyền.",
      en: "Whoever signed it does not undo it; a second person with the right does."
    )
  }
  package static func planStandsOn(_ count: Int) -> Phrase {
    Phrase(
      vi: "Chưa hủy được: có \(count) việc làm tiếp trên phương án này.",
      en: "It cannot be undone: \(plural(count, "entry stands", "entries stand")) on it."
    )
  }
  package static var planStandsOnMeaning: Phrase {
    Phrase(
      vi: "Hủy lần lượt từ việc mới nhất dưới đây rồi hủy phương án.",
      en: "Annul these first, the newest first, then undo the plan."
    )
  }
  package static func planEntry(_ entry: Int) -> Phrase {
    Phrase(vi: "Dòng nhật ký \(grouped(entry))", en: "Entry \(grouped(entry))")
  }
  package static var planJobFailed: Phrase {
    Phrase(
      vi: "Lần thực hiện vừa rồi không thành; không có gì được ghi.",
      en: "The last attempt came to nothing; nothing was written."
    )
  }
  package static var planJobWhy: Phrase { Phrase(vi: "Xem lý do", en: "See why") }
  package static func planJobDone(_ entry: Int) -> Phrase {
    Phrase(vi: "Đã thực hiện, dòng nhật ký \(grouped(entry)).", en: "Done, entry \(grouped(entry)).")
  }
  package static var seePlan: Phrase { Phrase(vi: "Xem phương án", en: "See the plan") }
}
