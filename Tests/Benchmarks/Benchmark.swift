import Glibc
import TestSupport
import WorkbenchKit

/// Measures the rows of the speed table in DESIGN.md that are built, each beside its peers in the same run.
///
/// Whoever reads the figures is a developer: they are in English only.
@main
struct Benchmark {
  static let rows: [(what: String, measure: @Sendable (Bench) throws -> Row)] =
    [
      (StartUp.what, StartUp.measure), (TrivialLines.what, TrivialLines.measure),
      (NationalEstimate.what, NationalEstimate.measure), (Step.what, Step.measure), (Opening.what, Opening.measure),
      (Acceptability.what, Acceptability.measure), (RiskDraws.what, RiskDraws.measure), (Carers.what, Carers.measure),
      (Workbooks.what, Workbooks.measure),
    ] + ColdRows.all.map { job in (job.what, job.measure) }

  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.wantsHelp { say(Options.usage, to: 1) } else { try run(options) }
    } catch {
      say("leerkring-benchmark: \((error as? Unmeasurable)?.reason ?? "\(error)")\n", to: 2)
      exit(2)
    }
  }

  private static func run(_ options: Options) throws {
    #if DEBUG
      say("this is a debug build: its figures say nothing\n", to: 2)
    #endif
    let machine = Machine()
    let load = machine.load
    if load > 0.5 {
      say("the machine is doing something else (load \(Shown.number(load))): times come out too long\n", to: 2)
    }
    let folder = TemporaryFolder()
    let bench = Bench(
      programs: try Programs(program: options.program, in: folder), folder: folder, runs: options.runs,
      data: NationalData(in: options.data))
    let versions = bench.programs.versions(in: folder)
    let heading =
      "\(Clock.day), \(machine.description); \(versions.joined(separator: ", ")). Medians of \(options.runs) runs in turn"
    let about: [String: JSON] = [
      "date": .string(Clock.day), "machine": machine.json, "load": .number(load),
      "peers": .array(versions.map(JSON.string)),
    ]
    if options.isOfGrowth { return try grow(options, bench, heading, about) }
    if options.isWarm { return try warm(options, bench, heading, about) }
    var measured: [Row] = []
    for (index, row) in try chosen(rows, options) {
      say("\(index + 1). \(row.what)\n", to: 2)
      do { measured.append(try row.measure(bench)) } catch let problem as Unmeasurable {
        measured.append(.skipped(row.what, because: problem.reason))
      }
    }
    if options.isJSON {
      report(about, "rows", measured.map(\.json))
    } else {
      say("\(heading), most memory.\n\n", to: 1)
      say(MarkdownTable(rows: measured).text, to: 1)
    }
  }

  private static func warm(_ options: Options, _ bench: Bench, _ heading: String, _ about: [String: JSON]) throws {
    var measured: [Row] = []
    let started = try WarmRows.measure(try chosen(WarmJob.all, options).map(\.1), bench) { row in
      say("\(row.what)\n", to: 2)
      measured.append(row)
    }
    if options.isJSON {
      let about = about.merging(["started": .array(started.map(JSON.string))]) { _, new in new }
      report(about, "warm", measured.map(\.json))
    } else {
      say("\(heading). Until the first answer: \(started.joined(separator: "; ")).\n\n", to: 1)
      say(MarkdownTable(rows: measured).text, to: 1)
    }
  }

  private static func grow(_ options: Options, _ bench: Bench, _ heading: String, _ about: [String: JSON]) throws {
    if !options.isJSON { say("\(heading).\n\n\(Growth.head)\n", to: 1) }
    var measured: [JSON] = []
    for (index, job) in try chosen(GrowthJob.all, options) {
      say("\(index + 1). \(job.what)\n", to: 2)
      let growth = try Growth.measure(job, bench)
      measured.append(growth.json)
      if !options.isJSON { say(growth.line + "\n", to: 1) }
    }
    if options.isJSON { report(about, "growth", measured) }
  }

  private static func report(_ about: [String: JSON], _ name: String, _ measured: [JSON]) {
    say(JSON.object(about.merging([name: .array(measured)]) { _, new in new }).canonical + "\n", to: 1)
  }

  /// Those that were asked for by number, or all.
  ///
  /// - Throws: `Unmeasurable` for a number that there is not.
  private static func chosen<Item>(_ items: [Item], _ options: Options) throws -> [(Int, Item)] {
    if let wrong = options.rows.first(where: { $0 > items.count }) {
      throw Unmeasurable("there is no row \(wrong): they go from 1 to \(items.count)")
    }
    return items.enumerated().filter { options.rows.isEmpty || options.rows.contains($0.offset + 1) }.map {
      ($0.offset, $0.element)
    }
  }

  private static func say(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
