package import Hummingbird
package import Logging

/// What travels with one request.
package struct PageContext: RequestContext {
  package var coreContext: CoreRequestContextStorage

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }

  /// For a request that comes through no socket.
  package init(logger: Logger) {
    coreContext = CoreRequestContextStorage(source: Direct(logger: logger))
  }

  private struct Direct: RequestContextSource {
    let logger: Logger
  }
}
