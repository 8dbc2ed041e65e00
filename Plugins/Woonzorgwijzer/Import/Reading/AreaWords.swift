import WorkbenchKit

/// Names of areas in a file, found as names are that a person types: what is ambiguous is never guessed, but what the file or
/// the user says of level and municipality settles it.
struct AreaWords {
  /// Those of the file's own year, then those of all years; none where no areas are imported to seek names in.
  private let searches: [AreaSearch]
  /// The level of all names, as the user gave it.
  var level: AreaLevel?

  init(_ workspace: WorkspaceHandle, year: Int?, level: AreaLevel?) {
    let atlases = [year.flatMap { try? Atlas(workspace, year: $0) }, try? Atlas(workspace)]
    searches = atlases.compactMap { $0.map { AreaSearch(atlas: $0) } }
    self.level = level
  }

  /// The areas that a name is one of, municipalities first.
  ///
  /// - Parameters:
  ///   - level: what the file says of it.
  ///   - municipality: the code or the name of the municipality that it lies in.
  func areas(_ word: String, _ level: AreaLevel? = nil, in municipality: String? = nil) -> [Area] {
    searches.lazy.map { found(word, level, in: municipality, $0) }.first { !$0.isEmpty } ?? []
  }

  private func found(_ word: String, _ level: AreaLevel?, in municipality: String?, _ search: AreaSearch) -> [Area] {
    let found = AreaSearch.sorted(search.exact(word)).filter {
      !$0.isOwn && [$0.level, nil].contains(self.level ?? level)
    }
    guard let municipality, found.count > 1 || found.first?.level != .gemeente else { return found }
    let code = AreaCode.reading(municipality, as: .gemeente)
    let keys = AreaNames.keys(of: municipality, .gemeente)
    return found.filter { area in
      let own = AreaCode.municipality(of: area.code)
      if let code { return own == code }
      return area.municipality.map { !AreaNames.keys(of: $0, .gemeente).isDisjoint(with: keys) } ?? false
    }
  }

  /// How a name is not one area, with what it can be.
  func ambiguous(_ word: String, _ found: [Area]) -> Text {
    let some = Text.joined(found.prefix(3).map { Text.verbatim("\($0.code) ") + AreaSearch.about($0) }, by: "; ")
    return Text(nl: "'\(word)' is niet eenduidig (\(some.nl))", en: "'\(word)' is ambiguous (\(some.en))")
  }
}
