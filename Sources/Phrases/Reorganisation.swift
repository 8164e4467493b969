package import Rules

/// Plans of reorganisation: what stands in their way, what is to be seen to.
extension Phrase {
  static func reorganisation(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .stillHasMatters(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) việc chưa xong, chưa giao cho ai",
        en: "\(count) open matters would be left with nobody on \(on)"
      )
    case .notAHeir(let unit):
      Phrase(vi: "\(unit) không thuộc các đơn vị tiếp nhận", en: "\(unit) is not one of those that take over")
    case .notDirectlyBelow(let unit, let parent):
      Phrase(vi: "\(unit) không trực thuộc \(parent)", en: "\(unit) does not stand directly under \(parent)")
    case .notAtHome(let person, let unit):
      Phrase(vi: "\(person) không sinh hoạt tại \(unit)", en: "\(person) does not belong to \(unit)")
    case .allottedTwice(let code): Phrase(vi: "\(code) được chia hai lần", en: "\(code) is allotted twice")
    case .twoHolders(let post):
      Phrase(
        vi: "sẽ có hai người giữ chức \(self.post(post.rawValue))",
        en: "two people would hold the post of \(self.post(post.rawValue))"
      )
    case .ofUnit(let unit, let refusal):
      Phrase(vi: "\(unit): \(self.refusal(refusal))", en: "\(unit): \(self.refusal(refusal))")
    default: Phrase(vi: "không hợp lệ", en: "is not possible")
    }
  }

  package static func planAdvice(_ matter: PlanAdvice.Matter) -> Phrase {
    switch matter {
    case .rule(let objection): advice(.rule(objection))
    case .noSecretary: Phrase(vi: "chưa có bí thư", en: "there is no secretary yet")
    case .rightsEnd(let count):
      Phrase(
        vi: "quyền của \(count) tài khoản gắn với đơn vị này hết tác dụng; cần cấp lại cho đơn vị tiếp nhận",
        en: "the rights of \(count) accounts were for this unit; grant them anew for those that take over"
      )
    }
  }

  package static let planCarriedOut = Phrase(vi: "Đã thực hiện phương án", en: "The plan is carried out")
  package static let planUndone = Phrase(vi: "Đã hủy bỏ phương án", en: "The plan is undone")
  package static let planBalanced = Phrase(
    vi: "Cân đối: không sót ai, không sót việc",
    en: "Balanced: nobody and nothing is lost"
  )
  package static let planNotBalanced = Phrase(vi: "Không cân đối", en: "Not balanced")
  package static let planBlocking = Phrase(vi: "Phải xử lý trước", en: "Stands in the way")
  package static let planAdvisory = Phrase(vi: "Cần lưu ý", en: "To be seen to")
  package static let planTotal = Phrase(vi: "Toàn bộ", en: "All units")
}
