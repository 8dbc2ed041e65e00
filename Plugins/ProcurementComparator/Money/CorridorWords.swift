import Methods
import WorkbenchKit

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
    let up = Shown.share(band.up, decimals: 0)
    let down = Shown.share(band.down, decimals: 0)
    return Text(
      nl:
        "meer dan \(up.nl) boven het contract gaat het budget in beginsel omhoog, meer dan \(down.nl) eronder omlaag, "
        + "daartussen blijft het; daarna volgt een nacalculatie op cliënten en kwaliteit",
      en: "more than \(up.en) above the contract the budget goes up in principle, more than \(down.en) below it down, "
        + "in between it stays; a settlement on clients and quality follows afterwards")
  }
}
