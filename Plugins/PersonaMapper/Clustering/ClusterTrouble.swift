import Methods
import WorkbenchKit

/// What a person reads where answers cannot be divided.
struct ClusterTrouble {
  /// Of the respondents.
  let names: [String]

  func diagnostic(_ error: any Error) -> any Error {
    switch error {
    case let problem as NothingInCommon:
      Diagnostic(
        "distance.nothing",
        Text(
          nl:
            "'\(names[problem.first])' en '\(names[problem.second])' hebben geen enkele vraag allebei beantwoord (aantal paren waarvoor dat geldt: \(problem.pairs))",
          en:
            "'\(names[problem.first])' and '\(names[problem.second])' have no question that both answered (pairs of which that holds: \(problem.pairs))"
        ),
        wayOut: Text(
          nl: "laat wie bijna niets beantwoordde weg, of kies vollere kolommen met --columns",
          en: "leave out who answered hardly anything, or choose fuller columns with --columns"))
    case ClusterProblem.tooFewRows(let rows):
      Diagnostic(
        "cluster.few",
        rows == 0
          ? Text(
            nl: "er zijn geen respondenten om persona's van te maken",
            en: "there are no respondents to make personas of")
          : Text(
            nl: "van één respondent zijn geen persona's te maken", en: "no personas can be made of one respondent"))
    case ClusterProblem.tooManyGroups(let k, let rows):
      Diagnostic(
        "cluster.k",
        Text(
          nl: "van \(rows) respondenten zijn geen \(k) persona's te maken",
          en: "\(k) personas cannot be made of \(rows) respondents"),
        wayOut: Text(nl: "geef --k van 2 tot en met \(rows)", en: "give --k from 2 through \(rows)"))
    case ClusterProblem.weights:
      Diagnostic(
        "weight.value",
        Text(
          nl: "wie overblijft, heeft samen geen gewicht", en: "those who remain have no weight between them"))
    case ClusterProblem.constant:
      Diagnostic(
        "cluster.constant",
        Text(
          nl: "iedereen gaf overal hetzelfde antwoord: er is niets om op te verdelen",
          en: "all answered the same everywhere: there is nothing to divide by"))
    case ClusterProblem.tooManyRows(let rows):
      Diagnostic(
        "cluster.rows",
        Text(
          nl: "\(rows) respondenten vragen ongeveer \(Self.gigabytes(rows).nl) GB aan afstanden, en dat gebeurt niet",
          en: "\(rows) respondents take about \(Self.gigabytes(rows).en) GB of distances, and that is not done"),
        wayOut: Text(nl: "neem steekproeven met --method clara", en: "take samples with --method clara"),
        suggestion: "--method clara")
    default: error
    }
  }

  private static func gigabytes(_ rows: Int) -> Text {
    Text.number(Double(rows) * Double(rows) * 8 / 1e9, decimals: 1)
  }
}

/// Where the methods come from, for `why`.
enum ClusterSources {
  static let gower = Source(
    id: "gower-1971", title: "Gower: A general coefficient of similarity and some of its properties",
    publisher: "Biometrics 27", date: "1971")
  static let jaccard = Source(
    id: "jaccard-1901",
    title: "Jaccard: Étude comparative de la distribution florale dans une portion des Alpes et du Jura",
    publisher: "Bulletin de la Société vaudoise des sciences naturelles 37", date: "1901")
  static let tukey = Source(
    id: "tukey-1977", title: "Tukey: Exploratory data analysis", publisher: "Addison-Wesley", date: "1977")

  static let kish = Source(
    id: "kish-1965", title: "Kish: Survey sampling", publisher: "Wiley", date: "1965")

  static func of(_ method: ClusterMethod, stability: Bool) -> [Source] {
    func source(_ id: String, _ title: String, _ publisher: String, _ date: String) -> Source {
      Source(id: id, title: title, publisher: publisher, date: date)
    }
    let own =
      switch method {
      case .pam, .clara:
        source("kaufman-rousseeuw-1990", "Kaufman & Rousseeuw: Finding groups in data", "Wiley", "1990")
      case .kmodes:
        source(
          "huang-1998", "Huang: Extensions to the k-means algorithm for categorical values",
          "Data Mining and Knowledge Discovery 2", "1998")
      case .average:
        source(
          "sokal-michener-1958", "Sokal & Michener: A statistical method for evaluating systematic relationships",
          "University of Kansas Science Bulletin 38", "1958")
      case .lca: source("goodman-1974", "Goodman: Exploratory latent structure analysis", "Biometrika 61", "1974")
      }
    let hennig = source(
      "hennig-2007", "Hennig: Cluster-wise assessment of cluster stability",
      "Computational Statistics & Data Analysis 52", "2007")
    return [
      gower, own,
      source("rousseeuw-1987", "Rousseeuw: Silhouettes", "Journal of Computational and Applied Mathematics 20", "1987"),
      tukey,
    ] + (stability ? [hennig] : [])
  }
}
