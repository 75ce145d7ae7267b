import Canvas
import Foundation
import Moves
import Testing

@testable internal import Recordings
@testable internal import Visualizer

/// What other programs wrote: Hugging Face's Trainer (transformers 5.24) and Lightning (2.6.6) a few
/// steps of their own, and the lines that nanoGPT's train.py prints, in their shape.
@Suite struct ForeignTests {
  private static func bytes(_ name: String) throws -> Data {
    try Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Foreign/\(name)"))
  }

  /// All that the file tells, from its first line to its last.
  private func told(_ data: Data, maxNorm: Double? = nil) throws -> (RecordingSource, [News]) {
    let path = FileManager.default.temporaryDirectory.appending(path: "foreign-\(UUID())")
    try data.write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let source = try RecordingSource(
      open(path.path, O_RDONLY | O_CLOEXEC), name: "runs/any.name", maxNorm: maxNorm,
      grows: { false })
    var news: [News] = []
    source.foretell { news.append($0) }
    while !source.isAtEnd { try source.perform(.step, goesOn: { true }) { news.append($0) } }
    return (source, news)
  }

  private func steps(_ news: [News]) -> [StepSummary] {
    news.flatMap { piece -> [StepSummary] in
      if case .ran(let summaries, _) = piece { summaries } else { [] }
    }
  }

  /// The numbers behind a name, as they are written.
  private func figures(_ name: String, in data: Data) -> [Double?] {
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    let parts = lines.map { $0.split(separator: "\"\(name)\": ") }
    return parts.filter { $0.count == 2 }.map { Double($0[1].filter { $0 != "," }) }
  }

  private func evaluations(_ news: [News]) -> [EvaluationReport] {
    news.compactMap { if case .evaluated(let report) = $0 { report } else { nil } }
  }

  private func remark(_ news: [News]) -> String? {
    news.compactMap { if case .noted(let words) = $0 { words } else { nil } }.last
  }

  @Test func `the log of a trainer_state.json is its steps and evaluations`() throws {
    let data = try Self.bytes("trainer_state.json")
    let (source, news) = try told(data)
    let state = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let log = try #require(state["log_history"] as? [[String: Any]])
    let training = log.filter { $0["loss"] != nil }
    let steps = steps(news)
    #expect(steps.map(\.step) == training.compactMap { $0["step"] as? Int })
    #expect(steps.map(\.loss) == training.map { ($0["loss"] as? Double).map { Float($0) } })
    // Foundation reads some numbers one bit off.
    #expect(steps.map(\.gradNorm) == figures("grad_norm", in: data))
    #expect(steps.map(\.learningRate) == figures("learning_rate", in: data))
    #expect(steps.allSatisfy { $0.clipped == nil && $0.updateNorm == nil })
    let measured = log.filter { $0["eval_loss"] != nil }
    #expect(
      evaluations(news).map(\.validationLoss)
        == measured.map { ($0["eval_loss"] as? Double).map { Float($0) } })
    #expect(source.facts.settings.steps == 40 && source.facts.lossName == "mean loss of 2 steps")
    #expect(source.facts.settings.maxNorm == nil && source.facts.name == "any.name")
    #expect(remark(news)?.contains("means of 2 steps") == true)
    #expect(remark(news)?.contains("--max-norm") == true)
  }

  /// By torch.nn.utils.clip_grad_norm_: the ceiling by the norm and a millionth, if that is below 1;
  /// in 32 bits, as torch computes it.
  @Test func `with its ceiling told, a norm above it is a clipped step`() throws {
    let (source, news) = try told(try Self.bytes("trainer_state.json"), maxNorm: 1.5)
    let steps = steps(news)
    #expect(steps.contains { $0.clipped == true } && steps.contains { $0.clipped == false })
    for step in steps {
      let norm = try #require(step.gradNorm)
      let factor = try #require(step.clipFactor)
      #expect(step.clipped == (norm + 1e-6 > 1.5))
      #expect(abs(factor - min(1.5 / (norm + 1e-6), 1)) <= 2e-7)
    }
    #expect(source.facts.settings.maxNorm == 1.5)
    #expect(remark(news)?.contains("--max-norm") == false)
  }

  @Test func `a metrics.csv counts from 0, and tells of one step in several rows`() throws {
    let (_, news) = try told(try Self.bytes("metrics.csv"))
    let steps = steps(news)
    #expect(steps.map(\.step) == Array(stride(from: 2, through: 40, by: 2)))
    #expect(steps[0].loss == 1.3546335697174072 && steps[0].gradNorm == 2.441084623336792)
    #expect(steps.allSatisfy { $0.learningRate == 0.05 })
    #expect(evaluations(news).map(\.step) == [10, 20, 30, 40])
    #expect(evaluations(news).allSatisfy { $0.trainLoss == nil && $0.unchanged == nil })
  }

  @Test func `printed lines count from 0, and an evaluation comes before its iteration`() throws {
    let (_, news) = try told(try Self.bytes("printed.txt"))
    // An evaluation after 250 steps says that there were so many.
    #expect(steps(news).map(\.step) == [1, 11, 21, 250, 251])
    #expect(steps(news).map(\.loss) == [4.2119, 3.2119, 2.9119, nil, 2.41])
    #expect(steps(news).allSatisfy { $0.gradNorm == nil && $0.learningRate == nil })
    #expect(evaluations(news).map(\.step) == [0, 250])
    #expect(evaluations(news).map(\.trainLoss) == [4.2088, 2.4])
    #expect(evaluations(news).map(\.validationLoss) == [4.2061, 2.45])
  }

  @Test(arguments: [
    ("iter 3: loss 2.5, time 5ms, lr 6e-4, norm 1.25", 4, Float(2.5), 6e-4, 1.25),
    ("step    12 | loss: 3.14 | lr 1.0e-3 | norm: 0.5 | dt: 9ms", 13, 3.14, 1e-3, 0.5),
  ])
  func `a rate and a norm are read where they are printed`(
    line: String, step: Int, loss: Float, rate: Double, norm: Double
  ) throws {
    let (_, news) = try told(Data((line + "\r\n").utf8))
    let read = try #require(steps(news).first)
    #expect(read.step == step && read.loss == loss)
    #expect(read.learningRate == rate && read.gradNorm == norm)
  }

  @Test func `losses that are means of unlike numbers of steps are said to be means only`() throws {
    let log = #"{"log_history": [{"loss": 2.0, "step": 1}, {"loss": 1.0, "step": 10}], "#
    let (source, news) = try told(Data((log + #""logging_steps": 10, "max_steps": 10}"#).utf8))
    #expect(source.facts.lossName == "mean loss")
    #expect(remark(news)?.contains("10") == false)
    let every = log.replacing("10}", with: "2}") + #""logging_steps": 500}"#
    #expect(try told(Data(every.utf8)).0.facts.lossName == "loss as logged")
  }

  @Test(arguments: [
    ("step,value_loss,train_loss,val_loss", Float(2), Float(3)),
    ("step,kl_loss,train_loss_epoch,train_loss_step,val_loss", 3, 4),
    ("step,train_loss_epoch,loss,valid/loss_step,valid/loss_epoch", 2, 4),
    ("step,test_loss,training/loss,lr,eval_loss/dataloader_idx_0", 2, 4),
  ])
  func `a column is what its name says, not what it is near`(
    header: String, loss: Float, validation: Float
  ) throws {
    let row = "9,1,2,3,4\n"
    let (_, news) = try told(Data((header + "\n" + row).utf8))
    #expect(steps(news).map(\.loss) == [loss] && steps(news).map(\.step) == [10])
    #expect(evaluations(news).map(\.validationLoss) == [validation])
  }

  /// Lightning's grad_norm() logs every parameter's beside that of all.
  @Test func `one parameter's gradient norm is not taken for the whole gradient's`() throws {
    let header = "grad_2.0_norm/layer.bias,grad_2.0_norm_total,lr-Adam-momentum,lr-Adam,step,loss\n"
    let (_, news) = try told(Data((header + "0.5,2.5,0.9,0.01,0,1.5\n").utf8))
    let step = try #require(steps(news).first)
    #expect(step.gradNorm == 2.5 && step.learningRate == 0.01)
    let alone = "grad_2.0_norm/layer.bias,grad_inf_norm_total,step,loss\n0.5,0.4,0,1.5\n"
    #expect(try steps(told(Data(alone.utf8)).1).first?.gradNorm == nil)
  }

  @Test func `a count that falls back begins another run, or goes on with one`() throws {
    let text =
      "step 0: train loss 5, val loss 6\niter 0: loss 4\niter 1: loss 3\n"
      + "step 0: train loss 5, val loss 6\niter 0: loss 2.5\niter 9: loss 2\niter 5: loss 1\n"
    let (source, news) = try told(Data(text.utf8))
    #expect(steps(news).map(\.step) == [1, 2, 1, 10, 6])
    #expect(steps(news).map(\.loss) == [4, 3, 2.5, 2, 1])
    #expect(evaluations(news).map(\.step) == [0, 0])
    #expect(source.index.segments.map(\.base) == [0, 0, 5])
    let arrivals = news.compactMap { if case .travelled(let arrival) = $0 { arrival } else { nil } }
    #expect(arrivals.map(\.moment) == [Moment(completedSteps: 5)])
  }

  @Test func `a recording tells its own ceiling`() throws {
    let own = Data(#"{"type":"run","version":"1","lesson":"line"}"#.utf8 + [0x0A])
    #expect(throws: RecordingError("runs/any.name", .tellsCeiling)) {
      try told(own, maxNorm: 1)
    }
  }

  @Test(arguments: ["", "# notes\n", #"{"type":"run","version":"1","lesson":"line"}"#])
  func `a file that is refused is closed`(text: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "closed-\(UUID())")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = open(path.path, O_RDONLY | O_CLOEXEC)
    #expect(throws: RecordingError.self) {
      _ = try RecordingSource(file, name: "f", maxNorm: 1, grows: { false })
    }
    #expect(fcntl(file, F_GETFD) == -1)
  }

  @Test(arguments: ["{\n  \"pins\": []\n}\n", "# notes\nstep by step\n", "a,b\n1,2\n", "[1]\n"])
  func `what none of these programs wrote is not known`(text: String) throws {
    #expect(throws: RecordingError("runs/any.name", .unknown)) { try told(Data(text.utf8)) }
  }

  @Test(arguments: ["trainer_state.json", "metrics.csv", "printed.txt"])
  func `a damaged file of another program is played or refused`(name: String) throws {
    let good = Array(try Self.bytes(name))
    for cut in stride(from: 1, to: good.count, by: 97) {
      var bytes = good
      bytes[cut] = UInt8(cut % 251)
      bytes.swapAt(cut, (cut * 31) % bytes.count)
      for piece in [bytes, Array(bytes[..<cut]), Array(bytes[cut...])] {
        _ = try? told(Data(piece))
      }
    }
    let huge = "iter 999999999999999999: loss 1\niter 5: loss nan\niter -3: loss 2\n"
    let (_, news) = try told(Data(huge.utf8))
    #expect(steps(news).map(\.step) == [6])
  }

  @Test func `no screen of such a run says what the file does not`() throws {
    for name in ["trainer_state.json", "metrics.csv", "printed.txt"] {
      var claims = [
        "dropout off", "none recorded", "before its update", "before update", "never trains",
        "not made yet", "before the first step",
      ]
      if name == "printed.txt" { claims += ["clipped"] }
      let path = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Foreign/\(name)")
      let source = try RecordingSource(
        open(path.path, O_RDONLY | O_CLOEXEC), name: name, maxNorm: nil, grows: { false })
      let app = App(
        run: source.facts, reading: nil, options: App.Options(animates: false),
        abilities: source.abilities)
      var tandem = Tandem(app, source)
      for _ in 0..<12 {
        tandem.perform(.request(.step))
        for panel in [Panel.numbers, .move, .layers] {
          tandem.app.panels.show(panel)
          let text = tandem.app.frame(width: 80, height: 24).text
          for claim in claims { #expect(!text.contains(claim), "\(name): \(text)") }
        }
      }
    }
  }
}
