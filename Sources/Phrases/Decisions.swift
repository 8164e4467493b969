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
