import WorkbenchKit

/// `wzw need key`: which health indicator stands for which group.
struct NeedKeyCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw need key",
      aliases: ["wzw noodzaak sleutel"],
      summary: Text(
        nl: "zeg welke indicator voor een doelgroep staat, en voor welk deel",
        en: "say which indicator stands for a target group, and for what part"),
      details: Text(
        nl:
          "Van de mensen van die leeftijd onder de indicator hoort het aandeel --share tot de groep. Geen bron geeft zo'n sleutel; de kring noemt hem. Een eigen telling met 'wzw need people' gaat voor.",
        en:
          "Of the people of that age under the indicator the share --share belongs to the group. No source gives such a key; the circle names it. An own count by 'wzw need people' comes first."
      ),
      parameters: [
        LibraryParameters.group(reference.library),
        .argument(
          "indicator", required: false, about: Text(nl: "volledige naam of stam", en: "full name or stem"),
          candidates: AreaParameters.indicatorCandidates(reference)),
        .flag(
          "age", .text, about: Text(nl: "leeftijdsgroep: 65+ of 18+", en: "age group: 65+ or 18+"), fallback: "65+"),
        .flag(
          "share", .number(0...100),
          about: Text(nl: "aandeel van 0 tot en met 1, of 40%", en: "share from 0 through 1, or 40%"),
          fallback: "1"),
        .flag("low", .number(0...100), about: Text(nl: "minstens dit aandeel", en: "at least this share")),
        .flag("high", .number(0...100), about: Text(nl: "hoogstens dit aandeel", en: "at most this share")),
        .flag("withdraw", about: Text(nl: "neem de sleutel terug", en: "take the key back")),
      ] + NeedParameters.giver,
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need key 3 BeperkingInBewegen --share .4 --low .3 --high .5 --by zorgaanbieder",
          Text(nl: "een sleutel met marge", en: "a key with a range")),
        .init(
          "wzw need key 3 Bewegen --by gemeente",
          Text(nl: "de naam van een indicator is nooit een gok", en: "the name of an indicator is never a guess"),
          failsWith: "indicator.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let library = reference.library
    let group = try Kind.group.one(
      call.text("group") ?? "", among: library.groups(context), at: call.place(of: "group"))
    var keys = try GroupKeys(context.workspace)
    let before = keys.entries[group.id]
    if call.flag("withdraw") {
      if before == nil { throw GivenFigure.nothing(group.id, at: call.place(of: "withdraw")) }
      keys.set(group.id, nil)
    } else {
      guard let word = call.text("indicator") else { throw GivenFigure.missing("indicator", at: call.place) }
      let search = try IndicatorSearch(context.workspace, try reference.knowledge(context))
      let stem = try search.stem(word, at: call.place(of: "indicator"))
      let age = try search.ages(call.text("age"), at: call.place(of: "age")).first?.name ?? "65+"
      let read = { (name: String) in try GivenFigure.share(call.value(name), name, at: call.place(of: name)) }
      let share = try read("share") ?? 1
      let range = try GivenFigure.range(low: read("low"), high: read("high"), around: share, at: call.place)
      keys.set(
        group.id,
        .init(
          indicator: stem, age: age, share: share, low: range.low, high: range.high,
          giver: try NeedParameters.giver(call)))
    }
    keys.store(in: context.workspace)
    let said = NeedInputs.changed(
      Text(nl: "groep \(group.id)", en: "group \(group.id)"), isWithdrawn: call.flag("withdraw"), isNew: before == nil)
    return Output([.paragraph(said)] + (try NeedInputs(library, context).keysTable()))
  }
}
