package import Basics

/// Words about what is done with a roll: further filters, saved ones, marked rows, the list on paper.
extension Phrase {
  /// A band of years since admission by its code: `10-19`, or `50+`.
  package static func partyAgeBand(_ code: String) -> Phrase {
    if code.last == "+", let low = Int(digits: code.dropLast()) {
      return Phrase(vi: "từ \(low) năm", en: "\(low) years and more")
    }
    let ends = code.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let low = Int(digits: ends[0]), let high = Int(digits: ends[1])
    else { return Phrase(verbatim: code) }
    guard low > 0 else { return Phrase(vi: "dưới \(high + 1) năm", en: "under \(high + 1) years") }
    return Phrase(vi: "\(low)–\(high) năm", en: "\(low)–\(high) years")
  }
  package static var kindOfCell: Phrase { Phrase(vi: "Loại hình chi bộ", en: "Kind of cell") }
  package static var sectorOfCell: Phrase { Phrase(vi: "Lĩnh vực của chi bộ", en: "Sector of the cell") }
  package static var dueBefore: Phrase {
    Phrase(vi: "Đến hạn công nhận chính thức trước", en: "Due for recognition before")
  }
  package static func notCounted(_ role: String) -> Phrase {
    Phrase(
      vi: "Đây là những người \(role) tại đơn vị này và cấp dưới. Họ không tính vào danh sách của đơn vị.",
      en: "These people are here as: \(role). They do not count in the roll of the unit."
    )
  }
  package static func tiedAt(_ unit: String) -> Phrase { Phrase(vi: "tại \(unit)", en: "at \(unit)") }

  // Saved filters.
  package static var savedFilters: Phrase { Phrase(vi: "Bộ lọc đã lưu", en: "Saved filters") }
  package static func savedFiltersMeaning(_ most: Int) -> Phrase {
    Phrase(
      vi: "Chỉ riêng tài khoản này dùng; tối đa \(most) bộ lọc, áp dụng được cho mọi đơn vị.",
      en: "For this account alone; at most \(most), and they apply to any unit."
    )
  }
  package static var manageFilters: Phrase { Phrase(vi: "Sửa bộ lọc đã lưu", en: "Edit saved filters") }
  package static var saveFilter: Phrase { Phrase(vi: "Lưu bộ lọc", en: "Save the filters") }
  package static var filterName: Phrase { Phrase(vi: "Tên bộ lọc", en: "Name of the filters") }
  package static func onlyThisUnit(_ unit: String) -> Phrase {
    Phrase(vi: "Chỉ dùng cho \(unit)", en: "Only for \(unit)")
  }
  package static func newNameOf(_ name: String) -> Phrase {
    Phrase(vi: "Tên mới của “\(name)”", en: "New name of “\(name)”")
  }
  package static var renameFilter: Phrase { Phrase(vi: "Đổi tên", en: "Rename") }
  package static var deleteFilter: Phrase { Phrase(vi: "Xóa", en: "Delete") }
  package static func deleteFilterNamed(_ name: String) -> Phrase {
    Phrase(vi: "Xóa “\(name)”", en: "Delete “\(name)”")
  }
  package static var noSavedFilters: Phrase {
    Phrase(vi: "Chưa lưu bộ lọc nào.", en: "No filters are saved yet.")
  }
  package static var noSavedFiltersMeaning: Phrase {
    Phrase(
      vi: "Lọc danh sách đảng viên, rồi chọn “Lưu bộ lọc”.",
      en: "Filter a roll, then choose “Save the filters”."
    )
  }

  // Marked rows.
  package static var onPages: Phrase { Phrase(vi: "ở trang", en: "on pages") }
  package static var unmarkAll: Phrase { Phrase(vi: "Bỏ chọn tất cả", en: "Unmark all") }
  package static func markAll(_ count: Int) -> Phrase {
    Phrase(
      vi: "Chọn cả \(grouped(count)) người trong danh sách này",
      en: "Mark all \(grouped(count)) of this list"
    )
  }
  package static func tooManyMarked(_ most: Int) -> Phrase {
    Phrase(
      vi: "Mỗi lần chọn tối đa \(grouped(most)) người; lọc hẹp lại, hoặc xuất cả danh sách.",
      en: "At most \(grouped(most)) can be marked; narrow the list, or export all of it."
    )
  }
  package static var printMarked: Phrase { Phrase(vi: "In các dòng đã chọn", en: "Print the marked rows") }
  package static var transferMarked: Phrase {
    Phrase(vi: "Chuyển sinh hoạt đảng…", en: "Transfer…")
  }
  package static var recogniseMarked: Phrase {
    Phrase(vi: "Công nhận chính thức…", en: "Recognise…")
  }

  // On paper.
  package static func printAll(_ count: Int) -> Phrase {
    Phrase(vi: "In \(grouped(count)) dòng", en: "Print \(plural(count, "row", "rows"))")
  }
  package static var backToRoll: Phrase { Phrase(vi: "Về danh sách đảng viên", en: "Back to the roll") }
  package static var printIsLogged: Phrase {
    Phrase(
      vi: "Bản in được ghi lại như xuất danh sách; người có tên thấy được ai đã lấy.",
      en: "Printing is written down as an export is; those on the list see who took it."
    )
  }
  package static func rollOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "Tính đến ngày \(day(on))", en: "As of \(day(on))")
  }
  package static func wholeRoll(_ total: Int, official: Int, women: Int) -> Phrase {
    Phrase(
      vi:
        "Tổng số \(grouped(total)) đảng viên; chính thức \(grouped(official)), dự bị \(grouped(total - official)); nữ \(grouped(women)).",
      en:
        "\(plural(total, "member", "members")) in all; \(grouped(official)) official, \(grouped(total - official)) on probation; \(grouped(women)) women."
    )
  }
  package static func partOfRoll(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) người theo điều kiện trên",
      en: "\(plural(count, "person", "people")) so filtered"
    )
  }
  package static func markedRows(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) người được chọn", en: "\(plural(count, "person", "people")) marked")
  }
  package static func printedOnly(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      vi:
        "Chỉ in \(grouped(count)) người đầu trong \(grouped(all)). Lọc theo đơn vị cấp dưới để in phần còn lại.",
      en: "Only the first \(grouped(count)) of \(grouped(all)) are printed. Filter, or print unit by unit."
    )
  }
  package static var remarks: Phrase { Phrase(vi: "Ghi chú", en: "Remarks") }

  // Probable duplicates.
  /// A system of others by its code, `handbook`; any other text passes as it is.
  package static func system(_ code: String) -> Phrase {
    switch code {
    case "memberDatabase":
      Phrase(vi: "cơ sở dữ liệu đảng viên quốc gia", en: "national member database")
    case "handbook": Phrase(vi: "Sổ tay đảng viên điện tử", en: "electronic member handbook")
    case "publicService": Phrase(vi: "Cổng dịch vụ công", en: "public service portal")
    case "citizenCard": Phrase(vi: "căn cước công dân", en: "citizen's identity card")
    default: Phrase(verbatim: code)
    }
  }
}
