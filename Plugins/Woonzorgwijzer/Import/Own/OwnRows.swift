import WorkbenchKit

/// What a file of one's own says of areas, year by year.
struct OwnRows {
  struct Row: Hashable {
    let code: String
    let line: Int
    /// NaN where it is held back.
    var value: Double
    /// What stands in the place of a figure that is held back.
    var mark: String?
    var sample = Double.nan
    var error = Double.nan
    /// Whether the file gives a share of one, of which a percentage was made.
    var isOfShare = false

    /// Whether another row says the same of its area.
    func agrees(with value: Double, _ mark: String?) -> Bool {
      self.value.isNaN ? value.isNaN && mark != nil : abs(self.value - value) <= 1e-9 * max(1, abs(value))
    }

    /// Whether another row does not gainsay what stands beside the figure; what one of them leaves out is no other.
    func agreesBeside(_ sample: Double, _ error: Double) -> Bool {
      !OwnRows.differ(self.sample, sample) && !OwnRows.differ(self.error, error)
    }
  }

  /// The file's own name of the column with the figures.
  let column: String
  var years: [Int: [Row]] = [:]
  /// How many areas have an empty cell.
  var empty = 0
  /// How many rows say of their area what an earlier one says.
  var alike = 0
  /// How many figures are held back as nobody says how many people were asked.
  var unasked = 0
  /// Lines with a total under the table, which is no area.
  var totals: [Int] = []
  var remarks: [Text] = []
  /// How the numbers were read.
  var notices: [Notice] = []

  /// Whether two numbers are both known and not the same.
  static func differ(_ one: Double, _ other: Double) -> Bool { abs(one - other) > 1e-9 * max(1, abs(other)) }

  /// That a file that cannot be right was left whole.
  static let nothing = Text(nl: "er is niets toegevoegd", en: "nothing was added")

  /// Whether a cell without a number says that the figure is held back.
  static func isHeldBack(_ cell: String) -> Bool {
    let word = cell.lowercased().filter { $0 != " " }
    if [".", "..", "x", "xx", "*", "**", "***", "geheim", "secret", "vertrouwelijk"].contains(word) { return true }
    return word.first.map { "<≤".contains($0) } ?? false && word.dropFirst().allSatisfy { $0.isNumber || $0 == "=" }
      && word.count > 1
  }

  static func isTotal(_ word: String) -> Bool {
    ["totaal", "total", "eindtotaal", "som", "sum", "grand total"].contains(word.lowercased().trimmedOfPadding)
  }
}
