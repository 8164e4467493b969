import Markup
import Phrases
import Rules

/// The part of a plan's page where it is written, besides its steps: what it begins with; the same as text and as a
/// file; and handing it in.
func planWritingView(_ model: PlanDesk, in frame: Frame) -> HTML {
  let isOpen = model.mayWrite && model.state == .draft
  guard let key = model.plan else { return beginning(model, frame) }
  return """
    \(isOpen ? text(model, key, frame) : nil)
    \(isOpen ? ending(model, key, frame) : nil)
    """
}

/// A plan that is not kept yet: its title, day and decision; or all of it as text, or from a file.
private func beginning(_ model: PlanDesk, _ frame: Frame) -> HTML {
  let isTyped = !model.faults.isEmpty || model.sheet != nil
  return """
    <form class="form" method="post" action="\(path: .newPlan(model.unit.key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <p>\(Phrase.newPlanMeaning)</p>\(model.particulars.map(planParticularsFields))
    <div class="actions"><button class="button primary" name="do" value="begin">\(Phrase.beginPlan)</button></div>
    <details class="more"\(flag: isTyped, "open")><summary>\(Phrase.planYAML)</summary>
    \(planTextField(model.draft.body))
    <div class="actions"><button class="button" name="step" value="preview">\(Phrase.checkPlan)</button>\
    <button class="button" name="step" value="save">\(Phrase.keepPlan)</button></div></details></form>
    \(planFileView(model.unit.key, nil, in: frame))
    """
}

/// The same plan as text, and as a file.
private func text(_ model: PlanDesk, _ key: String, _ frame: Frame) -> HTML {
  let version = model.steps?.version ?? 0
  return """
    <details class="more"><summary>\(Phrase.planYAML)</summary>
    \(planTextForm(key, model.draft.body, version: version, in: frame))</details>
    <details class="more"><summary>\(Phrase.planFiles)</summary>
    <div class="stack"><ul class="ways"><li><a href="\(path: .plan(key, "plan.xlsx"))" download>\(Phrase.planAs("xlsx"))</a></li>\
    <li><a href="\(path: .plan(key, "plan.yaml"))" download>\(Phrase.planAs("yaml"))</a></li></ul>
    \(planFileView(model.unit.key, key, version: version, in: frame))</div></details>
    """
}

/// Handing the plan in, once nothing stands in its way, or giving it up.
private func ending(_ model: PlanDesk, _ key: String, _ frame: Frame) -> HTML {
  let isSound = model.sheet.map { $0.isBalanced && $0.allBlocking.isEmpty } ?? false
  let submit: HTML = """
    <div class="actions"><button class="button primary" name="step" value="submit">\(Phrase.submitPlan)</button></div>
    """
  return """
    <form class="form" method="post" action="\(path: .plan(key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    \(isSound ? submit : nil)
    <details class="more"><summary>\(Phrase.giveUpPlan)</summary>\(planWhyField(model))<div class="actions">\
    <button class="button" name="step" value="withdraw">\(Phrase.giveUpPlan)</button></div></details></form>
    """
}

/// Why a plan is sent back or given up.
func planWhyField(_ model: PlanDesk) -> HTML {
  FormField(
    "why",
    Phrase.planWhy.text,
    kind: .text,
    value: model.draft.why,
    error: model.draft.objections.said(.reason),
    isRequired: false,
    autocomplete: "off"
  ).html
}

// MARK: As text

/// The form of a plan's text; one too long for a form is downloaded and handed in as a file.
private func planTextForm(_ key: String, _ body: String, version: Int64, in frame: Frame) -> HTML {
  guard body.utf8.count <= PlanFilePages.longest else { return "<p>\(Phrase.planTextLong)</p>" }
  return """
    <form class="form" method="post" action="\(path: .plan(key, "text"))">
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("version", String(version)))
    \(planTextField(body))
    <div class="actions"><button class="button">\(Phrase.keepPlan)</button></div></form>
    """
}

/// A change of a plan that was not kept: why, and the text as it was typed.
struct PlanTextRefused: Sendable {
  let writing: PlanWriting
  let body: String
  let faults: [RulebookFault]
  let objections: [Objection]
}

func planTextRefusedView(_ model: PlanTextRefused, in frame: Frame) -> HTML {
  let writing = model.writing
  let message = model.faults.isEmpty ? model.objections.said(besides: []).map(messageView) : nil
  let faults = model.faults.map { Phrase.rulebookFault($0) }
  return page(
    frame,
    title: .planYAML,
    content: """
      <div class="heading"><div>\(crumbs(writing.path, frame.viewpoint))<h1>\(Phrase.planYAML)</h1>\
      <p class="subject"><a href="\(path: .plan(writing.key))">\(writing.title)</a></p></div></div>
      \(message)\(faults.isEmpty ? nil : """
        <div class="message refused" role="alert"><ul class="reasons">\(faults, { "<li>\($0)</li>" })</ul></div>
        """)
      \(planTextForm(writing.key, model.body, version: writing.version, in: frame))
      <p><a class="button" href="\(path: .plan(writing.key))">\(Phrase.backToPlan)</a></p>
      """
  )
}

func planTextField(_ body: String) -> HTML {
  """
  <div class="field"><label for="body">\(Phrase.planText)</label>\
  <p class="hint" id="body-hint">\(Phrase.planYAMLHint)</p>\
  <textarea id="body" name="body" class="told-code" rows="12" spellcheck="false" autocomplete="off" \
  aria-describedby="body-hint">
  \(body)</textarea></div>
  """
}

func planFileField(_ error: String?) -> HTML {
  FormField(
    "plan",
    Phrase.planFile.text,
    kind: .file(".xlsx,.yaml,.yml"),
    hint: Phrase.planFileHint.text,
    error: error
  ).html
}
