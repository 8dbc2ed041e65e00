import WorkbenchKit

/// What every set of starting values says of itself.
struct StartingHead: Sendable {
  let id: String
  let names: [String]
  let label: Text
  let definition: Text
  /// Of which years; a span where it is of several.
  let year: String
  /// Of whom.
  let population: Text
  /// Keys of `sources.json`.
  let sources: [String]

  init(_ fields: Fields, sources: [String]) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    definition = try fields["definition"]
    if let number = fields.json("year")?.number {
      year = NumberText.shortest(number)
    } else {
      year = try fields["year"]
    }
    population = try fields["population"]
    self.sources = sources.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension StartingHead {
  /// What a result says that rests on it.
  var mark: StartingMark { StartingMark(label: label, year: year, publications: sources) }
}

/// One set of starting values, which can be taken into use or left out.
protocol StartingSet: NamedItem {
  var head: StartingHead { get }
}

extension StartingSet {
  var id: String { head.id }
  var names: [String] { head.names }
  var label: Text { head.label }
}

/// The same for finding one of them by a word.
struct StartingName: NamedItem {
  let id: String
  let names: [String]
  let label: Text

  init(_ set: any StartingSet) { (id, names, label) = (set.id, set.names, set.label) }
}

extension AgeRange {
  /// Reads `age_from` and `age_to`, the last age that counts.
  init(_ fields: Fields) throws {
    let to: Int? = try fields["age_to"]
    self.init(from: try fields["age_from"], below: to.map { $0 + 1 })
  }
}
