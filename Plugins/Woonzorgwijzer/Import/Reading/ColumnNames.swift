import WorkbenchKit

/// The names of a file's columns as the knowledge base writes them: a header in capitals is read as if in its usual letters.
enum ColumnNames {
  static func usual(_ header: [String], _ codebook: Codebook) -> [String] {
    let stems = codebook.measures.flatMap(\.stems) + codebook.indicators.keys
    let known = Dictionary(stems.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let isLoud = !header.contains { $0.contains(where: \.isLowercase) }
    return header.map { name in
      // A title of the website stays as it is: its stem is found all the same.
      guard StatLineTitle(name) == nil else { return name }
      let stem = Stem.of(name)
      if let usual = known[stem.lowercased()] { return usual + name.dropFirst(stem.count) }
      return isLoud ? name.lowercased() : name
    }
  }
}
