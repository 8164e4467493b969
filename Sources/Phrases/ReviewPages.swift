package import Basics
package import Rules

/// The pages of reviews: rounds, what a body has before it, one subject.
extension Phrase {
  package static var reviewsModule: Phrase { Phrase(vi: "Kiểm điểm", en: "Reviews") }
  package static var reviewsTitle: Phrase { Phrase(vi: "Kiểm điểm, xếp loại", en: "Reviews") }
  package static var reviewsMeaning: Phrase {
    Phrase(
      vi: "Các đợt kiểm điểm, đánh giá, xếp loại của đơn vị và cấp trên",
      en: "The rounds of review held by the unit and by those above it"
    )
  }
  package static var roundsTitle: Phrase { Phrase(vi: "Các đợt kiểm điểm", en: "Rounds") }
  package static var noRounds: Phrase { Phrase(vi: "Chưa có đợt kiểm điểm nào", en: "There is no round yet") }
  package static var noRoundsMeaning: Phrase {
    Phrase(
      vi: "Đợt kiểm điểm do cấp ủy mở cho đơn vị mình và các đơn vị trực thuộc.",
      en: "A committee opens a round for its own unit and all below it."
    )
  }
  package static var roundDays: Phrase { Phrase(vi: "Thời gian kiểm điểm", en: "Time looked back on") }
  package static var roundHolder: Phrase { Phrase(vi: "Cấp mở đợt", en: "Held by") }
  package static var roundState: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var roundOpen: Phrase { Phrase(vi: "Đang tiến hành", en: "Under way") }
  package static var roundPublished: Phrase { Phrase(vi: "Đã công bố", en: "Published") }
  package static var roundHash: Phrase { Phrase(vi: "Mã kiểm tra kết quả", en: "Digest of the results") }
  package static var myReview: Phrase { Phrase(vi: "Bản kiểm điểm của tôi", en: "My review") }
  package static func sentUpOn(_ on: CivilDate) -> Phrase {
    Phrase(vi: "đã gửi lên ngày \(day(on))", en: "sent up on \(on)")
  }
  package static var notSentYet: Phrase { Phrase(vi: "chưa gửi", en: "not sent yet") }
  package static var cameBack: Phrase { Phrase(vi: "Cấp trên trả lại", en: "Sent back") }
  package static var whySentBack: Phrase {
    Phrase(vi: "Cần xem lại điều gì", en: "What is to be looked at again")
  }
  package static func waitingCount(_ count: Int, unassigned: Int) -> Phrase {
    if count > 0 { return Phrase(vi: "Còn \(count) chờ ý kiến", en: "\(count) to go") }
    return unassigned > 0
      ? Phrase(vi: "\(unassigned) chưa được giao nhiệm vụ", en: "\(unassigned) without a task")
      : Phrase(vi: "Đủ, có thể gửi", en: "Complete, can be sent")
  }
  package static var assignFirstMeaning: Phrase {
    Phrase(
      vi: "Chưa được giao nhiệm vụ nào trong kỳ nên chưa xếp loại được. Hãy giao nhiệm vụ đếm được trước.",
      en:
        "Nothing was assigned in the time, so nothing can be rated. Assign a task that can be counted first."
    )
  }
  package static func unitsSent(_ count: Int, of all: Int) -> Phrase {
    Phrase(
      vi: "\(count)/\(all) đơn vị trực thuộc đã gửi kết quả",
      en: "\(count) of \(all) units below have sent"
    )
  }

  package static var openRoundMeaning: Phrase {
    Phrase(
      vi: "Mọi đảng viên và tổ chức có trong danh sách ngày chốt được kiểm điểm đúng một lần.",
      en: "Everybody and every unit on the roll of the day counted is reviewed in it exactly once."
    )
  }
  package static var reviewTermTitle: Phrase { Phrase(vi: "Kỳ kiểm điểm", en: "Length") }
  package static var roundTitle: Phrase { Phrase(vi: "Tên đợt kiểm điểm", en: "Title") }
  package static var roundTitleHint: Phrase {
    Phrase(vi: "Ví dụ: Kiểm điểm, xếp loại năm 2026", en: "Such as: Review of 2026")
  }
  package static var roundFrom: Phrase { Phrase(vi: "Từ ngày", en: "From") }
  package static var roundUntil: Phrase { Phrase(vi: "Đến hết ngày", en: "To the end of") }
  package static var roundCounted: Phrase { Phrase(vi: "Ngày chốt danh sách", en: "Day counted") }
  package static var roundCountedHint: Phrase {
    Phrase(
      vi: "Ai sinh hoạt ở đâu vào ngày này thì được kiểm điểm ở đó.",
      en: "Everybody is reviewed where they are at home on this day."
    )
  }
  package static var selfByTitle: Phrase { Phrase(vi: "Hạn tự kiểm điểm", en: "Self-review by") }
  package static var evaluateByTitle: Phrase { Phrase(vi: "Hạn đánh giá, đề nghị", en: "Evaluation by") }
  package static var decideByTitle: Phrase { Phrase(vi: "Hạn quyết định xếp loại", en: "Decision by") }
  package static var publishByTitle: Phrase { Phrase(vi: "Hạn công bố", en: "Publication by") }
  package static var capPercent: Phrase { Phrase(vi: "Xuất sắc tối đa (%)", en: "Most excellent (%)") }
  package static var capBaseTitle: Phrase { Phrase(vi: "Tính trên", en: "Of whom") }

  package static func reviewDeskMeaning(_ unit: String, _ counted: CivilDate) -> Phrase {
    Phrase(
      vi: "Những trường hợp \(unit) đánh giá hoặc quyết định; danh sách chốt ngày \(day(counted))",
      en: "Those whom \(unit) evaluates or decides about; counted on \(counted)"
    )
  }
  package static var whoEvaluatesWhom: Phrase {
    Phrase(vi: "Ai đánh giá ai, vì sao", en: "Who evaluates whom, and why")
  }
  package static var reviewSubject: Phrase { Phrase(vi: "Đối tượng", en: "Subject") }
  package static var evaluatorsInOrder: Phrase { Phrase(vi: "Đánh giá lần lượt", en: "Evaluators, in order") }
  package static var byTheRules: Phrase { Phrase(vi: "Theo quy định", en: "By the rules") }
  package static var reviewRating: Phrase { Phrase(vi: "Mức xếp loại", en: "Class") }
  package static var decides: Phrase { Phrase(vi: "quyết định", en: "decides") }
  package static var nobodyEvaluates: Phrase { Phrase(vi: "chưa có ai đánh giá", en: "nobody yet") }
  package static var wouldRateOneself: Phrase {
    Phrase(vi: "sẽ tự đánh giá mình", en: "would rate themselves")
  }
  package static var nobodyReviewed: Phrase { Phrase(vi: "Không có trường hợp nào", en: "Nobody here") }
  package static var nobodyReviewedMeaning: Phrase {
    Phrase(
      vi: "Đơn vị không đánh giá ai trong đợt này, hoặc không ai ở tình trạng đã chọn.",
      en: "The unit evaluates nobody in this round, or nobody stands as chosen."
    )
  }

  package static var classesAndCap: Phrase {
    Phrase(vi: "Xếp loại và tỷ lệ xuất sắc", en: "Classes and the cap on excellent")
  }
  package static func capSet(_ percent: Quantity, _ base: String) -> Phrase {
    Phrase(
      vi: "Xuất sắc không quá \(quantity(percent).text)%: \(base.lowercasedFirst)",
      en: "At most \(quantity(percent).text)% excellent: \(base.lowercasedFirst)"
    )
  }
  package static var noCapSet: Phrase { Phrase(vi: "Đợt này không đặt tỷ lệ", en: "The round sets no cap") }
  package static var capGroupTitle: Phrase { Phrase(vi: "Nhóm tương đồng", en: "Group alike") }
  package static var withinCap: Phrase {
    Phrase(vi: "Xuất sắc trong tỷ lệ", en: "Excellent within the cap")
  }
  package static var aboveCap: Phrase { Phrase(vi: "Vượt tỷ lệ", en: "Above the cap") }
  package static var capProposed: Phrase { Phrase(vi: "Đề nghị xuất sắc", en: "Proposed") }
  package static var capAllowed: Phrase { Phrase(vi: "Được phép", en: "Allowed") }
  package static var capOver: Phrase { Phrase(vi: "Vượt", en: "Over") }
  package static var capToMove: Phrase { Phrase(vi: "Phải chuyển xuống tốt", en: "To move down") }
  package static var capInTheEnd: Phrase { Phrase(vi: "Khi đó", en: "Then") }
  package static var capMovingOne: Phrase { Phrase(vi: "Nếu chuyển một", en: "Moving one allows") }
  package static var capLeft: Phrase { Phrase(vi: "Còn chỗ", en: "Places left") }
  package static func finalClasses(_ excellent: Int, _ good: Int) -> Phrase {
    Phrase(vi: "\(excellent) xuất sắc, \(good) tốt", en: "\(excellent) excellent, \(good) good")
  }
  package static var lowestProposed: Phrase {
    Phrase(vi: "Điểm thấp nhất trong số đề nghị xuất sắc:", en: "Lowest of those proposed:")
  }
  package static var choiceIsYours: Phrase {
    Phrase(
      vi: "Chuyển ai là quyền của tập thể; lý do được lưu cùng quyết định.",
      en: "Whom to move down is the committee's choice; its reason is kept."
    )
  }
  package static var comparedWithBefore: Phrase {
    Phrase(vi: "So với kỳ trước", en: "Beside the time before")
  }
  package static var thisTime: Phrase { Phrase(vi: "Kỳ này", en: "This time") }
  package static var timeBefore: Phrase { Phrase(vi: "Kỳ trước", en: "Before") }
  package static var resultAndReasons: Phrase {
    Phrase(vi: "Mức xếp loại và căn cứ", en: "The class and its reasons")
  }
  package static var notRatedYet: Phrase { Phrase(vi: "chưa xếp loại", en: "not rated yet") }
  package static var reviewScore: Phrase { Phrase(vi: "Điểm", en: "Score") }
  package static func reviewPoints(_ score: Quantity) -> Phrase {
    Phrase(vi: "\(quantity(score).text) điểm", en: "\(quantity(score).text) points")
  }
  package static func reviewPointsOf(_ score: Quantity, _ general: Quantity, _ results: Quantity) -> Phrase {
    Phrase(
      vi:
        "\(quantity(score).text) điểm (tiêu chí chung \(quantity(general).text), kết quả \(quantity(results).text))",
      en:
        "\(quantity(score).text) points (general \(quantity(general).text), results \(quantity(results).text))"
    )
  }
  package static func agreedOf(_ agreed: Int, _ all: Int) -> Phrase {
    Phrase(vi: "\(agreed)/\(all) đồng ý", en: "\(agreed) of \(all) agreed")
  }
  package static var whyOtherwise: Phrase {
    Phrase(vi: "Lý do, nếu khác kết quả theo quy định", en: "Why, where it is not what the rules give")
  }
  package static var whatWasSaid: Phrase { Phrase(vi: "Ý kiến các bước", en: "What was said") }
  package static var nothingSaid: Phrase { Phrase(vi: "Chưa có ý kiến nào", en: "Nothing was said yet") }
  package static var nothingSaidMeaning: Phrase {
    Phrase(
      vi: "Đợt kiểm điểm bắt đầu bằng bản tự kiểm điểm.",
      en: "A review begins with the subject's own words."
    )
  }
  package static var nothingSaidToYou: Phrase {
    Phrase(
      vi: "Đánh giá của người khác hiện ra khi kết quả được công bố.",
      en: "What others say is shown when the round is published."
    )
  }
  package static var draftOnly: Phrase { Phrase(vi: "bản nháp, chưa chuyển", en: "a draft, not passed on") }
  package static var whereInTheTime: Phrase {
    Phrase(vi: "Nơi sinh hoạt trong kỳ", en: "At home in the time")
  }
  package static var cellsTheyFollow: Phrase {
    Phrase(vi: "Kết quả các chi bộ được phân công theo dõi", en: "The cells they follow")
  }
  package static var classesBefore: Phrase { Phrase(vi: "Các lần xếp loại trước", en: "Classes before") }
  package static var pointsGeneral: Phrase {
    Phrase(vi: "Điểm tiêu chí chung", en: "Points: general criteria")
  }
  package static var pointsResults: Phrase {
    Phrase(vi: "Điểm kết quả nhiệm vụ", en: "Points: results of tasks")
  }
  package static var votesAgreed: Phrase { Phrase(vi: "Số phiếu đồng ý", en: "Votes that agreed") }
  package static var votesAll: Phrase { Phrase(vi: "Trong tổng số", en: "Of how many") }
  package static var selfReviewText: Phrase {
    Phrase(
      vi: "Tự kiểm điểm: ưu điểm, hạn chế, hướng khắc phục",
      en: "Own review: strengths, limitations, remedies"
    )
  }
  package static var reviewText: Phrase { Phrase(vi: "Nhận xét", en: "Remarks") }
  package static var keepDraft: Phrase { Phrase(vi: "Lưu nháp", en: "Keep as a draft") }
  package static var passOn: Phrase { Phrase(vi: "Ghi và chuyển", en: "Record and pass on") }
  package static var decideRating: Phrase { Phrase(vi: "Quyết định xếp loại", en: "Decide") }
  package static var statedTitle: Phrase { Phrase(vi: "Số liệu khai thêm", en: "Stated beside the record") }
  package static var statedWhat: Phrase { Phrase(vi: "Nội dung", en: "What") }
  package static var statedQuantity: Phrase {
    Phrase(vi: "Giá trị (có = 1, không = 0)", en: "Value (yes = 1, no = 0)")
  }
  package static var statedNote: Phrase { Phrase(vi: "Căn cứ, ghi chú", en: "Ground or note") }
  package static var stateIt: Phrase { Phrase(vi: "Khai", en: "State") }
  package static var reviewMattersTitle: Phrase {
    Phrase(vi: "Gợi ý, khắc phục, khiếu nại", en: "Suggestions, remedies, objections")
  }
  package static var matterText: Phrase { Phrase(vi: "Nội dung", en: "Text") }
  package static var matterDue: Phrase { Phrase(vi: "Hạn", en: "Due") }
  package static var matterAnswer: Phrase { Phrase(vi: "Kết quả hoặc trả lời", en: "What came of it") }
  package static var raiseIt: Phrase { Phrase(vi: "Ghi", en: "Record") }
  package static var answerIt: Phrase { Phrase(vi: "Báo kết quả, trả lời", en: "Answer") }
}
