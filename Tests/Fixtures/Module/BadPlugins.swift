import Glibc
import WorkbenchKit

@_cdecl("leerkring_lying_entry")
public func lyingEntry() -> UnsafeMutableRawPointer? { PluginBox.export(LyingPlugin()) }

@_cdecl("leerkring_trapping_entry")
public func trappingEntry() -> UnsafeMutableRawPointer? { PluginBox.export(TrappingPlugin()) }

@_cdecl("leerkring_aborting_entry")
public func abortingEntry() -> UnsafeMutableRawPointer? { abort() }

@_cdecl("leerkring_overflowing_entry")
public func overflowingEntry() -> UnsafeMutableRawPointer? {
  UnsafeMutableRawPointer(bitPattern: descend(1))
}

/// As `kill -9` from outside, at the worst moment.
@_cdecl("leerkring_killed_entry")
public func killedEntry() -> UnsafeMutableRawPointer? {
  kill(getpid(), SIGKILL)
  return nil
}

/// Another process ends this one by a signal that a bug could give as well.
@_cdecl("leerkring_stopped_entry")
public func stoppedEntry() -> UnsafeMutableRawPointer? {
  _ = system("kill -ABRT $PPID")
  return nil
}

@_cdecl("leerkring_exiting_entry")
public func exitingEntry() -> UnsafeMutableRawPointer? { exit(7) }

@_cdecl("leerkring_empty_entry")
public func emptyEntry() -> UnsafeMutableRawPointer? { nil }

/// Brings a word that its manifest does not name.
struct LyingPlugin: Plugin {
  let name = "lying"
  let version = "1.0.0"

  func register(with registrar: inout Registrar) { registrar.add(UnannouncedCommand()) }
}

struct UnannouncedCommand: Command {
  var signature: Signature {
    Signature("unannounced verb", summary: Text(nl: "niet aangekondigd", en: "not announced"), examples: [])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output { .nothing }
}

/// Ends the process while it registers, as a bug in Swift would.
struct TrappingPlugin: Plugin {
  let name = "trapping"
  let version = "1.0.0"

  func register(with registrar: inout Registrar) {
    let commands: [any Command] = []
    registrar.add(commands[commands.count])
  }
}

/// Goes on until the stack is used up; the result keeps the compiler from making a loop of it.
private func descend(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { room in
    room[0] = UInt8(truncatingIfNeeded: depth)
    return depth < .max ? descend(depth + 1) + Int(room[0]) : 0
  }
}
