/// What commands whose arguments are looked up by name still need; goes with the last of them.
extension Protection {
  public init(_ call: Call, in context: Context, isOfRespondents: Bool = false) {
    self.init(
      dropped: call.texts("drop"), pseudonymised: call.texts("pseudonymise"), isOfRespondents: isOfRespondents,
      pseudonyms: context.pseudonyms,
      place: call.has("drop") ? call.place(of: "drop") : call.place(of: "pseudonymise"))
  }

  public static var parameters: [Parameter] { Parameter.list(of: GuardArguments()) }
}

extension RowNames {
  public static var parameter: Parameter { RowNameArguments().id.parameter }

  public init(_ call: Call, in table: Table) throws {
    let id = call.text("id").map { ColumnReference($0, at: nil).name }
    try self.init(id, in: table, at: call.place(of: "id"))
  }
}

extension Value {
  /// The name of a column as it was typed, out of its backticks.
  public var columnName: String { ColumnReference(text ?? plain, at: nil).name }
}
