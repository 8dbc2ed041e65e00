/// The host's ear and eye while a command runs.
public protocol Monitor: AnyObject {
  /// Throws `Interrupted` where the person asked to stop.
  func checkInterrupt() throws

  /// Tells how far the work is; shown on a terminal only, when it takes long.
  ///
  /// - Parameters:
  ///   - fraction: 0 through 1.
  ///   - doing: what is being done.
  func progress(_ fraction: Double, _ doing: Text)
}
