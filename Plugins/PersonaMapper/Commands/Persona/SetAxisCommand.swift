import WorkbenchKit

/// `persona set axis x|y WORDS`: gives the set in use another axis.
struct SetAxisCommand: Command {
  /// Which of the two axes.
  enum Direction: String, ArgumentChoice {
    case x, y

    static let usual = Direction.x
    var about: Text? {
      self == .x ? Text(nl: "de liggende as", en: "the axis across") : Text(nl: "de staande as", en: "the axis upwards")
    }
  }

  struct Arguments: Sendable {
    let which = Argument("which", .choice(Direction.self), about: Text(nl: "welke as", en: "which axis"))
    let axis = Argument("axis", .axis, about: Text(nl: "NAAM of NAAM:LAAG..HOOG", en: "NAME or NAME:LOW..HIGH"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona set axis",
    aliases: ["persona set as"],
    summary: Text(nl: "geef de set een as, of een andere", en: "give the set an axis, or another one"),
    details: Text(
      nl: "Een as is NAAM of NAAM:LAAG..HOOG. Wat een bron over de oude as zegt, vervalt; plaatsen als getal blijven.",
      en: "An axis is NAME or NAME:LOW..HIGH. What a source says of the old axis falls away; places as numbers stay."),
    changesWorkspace: true,
    examples: [
      .init(
        "persona set axis x 'netwerk:klein..groot'", Text(nl: "met woorden aan de einden", en: "with words at the ends")
      ),
      .init("persona set axis x 'netwerk:klein'", Text(nl: "één einde", en: "one end"), failsWith: "axis.form"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    for index in set.personas.indices {
      switch given.which {
      case .x: set.personas[index].x.sayings = []
      case .y: set.personas[index].y.sayings = []
      }
    }
    switch given.which {
    case .x: set.axes.x = given.axis
    case .y: set.axes.y = given.axis
    }
    context.workspace.store(set)
    guard let axis = given.axis else { return .nothing }
    return Output([
      .info(
        nl: "de as is \(axis.name.nl), van \(axis.low.nl) tot \(axis.high.nl)",
        en: "the axis is \(axis.name.en), from \(axis.low.en) to \(axis.high.en)")
    ])
  }
}
