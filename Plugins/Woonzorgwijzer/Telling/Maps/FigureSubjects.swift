import WorkbenchKit

/// A figure of areas as it is shown, found by its name: a percentage, a key figure, a target group, or figures of
/// one's own.
struct FigureSubjects {
  let atlas: Atlas
  let codebook: Codebook
  let context: Context
  var age: String?
  var agePlace: Place?
  var showsPersons = false
  var sameCodes = false

  /// - Parameter withCertainty: whether it is sought how sure a percentage is.
  /// - Throws: what the search for an age throws; `argument.clash` where an age does not go with the figure.
  func subject(_ found: MapSearch.Found, _ areas: [Area], withCertainty: Bool = false) throws -> MapSubject {
    switch found {
    case .indicator(let stem, let search):
      let (age, others) = try search.age(of: stem, asked: age, at: agePlace)
      return try .indicator(
        stem, age, others: others, showsPersons: showsPersons, withCertainty: withCertainty, search, areas, atlas,
        context)
    case .group(let group, let estimates):
      if age != nil { throw GroupClash.age(at: agePlace) }
      return try .group(group, estimates, showsPersons: showsPersons, areas, atlas, codebook, context)
    case .figure(let measure):
      try refuseAge(Text(nl: "'\(measure.name)' is een kerncijfer", en: "'\(measure.name)' is a key figure"))
      return try .figure(measure, areas, atlas, codebook, context)
    case .own(let figure, let tables):
      try refuseAge(
        figure.measure == .mean
          ? Text(nl: "'\(figure.name)' is een gemiddelde", en: "'\(figure.name)' is a mean")
          : Text(nl: "'\(figure.name)' telt geen mensen", en: "'\(figure.name)' counts no people"))
      return try .own(figure, tables, areas, sameCodes: sameCodes, atlas, codebook, context)
    }
  }

  private func refuseAge(_ why: Text) throws {
    guard age != nil else { return }
    throw Diagnostic(
      "argument.clash",
      Text(nl: "--age hoort bij een percentage, en \(why.nl)", en: "--age goes with a percentage, and \(why.en)"),
      wayOut: Text(nl: "laat --age weg", en: "leave --age out"), place: agePlace)
  }
}
