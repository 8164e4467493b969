/// Words about long pieces of work: what they are, how far they are, what came of them.
extension Phrase {
  package static var jobs: Phrase { Phrase(vi: "Tiến trình", en: "Jobs") }
  package static var jobsMeaning: Phrase {
    Phrase(
      vi: "Những việc lâu, vẫn chạy khi trang đã đóng. Kết quả và tệp được giữ 7 ngày.",
      en: "Long work that goes on when its page is closed. Results and files are kept for 7 days."
    )
  }
  package static var jobsOfAll: Phrase {
    Phrase(
      vi: "Tiến trình của mọi tài khoản. Nội dung danh sách chỉ mở cho người đã gửi.",
      en: "The jobs of every account. What is in a list opens only to who sent it."
    )
  }
  package static var noJobs: Phrase { Phrase(vi: "Chưa có tiến trình nào.", en: "There are no jobs.") }
  package static var noJobsMeaning: Phrase {
    Phrase(
      vi: "Nhập danh sách hay kiểm tra chuỗi nhật ký sẽ hiện ở đây.",
      en: "Bringing in lists or verifying the journal shows here."
    )
  }
  package static var job: Phrase { Phrase(vi: "Việc", en: "Job") }
  package static var jobState: Phrase { Phrase(vi: "Tình trạng", en: "State") }
  package static var jobMade: Phrase { Phrase(vi: "Yêu cầu lúc", en: "Asked for") }
  package static var jobEnded: Phrase { Phrase(vi: "Kết thúc lúc", en: "Ended") }
  package static var jobProgress: Phrase { Phrase(vi: "Tiến độ", en: "Progress") }

  /// What kind of work it is, by its code.
  package static func jobKind(_ code: String) -> Phrase {
    switch code {
    case "importPreview": Phrase(vi: "Xem trước danh sách nhập", en: "Preview of lists to bring in")
    case "importCommit": Phrase(vi: "Nhập danh sách", en: "Bringing in lists")
    case "verifyJournal": Phrase(vi: "Kiểm tra chuỗi nhật ký", en: "Verification of the journal")
    case "signPlan": Phrase(vi: "Thực hiện phương án sắp xếp", en: "Carrying out a plan of reorganisation")
    default: Phrase(verbatim: code)
    }
  }

  package static func jobState(_ code: String) -> Phrase {
    switch code {
    case "waiting": Phrase(vi: "đang chờ đến lượt", en: "waiting its turn")
    case "running": Phrase(vi: "đang chạy", en: "running")
    case "done": Phrase(vi: "đã xong", en: "done")
    case "failed": Phrase(vi: "không thành", en: "failed")
    case "stopped": Phrase(vi: "đã dừng", en: "stopped")
    default: Phrase(verbatim: code)
    }
  }

  /// What it is doing, by its code.
  package static func jobStep(_ code: String) -> Phrase {
    switch code {
    case "reading": Phrase(vi: "Đang đọc danh sách", en: "Reading the lists")
    case "judging":
      Phrase(
        vi: "Đang đối chiếu với quy tắc và hồ sơ",
        en: "Holding the rows against the rules and the record"
      )
    case "closing": Phrase(vi: "Đang hoàn tất", en: "Putting what is new in order")
    case "describing": Phrase(vi: "Đang ghi lại kết quả", en: "Writing down what was found")
    case "passingOn": Phrase(vi: "Đang chuyển đảng viên", en: "Passing members on")
    case "verifying": Phrase(vi: "Đang kiểm từng dòng nhật ký", en: "Verifying entry by entry")
    default: Phrase(vi: "Đang bắt đầu", en: "Beginning")
    }
  }

  package static func countedOf(_ done: Int, _ total: Int?) -> Phrase {
    guard let total else { return Phrase(verbatim: grouped(done)) }
    return Phrase(verbatim: "\(grouped(done)) / \(grouped(total))")
  }
  /// The same in lines: rows of lists, entries of the journal.
  package static func countedLines(_ done: Int, _ total: Int?) -> Phrase {
    Phrase(vi: "\(countedOf(done, total)) dòng", en: "\(countedOf(done, total)) lines")
  }
  package static func timeLeft(seconds: Int) -> Phrase {
    if seconds < 90 {
      let shown = max(seconds, 1)
      return Phrase(vi: "còn khoảng \(shown) giây", en: "about \(plural(shown, "second", "seconds")) left")
    }
    let minutes = (seconds + 30) / 60
    return Phrase(
      vi: "còn khoảng \(grouped(minutes)) phút",
      en: "about \(plural(minutes, "minute", "minutes")) left"
    )
  }
  package static var jobGoesOn: Phrase {
    Phrase(
      vi: "Có thể đóng trang này; việc vẫn chạy tiếp.",
      en: "This page may be closed; the work goes on."
    )
  }
  package static var seeProgress: Phrase { Phrase(vi: "Xem tiến độ", en: "See how far it is") }
  package static var stopJob: Phrase { Phrase(vi: "Dừng", en: "Stop") }
  package static var jobStops: Phrase {
    Phrase(vi: "Đang dừng. Không có gì được ghi.", en: "It is stopping. Nothing is written.")
  }
  package static var jobStopsElsewhere: Phrase {
    Phrase(
      vi: "Đã yêu cầu dừng. Máy chủ đang chạy việc này sẽ dừng khi nhận được yêu cầu.",
      en: "Asked to stop. The server that runs it stops when it hears of it."
    )
  }
  /// How old what is told of work on another server is.
  package static func jobToldAt(_ moment: String) -> Phrase {
    Phrase(
      vi: "Việc chạy trên máy chủ khác. Tiến độ ghi nhận lúc \(moment).",
      en: "It runs on another server. This is how far it was at \(moment)."
    )
  }
  package static var cannotStopNow: Phrase {
    Phrase(vi: "Chưa dừng được lúc này.", en: "It cannot be stopped just now.")
  }
  package static var cannotStopNowMeaning: Phrase {
    Phrase(
      vi:
        "Hồ sơ đang có việc lớn được ghi từ máy chủ khác, nên yêu cầu dừng chưa chuyển đến được. Chờ ít giây rồi bấm Dừng lần nữa. Nếu khi đó danh sách đã nhập xong, có thể hủy cả lần nhập từ dòng nhật ký của nó.",
      en:
        "Another server is writing something large, so the wish to stop cannot reach it. Wait a few seconds and stop it again. If the lists are in by then, all of it can be annulled from its entry in the journal."
    )
  }
  package static var jobStopped: Phrase {
    Phrase(vi: "Đã dừng theo yêu cầu.", en: "It was stopped, as asked.")
  }
  package static var nothingWasWritten: Phrase {
    Phrase(vi: "Không có gì được ghi vào hồ sơ.", en: "Nothing was written to the record.")
  }
  package static var doAgain: Phrase { Phrase(vi: "Làm lại", en: "Do it again") }
  package static var allJobs: Phrase { Phrase(vi: "Mọi tiến trình", en: "All jobs") }

  /// Why it came to nothing, by its code.
  package static func jobFailure(_ code: String) -> Phrase {
    switch code {
    case "vanished":
      Phrase(vi: "Máy chủ ngừng giữa chừng.", en: "The server went down in the middle of it.")
    case "moved":
      Phrase(vi: "Hồ sơ đã thay đổi từ khi xem trước.", en: "The record has changed since the preview.")
    case "nothing": Phrase(vi: "Không có gì mới để ghi.", en: "There was nothing new to write.")
    case "unreadable": Phrase(vi: "Tệp không đọc được.", en: "A file cannot be read.")
    case "noLists": Phrase(vi: "Không có danh sách nào trong tệp.", en: "There is no list in the file.")
    case "refused": Phrase(vi: "Không được phép làm việc này.", en: "This is not allowed.")
    case "gone":
      Phrase(vi: "Tệp đã quá 7 ngày và không còn.", en: "The files are older than 7 days and gone.")
    default: Phrase(vi: "Đã có lỗi khi thực hiện.", en: "Something broke.")
    }
  }

  /// What to do about it.
  package static func jobFailureAdvice(_ code: String) -> Phrase {
    switch code {
    case "vanished":
      Phrase(
        vi: "Không có gì được ghi dở dang. Có thể làm lại; dù làm lại mấy lần cũng chỉ ghi một lần.",
        en: "Nothing is half done. Do it again: however often, it is written once."
      )
    case "moved":
      Phrase(
        vi: "Không có gì được ghi. Xem trước lại trên hồ sơ hiện nay rồi quyết định.",
        en: "Nothing was written. Preview it again on the record as it is now, and decide then."
      )
    case "nothing":
      Phrase(vi: "Mọi dòng nhận được đều đã có trong hồ sơ.", en: "Every sound row is in the record already.")
    case "noLists":
      Phrase(
        vi: "Sổ .xlsx cần có trang tên units, members, affiliations hoặc posts. Tải tệp mẫu để xem.",
        en: "A book needs a sheet called units, members, affiliations or posts. The templates show how."
      )
    case "gone", "unreadable":
      Phrase(vi: "Sửa hoặc lưu lại tệp rồi gửi lại.", en: "Mend or save the file anew, and send it again.")
    case "refused":
      Phrase(vi: "Quyền có thể vừa được thu lại. Không có gì được ghi.", en: "Nothing was written.")
    default:
      Phrase(
        vi: "Không có gì được ghi. Làm lại; nếu vẫn lỗi, báo người quản trị.",
        en: "Nothing was written. Do it again; if it fails again, tell the administrator."
      )
    }
  }

  // MARK: The journal's chain

  package static var verifyChain: Phrase { Phrase(vi: "Kiểm tra chuỗi", en: "Verify the chain") }
  package static var chainHead: Phrase { Phrase(vi: "Mã băm dòng cuối", en: "Hash of the last entry") }
  package static func chainHead(_ digits: String) -> Phrase {
    Phrase(vi: "mã băm dòng cuối \(digits)", en: "hash of the last entry \(digits)")
  }
  package static func chainVerified(_ count: Int) -> Phrase {
    Phrase(
      vi: "Chuỗi liền mạch: \(grouped(count)) dòng đã kiểm.",
      en: "The chain holds: \(plural(count, "entry", "entries")) verified."
    )
  }
  package static var seeJournal: Phrase { Phrase(vi: "Xem nhật ký", en: "See the journal") }
}
