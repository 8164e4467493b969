import Basics
import Markup
import Phrases
import Records
import Rules

/// The units a plan changes, as they stand on the day before it and on its day, side by side.
func planTreesView(_ sight: PlanSight, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML? {
  let changes = sight.outlook.changes.filter { change in
    guard let focus = sight.focus else { return true }
    return change.code == focus || change.parent == focus
  }
  guard !changes.isEmpty else { return nil }
  let day = sight.outlook.day
  let before = changes.filter { !$0.turns.contains(.begins) }
  let after = changes.filter { change in
    !change.turns.contains { if case .ends = $0 { true } else { false } }
  }
  let whole: HTML? =
    sight.isDone
    ? """
    <span class="aside"><a href="\(path: viewpoint.moved(to: day).trees(unit.key, against: day.adding(days: -1), levels: 3))">\
    \(Phrase.planSeeDay(day))</a></span>
    """ : nil
  return """
    <section class="panel" aria-labelledby="trees"><header><h2 id="trees">\(Phrase.planTrees)</h2>\(whole)</header>
    <details class="inside more"\(flag: changes.count <= 16, "open")><summary>\
    \(Phrase.planChangesOf(changes.count))</summary>
    <div class="columns halves">\(side(before, sight, isAfter: false, viewpoint))\
    \(side(after, sight, isAfter: true, viewpoint))</div></details></section>
    """
}

private let mostShown = 40

private func side(_ changes: [UnitChange], _ sight: PlanSight, isAfter: Bool, _ viewpoint: Viewpoint) -> HTML
{
  let outlook = sight.outlook
  let day = isAfter ? outlook.day : outlook.day.adding(days: -1)
  let there = viewpoint.moved(to: day)
  // On the day before, a unit is called what it was called.
  var names = outlook.names
  if !isAfter { for change in outlook.changes { names[change.code] = change.formerName } }
  var order: [String?] = []
  var below: [String?: [UnitChange]] = [:]
  for change in changes.prefix(mostShown) {
    let parent = isAfter ? change.parent : change.formerParent
    if below[parent] == nil { order.append(parent) }
    below[parent, default: []].append(change)
  }
  let more: HTML? =
    changes.count > mostShown
    ? "<p class=\"quiet\">\(Phrase.planMoreUnits(changes.count - mostShown))</p>" : nil
  return """
    <div><h3>\(Phrase.planTreeOn(day))</h3><ul class="twin">\(order, { parent in
      let name = parent.map { names[$0] ?? $0 }
      return """
        <li><b>\(name.map { "<bdi lang=\"vi\">\($0)</bdi>" as HTML } ?? "\(Phrase.planTop)")</b>\
        <ul>\(below[parent] ?? [], { leaf($0, sight, isAfter: isAfter, there) })</ul></li>
        """ as HTML
    })</ul>\(more)</div>
    """
}

private func leaf(_ change: UnitChange, _ sight: PlanSight, isAfter: Bool, _ viewpoint: Viewpoint) -> HTML {
  let name = isAfter ? change.name : change.formerName
  let there = sight.link(change.code, change.unit, name, isNew: change.turns.contains(.begins))
  let link: HTML = there.map { unitLink($0, viewpoint) } ?? "<bdi lang=\"vi\">\(name)</bdi>"
  let marks = change.turns.map { mark($0, sight.outlook.names, isAfter: isAfter) }
  return "<li>\(link)<div class=\"marks\">\(marks, \.self)</div></li>"
}

/// What becomes of a unit, in words behind a shape.
private func mark(_ turn: UnitChange.Turn, _ names: [String: String], isAfter: Bool) -> HTML {
  func name(_ code: String?) -> String { code.map { names[$0] ?? $0 } ?? Phrase.planTop.text }
  func state(_ shape: HTML, _ words: Phrase) -> HTML {
    "<span class=\"state \(shape)\"><span>\(words)</span></span>"
  }
  switch turn {
  case .begins: return state("good", .planFounded)
  case .ends(let heirs): return state("bad", .planEndsInto(heirs.map(name)))
  case .moves(let from, let to):
    return state("watch", isAfter ? .planMovedFrom(name(from)) : .planMovesTo(name(to)))
  case .renamed(let from, let to):
    return state("ring", isAfter ? .planRenamedFrom(from) : .planRenamedTo(to))
  case .kind(let from, let to):
    return state(
      "ring",
      isAfter ? .planWas(.unitKindShort(from.rawValue)) : .planBecomes(.unitKindShort(to.rawValue))
    )
  case .sector(let from, let to):
    let former = from.map { Phrase.sector($0.rawValue) } ?? .planTop
    return state("ring", isAfter ? .planWas(former) : .planBecomes(.sector(to.rawValue)))
  }
}

extension UnitChange {
  /// The unit above it before the plan.
  fileprivate var formerParent: String? {
    for turn in turns {
      if case .moves(let from, _) = turn { return from }
    }
    return parent
  }

  /// What it was called before the plan.
  fileprivate var formerName: String {
    for turn in turns {
      if case .renamed(let from, _) = turn { return from }
    }
    return name
  }
}
