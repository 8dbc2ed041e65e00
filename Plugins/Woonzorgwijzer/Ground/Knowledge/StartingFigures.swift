import WorkbenchKit

/// The national starting values that ship with the plugin: of the Netherlands, and not of any area.
struct StartingFigures: Sendable {
  /// People by age.
  struct Population: FieldItem, StartingSet {
    struct Band: FieldItem, Sendable {
      let ages: AgeRange
      let people: Double
      /// Those of one sex, by what a table calls it.
      let sexes: [String: Double]
    }

    let head: StartingHead
    let bands: [Band]
  }

  /// What carries a population on.
  struct Survival: FieldItem, StartingSet {
    struct Band: FieldItem, Sendable {
      let ages: AgeRange
      let survival: Double
      let births: Double
    }

    let head: StartingHead
    let bands: [Band]
  }

  /// How many people the national forecast expects.
  struct Forecast: FieldItem, StartingSet {
    struct Expected: FieldItem, Sendable {
      let year: Int
      let ages: AgeRange
      let people: Double
    }

    let head: StartingHead
    let values: [Expected]

    func people(_ ages: AgeRange, in year: Int) -> Double? {
      values.first { $0.year == year && $0.ages == ages }?.people
    }
  }

  /// Who has informal care.
  struct Shares: FieldItem, StartingSet {
    struct Share: FieldItem, Sendable {
      let population: Text
      let situation: Text
      let share: Double
      let source: String
      /// The situation of informal care that it is a starting value of; nil for what only tells more.
      let care: String?
    }

    let head: StartingHead
    let values: [Share]

    /// Of each situation the share of one that holds until a group's own is given.
    var care: [String: Double] {
      Dictionary(
        values.compactMap { value in value.care.map { ($0, value.share) } }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// What is said wherever one of them shows.
  let mark: Text
  let population: Population
  /// The first leads where several are in use.
  let survival: [Survival]
  let forecast: Forecast
  let shares: Shares
  let groups: [StartingGroup]

  init(_ fields: Fields) throws {
    mark = try fields["mark"]
    population = try fields["population"]
    survival = try fields["survival"]
    forecast = try fields["forecast"]
    shares = try fields["shares"]
    groups = try fields["groups"]
  }

  /// All of them, in the order in which they are shown.
  var sets: [any StartingSet] { [population] + survival + [forecast, shares] + groups }
}

extension StartingFigures.Population {
  init(_ fields: Fields) throws {
    head = try StartingHead(fields, sources: [fields["source"]])
    bands = try fields.list("bands")
  }
}

extension StartingFigures.Population.Band {
  init(_ fields: Fields) throws {
    (ages, people) = (try AgeRange(fields), try fields["people"])
    sexes = ["male": try fields["men"], "female": try fields["women"]]
  }
}

extension StartingFigures.Survival {
  init(_ fields: Fields) throws {
    head = try StartingHead(fields, sources: fields.list("sources"))
    bands = try fields.list("bands")
  }
}

extension StartingFigures.Survival.Band {
  init(_ fields: Fields) throws {
    (ages, survival, births) = (try AgeRange(fields), try fields["survival"], try fields["births"])
  }
}

extension StartingFigures.Forecast {
  init(_ fields: Fields) throws {
    head = try StartingHead(fields, sources: [fields["source"]])
    values = try fields.list("values")
  }
}

extension StartingFigures.Forecast.Expected {
  init(_ fields: Fields) throws {
    (year, ages, people) = (try fields["year"], try AgeRange(fields), try fields["people"])
  }
}

extension StartingFigures.Shares {
  init(_ fields: Fields) throws {
    values = try fields.list("values")
    head = try StartingHead(fields, sources: values.map(\.source))
  }
}

extension StartingFigures.Shares.Share {
  init(_ fields: Fields) throws {
    population = try fields["population"]
    situation = try fields["situation"]
    share = try fields["share"]
    source = try fields["source"]
    care = try fields["care"]
  }
}
