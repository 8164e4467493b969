/// Words about accounts, as those who keep them say it.
extension Phrase {
  package static var accounts: Phrase { Phrase(vi: "Tài khoản", en: "Accounts") }
  package static func accountCount(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) tài khoản", en: plural(count, "account", "accounts"))
  }
  package static var openAccount: Phrase { Phrase(vi: "Mở tài khoản", en: "Open an account") }
  package static var accountSearch: Phrase { Phrase(vi: "Tên tài khoản, tên hiển thị", en: "Name") }
  package static var accountRoleTitle: Phrase { Phrase(vi: "Vai trò", en: "Role") }
  package static var unitCodeOrName: Phrase { Phrase(vi: "Đơn vị (mã hoặc tên)", en: "Unit (code or name)") }
  package static var accountState: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var narrowAccounts: Phrase { Phrase(vi: "Lọc", en: "Show") }
  package static var allAccounts: Phrase { Phrase(vi: "Bỏ lọc", en: "Show all") }
  package static func accountState(_ code: String) -> Phrase {
    switch code {
    case "open": Phrase(vi: "không bị khóa", en: "not locked")
    case "locked": Phrase(vi: "bị khóa", en: "locked")
    case "secondFactor": Phrase(vi: "có xác thực hai bước", en: "with two-step sign-in")
    case "neverSignedIn": Phrase(vi: "chưa đăng nhập lần nào", en: "never signed in")
    default: Phrase(verbatim: code)
    }
  }
  package static var lastSignIn: Phrase { Phrase(vi: "Đăng nhập gần nhất", en: "Last sign-in") }
  package static var neverSignedIn: Phrase { Phrase(vi: "chưa lần nào", en: "never") }
  package static var displayName: Phrase { Phrase(vi: "Tên hiển thị", en: "Display name") }
  package static var noAccounts: Phrase {
    Phrase(vi: "Không có tài khoản nào như vậy.", en: "There is no such account.")
  }
  package static var noAccountsMeaning: Phrase {
    Phrase(
      vi: "Bộ lọc có thể quá hẹp; bỏ bớt một điều kiện rồi thử lại.",
      en: "The filters may be too narrow; drop one and look again."
    )
  }

  package static var accountsAreOfToday: Phrase {
    Phrase(vi: "Tài khoản và quyền luôn hiện theo hôm nay.", en: "Accounts and rights are always of today.")
  }
  package static var accountsReadOnly: Phrase {
    Phrase(vi: "Về hôm nay để thay đổi.", en: "Go back to today to change them.")
  }

  // One account.
  package static var belongsTo: Phrase { Phrase(vi: "Của đảng viên", en: "Belongs to") }
  package static var noMember: Phrase { Phrase(vi: "không gắn với đảng viên nào", en: "no member") }
  package static var passwordSince: Phrase { Phrase(vi: "Mật khẩu từ", en: "Password since") }
  package static var failedTries: Phrase { Phrase(vi: "Nhập sai gần đây", en: "Failed tries") }
  package static func failedTries(_ count: Int, _ moment: String) -> Phrase {
    Phrase(
      vi: "\(grouped(count)) lần, gần nhất \(moment)",
      en: "\(plural(count, "time", "times")), last \(moment)"
    )
  }
  package static var rightsOfAccount: Phrase { Phrase(vi: "Quyền", en: "Rights") }
  package static var grantInForce: Phrase { Phrase(vi: "đang có hiệu lực", en: "in force") }
  package static var grantEnded: Phrase { Phrase(vi: "đã hết", en: "ended") }
  package static var grantToCome: Phrase { Phrase(vi: "chưa đến ngày", en: "to come") }
  package static var noGrants: Phrase { Phrase(vi: "Chưa được cấp quyền nào.", en: "No right was granted.") }
  package static var noGrantsMeaning: Phrase {
    Phrase(
      vi: "Tài khoản đăng nhập được nhưng chỉ xem được hồ sơ của chính mình, nếu gắn với một đảng viên.",
      en: "The account can sign in, and sees only its own file when it belongs to a member."
    )
  }
  package static var grantDays: Phrase { Phrase(vi: "Thời gian", en: "Days") }
  package static var grantRights: Phrase { Phrase(vi: "Cấp quyền", en: "Grant rights") }
  package static var withdrawRight: Phrase { Phrase(vi: "Thu quyền", en: "Withdraw") }
  package static var withdrawFrom: Phrase {
    Phrase(vi: "Ngày đầu tiên không còn quyền", en: "First day without the right")
  }
  package static var withdrawMeaning: Phrase {
    Phrase(
      vi: "Ngày bắt đầu hoặc trước đó thì coi như chưa từng cấp; nhật ký vẫn giữ cả hai lần ghi.",
      en: "The day it began, or earlier, takes it back as if never given; the journal keeps both."
    )
  }
  package static var openSignIns: Phrase { Phrase(vi: "Phiên đang mở", en: "Open sign-ins") }
  package static var noOpenSignIns: Phrase { Phrase(vi: "Không có phiên nào.", en: "There are none.") }
  package static var sessionBegan: Phrase { Phrase(vi: "Bắt đầu", en: "Began") }
  package static var sessionEnds: Phrase { Phrase(vi: "Hết hạn", en: "Ends") }
  package static var thisDevice: Phrase { Phrase(vi: "thiết bị này", en: "this device") }
  package static var signOutEverywhere: Phrase {
    Phrase(vi: "Đăng xuất mọi nơi", en: "Sign out everywhere")
  }
  package static var accountDeeds: Phrase {
    Phrase(vi: "Việc với tài khoản này", en: "Deeds on this account")
  }
  package static var lockAccount: Phrase { Phrase(vi: "Khóa tài khoản", en: "Lock the account") }
  package static var lockMeaning: Phrase {
    Phrase(
      vi: "Khóa thì đăng xuất mọi nơi; quyền giữ nguyên và có lại khi mở khóa.",
      en: "Locking signs it out everywhere; its rights stay and are back when it is unlocked."
    )
  }
  package static var unlockAccount: Phrase { Phrase(vi: "Mở khóa", en: "Unlock") }
  package static var resetPassword: Phrase { Phrase(vi: "Cấp lại mật khẩu", en: "Reset the password") }
  package static var resetMeaning: Phrase {
    Phrase(
      vi: "Mật khẩu mới thay ngay mật khẩu cũ, mở khóa và đăng xuất mọi nơi.",
      en: "The new password takes over at once, unlocks the account and signs it out everywhere."
    )
  }
  package static var passwordHow: Phrase { Phrase(vi: "Mật khẩu do", en: "The password is") }
  package static var passwordMade: Phrase {
    Phrase(vi: "hệ thống tạo, hiện một lần", en: "made, and shown once")
  }
  package static var passwordTyped: Phrase { Phrase(vi: "tôi nhập bên dưới", en: "typed below") }
  package static var passwordIfTyped: Phrase {
    Phrase(vi: "Mật khẩu, nếu tự nhập", en: "The password, if typed")
  }
  package static func passwordHint(_ minimum: Int) -> Phrase {
    Phrase(
      vi: "Ít nhất \(minimum) ký tự; một câu dài dễ nhớ thì tốt hơn ký tự lạ.",
      en: "At least \(minimum) characters; a long phrase is better than odd signs."
    )
  }

  // Opening one.
  package static var accountNameHint: Phrase {
    Phrase(
      vi: "Không dấu cách, không dấu hai chấm; không đổi được về sau.",
      en: "Without spaces and colons; it cannot be changed later."
    )
  }
  package static var memberNumber: Phrase {
    Phrase(vi: "Số đảng viên trong hồ sơ, nếu có", en: "Member's number in the record, if any")
  }
  package static var memberNumberHint: Phrase {
    Phrase(
      vi: "Người này sẽ xem được hồ sơ của chính mình.",
      en: "This person will see their own file."
    )
  }
  package static var firstRight: Phrase { Phrase(vi: "Quyền đầu tiên", en: "First right") }
  package static var noFirstRight: Phrase { Phrase(vi: "chưa cấp", en: "none yet") }
  package static var grantFrom: Phrase { Phrase(vi: "Từ ngày", en: "From") }
  package static var grantUntil: Phrase {
    Phrase(vi: "Đến ngày (ngày đầu tiên không còn quyền), nếu có", en: "Until (first day without it), if any")
  }
  package static var seeWhatRoleMayDo: Phrase {
    Phrase(vi: "Xem quyền trước khi cấp", en: "See what it allows")
  }
  package static func grantTo(_ name: String) -> Phrase {
    Phrase(vi: "Cấp quyền cho \(name)", en: "Grant rights to \(name)")
  }
  package static var recordGrant: Phrase { Phrase(vi: "Ghi nhận cấp quyền", en: "Record the grant") }
  package static func withdrawOf(_ name: String) -> Phrase {
    Phrase(vi: "Thu quyền của \(name)", en: "Withdraw a right of \(name)")
  }

  // What is shown once.
  package static func passwordShown(_ account: String) -> Phrase {
    Phrase(vi: "Mật khẩu của \(account)", en: "The password of \(account)")
  }
  package static var shownOnce: Phrase {
    Phrase(
      vi: "Chỉ hiện một lần này. Ghi lại, trao tận tay, và nhắc người nhận đổi sau lần đăng nhập đầu.",
      en: "Shown this once. Write it down, hand it over in person, and ask for it to be changed."
    )
  }
  package static var shownBefore: Phrase {
    Phrase(
      vi: "Việc này đã làm rồi và mật khẩu đã hiện một lần. Nếu chưa kịp ghi, hãy cấp lại mật khẩu.",
      en: "This was done before, and the password was shown then. If it was not written down, reset it."
    )
  }
  package static var backWithoutDoing: Phrase { Phrase(vi: "Quay lại", en: "Back") }
  package static var toTheAccount: Phrase { Phrase(vi: "Đến tài khoản", en: "To the account") }
}
