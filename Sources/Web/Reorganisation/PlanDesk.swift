import Basics
import Markup
import Phrases
import Records
import RulebookFiles
import Rules

/// One plan of reorganisation on the desk: what it says, what it would do to the record as it now is, how far it is.
struct PlanDesk: Sendable {
  /// What the form holds.
  struct Draft: Sendable {
    var title = ""
    var body = ""
    var why = ""
    /// The number typed to sign, or to undo, and whether it is not the plan's.
    var number = ""
    var isWrongNumber = false
    var objections: [Objection] = []

    init(title: String = "", body: String = "") {
      self.title = title
      self.body = body
    }

    init(_ form: AccountForm) {
      title = form.text("title")
      body = form.exact("body").replacing("\r\n", with: "\n")
      why = form.text("why")
      number = form.text("number")
    }

    /// The plan the text makes, or everything in it that cannot be understood.
    var read: Result<ReorganisationPlan, RulebookFaults> {
      do {
        return .success(try PlanReader.read(body, name: Phrase.plan.text, isDraft: true))
      } catch {
        return .failure(error)
      }
    }
  }

  struct Version: Sendable {
    let title: String
    let state: PlanState
    let why: String?
    let editor: String?
    let at: Moment
    let entry: Int
  }

  let unit: UnitLink
  let path: [UnitLink]
  /// `nil` for one that is not kept yet.
  let plan: String?
  let state: PlanState
  var draft: Draft
  var faults: [RulebookFault] = []
  var sheet: BalanceSheet?
  /// What it makes of the units it touches; `nil` when it cannot be read.
  var sight: PlanSight?
  /// The work that signs it, or undoes it, while it runs or when it came to nothing.
  var job: JobLine?
  /// Whether it is the reader's own.
  var isOwnJob = false
  /// What passes from whom to whom, and how far that is.
  var handover: HandoverSheet?
  var versions: [Version] = []
  let mayWrite: Bool
  /// Whether the reader is another person than the one who handed it in.
  let maySign: Bool
  /// Whether the reader may undo it: another person than the one who signed.
  var mayUndo = false
  let request: String
  /// Its steps, with the ways to write them.
  var steps: PlanSteps?
  /// What a plan that is not kept yet begins with.
  var particulars: PlanParticulars?
}

/// The plans of a unit and of those below it.
struct PlanList: Sendable {
  struct Row: Sendable {
    let key: String
    let title: String
    let unit: UnitLink
    let effective: CivilDate
    let state: PlanState
    let at: Moment
  }

  let unit: UnitLink
  let path: [UnitLink]
  let rows: [Row]
  let mayWrite: Bool
}
