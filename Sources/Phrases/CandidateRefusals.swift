import Basics
import Rules

/// Why something cannot be before an admission, or on probation.
extension Phrase {
  static func candidacy(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .notYet(let on): Phrase(vi: "ngày \(day(on)) chưa đến", en: "\(on) has not come yet")
    case .moreThan(let number, let whole):
      Phrase(vi: "\(number) nhiều hơn \(whole)", en: "\(number) is more than \(whole)")
    case .alreadyACandidate(let since):
      Phrase(vi: "đang là quần chúng ưu tú từ \(day(since))", en: "has been a candidate since \(since)")
    case .codeOfCandidate(let code, let since):
      Phrase(
        vi:
          "“\(code)” là mã của quần chúng ưu tú (từ \(day(since))), chưa phải đảng viên; kết nạp từ hồ sơ ấy",
        en: "“\(code)” is a candidate since \(since) and no member; admit them from the candidate's file"
      )
    case .notACandidate(let on):
      Phrase(vi: "ngày \(day(on)) không phải là quần chúng ưu tú", en: "is not a candidate on \(on)")
    case .stillHasCandidates(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) quần chúng ưu tú",
        en: "\(count) candidates would still be in it on \(on)"
      )
    case .noSuchStep: Phrase(vi: "không có bước này", en: "there is no such step")
    case .notOfficial(let on):
      Phrase(vi: "ngày \(day(on)) không phải đảng viên chính thức", en: "is not an official member on \(on)")
    case .stepsMissing(let clauses):
      Phrase(
        vi: "còn thiếu, phải nêu lý do: \(listed(clauses))",
        en: "a reason is needed, for this is missing: \(listed(clauses))"
      )
    case .tooEarlyAgain(let left):
      Phrase(
        vi: "chưa đủ thời gian kể từ khi ra khỏi Đảng \(day(left)), phải nêu lý do",
        en: "a reason is needed: too early after leaving on \(left)"
      )
    case .officialOtherwise(let by):
      Phrase(
        vi: "theo quy định là \(day(by)); ngày khác phải nêu lý do",
        en: "is \(by) by the rule; another day needs a reason"
      )
    case .noProbation(let on):
      Phrase(vi: "ngày \(day(on)) không phải đảng viên dự bị", en: "is not on probation on \(on)")
    default: reorganisation(refusal)
    }
  }

  private static func listed(_ clauses: [Clause]) -> String {
    clauses.map { Phrase($0.text).text.prefix(1).lowercased() + Phrase($0.text).text.dropFirst() }
      .joined(separator: "; ")
  }
}
