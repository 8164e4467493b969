import Glibc
import Storage

/// One thread's connection: made when it is first needed, made anew when it was lost.
final class PostgresLane {
  private let address: PostgresAddress
  private var link: PostgresLink?
  /// Whether the server is known to have been there.
  private let waits: Bool
  /// How long a server that was there before is waited for, in milliseconds: as long as a standby takes to be
  /// promoted.
  private static let patience = 15_000

  init(_ address: PostgresAddress, waits: Bool) {
    self.address = address
    self.waits = waits
  }

  func close() {
    link?.close()
    link = nil
  }

  /// Runs `body` in a transaction that begins with `first`, and ends it.
  ///
  /// A connection that turns out to be lost before anything was asked is made anew.
  func transaction<Value>(
    _ first: String,
    isLasting: Bool,
    _ body: (PostgresLink) throws -> Value
  ) throws -> Value {
    let link = try begun(first)
    do {
      let value = try body(link)
      if isLasting { try link.commit() } else { try? link.command("COMMIT") }
      leave(link)
      return value
    } catch {
      if !link.isBroken, link.isInTransaction { try? link.command("ROLLBACK") }
      leave(link)
      throw error
    }
  }

  /// A connection that is lost, or stuck in a transaction, is given up.
  private func leave(_ link: PostgresLink) {
    if link.isBroken || link.isInTransaction { close() }
  }

  /// A connection on which the transaction has begun.
  private func begun(_ first: String) throws -> PostgresLink {
    var waited = 0
    var pause = 50
    while true {
      do {
        let link = try self.link ?? PostgresLink(address)
        self.link = link
        try link.command(first)
        return link
      } catch let error as StorageError {
        let isGone: Bool =
          switch error {
          case .disconnected, .server(_, .unreachable, _): true
          default: false
          }
        if let link { if isGone { close() } else if link.isInTransaction { try? link.command("ROLLBACK") } }
        guard isGone, waits, waited < PostgresLane.patience else { throw error }
        // A connection that had died while idle is simply made anew; a server that is gone is waited for.
        if waited > 0 { usleep(UInt32(pause * 1000)) }
        waited += pause
        pause = min(pause * 2, 1000)
      }
    }
  }
}
