import Basics
import Rules
import Storage

extension TransferStore {
  /// Lets what was asked for between two units, one of which hands everything down, go on between those that take
  /// over; where both are one then, it is overtaken.
  func askAnew(_ estate: PassingOn.Estate, _ work: Work) throws {
    let ids: [ID<Transfer>] = try db.rows(
      """
      SELECT x.id FROM transfer x JOIN transfer_step t ON t.transfer = x.id AND \(known("t"))
      WHERE (x.source = \(estate.unit) OR x.target = \(estate.unit)) AND t.end_on IS NULL
        AND t.state IN ('asked', 'sent')
      ORDER BY x.id
      """
    ) { try $0[0] }
    for id in ids {
      guard let old = try transfer(id), let last = old.last else { continue }
      var request = old.request
      if request.source == estate.unit, let heir = estate.heir(request.person) { request.source = heir }
      if request.target == estate.unit, let heir = estate.heir(nil) { request.target = heir }
      if request == old.request { continue }
      let day = max(estate.day, last.span.start)
      var step = last.value
      step.state = request.source == request.target ? .lapsed : .passedOn
      try advance(old, to: step, on: day, work)
      if request.source == request.target { continue }
      let new: ID<Transfer> = work.draw()
      try work.insert(.transfer, new, TransferStore.row(request))
      try save(
        new,
        request.person,
        from: [],
        to: [Fact(last.value, Span(open: day), cited: work.cited)],
        work
      )
    }
  }
}
