import Glibc
import TestSupport

/// Tries for a given time to make the program lose a step, crash, hang, or take damage in silence.
///
/// Whoever reads the figures is a developer: they are in English only.
@main
struct Campaign {
  static func main() {
    do {
      let options = try CampaignOptions(Array(CommandLine.arguments.dropFirst()))
      if options.wantsHelp {
        Console.say(CampaignOptions.usage, to: 1)
      } else if let lane = options.worker {
        Worker(lane: lane, page: try Page(options.page), evidence: Evidence(folder: options.keep, seed: options.seed))
          .run(from: options.from)
      } else if let (lane, round) = options.repeated {
        try again(lane, round, options)
      } else {
        try run(options)
      }
    } catch {
      Console.say("leerkring-campaign: \((error as? Finding)?.text ?? "\(error)")\n", to: 2)
      exit(2)
    }
  }

  private static func run(_ options: CampaignOptions) throws {
    for folder in options.keep.parents { mkdir(folder, 0o700) }
    // What an earlier run kept is not what this one finds.
    var options = options
    options.keep += "/\(Console.day)-seed-\(options.seed)-\(getpid())"
    guard mkdir(options.keep, 0o700) == 0 else {
      throw Finding(kind: .wrong, text: "the folder '\(options.keep)' cannot be made")
    }
    let start = Console.now
    let pages = try Overseer(options).run()
    let report = Report(pages, seconds: Console.now - start, options)
    Console.say(report.text, to: 1)
    if report.isClean { rmdir(options.keep) }
    exit(report.isClean ? 0 : 1)
  }

  private static func again(_ name: LaneName, _ round: Int, _ options: CampaignOptions) throws {
    let folder = TemporaryFolder(inMemory: true)
    let lane = try name.lane(seed: options.seed, Page(folder("page")))
    for number in lane.beginning(of: round)...round {
      do { try lane.round(number) } catch let finding as Finding {
        Console.say("round \(number): \(finding.kind.rawValue): \(finding.text)\n", to: 1)
        if number == round { exit(1) }
      }
    }
    Console.say("round \(round): nothing found\n", to: 1)
  }
}

extension String {
  /// The path and the folders above it, from the root on.
  fileprivate var parents: [String] {
    let steps = split(separator: "/")
    return (1...max(1, steps.count)).map { (hasPrefix("/") ? "/" : "") + steps.prefix($0).joined(separator: "/") }
  }
}
