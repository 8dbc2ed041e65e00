/// What a stage behind `read` does to the rows, in a form in which a source can do it where they are.
public enum SourceStage: Sendable, Hashable {
  /// Keeps the rows for which a condition is true; one that is missing is not true.
  case filter(SourceTerm)
  /// Keeps these columns, by their exact names, in this order.
  case select([String])
  /// Keeps so many rows from the first on, in the order in which they are.
  case first(Int)
  /// Puts them in order; rows that are equal stay as they stood. Missing values come last in either direction, and texts are ordered
  /// in small letters first.
  case sort([SourceOrder])
  /// Keeps so many rows, those with the highest values of a column, the highest in front.
  case highest(Int, of: String)
  /// Works a column out of others; one that is called so already is replaced where it stands.
  case derive(String, SourceTerm)
  /// Makes one row of the rows that are equal in some columns, with figures about them. A source does not do it itself: it gives a
  /// table with `tallied`, out of which the stage makes what it would have made of the rows.
  case group(SourceGrouping)
  /// Counts the rows; done as a group is.
  case count
}

/// A column by which rows are put in order.
public struct SourceOrder: Sendable, Hashable {
  /// By its exact name.
  public let column: String
  /// Whether the highest comes first.
  public let isDescending: Bool

  /// Makes it.
  public init(_ column: String, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}

/// Which rows are grouped, and what is asked about each group.
public struct SourceGrouping: Sendable, Hashable {
  /// A figure about a group.
  public struct Figure: Sendable, Hashable {
    /// Which figure.
    public enum Kind: Sendable, Hashable, CaseIterable {
      case sum, mean, count, least, most
    }

    /// Which figure it is.
    public let kind: Kind
    /// Of which column, by its exact name.
    public let column: String

    /// Makes it.
    public init(_ kind: Kind, of column: String) {
      self.kind = kind
      self.column = column
    }
  }

  /// The columns that make a group, by their exact names.
  public let keys: [String]
  /// The figures; none where rows are counted.
  public let figures: [Figure]
  /// The column for which a row counts in every mean, by its exact name; nil where rows count the same.
  public let weight: String?

  /// Makes it.
  public init(keys: [String], figures: [Figure], weight: String? = nil) {
    self.keys = keys
    self.figures = figures
    self.weight = weight
  }
}

/// A part of an expression over the columns of a table. Missing values make what is worked out of them missing; conditions follow
/// Kleene.
public indirect enum SourceTerm: Sendable, Hashable {
  /// What is done with two numbers.
  public enum Arithmetic: String, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  /// How two values are held against each other.
  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  /// By its exact name.
  case column(String)
  case number(Double)
  case text(String)
  case negative(SourceTerm)
  case arithmetic(Arithmetic, SourceTerm, SourceTerm)
  case comparison(Comparison, SourceTerm, SourceTerm)
  /// Whether a text holds another, in capitals or not.
  case contains(SourceTerm, String)
  /// Whether a value is one of a list of numbers or of texts.
  case among(SourceTerm, [SourceTerm])
  case isMissing(SourceTerm)
  case not(SourceTerm)
  case all([SourceTerm])
  case any([SourceTerm])
  /// Without its sign.
  case abs(SourceTerm)
  /// To a count of decimals, a half away from nought.
  case round(SourceTerm, Int)
  case least([SourceTerm])
  case greatest([SourceTerm])
  case lower(SourceTerm)
  /// How many characters a text has.
  case length(SourceTerm)
  /// The second where the first is true, the third where it is false.
  case choice(SourceTerm, SourceTerm, SourceTerm)
}

extension SourceStage {
  /// The columns that some stages look at, by their exact names, where what they give has no others; nil where it may have any.
  static func columns(of stages: [SourceStage]) -> Set<String>? {
    var needed: Set<String> = []
    // What was worked out on the way comes from no file.
    var made: Set<String> = []
    for stage in stages {
      switch stage {
      case .filter(let term): needed.formUnion(term.columns.subtracting(made))
      case .select(let names): return needed.union(Set(names).subtracting(made))
      case .first: break
      case .sort(let orders): needed.formUnion(Set(orders.map(\.column)).subtracting(made))
      case .highest(_, let column): needed.formUnion(Set([column]).subtracting(made))
      case .derive(let name, let term):
        needed.formUnion(term.columns.subtracting(made))
        made.insert(name)
      case .group(let grouping):
        let names = grouping.keys + grouping.figures.map(\.column) + [grouping.weight].compactMap(\.self)
        return needed.union(Set(names).subtracting(made))
      case .count: return needed
      }
    }
    return nil
  }
}

extension SourceTerm {
  /// The columns that it looks at, by their exact names.
  var columns: Set<String> {
    switch self {
    case .column(let name): [name]
    case .number, .text: []
    case .negative(let term), .contains(let term, _), .isMissing(let term), .not(let term), .abs(let term),
      .round(let term, _), .lower(let term), .length(let term):
      term.columns
    case .arithmetic(_, let one, let other), .comparison(_, let one, let other): one.columns.union(other.columns)
    case .among(let term, let others): others.reduce(into: term.columns) { $0.formUnion($1.columns) }
    case .all(let terms), .any(let terms), .least(let terms), .greatest(let terms):
      terms.reduce(into: []) { $0.formUnion($1.columns) }
    case .choice(let one, let two, let three): one.columns.union(two.columns).union(three.columns)
    }
  }
}
