/// How a number is shown to people; machine forms are unrounded.
public enum NumberFormat: Sendable, Hashable {
  /// Up to three decimals, as many as the column needs.
  case automatic
  /// A fixed count of decimals.
  case decimals(Int)
  /// A share of one, shown times a hundred with this many decimals and the label `%`.
  case share(Int)
  /// A year, a code: digits without marks between thousands.
  case plain
}
