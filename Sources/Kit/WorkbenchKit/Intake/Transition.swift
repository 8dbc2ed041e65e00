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
