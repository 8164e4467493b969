/// Roles that people have in units beside their home: a contact where they live, or as a guest at meetings.
struct Contacts: Sendable {
  struct Contact: Sendable {
    let person: Int32
    let unit: Int32
    let role: PlannedAffiliation.Role
    let since: Int32
  }

  private(set) var current: [Contact] = []
  private var byPerson: [Int32: Int] = [:]
  /// How many the unit has, so that one without any needs no search.
  private var byUnit: [Int32: Int] = [:]

  func contact(of person: Int32) -> Contact? {
    byPerson[person].map { current[$0] }
  }

  func contacts(of unit: Int32) -> [Contact] {
    byUnit[unit, default: 0] == 0 ? [] : current.filter { $0.unit == unit }
  }

  mutating func begin(_ contact: Contact) {
    byPerson[contact.person] = current.count
    byUnit[contact.unit, default: 0] += 1
    current.append(contact)
  }

  mutating func end(_ contact: Contact) {
    guard let place = byPerson.removeValue(forKey: contact.person) else { return }
    byUnit[contact.unit, default: 1] -= 1
    let last = current.removeLast()
    if place < current.count {
      current[place] = last
      byPerson[last.person] = place
    }
  }
}
