/// What plugins are tested with is of use to every other test.
@_exported import WorkbenchTesting
