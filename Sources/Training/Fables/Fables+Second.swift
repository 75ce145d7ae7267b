extension Fables {
  static let second = #"""
    Three mice had to cross a wide field, and there was a cat in it. "Let us
    run," said the first mouse. "Let us hide," said the next. "Let us ask her,"
    said the last. They asked, and the cat said, "I am only here to sleep." The
    mice walked past her on quiet feet. The cat slept, and she had a good dream.

    The cat wanted to know what the fish did at night. She sat by the pond and
    looked down, but the water was black. "What do you do at night?" she asked
    in the morning. "We sleep," said the fish, "but last night we could not.
    There was a big face over the pond, and we wanted to know what it did at
    night." The cat was sorry. That night she went home, and they all slept.

    An ant went out to see the end of the world. She walked past the field and
    past the well, and at last she came to a high wall. "This is the end of the
    world," she said. A mole put his head up on the other side. "No," he said,
    "this is where my garden begins." The ant went under the wall and saw his
    garden. Where one world ends, there is often a friend with another.

    One spring the bear woke up and found that he was thin. His coat was too
    big, and it fell down over his feet. His friends laughed a little, and the
    bear laughed too. "Give me the coat," said the ant, "and I will make it
    small." "No," said the bear, "I will be big again in the fall. But there is
    room in it now for one more." So the hare got into the coat with him, and
    they went for a walk.

    Two crows had the same name, and it was a lot of trouble. When the hen
    called, they both came, and when the owl was angry, they both hid. "One of
    us must have a new name," they said, and they talked until sundown. Each of
    them wanted the other to keep the old one. "Keep it, both of you," said the
    mouse. "When I call it, I want two friends, and then two friends will come."

    An ant and a crow looked at the same field. "It is small," said the crow. "I
    can fly over it in a moment." "It is very big," said the ant. "I have walked
    for two days, and I am not at the end." They could not agree, so they asked
    the mole. "It is a good field," said the mole, and they could all agree on
    that.

    The cat said that she was not afraid of water. "Then come for a swim," said
    the frog. The cat put one foot in the pond, and then she pulled it out. "I
    am a little afraid," she said. "So was I when I was young," said the frog.
    After that they sat by the pond each day, and the cat told him only what was
    true.

    It was a dry summer, and there was one cloud in the sky. "Rain on my corn,"
    called the goat. "Rain on my pond," called the frog. The cloud was small,
    and it could not rain on all of them. The mouse said nothing, but she put
    out a bowl. The rain came down on the barn, and some of it ran from the roof
    into her bowl. She took a little to the corn and a little to the pond.

    On the longest night of the year the animals sat in the barn and were sad.
    "The sun has left us," said the hen, "and it will be dark from now on." The
    owl looked out of the window. "I know the night well," she said. "Tomorrow
    it will be a little shorter, and the next night will be shorter too." They
    made tea and sat close to the fire. In the morning the sun came, and they
    all cheered.

    The dog had a bone, and he hid it in the field. The next day he dug in one
    place, and then in another, but it was not there. "You have dug up all the
    ground," said the hen, "and now I can plant my corn." So the dog had no
    bone, but in the summer there was corn for all. When they cut the corn, they
    found the bone.

    The cat broke a cup and hid it under the bed. All that day she could not
    play, and at night she could not sleep. In the morning she brought the cup
    to the hen. "I broke it," she said, "and then I hid it." "The cup was old,"
    said the hen, "but what you just said is worth a new one." That night the
    cat slept well.

    The owl had one white feather and did not like it. She hid it under her wing
    when the others came. One dark night the little owls were lost in the wood.
    They could not see their mother, but they saw one white spot, and they flew
    to it. Now she lets the white feather show, just where all can see it. It is
    the way home.

    One winter the dog had a good warm coat, and the hare had a thin one. "I
    will run to keep warm," said the hare. She ran until she was tired, and then
    she was cold again. "Sit behind me," said the dog. "I will stop the wind."
    The hare sat behind him all night, and she was not cold.

    It was so foggy that the goat could not see his own feet. He stood on the
    hill and was afraid to move. Then he heard the bell at the barn, and he took
    one step. He heard it again, and he took one more. Step by step he came down
    to the barn. The hen had rung the bell for him all that time.

    A fish lived under the bridge and heard all who walked over it. She knew the
    slow step of the bear and the quick step of the hare. One day she heard a
    step that she did not know. It was the bear, and he had hurt his foot. The
    fish told the frog, and the frog told the others. They came with food,
    because one fish had listened well.

    The crow and the mole were good friends, but the crow lived high up and the
    mole lived low down. "Come and see my tree," said the crow. "Come and see my
    hole," said the mole. The mole could not fly, and the crow could not dig. So
    they met in the field, which was half way. They liked it so well that they
    met there every day.

    After the storm there was a big tree across the road. The bear pushed it,
    and it did not move. The goat pushed it, and it did not move. "Let us all
    push, but let us push on the same side," said the mole. Then the tree rolled
    slowly into the grass. It is not enough to be strong. We must be strong in
    the same way.

    A hare and a fox had a race to the well. The fox fell in the mud, and the
    hare stopped. "Go on," said the fox. "You can win." "I can win on another
    day," said the hare, and she pulled him out. They walked to the well
    together and washed off the mud. Nobody knows who won, but just ask them
    about the mud, and they will both laugh.

    A bee asked the bear why he was so big. "I don't know," said the bear. "Why
    are you so small?" The bee did not know, and they thought about it all
    morning. "You can sit in a flower," said the bear. "And you can shake an
    apple from a tree," said the bee. So they had apples and honey, and they did
    not ask again.

    One evening the hare told a secret to the cat. The cat wanted to tell the
    dog, and she wanted to tell the hen. She sat by the fire and kept her mouth
    shut, and it was hard work. In the morning the hare came by. "Did you keep
    it?" she asked. "I did," said the cat. "Then I have a friend," said the
    hare.

    The mole was asked to sing at the party, and he was so shy that his voice
    shook. "I can't sing when they look at me," he told the owl. So the owl blew
    out the lamps, and it was dark in the barn. The mole was at home in the
    dark, and he sang so well that nobody moved. When the lamps were lit again,
    they asked him for one more song. "Yes," said the mole, "but blow out the
    lamps."

    A crow and a fish were friends, but in the winter there was ice on the pond.
    The crow could not hear the fish, and the fish could not hear the crow. So
    the crow knocked on the ice, one time for good morning and two times for
    good night. At first there was no sound. Then she heard a knock come back,
    and it was soft and slow. All winter they talked in this way, and in the
    spring they had a lot to say.

    The goat had to write a letter, but he ate the paper. He got more paper, and
    he ate that too. "What did you want to say?" asked the hen. "I wanted to
    tell my sister that I miss her," said the goat. "She lives over the hill,"
    said the hen. So the goat went over the hill and told her himself, and that
    was better.

    The last leaf on the tree was afraid to fall. All the others were down on
    the road, red and brown and dry. "What is it like down there?" asked the
    leaf. A mouse looked up and said, "It is warm, for we all lie close
    together. In the winter I sleep under you, and you keep the snow off me."
    The leaf thought about this. Then it let go, and the mouse pulled it over
    her and said good night.

    One day the ants had too much food, and they did not know where to put it.
    "Dig one more room," said one. "Make a wall of it," said another. The
    smallest ant said, "There is a bird in the snow who has nothing." They were
    quiet for a moment. Then they all took up the food and walked out in a long
    line. After that they did not need one more room.

    Far up on the hill there was a stone that looked like a bear. Each day the
    little mouse said good morning to it, but it did not answer. One day the
    real bear sat down beside it. The mouse said good morning to him, and he
    said good morning to her. The mouse was so surprised that she fell over.
    Keep saying good morning. One day you may get an answer.

    The dog barked at his own shadow. "It is big and black, and it will not go
    away," he told the owl. "What does it do?" asked the owl. "It runs when I
    run, and it sits when I sit," said the dog. "Then it must like you very
    much," said the owl. The dog looked at it again, and he moved his tail. The
    shadow moved its tail too.

    In the middle of the night a bear heard a small sound. "Who is there?" he
    asked, and his voice was not very brave. "It is only me," said a frog. "I
    heard it too, and I was afraid." They sat close together and listened. The
    sound was the rain on the leaves, and soon they were both asleep. Two who
    are afraid can be brave if they sit close.

    A cat sat by the pond and looked at a fish. "Come up here," said the cat.
    "The sun is warm." "Come down here," said the fish. "The water is cool."
    They both laughed, and then the cat went home for her dinner, and the fish
    went home for his. Under the same sun, they were both just where they liked
    to be.

    In the fall the mouse saw that the leaves were red. She took the best leaf
    home and put it on the wall. By the winter it was brown, and it broke when
    she touched it. "I can't keep it," she said. "No," said the mole, "but tell
    me what it looked like." She told him, and he had never heard of such a red.
    """#
}
