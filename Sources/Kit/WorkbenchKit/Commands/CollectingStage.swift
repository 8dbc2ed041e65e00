/// A stage that looks at each row for itself: what it makes of some rows is that part of what it makes of all, but for its remarks.
public protocol RowwiseStage: StatedStage {}

/// A stage that can take its table some rows at a time.
public protocol CollectingStage: Stage {
  /// Returns what makes the stage's output of rows that come by; nil where the stage needs all of them at once.
  ///
  /// - Throws: `Diagnostic`.
  func collector(_ given: Given<Arguments>, in context: Context) throws -> (any RowCollector)?
}

extension CollectingStage {
  /// Returns what makes the stage's output with what the binder found.
  @_spi(Host) public func collector(_ call: Call, in context: Context) throws -> (any RowCollector)? {
    try collector(Given(Self.arguments, call), in: context)
  }
}
