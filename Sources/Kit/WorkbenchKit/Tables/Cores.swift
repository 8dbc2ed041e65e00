import Glibc
import Synchronization

/// Pieces of work of which none needs another, on all cores of the machine.
///
/// What comes out does not hang on how many cores there are: each piece gives its own outcome, and these come in the order of the
/// pieces. Whoever asks whether to go on does so between two calls: a piece takes no longer than a person waits.
public enum Cores {
  /// How many are used: what `LEERKRING_CORES` says, from 1 to 64; else as many as the machine has.
  public static let count: Int = {
    let said = getenv("LEERKRING_CORES").flatMap { Int(String(cString: $0)) }
    return min(max(said ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1), 64)
  }()

  /// Returns what each piece gives, in their order.
  ///
  /// - Parameters:
  ///   - pieces: how many there are.
  ///   - cores: how many of them work at once.
  ///   - work: gives the outcome of a piece; called from several threads at once, so it changes nothing that it shares.
  public static func map<Outcome>(
    _ pieces: Int, on cores: Int = Cores.count, _ work: (_ piece: Int) -> Outcome
  ) -> [Outcome] {
    let helpers = min(cores, pieces) - 1
    guard helpers > 0 else { return (0..<max(0, pieces)).map(work) }
    return withoutActuallyEscaping(work) { work in
      let crew = Crew(pieces, work)
      Helper.run(helpers, crew.work)
      return crew.outcomes
    }
  }

  /// Returns what each piece of a row of things gives, in their order, and asks in between whether to go on.
  ///
  /// - Parameters:
  ///   - count: how many things there are.
  ///   - size: how many of them make a piece, at least 1; a piece should take a few milliseconds at most.
  ///   - cores: how many of them work at once.
  ///   - atOnce: how many pieces make a handful; nil is four for each core.
  ///   - asking: is called before each handful of pieces with how many things are done; what it throws ends the work.
  ///   - work: gives the outcome of a piece, as in `map`.
  /// - Throws: what `asking` throws.
  public static func inPieces<Outcome, Failure: Error>(
    _ count: Int, of size: Int, on cores: Int = Cores.count, atOnce: Int? = nil,
    asking: (_ done: Int) throws(Failure) -> Void,
    _ work: (_ piece: Range<Int>) -> Outcome
  ) throws(Failure) -> [Outcome] {
    let size = max(1, size)
    let handful = max(1, atOnce ?? max(1, cores) * 4)
    var outcomes: [Outcome] = []
    var done = 0
    while done < count {
      try asking(done)
      let start = done
      let pieces = min(handful, (count - start + size - 1) / size)
      outcomes += map(pieces, on: cores) { piece in
        work(start + piece * size..<min(count, start + (piece + 1) * size))
      }
      done = min(count, start + pieces * size)
    }
    return outcomes
  }
}

/// Those who work at the pieces, each taking the next that nobody has.
private final class Crew<Outcome> {
  private let slots: UnsafeMutableBufferPointer<Outcome?>
  private let next = Atomic<Int>(0)
  private let piece: (Int) -> Outcome

  init(_ count: Int, _ piece: @escaping (Int) -> Outcome) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
    self.piece = piece
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  /// Works until nothing is left to take.
  func work() {
    while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < slots.count {
      slots[number] = piece(number)
    }
  }

  /// What came of the pieces, once all are back.
  var outcomes: [Outcome] { slots.compactMap(\.self) }
}

/// Work that is done beside what its maker does, until somebody asks what came of it. On one core it is done when that is asked.
public final class Beside<Outcome: Sendable>: Sendable {
  private let job: Job<Outcome>
  private let thread: Mutex<pthread_t?>

  /// Begins.
  ///
  /// - Parameter work: gives the outcome; asks in between whether anybody still wants it, and where nobody does any outcome is right.
  public init(_ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome) {
    let job = Job(work)
    self.job = job
    thread = Mutex(Cores.count > 1 ? Helper.start { job.run() } : nil)
  }

  deinit {
    job.isWanted.store(false, ordering: .relaxed)
    thread.withLock { if let thread = $0 { pthread_detach(thread) } }
  }

  /// Waits for what comes of it.
  public func outcome() -> Outcome {
    thread.withLock { thread in
      if let thread { pthread_join(thread, nil) }
      thread = nil
    }
    return job.run()
  }
}

/// What is done once, by whoever comes first.
private final class Job<Outcome: Sendable>: Sendable {
  let isWanted = Atomic<Bool>(true)
  private let found = Mutex<Outcome?>(nil)
  private let work: @Sendable (() -> Bool) -> Outcome

  init(_ work: @escaping @Sendable (() -> Bool) -> Outcome) { self.work = work }

  @discardableResult
  func run() -> Outcome {
    found.withLock { found in
      let outcome = found ?? work { isWanted.load(ordering: .relaxed) }
      found = outcome
      return outcome
    }
  }
}

/// A thread that does what the one that made it does as well.
private final class Helper {
  private let work: () -> Void

  private init(_ work: @escaping () -> Void) { self.work = work }

  /// Does some work on this thread and on so many others, and waits for all of them. Where a thread cannot be had the others do more.
  static func run(_ count: Int, _ work: @escaping () -> Void) {
    let threads = (0..<count).compactMap { _ in start(work) }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Does some work on another thread; nil where none can be had.
  static func start(_ work: @escaping () -> Void) -> pthread_t? {
    // A person who stops is heard by the thread that was there before.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let helper = Unmanaged.passRetained(Helper(work))
    let failure = pthread_create(
      &thread, nil,
      { helper in
        if let helper { Unmanaged<Helper>.fromOpaque(helper).takeRetainedValue().work() }
        return nil
      }, helper.toOpaque())
    if failure != 0 { helper.release() }
    return failure == 0 ? thread : nil
  }
}
