import WorkbenchKit

extension Contradictions {
  /// The cautions, one for each two percentages that cannot both be right.
  func notices(_ codebook: Codebook) -> [Block] {
    found.map { one in
      let label = { (stem: String) in codebook.indicators[stem]?.label ?? .verbatim(stem) }
      let (part, whole) = (label(one.stem), label(one.whole))
      let (percent, most) = (
        Text.share(DirectMethod.rate(percent: one.percent)), Text.share(DirectMethod.rate(percent: one.most))
      )
      let name = one.areas[0].name
      let many =
        one.known == 1
        ? Text(nl: "in \(name)", en: "in \(name)")
        : Text(
          nl: "in \(Text.count(one.areas.count).nl) van de \(Text.count(one.known).nl) gebieden, zoals \(name),",
          en: "in \(Text.count(one.areas.count).en) of the \(Text.count(one.known).en) areas, such as \(name),")
      return .caution(
        nl:
          "De bron spreekt zichzelf tegen, want zij rekent elk percentage apart uit: \(many.nl) is '\(part.nl)' \(percent.nl) en '\(whole.nl)' \(most.nl), terwijl wie het eerste heeft ook het tweede heeft.",
        en:
          "The source contradicts itself, for it works out each percentage apart: \(many.en) '\(part.en)' is \(percent.en) and '\(whole.en)' \(most.en), while whoever has the first has the second too."
      )
    }
  }
}
