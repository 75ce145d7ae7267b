internal import CTerminal

/// Where the terminal is; tests have one of their own.
package struct Descriptors {
  package var input: CInt = 0
  package var output: CInt = 1
  package var errors: CInt = 2
  /// False acts as if the terminal could not be opened anew, as under su.
  package var reopens = true

  package init(input: CInt = 0, output: CInt = 1, errors: CInt = 2, reopens: Bool = true) {
    self.input = input
    self.output = output
    self.errors = errors
    self.reopens = reopens
  }

  func open(_ capabilities: Capabilities) -> Bool {
    capabilities.terminal.withCString { terminal in
      capabilities.locale.withCString { locale in
        var setup = ct_setup(
          terminfo: terminal, locale: locale, input: input, output: output, errors: errors,
          color: capabilities.tier != .mono, reopen: reopens)
        return ct_open(&setup)
      }
    }
  }
}
