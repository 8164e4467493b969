/// A form that works without script: fields with their labels, what was wrong with each, and the token
/// by which the site knows that the form is its own.
///
///     Form(action: Path("sign-in"), token: token, button: "Sign in", fields: [name, password]).html
package struct Form: Sendable {
  package var action: Path
  /// Proof that the page that sends the form came from here; written as the hidden field `token`.
  package var token: String
  /// What the one primary button does, as a verb.
  package var button: String
  package var fields: [FormField]
  /// Further hidden values sent along.
  package var hidden: [Query.Pair]

  package init(
    action: Path,
    token: String,
    button: String,
    fields: [FormField],
    hidden: [Query.Pair] = []
  ) {
    self.action = action
    self.token = token
    self.button = button
    self.fields = fields
    self.hidden = hidden
  }

  package var html: HTML {
    """
    <form class="form" method="post" action="\(path: action)"\(flag: !hasSecret, "data-draft")>
    \(Form.hidden("token", token))\(hidden, Form.hidden)
    \(fields, \.html)
    <button class="button primary">\(button)</button>
    </form>
    """
  }

  /// Whether what is typed in it must not be kept, not even by the browser for a while.
  private var hasSecret: Bool {
    fields.contains { field in
      if case .password = field.kind { true } else { false }
    }
  }

  /// A value of a query sent along and not shown.
  package static func hidden(_ pair: Query.Pair) -> HTML {
    hidden(pair.name, pair.value)
  }

  /// A value sent along and not shown.
  package static func hidden(_ name: String, _ value: String) -> HTML {
    """
    <input type="hidden" name="\(name)" value="\(value)">
    """
  }
}

/// One field of a form, with what the person last wrote in it and what was wrong with that.
package struct FormField: Sendable {
  /// What the browser offers for it.
  package enum Kind: Sendable {
    case text
    case password
    case day
    case time
    case choice([Choice])
    case words
    /// A file of these endings.
    case file(String)
    /// Free text, with words offered.
    case suggested([Choice])
    /// Free text, for which script fetches suggestions from an address.
    case lookup(Path)
  }

  /// One of several answers.
  package struct Choice: Sendable {
    package var value: String
    package var label: String

    package init(_ value: String, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  package var name: String
  package var label: String
  package var kind: Kind
  package var value: String
  package var hint: String?
  package var error: String?
  package var isRequired: Bool
  /// What the browser may fill in by itself, such as `username`.
  package var autocomplete: String?
  /// What its label knows it by before its name: another for each form of a page that asks the same.
  package var scope = "f"

  package init(
    _ name: String,
    _ label: String,
    kind: Kind = .text,
    value: String = "",
    hint: String? = nil,
    error: String? = nil,
    isRequired: Bool = true,
    autocomplete: String? = nil,
    scope: String = "f"
  ) {
    self.scope = scope
    self.name = name
    self.label = label
    self.kind = kind
    self.value = value
    self.hint = hint
    self.error = error
    self.isRequired = isRequired
    self.autocomplete = autocomplete
  }

  private var id: String { "\(scope)-\(name)" }

  package var html: HTML {
    """
    <div class="field\(error == nil ? "" as HTML : " wrong")">
    <label for="\(id)">\(label)</label>
    \(control)
    \(hint.map(hintLine))\(error.map(errorLine))
    </div>
    """
  }

  private func hintLine(_ hint: String) -> HTML {
    """
    <p class="hint" id="\(id)-hint">\(hint)</p>
    """
  }

  private func errorLine(_ error: String) -> HTML {
    """
    <p class="error" id="\(id)-error">\(error)</p>
    """
  }

  private var control: HTML {
    switch kind {
    case .text: input("text", value: value)
    case .password: input("password", value: "")
    case .day: input("date", value: value)
    case .time: input("time", value: value)
    case .words:
      """
      <textarea id="\(id)" name="\(name)" rows="4"\(states)>\(value)</textarea>
      """
    case .choice(let choices):
      """
      <select id="\(id)" name="\(name)"\(states)>\(choices, option)</select>
      """
    case .file(let endings):
      """
      <input type="file" id="\(id)" name="\(name)" accept="\(endings)"\(states)>
      """
    case .suggested(let choices):
      """
      <input type="text" id="\(id)" name="\(name)" value="\(value)" list="\(id)-list"\(states)>\
      <datalist id="\(id)-list">\(choices, option)</datalist>
      """
    case .lookup(let address):
      """
      <input type="text" id="\(id)" name="\(name)" value="\(value)" list="\(id)-list" \
      data-lookup="\(path: address)"\(states)><datalist id="\(id)-list"></datalist>
      """
    }
  }

  private func option(_ choice: Choice) -> HTML {
    """
    <option value="\(choice.value)"\(flag: choice.value == value, "selected")>\(choice.label)</option>
    """
  }

  private func input(_ type: StaticString, value: String) -> HTML {
    """
    <input type="\(HTML(stringLiteral: type))" id="\(id)" name="\(name)" value="\(value)"\(states)>
    """
  }

  /// What a reader hears with the control: whether it is required, wrong, and where that is said.
  private var states: HTML {
    let told = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }]
      .compactMap { $0 }
      .joined(separator: " ")
    return """
      \(flag: isRequired, "required")\(attribute: "autocomplete", autocomplete)\
      \(attribute: "aria-describedby", told.isEmpty ? nil : told)\
      \(attribute: "aria-invalid", error == nil ? nil : "true")\(flag: error != nil, "autofocus")
      """
  }
}
