public import Basics

/// How it will be seen that a task is done.
public enum TaskMeasure: Hashable, Sendable {
  /// So many of something.
  case quantity(Quantity, of: String)
  /// A policy passed on to so many households: how many, and nothing about any of them.
  case households(Int)
  /// Done or not, and what will show it.
  case evidence(String)

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case quantity, households, evidence
  }

  public var kind: Kind {
    switch self {
    case .quantity: .quantity
    case .households: .households
    case .evidence: .evidence
    }
  }

  /// What must be reached; one, where it is done or not.
  public var target: Quantity {
    switch self {
    case .quantity(let target, _): target
    case .households(let count): Quantity(count)
    case .evidence: Quantity(1)
    }
  }
}

/// How a task ended without being done.
public enum TaskEnding: String, Hashable, Sendable, CaseIterable {
  /// It goes on as another task, due later.
  case carriedOver
  case givenUp
}

/// Something to be done: what, who answers for it, by when, and how it will be counted.
public struct AssignedTask: Hashable, Sendable {
  /// The task's own number in the record, the same whoever answers for it after a reorganisation.
  public var key: ID<FactMark>
  /// The unit that answers for it.
  public var unit: ID<Unit>
  /// The member of it who answers for it; `nil`: the unit as a whole.
  public var answerer: ID<Person>?
  /// The resolution it carries out; `nil` for one given alone.
  public var resolution: ID<FactMark>?
  public var what: String
  public var begins: CivilDate
  /// The last day.
  public var due: CivilDate
  public var measure: TaskMeasure
  /// How much it counts for among the others.
  public var weight: Int
  /// The task it goes on with.
  public var carries: ID<FactMark>?
  public var ending: Ending?

  /// That it ended undone, when, and why.
  public struct Ending: Hashable, Sendable {
    public var kind: TaskEnding
    public var day: CivilDate
    public var reason: String

    public init(_ kind: TaskEnding, on day: CivilDate, reason: String) {
      self.kind = kind
      self.day = day
      self.reason = reason
    }
  }

  public init(
    key: ID<FactMark>,
    unit: ID<Unit>,
    answerer: ID<Person>? = nil,
    resolution: ID<FactMark>? = nil,
    what: String,
    begins: CivilDate,
    due: CivilDate,
    measure: TaskMeasure,
    weight: Int = 1,
    carries: ID<FactMark>? = nil,
    ending: Ending? = nil
  ) {
    self.key = key
    self.unit = unit
    self.answerer = answerer
    self.resolution = resolution
    self.what = what
    self.begins = begins
    self.due = due
    self.measure = measure
    self.weight = weight
    self.carries = carries
    self.ending = ending
  }

  /// No task counts for more than so many times another.
  public static let heaviest = 100
}

/// How a task stands on a day: worked out, never entered.
public enum TaskState: String, Hashable, Sendable, CaseIterable {
  // What needs somebody first.
  case late, underWay, notBegun, doneLate, onTime, beyond, carriedOver, givenUp

  /// Whether somebody still has to do it.
  public var isOpen: Bool { [.late, .underWay, .notBegun].contains(self) }
  public var isDone: Bool { [.doneLate, .onTime, .beyond].contains(self) }
}

/// How far a task had come on a day, as it was told: all so far, not what was added.
public struct TaskProgress: Hashable, Sendable {
  public var quantity: Quantity
  public var note: String?

  public init(_ quantity: Quantity, note: String? = nil) {
    self.quantity = quantity
    self.note = note
  }
}

/// What was told of a task up to a day, and how it stands then.
public struct TaskStanding: Hashable, Sendable {
  public let state: TaskState
  /// How much there is so far.
  public let quantity: Quantity
  /// When what was asked was reached, to stay so.
  public let doneOn: CivilDate?
  public let lastWord: CivilDate?

  /// `told`: in the order of the days, on one day in the order in which it was told.
  public init(_ task: AssignedTask, _ told: [(day: CivilDate, quantity: Quantity)], on day: CivilDate) {
    self.init(
      target: task.measure.target,
      due: task.due,
      ending: task.ending.map { ($0.kind, $0.day) },
      told,
      on: day
    )
  }

  /// The same by what alone decides it: what must be reached, by when, and how it ended undone.
  public init(
    target: Quantity,
    due: CivilDate,
    ending: (kind: TaskEnding, day: CivilDate)?,
    _ told: [(day: CivilDate, quantity: Quantity)],
    on day: CivilDate
  ) {
    let known = told.filter { $0.day <= day }
    var reached: CivilDate?
    for entry in known {
      if entry.quantity < target {
        reached = nil
      } else if reached == nil {
        reached = entry.day
      }
    }
    quantity = known.last?.quantity ?? .zero
    lastWord = known.last?.day
    doneOn = reached
    let isBeyond = quantity > target
    state =
      if let ending, ending.day <= day {
        ending.kind == .givenUp ? .givenUp : .carriedOver
      } else if let reached {
        reached > due ? .doneLate : isBeyond ? .beyond : .onTime
      } else if day > due {
        .late
      } else {
        known.isEmpty ? .notBegun : .underWay
      }
  }

  /// How much of what was asked is there, in hundredths of a per cent, at most all.
  public func degree(of task: AssignedTask) -> Int { degree(of: task.measure.target) }

  /// How much of so much is there, in hundredths of a per cent, at most all.
  public func degree(of asked: Quantity) -> Int {
    let target = asked.millionths
    guard target > 0 else { return 0 }
    return Int(min(Int128(quantity.millionths) * 10_000 / Int128(target), 10_000))
  }

  /// The days it is late, or was; `nil` when it is not.
  public func delay(of task: AssignedTask, on day: CivilDate) -> Int? {
    switch state {
    case .late: task.due.days(until: day)
    case .doneLate: doneOn.map { task.due.days(until: $0) }
    default: nil
    }
  }
}

/// Tasks together: how many stand how, and how far all of them have come by weight.
public struct TaskRollUp: Hashable, Sendable {
  public private(set) var counts: [TaskState: Int] = [:]
  private var weight = 0
  private var done = 0

  public init() {}

  public mutating func add(_ task: AssignedTask, _ standing: TaskStanding) {
    add(weight: task.weight, target: task.measure.target, standing)
  }

  /// Adds a task that counts for so much, and of which so much is asked.
  public mutating func add(weight counted: Int, target: Quantity, _ standing: TaskStanding) {
    counts[standing.state, default: 0] += 1
    // What was given up is nothing to wait for; what was carried over is weighed as what goes on.
    if standing.state == .givenUp || standing.state == .carriedOver { return }
    weight += counted
    done += counted * standing.degree(of: target)
  }

  public subscript(state: TaskState) -> Int { counts[state] ?? 0 }

  public var total: Int { counts.values.reduce(0, +) }

  /// How far they have come, in whole per cent; `nil` when there is nothing to weigh.
  public var percent: Int? { weight == 0 ? nil : done / weight / 100 }
}

/// A figure of tasks, by its name in the regulations: a review reads it.
public enum TaskFigure: String, Hashable, Sendable, CaseIterable {
  case assigned = "tasks.assigned"
  case done = "tasks.done"
  case onTime = "tasks.onTime"
  case beyond = "tasks.beyond"
  case late = "tasks.late"

  /// Whether it counts a task that stands so.
  ///
  /// A task given up or carried over was assigned, and not done.
  public func counts(_ state: TaskState) -> Bool {
    switch self {
    case .assigned: true
    case .done: state.isDone
    case .onTime: state == .onTime || state == .beyond
    case .beyond: state == .beyond
    case .late: state == .late || state == .doneLate
    }
  }
}
