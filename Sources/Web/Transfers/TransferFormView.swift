import Basics
import Markup
import Phrases
import Rules

/// A form of a transfer: asking for one, or a step of one.
func transferFormView(_ model: TransferForm, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let fields = fields(model)
  var frame = frame
  frame.message = model.objections.said(besides: fields.map(\.field))
  return page(
    frame,
    title: title(model),
    content: """
      <div class="heading"><div><h1>\(title(model))</h1>
      <p class="subject">\(subject(model, viewpoint))</p></div></div>
      <div class="columns wide-narrow"><div class="stack">
      <form class="form deed panel" method="post" action="\(path: action(model))"\
      \(attribute: "data-draft", model.isPicked ? nil : model.request) novalidate>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      <div class="fields">\(fields, { fieldView($0, model) })</div>
      \(consequence(model))
      <div class="actions"><button class="button primary">\(button(model))</button>
      <a class="button" href="\(path: back(model, viewpoint))">\(Phrase.notDoing)</a></div>
      </form></div><div class="stack">\(beside(model, viewpoint))</div></div>
      """
  )
}

private func title(_ model: TransferForm) -> Phrase {
  switch model.kind {
  case .ask: .askForTransfer
  case .fetch: .askSomebodyHere
  case .move(let move, _): .transferStep(move.rawValue)
  }
}

private func button(_ model: TransferForm) -> Phrase {
  switch model.kind {
  case .ask, .fetch: .sendRequest
  case .move(let move, _): .transferStep(move.rawValue)
  }
}

private func subject(_ model: TransferForm, _ viewpoint: Viewpoint) -> HTML {
  switch model.kind {
  case .ask(let person, _): personLink(person, viewpoint)
  case .fetch(let unit): unitLink(unit, viewpoint)
  case .move(_, let page): personView(page.told.person, opens: page.told.opensPerson, viewpoint)
  }
}

private func action(_ model: TransferForm) -> Path {
  switch model.kind {
  case .ask(let person, _): .askTransfer(person.key)
  case .fetch(let unit): .fetchMember(unit.key)
  case .move(let move, let page): .transfer(page.told.key, move)
  }
}

private func back(_ model: TransferForm, _ viewpoint: Viewpoint) -> Path {
  switch model.back {
  case .transfer(let key): viewpoint.transfer(key)
  case .person(let key): viewpoint.transfers(ofPerson: key)
  case .unit(let key): viewpoint.transfers(key)
  }
}

// MARK: Fields

private struct AskedField {
  let field: Field
  let label: Phrase
  var kind: FormField.Kind = .text
  var hint: Phrase?
  var isRequired = true
}

private func fields(_ model: TransferForm) -> [AskedField] {
  switch model.kind {
  case .ask: return [whereTo, outside] + asking
  case .fetch:
    return [
      AskedField(field: .code, label: .memberCode),
      AskedField(field: .name, label: .name, hint: .wholeNameHint),
    ] + asking
  case .move(.send, _):
    return [
      AskedField(field: .letter, label: .letterNumber),
      AskedField(field: .day, label: .letterDay, kind: .day),
    ]
  case .move(.receive, _):
    let cells = model.cells.map { FormField.Choice($0.key, $0.name) }
    let unit = AskedField(
      field: .unit,
      label: .receivingUnit,
      kind: .choice([FormField.Choice("", Phrase.choose.text)] + cells)
    )
    return (cells.isEmpty ? [] : [unit]) + [
      AskedField(field: .presented, label: .presentedOn, kind: .day),
      AskedField(field: .day, label: .firstDayThere, kind: .day),
    ]
  case .move(.arrived, _):
    return [
      AskedField(field: .presented, label: .presentedOn, kind: .day),
      AskedField(field: .day, label: .firstDayGone, kind: .day),
    ]
  case .move(.giveBack, _), .move(.withdraw, _):
    return [
      AskedField(field: .reason, label: .whyTitle, kind: .words),
      AskedField(field: .day, label: .dayOfStep, kind: .day),
    ]
  }
}

private var whereTo: AskedField {
  AskedField(
    field: .unit,
    label: .whereTo,
    kind: .lookup(Path("lookup", "units")),
    hint: .whereToHint,
    isRequired: false
  )
}

private var outside: AskedField {
  AskedField(field: .outside, label: .outsideUnit, hint: .outsideHint, isRequired: false)
}

private var asking: [AskedField] {
  [
    AskedField(
      field: .kind,
      label: .kindOfTransfer,
      kind: .choice(
        TransferKind.allCases.map {
          FormField.Choice($0.rawValue, Phrase.transferKind($0.rawValue).leading.text)
        }
      )
    ),
    AskedField(
      field: .event,
      label: .eventTitle,
      kind: .choice(
        [FormField.Choice("", Phrase.choose.text)]
          + TransferEvent.allCases.map {
            FormField.Choice($0.rawValue, Phrase.transferEvent($0.rawValue).leading.text)
          }
      )
    ),
    AskedField(field: .happened, label: .happenedOn, kind: .day, hint: .happenedHint),
    AskedField(field: .until, label: .temporaryUntil, kind: .day, hint: .untilHint, isRequired: false),
    AskedField(field: .day, label: .askedOn, kind: .day),
    AskedField(field: .note, label: .noteTitle, kind: .words, isRequired: false),
  ]
}

private func fieldView(_ asked: AskedField, _ model: TransferForm) -> HTML {
  let candidates = model.candidates[asked.field] ?? []
  let field = FormField(
    asked.field.rawValue,
    asked.label.text,
    kind: asked.kind,
    value: model.values[asked.field] ?? "",
    hint: asked.hint?.text,
    error: model.objections.said(asked.field),
    isRequired: asked.isRequired,
    autocomplete: "off"
  )
  return "\(field.html)\(candidates.isEmpty ? nil : candidatesView(candidates, asked.field.rawValue))"
}

/// What the step brings about, said before the button.
private func consequence(_ model: TransferForm) -> HTML? {
  guard case .move(let move, let page) = model.kind else { return nil }
  let words: Phrase? =
    switch move {
    case .receive: page.told.request.kind == .temporary ? .stayCountedAtHome : .fromThisDayCounted
    case .arrived: page.told.request.kind == .temporary ? .stayCountedAtHome : .fromThisDayGone
    case .send: .countedAt(page.told.source.name)
    case .giveBack, .withdraw: nil
    }
  return words.map { "<p class=\"hint\">\($0)</p>" }
}

/// What the transfer is, beside the form of a step.
private func beside(_ model: TransferForm, _ viewpoint: Viewpoint) -> HTML? {
  guard case .move(_, let page) = model.kind else { return nil }
  let told = page.told
  var pairs: [(Phrase, HTML)] = [
    (.leavesUnit, placeView(told.source, viewpoint)), (.comesToUnit, placeView(told.whereTo, viewpoint)),
    (.eventTitle, occasionView(told.request)),
  ]
  if let letter = told.step.letter, let sent = told.step.sent {
    pairs.append((.theLetter, "\(Phrase.letterOf(letter, sent))"))
  }
  for term in told.terms {
    pairs.append((term.part == .asking ? .askingTerm : .presentingTerm, termView(term)))
  }
  return """
    <section class="group" aria-labelledby="as-is"><header><h2 id="as-is">\(Phrase.asItIs)</h2></header>\
    <dl class="pairs">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl></section>
    """
}
