/// Which columns of a regional forecast hold what.
struct ForecastColumns {
  let region: Int
  let interval: Int
  let period: Int
  let people: Int
  let age: Int?
  /// The year of the boundaries, which the region's column has in its name.
  let boundaries: Int?

  /// Nil for another table.
  init?(_ header: [String]) {
    let keys = header.map { $0.lowercased().filter(\.isLetter) }
    func index(_ start: String) -> Int? { keys.firstIndex { $0.hasPrefix(start) } }
    guard let region = index("regioindeling"), let interval = index("prognoseinterval"),
      let period = index("periode") ?? index("jaar"), let people = index("totalebevolking")
    else { return nil }
    (self.region, self.interval, self.period, self.people) = (region, interval, period, people)
    age = index("leeftijd")
    boundaries = Int(header[region].filter(\.isNumber).prefix(4))
  }
}
