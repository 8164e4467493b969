package import Rules

/// What thematic meetings made, votes by name, and how meetings may be held.
extension Phrase {
  package static var outputsTitle: Phrase { Phrase(vi: "Sản phẩm chuyên đề", en: "Thematic outputs") }
  package static func outputsOf(_ unit: String, _ year: Int) -> Phrase {
    Phrase(
      vi: "Sản phẩm sinh hoạt chuyên đề năm \(year) của \(unit)",
      en: "Outputs of thematic meetings of \(unit) in \(year)"
    )
  }
  package static var registerOutput: Phrase { Phrase(vi: "Đăng ký sản phẩm", en: "Register an output") }
  package static var outputKind: Phrase { Phrase(vi: "Loại sản phẩm", en: "Kind") }
  package static var outputTitle: Phrase { Phrase(vi: "Tên sản phẩm", en: "Title") }
  package static var outputLink: Phrase { Phrase(vi: "Đường dẫn", en: "Link") }
  package static var outputLinkHint: Phrase {
    Phrase(
      vi: "Bắt đầu bằng https://; để trống nếu chưa đăng",
      en: "Begins with https://; blank if not shown yet"
    )
  }
  package static var outputMeaning: Phrase {
    Phrase(
      vi: "Chỉ ghi loại, tên và đường dẫn; không ghi gì về người xem hay ý kiến của họ.",
      en: "Kind, title and link only; nothing of those who see it or what they say."
    )
  }
  package static var noOutputs: Phrase { Phrase(vi: "Chưa đăng ký sản phẩm nào", en: "None registered yet") }
  package static var withdrawOutput: Phrase { Phrase(vi: "Rút", en: "Withdraw") }
  package static func withdrawOutputNamed(_ title: String) -> Phrase {
    Phrase(vi: "Rút sản phẩm “\(title)”", en: "Withdraw “\(title)”")
  }
  package static var outputsAsked: Phrase { Phrase(vi: "Buổi trong chương trình", en: "Meetings asked") }
  package static var outputsEnough: Phrase { Phrase(vi: "Đủ sản phẩm", en: "With enough") }
  package static var outputsMissing: Phrase { Phrase(vi: "Chưa đủ", en: "Not enough") }
  package static var outputsCount: Phrase { Phrase(vi: "Số sản phẩm", en: "Outputs") }
  package static func outputsSum(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) sản phẩm", en: count == 1 ? "1 output" : "\(grouped(count)) outputs")
  }
  package static var outputsByUnit: Phrase { Phrase(vi: "Theo đơn vị", en: "By unit") }
  package static var outputsByMeeting: Phrase { Phrase(vi: "Từng buổi", en: "Meeting by meeting") }
  package static var outputsNoProgramme: Phrase {
    Phrase(
      vi: "Không có chương trình nào yêu cầu sản phẩm trong năm này.",
      en: "No programme asks for outputs in this year."
    )
  }
  package static var outputsNone: Phrase {
    Phrase(vi: "Không có buổi sinh hoạt chuyên đề nào", en: "No thematic meetings")
  }
  package static var outputsNoneMeaning: Phrase {
    Phrase(
      vi: "Buổi sinh hoạt chuyên đề trong chương trình có ở đây khi bế mạc.",
      en: "A thematic meeting of the programme is here once it is over."
    )
  }
  package static var outputsProgrammeOf: Phrase {
    Phrase(
      vi: "Chương trình, loại sản phẩm và số lượng theo",
      en: "The programme, the kinds and how many, by"
    )
  }
  package static var outputsOnPaper: Phrase {
    Phrase(vi: "Sản phẩm đăng ký sau buổi sinh hoạt", en: "Outputs registered after the meeting")
  }
  package static func outputLine(_ output: MeetingOutput) -> Phrase {
    let kind = output.kind.prefix(1).uppercased() + output.kind.dropFirst()
    return Phrase(vi: "\(kind): \(output.title)", en: "\(kind): \(output.title)")
  }

  // Votes by name.
  package static var namedVote: Phrase { Phrase(vi: "Biểu quyết ghi tên", en: "Vote by name") }
  package static var recordNamedVote: Phrase {
    Phrase(vi: "Ghi biểu quyết theo tên", en: "Record a vote by name")
  }
  package static var changeNamedVote: Phrase {
    Phrase(vi: "Sửa phiếu từng người", en: "Change who voted how")
  }
  package static var namedVoteMeaning: Phrase {
    Phrase(
      vi: "Chỉ những đảng viên chính thức đang có mặt. Sửa được cho đến khi có người ký biên bản.",
      en: "Official members who are there. It can be changed until somebody signs the minutes."
    )
  }
  package static var nobodyVotes: Phrase {
    Phrase(
      vi: "Chưa điểm danh đảng viên nào có quyền biểu quyết.",
      en: "Nobody with a vote has been called yet."
    )
  }
  package static func ballot(_ ballot: String) -> Phrase { voteField(ballot) }
  package static func ballotNames(_ ballot: String, _ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(verbatim: "\(Phrase.ballot(ballot).text): \(list)")
  }
  package static func namedVoteTold(_ sentence: String, _ names: [Phrase]) -> Phrase {
    Phrase(verbatim: names.isEmpty ? sentence : "\(sentence) \(names.map(\.text).joined(separator: "; ")).")
  }

  // Votes that wait on a device.
  package static var votesNeedSignIn: Phrase {
    Phrase(
      vi: "Phiên đăng nhập đã hết. Biểu quyết vẫn giữ trên máy này; đăng nhập lại để gửi.",
      en: "The sign-in has ended. The votes are kept on this device; sign in again to send them."
    )
  }
  package static var dropVote: Phrase { Phrase(vi: "Bỏ khỏi máy", en: "Let it be") }
  package static var mendVote: Phrase { Phrase(vi: "Sửa rồi gửi lại", en: "Mend it") }

  // Ways to meet.
  package static var allowMode: Phrase { Phrase(vi: "Cho phép hình thức khác", en: "Allow another manner") }
  package static var allowModeButton: Phrase { Phrase(vi: "Cho phép", en: "Allow it") }
  package static var endMode: Phrase { Phrase(vi: "Thôi cho phép", en: "Take it back") }
  package static var endModeFrom: Phrase { Phrase(vi: "Từ ngày", en: "From") }
  package static var noModes: Phrase {
    Phrase(
      vi: "Chi bộ chỉ sinh hoạt trực tiếp.",
      en: "The cell meets in person only."
    )
  }
  package static func modeField(_ field: String) -> Phrase {
    switch field {
    case "mode": Phrase(vi: "Hình thức", en: "Manner")
    case "ground": Phrase(vi: "Căn cứ", en: "Ground")
    case "from": Phrase(vi: "Từ ngày", en: "From")
    default: Phrase(vi: "Đến trước ngày", en: "Until before")
    }
  }

  static func outputRefusal(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .noVoteHere:
      Phrase(
        vi: "không có mặt hoặc không có quyền biểu quyết",
        en: "is not there, or has no vote"
      )
    case .namesNeeded:
      Phrase(
        vi: "biểu quyết theo tên phải ghi từng người: mở “Ghi biểu quyết theo tên”",
        en: "a vote by name is recorded person by person: open “Record a vote by name”"
      )
    case .noOutputsAsked:
      Phrase(
        vi: "không có chương trình nào yêu cầu sản phẩm của buổi sinh hoạt này",
        en: "no programme asks this meeting for outputs"
      )
    case .notALink(let text):
      Phrase(vi: "“\(text)” không phải địa chỉ trang web", en: "“\(text)” is no address of a page")
    case .unsoundTemplate(let line, let fault):
      Phrase(
        vi: "dòng \(line): \(templateFault(fault).text)",
        en: "line \(line): \(templateFault(fault).text)"
      )
    default: resolution(refusal)
    }
  }
}
