/// Returns the score of each alternative by the weighted sum model, `Σ w u`.
///
/// Source: Fishburn, Operations Research 15 (1967).
/// - Parameters:
///   - utilities: a row for each alternative.
///   - weights: as many as there are columns, adding up to 1.
public func weightedSum(_ utilities: Matrix, weights: [Double]) -> [Double] { utilities.times(weights) }
