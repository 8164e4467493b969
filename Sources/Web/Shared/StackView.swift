import Markup

/// Parts of a whole as one bar, and below it what each shade stands for, with its amount.
func stackView(_ parts: [StackPart], sentence: String, _ amount: (Bar) -> HTML) -> HTML {
  """
  <div>\(Chart.stack(parts, sentence: sentence).html)
  <ul class="legend">\(parts, { part in
    "<li><span class=\"swatch \(HTML(stringLiteral: part.shade.name))\"></span>\(part.bar.label) \(amount(part.bar))</li>" as HTML
  })</ul></div>
  """
}
