internal import Canvas
internal import Foundation
internal import Terminal
internal import TerminalSupport
internal import Testing

extension OneTerminal {
  /// Each runs in a process of its own, on a terminal that outlives it.
  @Suite struct Crashing {
    @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGTRAP])
    func `a crash gives the terminal back and keeps its signal`(signal: CInt) async throws {
      let pty = try PseudoTerminal()
      let modes = pty.modes
      let path = pty.path
      await #expect(processExitsWith: .signal(signal)) {
        [path = path as String, signal = signal as CInt] in
        try crash(on: path, by: signal)
      }
      #expect(pty.modes == modes)
      #expect(pty.text().contains(/hello.*\[\?1049l.*last words\r\n/.dotMatchesNewlines()))
    }
  }
}

private func crash(on path: String, by number: CInt) throws {
  let device = open(path, O_RDWR | O_NOCTTY)
  let errors = open(path, O_WRONLY | O_NOCTTY)
  signal(number, SIG_DFL)
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_UNBLOCK, &all, nil)
  let terminal = try Terminal(
    options: TerminalOptions(), environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
    descriptors: Descriptors(input: device, output: device, errors: errors))
  terminal.show(Frame(["hello"]))
  write(errors, "last words\n", 11)
  raise(number)
  terminal.leave()
}
