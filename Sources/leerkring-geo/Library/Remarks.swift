import Synchronization

/// What the library complained of. It may hold what stands in the file, so that only its number and its kind leave here.
enum Remarks {
  typealias Handler = @convention(c) (_ kind: Int32, _ number: Int32, _ words: UnsafePointer<CChar>?) -> Void

  /// Errors, as the library counts them (CE_Failure and above).
  static let failures = Atomic<Int>(0)
  /// What was put right, or left out.
  static let warnings = Atomic<Int>(0)

  /// Counts instead of writing to standard error.
  static let handler: Handler = { kind, _, _ in
    switch kind {
    case 3...: Remarks.failures.add(1, ordering: .relaxed)
    case 2: Remarks.warnings.add(1, ordering: .relaxed)
    default: break
    }
  }

  /// Does something whose complaints are told otherwise.
  static func unheard<Result>(_ body: () -> Result) -> Result {
    let (failed, warned) = (failures.load(ordering: .relaxed), warnings.load(ordering: .relaxed))
    defer {
      failures.store(failed, ordering: .relaxed)
      warnings.store(warned, ordering: .relaxed)
    }
    return body()
  }
}
