import Glibc

/// The names of the signals by which a module can end the process.
public enum SignalName {
  public static func of(_ signal: Int32) -> String {
    switch signal {
    // What a module that calls exit() leaves.
    case 0: "exit()"
    case SIGSEGV: "SIGSEGV"
    case SIGILL: "SIGILL"
    case SIGBUS: "SIGBUS"
    case SIGTRAP: "SIGTRAP"
    case SIGABRT: "SIGABRT"
    case SIGFPE: "SIGFPE"
    default: "signal \(signal)"
    }
  }
}
