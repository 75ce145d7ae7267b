import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server set up as a system's is, with SFTP and forwarding on, and the rules for one account at its end.
final class SystemServer {
  private let classroom: Classroom
  private let port: Int
  private let process: pid_t

  /// Keys, places and program are a classroom's; the account is whoever runs the tests.
  init(beside classroom: Classroom) throws {
    self.classroom = classroom
    port = classroom.port + 1
    let folder = classroom.folder.path
    let rules = try Command(
      [
        Classroom.demo, "--match-user", NSUserName(), "--lesson", "line", "--folder", folder,
        "--program", "\(folder)/fivemoves",
      ], of: "/bin/bash")
    #expect(rules.status == 0)
    let settings = """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host_key
      PidFile none
      AuthorizedKeysFile \(folder)/class_key.pub
      PermitRootLogin prohibit-password
      Subsystem sftp internal-sftp
      AllowTcpForwarding yes

      """
    let path = "\(folder)/system_config"
    try Data((settings + rules.output).utf8).write(to: URL(fileURLWithPath: path))
    let log = "\(folder)/system_log"
    try Data().write(to: URL(fileURLWithPath: log))
    process = try spawn(
      "/usr/sbin/sshd", ["-D", "-e", "-f", path], environment: ["PATH": "/usr/bin:/bin"],
      files: ["/dev/null", log, log])
    let end = now() + 10
    while try !String(contentsOfFile: log, encoding: .utf8).contains("Server listening"),
      now() < end
    { usleep(20_000) }
  }

  deinit {
    kill(process, SIGTERM)
    _ = end(of: process, within: 10)
  }

  private func words(_ options: [String]) -> [String] {
    let there = ["-o", "Port=\(port)", "-o", "StrictHostKeyChecking=no"]
    return there + classroom.words(options).filter { $0 != "-p" && $0 != "\(classroom.port)" }
  }

  func student(_ request: [String] = []) throws -> Program {
    try Program(words(["-t"]) + request, of: Classroom.client)
  }

  /// Words that begin with a dash are options; the others follow the host.
  func run(_ arguments: [String]) throws -> Command {
    let isSubsystem = arguments.first == "-s"
    return try Command(
      isSubsystem ? words(["-s"]) + arguments.dropFirst() : words(arguments), of: Classroom.client)
  }
}
