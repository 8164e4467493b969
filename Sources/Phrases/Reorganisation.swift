package import Basics
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
    case .planNotOpen(let state):
      Phrase(vi: "phương án \(planState(state.rawValue))", en: "the plan is \(planState(state.rawValue))")
    case .ofUnit(let unit, let refusal):
      Phrase(vi: "\(unit): \(self.refusal(refusal))", en: "\(unit): \(self.refusal(refusal))")
    case .absorption(let obstacle): absorption(obstacle)
    default: meeting(refusal)
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

  package static let plan = Phrase(vi: "phương án", en: "plan")
  package static let plansOfReorganisation = Phrase(vi: "Phương án sắp xếp", en: "Plans of reorganisation")
  package static let reorganisationsMeaning = Phrase(
    vi:
      "Sáp nhập, chia tách, chuyển, thành lập, giải thể: soạn, đối chiếu với dữ liệu hiện tại, người thứ hai ký.",
    en:
      "Mergers, divisions, moves, new units and ends: written down, held against the record, signed by a second person."
  )
  package static let noPlansYet = Phrase(vi: "Chưa có phương án nào", en: "No plan yet")
  package static let newPlan = Phrase(vi: "Phương án mới", en: "New plan")
  package static let planTitle = Phrase(vi: "Tên phương án", en: "Title")
  package static let planText = Phrase(vi: "Nội dung phương án", en: "The plan")
  package static let planTextHint = Phrase(
    vi:
      "Mỗi việc một dòng; đơn vị và đảng viên ghi bằng mã. Các việc: merge, split, found, move, rename, change, dissolve.",
    en:
      "A line for each step; units and members by their codes. Steps: merge, split, found, move, rename, change, dissolve."
  )
  package static let checkPlan = Phrase(vi: "Đối chiếu", en: "Check")
  package static let keepPlan = Phrase(vi: "Lưu phương án", en: "Keep the plan")
  package static let submitPlan = Phrase(vi: "Trình ký", en: "Hand in for signing")
  package static let signPlan = Phrase(vi: "Ký và thực hiện", en: "Sign and carry out")
  package static let returnPlan = Phrase(vi: "Trả lại để sửa", en: "Send back")
  package static let giveUpPlan = Phrase(vi: "Bỏ phương án", en: "Give the plan up")
  package static let planWhy = Phrase(vi: "Lý do trả lại hoặc bỏ", en: "Why it is sent back or given up")
  package static let secondPersonSigns = Phrase(
    vi: "Người trình không tự ký; chờ người thứ hai có quyền.",
    en: "Whoever handed it in does not sign it; it waits for a second person with the right."
  )
  package static let balanceSheet = Phrase(vi: "Bảng cân đối", en: "Balance sheet")
  package static let planStepTitle = Phrase(vi: "Việc", en: "Step")
  package static let planHeirs = Phrase(vi: "Tiếp nhận", en: "Takes over")
  package static let planUnits = Phrase(vi: "Đơn vị", en: "Units")
  package static let planMembers = Phrase(vi: "Đảng viên", en: "Members")
  package static let planPosts = Phrase(vi: "Chức vụ", en: "Posts")
  package static let planMatters = Phrase(vi: "Việc chưa xong", en: "Open matters")
  package static let planVersions = Phrase(vi: "Các lần sửa", en: "Versions")
  package static let planStateTitle = Phrase(vi: "Tình trạng", en: "State")
  package static let planEffective = Phrase(vi: "Có hiệu lực từ", en: "In force from")
  package static let planChanged = Phrase(vi: "Sửa lần cuối", en: "Last changed")

  package static func planStep(_ number: Int) -> Phrase {
    Phrase(vi: "Việc \(number):", en: "Step \(number):")
  }

  package static func planStepName(_ name: String) -> Phrase {
    switch name {
    case "found": Phrase(vi: "Thành lập", en: "Found")
    case "rename": Phrase(vi: "Đổi tên", en: "Rename")
    case "change": Phrase(vi: "Đổi loại hình", en: "Change")
    case "move": Phrase(vi: "Chuyển trực thuộc", en: "Move")
    case "merge": Phrase(vi: "Sáp nhập", en: "Merge")
    case "split": Phrase(vi: "Chia tách", en: "Divide")
    case "dissolve": Phrase(vi: "Giải thể", en: "Dissolve")
    default: Phrase(verbatim: name)
    }
  }

  package static func planState(_ code: String) -> Phrase {
    switch code {
    case "draft": Phrase(vi: "đang soạn", en: "being written")
    case "submitted": Phrase(vi: "đã trình, chờ ký", en: "handed in, to be signed")
    case "carriedOut": Phrase(vi: "đã ký và thực hiện", en: "signed and carried out")
    case "withdrawn": Phrase(vi: "đã bỏ", en: "given up")
    default: Phrase(verbatim: code)
    }
  }

  package static func planStateSentence(_ code: String) -> Phrase {
    Phrase(vi: "Phương án \(planState(code))", en: "This plan is \(planState(code))")
  }

  /// A plan to begin with: the form, and nothing that would happen.
  package static func planTemplate(_ day: CivilDate) -> String {
    """
    effective: \(day)
    decision: {number: "", signed: \(day), issuer: ""}
    steps:
      - merge: {units: [], into: ""}

    """
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
