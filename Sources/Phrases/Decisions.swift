/// Words about decisions: the numbered, dated, signed acts that change the record.
extension Phrase {
  package static var decision: Phrase { Phrase(vi: "Quyết định", en: "Decision") }
  package static var decisionNumber: Phrase { Phrase(vi: "Số", en: "Number") }
  package static var signedOn: Phrase { Phrase(vi: "Ngày ký", en: "Signed") }
  package static var effectiveOn: Phrase { Phrase(vi: "Có hiệu lực", en: "In force from") }
  package static var issuer: Phrase { Phrase(vi: "Cơ quan ban hành", en: "Issued by") }
  package static var signer: Phrase { Phrase(vi: "Người ký", en: "Signed by") }
  package static var basis: Phrase { Phrase(vi: "Căn cứ", en: "Basis") }
  package static var decisionChanged: Phrase {
    Phrase(vi: "Những gì quyết định này đã thay đổi", en: "What this decision changed")
  }
  package static var subject: Phrase { Phrase(vi: "Đối tượng", en: "Whom or what") }
  package static var change: Phrase { Phrase(vi: "Thay đổi", en: "Change") }
  package static var since: Phrase { Phrase(vi: "từ", en: "since") }
  package static var decisionsTitle: Phrase { Phrase(vi: "Quyết định", en: "Decisions") }
  package static var decisionsMeaning: Phrase {
    Phrase(
      vi: "Các quyết định trong phạm vi của bạn, mới ký trước. Mỗi quyết định mở ra những gì nó đã thay đổi.",
      en: "The decisions in your reach, the newest first. Each opens to what it changed."
    )
  }
  package static var numberBegins: Phrase { Phrase(vi: "Số bắt đầu bằng", en: "Number begins with") }
  package static var signedFrom: Phrase { Phrase(vi: "Ký từ ngày", en: "Signed from") }
  package static var signedTo: Phrase { Phrase(vi: "đến hết ngày", en: "up to and with") }
  package static var carriedOutBy: Phrase { Phrase(vi: "Số việc đã ghi", en: "Entries") }
  package static var searchDecisions: Phrase { Phrase(vi: "Tìm quyết định", en: "Find decisions") }
  package static var noDecisions: Phrase {
    Phrase(vi: "Không có quyết định nào.", en: "There are no decisions.")
  }
  package static var noDecisionsMeaning: Phrase {
    Phrase(
      vi: "Quyết định được lưu khi một việc được ghi theo nó. Thử bớt điều kiện tìm.",
      en: "A decision is filed with the first deed it carries out. Try fewer conditions."
    )
  }
  package static var plansTitle: Phrase { Phrase(vi: "Sắp có hiệu lực", en: "Taking effect") }
  package static var plansMeaning: Phrase {
    Phrase(
      vi: "Những điều đã ghi mà ngày bắt đầu hoặc kết thúc chưa đến. Rút lại được cho đến ngày đó.",
      en: "What is recorded and has not begun, or not ended, yet. It can be withdrawn until then."
    )
  }
  package static var noPlans: Phrase { Phrase(vi: "Chưa có gì sắp có hiệu lực.", en: "Nothing is planned.") }
  package static var noPlansMeaning: Phrase {
    Phrase(
      vi: "Khi một việc được ghi với ngày chưa đến, việc ấy hiện ở đây.",
      en: "A deed recorded for a day to come stands here until that day."
    )
  }
  package static var withdrawPlan: Phrase { Phrase(vi: "Rút lại…", en: "Withdraw…") }
  package static func begins(_ what: String) -> Phrase {
    Phrase(vi: "bắt đầu: \(what)", en: "begins: \(what)")
  }
  package static func ends(_ what: String) -> Phrase { Phrase(vi: "kết thúc: \(what)", en: "ends: \(what)") }
  package static var notCarriedOut: Phrase {
    Phrase(vi: "Quyết định này chưa được thực hiện.", en: "This decision has not been carried out.")
  }
  package static var notCarriedOutMeaning: Phrase {
    Phrase(
      vi: "Khi thực hiện, từng thay đổi sẽ hiện ở đây.",
      en: "When it is, each change it made stands here."
    )
  }
}
