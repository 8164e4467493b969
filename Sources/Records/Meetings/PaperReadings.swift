package import Basics
package import Rules
import Storage

/// That somebody opened a paper of a meeting, the first time.
package struct PaperOpening: Hashable, Sendable {
  package let paper: ID<FactMark>
  package let person: ID<Person>
  package let moment: Int64

  package init(paper: ID<FactMark>, person: ID<Person>, moment: Int64) {
    self.paper = paper
    self.person = person
    self.moment = moment
  }
}

extension ReadingStore {
  /// Writes down that somebody opened a paper of a meeting.
  ///
  /// Opened again within the hour it is one reading.
  package func log(_ reader: Reader, opened paper: ID<FactMark>, at moment: Int64) throws {
    let again = try db.exists(
      """
      SELECT 1 FROM reading WHERE paper = \(paper) AND account = \(reader.account)
        AND moment > \(moment - 3_600_000)
      """
    )
    if again { return }
    try db.execute(
      """
      INSERT INTO reading (id, account, moment, kind, paper, role, reader_unit, known)
      VALUES (\(try next()), \(reader.account), \(moment), \(Reading.Kind.paper.rawValue), \(paper),
        \(reader.role), \(reader.unit), \(reader.known))
      """
    )
  }

  /// Who opened which papers of a meeting, each the first time.
  package func openings(of meeting: ID<FactMark>) throws -> [PaperOpening] {
    try db.rows(
      """
      SELECT g.paper, c.person, min(g.moment) FROM meeting_paper t
      JOIN reading g ON g.paper = t.id
      JOIN account c ON c.id = g.account
      WHERE t.meeting = \(meeting) AND \(known("t")) AND c.person IS NOT NULL
      GROUP BY g.paper, c.person ORDER BY min(g.moment), g.paper, c.person
      """
    ) { row in PaperOpening(paper: try row[0], person: try row[1], moment: try row[2]) }
  }
}
