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

/// A stage that stands behind the command that runs, as it was bound.
@_spi(Host) public struct FollowingStage {
  /// The stage.
  public let stage: any Stage
  /// What the binder found.
  public let call: Call
  /// What it does to the rows; nil where that cannot be said in full.
  public let stated: SourceStage?
  private let run: (Output, Context) throws -> Output

  /// Makes it.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - call: what the binder found.
  ///   - stated: what it does to the rows; nil where that cannot be said in full.
  ///   - run: carries it out; its errors have their places.
  public init(
    _ stage: any Stage, _ call: Call, stated: SourceStage?, run: @escaping (Output, Context) throws -> Output
  ) {
    self.stage = stage
    self.call = call
    self.stated = stated
    self.run = run
  }

  /// Makes of an output what the stage makes of it.
  public func apply(to input: Output, in context: Context) throws -> Output { try run(input, context) }
}

extension Context {
  /// Refuses a table in which a stage behind does not find a column that it names: said before anything large begins.
  ///
  /// - Parameter names: the table without rows; of what type its columns are is not known.
  /// - Throws: `column.unknown`.
  func demandColumns(of names: Table) throws {
    var output = Output(names)
    for next in following {
      guard let stated = next.stated else { return }
      do {
        output = try next.apply(to: output, in: self)
      } catch let error as Diagnostic {
        if error.code == "column.unknown" { throw error }
        // Rows that were left out would leave the columns as they are.
        guard case .filter = stated else { return }
      }
    }
  }
}
