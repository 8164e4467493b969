/// A date of birth as old files have it: a day, a month of a year, or a year alone.
///
/// What is not known stays unknown; nothing is ever filled up to 1 January.
///
///     LooseDate(list: "5/1957")        // May 1957
///     LooseDate(list: "5/1957")?.earliest   // 1957-05-01
public struct LooseDate: Hashable, Sendable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// A whole day.
  public init(_ date: CivilDate) {
    let parts = date.parts
    year = parts.year
    month = parts.month
    day = parts.day
  }

  /// A year, or a month of a year.
  public init?(year: Int, month: Int? = nil) {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? true else { return nil }
    self.year = year
    self.month = month
    day = nil
  }

  /// The first day it can mean.
  public var earliest: CivilDate {
    CivilDate(year: year, month: month ?? 1, day: day ?? 1) ?? .earliest
  }

  /// The last day it can mean.
  public var latest: CivilDate {
    let lastMonth = month ?? 12
    let lastDay = day ?? CivilDate.days(inMonth: lastMonth, of: year)
    return CivilDate(year: year, month: lastMonth, day: lastDay) ?? .latest
  }
}

extension LooseDate: LosslessStringConvertible {
  /// Reads `1957-05-12`, `1957-05` or `1957`, as the record keeps them.
  public init?(_ text: String) {
    if text.utf8.count == 10 {
      guard let date = CivilDate(text) else { return nil }
      self.init(date)
      return
    }
    let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
    switch pieces.count {
    case 3:
      guard let date = CivilDate(text) else { return nil }
      self.init(date)
    case 2:
      guard pieces[0].count == 4, pieces[1].count == 2 else { return nil }
      guard let year = Int(digits: pieces[0]), let month = Int(digits: pieces[1]) else { return nil }
      self.init(year: year, month: month)
    case 1:
      guard text.count == 4, let year = Int(digits: text) else { return nil }
      self.init(year: year)
    default:
      return nil
    }
  }

  /// Reads what lists write: a day in either form, `5/1957`, `1957-05` or `1957`.
  public init?(list text: String) {
    if let exact = LooseDate(text) {
      self = exact
      return
    }
    if let date = CivilDate(list: text) {
      self.init(date)
      return
    }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 2, pieces[0].count <= 2, pieces[1].count == 4 else { return nil }
    guard let month = Int(digits: pieces[0]), let year = Int(digits: pieces[1]) else { return nil }
    self.init(year: year, month: month)
  }

  /// `1957-05-12`, `1957-05` or `1957`: sorts by the first day it can mean.
  public var description: String {
    let full = earliest.description
    if day != nil { return full }
    return String(full.prefix(month == nil ? 4 : 7))
  }
}
