/// What the campaign is asked.
struct CampaignOptions: Sendable {
  static let usage = """
    usage: leerkring-campaign [--seed N] [--seconds N] [--lane NAME]... [--keep FOLDER]
           leerkring-campaign --seed N --repeat LANE:ROUND

      --seed N        by which everything but the moment of a kill is chosen; 1 unless said
      --seconds N     how long it takes, 1 to 1000000; 120 unless said
      --lane NAME     only this; may be repeated: keeping (kills, faults, power cuts, flipped bits), inputs
                      (damaged files), or sizes (files of 100 kB, made to be slow, each once), which runs when it is named
      --keep FOLDER   where what is found is kept; /tmp/leerkring-campaign unless said
      --repeat L:N    do one round again, with what goes before it in the same session

    Ctrl-C ends it with the figures so far. Exit code 1 where something was found.

    """

  var seed: UInt64 = 1
  var seconds = 120.0
  var lanes: [LaneName] = []
  var keep = "/tmp/leerkring-campaign"
  var repeated: (lane: LaneName, round: Int)?
  var wantsHelp = false
  // What the campaign hands to the processes that it starts.
  var worker: LaneName?
  var page = ""
  var from = 0

  /// - Throws: `Finding` with the option that is wrong.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--help", "-h": wantsHelp = true
      case "--seed": seed = try Self.value(rest.popFirst(), of: option, { UInt64($0) })
      case "--seconds": seconds = Double(try Self.value(rest.popFirst(), of: option) { Int($0).flatMap(Self.duration) })
      case "--lane": lanes.append(try Self.value(rest.popFirst(), of: option, { LaneName(rawValue: $0) }))
      case "--keep": keep = try Self.value(rest.popFirst(), of: option) { $0.isEmpty ? nil : $0 }
      case "--repeat": repeated = try Self.value(rest.popFirst(), of: option, Self.round)
      case "--worker": worker = try Self.value(rest.popFirst(), of: option, { LaneName(rawValue: $0) })
      case "--page": page = try Self.value(rest.popFirst(), of: option) { $0 }
      case "--from": from = try Self.value(rest.popFirst(), of: option) { Int($0) }
      default: throw Finding(kind: .wrong, text: "there is no option '\(option)'")
      }
    }
    if lanes.isEmpty { lanes = [.keeping, .inputs] }
  }

  private static func duration(_ seconds: Int) -> Int? { 1...1_000_000 ~= seconds ? seconds : nil }

  private static func round(_ text: String) -> (lane: LaneName, round: Int)? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let lane = LaneName(rawValue: String(parts[0])), let round = Int(parts[1]), round >= 0
    else {
      return nil
    }
    return (lane, round)
  }

  private static func value<Value>(_ text: String?, of option: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = text.flatMap(read) else { throw Finding(kind: .wrong, text: "\(option) needs another value") }
    return value
  }
}
