/// The ticks of an axis with their labels, all with as many decimals.
struct AxisTicks {
  let labels: [(value: Double, text: String)]

  init(_ scale: AxisScale, _ digits: Digits, _ marks: NumberMarks) {
    let decimals = digits.decimals(for: scale.ticks)
    labels = scale.ticks.map { ($0, digits.text($0, decimals: decimals, marks: marks)) }
  }
}
