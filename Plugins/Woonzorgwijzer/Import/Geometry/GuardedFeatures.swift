import WorkbenchKit

extension GeoJSONFeatures {
  /// The features after the guard against personal data has been over their properties.
  ///
  /// - Throws: `personal.found`, `column.unknown`.
  func admitted(by protection: Protection, _ file: String) throws -> [Feature]? {
    guard var features else { return nil }
    let names = Set(features.flatMap(\.properties.keys)).sorted()
    let table = Table(columns: names.map { name in .texts(name, features.map { $0.properties[name] }) })
    let admitted = try protection.admit(table, from: file)
    guard admitted != table else { return features }
    for row in features.indices {
      features[row].properties = [:]
      for column in admitted.columns { features[row].properties[column.name] = column[row].text }
    }
    return features
  }
}
