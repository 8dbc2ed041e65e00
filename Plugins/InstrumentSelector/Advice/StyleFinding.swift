import Decisions
import WorkbenchKit

/// The styles that answers lead to, and why.
struct StyleFinding: Sendable, Hashable {
  /// One; several where answers are lacking, or two in turn.
  let styles: [String]
  /// Whether something was answered that says which: else it is every style that there is.
  let isGiven: Bool
  /// Whether they are taken one after the other.
  let isSequence: Bool
  /// The rules of the table that fired, counted from 1.
  let rules: [Int]
  /// By which table: `regiestijl` or `houding`.
  let table: String
  let remarks: [Text]

  /// - Throws: what reading the tables throws.
  init(_ answers: Answers, _ book: RuleBook, _ ambitions: [Ambition]) throws {
    var remarks: [Text] = []
    var script = answers.truth("script")
    let ambition = answers.choice("ambition").flatMap { id in ambitions.first { $0.id == id } }
    if script == nil, let ambition {
      script = ambition.script
      remarks.append(
        Text(
          nl: "\(ambition.script ? "een" : "geen") eigen script, want dat hoort bij de ambitie '\(ambition.id)'",
          en: "\(ambition.script ? "a" : "no") script of one's own, for that goes with the ambition '\(ambition.id)'"))
    }
    let power = answers.truth("power")
    var hold = answers.choice("hold")
    if hold == nil, power == nil, let ambition, let own = ambition.hold {
      hold = own
      remarks.append(
        Text(
          nl: "\(own), want dat hoort bij de ambitie '\(ambition.id)'",
          en: "\(own), for that goes with the ambition '\(ambition.id)'"))
    }
    isGiven = script != nil || power != nil || hold != nil || answers.truth("both") == true
    // Power is a fact; without it what the circle means to do says the style.
    let byHold = power == nil && hold != nil
    let name = byHold ? "houding" : "regiestijl"
    let table = try book.table(name)
    let values = [
      "script": script.map(Literal.boolean), "power": power.map(Literal.boolean), "hold": hold.map(Literal.text),
    ].compactMapValues { $0 }
    let outcomes = OpenOutcomes(table, known: table.asked.map { values[$0.name] })
    remarks += outcomes.remarks(on: table)
    var found: [String] = []
    var fired: Set<Int> = []
    for possible in outcomes.possible {
      for (clause, answer) in zip(table.outputs, possible.answers) where clause.name == "style" {
        if case .one(.text(let style)) = answer, !found.contains(style) { found.append(style) }
      }
      fired.formUnion(possible.fired.map { $0 + 1 })
    }
    if byHold {
      remarks.append(
        Text(
          nl: "doorzettingsmacht is onbekend; de stijl volgt uit \(hold ?? "") (bijlage 6)",
          en: "power is unknown; the style follows from \(hold ?? "") (annex 6)"))
    } else if let power, let hold, power != (hold == "vastzetten") {
      remarks.append(
        power
          ? Text(
            nl:
              "de macht is er en de kring wil loslaten: bijlage 6 noemt dat \(script == true ? "visionair" : "faciliterend")",
            en:
              "the power is there and the circle wants to let go: annex 6 calls that \(script == true ? "visionair" : "faciliterend")"
          )
          : Text(
            nl: "de kring wil vastzetten, en doorzettingsmacht is er niet: dat is een gegeven, geen keuze",
            en: "the circle wants to fix, and power is not there: that is a fact, not a choice"))
    }
    let wantsBoth = answers.truth("both") == true
    let pair = ["visionair", "beheersingsgericht"]
    if wantsBoth, script != false, found.contains(where: pair.contains) {
      found = pair
      remarks.append(
        Text(
          nl: "eerst visionair, dan beheersingsgericht: vaak zijn zij opvolgend (3.4)",
          en: "first visionair, then beheersingsgericht: often they follow each other (3.4)"))
      isSequence = true
    } else {
      if wantsBoth {
        remarks.append(
          Text(
            nl: "beide na elkaar vraagt een eigen script, en dat is er niet",
            en: "both in turn takes a script of one's own, and there is none"))
      }
      isSequence = false
    }
    styles = found
    rules = fired.sorted()
    self.table = name
    self.remarks = remarks
  }
}
