import Basics
import Records
import Rules
import Storage

/// A transfer that waits, as the record has it.
struct OpenTransfer: Sendable {
  let id: ID<Transfer>
  let state: TransferState
  let since: CivilDate

  /// Those that wait for a letter or for the other side.
  static func all(_ db: any Connection) throws -> [OpenTransfer] {
    try db.rows(
      """
      SELECT t.transfer, t.state, t.start_on FROM transfer_step t
      WHERE \(known("t")) AND t.end_on IS NULL AND t.state IN ('asked', 'sent') ORDER BY t.transfer
      """
    ) { OpenTransfer(id: try $0[0], state: try $0[1], since: try $0[2]) }
  }
}

/// Draws what befalls a member beside a change of home by one deed: transfers in two sides, states, secondments.
extension RandomDeeds {
  /// Whom it befalls, and where they go, unless a transfer that waits goes on.
  mutating func way(
    of person: ID<Person>,
    to unit: ID<Unit>,
    _ open: [OpenTransfer],
    on day: CivilDate
  ) -> any Operation {
    switch numbers.below(32) {
    case ..<20:
      guard chance(60), let transfer = pick(open) else { return ask(person, unit, on: day) }
      return goOn(transfer)
    case ..<23:
      let (extent, ground) = (pick(ExemptionExtent.allCases), pick(ExemptionGround.allCases))
      let span = span(from: day)
      return ExemptMember(person: person, extent ?? .full, for: ground ?? .age, span: span)
    case ..<26: return SuspendMember(person: person, by: unit, span: span(from: day))
    case ..<28: return EndState(person: person, pick(StateKind.allCases) ?? .exempt, day: day)
    default:
      let post = chance(30) ? KnownPost.deputySecretary.rawValue : nil
      return SecondMember(person: person, to: unit, post: post, span: span(from: day))
    }
  }

  private mutating func ask(_ person: ID<Person>, _ unit: ID<Unit>, on day: CivilDate) -> AskTransfer {
    let isTemporary = chance(25)
    return AskTransfer(
      person: person,
      to: chance(92) ? unit : nil,
      outside: chance(92) ? nil : "Đảng bộ tỉnh bạn",
      kind: isTemporary ? .temporary : .official,
      event: pick(TransferEvent.allCases) ?? .move,
      happened: day.adding(days: -numbers.below(120)),
      until: isTemporary ? day.adding(days: 90 + numbers.below(300)) : nil,
      day: day
    )
  }

  /// The next step of a transfer: in time, late, or back.
  private mutating func goOn(_ open: OpenTransfer) -> any Operation {
    let day = open.since.adding(days: numbers.below(90))
    if chance(6) { return WithdrawTransfer(open.id, reason: "thử", day: day) }
    if open.state == .asked { return SendTransfer(open.id, letter: "1-GT", day: day) }
    if chance(20) { return ReturnTransfer(open.id, reason: "thử", day: day) }
    return ReceiveTransfer(open.id, presented: day, day: day.adding(days: numbers.below(12)))
  }

  private mutating func span(from day: CivilDate) -> Span {
    .from(day, until: chance(60) ? day.adding(days: 1 + numbers.below(500)) : nil)
  }
}
