package import Rules

/// Models by which units are assessed: their grades, stages and states, why something cannot be, what is recorded.
extension Phrase {
  static func model(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .assessmentIs(let stage):
      Phrase(
        vi: "bản tự chấm đang ở bước “\(modelStage(stage.rawValue).text)”, không làm được việc này",
        en: "the assessment is “\(modelStage(stage.rawValue).text)”; this is not done to it then"
      )
    case .notGraded(let count):
      Phrase(
        vi: "còn \(count) tiêu chí, điều kiện chưa chấm",
        en: "\(count) criteria or conditions are not graded yet"
      )
    case .modelNotForUnit:
      Phrase(
        vi: "mô hình không áp dụng cho loại hình tổ chức này",
        en: "the model has no profile for units of this kind"
      )
    case .deviatesFromModel(let outcome):
      if let outcome {
        Phrase(
          vi: "khác kết quả theo mô hình (\(modelOutcome(outcome.rawValue).text)); phải nêu lý do",
          en: "is not what the model gives (\(modelOutcome(outcome.rawValue).text)); say why"
        )
      } else {
        Phrase(
          vi: "mô hình chưa đủ căn cứ để kết luận; phải nêu lý do",
          en: "the model leaves it open; say why it is decided so"
        )
      }
    default: Phrase(vi: "không hợp lệ", en: "is not possible")
    }
  }

  package static func modelGrade(_ grade: String) -> Phrase {
    switch grade {
    case "poor": Phrase(vi: "Yếu", en: "Poor")
    case "average": Phrase(vi: "Trung bình", en: "Average")
    case "good": Phrase(vi: "Tốt", en: "Good")
    case "excellent": Phrase(vi: "Xuất sắc", en: "Excellent")
    default: Phrase(verbatim: grade)
    }
  }

  package static func modelOutcome(_ outcome: String) -> Phrase {
    switch outcome {
    case "recognised": Phrase(vi: "đạt", en: "met")
    case "notRecognised": Phrase(vi: "chưa đạt", en: "not met")
    default: Phrase(verbatim: outcome)
    }
  }

  package static func modelStage(_ stage: String) -> Phrase {
    switch stage {
    case "drafted": Phrase(vi: "Đang tự chấm", en: "Grading itself")
    case "sent": Phrase(vi: "Chờ thẩm định", en: "Waiting to be verified")
    case "returned": Phrase(vi: "Bị trả lại", en: "Sent back")
    case "verified": Phrase(vi: "Chờ công nhận", en: "Waiting for a decision")
    case "decided": Phrase(vi: "Đã quyết định", en: "Decided")
    default: Phrase(verbatim: stage)
    }
  }

  package static func modelStep(_ step: String) -> Phrase {
    switch step {
    case "own": Phrase(vi: "Tự chấm", en: "Own grade")
    case "verified": Phrase(vi: "Thẩm định", en: "Verified")
    case "decided": Phrase(vi: "Quyết định", en: "Decided")
    default: Phrase(verbatim: step)
    }
  }

  package static func modelState(_ state: String) -> Phrase {
    switch state {
    case "recognised": Phrase(vi: "Được công nhận", en: "Recognised")
    case "notRecognised": Phrase(vi: "Không được công nhận", en: "Not recognised")
    case "nothing": Phrase(vi: "Chưa tự chấm", en: "Nothing begun")
    default: modelStage(state)
    }
  }

  /// A number of the record laid beside a criterion.
  package static func modelFigure(_ figure: ModelFigure) -> Phrase {
    switch figure {
    case .workingRegulation: Phrase(vi: "Quy chế làm việc còn phù hợp", en: "Working regulation up to date")
    case .resolutionsAdopted: Phrase(vi: "Nghị quyết đã ban hành", en: "Resolutions adopted")
    case .resolutionsReceived: Phrase(vi: "Nghị quyết cấp trên đã nhận", en: "Resolutions received")
    case .resolutionsStudied: Phrase(vi: "Nghị quyết cấp trên đã học tập", en: "Resolutions studied")
    case .tasksAssigned: Phrase(vi: "Nhiệm vụ được giao", en: "Tasks assigned")
    case .tasksDone: Phrase(vi: "Nhiệm vụ đã hoàn thành", en: "Tasks done")
    case .tasksOnTime: Phrase(vi: "Nhiệm vụ đúng hạn", en: "Tasks on time")
    case .meetingsRegular: Phrase(vi: "Buổi sinh hoạt thường kỳ", en: "Regular meetings")
    case .meetingsThematic: Phrase(vi: "Buổi sinh hoạt chuyên đề", en: "Thematic meetings")
    case .attendanceObliged: Phrase(vi: "Lượt phải dự sinh hoạt", en: "Attendances obliged")
    case .attendancePresent: Phrase(vi: "Lượt có mặt", en: "Attendances present")
    case .outputsRegistered: Phrase(vi: "Sản phẩm sinh hoạt chuyên đề", en: "Outputs of thematic meetings")
    case .membersDisciplined: Phrase(vi: "Đảng viên bị kỷ luật", en: "Members disciplined")
    case .unitsDisciplined: Phrase(vi: "Tổ chức đảng bị kỷ luật", en: "Units disciplined")
    }
  }

  static func modelFact(_ code: String) -> Phrase {
    switch code {
    case "modelAssessment": Phrase(vi: "Đánh giá theo mô hình", en: "Assessment by a model")
    case "modelMark": Phrase(vi: "Mức của một tiêu chí", en: "Level of a criterion")
    case "workingRegulation": Phrase(vi: "Quy chế làm việc", en: "Working regulation")
    default: Phrase(verbatim: code)
    }
  }

  static func modelField(_ field: String) -> Phrase {
    switch field {
    case "model": Phrase(vi: "Mô hình", en: "Model")
    case "modelStage": Phrase(vi: "Bước", en: "Stage")
    case "modelStep": Phrase(vi: "Bước chấm", en: "Step")
    case "modelState": Phrase(vi: "Tình trạng", en: "State")
    case "assessment": Phrase(vi: "Bản đánh giá", en: "Assessment")
    case "recognised": Phrase(vi: "Công nhận", en: "Recognised")
    case "sent": Phrase(vi: "Gửi cấp trên", en: "Sent up")
    case "regulation": Phrase(vi: "Quy chế", en: "Regulation")
    case "edition": Phrase(vi: "Lần sửa đổi", en: "Version")
    case "adopted": Phrase(vi: "Ngày thông qua", en: "Adopted on")
    case "approved": Phrase(vi: "Phê duyệt ngày", en: "Approved on")
    case "articles": Phrase(vi: "Điều vi phạm", en: "Articles")
    default: Phrase(verbatim: field)
    }
  }

  static func modelDeed(_ code: String) -> Phrase {
    switch code {
    case "beginAssessment": beginAssessment
    case "scoreModel": Phrase(vi: "Tự chấm theo mô hình", en: "Grade by a model")
    case "verifyModel": Phrase(vi: "Thẩm định kết quả tự chấm", en: "Verify the grades")
    case "returnModel": Phrase(vi: "Trả lại bản tự chấm", en: "Send the grades back")
    case "decideModel": Phrase(vi: "Quyết định công nhận mô hình", en: "Decide on recognition")
    case "enterRegulation": enterRegulation
    case "approveRegulation": approveRegulation
    default: Phrase(verbatim: code)
    }
  }

  package static var beginAssessment: Phrase { Phrase(vi: "Bắt đầu tự chấm", en: "Begin grading") }
}
