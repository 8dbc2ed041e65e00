/// Why a cell of a decision table, or an expression, is not read.
public enum CellProblem: Error, Sendable, Hashable {
  /// FEEL that is more than is worked out here, or no FEEL at all.
  case expression(String)
  /// A name in it that no input of the table has.
  case name(String, String)
  /// A value of another type than the input has.
  case type(String)
  /// An interval whose low end is above its high end, or both open at one value.
  case empty(String)
}
