import Basics
import Hummingbird
import Markup
import Records
import Rules
import Storage

/// Transfers with two sides: what waits on whom, each transfer, and the forms by which each side does its step.
struct TransferPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/transfers", use: desk)
    routes.get("/units/:unit/transfers/new", use: fetch)
    routes.post("/units/:unit/transfers/new", use: fetched)
    routes.get("/people/:person/transfers", use: person)
    routes.get("/people/:person/transfers/new", use: ask)
    routes.post("/people/:person/transfers/new", use: asked)
    routes.get("/transfers/:transfer", use: transfer)
    routes.get("/transfers/:transfer/:move", use: step)
    routes.post("/transfers/:transfer/:move", use: stepped)
  }

  /// `GET /units/:unit/transfers?side=leaving&state=over&after=50`.
  @Sendable func desk(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.transferDesk(key)
    } _: { model, frame in
      transferDeskView(model, in: frame)
    }
  }

  /// `GET /people/:person/transfers`: for whoever may open the file, and for the person.
  @Sendable func person(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      try visit.transfers(ofPerson: key)
    } _: { model, frame in
      personTransfersView(model, in: frame)
    }
  }

  /// `GET /transfers/:transfer`: for the member and for each side as far as it may know.
  @Sendable func transfer(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("transfer") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      try visit.transfer(key)
    } _: { model, frame in
      transferView(model, in: frame)
    }
  }

  // MARK: Forms

  @Sendable func ask(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await show(request) { try $0.asking(key, $1) }
  }

  @Sendable func asked(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await take(request, Path("people", key, "transfers", "new")) { try $0.asking(key, $1) }
  }

  @Sendable func fetch(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await show(request) { try $0.fetching(key, $1) }
  }

  @Sendable func fetched(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await take(request, Path("units", key, "transfers", "new")) { try $0.fetching(key, $1) }
  }

  /// `GET /transfers/:transfer/receive`.
  @Sendable func step(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, move) = (context.parameters.get("transfer") ?? "", context.parameters.get("move") ?? "")
    return try await show(request) { try $0.step(key, move, $1) }
  }

  @Sendable func stepped(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, move) = (context.parameters.get("transfer") ?? "", context.parameters.get("move") ?? "")
    return try await take(request, Path("transfers", key, move)) { try $0.step(key, move, $1) }
  }

  private typealias Reading = @Sendable (Visit, [Query.Pair]?) throws -> TransferAsked

  private func show(_ request: Request, _ read: @escaping Reading) async throws -> Response {
    try await reception.page(request, nil, isLogged: true) { visit in
      try read(visit, nil).form
    } _: { form, frame in
      transferFormView(form, in: frame)
    }
  }

  /// Carries a form out, or shows it again with what was wrong in it.
  private func take(_ request: Request, _ place: Path, _ read: @escaping Reading) async throws -> Response {
    let address = Asked(request)
    return try await reception.sent(request) { form in
      var objections: [Objection] = []
      do {
        let found = try await reception.database.read { db in
          guard let arrival = try reception.visit(address, form.token, db) else { throw PageFault.signedOut }
          if let fault = arrival.fault { throw fault }
          return try read(arrival.visit, form.pairs)
        }
        objections = found.form.objections
        if objections.isEmpty, form.text("pick").isEmpty, let deed = found.deed {
          let receipt = try await reception.carryOut(deed, form)
          let key = receipt.result.map { ID<Transfer>($0).description } ?? ""
          return Answer.see(Path("transfers", key).after(receipt))
        }
      } catch let refused as Refused {
        objections = refused.objections
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
      let wrong = objections
      return try await reception.page(
        answering: request,
        at: place,
        nil,
        wrong.isEmpty ? .ok : .unprocessableContent
      ) { visit in
        var again = try read(visit, form.pairs).form
        again.objections = wrong
        again.isPicked = wrong.isEmpty
        again.request = form.request ?? again.request
        return again
      } _: { model, frame in
        transferFormView(model, in: frame)
      }
    }
  }
}
