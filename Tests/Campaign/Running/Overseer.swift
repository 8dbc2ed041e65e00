import Glibc
import TestSupport

/// Starts the process of each lane, looks whether it goes on, and starts it anew where it does not.
final class Overseer {
  private final class Running {
    let lane: LaneName
    let page: Page
    let path: String
    var process: pid_t = 0
    var seen = -1
    var isDone = false
    var since = Console.now
    /// What the process had had of a processor when the round began.
    var used = 0.0

    init(_ lane: LaneName, _ folder: TemporaryFolder) throws {
      self.lane = lane
      path = folder(lane.rawValue)
      page = try Page(path)
    }
  }

  private let options: CampaignOptions
  private let evidence: Evidence
  private let folder = TemporaryFolder(inMemory: true)
  private var running: [Running] = []
  /// More would say nothing new.
  private static let most = 25

  init(_ options: CampaignOptions) throws {
    self.options = options
    evidence = Evidence(folder: options.keep, seed: options.seed)
    running = try options.lanes.map { try Running($0, folder) }
  }

  /// Lets the lanes work for the time that was asked, and returns their pages.
  func run() throws -> [Page] {
    Stop.listen()
    let deadline = Console.now + options.seconds
    for work in running { try start(work, from: 0) }
    defer { for work in running { end(work) } }
    while Console.now < deadline, !Stop.isAsked, !running.allSatisfy(\.isDone),
      Finding.Kind.allCases.reduce(0, { $0 + evidence.count($1) }) < Self.most
    {
      usleep(100_000)
      for work in running where !work.isDone { try look(at: work) }
    }
    return running.map(\.page)
  }

  private func look(at work: Running) throws {
    var status: Int32 = 0
    if waitpid(work.process, &status, WNOHANG) == work.process {
      let signal = status & 0x7F
      if status == 0, work.lane.isFinite {
        work.isDone = true
        return
      }
      // Without the lane itself nothing goes on.
      if signal == 0, status >> 8 & 0xFF == 3 {
        throw Finding(kind: .wrong, text: "\(work.lane.rawValue) cannot begin")
      }
      try found(.crash, signal == 0 ? "the process ended" : "ended by signal \(signal)", work)
      return
    }
    let round = work.page[.round]
    if round != work.seen {
      work.seen = round
      begin(work)
    } else if isStuck(work) {
      end(work)
      try found(.hang, "no end after \(Int(Console.now - work.since)) s", work)
    }
  }

  private func begin(_ work: Running) {
    work.since = Console.now
    work.used = Console.processor(of: work.process)
  }

  /// How many times as long a round may take that was not given a processor, or waits for something that never comes.
  private static let idle = 6.0

  /// Whether a round takes too long: on a busy machine a process that does its own work may get no processor for a while.
  private func isStuck(_ work: Running) -> Bool {
    let (waited, patience) = (Console.now - work.since, work.lane.patience)
    guard waited > patience else { return false }
    let used = Console.processor(of: work.process) - work.used
    return !work.lane.worksItself || used > patience / 2 || waited > Self.idle * patience
  }

  private func found(_ kind: Finding.Kind, _ text: String, _ work: Running) throws {
    let number = work.page[.round]
    let files = (try? work.lane.lane(seed: options.seed, Page(folder("idle"))))?.files(of: number) ?? [:]
    Console.say(evidence.keep(Finding(kind: kind, text: text, files: files), work.lane, number), to: 2)
    try start(work, from: number + 1)
  }

  private func start(_ work: Running, from number: Int) throws {
    let words = [
      "leerkring-campaign", "--seed", "\(options.seed)", "--keep", options.keep, "--worker", work.lane.rawValue,
      "--page", work.path, "--from", "\(number)",
    ]
    let pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    // A crash is to be found by its signal, not to wait for somebody who looks at a backtrace.
    let surroundings = ["SWIFT_BACKTRACE=enable=no", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
    let environment = surroundings.map { strdup($0) } + [nil]
    defer { for pointer in environment { free(pointer) } }
    guard posix_spawn(&work.process, "/proc/self/exe", nil, nil, pointers, environment) == 0 else {
      throw Finding(kind: .wrong, text: "no process can be started")
    }
    work.seen = -1
    begin(work)
  }

  private func end(_ work: Running) {
    if work.isDone { return }
    // Its own group: with it goes the session that it is just letting run.
    kill(-work.process, SIGKILL)
    kill(work.process, SIGKILL)
    var status: Int32 = 0
    while waitpid(work.process, &status, 0) < 0, errno == EINTR {}
  }
}

/// Whether the person asked to stop, by Ctrl-C.
enum Stop {
  nonisolated(unsafe) private static let flag = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)

  static var isAsked: Bool { flag.pointee != 0 }

  static func listen() {
    flag.pointee = 0
    for number in [SIGINT, SIGTERM, SIGHUP] { signal(number) { _ in Stop.flag.pointee = 1 } }
  }
}
