/// Words about who may come in and what they may see.
extension Phrase {
  package static var signIn: Phrase { Phrase(vi: "Đăng nhập", en: "Sign in") }
  package static var accountName: Phrase { Phrase(vi: "Tên tài khoản", en: "Account name") }
  package static var password: Phrase { Phrase(vi: "Mật khẩu", en: "Password") }
  package static var organisationRecord: Phrase {
    Phrase(vi: "Hồ sơ tổ chức", en: "Record of the organisation")
  }
  package static var resetInPerson: Phrase {
    Phrase(
      vi: "Quên mật khẩu thì đến văn phòng cấp ủy để được cấp lại.",
      en: "A forgotten password is reset in person at the committee office."
    )
  }
  package static var wrongNameOrPassword: Phrase {
    Phrase(vi: "Tên hoặc mật khẩu không đúng.", en: "The name or the password is wrong.")
  }
  package static func triesLeft(_ count: Int) -> Phrase {
    Phrase(
      vi: "Còn \(grouped(count)) lần thử trước khi tạm dừng.",
      en: "\(plural(count, "try", "tries")) left before a pause."
    )
  }
  package static var tooManyTries: Phrase {
    Phrase(vi: "Đã thử quá nhiều lần.", en: "There were too many tries.")
  }
  package static func tryAgainIn(_ minutes: Int) -> Phrase {
    Phrase(
      vi: "Thử lại sau \(grouped(minutes)) phút.",
      en: "Try again in \(plural(minutes, "minute", "minutes"))."
    )
  }
  package static var accountLocked: Phrase {
    Phrase(vi: "Tài khoản này đang bị khóa.", en: "This account is locked.")
  }
  package static var accountLockedMeaning: Phrase {
    Phrase(
      vi: "Văn phòng cấp ủy mở khóa được, khi bạn đến trực tiếp.",
      en: "The committee office can unlock it, in person."
    )
  }
  package static var signedOut: Phrase { Phrase(vi: "Bạn đã đăng xuất.", en: "You are signed out.") }
  package static var sessionEnded: Phrase {
    Phrase(vi: "Phiên làm việc đã hết hạn.", en: "Your session has ended.")
  }
  package static var signInAgain: Phrase {
    Phrase(vi: "Đăng nhập để tiếp tục ở trang vừa mở.", en: "Sign in to go on where you were.")
  }
  package static var whoBelongs: Phrase {
    Phrase(
      vi: "Một hồ sơ: ai ở trong tổ chức, từ khi nào, theo quyết định nào.",
      en: "One record of who belongs, since when, and by which decision."
    )
  }
  package static var readingIsWritten: Phrase {
    Phrase(
      vi: "Mỗi lần mở một hồ sơ đều được ghi lại, và người có hồ sơ xem được.",
      en: "Each opening of a person's file is written down, and that person can see it."
    )
  }

  package static var notFound: Phrase { Phrase(vi: "Không có trang này.", en: "There is no such page.") }
  package static var notFoundMeaning: Phrase {
    Phrase(
      vi: "Địa chỉ có thể gõ sai, hoặc nói về nơi ngoài phạm vi của bạn.",
      en: "The address may be mistyped, or speak of what is outside your reach."
    )
  }
  package static var notYours: Phrase {
    Phrase(vi: "Việc này không thuộc quyền của bạn.", en: "This is not yours to do.")
  }
  package static func yourReach(_ role: String, _ unit: String) -> Phrase {
    Phrase(
      vi: "Bạn là \(role) của \(unit) và xem được đơn vị đó cùng các đơn vị bên dưới.",
      en: "You are \(role) for \(unit), and may see it and what stands below it."
    )
  }
  package static var howToAsk: Phrase {
    Phrase(
      vi: "Cần thêm quyền thì đề nghị người quản trị của cấp ủy.",
      en: "To be given more, ask the administrator of your committee."
    )
  }
  package static var failed: Phrase {
    Phrase(vi: "Trang này không lập được.", en: "This page could not be made.")
  }
  package static var failedMeaning: Phrase {
    Phrase(
      vi: "Không có gì bị thay đổi. Lỗi đã được ghi lại cho người quản trị.",
      en: "Nothing was changed. The fault is written down for the administrator."
    )
  }
  package static func requestNumber(_ number: String) -> Phrase {
    Phrase(vi: "Số của yêu cầu: \(number)", en: "Request \(number)")
  }
  package static var backToBoard: Phrase { Phrase(vi: "Về trang tổng quan", en: "To the board") }
  package static var refused: Phrase { Phrase(vi: "Không thực hiện được.", en: "This was refused.") }
  package static var formTooOld: Phrase {
    Phrase(vi: "Biểu mẫu này đã cũ.", en: "This form is too old.")
  }
}
