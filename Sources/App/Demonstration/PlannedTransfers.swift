import Basics
import Records
import Rules
import Storage

/// Lets some of those who change cells in the fictional province go the two-sided way: asked for, sent with a letter,
/// received where they come to.
///
/// The day on which the home changes is the planned one; what happened before it follows from the number of the person.
struct PlannedTransfers {
  let db: any Connection
  let desk: Desk
  let actor: Actor

  /// The days of one way, counted back from the first day in the new home.
  private struct Way {
    var happened: Int
    var asked: Int
    var sent: Int
    var presented: Int
    /// When an earlier letter was sent, and came back.
    var returned: (asked: Int, sent: Int, back: Int)?
    /// Since when they had been there for a time.
    var stayed: Int?

    /// Most are quick; some are late, some come back once, some were there for a time before.
    init(_ number: Int) {
      let delay = number / 16 % 20
      happened = 30 + delay * 2
      asked = 20 + delay
      sent = 12 + delay / 2
      presented = 1 + delay / 7
      switch number % 16 {
      case 0: stayed = 150 + delay * 4
      case 1: returned = (asked + 75, asked + 68, asked + 30)
      case 2, 3:
        // The letter lay for longer than the term.
        (sent, asked, happened) = (60 + delay * 2, 70 + delay * 2, 95 + delay * 2)
      case 4: (asked, happened) = (20 + delay, 125 + delay)
      default: break
      }
    }

    /// The earliest day of it.
    var length: Int { max(happened, returned.map { $0.asked + 10 } ?? 0, stayed.map { $0 + 20 } ?? 0) }
  }

  /// Carries out a change of home in two sides; gives how many deeds it took, `nil` when it goes by one deed.
  func carryOut(
    _ person: ID<Person>,
    to unit: ID<Rules.Unit>,
    on day: CivilDate,
    under decision: DecisionText?
  ) throws -> Int? {
    let number = Int(UInt64(bitPattern: person.number) % 10_007)
    // Few are known in such detail of earlier years.
    guard day.year >= 2024 || number % 8 == 0 else { return nil }
    let way = Way(number)
    let earliest = day.adding(days: -way.length)
    guard let life = try LifeStore(db: db).life(person), let home = life.home(on: day.adding(days: -1)),
      home.span.contains(earliest), home.value.unit != unit,
      try UnitStore(db: db).existence(unit).existence?.contains(earliest) == true
    else { return nil }
    func on(_ before: Int) -> CivilDate { day.adding(days: -before) }
    var count = 0
    func step(_ operation: any Operation, under decision: DecisionText? = nil) throws -> Int64? {
      count += 1
      return try desk.carryOut(Errand(operation, by: actor, under: decision)).result
    }
    func ask(_ asked: Int, _ kind: TransferKind = .official) throws -> ID<Transfer> {
      let events = TransferEvent.allCases
      let asked = AskTransfer(
        person: person,
        to: unit,
        kind: kind,
        event: events[number % events.count],
        happened: on(max(way.happened, asked + 6)),
        until: kind == .temporary ? day : nil,
        day: on(asked)
      )
      return ID(try step(asked) ?? 0)
    }
    let letter = "\(1 + number % 480)-GT/ĐU"
    if let stayed = way.stayed {
      let transfer = try ask(stayed + 14, .temporary)
      _ = try step(SendTransfer(transfer, letter: letter, day: on(stayed + 8)))
      _ = try step(ReceiveTransfer(transfer, presented: on(stayed + 1), day: on(stayed)))
    }
    if let returned = way.returned {
      let transfer = try ask(returned.asked)
      _ = try step(SendTransfer(transfer, letter: letter, day: on(returned.sent)))
      let reason = "Giấy giới thiệu ghi chưa đúng chi bộ nơi đến"
      _ = try step(ReturnTransfer(transfer, reason: reason, day: on(returned.back)))
    }
    let transfer = try ask(way.asked)
    _ = try step(SendTransfer(transfer, letter: letter, day: on(way.sent)))
    _ = try step(ReceiveTransfer(transfer, presented: on(way.presented), day: day), under: decision)
    return count
  }
}
