import CSystem
import Glibc

/// What the child may take of the machine. Libraries for maps stop the process or ask for gigabytes on a file made to harm; here that
/// ends a child.
enum Bounds {
  /// Bytes of memory beside the file itself.
  private static let memory: UInt64 = 1 << 30
  /// Seconds, of the clock and of the processor alike.
  private static let seconds: UInt32 = 60

  /// Takes away what reading needs none of, before anything was read: the network, files that are written, a dump, outliving the
  /// program that asked.
  static func set() {
    confine_process()
    limit(RLIMIT_CORE, 0)
    limit(RLIMIT_FSIZE, 0)
    limit(RLIMIT_CPU, UInt64(seconds))
    alarm(seconds)
  }

  /// Bounds the memory, for files of so many bytes together.
  static func setMemory(for bytes: UInt64) { limit(RLIMIT_AS, memory + min(bytes, 1 << 32)) }

  /// Lets no file be opened from now on, whatever a file that is read points to.
  static func shutFiles() {
    let next = open("/dev/null", O_RDONLY)
    guard next >= 0 else { return }
    close(next)
    limit(RLIMIT_NOFILE, UInt64(next))
  }

  private static func limit(_ resource: __rlimit_resource, _ most: UInt64) {
    var bound = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &bound)
  }
}
