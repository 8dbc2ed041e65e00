import WorkbenchKit

/// Which layer of an answer each of its blocks belongs to: what the block says itself, else its shape.
struct LayerRule {
  /// One for each block, in their order.
  let layers: [Layer]

  init(_ blocks: [Block]) {
    var hasPicture = false
    var layers = blocks.map { block in
      let layer = Self.own(block) ?? Self.shape(block, hasPicture: hasPicture)
      if layer == .first, Self.isPicture(block) { hasPicture = true }
      return layer
    }
    // A title is seen when what stands under it is.
    for index in blocks.indices.dropLast().reversed() {
      if case .heading = blocks[index] { layers[index] = layers[index + 1] }
    }
    self.layers = layers
  }

  private static func own(_ block: Block) -> Layer? {
    switch block {
    case .table(let table): table.layer
    case .facts(let facts): facts.layer
    // What bears on the figures is not put off.
    case .notice(let notice): notice.layer ?? (notice.level == .info ? nil : .first)
    case .sources: .origin
    default: nil
    }
  }

  private static func shape(_ block: Block, hasPicture: Bool) -> Layer {
    if case .notice = block { return .rest }
    return hasPicture ? .rest : .first
  }

  private static func isPicture(_ block: Block) -> Bool {
    switch block {
    case .table, .chart, .map, .matrix, .timeline, .flow: true
    default: false
    }
  }
}
