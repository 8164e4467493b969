import Rules

/// Why a transfer is refused.
extension Phrase {
  static func transfer(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .transferPending(let since):
      Phrase(
        vi: "đang có đề nghị chuyển sinh hoạt từ \(day(since)); tiếp nhận, trả lại hoặc rút đề nghị đó trước",
        en: "a transfer asked for on \(since) is not over; receive, return or withdraw it first"
      )
    case .transferNotWaiting(let state):
      Phrase(
        vi: "việc chuyển sinh hoạt này đang ở bước khác: \(transferState(state.rawValue))",
        en: "this transfer stands elsewhere: \(transferState(state.rawValue))"
      )
    case .dayAhead(let day):
      Phrase(vi: "ngày \(self.day(day)) chưa đến", en: "\(day) is still to come")
    case .beforeDay(let day): Phrase(vi: "phải từ \(self.day(day)) trở đi", en: "must be \(day) or later")
    case .nobodyChosen: Phrase(vi: "chưa chọn ai", en: "nobody was chosen")
    case .ofPerson(_, let name, let refusal):
      Phrase(vi: "\(name): \(self.refusal(refusal))", en: "\(name): \(self.refusal(refusal))")
    default: rights(refusal)
    }
  }
}
