import Methods
import WorkbenchKit

/// What a person reads where rows cannot be divided or compared.
struct ClusterProblems {
  /// What the line calls it: `cluster`.
  let purpose: String
  /// Of the rows.
  let names: [String]
  let place: Place?
  /// How many numbers of groups are tried.
  var trials = 1

  func diagnostic(_ error: any Error) -> any Error {
    switch error {
    case let problem as ClusterProblem: diagnostic(problem)
    case let problem as NothingInCommon: diagnostic(problem)
    default: error
    }
  }

  private func diagnostic(_ problem: NothingInCommon) -> Diagnostic {
    let (one, other) = (names[problem.first], names[problem.second])
    let more = problem.pairs - 1
    return Diagnostic(
      "distance.nothing",
      Text(
        nl: "de rijen '\(one)' en '\(other)' hebben geen enkele waarde gemeen om op te vergelijken"
          + (more > 0 ? " (en nog \(more) paren)" : ""),
        en: "the rows '\(one)' and '\(other)' have no value in common to compare by"
          + (more > 0 ? " (and \(more) pairs more)" : "")),
      wayOut: Text(
        nl: "laat rijen met weinig waarden weg met 'where', of kies vollere kolommen met --columns",
        en: "leave out rows with few values with 'where', or choose fuller columns with --columns"), place: place)
  }

  private func diagnostic(_ problem: ClusterProblem) -> Diagnostic {
    switch problem {
    case .weights:
      return Diagnostic(
        "weight.value", Text(nl: "de gewichten van de rijen zijn er geen", en: "the weights of the rows are none"),
        place: place)
    case .tooFewRows(let rows):
      return Diagnostic(
        "cluster.few",
        Text(
          nl: "'\(purpose)' heeft minstens twee rijen nodig; er is er \(rows == 0 ? "geen" : "maar één")",
          en: "'\(purpose)' needs two rows at least; there is \(rows == 0 ? "none" : "one only")"), place: place)
    case .tooManyGroups(let k, let rows):
      return Diagnostic(
        "cluster.k",
        Text(
          nl: "van \(rows) rijen zijn geen \(k) groepen te maken", en: "\(k) groups cannot be made of \(rows) rows"),
        wayOut: Text(nl: "geef --k van 2 tot en met \(rows)", en: "give --k from 2 through \(rows)"), place: place)
    case .constant:
      return Diagnostic(
        "cluster.constant",
        Text(
          nl: "alle rijen zijn in elke kolom hetzelfde: er is niets om op te verdelen",
          en: "all rows are the same in every column: there is nothing to divide by"),
        wayOut: Text(nl: "kies andere kolommen met --columns", en: "choose other columns with --columns"),
        place: place)
    case .tooManyRows(let rows): return tooMany(rows)
    }
  }

  /// Eight bytes a pair, both ways; 5,000 rows took a second and a half for one number of groups, and time grows with the square.
  private func tooMany(_ rows: Int) -> Diagnostic {
    let pairs = Double(rows) * Double(rows - 1) / 2
    let gigabytes = Double(rows) * Double(rows) * 8 / 1e9
    let share = Double(rows) / Double(Dissimilarity.rowLimit)
    let minutes = max(1, (share * share * 1.5 * Double(trials) / 60).rounded())
    let (memory, count) = (Text.number(gigabytes, decimals: 1), Text.number(pairs, decimals: 0))
    let time = Text.number(minutes, decimals: 0)
    return Diagnostic(
      "cluster.rows",
      Text(
        nl:
          "\(rows) rijen geven \(count.nl) paren: dat vraagt ongeveer \(memory.nl) GB en \(time.nl) minuten, en gebeurt niet",
        en:
          "\(rows) rows make \(count.en) pairs: that takes about \(memory.en) GB and \(time.en) minutes, and is not done"
      ),
      wayOut: Text(
        nl: "neem steekproeven met 'cluster clara', of kies minder rijen (hoogstens \(Dissimilarity.rowLimit))",
        en: "take samples with 'cluster clara', or choose fewer rows (\(Dissimilarity.rowLimit) at most)"),
      suggestion: "cluster clara", place: place)
  }
}
