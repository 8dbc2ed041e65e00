import WorkbenchKit

/// What part of the people of 65 and over is older than some age, as the user states it: `75+=48%`.
struct AgeSplits: Sendable, Hashable {
  /// Ages above 65 with the part of all over 65, the youngest first; the parts do not rise.
  let parts: [Part]

  struct Part: Sendable, Hashable {
    let age: Int
    let share: Double
  }

  static let none = AgeSplits(parts: [])
  static let start = 65

  /// - Throws: `split.unusable`.
  init(_ stated: [Pair<Value>]) throws {
    var parts = [Part(age: Self.start, share: 1)]
    for pair in stated {
      let (key, value) = (pair.key, pair.value)
      let ages = AgeRange(key)
      var share = value.number ?? .nan
      if case .number(let number, .some(.percent)) = value { share = number / 100 }
      guard let ages, ages.below == nil, ages.from > Self.start, (0...1).contains(share) else {
        throw Diagnostic(
          "split.unusable",
          Text(
            nl: "'\(key)=\(value.plain)' is geen deel van de 65-plussers",
            en: "'\(key)=\(value.plain)' is no part of the people over 65"),
          wayOut: Text(
            nl: "geef een leeftijd boven 65 en een deel van alle 65-plussers, zoals 75+=48%",
            en: "give an age above 65 and a part of all over 65, such as 75+=48%"),
          suggestion: "75+=48%", place: pair.place)
      }
      parts.append(Part(age: ages.from, share: share))
    }
    parts.sort { $0.age < $1.age }
    for (one, other) in zip(parts, parts.dropFirst()) where other.share > one.share || other.age == one.age {
      throw Diagnostic(
        "split.unusable",
        Text(
          nl: "het deel van \(other.age)+ kan niet groter zijn dan dat van \(one.age)+",
          en: "the part of \(other.age)+ cannot be larger than that of \(one.age)+"))
    }
    self.parts = parts.count > 1 ? parts : []
  }

  private init(parts: [Part]) { self.parts = parts }

  /// The part of all over 65 that is of these ages; nil where what was stated does not tell.
  func share(of ages: AgeRange) -> Double? {
    guard ages.from >= Self.start, let from = over(ages.from) else { return nil }
    guard let below = ages.below else { return from }
    return over(below).map { from - $0 }
  }

  /// Between two ages that are stated, evenly.
  private func over(_ age: Int) -> Double? {
    guard let after = parts.firstIndex(where: { $0.age >= age }) else { return nil }
    if parts[after].age == age { return parts[after].share }
    let (one, other) = (parts[after - 1], parts[after])
    return one.share + (other.share - one.share) * Double(age - one.age) / Double(other.age - one.age)
  }
}
