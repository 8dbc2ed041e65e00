/// Which table of a file is wanted, and how it is taken.
public struct SourceChoice: Sendable, Hashable {
  /// Where the names of the columns stand.
  public enum Header: Sendable, Hashable {
    /// The source finds it.
    case found
    /// There are none: columns are named by their letters.
    case none
    /// In this row of the sheet, counted from 1.
    case row(Int)
  }

  /// A sheet, a layer or a member by its name, or by its number counted from 1; nil where there is but one.
  public var item: String?
  /// A file with the question that is put to a database; nil where a table is named.
  public var query: String?
  /// Where the names of the columns stand.
  public var header = Header.found
  /// How many rows the names take together, 1 or more.
  public var headerRows = 1
  /// The part of the sheet that is read, such as `B5:N200`; nil for all of it.
  public var range: String?
  /// Whether rows and columns that are hidden are read without a word.
  public var includesHidden = false
  /// Columns that are texts whatever stands in them.
  public var textColumns: [String] = []
  /// Whether a formula is an error; else its stored outcome is taken.
  public var refusesFormulas = false
  /// How a number that the sheet shows as a percentage is read: as a number of a hundred, or as a share of one; nil where nobody
  /// said.
  public var asksForHundred: Bool?
  /// How it is read where nobody said.
  public var usesHundred = false

  /// By which mark numbers that were typed as texts are read; nil where they stay texts.
  public var decimal: DecimalMark?

  /// Whether the table is written down as text in columns, out of which numbers that were typed as texts are read again: nothing
  /// is to be said of them then.
  public var isReadAsText = false

  /// Whether a percentage is read as a number of a hundred; else as a share of one.
  public var percentagesOfHundred: Bool { asksForHundred ?? usesHundred }

  /// Whether the line asked for anything.
  var asksNothing: Bool {
    var usual = SourceChoice()
    usual.usesHundred = usesHundred
    usual.decimal = decimal
    usual.isReadAsText = isReadAsText
    return self == usual
  }

  /// Makes a choice that leaves all to the source.
  public init(item: String? = nil) { self.item = item }
}
