package import Basics

/// Words of transfers with two sides.
extension Phrase {
  package static var transfers: Phrase { Phrase(vi: "Chuyển sinh hoạt", en: "Transfers") }
  package static var transferTitle: Phrase {
    Phrase(vi: "Chuyển sinh hoạt đảng", en: "Transfer of activities")
  }
  package static func transfersOf(_ name: String) -> Phrase {
    Phrase(vi: "Chuyển sinh hoạt đảng của \(name)", en: "Transfers of \(name)")
  }
  package static func transfersSentence(_ unit: String, on date: CivilDate) -> Phrase {
    Phrase(
      vi: "Người chuyển đi, chuyển đến và sinh hoạt tạm thời, đến ngày \(day(date))",
      en: "Who leaves, who comes and who is here for a time, as of \(day(date))"
    )
  }

  package static func transferKind(_ code: String) -> Phrase {
    switch code {
    case "official": Phrase(vi: "chính thức", en: "official")
    case "temporary": Phrase(vi: "tạm thời", en: "temporary")
    default: Phrase(verbatim: code)
    }
  }

  package static func transferEvent(_ code: String) -> Phrase {
    switch code {
    case "newJob": Phrase(vi: "chuyển công tác", en: "new job")
    case "retirement": Phrase(vi: "nghỉ hưu", en: "retirement")
    case "move": Phrase(vi: "chuyển nơi cư trú", en: "moved home")
    case "study": Phrase(vi: "đi học", en: "studies")
    default: Phrase(verbatim: code)
    }
  }

  package static func transferState(_ code: String) -> Phrase {
    switch code {
    case "asked": Phrase(vi: "đã đề nghị", en: "asked for")
    case "sent": Phrase(vi: "đã giới thiệu", en: "letter sent")
    case "received": Phrase(vi: "đã tiếp nhận", en: "received")
    case "returned": Phrase(vi: "đã trả lại", en: "returned")
    case "withdrawn": Phrase(vi: "đã rút", en: "given up")
    case "lapsed": Phrase(vi: "hết hiệu lực", en: "lapsed")
    case "passedOn": Phrase(vi: "đơn vị kế thừa làm tiếp", en: "goes on with those that took over")
    default: Phrase(verbatim: code)
    }
  }

  package static func transferAsker(_ code: String) -> Phrase {
    switch code {
    case "member": Phrase(vi: "đảng viên đề nghị", en: "asked for by the member")
    case "source": Phrase(vi: "nơi đi đề nghị", en: "asked for where they leave")
    case "target": Phrase(vi: "nơi đến đề nghị", en: "asked for where they come")
    default: Phrase(verbatim: code)
    }
  }

  // MARK: Lists

  package static func transferTab(_ code: String) -> Phrase {
    switch code {
    case "leaving": Phrase(vi: "Chuyển đi", en: "Leaving")
    case "coming": Phrase(vi: "Chuyển đến", en: "Coming")
    case "temporary": Phrase(vi: "Sinh hoạt tạm thời", en: "Here for a time")
    default: Phrase(verbatim: code)
    }
  }
  package static var transferLists: Phrase {
    Phrase(vi: "Các danh sách chuyển sinh hoạt", en: "Lists of transfers")
  }
  package static var waitingOnly: Phrase { Phrase(vi: "Đang chờ", en: "Waiting") }
  package static var overOnly: Phrase { Phrase(vi: "Đã xong", en: "Over") }
  package static var noTransfersWaiting: Phrase {
    Phrase(vi: "Không có việc nào đang chờ", en: "Nothing is waiting")
  }
  package static var noTransfersWaitingMeaning: Phrase {
    Phrase(
      vi: "Mọi đề nghị chuyển sinh hoạt ở đây đã làm xong, hoặc chưa có ai đề nghị.",
      en: "Every transfer here is done, or nobody has asked for one."
    )
  }
  package static var noTransfersOver: Phrase { Phrase(vi: "Chưa có việc nào xong", en: "None is over") }
  package static var noTransfersOverMeaning: Phrase {
    Phrase(
      vi: "Việc đã tiếp nhận, trả lại hoặc rút sẽ hiện ở đây.",
      en: "Those received, returned or given up appear here."
    )
  }
  package static var noStays: Phrase {
    Phrase(vi: "Không có ai sinh hoạt tạm thời", en: "Nobody is here for a time")
  }
  package static var noStaysMeaning: Phrase {
    Phrase(
      vi: "Người sinh hoạt tạm thời vẫn tính ở nơi sinh hoạt chính thức.",
      en: "Who takes part for a time is still counted at home."
    )
  }
  package static var member: Phrase { Phrase(vi: "Đảng viên", en: "Member") }
  package static var leavesUnit: Phrase { Phrase(vi: "Nơi đi", en: "From") }
  package static var comesToUnit: Phrase { Phrase(vi: "Nơi đến", en: "To") }
  package static var occasion: Phrase { Phrase(vi: "Lý do, ngày", en: "Event, day") }
  package static var waitsOn: Phrase { Phrase(vi: "Đang chờ", en: "Waits on") }
  package static var askingTerm: Phrase { Phrase(vi: "Hạn làm thủ tục", en: "To be asked for by") }
  package static var presentingTerm: Phrase {
    Phrase(vi: "Hạn nộp giấy giới thiệu", en: "To be presented by")
  }
  package static func waitsSince(_ since: CivilDate, _ days: Int) -> Phrase {
    Phrase(
      vi: "từ \(day(since)), \(grouped(days)) ngày",
      en: "since \(day(since)), \(plural(days, "day", "days"))"
    )
  }
  package static func waitsOnUnit(_ unit: String, toSend: Bool) -> Phrase {
    toSend
      ? Phrase(vi: "\(unit) cấp giấy giới thiệu", en: "\(unit), to send the letter")
      : Phrase(vi: "\(unit) tiếp nhận", en: "\(unit), to receive")
  }
  package static func waitsOnArrival(_ outside: String) -> Phrase {
    Phrase(vi: "xác nhận đã đến \(outside)", en: "word that they arrived at \(outside)")
  }
  package static func termStanding(_ code: String) -> Phrase {
    switch code {
    case "inTime": Phrase(vi: "đúng hạn", en: "in time")
    case "due": Phrase(vi: "còn hạn", en: "term running")
    case "late": Phrase(vi: "quá hạn", en: "late")
    default: Phrase(verbatim: code)
    }
  }
  package static var noRuleThatDay: Phrase {
    Phrase(vi: "chưa rõ quy định của ngày ấy", en: "no rule known for that day")
  }
  package static func noCalendar(_ year: Int) -> Phrase {
    Phrase(vi: "chưa có lịch làm việc năm \(year)", en: "no calendar of working days for \(year)")
  }
  package static var stayEnds: Phrase { Phrase(vi: "Đến ngày", en: "Until") }
  package static func daysLeft(_ days: Int) -> Phrase {
    Phrase(vi: "còn \(grouped(days)) ngày", en: "\(plural(days, "day", "days")) left")
  }
  package static var endsTomorrow: Phrase { Phrase(vi: "hết hạn hôm nay", en: "ends with today") }
  package static var noEndStated: Phrase { Phrase(vi: "chưa ghi ngày hết hạn", en: "no end stated") }
  package static var homeCell: Phrase { Phrase(vi: "Nơi sinh hoạt chính thức", en: "Home") }
  package static var hostCell: Phrase { Phrase(vi: "Nơi sinh hoạt tạm thời", en: "Takes part in") }
  package static var windowTitle: Phrase { Phrase(vi: "Theo quy định", en: "By the rule") }

  // MARK: One transfer

  package static var askForTransfer: Phrase {
    Phrase(vi: "Đề nghị chuyển sinh hoạt", en: "Ask for a transfer")
  }
  package static var askSomebodyHere: Phrase {
    Phrase(vi: "Đề nghị người chuyển đến", en: "Ask for somebody to come here")
  }
  package static var sendRequest: Phrase { Phrase(vi: "Gửi đề nghị", en: "Send the request") }
  package static var wholeNameHint: Phrase {
    Phrase(vi: "Cả họ và tên, đúng với mã đảng viên", en: "The whole name, as it goes with the number")
  }
  package static func transferStep(_ code: String) -> Phrase {
    switch code {
    case "send": Phrase(vi: "Cấp giấy giới thiệu", en: "Send with a letter")
    case "receive": Phrase(vi: "Tiếp nhận", en: "Receive")
    case "arrived": Phrase(vi: "Xác nhận đã đến nơi", en: "Record the arrival")
    case "return": Phrase(vi: "Trả lại giấy giới thiệu", en: "Return the letter")
    case "withdraw": Phrase(vi: "Rút đề nghị", en: "Give it up")
    default: Phrase(verbatim: code)
    }
  }
  package static var theSteps: Phrase { Phrase(vi: "Các bước", en: "Steps") }
  package static var theLetter: Phrase { Phrase(vi: "Giấy giới thiệu", en: "Letter of introduction") }
  package static func letterOf(_ number: String, _ date: CivilDate) -> Phrase {
    Phrase(vi: "số \(number), ngày \(day(date))", en: "\(number) of \(day(date))")
  }
  package static var presentedOn: Phrase { Phrase(vi: "Nộp giấy ngày", en: "Presented on") }
  package static var hereFrom: Phrase { Phrase(vi: "Sinh hoạt ở nơi mới từ", en: "There from") }
  package static var askedOn: Phrase { Phrase(vi: "Ngày đề nghị", en: "Asked for on") }
  package static var temporaryUntil: Phrase { Phrase(vi: "Tạm thời đến ngày", en: "For a time, until") }
  package static var noteTitle: Phrase { Phrase(vi: "Ghi chú", en: "Note") }
  package static var whyTitle: Phrase { Phrase(vi: "Lý do", en: "Why") }
  package static var theTerms: Phrase { Phrase(vi: "Thời hạn", en: "Terms") }
  package static func countedAt(_ unit: String) -> Phrase {
    Phrase(
      vi: "Đảng viên vẫn tính ở \(unit) cho đến ngày được tiếp nhận.",
      en: "The member counts in \(unit) until the day they are received."
    )
  }
  package static var stayCountedAtHome: Phrase {
    Phrase(
      vi: "Chuyển tạm thời: vẫn tính ở nơi sinh hoạt chính thức, chỉ sinh hoạt ở nơi đến.",
      en: "For a time: still counted at home, taking part where they come."
    )
  }
  package static var allTheirTransfers: Phrase {
    Phrase(vi: "Mọi lần chuyển sinh hoạt", en: "All transfers")
  }
  package static func transferUnderWay(_ from: String, _ to: String) -> Phrase {
    Phrase(
      vi: "Đang chuyển sinh hoạt từ \(from) đến \(to)",
      en: "A transfer from \(from) to \(to) is under way"
    )
  }
  package static var noTransfers: Phrase { Phrase(vi: "Chưa có lần nào", en: "There is none") }
  package static var noTransfersMeaning: Phrase {
    Phrase(
      vi: "Chuyển công tác, nghỉ hưu hoặc đổi nơi cư trú thì đề nghị chuyển sinh hoạt ở đây.",
      en: "After a new job, retirement or a move, a transfer is asked for here."
    )
  }

  // MARK: Forms

  package static var whereTo: Phrase { Phrase(vi: "Chuyển đến đơn vị", en: "To which unit") }
  package static var whereToHint: Phrase {
    Phrase(vi: "Mã hoặc tên chi bộ, đảng bộ trong tỉnh", en: "Code or name of a unit of this record")
  }
  package static var outsideUnit: Phrase {
    Phrase(vi: "Hoặc tổ chức ngoài hồ sơ này", en: "Or an organisation outside this record")
  }
  package static var outsideHint: Phrase {
    Phrase(vi: "Ví dụ: Đảng bộ thành phố Hà Nội", en: "For example a committee of another province")
  }
  package static var kindOfTransfer: Phrase { Phrase(vi: "Hình thức", en: "Kind") }
  package static var eventTitle: Phrase { Phrase(vi: "Lý do chuyển", en: "Event") }
  package static var happenedOn: Phrase { Phrase(vi: "Ngày có việc đó", en: "Day of the event") }
  package static var happenedHint: Phrase {
    Phrase(
      vi: "Ngày quyết định chuyển công tác, nghỉ hưu hoặc ngày đổi nơi cư trú: thời hạn tính từ ngày này",
      en: "The day of the decision or of the move: the term runs from it"
    )
  }
  package static var untilHint: Phrase {
    Phrase(
      vi: "Chỉ khi chuyển tạm thời: ngày đầu không còn ở đó",
      en: "Only for a time: the first day no longer there"
    )
  }
  package static var letterNumber: Phrase { Phrase(vi: "Số giấy giới thiệu", en: "Number of the letter") }
  package static var letterDay: Phrase { Phrase(vi: "Ngày giấy giới thiệu", en: "Day of the letter") }
  package static var receivingUnit: Phrase { Phrase(vi: "Chi bộ tiếp nhận", en: "Received in") }
  package static var firstDayThere: Phrase { Phrase(vi: "Ngày đầu sinh hoạt ở đây", en: "First day here") }
  package static var firstDayGone: Phrase {
    Phrase(vi: "Ngày đầu không còn tính ở đây", en: "First day no longer counted here")
  }
  package static var fromThisDayCounted: Phrase {
    Phrase(
      vi: "Đến hết ngày hôm trước vẫn tính ở nơi đi; từ ngày này tính ở nơi đến.",
      en: "Up to the day before they count where they leave, from this day where they come."
    )
  }
  package static var fromThisDayGone: Phrase {
    Phrase(
      vi: "Từ ngày này đảng viên ra khỏi danh sách ở đây, lý do: chuyển ra ngoài.",
      en: "From this day they are off the roll here: transferred to elsewhere."
    )
  }
  package static var dayOfStep: Phrase { Phrase(vi: "Ngày", en: "Day") }
}
