import Markup
import Phrases

/// The list of keys, opened by `?` and from the foot of the page where there is script.
///
/// Each key has a visible control besides; script leaves out those that have none on this page.
func keysView(_ places: [String]) -> HTML {
  """
  <dialog class="keys" id="keys" aria-labelledby="keys-title">
  <h2 id="keys-title">\(Phrase.keys)</h2>
  <p class="hint keys-off">\(Phrase.keysAreOff)</p>
  <dl class="pairs">
  \(key(["/"], .keyFind, "[data-find]"))
  \(key(["d"], .keyDay, "[data-day]"))
  \(key(["[", "]"], .keyDayStep, ".day .step"))
  \(key(["g"] + places, .keyGo, "[data-go]"))
  \(key(["j", "k"], .keyRows, "[data-rows] > *"))
  \(key(["Enter"], .keyOpen, "[data-rows] > *"))
  \(key(["x"], .keyMark, "[data-rows] [type=checkbox]"))
  \(key(["Shift", "x"], .keyMarkRange, "[data-rows] [type=checkbox]"))
  \(key(["f"], .keyFilter, "[data-filter]"))
  \(key(["n", "N"], .keyHit, "main mark"))
  \(key(["e"], .keyExport, "main a[download]"))
  \(key(["w"], .keyWhy, "[data-why]"))
  \(key(["Esc"], .keyClose, "dialog"))
  \(key(["?"], .keyAll, "dialog"))
  </dl>
  <p class="hint">\(Phrase.keysOnThisPage) \(Phrase.keysWhere)</p>
  <form method="dialog"><button class="button">\(Phrase.close)</button></form>
  </dialog>
  """
}

/// A key or several in a row, what they do, and what must be on the page for them.
private func key(_ names: [String], _ meaning: Phrase, _ needs: String) -> HTML {
  """
  <div data-needs="\(needs)"><dt>\(names, { "<kbd>\($0)</kbd> " })</dt><dd>\(meaning)</dd></div>
  """
}
