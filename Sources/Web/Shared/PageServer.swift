package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Records
package import RulebookFiles
package import Storage

/// How the pages are served.
package struct ServerOptions: Sendable {
  package var host: String
  /// 0 for any that is free.
  package var port: Int
  /// Whether browsers reach the server over TLS only, through something in front of it.
  package var isSecure: Bool
  /// Seconds after which a connection on which nothing happens is closed.
  package var idleSeconds: Int64
  /// How long a visitor waits for others who write, before the page says that the record is busy.
  package var patience: Duration
  /// A plan that changes the unit of more members than this is signed as a job of its own.
  package var signedAtOnce: Int

  package init(
    host: String = "127.0.0.1",
    port: Int = 8080,
    isSecure: Bool = false,
    idleSeconds: Int64 = 60,
    patience: Duration = .seconds(8),
    signedAtOnce: Int = 2000
  ) {
    self.host = host
    self.port = port
    self.isSecure = isSecure
    self.idleSeconds = idleSeconds
    self.patience = patience
    self.signedAtOnce = signedAtOnce
  }
}

/// All pages of the site over one record: the one place where they are put together, for the server and for
/// tests.
package struct PageServer: Sendable {
  package let responder: RouterResponder<PageContext>
  package let jobs: JobRunner
  private let options: ServerOptions
  private let logger: Logger

  fileprivate init(
    responder: RouterResponder<PageContext>,
    jobs: JobRunner,
    options: ServerOptions,
    logger: Logger
  ) {
    self.responder = responder
    self.jobs = jobs
    self.options = options
    self.logger = logger
  }

  /// Serves until it is asked to stop; `onListening` is told the port once browsers can connect.
  package func run(onListening: @escaping @Sendable (Int) async -> Void) async throws {
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(options.idleSeconds))
      ),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port),
        serverName: nil
      ),
      onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) },
      logger: logger
    )
    // Long work ends with the pages, and the server ends when both have.
    let jobs = jobs
    let working = Task { await jobs.run() }
    do {
      try await application.runService()
    } catch {
      working.cancel()
      await working.value
      throw error
    }
    working.cancel()
    await working.value
  }
}

/// Puts the pages over a record together, with the files they need beside themselves.
package func buildServer(
  database: any Database,
  clock: Clock = .system,
  files: StaticFiles,
  rulebooks: RulebookFolder,
  options: ServerOptions = ServerOptions(),
  scratch: @escaping @Sendable () throws -> any Scratchpad,
  logger: Logger
) -> PageServer {
  let office = Office(database, clock: clock, regulations: rulebooks.library)
  let jobs = JobRunner(
    database,
    clock: clock,
    work: [
      .importPreview: ImportPreview(office: office, scratch: scratch),
      .importCommit: ImportCommit(office: office, scratch: scratch),
      .verifyJournal: JournalVerification(database: database),
      .signPlan: SigningWork(office: office),
    ],
    logger: logger
  )
  let reception = Reception(
    database: PatientDatabase(database, patience: options.patience),
    clock: clock,
    cache: FigureCache(),
    rulebooks: rulebooks,
    isSecure: options.isSecure
  )
  let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
  // The edge comes first: what is added after a route does not guard it.
  router.add(middleware: Edge(files: files))
  router.get("/healthz") { _, _ in Answer.text("ok") }
  SignInPages(reception: reception).add(to: router)
  MeetingPages(reception: reception).add(to: router)
  HoldPages(reception: reception).add(to: router)
  RoundPages(reception: reception).add(to: router)
  ReviewPages(reception: reception).add(to: router)
  ModelPages(reception: reception).add(to: router)
  RegulationPages(reception: reception).add(to: router)
  RatingListPages(reception: reception).add(to: router)
  ReviewBesidePages(reception: reception).add(to: router)
  SteeringPages(reception: reception).add(to: router)
  PreparationPages(reception: reception).add(to: router)
  MinutesPages(reception: reception).add(to: router)
  NamedVotePages(reception: reception).add(to: router)
  OutputPages(reception: reception).add(to: router)
  MeetingModePages(reception: reception).add(to: router)
  TemplatePages(reception: reception).add(to: router)
  SecondStepPages(reception: reception).add(to: router)
  AccountPages(reception: reception).add(to: router)
  AccountDeedPages(reception: reception).add(to: router)
  GrantPages(reception: reception).add(to: router)
  MyAccountPages(reception: reception).add(to: router)
  SecondFactorPages(reception: reception).add(to: router)
  RightsPages(reception: reception).add(to: router)
  BoardPages(reception: reception).add(to: router)
  FindPages(reception: reception).add(to: router)
  UnitPages(reception: reception).add(to: router)
  ComparisonPages(reception: reception).add(to: router)
  KindPages(reception: reception).add(to: router)
  VacancyPages(reception: reception).add(to: router)
  TreesPages(reception: reception).add(to: router)
  LineagePages(reception: reception).add(to: router)
  BranchPages(reception: reception).add(to: router)
  RollPages(reception: reception).add(to: router)
  SavedFilterPages(reception: reception).add(to: router)
  FigurePages(reception: reception).add(to: router)
  LedgerPages(reception: reception).add(to: router)
  PersonPages(reception: reception).add(to: router)
  ReportPages(reception: reception).add(to: router)
  CasePages(reception: reception).add(to: router)
  LeavingPages(reception: reception).add(to: router)
  DisciplinedPages(reception: reception).add(to: router)
  DuesPages(reception: reception).add(to: router)
  PersonDuesPages(reception: reception).add(to: router)
  BadgePages(reception: reception).add(to: router)
  CandidateListPages(reception: reception).add(to: router)
  CandidatePages(reception: reception).add(to: router)
  CandidateFormPages(reception: reception).add(to: router)
  ProbationPages(reception: reception).add(to: router)
  RecruitPages(reception: reception).add(to: router)
  DecisionPages(reception: reception).add(to: router)
  JournalPages(reception: reception).add(to: router)
  ScanPages(reception: reception).add(to: router)
  PlanPages(reception: reception).add(to: router)
  RulebookPages(reception: reception).add(to: router)
  OwnVersionPages(reception: reception).add(to: router)
  PlanStepPages(reception: reception).add(to: router)
  PlanSharePages(reception: reception).add(to: router)
  PlanFilePages(reception: reception).add(to: router)
  PlanDeskPages(reception: reception, runner: jobs, signedAtOnce: options.signedAtOnce).add(to: router)
  PlanPeoplePages(reception: reception).add(to: router)
  HandoverPages(reception: reception).add(to: router)
  TransferPages(reception: reception).add(to: router)
  SeveralTransferPages(reception: reception).add(to: router)
  SecondmentPages(reception: reception).add(to: router)
  ResidencePages(reception: reception).add(to: router)
  ResolutionPages(reception: reception).add(to: router)
  TaskPages(reception: reception).add(to: router)
  TaskTellingPages(reception: reception).add(to: router)
  ResolutionFormPages(reception: reception).add(to: router)
  MeetingDeskPages(reception: reception).add(to: router)
  AttendancePages(reception: reception).add(to: router)
  LeaderBoardPages(reception: reception).add(to: router)
  FollowingPages(reception: reception).add(to: router)
  FollowingFormPages(reception: reception).add(to: router)
  DeedPages(reception: reception).add(to: router)
  LookupPages(reception: reception).add(to: router)
  JobPages(reception: reception, runner: jobs).add(to: router)
  JobDesk(reception: reception, runner: jobs).add(to: router)
  ImportPages(reception: reception, runner: jobs).add(to: router)
  router.get("**") { request, _ in try await reception.fault(request, .absent) }
  return PageServer(responder: router.buildResponder(), jobs: jobs, options: options, logger: logger)
}
