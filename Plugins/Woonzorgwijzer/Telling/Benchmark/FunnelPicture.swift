import WorkbenchKit

/// The funnel as a picture: the areas by size and share, between the limits that chance sets to each size.
struct FunnelPicture {
  /// More points than this make no picture.
  private static let most = 600
  private static let steps = 40

  /// Nil where fewer than two areas can be drawn.
  static func chart(
    _ area: Area, _ areas: [Area], _ benchmark: Benchmark, hidden: Set<String>, others: Text, language: Language
  ) -> Chart? {
    var seen: Set<String> = [area.code]
    let around = areas.filter { seen.insert($0.code).inserted && !hidden.contains($0.code) }.prefix(most)
    let own = benchmark.count(area)
    let points = around.map { (name: $0.name, count: benchmark.count($0)) }.filter {
      !$0.count.rate.isNaN && $0.count.people > 0
    }
    // One rate stands for all sizes only where all have the same one.
    let target = own.expectedRate
    guard !points.isEmpty, own.people > 0, !own.rate.isNaN, !target.isNaN, !hidden.contains(area.code) else {
      return nil
    }
    let sizes = (points.map(\.count.people) + [own.people]).map { $0.rounded() }
    let least = max(sizes.min() ?? 1, 5)
    let largest = max(sizes.max() ?? 1, least + 1)
    let grid = (0...steps).map { least + (largest - least) * Double($0) / Double(steps) }
    let limits = grid.map { ExpectedCount(observed: .nan, bands: [$0], rates: [target]).funnel }
    let gap = { (count: Int) in [Double](repeating: .nan, count: count) }
    let names = (
      others: Text(nl: "gebieden", en: "areas"), low: Text(nl: "ondergrens", en: "lower limit"),
      high: Text(nl: "bovengrens", en: "upper limit")
    )
    return Chart(
      .scatter,
      title: Text(
        nl: "Trechter: wat toeval verklaart bij \(Text.share(target).nl) (\(others.nl))",
        en: "Funnel: what chance explains at \(Text.share(target).en) (\(others.en))"),
      x: Chart.Axis(Text(nl: benchmark.bands.whole.people.nl, en: benchmark.bands.whole.people.en), unit: .persons),
      y: Chart.Axis(Text(nl: "aandeel", en: "share"), unit: .share),
      positions: sizes + grid,
      // What is drawn later lies on top: the area itself comes last.
      series: [
        Chart.Series(name: names.low(language), values: gap(points.count + 1) + limits.map(\.low)),
        Chart.Series(name: names.high(language), values: gap(points.count + 1) + limits.map(\.high)),
        Chart.Series(name: names.others(language), values: points.map(\.count.rate) + gap(1 + grid.count)),
        Chart.Series(name: area.name, values: gap(points.count) + [own.rate] + gap(grid.count)),
      ],
      labels: points.map(\.name) + [area.name] + grid.map { _ in "" })
  }
}
