import Glibc

/// The process that does the rounds of one lane, until it is ended.
struct Worker {
  let lane: LaneName
  let page: Page
  let evidence: Evidence

  func run(from number: Int) -> Never {
    // Ctrl-C is for the one that looks on, who ends this group.
    setpgid(0, 0)
    let parent = getppid()
    do {
      let work = try lane.lane(seed: evidence.seed, page)
      var number = number
      while getppid() == parent, work.end.map({ number < $0 }) ?? true {
        page[.round] = number
        do { try work.round(number) } catch {
          let finding = error as? Finding ?? Finding(kind: .wrong, text: "\(error)", files: work.files(of: number))
          Console.say(evidence.keep(finding, lane, number), to: 2)
        }
        number += 1
      }
    } catch {
      Console.say("\((error as? Finding)?.text ?? "\(error)")\n", to: 2)
      exit(3)
    }
    exit(0)
  }
}
