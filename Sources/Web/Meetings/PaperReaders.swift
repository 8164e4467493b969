import Basics
import Markup
import Phrases
import Records
import Rules

/// Who opened which paper of a meeting, and how long before.
struct PaperReaders: Sendable {
  /// Somebody obliged to come, with the whole minutes before the beginning at which they first opened each paper.
  struct Row: Sendable {
    let person: PersonLink
    /// In the order of the papers; `nil`: not opened.
    let leads: [Int?]

    /// Whether all papers were opened before the meeting began.
    var hasReadAll: Bool { !leads.isEmpty && leads.allSatisfy { ($0 ?? -1) >= 0 } }
  }

  let papers: [String]
  let rows: [Row]

  var readAll: Int { rows.count(where: \.hasReadAll) }
}

/// The page of it.
struct PaperReadersPage: Sendable {
  let key: String
  let path: [UnitLink]
  let day: CivilDate
  let kind: MeetingKind
  let readers: PaperReaders
}

extension Visit {
  func paperReaders(_ reading: MeetingReading) throws -> PaperReaders {
    let began = reading.meeting.opened ?? reading.meeting.begins
    let start = clock.start(of: reading.day) + Int64(began.minutes) * 60_000
    let openings =
      reading.papers.isEmpty ? [] : try ReadingStore(db: db).openings(of: reading.id)
    return PaperReaders(
      papers: reading.papers.map(\.paper.title),
      rows: reading.list.filter(\.attendee.attending.isObliged).map { line in
        PaperReaders.Row(
          person: PersonLink(line.attendee.person.description, line.name),
          leads: reading.papers.map { paper in
            openings.first { $0.paper == paper.id && $0.person == line.attendee.person }.map { opening in
              // Within the minute it began is after it.
              Int(((start - opening.moment) / 60_000)) - (opening.moment > start ? 1 : 0)
            }
          }
        )
      }
    )
  }

  /// Who opened the papers, for whoever keeps the meeting.
  func paperReadersPage(_ key: String) throws -> PaperReadersPage {
    let reading = try meetingReading(key)
    try require(.keepMeetings, on: reading.meeting.unit)
    return PaperReadersPage(
      key: key,
      path: crumbs(try standing(of: reading.meeting.unit, on: reading.day)),
      day: reading.day,
      kind: reading.meeting.kind,
      readers: try paperReaders(reading)
    )
  }
}

/// Member by member and paper by paper.
func paperReadersView(_ model: PaperReadersPage, in frame: Frame) -> HTML {
  let readers = model.readers
  let kind = Phrase.meetingKind(model.kind.rawValue)
  let columns =
    [Column(Phrase.name.text)] + readers.papers.map { Column($0) } + [Column(Phrase.readersAll.text)]
  return page(
    frame,
    title: .readersTitle,
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(Phrase.readersTitle)</h1>\
      <p><a href="\(path: frame.viewpoint.meeting(model.key))">\(kind), \(Phrase.day(model.day))</a></p></div></div>
      <section class="panel" aria-labelledby="listed"><header>\
      <h2 id="listed">\(Phrase.readBefore(readers.readAll, of: readers.rows.count))</h2></header>
      <div class="stacks">\(Table(
        caption: Phrase.readersTitle.text,
        columns: columns,
        rows: readers.rows,
        isDense: true
      ) { row, page in
        page.markup("<tr><th scope=\"row\">")
        page.person(row.person, frame.viewpoint)
        page.markup("</th>")
        for (title, lead) in zip(readers.papers, row.leads) {
          let words: HTML =
            lead.map { "\(Phrase.leadTime($0))" } ?? "<span class=\"faint\">\(Phrase.notOpened)</span>"
          page.cell(Phrase(verbatim: title), words)
        }
        page.cell(.readersAll, "\(row.hasReadAll ? Phrase.yesWord : .noWord)")
        page.markup("</tr>\n")
      }.html)</div></section>
      """
  )
}

/// That opening a paper is seen, and by how many it was; nothing where there is no paper.
func papersSeen(_ model: MeetingPage, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.papers.isEmpty else { return nil }
  let figure: HTML? = model.readers.map { readers in
    """
    <p class="inside"><a href="\(path: viewpoint.paperReaders(model.key))">\(
      Phrase.readBefore(readers.readAll, of: readers.rows.count)
    )</a></p>
    """
  }
  return "\(figure)<p class=\"inside hint\">\(Phrase.openingIsSeen)</p>"
}
