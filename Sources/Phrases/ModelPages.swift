package import Basics

/// The pages of models: a unit's own, the board of the units below, one assessment.
extension Phrase {
  package static var modelsTitle: Phrase { Phrase(vi: "Mô hình", en: "Models") }
  package static func modelsMeaning(_ year: Int) -> Phrase {
    Phrase(
      vi: "Tự chấm, thẩm định và công nhận theo mô hình, năm \(String(year))",
      en: "Graded, verified and recognised by models in \(String(year))"
    )
  }
  package static var modelsOwn: Phrase { Phrase(vi: "Của đơn vị", en: "The unit's own") }
  package static var modelsOwnNone: Phrase {
    Phrase(vi: "Đơn vị chưa tự chấm năm nào", en: "The unit has graded itself in no year")
  }
  package static var modelsOwnNoneMeaning: Phrase {
    Phrase(
      vi: "Mỗi năm đơn vị tự chấm từng tiêu chí rồi gửi cấp trên thẩm định.",
      en: "Each year a unit grades itself line by line, and the unit above verifies it."
    )
  }
  package static var modelStateTitle: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var modelDecision: Phrase { Phrase(vi: "Quyết định", en: "Decision") }
  package static var modelBelow: Phrase { Phrase(vi: "Tình trạng các đơn vị", en: "Where the units stand") }
  package static var modelByUnit: Phrase { Phrase(vi: "Theo đơn vị trực thuộc", en: "By the units below") }
  package static var modelRates: Phrase {
    Phrase(vi: "Tỷ lệ được công nhận qua các năm", en: "Share recognised, by year")
  }
  package static var modelRatesMeaning: Phrase {
    Phrase(
      vi: "Số đơn vị được công nhận trên tổng số đơn vị thuộc diện đánh giá, theo cây tổ chức cuối mỗi năm.",
      en: "Units recognised of all the model is for, by the tree at the end of each year."
    )
  }
  package static var modelEligible: Phrase { Phrase(vi: "Thuộc diện", en: "In question") }
  package static var modelLevel: Phrase { Phrase(vi: "Loại hình", en: "Kind of unit") }
  package static var modelNoUnits: Phrase {
    Phrase(vi: "Không có đơn vị nào", en: "There is no such unit")
  }
  package static var modelNoUnitsMeaning: Phrase {
    Phrase(
      vi: "Không đơn vị nào thuộc diện của mô hình này, hoặc không đơn vị nào ở tình trạng đã chọn.",
      en: "The model is for no unit here, or none stands as chosen."
    )
  }
  package static var modelNone: Phrase {
    Phrase(vi: "Năm này chưa có mô hình nào", en: "No model is in force in that year")
  }
  package static var modelNoneMeaning: Phrase {
    Phrase(
      vi: "Mô hình là một bộ quy định có phần tiêu chí; cơ quan có thể ban hành mô hình riêng.",
      en: "A model is a rulebook with criteria; an office may put its own in force."
    )
  }
  package static func modelRate(_ count: Int, of all: Int) -> Phrase {
    Phrase(vi: "\(count)/\(all)", en: "\(count) of \(all)")
  }

  // One assessment.
  package static func modelAssessmentOf(_ year: Int) -> Phrase {
    Phrase(vi: "Năm \(String(year))", en: "Year \(String(year))")
  }
  package static var modelGives: Phrase { Phrase(vi: "Theo mô hình", en: "By the model") }
  package static var modelOpen: Phrase { Phrase(vi: "chưa đủ căn cứ", en: "left open") }
  package static var modelProposal: Phrase {
    Phrase(
      vi: "Kết quả theo mô hình chỉ là đề xuất; người có thẩm quyền quyết định.",
      en: "What the model gives is a proposal; whoever is competent decides."
    )
  }
  package static var modelCriteria: Phrase { Phrase(vi: "Tiêu chí", en: "Criteria") }
  package static var modelVetoes: Phrase { Phrase(vi: "Điều kiện loại trừ", en: "Veto conditions") }
  package static var modelCriterion: Phrase { Phrase(vi: "Tiêu chí", en: "Criterion") }
  package static var modelEvidence: Phrase { Phrase(vi: "Minh chứng trong hồ sơ", en: "In the record") }
  package static var modelNoEvidence: Phrase { Phrase(vi: "không có", en: "nothing") }
  package static func modelLeast(_ grade: Phrase) -> Phrase {
    Phrase(vi: "từ mức \(grade.text.lowercased()) trở lên", en: "\(grade.text.lowercased()) or better")
  }
  package static var modelFound: Phrase { Phrase(vi: "Có vi phạm", en: "Found") }
  package static var modelNotFound: Phrase { Phrase(vi: "Không có", en: "Not found") }
  package static func modelArticle(_ article: Int) -> Phrase {
    Phrase(vi: "Điều \(article)", en: "Article \(article)")
  }
  package static var modelArticles: Phrase {
    Phrase(vi: "Những điều đảng viên không được làm", en: "What members may not do")
  }
  package static var modelArticlesField: Phrase {
    Phrase(vi: "Vi phạm điều số", en: "Articles violated")
  }
  package static var modelArticlesHint: Phrase {
    Phrase(
      vi: "Số điều của Quy định 37, cách nhau bằng dấu phẩy",
      en: "Numbers of Regulation 37, with commas"
    )
  }
  package static var modelNote: Phrase { Phrase(vi: "Ghi chú", en: "Note") }
  package static var modelNotGraded: Phrase { Phrase(vi: "Chưa chấm", en: "Not graded") }
  package static var modelRecordShows: Phrase { Phrase(vi: "hồ sơ: đạt", en: "the record: met") }
  package static var modelRecordRefutes: Phrase { Phrase(vi: "hồ sơ: chưa đạt", en: "the record: not met") }
  package static var modelRecordSilent: Phrase {
    Phrase(vi: "hồ sơ: chưa có số liệu", en: "the record: no figures")
  }
  package static var modelScoreTitle: Phrase { Phrase(vi: "Đơn vị tự chấm", en: "The unit's own grades") }
  package static var modelVerifyTitle: Phrase { Phrase(vi: "Cấp trên thẩm định", en: "Verify") }
  package static var modelDecideTitle: Phrase { Phrase(vi: "Quyết định công nhận", en: "Decide") }
  package static var modelKeepDraft: Phrase { Phrase(vi: "Lưu nháp", en: "Keep for now") }
  package static var modelSendUp: Phrase { Phrase(vi: "Gửi cấp trên", en: "Send up") }
  package static var modelVerify: Phrase {
    Phrase(vi: "Ghi kết quả thẩm định", en: "Record what was verified")
  }
  package static var modelRecognise: Phrase { Phrase(vi: "Công nhận", en: "Recognise") }
  package static var modelRefuse: Phrase { Phrase(vi: "Không công nhận", en: "Do not recognise") }
  package static var modelReturn: Phrase { Phrase(vi: "Trả lại đơn vị", en: "Send back") }
  package static var modelWhyBack: Phrase {
    Phrase(vi: "Cần xem lại điều gì", en: "What is to be looked at again")
  }
  package static var modelCameBack: Phrase { Phrase(vi: "Cấp trên trả lại", en: "Sent back from above") }
  package static var modelSigner: Phrase { Phrase(vi: "Người ký quyết định", en: "Who decides") }
  package static var modelNumber: Phrase { Phrase(vi: "Số quyết định", en: "Number of the decision") }
  package static var modelDay: Phrase { Phrase(vi: "Ngày quyết định", en: "Day of the decision") }
  package static var modelReason: Phrase {
    Phrase(vi: "Lý do, nếu khác kết quả theo mô hình", en: "Reason, when it is not what the model gives")
  }
  package static var modelWhyOtherwise: Phrase { Phrase(vi: "Lý do", en: "Reason") }
  package static var modelVerifier: Phrase { Phrase(vi: "Cấp thẩm định", en: "Verified by") }
  package static var modelDecider: Phrase { Phrase(vi: "Cấp công nhận", en: "Recognised by") }
  package static var modelSentOn: Phrase { Phrase(vi: "Gửi cấp trên", en: "Sent up") }
  package static var modelProfile: Phrase { Phrase(vi: "Khung tiêu chí", en: "Profile") }
  package static func modelTakenOver(_ name: String) -> Phrase {
    Phrase(vi: "tiếp nhận từ \(name)", en: "taken over from \(name)")
  }
  package static func modelSigned(_ signer: String, _ on: CivilDate) -> Phrase {
    Phrase(vi: "\(signer) ký ngày \(day(on))", en: "signed by \(signer) on \(on)")
  }
  package static var modelUnverified: Phrase {
    Phrase(
      vi: "Tiêu chí ghi “chưa xác minh” chưa có văn bản gốc; cơ quan có thể ban hành bản riêng.",
      en: "Lines marked unverified lack their text; an office may put its own version in force."
    )
  }
  package static var modelSection: Phrase { Phrase(vi: "Mô hình đánh giá", en: "Model of assessment") }

  // Beside the class of a review.
  package static var modelsAndOutputs: Phrase {
    Phrase(vi: "Mô hình và sản phẩm chuyên đề trong năm", en: "Models and outputs of the year")
  }
  package static var modelsAndOutputsMeaning: Phrase {
    Phrase(
      vi: "Là căn cứ xem xét bên cạnh mức xếp loại; chỉ tính vào mức xếp loại khi quy định có nêu.",
      en: "Looked at beside the class; part of it only where a regulation names it."
    )
  }
  package static var modelsNoneDecided: Phrase {
    Phrase(vi: "Chưa có mô hình nào được quyết định", en: "No model is decided")
  }
}
