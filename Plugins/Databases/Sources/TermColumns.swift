import WorkbenchKit

extension SourceTerm {
  /// The columns that it asks about.
  var columns: Set<String> {
    switch self {
    case .column(let name): [name]
    case .number, .text: []
    case .negative(let inner), .isMissing(let inner), .not(let inner), .abs(let inner), .lower(let inner),
      .length(let inner), .round(let inner, _), .contains(let inner, _):
      inner.columns
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right): left.columns.union(right.columns)
    case .among(let value, let members): members.reduce(value.columns) { $0.union($1.columns) }
    case .all(let parts), .any(let parts), .least(let parts), .greatest(let parts):
      parts.reduce([]) { $0.union($1.columns) }
    case .choice(let condition, let first, let second):
      condition.columns.union(first.columns).union(second.columns)
    }
  }
}
