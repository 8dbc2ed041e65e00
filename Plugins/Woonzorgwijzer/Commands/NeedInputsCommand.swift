import WorkbenchKit

/// `wzw need inputs`: what the group gave that no source gives, and what is lacking.
struct NeedInputsCommand: Command {
  var signature: Signature {
    Signature(
      "wzw need inputs",
      aliases: ["wzw noodzaak invoer"],
      summary: Text(
        nl: "toon wat de groep zelf heeft opgegeven: mensen, verdelingen en sleutels",
        en: "show what the group gave itself: people, shares and keys"),
      examples: [
        .init("wzw need inputs", Text(nl: "alles wat is opgegeven", en: "all that was given"))
      ])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let inputs = try NeedInputs(context)
    var blocks = try inputs.peopleTable(try? Atlas(context.workspace)) + inputs.sharesTable() + inputs.keysTable()
    if blocks.isEmpty {
      blocks.append(
        .info(
          nl: "er is nog niets opgegeven: 'wzw need people', 'wzw need shares' en 'wzw need key' doen dat",
          en: "nothing was given yet: 'wzw need people', 'wzw need shares' and 'wzw need key' do so"))
    }
    return Output(blocks + (try inputs.kindsTable()))
  }
}
