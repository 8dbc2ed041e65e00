import WorkbenchKit

/// Where operations are made durable; a step is acknowledged when `record` has returned.
public protocol Recorder: AnyObject {
  /// Writes the operation that brings the workspace to `serial` to disk.
  ///
  /// - Throws: `workspace.unwritable`, `file.diskfull`; then the operation has not happened.
  func record(_ operation: Operation, serial: Int) throws
}
