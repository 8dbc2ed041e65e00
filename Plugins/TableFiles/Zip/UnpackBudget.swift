/// Counts what comes out of a package, so that a small file cannot become an endless one.
final class UnpackBudget {
  let limits: SourceLimits
  private let problem: SourceProblem
  private var total = 0
  private var ofPart = 0

  init(_ limits: SourceLimits, _ problem: SourceProblem) {
    self.limits = limits
    self.problem = problem
  }

  /// Starts a part, and refuses one of which the package itself says that it is too large.
  ///
  /// - Throws: `source.large`, `source.bomb`.
  func begin(_ part: ZipPart) throws {
    ofPart = 0
    guard part.size <= limits.unpacked - total else {
      throw isTight(part.size, part) ? problem.bomb(part.name, limits) : problem.tooLarge(limits)
    }
    if isTight(part.size, part) { throw problem.bomb(part.name, limits) }
  }

  /// Counts a piece that came out of a part.
  ///
  /// - Throws: `source.large`, `source.bomb`; `source.damaged` where more comes out than the package says.
  func take(_ count: Int, of part: ZipPart) throws {
    total += count
    ofPart += count
    if ofPart > part.size { throw problem.unreadablePart(part.name) }
    if total > limits.unpacked { throw problem.tooLarge(limits) }
    if isTight(ofPart, part) { throw problem.bomb(part.name, limits) }
  }

  private func isTight(_ size: Int, _ part: ZipPart) -> Bool {
    size > limits.bombFrom && size / limits.ratio > part.packedSize
  }
}
