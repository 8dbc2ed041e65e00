import Methods
import WorkbenchKit

/// What holds where a number of clients falls outside the band.
enum BeyondBand: String, ArgumentChoice {
  case proportional, excess

  static let usual = BeyondBand.proportional

  var about: Text? {
    switch self {
    case .proportional:
      Text(nl: "buiten de band volgt het hele budget de cliënten", en: "beyond the band the whole budget follows")
    case .excess: Text(nl: "alleen wat buiten de band valt telt", en: "only what lies beyond the band counts")
    }
  }

  var rule: ClientBand.Beyond {
    switch self {
    case .proportional: .proportional
    case .excess: .excess
    }
  }

  static let argument = Argument(
    flag: "beyond", .choice(BeyondBand.self), default: usual.rawValue,
    about: Text(nl: "wat buiten de band geldt", en: "what holds beyond the band"))
}

/// How far a number of clients may go up and down before the budget follows, as it is typed in percent: `5:10`.
struct BandWidth: Sendable {
  /// As parts.
  let up: Double
  let down: Double

  static let none = BandWidth(up: 0, down: 0)

  private init(up: Double, down: Double) {
    self.up = up
    self.down = down
  }

  /// - Throws: `band.shape`.
  init(typed text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      NumberText.parse($0.hasSuffix("%") ? String($0.dropLast()) : String($0))
    }
    guard parts.count == 2, let up = parts[0], let down = parts[1], (0...1000).contains(up), (0...100).contains(down)
    else {
      throw Diagnostic(
        "band.shape", Text(nl: "'\(text)' is geen band", en: "'\(text)' is no band"),
        wayOut: Text(nl: "OMHOOG:OMLAAG in procenten, zoals 5:10", en: "UP:DOWN in percent, such as 5:10"))
    }
    self.init(up: up / 100, down: down / 100)
  }
}

extension Text {
  /// A part in percent with the decimals that it has: `5 %`, `7,5 %`.
  fileprivate static func percent(_ part: Double) -> Text {
    let number = Text.number((part * 100 * 1e9).rounded() / 1e9, atMost: 3)
    return Text(nl: "\(number.nl) %", en: "\(number.en)%")
  }
}

/// The rule of a corridor in words.
enum CorridorWords {
  static func assumption(_ beyond: ClientBand.Beyond) -> Text {
    beyond == .proportional
      ? Text(
        nl:
          "buiten de band volgt het hele budget de cliënten naar verhouding: onze aanname, de bron geeft het bedrag niet",
        en:
          "beyond the band the whole budget follows the clients in proportion: our assumption, the source gives no amount"
      )
      : Text(
        nl: "buiten de band telt alleen het meerdere of mindere: onze aanname, de bron geeft het bedrag niet",
        en: "beyond the band only the excess counts: our assumption, the source gives no amount")
  }

  static func rule(_ band: ClientBand) -> Text {
    let up = Text.percent(band.up)
    let below =
      band.down > 0
      ? Text(
        nl: "bij \(Text.percent(band.down).nl) minder of nog minder omlaag",
        en: "at \(Text.percent(band.down).en) fewer or fewer still it goes down")
      : Text(nl: "bij minder cliënten omlaag", en: "with fewer clients it goes down")
    return Text(
      nl:
        "meer dan \(up.nl) boven het contract gaat het budget in beginsel omhoog, \(below.nl), "
        + "daartussen blijft het; daarna volgt een nacalculatie op cliënten en kwaliteit",
      en: "more than \(up.en) above the contract the budget goes up in principle, \(below.en), "
        + "in between it stays; a settlement on clients and quality follows afterwards")
  }
}
