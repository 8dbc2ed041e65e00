import WorkbenchKit

/// `wzw need key`: which health indicator stands for which group.
struct NeedKeyCommand: Command {
  struct Arguments: Sendable {
    let group = CircleArguments.group
    let indicator = Argument(
      optional: "indicator", .name, about: Text(nl: "volledige naam of stam", en: "full name or stem"),
      candidates: IndicatorArguments.candidates)
    let age = Argument(
      flag: "age", .name, default: "65+", about: Text(nl: "leeftijdsgroep: 65+ of 18+", en: "age group: 65+ or 18+"))
    let share = Argument(
      flag: "share", .share, default: "1",
      about: Text(nl: "aandeel van 0 tot en met 1, of 40%", en: "share from 0 through 1, or 40%"))
    let low = Argument(flag: "low", .share, about: Text(nl: "minstens dit aandeel", en: "at least this share"))
    let high = Argument(flag: "high", .share, about: Text(nl: "hoogstens dit aandeel", en: "at most this share"))
    let withdraw = CircleArguments.withdraw(Text(nl: "neem de sleutel terug", en: "take the key back"))
    let giver = GiverArguments()
  }

  static let arguments = Arguments()

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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let group = try given.group.item(in: context)
    var keys = try GroupKeys(context.workspace)
    let before = keys.entries[group.id]
    if given.withdraw {
      if before == nil { throw GivenFigureProblem.nothing(group.id, at: given.place(of: \.withdraw)) }
      keys.set(group.id, nil)
    } else {
      guard given.indicator != nil else { throw GivenFigureProblem.missing("indicator") }
      let search = try IndicatorSearch(context.workspace, context.codebook)
      let stem = try given.checking(\.indicator) { try search.stem($0 ?? "") }
      let age = try given.checking(\.age) { try search.ages($0).first?.name ?? "65+" }
      let range = try given.checking(given.low == nil ? \.high : \.low) { _ in
        try GivenRange(low: given.low, high: given.high, around: given.share)
      }
      keys.set(
        group.id,
        .init(indicator: stem, age: age, share: given.share, range: range, giver: try given.giver.giver()))
    }
    try keys.store(in: context.workspace)
    let said = NeedInputs.changed(
      Text(nl: "groep \(group.id)", en: "group \(group.id)"), isWithdrawn: given.withdraw, isNew: before == nil)
    return Output([.paragraph(said)] + (try NeedInputs(context).keysTable()))
  }
}
