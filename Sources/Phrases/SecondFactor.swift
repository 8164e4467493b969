/// Words about two-step sign-in.
extension Phrase {
  package static var secondFactor: Phrase { Phrase(vi: "Xác thực hai bước", en: "Two-step sign-in") }
  package static var secondFactorMeaning: Phrase {
    Phrase(
      vi: """
        Ngoài mật khẩu, mỗi lần đăng nhập cần mã sáu số trên điện thoại. Ai biết mật khẩu mà không có \
        điện thoại của bạn thì không vào được.
        """,
      en: """
        Besides the password, each sign-in asks a code of six digits from your phone. Who knows the \
        password and has not the phone stays out.
        """
    )
  }
  package static func factorOn(_ moment: String, codesLeft: Int) -> Phrase {
    Phrase(
      vi: "Bật từ \(moment); còn \(grouped(codesLeft)) mã dự phòng",
      en: "On since \(moment); \(plural(codesLeft, "recovery code", "recovery codes")) left"
    )
  }
  package static var factorIsOff: Phrase { Phrase(vi: "Chưa bật", en: "Off") }
  package static func factorDemanded(_ role: String) -> Phrase {
    Phrase(vi: "Vai trò \(role) bắt buộc có.", en: "The role of \(role) must have it.")
  }
  package static var turnOn: Phrase { Phrase(vi: "Bật xác thực hai bước", en: "Turn two-step sign-in on") }
  package static var turnOff: Phrase { Phrase(vi: "Tắt xác thực hai bước", en: "Turn two-step sign-in off") }
  package static var takeFactorAway: Phrase {
    Phrase(vi: "Gỡ xác thực hai bước", en: "Take two-step sign-in away")
  }
  package static var takeFactorAwayMeaning: Phrase {
    Phrase(
      vi:
        "Cho người mất điện thoại và hết mã dự phòng, sau khi gặp trực tiếp. Tài khoản bị đăng xuất mọi nơi.",
      en: "For somebody who lost the phone and the codes, met in person. It is signed out everywhere."
    )
  }

  // Setting it up.
  package static var scanCode: Phrase {
    Phrase(
      vi: "Mở ứng dụng xác thực trên điện thoại và quét hình này.",
      en: "Open the authenticator app on the phone and scan this."
    )
  }
  package static var scanLabel: Phrase {
    Phrase(vi: "Mã QR chứa khóa của ứng dụng xác thực", en: "QR code with the key for the app")
  }
  package static var orTypeKey: Phrase {
    Phrase(vi: "Không quét được thì nhập khóa này bằng tay", en: "Or type this key")
  }
  package static var thenTypeCode: Phrase {
    Phrase(
      vi: "Nhập mã sáu số mà ứng dụng đang hiện, để chắc chắn điện thoại đã nhận khóa.",
      en: "Type the six digits the app shows now, so that we know it took the key."
    )
  }
  package static var sixDigits: Phrase { Phrase(vi: "Mã sáu số", en: "Six digits") }
  package static func mustEnrol(_ role: String) -> Phrase {
    Phrase(
      vi: "Vai trò \(role) bắt buộc xác thực hai bước. Thiết lập xong thì vào được.",
      en: "The role of \(role) must have two-step sign-in. Set it up to come in."
    )
  }
  package static var recoveryCodes: Phrase { Phrase(vi: "Mã dự phòng", en: "Recovery codes") }
  package static var recoveryMeaning: Phrase {
    Phrase(
      vi: """
        Mỗi mã dùng được một lần thay cho điện thoại. Chỉ hiện một lần này: in ra hoặc chép lại, cất nơi \
        khác với điện thoại.
        """,
      en: """
        Each is good once in place of the phone. They are shown this once: print or copy them, and keep \
        them apart from the phone.
        """
    )
  }
  package static var factorOnNow: Phrase {
    Phrase(vi: "Đã bật xác thực hai bước.", en: "Two-step sign-in is on.")
  }
  package static var codesShownBefore: Phrase {
    Phrase(
      vi: "Việc này đã làm rồi và mã dự phòng đã hiện một lần. Chưa kịp chép thì tắt rồi bật lại.",
      en: "This was done before, and the codes were shown then. If lost, turn it off and on again."
    )
  }
  package static var goOnFromCodes: Phrase { Phrase(vi: "Tiếp tục", en: "Go on") }

  // At the door.
  package static var secondStep: Phrase { Phrase(vi: "Bước thứ hai", en: "Second step") }
  package static var codeFromPhone: Phrase {
    Phrase(
      vi: "Mã sáu số trên điện thoại, hoặc một mã dự phòng",
      en: "Six digits from the phone, or a recovery code"
    )
  }
  package static var codeWithin: Phrase {
    Phrase(
      vi: "Mật khẩu đúng. Bạn có năm phút để nhập mã.",
      en: "The password is right. You have five minutes for the code."
    )
  }
  package static var lostPhone: Phrase {
    Phrase(
      vi: "Mất điện thoại và không còn mã dự phòng thì đến văn phòng cấp ủy.",
      en: "Without the phone and the codes, go to the committee office."
    )
  }
  package static var startAgain: Phrase { Phrase(vi: "Đăng nhập lại từ đầu", en: "Start again") }

  // Who must have it.
  package static var whoMustHaveIt: Phrase {
    Phrase(vi: "Vai trò bắt buộc xác thực hai bước", en: "Roles that must have two-step sign-in")
  }
  package static var nobodyMust: Phrase {
    Phrase(
      vi: "Hiện chưa vai trò nào bắt buộc: mọi người đăng nhập bằng mật khẩu, ai muốn thì tự bật.",
      en: "No role must have it now: people sign in by password, and turn it on if they wish."
    )
  }
  package static var mustMeaning: Phrase {
    Phrase(
      vi: """
        Người có vai trò được chọn mà chưa bật sẽ bị đăng xuất ngay, và phải thiết lập ở lần đăng nhập kế \
        tiếp trước khi vào bất cứ trang nào. Kể cả bạn, nếu bạn có vai trò đó.
        """,
      en: """
        Whoever has such a role and has not turned it on is signed out now, and sets it up at the next \
        sign-in before any page opens. So do you, if you have such a role.
        """
    )
  }
  package static var recordRoles: Phrase { Phrase(vi: "Ghi quy định", en: "Record") }
}
