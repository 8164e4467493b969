import Basics
import Markup
import Phrases
import Records
import Rules

/// The functions held in the units of a merger or a division, and who of the holders goes on.
struct PlanPosts: Sendable {
  struct Row: Sendable {
    let held: AllotmentPost
    /// Where it is held on; `nil`: not chosen.
    var heir: String?
    var error: String?

    /// The name of its field.
    var field: String { "keep.\(held.person)|\(held.post)|\(held.unit)" }
  }

  let writing: PlanWriting
  let number: Int
  /// The units in which a function can be held on.
  let heirs: [String]
  var rows: [Row]
  var objections: [Objection] = []
  var edit: PlanEdit?
  let request = AccountForm.newRequest()

  var action: Path { .planStep(writing.key, number, "posts") }
  var isWrong: Bool { !objections.isEmpty || rows.contains { $0.error != nil } }
}

extension Visit {
  /// The functions that a merger or a division touches, as the plan says of them now, or as a form does.
  func posts(_ writing: PlanWriting, _ number: Int, _ form: AccountForm? = nil) throws -> PlanPosts {
    guard writing.plan.steps.indices.contains(number - 1) else { throw PageFault.absent }
    var planned = writing.plan.steps[number - 1]
    let (givers, heirs, posts): ([String], [String], ReorganisationStep.Posts)
    switch planned.step {
    case .merge(let units, let into, _, let kept): (givers, heirs, posts) = (units, [into], kept)
    case .split(let unit, let into, _, _, let kept): (givers, heirs, posts) = ([unit], into, kept)
    default: throw PageFault.absent
    }
    let codes = (heirs + givers).distinct
    let store = UnitStore(db: db)
    for code in codes {
      // A unit that the plan itself founds has nobody yet.
      if let unit = try store.unit(code: code) { try require(.readUnits, on: unit) }
    }
    let order = Dictionary(uniqueKeysWithValues: KnownPost.allCases.enumerated().map { ($1.rawValue, $0) })
    let found = try AllotmentStore(db: db).posts(in: codes, on: writing.plan.effective)
    // Stable: within a function, unit by unit.
    let held = found.enumerated().sorted { one, other in
      let last = KnownPost.allCases.count
      return (order[one.element.post] ?? last, one.offset) < (order[other.element.post] ?? last, other.offset)
    }.map(\.element)
    var model = PlanPosts(
      writing: writing,
      number: number,
      heirs: heirs,
      rows: held.map { PlanPosts.Row(held: $0, heir: posts.heir(of: $0, givers: givers)) }
    )
    guard let form else { return model }
    for index in model.rows.indices {
      let chosen = form.text(model.rows[index].field)
      model.rows[index].heir = heirs.contains(chosen) ? chosen : nil
    }
    model.refuseTwo()
    guard !model.isWrong else { return model }
    let kept = model.rows.compactMap { row in
      row.heir.map { PostKept(row.held.post, by: row.held.person, in: $0) }
    }
    let now: ReorganisationStep.Posts = kept.isEmpty ? .end : .keep(kept.distinct)
    switch planned.step {
    case .merge(let units, let into, let name, _):
      planned.step = .merge(units: units, into: into, name: name, posts: now)
    case .split(let unit, let into, let units, let people, _):
      planned.step = .split(unit: unit, into: into, units: units, people: people, posts: now)
    default: break
    }
    model.edit = .put([planned], at: number)
    return model
  }
}

extension PlanPosts {
  /// Of a function that one person holds at a time, only one is chosen in a unit.
  fileprivate mutating func refuseTwo() {
    for post in KnownPost.single {
      for heir in heirs {
        let chosen = rows.indices.filter { rows[$0].held.post == post.rawValue && rows[$0].heir == heir }
        guard Set(chosen.map { rows[$0].held.person }).count > 1 else { continue }
        for index in chosen { rows[index].error = Phrase.twoChosen.text }
      }
    }
  }
}

extension ReorganisationStep.Posts {
  /// Where a function is held on by what a step says now.
  fileprivate func heir(of held: AllotmentPost, givers: [String]) -> String? {
    switch self {
    case .end: nil
    case .pass(let heir): givers.contains(held.unit) || held.unit == heir ? heir : nil
    case .keep(let kept): kept.first { $0.post == held.post && $0.person == held.person }?.unit
    }
  }
}

extension [PostKept] {
  fileprivate var distinct: [PostKept] {
    var seen: Set<PostKept> = []
    return filter { seen.insert($0).inserted }
  }
}

/// The form in which it is chosen, function by function, who holds it on.
func planPostsView(_ model: PlanPosts, in frame: Frame) -> HTML {
  let writing = model.writing
  let title = Phrase.ofPlanStep(.choosePosts, model.number)
  let step = writing.plan.steps[model.number - 1].step
  let message = model.objections.said(besides: []).map(messageView)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(writing.path, frame.viewpoint))<h1>\(title)</h1>\
      <p class="subject"><a href="\(path: .plan(writing.key))">\(writing.title)</a></p>\
      <p>\(Phrase.planSentence(step, writing.name)) · \(Phrase.planEffective) \(Phrase.day(writing.plan.effective))</p>\
      </div></div>
      \(message ?? (model.isWrong ? messageView(Message(.refused, Phrase.mendForm.text)) : nil))
      <form class="form deed panel" method="post" action="\(path: model.action)" novalidate>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
      \(Form.hidden("version", String(writing.version)))
      \(model.rows.isEmpty
        ? "<p>\(Phrase.noPostsHeld)</p>" as HTML
        : "<p class=\"hint\">\(Phrase.postsOfStepMeaning)</p>\(table(model))")
      <div class="actions">\(model.rows.isEmpty
        ? nil : "<button class=\"button primary\" name=\"do\" value=\"save\">\(Phrase.keepPosts)</button>")\
      <a class="button" href="\(path: .plan(writing.key))">\(Phrase.backToPlan)</a></div></form>
      """
  )
}

private func table(_ model: PlanPosts) -> HTML {
  Table(
    caption: Phrase.postsOfStep.text,
    columns: [
      Column(Phrase.choosePosts.text), Column(Phrase.member.text), Column(Phrase.whatBecomesOfPost.text),
    ],
    rows: model.rows
  ) { row, page in
    let post = Phrase.post(row.held.post).leading
    let isHere = model.heirs.contains(row.held.unit)
    page.piece(
      """
      <tr><th scope="row">\(post)<span class="detail"><bdi lang="vi">\(row.held.unitName)</bdi></span></th><td>
      """
    )
    page.name(row.held.name)
    page.piece(
      """
      <span class="detail">\(row.held.person) · \(Phrase.day(row.held.since))</span></td><td>\
      <select name="\(row.field)" aria-label="\(Phrase.postOf(post.text, row.held.name))"\
      \(attribute: "aria-invalid", row.error == nil ? nil : "true")>\
      <option value="">\(isHere ? Phrase.postAsIs : .postEnds)</option>\(model.heirs, { heir in
        "<option value=\"\(heir)\"\(flag: row.heir == heir, "selected")>\(Phrase.heldOnIn(model.writing.name(heir)))</option>" as HTML
      })</select>\(row.error.map { "<p class=\"error\">\($0)</p>" as HTML })</td></tr>

      """
    )
  }.html
}
