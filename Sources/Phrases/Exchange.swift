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
