package import Basics
package import Rules
import Synchronization

/// What was counted or looked up once and need not be again until somebody does a deed.
///
/// A value is kept under what was asked and the last entry of the journal, read in the transaction that
/// counted it: the next entry makes everything older out of date by itself, and no page ever shows a
/// figure of another state of the record than its own.
package final class FigureCache: Sendable {
  /// What a kept value answers.
  package enum Subject: Hashable, Sendable {
    case figures(ID<Unit>, AsOf, Period?)
    case ledger(ID<Unit>, Period, Knowledge, MemberStanding?)
    case ledgersBelow(ID<Unit>, Period, Knowledge, MemberStanding?)
    /// Who left over a period, and how.
    case leavings(ID<Unit>, AsOf, Period)
    case unitsBelow(ID<Unit>, AsOf, Period?)
    case admissionsByMonth(ID<Unit>, AsOf, Period)
    case movements(ID<Unit>, Period, Knowledge)
    case counted(FigureName, ID<Unit>, AsOf, Period?)
    case countsBelow(FigureName, ID<Unit>, AsOf, Period?)
    /// A figure on some days.
    case series(FigureName, ID<Unit>, [CivilDate], Knowledge)
    case seriesBelow(ID<Unit>, AsOf)
    /// A figure on two days.
    case compared(FigureName, ID<Unit>, AsOf, CivilDate)
    case vacancies(ID<Unit>, AsOf)
    case kinds(ID<Unit>, AsOf)
    /// The candidates of a unit and below, and how many they are.
    case candidates(ID<Unit>, AsOf)
    case candidateCount(ID<Unit>, AsOf)
    /// Who is on probation in a unit and below.
    case probation(ID<Unit>, AsOf)
    case probationCounts(ID<Unit>, AsOf)
    case recruits(RecruitList, ID<Unit>, Period, Knowledge)
    /// The own versions of regulations that hold for a unit.
    case rulebooks(ID<Unit>, AsOf)
    case transfers(TransferQuestion)
    case residence(ResidenceQuestion)
    case temporaryStays(ID<Unit>, AsOf)
    case kindCount(KindQuestion)
    case dues(ID<Unit>, Month, Knowledge)
    case duesBelow(ID<Unit>, Month, Knowledge)
    case unpaid(ID<Unit>, AsOf, Int)
    case badges(ID<Unit>, AsOf, CivilDate)
    case badgeCounts(ID<Unit>, AsOf)
    case tasks(TaskQuestion)
    /// The same without their words.
    case countedTasks(TaskQuestion)
    /// What a figure of tasks or resolutions counts.
    case work(FigureName, ID<Unit>, AsOf, Period)
    /// What became of the meetings that followers were to come to.
    case visits(VisitQuestion)
    case visitCount(VisitQuestion)
    /// The resolutions of a unit, its own and those from above.
    case register(ID<Unit>, AsOf)
    /// What became of a resolution in the units it was sent to.
    case cascade(ID<FactMark>, AsOf)
    case levels(ID<Unit>, AsOf, Int)
    /// How far each cell has come with the meeting that was due.
    case meetingDesk(MeetingDeskQuestion)
    /// The tasks of the units directly below, and to whom what was sent is still silent.
    case leaderBoard(ID<Unit>, Int, AsOf)
    /// Who came to the meetings of a time, by the unit directly below.
    case attendance(ID<Unit>, Period, AsOf)
    /// Which cells below met in which month of a year.
    case meetingBoard(ID<Unit>, Int, AsOf)
    /// The units in and below one with what they began by models in a year; how they stand by one of the models.
    case modelBoard(ID<Unit>, Int, AsOf)
    case modelYear(ID<Unit>, String, Int, AsOf)
    /// How the units in and below one stand with their working regulations.
    case regulationBoard(ID<Unit>, AsOf)
    /// What the thematic meetings of a year made, in and below a unit.
    case outputs(ID<Unit>, Int, AsOf)
    /// The meetings called in the cells below from a day on.
    case comingMeetings(ID<Unit>, CivilDate)
    /// What the units of a round that are like one gave; without what is said of whoever asks.
    case classesGiven(ID<FactMark>, ReviewLikeness, Knowledge, ID<Person>?)
    case rollCount(RollQuestion)
    case rollPage(RollQuestion, RollCursor?)
    case rollOffers(ID<Unit>, AsOf)
    /// What a plan of reorganisation, as written, makes of the units it touches; and what stands in its way.
    case outlook(String, Knowledge)
    case planSheet(String, CivilDate)
    case everybody
    case path(ID<Unit>, AsOf)
    /// What an account may do on a unit today.
    case reach(ID<Account>, ID<Unit>, CivilDate)
    /// The grants of an account today.
    case standing(ID<Account>, CivilDate)
  }

  private struct Key: Hashable {
    let subject: Subject
    let head: Int64
  }

  private struct Kept: Sendable {
    let value: any Sendable
    var used: Int
  }

  private struct Shelf {
    var kept: [Key: Kept] = [:]
    var clock = 0
  }

  private let shelf = Mutex(Shelf())
  private let capacity: Int

  package init(capacity: Int = 1024) {
    self.capacity = capacity
  }

  /// The value kept for a subject at this state of the journal; worked out, and kept, when there is none.
  package func value<Value: Sendable>(
    _ subject: Subject,
    head: Int64,
    _ make: () throws -> Value
  ) rethrows -> Value {
    let key = Key(subject: subject, head: head)
    let found = shelf.withLock { shelf -> (any Sendable)? in
      guard let index = shelf.kept.index(forKey: key) else { return nil }
      shelf.clock += 1
      shelf.kept.values[index].used = shelf.clock
      return shelf.kept.values[index].value
    }
    if let found = found as? Value { return found }
    // Two pages may count the same at once; neither waits for the other.
    let made = try make()
    shelf.withLock { shelf in
      shelf.clock += 1
      shelf.kept[key] = Kept(value: made, used: shelf.clock)
      if shelf.kept.count > capacity { FigureCache.clear(&shelf) }
    }
    return made
  }

  /// Gives up the half that was not used for longest.
  private static func clear(_ shelf: inout Shelf) {
    let ages = shelf.kept.values.map(\.used).sorted()
    let middle = ages[ages.count / 2]
    shelf.kept = shelf.kept.filter { $0.value.used > middle }
  }
}
