/// Words that name a direction and nothing that could be counted, as a rulebook lists them.
///
///     VagueWords(["đẩy mạnh"]).found(in: "Đẩy mạnh  tuyên truyền")   // ["đẩy mạnh"]
public struct VagueWords: Hashable, Sendable {
  private let words: [String]

  public init(_ words: [String]) {
    self.words = words
  }

  /// The words of the list that stand in a text as whole words, in the order of the list.
  public func found(in text: String) -> [String] {
    let spoken = VagueWords.spoken(text)
    return words.filter { word in
      let wanted = VagueWords.spoken(word)
      guard !wanted.isEmpty, wanted.count <= spoken.count else { return false }
      return (0...(spoken.count - wanted.count)).contains { start in
        Array(spoken[start..<(start + wanted.count)]) == wanted
      }
    }
  }

  /// A text as the words one says: without capitals and signs.
  private static func spoken(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension AssignedTask {
  /// Why a task that nobody could count is refused: what it names that could mean anything.
  ///
  /// `vague`: the list in force; `judge`: whether such words may stand where there is a quantity.
  public func objections(_ vague: VagueWords, by judge: Judge?) -> [Objection] {
    var objections: [Objection] = []
    if due < begins { objections.append(Objection(.due, .beforeDay(begins))) }
    if measure.target <= .zero { objections.append(Objection(.target, .notAnAmount("0"))) }
    if !(1...AssignedTask.heaviest).contains(weight) {
      objections.append(Objection(.weight, .notAnAmount(String(weight))))
    }
    var said = [(field: Field.text, words: vague.found(in: what))]
    if case .evidence(let evidence) = measure { said.append((.counted, vague.found(in: evidence))) }
    let isCounted = if case .evidence = measure { false } else { true }
    for (field, words) in said where !words.isEmpty {
      let verdict = judge?.verdict([
        "task.vagueWords": Quantity(words.count), "task.counted": Quantity(isCounted ? 1 : 0),
      ])
      guard let clause = verdict?.findings.first(where: { $0.truth == .notMet })?.clause else { continue }
      objections.append(Objection(field, .vague(words, number: clause.number)))
    }
    return objections
  }
}
