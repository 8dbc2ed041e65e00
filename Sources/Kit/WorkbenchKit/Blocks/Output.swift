/// What a command gives: blocks to show, of which one table may flow on to the next stage.
public struct Output: Sendable, Hashable {
  /// What is shown, in its order.
  public var blocks: [Block]
  /// Where in `blocks` the table stands that the next stage takes; nil if there is nothing to take.
  public var main: Int?

  /// Makes an output whose first table, if it has one, flows on.
  public init(_ blocks: [Block] = []) {
    self.blocks = blocks
    main = blocks.firstIndex { if case .table = $0 { true } else { false } }
  }

  /// Makes an output of one table, which flows on.
  public init(_ table: Table) { self.init([.table(table)]) }
  /// Makes an output of single figures.
  public init(_ facts: Facts) { self.init([.facts(facts)]) }

  /// No block at all.
  public static let nothing = Output()

  /// The table that the next stage takes.
  public var table: Table? {
    guard let main, blocks.indices.contains(main), case .table(let table) = blocks[main] else { return nil }
    return table
  }

  /// Returns the same of other blocks, among which the same table flows on: remarks may have come between, and pictures be gone.
  @_spi(Host) public func withheld(_ blocks: [Block]) -> Output {
    func tables(_ blocks: [Block]) -> [Int] {
      blocks.indices.filter { if case .table = blocks[$0] { true } else { false } }
    }
    var copy = Output(blocks)
    if let main, let place = tables(self.blocks).firstIndex(of: main), tables(blocks).indices.contains(place) {
      copy.main = tables(blocks)[place]
    }
    return copy
  }

  /// Returns the output with another table in the place of the one that flows; what stands around it stays.
  public func replacing(_ table: Table) -> Output {
    guard let main else { return Output(blocks + [.table(table)]) }
    var copy = self
    copy.blocks[main] = .table(table)
    return copy
  }

  /// The output with the values of its tables in it, where these are still to be taken out of others: it holds nothing of those then.
  public var settled: Output {
    var copy = self
    copy.blocks = blocks.map { if case .table(let table) = $0 { .table(table.settled) } else { $0 } }
    return copy
  }

  /// Returns the output with other blocks in the place of the table that flows; nothing flows on.
  public func replacingTable(with blocks: [Block]) -> Output {
    var copy = self
    if let main { copy.blocks.replaceSubrange(main...main, with: blocks) } else { copy.blocks += blocks }
    copy.main = copy.blocks.firstIndex { if case .table = $0 { true } else { false } }
    return copy
  }
}
