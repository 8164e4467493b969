import Basics
import Markup
import Phrases
import Records
import Rules

/// What minutes begin as: everything that was recorded of a meeting, worded as the office words it.
///
/// Minutes are Vietnamese, whoever reads the page.
struct MinutesProposal: Sendable {
  let text: String

  init(_ model: MinutesPage) {
    self.init(model, template: model.template)
  }

  /// The draft by a template; one that cannot be read, as an older release may have taken, gives way to the shipped.
  init(_ model: MinutesPage, template: String?) {
    text = Language.$current.withValue(.vi) {
      let values = MinutesProposal.values(model)
      let own = template.flatMap { try? MinutesTemplate($0) }
      return (own ?? (try? MinutesTemplate(MinutesTemplate.shipped)))?.text(of: values) ?? ""
    }
  }

  private static func values(_ model: MinutesPage) -> MinutesValues {
    let meeting = model.meeting
    let items = Set(meeting.items.compactMap(\.id))
    return MinutesValues(
      facts: facts(model),
      items: meeting.items.map { item in
        MinutesValues.Item(
          place: item.value.place,
          title: item.value.title,
          note: item.value.note,
          votes: meeting.votes.filter { $0.vote.item != nil && $0.vote.item == item.id }.map(vote)
        )
      },
      votes: meeting.votes.filter { told in told.vote.item.map { !items.contains($0) } ?? true }.map(vote),
      outputs: meeting.outputs.map(\.value),
      guests: model.guests.map(\.name)
    )
  }

  private static func facts(_ model: MinutesPage) -> [String: String] {
    let (page, meeting, call) = (model.meeting, model.meeting.meeting, model.meeting.call)
    let said: [String: String?] = [
      "chi_bo": page.unit.name, "cap_tren": model.above?.name,
      "loai": Phrase.meetingKind(meeting.kind.rawValue).text, "chuyen_de": meeting.theme,
      "ngay": Phrase.day(page.day).text, "khai_mac": (meeting.opened ?? meeting.begins).description,
      "be_mac": meeting.closed?.description,
      "thoi_luong": meeting.minutes.map { Phrase.minutesLong($0).text },
      "dia_diem": meeting.place, "hinh_thuc": Phrase.meetingMode(meeting.mode.rawValue).text,
      "chu_tri": page.chair?.name, "thu_ky": page.taker?.name, "phai_du": String(call.obliged),
      "co_mat": String(call.present), "vang_co_ly_do": String(call.excused),
      "vang_khong_ly_do": String(call.unexcused),
      "ty_le": Phrase.percent(call.present, of: call.obliged).text,
    ]
    return said.compactMapValues(\.self)
  }

  private static func vote(_ told: MeetingPage.VoteTold) -> MinutesValues.Vote {
    let vote = told.vote
    let outcome = told.verdict?.outcomeTitle.map { Phrase($0).text }
    let sentence = Phrase.voteTold(vote, outcome).text
    return MinutesValues.Vote(
      words: Phrase.namedVoteTold(sentence, ballotNames(told)).text,
      facts: [
        "de_xuat": vote.proposal, "ket_qua": outcome ?? "", "tan_thanh": String(vote.agreed),
        "khong_tan_thanh": String(vote.against), "y_kien_khac": String(vote.abstained),
      ]
    )
  }
}
