import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// Who steers the reviews of the units below a body, who was there; and the reviews one person steers.
struct SteeringPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reviews/:round/units/:unit/steering", use: show)
    routes.post("/reviews/:round/units/:unit/steering", use: change)
    routes.get("/people/:person/steering", use: own)
    routes.post("/people/:person/steering", use: attend)
  }

  /// `GET /reviews/:round/units/:unit/steering`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.page(request, .reviews) {
      try $0.steeringPage(round, unit)
    } _: {
      steeringView($0, in: $1)
    }
  }

  /// `POST` with `step`: `assign` (with `unit`, `person`, `ground`), `end` (with `steering`), or `attend` (with
  /// `steering`, `day`, `text`).
  @Sendable func change(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, unitKey) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.sent(request) { form in
      guard let round = ID<FactMark>(key), let body = ID<Rules.Unit>(unitKey) else {
        return try await reception.fault(request, .absent)
      }
      return try await reception.answer(request, form, at: Path.steering(key, of: unitKey), .reviews) {
        switch form.text("step") {
        case "assign":
          guard let unit = ID<Rules.Unit>(form.text("unit")) else { throw Refused(.unit, .blank) }
          guard let person = ID<Person>(form.text("person")) else { throw Refused(.person, .blank) }
          let ground = form.text("ground")
          return AssignSteering(
            ReviewSteering(
              round: round,
              unit: unit,
              body: body,
              person: person,
              ground: ground.isEmpty ? nil : ground
            )
          )
        case "end": return ID<FactMark>(form.text("steering")).map { EndSteering($0) }
        default: return try await attendance(form)
        }
      } again: {
        try $0.steeringPage(key, unitKey)
      } _: {
        steeringView($0, in: $1)
      }
    }
  }

  /// `GET /people/:person/steering`.
  @Sendable func own(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil) {
      try $0.steeringPage(by: key)
    } _: {
      ownSteeringView($0, in: $1)
    }
  }

  /// `POST /people/:person/steering` with `steering`, `day`, `text`: whoever steers was there.
  @Sendable func attend(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.sent(request) { form in
      try await reception.answer(request, form, at: Path.steering(byPerson: key), nil) {
        try await attendance(form)
      } again: {
        try $0.steeringPage(by: key)
      } _: {
        ownSteeringView($0, in: $1)
      }
    }
  }

  /// That whoever steers a review was at a session of it; `nil` where nobody steers as named.
  private func attendance(_ form: AccountForm) async throws -> (any Operation)? {
    guard let id = ID<FactMark>(form.text("steering")) else { return nil }
    let steering = try await reception.database.read { db in try SteeringStore(db: db).fact(id)?.value }
    guard let steering else { return nil }
    let said = form.text("day")
    guard let day = CivilDate(said) ?? CivilDate(list: said) else {
      throw Refused(.day, said.isEmpty ? .blank : .notADay(String(said.prefix(40))))
    }
    let matter = ReviewMatter(
      key: ID(0),
      round: steering.round,
      subject: .organisation(steering.unit),
      kind: .attendance,
      unit: steering.body,
      person: steering.person,
      text: form.text("text").replacing("\r\n", with: "\n")
    )
    return RaiseMatter(matter, on: day)
  }
}
