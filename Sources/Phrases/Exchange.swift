/// Words about lists brought in and given out, and what a search over the record found.
extension Phrase {
  package static var csv: Phrase { Phrase(verbatim: "CSV") }
  package static var xlsx: Phrase { Phrase(verbatim: "XLSX") }
  package static func found(_ query: String) -> Phrase {
    Phrase(vi: "Kết quả cho “\(query)”", en: "Found for “\(query)”")
  }
  package static var people: Phrase { Phrase(vi: "Người", en: "People") }
  package static var decisions: Phrase { Phrase(vi: "Quyết định", en: "Decisions") }
  package static func nothingFound(_ query: String) -> Phrase {
    Phrase(vi: "Không tìm thấy “\(query)”.", en: "Nothing is called “\(query)”.")
  }
  package static var nothingFoundMeaning: Phrase {
    Phrase(
      vi: "Tên có thể ghi khác, hoặc ở ngoài phạm vi hay ngày đang xem. Không cần gõ dấu.",
      en: "It may be written otherwise, or lie outside your reach or the day shown. Marks do not matter."
    )
  }
  package static var moreInRoll: Phrase { Phrase(vi: "Xem thêm trong danh sách", en: "More in the roll") }
}

/// Bringing in lists through the browser.
extension Phrase {
  package static var importLists: Phrase { Phrase(vi: "Nhập danh sách", en: "Bring in lists") }
  package static var importListsMeaning: Phrase {
    Phrase(
      vi: "Đơn vị, đảng viên, nơi sinh hoạt và chức vụ từ tệp CSV hoặc XLSX. Xem trước rồi mới ghi.",
      en:
        "Units, members, affiliations and posts from CSV or XLSX. You see what would change before it is written."
    )
  }
  package static var listsToBringIn: Phrase { Phrase(vi: "Danh sách cần nhập", en: "Lists to bring in") }
  package static var chooseLists: Phrase {
    Phrase(vi: "Một sổ .xlsx, hoặc một hay nhiều tệp .csv", en: "One .xlsx book, or one or more .csv files")
  }
  package static func chooseListsHint(megabytes: Int) -> Phrase {
    Phrase(
      vi: "Tệp .csv đặt tên units, members, affiliations, posts. Tất cả không quá \(grouped(megabytes)) MiB.",
      en:
        "CSV files are called units, members, affiliations, posts. All together up to \(grouped(megabytes)) MiB."
    )
  }
  package static var previewLists: Phrase { Phrase(vi: "Xem trước", en: "Preview") }
  package static var templates: Phrase { Phrase(vi: "Tệp mẫu", en: "Templates") }
  package static var templatesMeaning: Phrase {
    Phrase(
      vi: "Có sẵn tiêu đề, các giá trị được dùng và một dòng ví dụ; xóa dòng ví dụ trước khi gửi.",
      en: "Headings, the values a column may hold, and an example row, to be deleted before you send it."
    )
  }
  package static var wholeBook: Phrase { Phrase(vi: "Cả bốn danh sách", en: "All four lists") }
  package static var recentImports: Phrase { Phrase(vi: "Đã gửi gần đây", en: "Sent lately") }

  /// One of the four lists, by its code.
  package static func list(_ code: String) -> Phrase {
    switch code {
    case "units": Phrase(vi: "Đơn vị", en: "Units")
    case "members": Phrase(vi: "Đảng viên", en: "Members")
    case "affiliations": Phrase(vi: "Nơi sinh hoạt", en: "Affiliations")
    case "posts": Phrase(vi: "Chức vụ", en: "Posts")
    default: Phrase(verbatim: code)
    }
  }

  // MARK: What was wrong with what was chosen

  package static var noFileChosen: Phrase {
    Phrase(vi: "Chưa chọn tệp nào.", en: "No file was chosen.")
  }
  package static func unknownList(_ name: String) -> Phrase {
    Phrase(
      vi: "“\(name)” không phải .xlsx, cũng không mang tên units, members, affiliations hay posts.",
      en: "“\(name)” is no .xlsx, and not called units, members, affiliations or posts."
    )
  }
  package static func listTwice(_ name: String) -> Phrase {
    Phrase(vi: "Có hai tệp cho “\(name)”.", en: "There are two files for “\(name)”.")
  }
  package static var bookAlone: Phrase {
    Phrase(vi: "Gửi một sổ .xlsx riêng, không kèm tệp khác.", en: "Send one .xlsx book by itself.")
  }
  package static var tooManyJobs: Phrase {
    Phrase(
      vi: "Đang có 5 tiến trình chưa xong. Chờ hoặc dừng bớt rồi gửi lại.",
      en: "Five of your jobs are under way. Wait for them or stop some, then send it again."
    )
  }

  // MARK: The preview

  package static var rowsRead: Phrase { Phrase(vi: "Dòng đã đọc", en: "Rows read") }
  package static var rowsAccepted: Phrase { Phrase(vi: "Nhận được", en: "Sound") }
  package static var rowsNew: Phrase { Phrase(vi: "Sẽ ghi mới", en: "To be written") }
  package static var rowsSame: Phrase { Phrase(vi: "Đã có trong hồ sơ", en: "In the record already") }
  package static var rowsRefused: Phrase { Phrase(vi: "Bị từ chối", en: "Refused") }
  package static var rowsWarned: Phrase { Phrase(vi: "Cảnh báo", en: "Warnings") }
  package static func problemsOf(_ count: Int) -> Phrase {
    Phrase(vi: "Lý do từ chối: \(grouped(count))", en: "Reasons for refusal: \(grouped(count))")
  }
  package static var problems: Phrase { Phrase(vi: "Lý do từ chối", en: "Reasons for refusal") }
  package static var warnings: Phrase { Phrase(vi: "Cảnh báo", en: "Warnings") }
  package static func newRows(_ list: String) -> Phrase {
    Phrase(vi: "\(list): dòng sẽ ghi mới", en: "\(list): rows to be written")
  }
  package static var wouldChange: Phrase { Phrase(vi: "Nếu nhập", en: "If brought in") }
  package static var listColumn: Phrase { Phrase(vi: "Danh sách", en: "List") }
  package static var rowColumn: Phrase { Phrase(vi: "Dòng", en: "Row") }
  package static var columnColumn: Phrase { Phrase(vi: "Cột", en: "Column") }
  package static var writtenColumn: Phrase { Phrase(vi: "Đã viết", en: "Written there") }
  package static var reasonColumn: Phrase { Phrase(vi: "Lý do", en: "Why") }
  package static var adviceColumn: Phrase { Phrase(vi: "Điều cần xem lại", en: "What to look at") }
  package static func seeAll(_ count: Int) -> Phrase {
    Phrase(vi: "Xem tất cả \(grouped(count))", en: "See all \(grouped(count))")
  }
  package static func bringIn(_ count: Int) -> Phrase {
    Phrase(vi: "Nhập \(grouped(count)) dòng", en: "Bring in \(plural(count, "row", "rows"))")
  }
  package static func bringInValid(_ count: Int) -> Phrase {
    Phrase(
      vi: "Chỉ nhập \(grouped(count)) dòng hợp lệ",
      en: "Bring in only the \(plural(count, "sound row", "sound rows"))"
    )
  }
  package static func nothingTaken(_ count: Int) -> Phrase {
    Phrase(
      vi: "Có \(grouped(count)) dòng bị từ chối, nên chưa nhập được trọn danh sách.",
      en: "\(plural(count, "row is", "rows are")) refused, so the lists cannot be brought in whole."
    )
  }
  package static func nothingTakenMeaning(offersRest: Bool) -> Phrase {
    Phrase(
      vi: "Tải các dòng bị từ chối kèm lý do, sửa rồi gửi lại."
        + (offersRest ? " Hoặc chỉ nhập các dòng hợp lệ." : ""),
      en: "Take the refused rows with their reasons, mend them and send them again."
        + (offersRest ? " Or bring in the sound rows only." : "")
    )
  }
  package static var noRows: Phrase {
    Phrase(vi: "Danh sách không có dòng nào.", en: "There are no rows in the lists.")
  }
  package static var noRowsMeaning: Phrase {
    Phrase(
      vi: "Dòng đầu là tiêu đề; mỗi dòng sau là một đơn vị, một người hay một việc.",
      en: "The first line holds the headings; each line after it is a unit, a person or a fact."
    )
  }
  package static var allSound: Phrase {
    Phrase(vi: "Mọi dòng đều nhận được.", en: "Every row is sound.")
  }
  package static var allSoundMeaning: Phrase {
    Phrase(
      vi: "Chưa ghi gì. Khi nhập, tất cả là một dòng nhật ký và có thể hủy trọn.",
      en: "Nothing is written yet. Brought in, it is one entry of the journal, and can be annulled as one."
    )
  }
  package static var allKnown: Phrase {
    Phrase(
      vi: "Không có gì mới: mọi dòng đã có trong hồ sơ.",
      en: "Nothing is new: every row is in the record already."
    )
  }
  package static var previewMoved: Phrase {
    Phrase(
      vi: "Hồ sơ đã thay đổi từ khi xem trước, nên đã xem trước lại.",
      en: "The record had changed since the preview, so it was made again."
    )
  }
  package static var previewMovedMeaning: Phrase {
    Phrase(vi: "Xem lại số liệu dưới đây rồi quyết định.", en: "Look at the numbers below, and decide then.")
  }
  package static var previewAgain: Phrase { Phrase(vi: "Xem trước lại", en: "Preview again") }
  package static var refusedRows: Phrase { Phrase(vi: "Các dòng bị từ chối", en: "The refused rows") }
  package static var filesSent: Phrase { Phrase(vi: "Tệp đã gửi", en: "Files sent") }
  package static func filesUntil(_ moment: String) -> Phrase {
    Phrase(vi: "giữ đến \(moment)", en: "kept until \(moment)")
  }
  package static var filesGone: Phrase {
    Phrase(vi: "Đã quá 7 ngày, các tệp không còn.", en: "After 7 days the files are gone.")
  }
  package static func listsTaken(_ count: Int) -> Phrase {
    Phrase(vi: "Đã nhập \(grouped(count)) dòng.", en: "\(plural(count, "row", "rows")) brought in.")
  }
  package static func listsTakenIn(_ entry: Int) -> Phrase {
    Phrase(
      vi: "Ghi tại dòng nhật ký \(grouped(entry)).",
      en: "Written as entry \(grouped(entry)) of the journal."
    )
  }
  package static func rowsLeftOut(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) dòng bị từ chối không được nhập.",
      en: "\(plural(count, "refused row was", "refused rows were")) left out."
    )
  }
  package static var seePreview: Phrase { Phrase(vi: "Mở bản xem trước", en: "Open the preview") }
}
