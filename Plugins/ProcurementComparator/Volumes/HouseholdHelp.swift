import WorkbenchKit

/// Household help in Arnhem as the source gives it.
struct HouseholdHelp {
  struct Figure: FieldItem {
    let value: Double
    let source: Citation

    init(_ fields: Fields) throws {
      value = try fields["value"]
      source = try fields["source"]
    }
  }

  let withPass: Figure
  let withoutPass: Figure
  let limit: Figure
  let rules: [Rule]

  init(_ fields: Fields) throws {
    withPass = try fields["with_pass"]
    withoutPass = try fields["without_pass"]
    limit = try fields["hours_limit"]
    rules = try fields["rules"]
  }
}

extension Context {
  /// Household help in Arnhem.
  var householdHelp: HouseholdHelp { get throws { try knowledge.read("arnhem", in: self, HouseholdHelp.init) } }
}
