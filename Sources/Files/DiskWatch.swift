/// Somebody who looks on while the disk is used, and may make it fail.
public struct DiskWatch: Sendable {
  /// What becomes of a call that is made to fail.
  public enum Fault: Sendable, Hashable {
    /// Nothing is done.
    case refused(SystemError)
    /// Of the bytes that were to be written so many are.
    case short(Int, SystemError)
  }

  let done: @Sendable (DiskEvent) -> Void
  let fault: @Sendable (DiskEvent) -> Fault?

  /// - Parameters:
  ///   - fault: is asked before a call is carried out whether it is to fail; nil lets it be.
  ///   - done: is told of every call that was carried out.
  public init(
    fault: @escaping @Sendable (DiskEvent) -> Fault? = { _ in nil },
    done: @escaping @Sendable (DiskEvent) -> Void = { _ in }
  ) {
    self.done = done
    self.fault = fault
  }

  /// Fails where a fault is due.
  func ask(_ event: DiskEvent) throws(SystemError) {
    switch fault(event) {
    case nil: return
    case .refused(let error), .short(_, let error): throw error
    }
  }
}
