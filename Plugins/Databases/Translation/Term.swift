/// A part of a question over the rows of a table: what `where` and `derive` ask, in a form that a server can be asked in.
indirect enum Term: Sendable, Hashable {
  enum Arithmetic: String, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  enum Comparison: String, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }

  case column(String)
  case number(Double)
  case text(String)
  case negative(Term)
  case arithmetic(Arithmetic, Term, Term)
  case comparison(Comparison, Term, Term)
  /// Whether a text holds another, in capitals or not.
  case contains(Term, String)
  /// Whether a value is one of a list of numbers or of texts.
  case among(Term, [Term])
  case isMissing(Term)
  case not(Term)
  case all([Term])
  case any([Term])
  case abs(Term)
  /// To a count of decimals, a half away from nought.
  case round(Term, Int)
  case least([Term])
  case greatest([Term])
  case lower(Term)
  /// How many characters a text has.
  case length(Term)
  /// The second where the first is true, the third where it is false.
  case choice(Term, Term, Term)
}
