import Autograd
import Models
import Moves

extension RunFacts {
  init(
    _ lesson: LessonFacts, _ hyperparameters: Hyperparameters, _ recipe: Recipe, _ task: any Task
  ) {
    var lesson = lesson
    if let text = task.text { lesson.data = "\(text.name), a text of your own" }
    self.init(
      lesson: lesson, hyperparameters: hyperparameters, recipe: recipe, model: task.model.kind,
      tensors: task.model.parameters.specs.map {
        TensorFacts(name: $0.name, layer: $0.layer, shape: $0.shape, aliases: $0.aliases)
      },
      vocabulary: task.vocabulary, guessingLoss: task.guessingLoss,
      text: task.text)
  }
}
