/// What of a layer is kept at most.
public struct LayerLimits: Sendable {
  /// As many as a sheet may hold.
  public var cells: Int
  /// A gigabyte of coordinates.
  public var points: Int
  /// Bytes of texts.
  public var textBytes: Int

  public init(cells: Int = 64_000_000, points: Int = 1 << 26, textBytes: Int = 1 << 30) {
    self.cells = cells
    self.points = points
    self.textBytes = textBytes
  }
}
