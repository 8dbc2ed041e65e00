import WorkbenchKit

/// A figure of the sheet that can be varied, by the name under which it is typed.
struct SheetInput: NamedItem {
  enum Cost: String { case amount, hours, hourly }
  enum Gain: String { case quantity, value }

  let id: String
  let names: [String]
  let label: Text
  /// What it is now, on average.
  let value: Double
  /// What it can be.
  let range: ClosedRange<Double>
  /// Whether it is a part of a whole.
  let isPart: Bool
  /// Changes it in a sheet.
  let set: @Sendable (inout Sheet, Double) -> Void

  private static let widest = 0.0...1e13

  /// A cost of an investment.
  static func money(_ sheet: Sheet, _ index: Int, _ part: Cost) -> SheetInput {
    let investment = sheet.investments[index]
    let words: [Cost: (Text, String)] = [
      .amount: (Text(nl: "bedrag", en: "amount"), "bedrag"), .hours: (Text(nl: "uren", en: "hours"), "uren"),
      .hourly: (Text(nl: "uurtarief", en: "hourly rate"), "uurtarief"),
    ]
    let (label, dutch) = words[part] ?? (.verbatim(""), "")
    let alike = sheet.investments.filter { $0.activity == investment.activity }
    let sameParty = alike.filter { $0.party == investment.party }
    var stem = "\(investment.activity).\(investment.party)"
    if sameParty.count > 1 { stem += ".\(investment.law ?? sheet.law(of: investment.party) ?? "-")" }
    var names = ["\(stem).\(dutch)"]
    if alike.count == 1 { names += ["\(investment.activity).\(part.rawValue)", "\(investment.activity).\(dutch)"] }
    let amount: Amount? =
      switch part {
      case .amount: investment.amount
      case .hours: investment.hours
      case .hourly: investment.hourly
      }
    return SheetInput(
      id: "\(stem).\(part.rawValue)", names: names,
      label: .verbatim("\(investment.activity), \(investment.party): ") + label, value: amount?.mean ?? .nan,
      range: widest, isPart: false
    ) { sheet, value in
      guard sheet.investments.indices.contains(index) else { return }
      switch part {
      case .amount: sheet.investments[index].amount = Amount(value)
      case .hours: sheet.investments[index].hours = Amount(value)
      case .hourly: sheet.investments[index].hourly = Amount(value)
      }
    }
  }

  /// The number of an effect, or what one is worth.
  static func effect(_ sheet: Sheet, _ index: Int, _ part: Gain) -> SheetInput {
    let money = sheet.effects[index]
    let (label, dutch) =
      part == .quantity
      ? (Text(nl: "aantal", en: "quantity"), "aantal") : (Text(nl: "waarde", en: "value"), "waarde")
    return SheetInput(
      id: "\(money.effect).\(part.rawValue)", names: ["\(money.effect).\(dutch)"],
      label: .verbatim("\(money.effect): ") + label,
      value: (part == .quantity ? money.quantity : money.value)?.mean ?? .nan, range: widest, isPart: false
    ) { sheet, value in
      guard sheet.effects.indices.contains(index) else { return }
      if part == .quantity {
        sheet.effects[index].quantity = Amount(value)
      } else {
        sheet.effects[index].value = Amount(value)
      }
    }
  }

  private static func filter(_ sheet: Sheet, _ index: Int, _ filter: EffectMoney.Filter) -> SheetInput {
    let money = sheet.effects[index]
    return SheetInput(
      id: "\(money.effect).\(filter.rawValue)", names: filter.names.map { "\(money.effect).\($0)" },
      label: .verbatim("\(money.effect): ") + filter.label, value: money.filter(filter), range: 0...1, isPart: true
    ) { sheet, value in if sheet.effects.indices.contains(index) { sheet.effects[index].filters[filter] = value } }
  }

  /// A filter that is the same for all effects.
  private static func common(_ sheet: Sheet, _ filter: EffectMoney.Filter) -> SheetInput {
    let values = Set(sheet.effects.map { $0.filter(filter) })
    return SheetInput(
      id: filter.rawValue, names: filter.names,
      label: Text(nl: "\(filter.label.nl), voor alle effecten gelijk", en: "\(filter.label.en), alike for all effects"),
      value: values.count == 1 ? values.first ?? .nan : .nan, range: 0...1, isPart: true
    ) { sheet, value in for index in sheet.effects.indices { sheet.effects[index].filters[filter] = value } }
  }

  private static func rate(_ sheet: Sheet) -> SheetInput {
    SheetInput(
      id: "rate", names: ["rente", "discontovoet"], label: Text(nl: "discontovoet", en: "discount rate"),
      value: sheet.rate, range: -0.05...0.2, isPart: true
    ) { $0.rate = $1 }
  }

  /// All that can be varied on a sheet.
  static func all(_ sheet: Sheet) -> [SheetInput] {
    var found: [SheetInput] = []
    for (index, investment) in sheet.investments.enumerated() {
      if investment.amount != nil { found.append(.money(sheet, index, .amount)) }
      if investment.hours != nil { found.append(.money(sheet, index, .hours)) }
      if investment.hourly != nil { found.append(.money(sheet, index, .hourly)) }
    }
    for (index, money) in sheet.effects.enumerated() {
      if money.quantity != nil { found.append(.effect(sheet, index, .quantity)) }
      if money.value != nil { found.append(.effect(sheet, index, .value)) }
      for filter in EffectMoney.Filter.allCases { found.append(.filter(sheet, index, filter)) }
    }
    if !sheet.effects.isEmpty { for filter in EffectMoney.Filter.allCases { found.append(.common(sheet, filter)) } }
    found.append(.rate(sheet))
    return found
  }

  /// Reads a value for it.
  ///
  /// - Throws: `amount.value`, `share.range`, `discount.range`.
  func read(_ typed: Value, at place: Place?) throws -> Double {
    do {
      if id == "rate" { return try DiscountRate.checked(typed) }
      if isPart { return try TypedPart.checked(typed) }
      let amount = try Amount(typed: typed.plain)
      guard !amount.isUncertain, range.contains(amount.mean) else {
        throw Diagnostic(
          "amount.value", Text(nl: "'\(typed.plain)' kan hier niet", en: "'\(typed.plain)' cannot be here"),
          wayOut: Text(nl: "geef één getal van 0 of meer", en: "give one number of 0 or more"))
      }
      return amount.mean
    } catch let error as Diagnostic { throw error.at(place) }
  }

  /// A value of it in words.
  func words(_ value: Double) -> Text { isPart ? .share(value, decimals: 2) : .number(value, atMost: 6) }
}

extension Vocabulary<SheetInput> {
  static var input: Vocabulary {
    Vocabulary(
      "input", none: Text(nl: "geen invoer", en: "no input"),
      wayOut: Text(
        nl:
          "zoals EFFECT.aantal, EFFECT.waarde, EFFECT.deadweight, ACTIVITEIT.PARTIJ.bedrag of rate; 'arena drivers --all' noemt ze",
        en:
          "such as EFFECT.quantity, EFFECT.value, EFFECT.deadweight, ACTIVITY.PARTY.amount or rate; 'arena drivers --all' lists them"
      )
    ) { try $0.workspace.currentSheet.map { SheetInput.all($0) } ?? [] }
  }
}

/// A rate of discount as a person types it.
enum DiscountRate {
  static let range = -0.05...0.2

  /// - Throws: `discount.range`.
  static func checked(_ value: Value) throws -> Double {
    if case .number(let number, let unit) = value {
      let rate = unit == .percent ? number / 100 : number
      if range.contains(rate) { return rate }
    }
    let bare = value.number.map { abs($0) > 0.2 && abs($0) <= 20 } ?? false
    throw Diagnostic(
      "discount.range",
      Text(nl: "een discontovoet van '\(value.plain)' kan niet", en: "a discount rate of '\(value.plain)' cannot be"),
      wayOut: Text(
        nl: "van -5% tot en met 20%, zoals 2.25% of 0.0225", en: "from -5% through 20%, such as 2.25% or 0.0225"),
      suggestion: bare && !value.plain.hasSuffix("%") ? "\(value.plain)%" : nil)
  }
}

extension ArgumentKind where Element == Double {
  /// - Throws: `discount.range` at binding.
  static var discountRate: ArgumentKind {
    ArgumentKind<Value>.quantity(-1e15...1e15).map(or: 0) { try DiscountRate.checked($0) }
  }
}
