/// Things on a plane, so that they lie as far apart as they are told to be, as well as a plane can.
///
/// Source: Torgerson, Psychometrika 17 (1952); the eigenvectors by Jacobi's rotations (1846).
public struct ClassicalScaling: Sendable, Hashable {
  /// A place on the plane for each thing; the axes in the order of what they keep, the first thing off their middle upwards.
  public let points: [PlanePlace]
  /// What the two axes keep of all that the distances hold: the sum of their eigenvalues over that of all without their signs.
  public let kept: Double

  /// A place on the plane.
  public struct PlanePlace: Sendable, Hashable {
    public let x: Double
    public let y: Double
  }

  /// Places things.
  ///
  /// - Parameter distances: square, symmetric, nought on the diagonal.
  /// - Returns: nil with fewer than two things, or where all lie on one spot.
  public init?(_ distances: [[Double]]) {
    let count = distances.count
    guard count >= 2, distances.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) }) else { return nil }
    let squares = distances.map { $0.map { $0 * $0 } }
    let means = squares.map { $0.reduce(0, +) / Double(count) }
    let mean = means.reduce(0, +) / Double(count)
    var matrix = (0..<count).map { row in
      (0..<count).map { column in -(squares[row][column] - means[row] - means[column] + mean) / 2 }
    }
    let vectors = Self.rotate(&matrix)
    let values = (0..<count).map { matrix[$0][$0] }
    let order = (0..<count).sorted { (values[$1], $0) < (values[$0], $1) }
    let whole = values.reduce(0) { $0 + abs($1) }
    guard whole > 1e-12 else { return nil }
    func axis(_ place: Int) -> [Double] {
      let value = max(0, values[order[place]])
      let raw = (0..<count).map { vectors[$0][order[place]] * value.squareRoot() }
      let first = raw.first { abs($0) > 1e-9 } ?? 1
      return first < 0 ? raw.map { -$0 } : raw
    }
    let (x, y) = (axis(0), axis(1))
    points = (0..<count).map { PlanePlace(x: x[$0], y: y[$0]) }
    kept = (max(0, values[order[0]]) + max(0, values[order[1]])) / whole
  }

  /// Turns a symmetric matrix until it is diagonal, and returns the eigenvectors as columns.
  private static func rotate(_ matrix: inout [[Double]]) -> [[Double]] {
    let count = matrix.count
    var vectors = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<100 {
      var off = 0.0
      for row in 0..<count { for column in 0..<row { off += matrix[row][column] * matrix[row][column] } }
      if off < 1e-22 { break }
      for row in 0..<count {
        for column in row + 1..<max(count, row + 1) where abs(matrix[row][column]) > 1e-300 {
          turn(&matrix, &vectors, row, column)
        }
      }
    }
    return vectors
  }

  private static func turn(_ matrix: inout [[Double]], _ vectors: inout [[Double]], _ one: Int, _ other: Int) {
    let theta = (matrix[other][other] - matrix[one][one]) / (2 * matrix[one][other])
    let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for place in matrix.indices {
      let (left, right) = (matrix[place][one], matrix[place][other])
      matrix[place][one] = cosine * left - sine * right
      matrix[place][other] = sine * left + cosine * right
    }
    for place in matrix.indices {
      let (left, right) = (matrix[one][place], matrix[other][place])
      matrix[one][place] = cosine * left - sine * right
      matrix[other][place] = sine * left + cosine * right
      let (first, second) = (vectors[place][one], vectors[place][other])
      vectors[place][one] = cosine * first - sine * second
      vectors[place][other] = sine * first + cosine * second
    }
  }
}
