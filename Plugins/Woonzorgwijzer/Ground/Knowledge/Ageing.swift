import WorkbenchKit

/// Places for elderly people against how many there are, and how many there will be.
struct Ageing: Sendable {
  /// The places of one year.
  struct Capacity: FieldItem, Sendable {
    let year: Double
    let careHomes: Double
    let nursingHomes: Double
    let total: Double
    let people: Double
    let perPerson: Double
    let source: Citation
  }

  /// How many there will be.
  struct Growth: FieldItem, Sendable {
    let text: Text
    let people: Double
    let age: String
    let year: Int
    let factor: Double
    let source: Citation
  }

  let capacity: [Capacity]
  let growth: [Growth]

  init(_ fields: Fields) throws {
    capacity = try fields["capacity"]
    growth = try fields["growth"]
  }
}

extension Ageing.Capacity {
  init(_ fields: Fields) throws {
    year = try fields["year"]
    careHomes = try fields["care_homes"]
    nursingHomes = try fields["nursing_homes"]
    total = try fields["total"]
    people = try fields["people_80_plus"]
    perPerson = try fields["per_person"]
    source = try fields["source"]
  }
}

extension Ageing.Growth {
  init(_ fields: Fields) throws {
    text = try fields["text"]
    people = try fields["people"]
    age = try fields["age"]
    year = try fields["year"]
    factor = try fields["factor"]
    source = try fields["source"]
  }
}
