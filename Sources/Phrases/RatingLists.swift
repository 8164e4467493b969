/// The list on which a body rates all it has to rate.
extension Phrase {
  package static var ratingListTitle: Phrase { Phrase(vi: "Xếp loại theo danh sách", en: "Rate in one list") }
  package static var ratingListMeaning: Phrase {
    Phrase(
      vi: "Ghi kết quả của cuộc họp cho nhiều người cùng lúc; dòng để trống thì chưa ghi gì.",
      en: "What the meeting found, for many at once; of a row left blank nothing is said."
    )
  }
  package static var backToRound: Phrase { Phrase(vi: "Về đợt kiểm điểm", en: "Back to the round") }
  package static var haveTheirTurn: Phrase { Phrase(vi: "Đến lượt xếp loại", en: "Have their turn") }
  package static var waitForOthers: Phrase { Phrase(vi: "Chờ cấp đánh giá trước", en: "Wait for others first") }
  package static var nothingToRate: Phrase { Phrase(vi: "Không còn ai đến lượt", en: "Nobody has their turn") }
  package static var nothingToRateMeaning: Phrase {
    Phrase(
      vi: "Mọi trường hợp đã ghi, hoặc còn chờ cấp đánh giá trước, hoặc chưa được giao nhiệm vụ.",
      en: "Everybody is rated, waits for whoever comes first, or was assigned nothing."
    )
  }
  package static var votersAtMeeting: Phrase { Phrase(vi: "Số người bỏ phiếu", en: "How many voted") }
  package static var votersAtMeetingHint: Phrase {
    Phrase(vi: "Dùng chung cho các dòng có số phiếu đồng ý", en: "For every row with votes that agreed")
  }
  package static var fillRows: Phrase { Phrase(vi: "Điền sẵn mức xếp loại", en: "Begin every row with") }
  package static var fillAsProposed: Phrase { Phrase(vi: "Điền sẵn như đề nghị", en: "Begin as proposed") }
  package static var fillByRule: Phrase {
    Phrase(vi: "Điền sẵn theo quy định", en: "Begin with what the rules give")
  }
  package static var saveRatings: Phrase { Phrase(vi: "Lưu kết quả xếp loại", en: "Save what was found") }
  package static var asTheRulesGive: Phrase {
    Phrase(vi: "Theo kết quả của quy định", en: "What the rules give")
  }
  package static func asProposed(_ rating: Phrase) -> Phrase {
    Phrase(vi: "Như đề nghị: \(rating.text)", en: "As proposed: \(rating.text)")
  }
  package static var ratedOneself: Phrase { Phrase(vi: "Tự xếp", en: "Own word") }
  package static func tasksDone(_ done: Int, of assigned: Int) -> Phrase {
    Phrase(vi: "\(done)/\(assigned) nhiệm vụ hoàn thành", en: "\(done) of \(assigned) tasks done")
  }
  package static func listRefused(_ rows: Int) -> Phrase {
    Phrase(
      vi: "Chưa lưu: \(rows) dòng cần xem lại, lý do ghi tại dòng đó.",
      en: "Nothing is saved: \(rows) rows need another look, each says why."
    )
  }
}
