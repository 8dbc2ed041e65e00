/// Keeps what is hidden out of what leaves the session.
@_spi(Host) public protocol Withholding: AnyObject {
  /// Returns blocks as they may leave.
  func clean(_ blocks: [Block]) -> [Block]

  /// Notes a text that was made of such blocks, so that nothing in it is looked for again.
  func note(made text: String)
}
