import WorkbenchKit

extension Area {
  /// A small area, such as a postcode, as answers about areas have it.
  ///
  /// - Parameter outer: the code or name of what lies around it; nil where that is not known.
  init(small code: String, within outer: String?) {
    // A postcode lies in the one of its first signs, but what is around it counts more.
    let around =
      outer.map { AreaNesting.way(to: $0) ?? "NL00/\($0.split(separator: " ").joined(separator: "-"))" } ?? "NL00"
    self.init(code: code, name: code, level: .buurt, municipality: outer, place: nil)
    way = "\(around)/\(code.split(separator: " ").joined(separator: "-"))"
  }
}
