/// What the rows of a table stand for, where each stands for several that were equal in the columns by which the next stage groups
/// them.
///
/// Only a stage that was told of it as `SourceStage.group` or `.count` gets such a table.
public struct TalliedRows: Sendable, Hashable {
  /// Of each row what the values of one column come to in the rows that it stands for.
  public struct Values: Sendable, Hashable {
    /// How many are there, none of them missing.
    public var present: [Int]
    /// Their sum as a decimal with all its digits, `-12.345`; empty where it was not asked for.
    public var sums: [String]
    /// The least of them; NaN where there is none; empty where it was not asked for.
    public var least: [Double]
    /// The greatest of them; NaN where there is none; empty where it was not asked for.
    public var most: [Double]

    /// Makes them.
    public init(present: [Int], sums: [String] = [], least: [Double] = [], most: [Double] = []) {
      self.present = present
      self.sums = sums
      self.least = least
      self.most = most
    }

    func rows(_ rows: [Int]) -> Values {
      func picked<Value>(_ values: [Value]) -> [Value] { values.isEmpty ? [] : rows.map { values[$0] } }
      return Values(present: picked(present), sums: picked(sums), least: picked(least), most: picked(most))
    }
  }

  /// Of each row what the values of one column come to, each times its weight, in the rows in which both are there.
  public struct Weighted: Sendable, Hashable {
    /// How many rows have both.
    public var present: [Int]
    /// The sum of the products as a decimal with all its digits.
    public var products: [String]
    /// The sum of these rows' weights as a decimal with all its digits.
    public var weights: [String]

    /// Makes them.
    public init(present: [Int], products: [String], weights: [String]) {
      self.present = present
      self.products = products
      self.weights = weights
    }

    func rows(_ rows: [Int]) -> Weighted {
      Weighted(
        present: rows.map { present[$0] }, products: rows.map { products[$0] }, weights: rows.map { weights[$0] })
    }
  }

  /// Of each row how many it stands for.
  public var sizes: [Int]
  /// By the names of the columns about which there are figures.
  public var columns: [String: Values]
  /// By the names of the columns of which a weighted mean was asked for.
  public var weighted: [String: Weighted] = [:]

  /// Makes it.
  public init(sizes: [Int], columns: [String: Values] = [:]) {
    self.sizes = sizes
    self.columns = columns
  }

  func rows(_ rows: [Int]) -> TalliedRows {
    var picked = TalliedRows(sizes: rows.map { sizes[$0] }, columns: columns.mapValues { $0.rows(rows) })
    picked.weighted = weighted.mapValues { $0.rows(rows) }
    return picked
  }
}
