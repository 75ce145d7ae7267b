import Models
import Moves

extension MemoryNeed {
  /// A GPT's that knows so many symbols.
  init(gptOf vocabulary: Int, _ hyperparameters: Hyperparameters) {
    let shape = GPTShape(vocabulary: vocabulary, hyperparameters)
    let sequences = hyperparameters.microBatchSize
    // The examples themselves, as they are drawn and read.
    let data = 8 * sequences * shape.context
    parameters = shape.parameterCount
    training =
      shape.numbersOfTraining(sequences: sequences, drops: hyperparameters.dropout > 0) + data
    looking = shape.numbersOfLooking(sequences: sequences) + data
    thread = shape.numbersOfThread
    batch = 2 * hyperparameters.batchSize * shape.context
    operations = 12 * shape.layers + 6
  }

  /// A character MLP's that knows so many symbols.
  init(characterMLPOf vocabulary: Int, _ hyperparameters: Hyperparameters) {
    let (context, hidden) = (hyperparameters.context, hyperparameters.width)
    let (embedding, rows) = (NamesTask.embedding, hyperparameters.microBatchSize)
    let data = (24 + 2 * context) * rows
    parameters = CharacterMLP.parameterCount(
      vocabulary: vocabulary, context: context, embedding: embedding, hidden: hidden)
    training =
      data
      + CharacterMLP.numbersOfTraining(
        vocabulary: vocabulary, context: context, embedding: embedding, hidden: hidden, rows: rows)
    looking =
      data
      + CharacterMLP.numbersOfLooking(
        vocabulary: vocabulary, context: context, embedding: embedding, hidden: hidden, rows: rows)
    batch = (context + 1) * hyperparameters.batchSize
    operations = 6
  }

  /// An MLP's with these widths.
  init(mlpOf widths: [Int], _ hyperparameters: Hyperparameters) {
    let rows = hyperparameters.microBatchSize
    let data = 16 * rows
    parameters = MLP.parameterCount(widths)
    training = MLP.numbersOfTraining(widths, rows: rows) + data
    looking = MLP.numbersOfLooking(widths, rows: rows) + data
    batch = ((widths.first ?? 0) + 1) * hyperparameters.batchSize
    operations = 2 * widths.count
  }
}

extension GPTShape {
  init(vocabulary: Int, _ hyperparameters: Hyperparameters) {
    self.init(
      vocabulary: vocabulary, context: hyperparameters.context, layers: hyperparameters.layers,
      heads: hyperparameters.heads, width: hyperparameters.width)
  }
}
