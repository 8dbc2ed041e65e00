import WorkbenchKit

/// Blocks that several tests show in each form.
enum Samples {
  static let estimates = Table(
    title: Text(nl: "Eenzaam, 65+", en: "Lonely, 65+"),
    columns: [
      .texts("area", ["BU01640101", "BU01640604"], label: Text(nl: "gebied", en: "area")),
      .texts("name", ["Tichelwerk", nil], label: Text(nl: "naam", en: "name")),
      .numbers("population", [1020, 1035], label: .verbatim("65+"), unit: .persons),
      .numbers("rate", [0.566, 0.5], label: .verbatim("%"), unit: .share, format: .share(1)),
      Column(
        "estimate", .numbers([577.32, .nan]), label: Text(nl: "personen", en: "persons"), unit: .persons,
        format: .decimals(0), withheld: [1: "<5"]),
    ])

  static var facts: Facts {
    var facts = Facts()
    facts.add("count", 1342, label: Text(nl: "aantal", en: "count"))
    facts.add("rate", .number(0.296, unit: .share))
    facts.add("years", .list([.text("2020"), .text("2024")]))
    facts.add("margin", .missing)
    return facts
  }

  static let sources = [
    Source(id: "kwb-2024", title: "Kerncijfers", publisher: "CBS", date: "2024", licence: "CC BY 4.0"),
    Source(id: "gm-2020", title: "Gezondheid", publisher: "RIVM", date: "2022", place: "tabel 50090NED"),
  ]

  static let bars = Chart(
    .bar, title: Text(nl: "Inwoners", en: "Inhabitants"), x: .init(Text(nl: "wijk", en: "district")),
    y: .init(Text(nl: "aantal", en: "number"), unit: .persons), categories: ["Noord", "Zuid"],
    series: [.init(name: "2024", values: [1250, 625])])
}
