package import Basics
package import Rules

/// Reviews beside each other: the shorter rounds of a year, the year before, units alike, scores, published results.
extension Phrase {
  // MARK: The shorter rounds of the year

  package static var periodsTitle: Phrase {
    Phrase(vi: "Xếp loại các kỳ trong năm", en: "Rated within the year")
  }
  package static var periodsMeaning: Phrase {
    Phrase(
      vi:
        "Kết quả đã công bố của các đợt tháng, quý, sáu tháng; là căn cứ tham khảo, không cộng thành kết quả năm.",
      en: "Published results of shorter rounds; they inform the class of the year and do not add up to it."
    )
  }
  package static func periodsCounted(_ rated: Int) -> Phrase {
    Phrase(vi: "\(grouped(rated)) kỳ", en: plural(rated, "rating", "ratings"))
  }
  package static var periodsAverage: Phrase { Phrase(vi: "Điểm trung bình", en: "Mean of the points") }
  package static var periodsWorst: Phrase { Phrase(vi: "Thấp nhất", en: "Lowest") }
  package static var periodsLast: Phrase { Phrase(vi: "Gần nhất", en: "Latest") }
  package static var periodsInShort: Phrase { Phrase(vi: "Trong năm", en: "Within the year") }
  package static var startFromPeriods: Phrase {
    Phrase(vi: "Bắt đầu từ điểm trung bình các kỳ", en: "Start from the mean of the points")
  }
  package static var startedFromPeriods: Phrase {
    Phrase(
      vi: "Điểm trong mẫu là trung bình các kỳ; hãy xem lại và tự chọn mức xếp loại.",
      en:
        "The points in the form are the mean of the year's; look at them again and choose the class yourself."
    )
  }

  // MARK: Comparison

  package static var classesCompared: Phrase {
    Phrase(vi: "So sánh cơ cấu xếp loại", en: "Classes compared")
  }
  package static var roundBefore: Phrase { Phrase(vi: "Đợt trước", en: "The round before") }
  package static var noRoundBefore: Phrase {
    Phrase(vi: "Chưa có đợt trước cùng kỳ", en: "There is no round of this length before")
  }
  package static var beforeIsOf: Phrase {
    Phrase(vi: "Kết quả đợt trước là của", en: "The round before is that of")
  }
  /// How a unit goes on from another: that was divided, whose place it took, or that was merged into it.
  package static func goesOnFrom(_ day: CivilDate, isShared: Bool, isAlone: Bool) -> Phrase {
    switch (isShared, isAlone) {
    case (true, _):
      Phrase(
        vi: "chia tách ngày \(Phrase.day(day)); đơn vị này kế thừa một phần",
        en: "divided on \(day); this unit goes on with a part of it"
      )
    case (_, true):
      Phrase(vi: "đơn vị này kế thừa từ ngày \(Phrase.day(day))", en: "this unit took its place on \(day)")
    default: Phrase(vi: "nhập vào đơn vị này ngày \(Phrase.day(day))", en: "merged into it on \(day)")
    }
  }
  package static var notCountedForYou: Phrase {
    Phrase(
      vi: "chưa tính ở đây: chỉ cấp trên của các đơn vị kế thừa được xem",
      en: "not counted here: only those above all its successors may see it"
    )
  }
  package static func ratedBy(_ unit: String) -> Phrase {
    Phrase(vi: "\(unit) xếp loại", en: "rated by \(unit)")
  }
  package static func classesBeforeMeaning(_ unit: String) -> Phrase {
    Phrase(
      vi: "Kết quả đợt trước do \(unit) và các đơn vị mà \(unit) kế thừa đã xếp",
      en: "What \(unit), and the units it goes on from, gave the time before"
    )
  }
  package static func unitsAlike(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) đơn vị tương đồng", en: plural(count, "unit alike", "units alike"))
  }
  package static var unitsAlikeMeaning: Phrase {
    Phrase(
      vi: "Đơn vị tương đồng: cùng loại, cùng lĩnh vực, cùng cấp trong đợt này.",
      en: "Units alike: of the same kind and sector, at the same level of this round."
    )
  }
  package static var noUnitsAlike: Phrase {
    Phrase(
      vi: "Chưa có đơn vị tương đồng nào có kết quả để so sánh.",
      en: "No unit alike has classes to compare with yet."
    )
  }
  package static var classesGiven: Phrase { Phrase(vi: "Kết quả đơn vị đã xếp", en: "Classes given") }
  package static func classesGivenMeaning(_ unit: String) -> Phrase {
    Phrase(
      vi: "Quyết định của \(unit); nơi chưa quyết định thì là đề nghị",
      en: "What \(unit) decided; where it has not decided, what it proposed"
    )
  }
  package static var proposedOnly: Phrase { Phrase(vi: "đề nghị", en: "proposed") }
  package static var allRatings: Phrase { Phrase(vi: "Cộng", en: "All") }
  package static var nobodyRated: Phrase {
    Phrase(vi: "Chưa xếp loại trường hợp nào", en: "Nobody is rated yet")
  }
  package static var nobodyRatedMeaning: Phrase {
    Phrase(vi: "Hoặc không có ai ở mức đã chọn.", en: "Or nobody is in the class chosen.")
  }

  // MARK: Scores

  package static var scoresTitle: Phrase { Phrase(vi: "Biểu đồ điểm", en: "Scores") }
  package static func scoresMeaning(_ unit: String) -> Phrase {
    Phrase(
      vi: "Mỗi chấm là một trường hợp \(unit) đánh giá; chấm khoanh tròn là trường hợp nên xem lại",
      en: "Each dot is one of those whom \(unit) evaluates; ringed ones are worth a look"
    )
  }
  package static func scoresOf(_ name: String, _ count: Int, _ low: Quantity, _ high: Quantity) -> Phrase {
    Phrase(
      vi: "\(name): \(count) trường hợp, từ \(quantity(low).text) đến \(quantity(high).text) điểm",
      en: "\(name): \(count), from \(quantity(low).text) to \(quantity(high).text) points"
    )
  }
  package static var groupByUnit: Phrase { Phrase(vi: "Theo đơn vị", en: "By unit") }
  package static var groupByClass: Phrase { Phrase(vi: "Theo mức xếp loại", en: "By class") }
  package static var noScores: Phrase { Phrase(vi: "Chưa có điểm nào", en: "There are no scores yet") }
  package static var noScoresMeaning: Phrase {
    Phrase(
      vi: "Biểu đồ hiện ra khi đã có mức xếp loại và điểm.",
      en: "The picture appears once classes and points are given."
    )
  }
  package static var scoresAsTable: Phrase { Phrase(vi: "Xem dạng bảng", en: "As a table") }
  package static var scoresMedian: Phrase { Phrase(vi: "trung vị", en: "median") }
  package static var tasksOnTimeOf: Phrase {
    Phrase(vi: "Nhiệm vụ đúng hạn", en: "Tasks on time")
  }
  package static var worthALook: Phrase { Phrase(vi: "Nên xem lại", en: "Worth a look") }
  package static var worthALookMeaning: Phrase {
    Phrase(
      vi: "Chỉ là gợi ý để tập thể xem lại, không phải sai phạm và không tự đổi mức xếp loại.",
      en: "A hint for people to look again: no fault, and it changes no class."
    )
  }
  package static func worthALookCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) trường hợp nên xem lại", en: "\(grouped(count)) worth a look")
  }
  package static var hintsBy: Phrase {
    Phrase(vi: "Thế nào thì nên xem lại", en: "What is worth a look")
  }
  package static var hintsByMeaning: Phrase {
    Phrase(
      vi:
        "Chưa có văn bản nào quy định các ngưỡng này; cơ quan có thể tự đặt ngưỡng của mình. Đang dùng:",
      en: "No text lays these bounds down; an office may write its own. In use:"
    )
  }
  /// What strikes of a whole group; a bound of an office's own speaks in its own words.
  package static func reviewHint(_ clause: Clause) -> Phrase {
    switch clause.name {
    case "group.allExcellent":
      Phrase(vi: "Tất cả đều xuất sắc: nên xem lại", en: "Everybody is excellent: worth a look")
    case "group.allTheSame":
      Phrase(vi: "Tất cả bằng điểm nhau: nên xem lại", en: "Everybody has the same points: worth a look")
    default: Phrase(clause.text)
    }
  }
  /// What strikes of the points of one, with the numbers seen.
  package static func reviewOdd(_ odd: ReviewOutliers.Odd) -> Phrase {
    let score = quantity(odd.score).text
    switch (odd.clause.name, odd.onTime, odd.middle) {
    case ("score.aboveFigures", let onTime?, _):
      return Phrase(
        vi: "\(score) điểm, nhưng chỉ \(onTime.text(decimals: 0))% nhiệm vụ đúng hạn",
        en: "\(score) points, though only \(onTime.text(decimals: 0))% of the tasks were on time"
      )
    case ("score.belowFigures", let onTime?, _):
      return Phrase(
        vi: "chỉ \(score) điểm, dù \(onTime.text(decimals: 0))% nhiệm vụ đúng hạn",
        en: "only \(score) points, though \(onTime.text(decimals: 0))% of the tasks were on time"
      )
    case ("score.aboveOthers", _, let middle?), ("score.belowOthers", _, let middle?):
      let (low, high) = (quantity(middle.low).text, quantity(middle.high).text)
      return Phrase(
        vi: "\(score) điểm, xa mặt bằng chung (một nửa nằm trong khoảng \(low)–\(high))",
        en: "\(score) points, far from the others (half have \(low) to \(high))"
      )
    default:
      let words = Phrase(odd.clause.text).text.lowercasedFirst
      return Phrase(vi: "\(score) điểm: \(words)", en: "\(score) points: \(words)")
    }
  }

  // MARK: Published results

  package static var resultsTitle: Phrase { Phrase(vi: "Danh sách kết quả", en: "Results") }
  package static var backToResults: Phrase {
    Phrase(vi: "Về danh sách kết quả", en: "Back to the results")
  }
  package static func resultsMeaning(_ unit: String, _ counted: CivilDate) -> Phrase {
    Phrase(
      vi: "Kết quả đã công bố của \(unit); danh sách chốt ngày \(day(counted))",
      en: "The published results of \(unit), counted on \(counted)"
    )
  }
  package static var resultsOfRound: Phrase {
    Phrase(vi: "Kết quả cả đơn vị và cấp dưới", en: "Results of the unit and all below")
  }
  package static var resultsAsPublished: Phrase {
    Phrase(
      vi:
        "Danh sách này giữ nguyên như khi công bố; kết quả xếp loại lại sau khiếu nại xem ở trang của từng người.",
      en: "The list stays as it was published; a class changed on an objection is on the subject's own page."
    )
  }
  package static var resultsBelow: Phrase { Phrase(vi: "Danh sách của các đơn vị", en: "Results by unit") }
  package static var resultReason: Phrase { Phrase(vi: "Lý do", en: "Reason") }
  package static var listResults: Phrase {
    Phrase(vi: "Niêm yết kết quả cho đảng viên", en: "List the results for members")
  }
  package static var listResultsTo: Phrase { Phrase(vi: "Ai được xem", en: "Who reads them") }
  package static func listingAudience(_ audience: String) -> Phrase {
    switch audience {
    case "cell":
      Phrase(vi: "Đảng viên xem kết quả chi bộ mình", en: "Members read the results of their own cell")
    case "base":
      Phrase(
        vi: "Đảng viên xem kết quả tổ chức cơ sở đảng của mình",
        en: "Members read the results of their base organisation"
      )
    default:
      Phrase(
        vi: "Chỉ người được xếp loại và cấp có thẩm quyền",
        en: "Only whoever was rated, and those above"
      )
    }
  }
  package static var listingSaved: Phrase { Phrase(vi: "Lưu", en: "Save") }

  // MARK: Nothing to rate

  package static var countsAsSent: Phrase {
    Phrase(vi: "không có gì để xếp loại, coi như đã gửi", en: "has nothing to rate: counts as sent")
  }
  package static var countsAsSentMeaning: Phrase {
    Phrase(
      vi:
        "Trong kỳ chưa ai và chưa đơn vị nào ở đây được giao nhiệm vụ nên không xếp loại được (điều kiện đầu tiên của quy định). Đợt không chờ đơn vị này; khi có nhiệm vụ, đơn vị phải gửi như các đơn vị khác.",
      en:
        "Nobody and no unit here was assigned a task in the time, so nothing can be rated (the first condition of the regulation). Nobody waits for this unit; once a task is assigned it sends its reviews like the others."
    )
  }

  // MARK: On an agenda

  package static func dueReview(_ title: String, _ step: String, _ count: Int, _ by: CivilDate?) -> Phrase {
    let what = reviewStep(step)
    return by.map { by in
      Phrase(
        vi: "\(title): \(what.text.lowercasedFirst), còn \(count) trường hợp, hạn \(day(by))",
        en: "\(title): \(what.text.lowercasedFirst), \(count) to go, by \(day(by))"
      )
    }
      ?? Phrase(
        vi: "\(title): \(what.text.lowercasedFirst), còn \(count) trường hợp",
        en: "\(title): \(what.text.lowercasedFirst), \(count) to go"
      )
  }
}
