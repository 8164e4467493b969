/// Words of finding: the box in the header, what it suggests, the page of what was found.
extension Phrase {
  package static var findTitle: Phrase { Phrase(vi: "Tìm trong hồ sơ", en: "Find in the record") }
  package static var findVerb: Phrase { Phrase(vi: "Tìm", en: "Find") }
  package static var findAgain: Phrase { Phrase(vi: "Tìm lại", en: "Find again") }

  package static var findHint: Phrase {
    Phrase(
      vi: "Gõ tên, mã đảng viên, số thẻ, mã tổ chức hoặc số quyết định. Không cần gõ dấu.",
      en: "Type a name, a member number, a card, a unit's code or a decision's number. Marks do not matter."
    )
  }

  package static func allFound(_ search: String) -> Phrase {
    Phrase(vi: "Xem tất cả kết quả cho “\(search)”", en: "All that is found for “\(search)”")
  }

  /// Told to those who do not see the list under the find box.
  package static func suggested(_ count: Int) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) gợi ý. Chọn bằng phím mũi tên, mở bằng Enter.",
      en: "\(plural(count, "suggestion", "suggestions")). Choose by the arrow keys, open by Enter."
    )
  }
}
