import HTTPTypes
import Hummingbird
import Markup

extension HTTPField.Name {
  static let contentSecurityPolicy = policy("Content-Security-Policy")
  static let contentTypeOptions = policy("X-Content-Type-Options")
  static let referrerPolicy = policy("Referrer-Policy")
  static let fetchSite = policy("Sec-Fetch-Site")

  private static func policy(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a field") }
    return name
  }
}

/// How pages, files and ways elsewhere are answered.
enum Answer {
  /// What every page says to the browser: nothing from elsewhere, no frame around it, keep nothing.
  private static let pageFields: HTTPFields = [
    .contentType: "text/html; charset=utf-8",
    .contentSecurityPolicy: "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    .contentTypeOptions: "nosniff",
    .referrerPolicy: "same-origin",
    .cacheControl: "private, no-store",
  ]

  static func page(_ html: HTML, _ status: HTTPResponse.Status = .ok) -> Response {
    if let packed = Gzip.page(html.bytes) {
      var fields = pageFields
      fields[.contentEncoding] = "gzip"
      return Response(
        status: status,
        headers: fields,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: packed))
      )
    }
    return Response(
      status: status,
      headers: pageFields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
    )
  }

  static func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: "text/plain; charset=utf-8", .contentTypeOptions: "nosniff", .cacheControl: "no-store",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }

  /// The way to another page of this site, to be asked for anew.
  static func see(_ path: Path, cookies: [String] = []) -> Response {
    var fields: HTTPFields = [
      .location: path.text, .cacheControl: "no-store", .referrerPolicy: "same-origin",
    ]
    for cookie in cookies { fields.append(HTTPField(name: .setCookie, value: cookie)) }
    return Response(status: .seeOther, headers: fields, body: ResponseBody())
  }
}
