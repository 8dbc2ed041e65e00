/// The host's ear and eye while a command runs.
public protocol Monitor: AnyObject {
  /// Throws `Interrupted` where the person asked to stop.
  func checkInterrupt() throws

  /// Tells how far the work is; shown on a terminal only, when it takes long.
  ///
  /// - Parameter fraction: 0 through 1.
  func progress(_ fraction: Double, _ doing: Text)
}
