import Basics
import Phrases
import Records
import Rules

/// A unit as a page of transfers names it: it opens only where it is the reader's to see.
struct PlaceTold: Hashable, Sendable {
  var name: String
  /// The key in its address; `nil` where it does not open.
  var key: String?
}

/// A transfer as a list and its own page show it.
struct TransferTold: Sendable {
  var key: String
  var person: PersonLink
  /// Whether the person's file opens to the reader.
  var opensPerson: Bool
  var source: PlaceTold
  var target: PlaceTold?
  var request: TransferRequest
  var step: TransferStep
  /// Since when it stands so, and for how many days that is.
  var since: CivilDate
  var days: Int
  var terms: [TransferTerm]

  /// Where it leads, by name.
  var whereTo: PlaceTold { target ?? PlaceTold(name: request.outside ?? "", key: nil) }
}

/// Somebody who takes part in a unit for a time, as the list of them shows it.
struct StayTold: Sendable {
  var person: PersonLink
  var opensPerson: Bool
  var home: PlaceTold
  var host: PlaceTold
  var span: Span
  /// How many days are left; `nil` without an end.
  var left: Int?
  var event: TransferEvent?
  /// What the regulation says of it; `nil` when no rule is known or no end is stated.
  var window: Verdict?
}

/// The transfers of a unit and below.
struct TransferDesk: Sendable {
  enum Tab: String, CaseIterable, Sendable {
    case leaving, coming, temporary
  }

  var unit: UnitLink
  var path: [UnitLink]
  var tab: Tab
  var isPending: Bool
  var counts: [Tab: Int]
  var rows: [TransferTold]
  var stays: [StayTold]
  var firstSerial: Int
  var total: Int
  var previous: String?
  var next: String?
  /// Whether the reader may ask somebody to come here, and transfer several at once.
  var mayFetch: Bool
  var mayTransfer: Bool
}

/// A step a reader may take of a transfer.
enum TransferMove: String, CaseIterable, Sendable {
  case send, receive, arrived
  case giveBack = "return"
  case withdraw
}

/// One transfer with its way so far.
struct TransferPage: Sendable {
  var told: TransferTold
  var born: LooseDate?
  var card: String?
  var admitted: CivilDate?
  var official: CivilDate?
  var window: Verdict?
  var moves: [TransferMove]
  var isOwn: Bool
  var meetings: [MatterMeeting] = []
}

/// All transfers of one person.
struct PersonTransfers: Sendable {
  var person: PersonLink
  var path: [UnitLink]
  var rows: [TransferTold]
  var isOwn: Bool
  var mayAsk: Bool
}

/// A form of a transfer as it stands: what was written, and what was wrong with it.
struct TransferForm: Sendable {
  enum Kind: Sendable {
    /// Somebody asks for a member, or for themselves.
    case ask(PersonLink, isOwn: Bool)
    /// A unit asks for somebody to come to it.
    case fetch(UnitLink)
    case move(TransferMove, TransferPage)
  }

  var kind: Kind
  var values: [Field: String]
  var objections: [Objection]
  var candidates: [Field: [DeedSheet.Candidate]]
  /// The cells that may take a member a committee was asked to receive.
  var cells: [UnitLink]
  var request: String
  /// Whether one of several that a text could mean was just chosen: what was typed before is not filled in again.
  var isPicked = false
  /// Where it leads back to when nothing is done.
  var back: TransferBack
}

/// Where a form leads back to.
enum TransferBack: Sendable {
  case transfer(String)
  case person(String)
  case unit(String)
}
