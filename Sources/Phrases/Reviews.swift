import Basics
import Rules

/// The yearly review: its terms, classes and steps, why something in it cannot be, and what is recorded of it.
extension Phrase {
  static func review(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .roundPublished:
      Phrase(
        vi: "đợt kiểm điểm đã công bố, không sửa được nữa; người được xếp loại có thể khiếu nại",
        en: "the round is published and does not change; whoever was rated may object"
      )
    case .notInRound:
      Phrase(
        vi: "không thuộc đợt kiểm điểm này: không có trong danh sách ngày chốt",
        en: "is not reviewed in this round: not on the roll of the day counted"
      )
    case .nothingAssigned(let number):
      Phrase(
        vi: "chưa được giao nhiệm vụ trong kỳ nên chưa xếp loại được (\(number)); hãy giao nhiệm vụ trước",
        en: "nothing was assigned in the time, so nothing can be rated (\(number)); assign tasks first"
      )
    case .overCap(let over, let allowed):
      Phrase(
        vi: "vượt tỷ lệ xuất sắc \(over) trường hợp, chỉ được \(allowed); hãy chọn ai chuyển xuống",
        en: "\(over) over the cap on excellent, which allows \(allowed); choose who is moved down"
      )
    case .ownReview:
      Phrase(
        vi: "không ai tự xếp loại cho mình hoặc cho đơn vị mình đứng đầu",
        en: "nobody rates themselves, or a unit they lead"
      )
    case .notAnEvaluator:
      Phrase(
        vi: "không có thẩm quyền đánh giá trường hợp này ở bước này",
        en: "does not evaluate this subject in this step"
      )
    case .waitsForEvaluator:
      Phrase(
        vi: "cấp đánh giá trước chưa chuyển kết quả",
        en: "whoever comes before has passed nothing on yet"
      )
    case .reviewsSent(let on):
      Phrase(
        vi: "đơn vị đã gửi kết quả lên cấp trên ngày \(day(on)); chỉ sửa được khi cấp trên trả lại",
        en: "the unit sent its reviews up on \(on); they change only when they are sent back"
      )
    case .reviewsNotSent:
      Phrase(vi: "kết quả chưa được gửi hoặc công bố", en: "the reviews are not sent or published yet")
    case .waitsForUnits(let codes):
      Phrase(
        vi: "còn \(codes.count) đơn vị chưa gửi kết quả: \(first(codes))",
        en: "\(codes.count) units have not sent their reviews: \(first(codes))"
      )
    case .notRated(let count):
      Phrase(vi: "còn \(count) trường hợp chưa xếp loại", en: "\(count) are not rated yet")
    case .deviates(let rule):
      Phrase(
        vi: "khác kết quả theo quy định (\(reviewClass(rule.rawValue).text)); phải nêu lý do",
        en: "is not what the rules give (\(reviewClass(rule.rawValue).text)); say why"
      )
    case .noClassByRules:
      Phrase(
        vi: "quy định chưa cho ra mức xếp loại (thiếu điểm hoặc số liệu); hãy chọn mức",
        en: "the rules give no class yet (points or a figure are missing); choose one"
      )
    case .votersMissing:
      Phrase(vi: "chưa ghi tổng số người bỏ phiếu ở đầu trang", en: "how many voted is not said at the top")
    case .ofSubject(_, let name, let reason):
      Phrase(vi: "\(name): \(Phrase.refusal(reason).text)", en: "\(name): \(Phrase.refusal(reason).text)")
    case .notOfStandingCommittee:
      Phrase(
        vi: "người chỉ đạo phải là ủy viên ban thường vụ của cấp ủy cấp trên đơn vị được kiểm điểm",
        en: "whoever steers a review is of the standing committee of a unit above it"
      )
    case .notFromAbove:
      Phrase(
        vi: "người dự phải thuộc cấp ủy cấp trên hoặc được phân công chỉ đạo đơn vị này",
        en: "whoever attended is of a committee above, or was assigned to steer this unit"
      )
    default: model(refusal)
    }
  }

  /// The first of many codes.
  private static func first(_ codes: [String]) -> String {
    codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? " …" : "")
  }

  package static func reviewTerm(_ term: String) -> Phrase {
    switch term {
    case "month": Phrase(vi: "Tháng", en: "Month")
    case "quarter": Phrase(vi: "Quý", en: "Quarter")
    case "halfYear": Phrase(vi: "Sáu tháng", en: "Half-year")
    case "year": Phrase(vi: "Năm", en: "Year")
    case "term": Phrase(vi: "Nhiệm kỳ", en: "Term of office")
    default: Phrase(verbatim: term)
    }
  }

  package static func reviewClass(_ rating: String) -> Phrase {
    switch rating {
    case "excellent": Phrase(vi: "Hoàn thành xuất sắc nhiệm vụ", en: "Excellently completed")
    case "good": Phrase(vi: "Hoàn thành tốt nhiệm vụ", en: "Completed well")
    case "completed": Phrase(vi: "Hoàn thành nhiệm vụ", en: "Completed")
    case "notCompleted": Phrase(vi: "Không hoàn thành nhiệm vụ", en: "Not completed")
    default: Phrase(verbatim: rating)
    }
  }

  /// The class in one or two words, for tables and bars.
  package static func reviewClassShort(_ rating: String) -> Phrase {
    switch rating {
    case "excellent": Phrase(vi: "Xuất sắc", en: "Excellent")
    case "good": Phrase(vi: "Tốt", en: "Good")
    case "completed": Phrase(vi: "Hoàn thành", en: "Completed")
    case "notCompleted": Phrase(vi: "Không hoàn thành", en: "Not completed")
    default: Phrase(verbatim: rating)
    }
  }

  package static func reviewSort(_ sort: String) -> Phrase {
    switch sort {
    case "organisation": Phrase(vi: "Tổ chức đảng", en: "Organisation")
    case "collective": Phrase(vi: "Tập thể lãnh đạo", en: "Leading collective")
    case "leader": Phrase(vi: "Cá nhân giữ chức vụ", en: "Holder of a post")
    case "individual": Phrase(vi: "Đảng viên", en: "Member")
    default: Phrase(verbatim: sort)
    }
  }

  package static func reviewStep(_ step: String) -> Phrase {
    switch step {
    case "selfReview": Phrase(vi: "Tự kiểm điểm", en: "Self-review")
    case "comment": Phrase(vi: "Góp ý, nhận xét", en: "Comments")
    case "evaluation": Phrase(vi: "Đánh giá, đề nghị", en: "Evaluation")
    case "appraisal": Phrase(vi: "Thẩm định", en: "Appraisal")
    case "decision": Phrase(vi: "Quyết định xếp loại", en: "Decision")
    default: Phrase(verbatim: step)
    }
  }

  package static func reviewState(_ state: String) -> Phrase {
    switch state {
    case "assignFirst": Phrase(vi: "Phải giao nhiệm vụ trước", en: "Assign tasks first")
    case "noEvaluator": Phrase(vi: "Chưa có người đánh giá", en: "Nobody evaluates yet")
    case "open": Phrase(vi: "Chưa bắt đầu", en: "Open")
    case "reviewedSelf": Phrase(vi: "Đã tự kiểm điểm", en: "Reviewed by itself")
    case "evaluated": Phrase(vi: "Chờ cấp tiếp theo", en: "Waits for the next")
    case "decided": Phrase(vi: "Đã xếp loại", en: "Decided")
    default: Phrase(verbatim: state)
    }
  }

  package static func reviewMatter(_ kind: String) -> Phrase {
    switch kind {
    case "suggestion": Phrase(vi: "Gợi ý kiểm điểm", en: "Suggestion for review")
    case "limitation": Phrase(vi: "Hạn chế, khuyết điểm phải khắc phục", en: "Limitation to be put right")
    case "remedyPlan": Phrase(vi: "Kế hoạch khắc phục", en: "Remedy plan")
    case "objection": Phrase(vi: "Khiếu nại kết quả xếp loại", en: "Objection to a class")
    case "attendance": Phrase(vi: "Cấp trên dự, chỉ đạo kiểm điểm", en: "The superior attended")
    default: Phrase(verbatim: kind)
    }
  }

  static func reviewFact(_ code: String) -> Phrase {
    switch code {
    case "reviewRound": reviewRound
    case "reviewMark": Phrase(vi: "Ý kiến trong đợt kiểm điểm", en: "Word in a review")
    case "reviewSent": Phrase(vi: "Gửi kết quả kiểm điểm lên cấp trên", en: "Reviews sent up")
    case "reviewStatement": Phrase(vi: "Số liệu khai thêm để xếp loại", en: "Stated for a review")
    case "reviewSteering": steeringTitle
    case "reviewListing": listResults
    case "reviewMatter": Phrase(vi: "Việc kèm theo kiểm điểm", en: "Matter raised in a review")
    default: modelFact(code)
    }
  }

  static func reviewField(_ field: String) -> Phrase {
    switch field {
    case "term", "reviewTerm": Phrase(vi: "Kỳ kiểm điểm", en: "Term")
    case "counted": Phrase(vi: "Ngày chốt danh sách", en: "Day counted")
    case "selfBy": Phrase(vi: "Hạn tự kiểm điểm", en: "Self-review by")
    case "evaluateBy": Phrase(vi: "Hạn đánh giá, đề nghị", en: "Evaluation by")
    case "decideBy": Phrase(vi: "Hạn quyết định", en: "Decision by")
    case "publishBy": Phrase(vi: "Hạn công bố", en: "Publication by")
    case "percent": Phrase(vi: "Tỷ lệ xuất sắc tối đa (%)", en: "Most excellent (%)")
    case "base", "capBase": Phrase(vi: "Tính trên", en: "Of whom")
    case "rating": Phrase(vi: "Mức xếp loại", en: "Class")
    case "general": Phrase(vi: "Điểm tiêu chí chung", en: "Points: general criteria")
    case "results": Phrase(vi: "Điểm kết quả nhiệm vụ", en: "Points: results of tasks")
    case "subject": Phrase(vi: "Đối tượng", en: "Subject")
    case "reviewStep": Phrase(vi: "Bước", en: "Step")
    case "back": Phrase(vi: "Lý do trả lại", en: "Why it came back")
    case "round": reviewRound
    case "writer": Phrase(vi: "Người viết", en: "Writer")
    case "passed": Phrase(vi: "Đã chuyển", en: "Passed on")
    case "matter": Phrase(vi: "Việc", en: "Matter")
    case "audience": listResultsTo
    default: modelField(field)
    }
  }

  static func reviewDeed(_ code: String) -> Phrase {
    switch code {
    case "openRound": openRound
    case "changeRound": Phrase(vi: "Sửa đợt kiểm điểm", en: "Change the round")
    case "publishRound": publishRound
    case "rateSubject": Phrase(vi: "Ghi ý kiến, mức xếp loại", en: "Say one's word in a review")
    case "rateSubjects":
      Phrase(vi: "Ghi mức xếp loại theo danh sách", en: "Say one's word on many in a review")
    case "stateForReview": Phrase(vi: "Khai số liệu để xếp loại", en: "State for a review")
    case "sendReviews": sendReviews
    case "sendReviewsBack": sendReviewsBack
    case "raiseMatter": Phrase(vi: "Nêu việc kèm theo kiểm điểm", en: "Raise a matter of a review")
    case "assignSteering": assignSteering
    case "endSteering": endSteering
    case "listResults": listResults
    case "answerMatter": Phrase(vi: "Báo kết quả, trả lời", en: "Answer a matter of a review")
    default: modelDeed(code)
    }
  }

  package static func capBase(_ base: String) -> Phrase {
    switch base {
    case "good":
      Phrase(vi: "Số xếp loại tốt (không tính xuất sắc)", en: "Those rated good, excellent not counted")
    case "goodOrBetter": Phrase(vi: "Số xếp loại tốt trở lên", en: "Those rated good or better")
    default: Phrase(verbatim: base)
    }
  }

  package static var reviewRound: Phrase { Phrase(vi: "Đợt kiểm điểm", en: "Round of review") }
  package static var openRound: Phrase { Phrase(vi: "Mở đợt kiểm điểm", en: "Open a round") }
  package static var publishRound: Phrase { Phrase(vi: "Công bố kết quả", en: "Publish") }
  package static var sendReviews: Phrase { Phrase(vi: "Gửi lên cấp trên", en: "Send up") }
  package static var sendReviewsBack: Phrase { Phrase(vi: "Trả lại", en: "Send back") }
}
