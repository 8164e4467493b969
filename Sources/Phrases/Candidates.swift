package import Basics

/// Words about people who seek admission, and about members on probation.
extension Phrase {
  package static var candidates: Phrase { Phrase(vi: "Quần chúng ưu tú", en: "Candidates") }
  package static var candidatesModule: Phrase { Phrase(vi: "Kết nạp", en: "Candidates") }
  package static var candidateWord: Phrase { Phrase(vi: "Quần chúng ưu tú", en: "Candidate") }
  package static func candidatesSentence(_ unit: String, on: CivilDate) -> Phrase {
    Phrase(
      vi: "Quần chúng ưu tú đang được \(unit) bồi dưỡng, xem xét kết nạp, ngày \(day(on))",
      en: "Candidates for admission in \(unit) on \(day(on))"
    )
  }
  package static var noCandidates: Phrase {
    Phrase(vi: "Không có quần chúng ưu tú nào", en: "There are no candidates")
  }
  package static var noCandidatesMeaning: Phrase {
    Phrase(
      vi: "Ngày này chi bộ chưa ghi ai đang được bồi dưỡng để kết nạp.",
      en: "On that day nobody is recorded as being prepared for admission."
    )
  }
  package static var noCandidatesFound: Phrase {
    Phrase(vi: "Bộ lọc này không còn ai", en: "Nobody is left by these filters")
  }
  package static var noCandidatesFoundMeaning: Phrase {
    Phrase(vi: "Bỏ bớt bộ lọc để xem cả danh sách.", en: "Drop a filter to see the whole list.")
  }
  package static var everybody: Phrase { Phrase(vi: "Tất cả", en: "All") }
  package static var nextStep: Phrase { Phrase(vi: "Việc tiếp theo", en: "Next step") }
  package static var stepsDone: Phrase { Phrase(vi: "Đã có", en: "Done") }
  package static func ofSteps(_ done: Int, _ all: Int) -> Phrase {
    Phrase(vi: "\(done)/\(all)", en: "\(done) of \(all)")
  }
  package static var waitingSince: Phrase { Phrase(vi: "Chờ từ ngày", en: "Waiting since") }
  package static var waitingAboveSince: Phrase {
    Phrase(vi: "Chờ cấp trên từ ngày", en: "With the committee since")
  }
  package static var committeeGoesOn: Phrase {
    Phrase(
      vi: "Bước này do cấp ủy cấp trên ghi; chi bộ đã làm xong phần của mình.",
      en: "The committee records this; the cell has done its part."
    )
  }
  package static func waitingFor(_ days: Int) -> Phrase {
    Phrase(vi: "đã \(grouped(days)) ngày", en: plural(days, "day", "days"))
  }
  package static var candidateSince: Phrase { Phrase(vi: "Theo dõi từ ngày", en: "Candidate since") }
  package static var sourceOfRecruit: Phrase { Phrase(vi: "Nguồn", en: "Comes from") }
  package static var longestFirst: Phrase { Phrase(vi: "Chờ lâu nhất trước", en: "Longest waiting first") }
  package static var readyForCeremony: Phrase {
    Phrase(vi: "Đủ, tổ chức lễ kết nạp", en: "Complete: hold the ceremony")
  }
  package static var noStepsKnown: Phrase {
    Phrase(vi: "Chưa có quy định cho ngày này", en: "No rule known for that day")
  }
  package static var noRuleKnown: Phrase {
    Phrase(
      vi:
        "Hệ thống chưa có quy định nào có hiệu lực ngày này, nên không tính được điều còn thiếu và thời hạn.",
      en: "No rule is known for that day, so what is missing and the terms cannot be told."
    )
  }
  package static var beginCandidacy: Phrase {
    Phrase(vi: "Thêm quần chúng ưu tú", en: "Add a candidate")
  }

  package static func recruitSource(_ code: String) -> Phrase {
    switch code {
    case "student": Phrase(vi: "Học sinh, sinh viên", en: "Student")
    case "worker": Phrase(vi: "Công nhân", en: "Worker")
    case "cooperative": Phrase(vi: "Hợp tác xã", en: "Cooperative")
    case "privateEnterprise": Phrase(vi: "Doanh nghiệp tư nhân", en: "Private enterprise")
    case "agency": Phrase(vi: "Cơ quan hành chính, sự nghiệp", en: "Agency")
    case "school": Phrase(vi: "Giáo viên, viên chức trường học", en: "School")
    case "armedForces": Phrase(vi: "Lực lượng vũ trang", en: "Armed forces")
    case "retired": Phrase(vi: "Người nghỉ hưu", en: "Retired")
    case "other": Phrase(vi: "Nguồn khác", en: "Other")
    default: Phrase(vi: "Không ghi", en: "Not recorded")
    }
  }

  package static func schooling(_ code: String) -> Phrase {
    switch code {
    case "lowerSecondary":
      Phrase(vi: "Tốt nghiệp trung học cơ sở trở lên", en: "Lower-secondary diploma or more")
    case "exception": Phrase(vi: "Thuộc trường hợp ngoại lệ", en: "Within an exception")
    case "below": Phrase(vi: "Chưa tốt nghiệp trung học cơ sở", en: "Less")
    default: Phrase(verbatim: code)
    }
  }

  package static func candidacyOutcome(_ code: String) -> Phrase {
    switch code {
    case "admitted": Phrase(vi: "Đã kết nạp", en: "Admitted")
    case "withdrawn": Phrase(vi: "Tự nguyện thôi", en: "Withdrawn")
    case "givenUp": Phrase(vi: "Chi bộ thôi xem xét", en: "Given up by the cell")
    default: Phrase(verbatim: code)
    }
  }

  /// A step on the way to an admission, or what else the rule asks, by its name in the rulebook.
  package static func candidateStep(_ code: String) -> Phrase {
    switch code {
    case "course":
      Phrase(vi: "Giấy chứng nhận học lớp nhận thức về Đảng", en: "Awareness-course certificate")
    case "introduction": Phrase(vi: "Người giới thiệu", en: "Introduction")
    case "helper": Phrase(vi: "Phân công đảng viên giúp đỡ", en: "Helper assigned")
    case "application": Phrase(vi: "Đơn xin vào Đảng", en: "Application")
    case "cv": Phrase(vi: "Lý lịch tự khai", en: "Own CV")
    case "check": Phrase(vi: "Thẩm tra lý lịch", en: "Verification of the CV")
    case "massOpinion": Phrase(vi: "Ý kiến tổ chức chính trị - xã hội", en: "Opinion of a mass organisation")
    case "residenceOpinion": Phrase(vi: "Ý kiến nơi cư trú", en: "Opinion of the residence")
    case "cellVote": Phrase(vi: "Nghị quyết của chi bộ", en: "Vote of the cell")
    case "committeeVote": Phrase(vi: "Nghị quyết của đảng ủy cơ sở", en: "Vote of the grassroots committee")
    case "decision": Phrase(vi: "Quyết định kết nạp", en: "Decision to admit")
    case "ceremony": Phrase(vi: "Lễ kết nạp", en: "Ceremony")
    default: Phrase(verbatim: code)
    }
  }

  package static func checkedOf(_ code: String) -> Phrase {
    switch code {
    case "own": Phrase(vi: "Bản thân", en: "The candidate")
    case "father": Phrase(vi: "Cha", en: "Father")
    case "mother": Phrase(vi: "Mẹ", en: "Mother")
    case "spouse": Phrase(vi: "Vợ hoặc chồng", en: "Spouse")
    case "spouseParents": Phrase(vi: "Cha, mẹ của vợ hoặc chồng", en: "Parents of the spouse")
    case "children": Phrase(vi: "Con", en: "Children")
    case "others": Phrase(vi: "Người khác", en: "Others")
    default: Phrase(verbatim: code)
    }
  }

  package static func certificateState(_ code: String, until: CivilDate?) -> Phrase {
    let end = until.map { day($0).text } ?? ""
    return switch code {
    case "expiring":
      Phrase(vi: "Giấy chứng nhận sắp hết giá trị: \(end)", en: "Certificate runs out on \(end)")
    case "expired": Phrase(vi: "Giấy chứng nhận hết giá trị từ \(end)", en: "Certificate ran out on \(end)")
    default: Phrase(vi: "Giấy chứng nhận có giá trị đến \(end)", en: "Certificate good until \(end)")
    }
  }
  package static func certificateFilter(_ code: String) -> Phrase {
    code == "expired"
      ? Phrase(vi: "Giấy chứng nhận hết giá trị", en: "Certificate ran out")
      : Phrase(vi: "Giấy chứng nhận sắp hết giá trị", en: "Certificate runs out soon")
  }

  // One candidate.
  package static func candidateOf(_ unit: String, _ since: CivilDate) -> Phrase {
    Phrase(
      vi: "Quần chúng ưu tú của \(unit) từ ngày \(day(since))",
      en: "Candidate of \(unit) since \(day(since))"
    )
  }
  package static func candidacyEnded(_ outcome: String, _ on: CivilDate) -> Phrase {
    Phrase(
      vi: "\(candidacyOutcome(outcome)) ngày \(day(on))",
      en: "\(candidacyOutcome(outcome)) on \(day(on))"
    )
  }
  package static var candidateSteps: Phrase { Phrase(vi: "Các bước kết nạp", en: "Steps to the admission") }
  package static var candidateConditions: Phrase {
    Phrase(vi: "Điều kiện kết nạp", en: "Conditions of an admission")
  }
  package static var aboutCandidate: Phrase { Phrase(vi: "Về quần chúng", en: "About the candidate") }
  package static var missingYet: Phrase { Phrase(vi: "chưa có", en: "not there yet") }
  package static var notEnough: Phrase { Phrase(vi: "chưa đạt", en: "not met") }
  package static func doneOn(_ on: CivilDate) -> Phrase { Phrase(vi: "ngày \(day(on))", en: day(on).text) }
  package static func askedOn(_ on: CivilDate, answered: CivilDate?) -> Phrase {
    guard let answered else {
      return Phrase(vi: "gửi \(day(on)), chưa có kết quả", en: "asked \(day(on)), not answered")
    }
    return Phrase(
      vi: "gửi \(day(on)), có kết quả \(day(answered))",
      en: "asked \(day(on)), answered \(day(answered))"
    )
  }
  package static func votesOf(_ votes: Int, _ officials: Int, _ present: Int?) -> Phrase {
    Phrase(
      vi: "\(votes)/\(officials) tán thành\(present.map { ", có mặt \($0)" } ?? "")",
      en: "\(votes) of \(officials) in favour\(present.map { ", \($0) present" } ?? "")"
    )
  }
  package static func numbered(_ number: String) -> Phrase { Phrase(vi: "số \(number)", en: "no. \(number)") }
  package static var certificateTitle: Phrase { Phrase(vi: "Lớp nhận thức", en: "Certificate") }
  package static var recordAnswer: Phrase {
    Phrase(vi: "Ghi kết quả thẩm tra", en: "Record the answer")
  }
  package static var recordThis: Phrase { Phrase(vi: "Ghi", en: "Record") }
  package static var recordAgain: Phrase { Phrase(vi: "Ghi thêm", en: "Record another") }
  package static var correctStep: Phrase { Phrase(vi: "Sửa", en: "Correct") }
  package static var unionResolution: Phrase {
    Phrase(vi: "Nghị quyết giới thiệu của đoàn thể", en: "Resolution of the union")
  }
  package static var schoolingTitle: Phrase { Phrase(vi: "Học vấn", en: "Schooling") }
  package static var wasMember: Phrase { Phrase(vi: "Đã từng là đảng viên", en: "Was a member before") }
  package static func earliestAgain(_ on: CivilDate) -> Phrase {
    Phrase(vi: "kết nạp lại sớm nhất \(day(on))", en: "to be admitted again from \(day(on)) at the earliest")
  }
  package static var personFile: Phrase { Phrase(vi: "Hồ sơ cá nhân", en: "Person's file") }
  package static var candidateFile: Phrase { Phrase(vi: "Các bước kết nạp", en: "Steps to the admission") }
  package static var missingBeforeCeremony: Phrase {
    Phrase(vi: "Còn thiếu trước lễ kết nạp", en: "Missing before the ceremony")
  }
  package static var missingBeforeCeremonyMeaning: Phrase {
    Phrase(
      vi: "Vẫn ghi được lễ kết nạp nếu nêu rõ lý do; người ghi chịu trách nhiệm.",
      en: "The ceremony can be recorded all the same with a reason; who records it answers for it."
    )
  }
}
