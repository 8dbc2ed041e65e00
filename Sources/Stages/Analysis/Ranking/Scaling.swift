import Methods
import WorkbenchKit

/// How values become utilities for WSM and SMAA: what `--scale` says, else as they stand within 0 through 1, others by
/// min-max.
struct Scaling {
  let scales: [UtilityScale]
  let notices: [Notice]

  static let argument = Argument(
    flags: "scale", .name,
    about: Text(
      nl: "none, minmax, of per kolom de uitersten: a=0:10; zonder blijven waarden van 0 tot 1 zo, de rest naar minmax",
      en: "none, minmax, or the ends of a column: a=0:10; without, values from 0 to 1 stay so, others by minmax"),
    candidates: { _ in
      [
        Candidate("none", Text(nl: "de waarden zoals ze zijn", en: "the values as they stand")),
        Candidate(
          "minmax", Text(nl: "van het slechtste (0) tot het beste (1)", en: "from the worst (0) to the best (1)")),
      ]
    })

  /// - Throws: `scale.unknown`, `scale.range`, `criterion.unknown`.
  init(_ words: [(String, Place?)], for input: RankingInput) throws {
    var general: UtilityScale?
    var given: [Int: UtilityScale] = [:]
    for (word, place) in words {
      switch word {
      case "none": general = .asGiven
      case "minmax": general = .minMax
      default:
        guard let sign = word.lastIndex(of: "=") else { throw Self.unknown(word, at: place) }
        let column = ColumnReference(String(word[..<sign]), at: place)
        given[try input.criterion(column)] = try Self.ends(String(word[word.index(after: sign)...]), of: column)
      }
    }
    var scaled: [String] = []
    var beyond: [String] = []
    scales = input.criteria.indices.map { index in
      let values = input.values.column(index)
      let name = input.criteria[index].name
      if let scale = given[index] {
        if scale.utilities(values, isCost: false).contains(where: { !(0...1).contains($0) }) { beyond.append(name) }
        return scale
      }
      if let general { return general }
      let scale = UtilityScale.automatic(values)
      if scale == .minMax { scaled.append(name) }
      return scale
    }
    var notices: [Notice] = []
    notices.add(.caution, naming: scaled) {
      Text(
        nl:
          "geschaald van het slechtste (0) tot het beste (1) dat voorkomt: \($0.nl) (--scale zegt het anders)",
        en: "scaled from the worst (0) to the best (1) that occurs: \($0.en) (--scale says otherwise)")
    }
    notices.add(.caution, naming: beyond) {
      Text(
        nl: "waarden buiten de gegeven uitersten: \($0.nl)", en: "values beyond the given ends: \($0.en)")
    }
    self.notices = notices
  }

  func utilities(_ input: RankingInput) -> Matrix {
    Methods.utilities(input.values, scales: scales, isCost: input.isCost)
  }

  private static func ends(_ text: String, of column: ColumnReference) throws -> UtilityScale {
    let name = column.name
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { NumberText.parse(String($0)) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low < high else {
      throw Diagnostic(
        "scale.range",
        Text(
          nl: "'\(text)' geeft geen laagste en hoogste waarde voor '\(name)'",
          en: "'\(text)' gives no lowest and highest value for '\(name)'"),
        wayOut: Text(nl: "zoals: --scale \(name)=0:10", en: "such as: --scale \(name)=0:10"), place: column.place)
    }
    return .between(low: low, high: high)
  }

  private static func unknown(_ word: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "scale.unknown", Text(nl: "er is geen schaal '\(word)'", en: "there is no scale '\(word)'"),
      wayOut: Text(nl: "none, minmax of KOLOM=laag:hoog", en: "none, minmax or COLUMN=low:high"),
      suggestion: NearestWord.best(word, among: ["none", "minmax"]), place: place)
  }
}
