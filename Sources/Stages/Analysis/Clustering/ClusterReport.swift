import Methods
import WorkbenchKit

/// A cluster analysis as columns, figures and words.
struct ClusterReport {
  private let found: ClusterAnalysis
  private let method: ClusterMethod
  private let observed: ObservedTable
  private let request: ClusterRequest

  init(_ found: ClusterAnalysis, _ request: ClusterRequest, _ observed: ObservedTable) {
    self.found = found
    self.request = request
    method = request.method
    self.observed = observed
  }

  var columns: [Column] {
    let groups = found.assignment.map { Double($0 + 1) }
    let silhouette = Column.numbers(
      "silhouette", found.silhouettes, label: Text(nl: "silhouet", en: "silhouette"), format: .decimals(3))
    guard let model = found.latentClasses else {
      return [.numbers("cluster", groups, label: Text(nl: "groep", en: "cluster"), format: .plain), silhouette]
    }
    return [.numbers("class", groups, label: Text(nl: "klasse", en: "class"), format: .plain)]
      + model.shares.indices.map { group in
        .numbers(
          "probability_\(group + 1)", model.posteriors.map { $0[group] },
          label: Text(nl: "kans \(group + 1)", en: "probability \(group + 1)"), format: .decimals(3))
      } + [silhouette.asDetail()]
  }

  /// The numbers of groups that were tried; nil where the number was given.
  var trials: Table? {
    guard !found.trials.isEmpty else { return nil }
    let isLatent = method == .lca
    return Table(
      title: Text(nl: "Hoeveel groepen", en: "How many groups"),
      columns: [
        .numbers("k", found.trials.map { Double($0.k) }, label: .verbatim("k"), format: .plain),
        isLatent
          ? .numbers("bic", found.trials.map(\.value), label: .verbatim("BIC"), format: .decimals(1))
          : .numbers(
            "silhouette", found.trials.map(\.value), label: Text(nl: "silhouet", en: "silhouette"), format: .decimals(3)
          ),
      ])
  }

  var facts: Facts {
    var facts = Facts()
    func add(_ name: String, _ number: Double, _ label: Text, _ format: Column.Format = .decimals(4)) {
      facts.add(name, number.isNaN ? .missing : .number(number), label: label, format: format)
    }
    add("k", Double(found.k), Text(nl: "groepen", en: "groups"), .plain)
    add("silhouette", found.meanSilhouette, Text(nl: "gemiddeld silhouet", en: "mean silhouette"))
    if method == .average {
      facts.add(
        "heights", .list(found.heights.map { .number($0) }), label: Text(nl: "hoogten", en: "heights"),
        format: .decimals(4))
    }
    if let cost = found.cost {
      add("cost", cost, Text(nl: "kosten", en: "cost"), method == .kmodes ? .plain : .decimals(4))
    }
    if let model = found.latentClasses {
      add("log_likelihood", model.logLikelihood, .verbatim("log-likelihood"), .decimals(4))
      add("parameters", Double(model.parameters), Text(nl: "parameters", en: "parameters"), .plain)
      add("bic", model.bic, .verbatim("BIC"), .decimals(4))
      facts.add(
        "shares", .list(model.shares.map { .number($0) }), label: Text(nl: "aandelen", en: "shares"),
        format: .decimals(4))
    }
    facts.add(
      "medoids", .list(found.medoids.filter { $0 >= 0 }.map { .text(observed.names.names[$0]) }),
      label: Text(nl: "medoïden", en: "medoids"))
    if !found.stability.isEmpty {
      facts.add(
        "stability",
        .list(
          zip(found.stability, found.stabilityErrors).map {
            $0.isNaN ? .missing : .number(MonteCarlo.rounded($0, error: $1, unit: 0.01))
          }), label: Text(nl: "stabiliteit", en: "stability"), format: .decimals(2))
      facts.add("resamples", request.resamples, label: Text(nl: "herhaalde steekproeven", en: "resamples"))
      facts.add("seed", .number(Double(request.seed)), label: .verbatim("seed"), format: .plain)
      facts.add(
        "mcse_stability", .list(found.stabilityErrors.map { $0.isNaN ? .missing : .number($0) }),
        label: Text(nl: "fout van de stabiliteit", en: "error of the stability"), format: .decimals(3))
    }
    facts.add(
      "unfit_share", .number(found.unfitShare), label: Text(nl: "past nergens", en: "fits nowhere"), format: .share(1))
    return facts
  }

  var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ level: Notice.Level, _ nl: String, _ en: String) { notices.append(Notice(level, Text(nl: nl, en: en))) }
    let width = found.meanSilhouette
    if !width.isNaN, width <= 0.25, method != .lca {
      add(
        .caution,
        "het gemiddelde silhouet is 0,25 of minder: er is geen duidelijke indeling (Kaufman & Rousseeuw 1990)",
        "the mean silhouette is 0.25 or less: there is no clear structure (Kaufman & Rousseeuw 1990)")
    }
    let unstable = found.stability.indices.filter { found.stability[$0] < 0.6 }.map { String($0 + 1) }
    if !unstable.isEmpty {
      let listed = unstable.joined(separator: ", ")
      add(
        .caution, "instabiel, want onder 0,6 teruggevonden in steekproeven: groep \(listed)",
        "unstable, being found again below 0.6 in resamples: group \(listed)")
    }
    if method == .clara {
      let count = found.silhouettes.count { !$0.isNaN }
      add(
        .info, "de silhouetten zijn die van de beste steekproef, \(count) rijen",
        "the silhouettes are those of the best sample, \(count) rows")
    } else if let strangers = found.strangers {
      let (one, other) = (observed.names.names[strangers.first], observed.names.names[strangers.second])
      add(
        .caution, "geen silhouetten: '\(one)' en '\(other)' hebben niets gemeen om op te vergelijken",
        "no silhouettes: '\(one)' and '\(other)' have nothing in common to compare by")
    } else if width.isNaN, found.k > 1 {
      add(
        .info, "geen silhouetten: bij meer dan \(Dissimilarity.rowLimit) rijen zijn er te veel paren",
        "no silhouettes: with more than \(Dissimilarity.rowLimit) rows there are too many pairs")
    }
    if let model = found.latentClasses { notices += Self.remarks(model) }
    notices += [oneClass].compactMap { $0 }
    return notices
  }

  /// That the data chose one class, by how much.
  private var oneClass: Notice? {
    guard let (own, next) = found.singleClass else { return nil }
    let (one, other) = (Text.number(own.value, decimals: 1), Text.number(next.value, decimals: 1))
    return .caution(
      nl:
        "één klasse beschrijft de rijen het best (BIC \(one.nl), bij \(next.k) klassen \(other.nl)): er zijn geen groepen te zien",
      en:
        "one class describes the rows best (BIC \(one.en), with \(next.k) classes \(other.en)): there are no groups to be seen"
    )
  }

  private static func remarks(_ model: LatentClassModel) -> [Notice] {
    var notices: [Notice] = []
    if !model.converged {
      notices.append(
        .warning(
          nl: "de schatting is na 5000 rondes niet geconvergeerd", en: "the fit has not converged after 5000 rounds")
      )
    }
    if model.parameters >= model.rowCount {
      notices.append(
        .caution(
          nl: "er zijn \(model.parameters) parameters op \(model.rowCount) rijen: de klassen liggen niet vast",
          en: "there are \(model.parameters) parameters to \(model.rowCount) rows: the classes are not settled"))
    } else if model.agreeing == 1, model.shares.count > 1 {
      notices.append(
        .caution(
          nl: "maar één begin kwam hierop uit: een ander zaad (set seed) kan iets beters vinden",
          en: "only one start came to this: another seed (set seed) may find something better"))
    }
    return notices
  }
}
