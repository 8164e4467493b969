/// Words on the page of one's own account, and of the second step at the door.
extension Phrase {
  package static var myRights: Phrase { Phrase(vi: "Quyền của bạn", en: "What you may do") }
  package static var myRightsEmpty: Phrase {
    Phrase(
      vi: "Bạn chưa được cấp quyền nào ngoài xem hồ sơ của chính mình.",
      en: "You have no right beyond seeing your own file."
    )
  }
  package static var allRights: Phrase { Phrase(vi: "Bảng quyền đầy đủ", en: "The whole table of rights") }
  package static var aboutMe: Phrase { Phrase(vi: "Hồ sơ về bạn", en: "What is kept of you") }
  package static func ownFile(_ looks: String) -> Phrase {
    Phrase(
      vi: "Bạn xem được toàn bộ hồ sơ của mình và biết ai đã mở nó. Một năm qua: \(looks).",
      en: "You see your whole file, and who opened it. In the last year: \(looks)."
    )
  }
  package static var openOwnFile: Phrase { Phrase(vi: "Mở hồ sơ của tôi", en: "Open my file") }
  package static var noOwnFile: Phrase {
    Phrase(
      vi: "Tài khoản này không gắn với hồ sơ đảng viên nào.",
      en: "This account belongs to no member's file."
    )
  }
  package static var correctionInPerson: Phrase {
    Phrase(
      vi: "Thấy điều gì sai thì đến văn phòng cấp ủy đề nghị đính chính, mang theo giấy tờ.",
      en: "What is wrong is corrected at the committee office: go in person, with papers."
    )
  }
  package static var keptOfAccount: Phrase {
    Phrase(
      vi: """
        Về tài khoản, hệ thống giữ: tên, quyền, lần đăng nhập gần nhất, các phiên đang mở, số lần nhập sai \
        trong một ngày. Người quản trị xem được những điều này, không xem được mật khẩu.
        """,
      en: """
        Of an account the record keeps its name, rights, last sign-in, open sign-ins and the failed tries \
        of a day. Administrators see these; nobody sees a password.
        """
    )
  }
  package static var changePassword: Phrase { Phrase(vi: "Đổi mật khẩu", en: "Change password") }
  package static var oldPassword: Phrase { Phrase(vi: "Mật khẩu hiện nay", en: "Present password") }
  package static var newPassword: Phrase { Phrase(vi: "Mật khẩu mới", en: "New password") }
  package static var newPasswordAgain: Phrase {
    Phrase(vi: "Mật khẩu mới, nhập lại", en: "New password, again")
  }
  package static var otherDevicesOut: Phrase {
    Phrase(
      vi: "Các thiết bị khác sẽ bị đăng xuất; thiết bị này thì không.",
      en: "Other devices are signed out; this one is not."
    )
  }
  package static var settings: Phrase { Phrase(vi: "Cài đặt", en: "Settings") }

  // Keys.
  package static var shortcuts: Phrase { Phrase(vi: "Phím tắt", en: "Keyboard shortcuts") }
  package static var shortcutsMeaning: Phrase {
    Phrase(
      vi: "Một phím đơn như / hay d làm được việc. Tắt đi nếu bạn dùng giọng nói hoặc hay chạm nhầm phím.",
      en: "Single keys such as / and d do things. Turn them off if you speak to the computer or slip often."
    )
  }
  package static var keysOn: Phrase { Phrase(vi: "Bật", en: "On") }
  package static var keysOff: Phrase { Phrase(vi: "Tắt", en: "Off") }
}
