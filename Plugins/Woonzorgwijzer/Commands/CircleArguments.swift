import WorkbenchKit

/// Arguments of what the circle says.
enum CircleArguments {
  static let group = Argument(
    "group", .named(.group),
    about: Text(nl: "doelgroep: 3, 4a, ggz-c3, lvb, …", en: "target group: 3, 4a, ggz-c3, lvb, …"))
  static let anyGroup = Argument(
    optional: "group", .named(.group),
    about: Text(nl: "doelgroep: 3, 4a, ggz-c3, lvb, …", en: "target group: 3, 4a, ggz-c3, lvb, …"))
  static let block = Argument(
    "block", .named(.block), about: Text(nl: "bouwsteen, zoals wijkservice", en: "building block, such as wijkservice"))
  static let aboutBlockArea = Text(nl: "code of naam, ook van een eigen gebied", en: "code or name, an own area's too")

  static let aboutRole = Text(
    nl: "de rol die dit zegt: gemeente, corporatie, …", en: "the role that says so: gemeente, corporatie, …")

  /// The roles that usually sit at the table, and those that spoke already.
  static let roles: @Sendable (Context) -> [Candidate] = { context in
    let said = ((try? CircleRoles.all(context.workspace)) ?? []).subtracting(RoleName.usual.map(\.word))
    return RoleName.usual + said.sorted().map { Candidate($0) }
  }

  /// The sets of judgements that there are.
  static let sets: @Sendable (Context) -> [Candidate] = { context in
    ((try? JudgementSets(context).names) ?? []).map { Candidate($0) }
  }

  static let set = Argument(
    flag: "set", .name,
    about: Text(
      nl: "welke set van oordelen; anders die in gebruik is", en: "which set of judgements; else the one in use"),
    candidates: sets)

  static func role(_ about: Text = aboutRole) -> Argument<String> {
    Argument(requiredFlag: "by", .role, about: about, candidates: roles)
  }

  static func withdraw(_ about: Text) -> Argument<Bool> { Argument(toggle: "withdraw", about: about) }
}

/// `--by` and `--source`: who gives a figure.
struct GiverArguments: ArgumentGroup {
  let by = Argument(flag: "by", .role, about: CircleArguments.aboutRole, candidates: CircleArguments.roles)
  let source = Argument(
    flag: "source", .words,
    about: Text(
      nl: "waar het vandaan komt, zoals 'Wmo-registratie 2024'", en: "where it comes from, such as 'Wmo register 2024'")
  )
}

extension Given<GiverArguments> {
  /// - Throws: `argument.missing` where neither is given.
  func giver() throws -> Giver { try Giver(role: self.by, source: self.source) }
}

/// `--threshold` and `--stated`: what counts as needed.
struct ThresholdArguments: ArgumentGroup {
  /// From which necessity on.
  enum Grade: String, ArgumentChoice {
    case necessary = "noodzakelijk"
    case veryDesirable = "zeer-wenselijk"
    case pleasant = "prettig"

    static let usual = Grade.necessary

    var about: Text? {
      switch self {
      case .necessary: Text(nl: "alleen wat noodzakelijk is", en: "only what is necessary")
      case .veryDesirable: Text(nl: "ook wat zeer wenselijk is", en: "what is very desirable as well")
      case .pleasant: Text(nl: "ook wat prettig is", en: "what is pleasant as well")
      }
    }

    var necessity: Necessity { Necessity(rawValue: rawValue) ?? .necessary }
  }

  let threshold = Argument(
    flag: "threshold", .choice(Grade.self), default: "noodzakelijk",
    about: Text(nl: "vanaf welke noodzaak iets meetelt", en: "from which necessity on something counts"))
  let stated = Argument(
    toggle: "stated",
    about: Text(
      nl: "tel, waar de kring niets zei, ook mee wat de tekst nodig noemt zonder te zeggen hoe nodig",
      en: "count also what the text calls needed (nodig) without a grade, where the circle said nothing"))
  let set = CircleArguments.set
}

extension Given<ThresholdArguments> {
  /// - Throws: `need.set.unknown`.
  func value(in context: Context) throws -> Threshold {
    let set = try self.set.map { try JudgementSets(context).found($0).name }
    return Threshold(grade: self.threshold.necessity, countsStated: self.stated, set: set)
  }
}
