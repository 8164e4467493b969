import Basics
package import Markup
import Phrases

/// A figure drawn: bars of the units directly below, each opening that unit's figure, and a line of months.
package func figurePictureView(_ picture: FigurePicture, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let name = figureName(picture.code)
  let title: Phrase
  var isOfDay = false
  switch picture.time {
  case .day(let day):
    title = .figureSentence(name.text, picture.unit.name, on: day)
    isOfDay = true
  case .period(let from, let until):
    title = .figureSentence(name.text, picture.unit.name, from: from, last: until.adding(days: -1))
  }
  let key = picture.unit.key
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(picture.path, viewpoint))\
      <h1><span class="great">\(Phrase.number(picture.count))</span> \(name)</h1><p>\(title)</p></div>
      <div class="actions"><button class="button small" type="button" data-print hidden>\(Phrase.print)\
      </button></div></div>
      \(figureTabs(picture.code, key, frame, current: .picture, isOfDay: isOfDay))
      \(line(picture, viewpoint))
      \(bars(picture, viewpoint))
      """
  )
}

private func line(_ picture: FigurePicture, _ viewpoint: Viewpoint) -> HTML? {
  guard let first = picture.points.first, let last = picture.points.last else { return nil }
  let name = figureName(picture.code)
  let months = picture.points.enumerated().map { index, point in
    let (year, month, _) = point.day.parts
    // A name for every half year has room on a phone, too.
    let isMarked = index % 6 == 0
    return Bar(
      point.count,
      label: isMarked ? Phrase.monthOfYear(month, year).text : "",
      amountLabel: "\(Phrase.day(point.day)): \(Phrase.number(point.count))",
      path: viewpoint.figure(picture.code, of: picture.unit.key, on: point.day),
      isMarked: isMarked
    )
  }
  let sentence = Phrase.lineSentence(name.text, first.day, first.count, last.day, last.count)
  return """
    <section class="panel" aria-labelledby="months"><header><h2 id="months">\(Phrase.lastTwoYears)</h2>\
    <span class="aside">\(sentence)</span></header>
    <div class="inside wide">\(Chart.line(months, sentence: sentence.text) { Phrase.number($0).text }.html)</div>
    </section>
    """
}

private func bars(_ picture: FigurePicture, _ viewpoint: Viewpoint) -> HTML {
  let head: HTML = """
    <header><h2 id="parts">\(Phrase.byUnitBelow)</h2>\
    <span class="aside">\(Phrase.number(picture.parts.count))</span></header>
    """
  guard let most = picture.parts.first else {
    return """
      <section class="panel" aria-labelledby="parts">\(head)\
      \(emptyView(.noPicture, why: .noPictureMeaning))</section>
      """
  }
  let sentence = Phrase.byUnitSentence(
    figureName(picture.code).text,
    picture.parts.count,
    most.unit.name,
    most.count
  )
  return """
    <section class="panel" aria-labelledby="parts">\(head)
    <div class="inside"><p class="unseen">\(sentence)</p>\
    <ol class="lengths" data-rows>\(picture.parts, { bar($0, most.count, picture, viewpoint) })</ol></div></section>
    """
}

private func bar(
  _ part: FigurePicture.Part,
  _ most: Int,
  _ picture: FigurePicture,
  _ viewpoint: Viewpoint
) -> HTML {
  let key = part.unit.key
  let path: Path =
    switch picture.time {
    case .day: viewpoint.figure(picture.code, of: key)
    case .period(let from, let until): viewpoint.figure(picture.code, of: key, from: from, until: until)
    }
  let inside: HTML = """
    <bdi lang="vi">\(part.unit.name)</bdi>\(Chart.length(part.count, of: most))\
    <b>\(Phrase.number(part.count))</b>
    """
  return path.isOpen
    ? "<li><a href=\"\(path: path)\">\(inside)</a></li>" : "<li><span>\(inside)</span></li>"
}
