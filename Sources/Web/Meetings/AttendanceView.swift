import Basics
import Markup
import Phrases
import Rules

/// Who took part in the meetings of a year.
func attendanceView(_ model: AttendanceYear, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  let isEmpty = model.held.isEmpty && model.rows.isEmpty
  let files =
    isEmpty || !model.takesFiles ? [] : fileLinks { viewpoint.attendanceFile(key, $0, year: model.year) }
  return page(
    frame,
    title: .attendanceOf(model.unit.name, model.year),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .attendanceOf(model.unit.name, model.year), frame, topic: .attendanceTitle, actions: files))
      \(workTabs(key, viewpoint, current: .meetings))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\
      \(yearTurn(model.year - 1, viewpoint) { viewpoint.attendance(key, year: $0) })<b>\(String(model.year))</b>\
      \(yearTurn(model.year + 1, viewpoint) { viewpoint.attendance(key, year: $0) })\
      <a class="button small" href="\(path: viewpoint.meetings(key, year: model.year))">\(Phrase.meetingsTitle)</a></nav>
      \(isEmpty ? emptyPanel : "\(sumsView(model))\(model.isCell ? cellView(model, viewpoint) : unitsView(model, viewpoint))")
      """
  )
}

private var emptyPanel: HTML {
  "<section class=\"panel\">\(emptyView(.nothingHeld, why: .nothingHeldMeaning))</section>"
}

private func sumsView(_ model: AttendanceYear) -> HTML {
  let sum = model.sum
  let numbers: [(Phrase, HTML)] = [
    (.meetingsHeld, "\(Phrase.number(sum.meetings))"),
    (.rateShort, sum.obliged == 0 ? "–" : "\(Phrase.percent(sum.present, of: sum.obliged))"),
    (.attendanceMark("absent"), "\(Phrase.number(sum.unexcused))"),
    (.quorumMissed, "\(Phrase.number(sum.withoutQuorum))"),
  ]
  let rule: HTML? = model.quorum.map { clause in
    """
    <p class="quiet">\(Phrase.quorumRule): \(Phrase(clause.text)) · \
    \(confidenceView(clause.confidence, clause.sources))</p>
    """
  }
  return """
    <dl class="standing">\(numbers, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\(rule)
    <p class="quiet">\(Phrase.attendanceMeaning)</p>
    """
}

// MARK: A cell

/// The people of a cell and the months of the year, each mark opening its meeting.
private func cellView(_ model: AttendanceYear, _ viewpoint: Viewpoint) -> HTML {
  let columns =
    [Column(Phrase.name.text)] + (1...12).map { Column(Phrase.month($0).text) }
    + [
      Column(Phrase.presentShort.text, .number), Column(Phrase.excusedShort.text, .number),
      Column(Phrase.absentShort.text, .number), Column(Phrase.rateShort.text, .number),
    ]
  let table = Table(
    caption: Phrase.attendanceByPerson.text,
    columns: columns,
    rows: model.people,
    isDense: true,
    foot: meetingsFoot(model, viewpoint)
  ) { person, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.attendance(ofPerson: person.person.key, year: model.year))
    page.markup("\">")
    page.name(person.person.name)
    page.markup("</a></th>")
    for month in 1...12 {
      let marks = person.marks.filter { $0.day.parts.month == month }
      page.cell(.month(month), marks.isEmpty ? nil : "\(marks, { markView($0, viewpoint) })")
    }
    let sums = person.sums
    func number(_ head: Phrase, _ count: Int) -> HTML {
      "<td class=\"num\" data-head=\"\(head)\">\(sums.obliged == 0 ? Phrase(verbatim: "–") : .number(count))</td>"
    }
    page.piece(number(.presentShort, sums.present))
    page.piece(number(.excusedShort, sums.excused))
    page.piece(number(.absentShort, sums.absent))
    page.piece(
      """
      <td class="num" data-head="\(Phrase.rateShort)">\
      \(sums.obliged == 0 ? Phrase.guestShort : .percent(sums.present, of: sums.obliged))</td></tr>

      """
    )
  }
  return """
    <section class="panel attendance" aria-labelledby="people"><header><h2 id="people">\(Phrase.attendanceByPerson)</h2>\
    <span class="aside">\(Phrase.number(model.people.count))</span></header>
    <div class="stacks">\(table.html)</div>\(legend)</section>
    """
}

/// Under each month its meetings: how many of those obliged came, and whether that was enough.
private func meetingsFoot(_ model: AttendanceYear, _ viewpoint: Viewpoint) -> HTML {
  func told(_ held: AttendanceYear.Held) -> HTML {
    let rate: HTML =
      held.turnout.map { "\(Phrase.presentOf($0.present, $0.obliged))" } ?? "\(Phrase.dayAndMonth(held.day))"
    let words = Phrase.meetingKind(held.kind.rawValue)
    return """
      <a href="\(path: viewpoint.meeting(held.key))" title="\(Phrase.day(held.day)), \(words)">\(rate)</a>\
      \(held.hasQuorum == false ? "<span class=\"state bad\">\(Phrase.quorumMissedShort)</span>" as HTML : nil)
      """
  }
  let months = (1...12).map { month -> HTML in
    let held = model.held.filter { $0.day.parts.month == month }
    if held.isEmpty { return "<td></td>" }
    return "<td data-head=\"\(Phrase.month(month))\">\(held, { "<div>\(told($0))</div>" })</td>"
  }
  return """
    <tr><th scope="row">\(Phrase.presentOfObliged)</th>\(months, \.self)<td></td><td></td><td></td>\
    <td class="num" data-head="\(Phrase.rateShort)">\
    \(model.sum.obliged == 0 ? Phrase(verbatim: "–") : .percent(model.sum.present, of: model.sum.obliged))</td></tr>
    """
}

/// A mark as one letter that opens its meeting; read aloud it says what it stands for.
private func markView(_ mark: AttendanceYear.Mark, _ viewpoint: Viewpoint) -> HTML {
  let words: Phrase = .markOn(mark.day, .attendanceMark(mark.mark.rawValue), counts: mark.isObliged)
  return """
    <a class="mark \(tone(mark.mark))\(mark.isObliged ? "" : " guest" as HTML)" \
    href="\(path: viewpoint.meeting(mark.meeting))" title="\(words)" aria-label="\(words)">\
    \(Phrase.markLetter(mark.mark.rawValue))</a>
    """
}

private func tone(_ mark: AttendanceMark) -> HTML {
  switch mark {
  case .present: "yes"
  case .late, .left: "part"
  case .excused: "excused"
  case .absent: "no"
  }
}

private var legend: HTML {
  """
  <p class="inside quiet legend">\(AttendanceMark.allCases, {
    "<span><b class=\"mark \(tone($0))\">\(Phrase.markLetter($0.rawValue))</b> \(Phrase.attendanceMark($0.rawValue))</span>"
  })</p>
  """
}

// MARK: A committee

private func unitsView(_ model: AttendanceYear, _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.attendanceByUnit.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.meetingsHeld.text, .number),
      Column(Phrase.rateShort.text, .number), Column(Phrase.presentOfObliged.text, .number),
      Column(Phrase.attendanceMark("absent").text, .number), Column(Phrase.quorumMissed.text, .number),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let path = viewpoint.attendance(row.unit.key, year: model.year)
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: path)"><bdi lang="vi">\(row.unit.name)</bdi></a></th>\
      <td class="num" data-head="\(Phrase.meetingsHeld)">\
      \(figureLink(row.meetings, viewpoint.meetings(row.unit.key, year: model.year)))</td>\
      <td class="num" data-head="\(Phrase.rateShort)">\(rateLink(row.present, row.obliged, path))</td>\
      <td class="num" data-head="\(Phrase.presentOfObliged)">\(Phrase.presentOf(row.present, row.obliged))</td>\
      <td class="num" data-head="\(Phrase.attendanceMark("absent"))">\(figureLink(row.unexcused, path))</td>\
      <td class="num" data-head="\(Phrase.quorumMissed)">\(figureLink(row.withoutQuorum, path))</td></tr>

      """
    )
  }
  return """
    <section class="panel" aria-labelledby="units"><header><h2 id="units">\(Phrase.attendanceByUnit)</h2>\
    <span class="aside">\(Phrase.number(model.rows.count))</span></header>
    <div class="stacks numbers">\(table.html)</div></section>
    """
}

// MARK: A person

/// The meetings of a year at which somebody was called, the last before the others.
func personAttendanceView(_ model: PersonAttendance, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.person.key
  let sums = model.sums
  func turn(_ year: Int) -> HTML? {
    yearTurn(year, viewpoint) { viewpoint.attendance(ofPerson: key, year: $0) }
  }
  let numbers: [(Phrase, HTML)] = [
    (.rateShort, sums.obliged == 0 ? "–" : "\(Phrase.percent(sums.present, of: sums.obliged))"),
    (.presentShort, "\(Phrase.presentOf(sums.present, sums.obliged))"),
    (.attendanceMark("late"), "\(Phrase.number(sums.late))"),
    (.attendanceMark("left"), "\(Phrase.number(sums.left))"),
    (.attendanceMark("excused"), "\(Phrase.number(sums.excused))"),
    (.attendanceMark("absent"), "\(Phrase.number(sums.absent))"),
  ]
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.attendanceTitle) · \(model.person.name)"),
    content: """
      <div class="heading"><div><h1>\(model.isOwn ? Phrase.myAttendance : .attendanceTitle)</h1>\
      <p><a href="\(path: viewpoint.person(key))"><bdi class="name" lang="vi">\(model.person.name)</bdi></a></p></div></div>
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\(turn(model.year - 1))<b>\(String(model.year))</b>\
      \(turn(model.year + 1))</nav>
      <dl class="standing">\(numbers, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
      <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.meetingsTitle)</h2>\
      <span class="aside">\(Phrase.number(model.lines.count))</span></header>
      \(model.lines.isEmpty
        ? emptyView(.nothingHeld, why: .calledNowhereMeaning)
        : "<div class=\"stacks\">\(personTable(model, viewpoint))</div>")</section>
      <p class="quiet">\(Phrase.attendanceMeaning)</p>
      """
  )
}

private func personTable(_ model: PersonAttendance, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.meetingsTitle.text,
    columns: [
      Column(Phrase.meetingTime.text), Column(Phrase.meetingWord.text), Column(Phrase.unit.text),
      Column(Phrase.stateTitle.text),
    ],
    rows: model.lines.reversed(),
    isDense: true
  ) { line, page in
    let mark = line.mark
    let words = Phrase.attendanceMark(mark.mark.rawValue)
    let tone: HTML =
      switch mark.mark {
      case .present: "state good"
      case .late, .left: "state watch"
      case .excused: "state ring"
      case .absent: "state bad"
      }
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(viewpoint.meeting(mark.meeting))
    page.markup("\">")
    page.write(Phrase.day(mark.day))
    page.markup("</a></th>")
    page.cell(.meetingWord, "\(Phrase.meetingKind(mark.kind.rawValue))")
    page.cell(.unit, "<bdi lang=\"vi\">\(line.unit.name)</bdi>")
    page.cell(
      .stateTitle,
      """
      <span class="\(tone)">\(words)</span>\
      \(mark.isObliged ? nil : "<span class=\"detail\">\(Phrase.notCounted)</span>" as HTML)
      """
    )
    page.markup("</tr>\n")
  }.html
}
