import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// A plan begun by its title, its day and its decision; the steps come after.
struct PlanBeginning: Sendable {
  let reception: Reception

  func take(_ request: Request, _ key: String, _ form: AccountForm) async throws -> Response {
    var model: PlanParticulars
    do {
      model = try await PlanKeeping(reception: reception).look(request, form) { visit in
        try visit.require(.foundUnit, on: try visit.unit(key))
        return try visit.particulars(form, of: nil)
      }
    } catch let fault as PageFault {
      return try await reception.fault(request, fault)
    }
    if let edit = model.edit, let day = model.day, let unit = ID<Unit>(key) {
      do {
        let body = try edit.text(on: ReorganisationPlan(effective: day, steps: []))
        let deed = SavePlan(nil, unit: unit, title: model.value("title"), body: body)
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.plan(ID<FactMark>(receipt.result ?? 0).description).after(receipt))
      } catch let refused as Refused {
        model.objections = refused.objections
      }
    }
    let again = model
    let status: HTTPResponse.Status = form.text("pick").isEmpty ? .unprocessableContent : .ok
    return try await reception.page(answering: request, at: .newPlan(key), .units, status) { visit in
      var desk = try visit.newPlan(in: key, nil)
      desk.particulars = again
      desk.draft.objections = again.objections
      return desk
    } _: {
      planDeskView($0, in: $1)
    }
  }
}
