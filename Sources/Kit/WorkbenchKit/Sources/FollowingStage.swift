/// A stage that stands behind the command that runs, as it was bound.
@_spi(Host) public struct FollowingStage {
  /// What it does to the rows; nil where that cannot be said in full.
  public let stated: SourceStage?
  /// Whether it looks at each row for itself.
  public let isRowwise: Bool
  /// Makes what takes its table some rows at a time; nil where it needs all of them at once.
  public let collector: () throws -> (any RowCollector)?
  /// Makes of an output what the stage makes of it; its errors have their places.
  public let apply: (Output) throws -> Output

  /// Makes it.
  ///
  /// - Parameters:
  ///   - stated: what it does to the rows; nil where that cannot be said in full.
  ///   - isRowwise: whether it looks at each row for itself.
  ///   - collector: makes what takes its table some rows at a time; nil where it needs all of them at once.
  ///   - apply: carries it out; its errors have their places.
  public init(
    stated: SourceStage?, isRowwise: Bool, collector: @escaping () throws -> (any RowCollector)?,
    apply: @escaping (Output) throws -> Output
  ) {
    self.stated = stated
    self.isRowwise = isRowwise
    self.collector = collector
    self.apply = apply
  }
}
