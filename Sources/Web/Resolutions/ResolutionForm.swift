import Markup
import Phrases
import Records
import Rules

/// A form about a resolution, a task, or a visit of whoever follows a cell, with what was written in it and what was wrong with that.
struct ResolutionForm: Sendable {
  enum Kind: Hashable, Sendable {
    case enter, change, send
    case answer(CascadeWord.Code)
    /// A unit from which nothing was heard is reminded.
    case remind
    case assign
    /// A task for each of several members: the same, or one of their own.
    case assignMembers
    case changeTask, tell, end

    var code: String {
      switch self {
      case .enter: "enterResolution"
      case .change: "changeResolution"
      case .send: "sendResolution"
      case .answer(let word): word.rawValue
      case .remind: "remindUnit"
      case .assign: "assignTask"
      case .assignMembers: "assignTasks"
      case .changeTask: "changeTask"
      case .tell: "tellProgress"
      case .end: "endTask"
      }
    }
  }

  enum Control: Sendable {
    case text, words, day, units, people, file, choice
    /// Some of the members at home in the unit.
    case members
  }

  /// One of several answers, said in the language of whoever reads the form.
  struct Choice: Sendable {
    var value: String
    var label: @Sendable () -> String

    init(_ value: String, _ label: @escaping @autoclosure @Sendable () -> String) {
      self.value = value
      self.label = label
    }
  }

  /// A member the form may be for.
  struct Member: Sendable {
    let key: String
    let name: String
    /// How many open tasks they answer for.
    let tasks: Int
    let isChosen: Bool
    /// What their own task is, where it is not the one given to all.
    let own: String
  }

  struct Asked: Sendable {
    var field: Field
    var control: Control
    var isRequired: Bool
  }

  /// Which form it is, by the deed it asks for.
  var code: String
  /// What it is about: the title of the resolution, or what the task is.
  var about: String
  var unit: UnitLink
  var action: Path
  var back: Path
  var fields: [Asked]
  var choices: [Field: [Choice]] = [:]
  var values: [Field: String] = [:]
  var objections: [Objection] = []
  var candidates: [Field: [DeedSheet.Candidate]] = [:]
  var members: [Member] = []
  var request: String
}

extension ResolutionForm.Kind {
  /// What it asks, of a task by how that is counted.
  func fields(_ measure: TaskMeasure.Kind? = nil) -> [ResolutionForm.Asked] {
    typealias Asked = ResolutionForm.Asked
    func must(_ field: Field, _ control: ResolutionForm.Control) -> Asked {
      Asked(field: field, control: control, isRequired: true)
    }
    func may(_ field: Field, _ control: ResolutionForm.Control) -> Asked {
      Asked(field: field, control: control, isRequired: false)
    }
    switch self {
    case .enter, .change:
      return [
        must(.kind, .choice), may(.number, .text), must(.title, .text), must(.day, .day), may(.until, .day),
        may(.parent, .choice), may(.meeting, .choice), may(.basis, .text), may(.text, .words),
      ]
    case .send: return [must(.scope, .choice), may(.units, .units), must(.day, .day)]
    case .answer(.received): return [must(.day, .day)]
    case .answer(.studied):
      return [must(.day, .day), must(.place, .text), must(.members, .text), must(.all, .text)]
    case .answer(.reported): return [must(.day, .day), must(.text, .words)]
    case .remind: return [may(.note, .words)]
    case .assign, .changeTask:
      var asked = [
        must(.text, .text), must(.measure, .choice), may(.target, .text), may(.counted, .text),
        must(.from, .day), must(.due, .day), may(.person, .people), must(.weight, .text),
        may(.resolution, .choice),
      ]
      if self == .assign { asked.insert(must(.unit, .units), at: 1) }
      return asked
    case .assignMembers:
      return [
        may(.text, .text), must(.person, .members), must(.measure, .choice), may(.target, .text),
        may(.counted, .text), must(.from, .day), must(.due, .day), must(.weight, .text),
        may(.resolution, .choice),
      ]
    case .tell:
      switch measure {
      case .households: return [must(.quantity, .text), must(.day, .day)]
      case .evidence:
        return [must(.quantity, .choice), must(.day, .day), may(.note, .words), may(.scan, .file)]
      default: return [must(.quantity, .text), must(.day, .day), may(.note, .words), may(.scan, .file)]
      }
    case .end: return [must(.event, .choice), must(.day, .day), must(.reason, .text), may(.due, .day)]
    }
  }
}

/// The form, one column: each fault beside its field.
func resolutionFormView(_ form: ResolutionForm, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = form.objections.said(besides: form.fields.map(\.field))
  let title = Phrase.resolutionForm(form.code)
  let hasFile = form.fields.contains { $0.field == .scan }
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div><h1>\(title)</h1>\
      <p><bdi lang="vi">\(form.about)</bdi>\(form.about.isEmpty ? nil : ", ")<bdi lang="vi">\(form.unit.name)</bdi></p>\
      </div></div>
      <form class="form narrow" method="post" action="\(path: form.action)"\
      \(hasFile ? " enctype=\"multipart/form-data\"" as HTML : nil) data-draft>\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", form.request))
      \(form.fields, { field($0, form) })
      <div class="actions"><button class="button primary">\(title)</button>\
      <a class="button" href="\(path: form.back)">\(Phrase.notDoing)</a></div></form>
      """
  )
}

private func field(_ asked: ResolutionForm.Asked, _ form: ResolutionForm) -> HTML {
  let name = asked.field.rawValue
  let label = Phrase.resolutionLabel(form.code, name).text
  let control: FormField.Kind =
    switch asked.control {
    case .text: .text
    case .words: .words
    case .day: .day
    case .units: .lookup(Path("lookup", "units"))
    case .people: .lookup(Path("lookup", "people"))
    case .members: .text
    case .file: .file(".pdf,.jpg,.jpeg,.png")
    case .choice: .choice((form.choices[asked.field] ?? []).map { FormField.Choice($0.value, $0.label()) })
    }
  if asked.control == .members { return membersField(form, label) }
  let candidates = form.candidates[asked.field] ?? []
  let field = FormField(
    name,
    asked.isRequired ? label : "\(label) (\(Phrase.optional))",
    kind: control,
    value: form.values[asked.field] ?? "",
    hint: Phrase.resolutionHint(form.code, name)?.text,
    error: form.objections.said(asked.field),
    isRequired: asked.isRequired,
    autocomplete: "off"
  )
  return "\(field.html)\(candidates.isEmpty ? nil : candidatesView(candidates, name))"
}

/// A box for each member, with how many open tasks they have already.
private func membersField(_ form: ResolutionForm, _ label: String) -> HTML {
  let error: HTML? = form.objections.said(.person).map { "<p class=\"error\">\($0)</p>" }
  let rows = form.members.map { member -> HTML in
    """
    <div><label class="tick"><input type="checkbox" name="whom" value="\(member.key)"\(flag: member.isChosen, "checked")> \
    <span><bdi lang="vi">\(member.name)</bdi> <small>\(Phrase.openTasks(member.tasks))</small></span></label>
    <input type="text" name="own-\(member.key)" value="\(member.own)" lang="vi" autocomplete="off" \
    aria-label="\(Phrase.ownTask(of: member.name))" placeholder="\(Phrase.taskOfAll)"></div>
    """
  }
  return """
    <fieldset class="field\(error == nil ? nil : " wrong" as HTML)"><legend>\(label)</legend>
    <p class="hint">\(Phrase.taskMembersHint)</p><div class="ticks with-words">\(rows, \.self)</div>\(error)</fieldset>
    """
}
