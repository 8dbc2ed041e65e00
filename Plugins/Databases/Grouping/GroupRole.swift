/// What a field of the answer about groups is for.
enum GroupRole: Hashable {
  case key
  /// How many rows the group has.
  case size
  /// How many values of a column are there.
  case present(String)
  /// How many cells of it hold something, be it no number.
  case filled(String)
  /// Their sum, with so many of its digits behind the point.
  case sum(String, places: Int)
  case least(String)
  case most(String)
  /// How many values are no decimal with as few digits as was thought.
  case other(String)
  /// The largest size of a value that is not whole; beyond a bound its digits are not the same everywhere.
  case extent(String)
  /// A bound of whole numbers; it is an error to be read where it is too long.
  case bound
  /// How many values lose digits here.
  case rounded(String)
  /// How many rows have a value of a column and a weight.
  case weighed(String)
  /// The sum of its values, each times its weight.
  case product(String)
  /// The sum of the weights of its values.
  case weights(String)
  /// The largest size of a value times its weight, which has so many digits behind the point.
  case productExtent(String, places: Int)
  /// The least weight.
  case leastWeight
  /// Whether another group first comes by at the same place.
  case tied
}
