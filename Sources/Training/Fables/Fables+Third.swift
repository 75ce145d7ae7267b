extension Fables {
  static let third = #"""
    The frog had a rule for each thing that he did. He had a rule for bed, and a
    rule for bread, and a rule for how to sit on a leaf. One day the hare ran up
    and said, "Come and see, there is a rainbow." "I have no rule for that,"
    said the frog. "Then look at it first," said the hare, "and make a rule
    later." He looked and looked, and he forgot to make one.

    Two hens had one nest, and each said that it was hers. "I made it," said the
    first hen. "I keep it clean," said the other. They went to the owl, but the
    owl did not want to choose. "One of you is good at making, and one is good
    at cleaning," she said. "So make one more nest, and clean them both." The
    hens went home and began at once.

    The bear was angry, and he did not know why. He walked through the wood and
    kicked at the leaves. "When did you eat?" asked the mouse. "Not today," said
    the bear. "When did you sleep?" asked the mouse. "Not last night," said the
    bear. So he had some bread, and he slept till noon, and then he was not
    angry any more.

    An ant had a heavy seed to carry up the hill. Each time she came near the
    top, the seed rolled down again. A bee saw this, but a bee can't carry a
    seed. "Put a small stone behind it when you rest," said the bee. The ant did
    so, and the seed did not roll back. A good word can be as much help as a
    strong arm.

    The old dog could not run any more. The young dogs ran in the field, and he
    sat by the gate. "Are you sad?" asked the cat. "No," said the old dog. "When
    they are lost, they look for the gate, and I am here." That evening a young
    dog was lost in the fog, and he heard the old dog bark. He came home safe.

    The fox had a boat, but it had a small hole in it. "I will sit on the hole,"
    said the hen, "and then no water can come in." She sat on it all the way
    across the river, and she did not see the trees or the sky. On the way back
    the fox said, "Now I will sit on the hole, and you can look." The hen looked
    at the trees, and she looked at the sky. It was a fine trip for both of
    them.

    The crow built her nest on the bell, and she did not know that it was a
    bell. When it rang at noon, she flew up and was very much afraid. The next
    day she was afraid again. "You can build in my tree," said the owl. But the
    crow had three eggs, and she could not move them. So the dog tied a cloth on
    the bell, and it was still until the young crows could fly.

    A goat and a bee lived on the same hill, and both of them loved the white
    flowers. The goat ate them, and the bee was sad. "If you eat them all," said
    the bee, "there will be none next year." The goat had not thought of next
    year. From then on he ate the grass on one side of the hill, and the bee had
    the other side. The next year the whole hill was white, and there was enough
    for both.

    The fish had a birthday, but her friends could not come into the water. So
    they all sat on the bank and sang to her. The bee put flowers on the pond,
    and the bear threw in some bread. "You did not come to my house," said the
    fish, "but you came as far as you could." It was a very good party, and
    nobody got wet but the fish.

    On the first day of spring the bee woke up too soon. There was still snow,
    and there was only one flower. She did not take all the honey that was in
    it. "Others will wake up soon," she said. When the other bees came, they
    each had a taste. "Buzz," they said, and they thanked her. One flower is
    enough for a day if we all take a little.

    The hen lost one of her eggs in the tall grass. She looked for it all day,
    and she was very sad. The dog put his nose to the ground and walked slowly
    through the field. He found the egg under a leaf, and he did not touch it,
    for he knew that it was not his. "Here it is," he said, and he sat beside it
    until the hen came.

    The frog had a small drum, and he played it all night. Nobody in the pond
    could sleep. "Please play it in the day," said the fish. "But I love the
    night," said the frog. So he put a soft leaf on the drum, and it made a soft
    sound. Now the fish all slept well, and some of them said that the drum
    helped. Quiet music can go a long way.

    A hen and a frog wanted to see who could stand on one leg for the longest
    time. The hen stood still, and the frog fell over. "You win," said the frog.
    Then they wanted to see who could sit in the water for the longest time. The
    frog sat still, and the hen ran out at once. "You win," said the hen. They
    were both so glad to have won that they had their supper together.

    Once a crow had a cold, and she could not fly. She sat at home and looked at
    the rain. The bee brought her some honey, and the hen brought her a warm
    blanket. The fox brought nothing, but he sat with her and told her jokes.
    "Which gift was best?" asked the owl when the crow was well. "All of them,"
    said the crow.

    Deep in the ground two moles heard each other dig. "Who is there?" asked
    one. "I am," said the other. "I can't see you," said the first. "And I can't
    see you," said the other, and they both laughed. They sat on each side of
    the wall of earth and talked until supper. Then they took down the wall, and
    it was one room.

    A bee and an ant found a strawberry by the road. "I saw it first," said the
    bee, "for I was high up." "I came to it first," said the ant, "for I was low
    down." They were still talking when the rain began, and they both went under
    the strawberry to keep dry. It was a good roof. When the sun came out, they
    were friends, and they ate the roof from both sides.

    A fish wanted to see the top of the hill. "That can't be done," said all the
    other fish. But the dog came with a big bucket and took her up, one slow
    step at a time. From the top she saw the river, and it was long and thin and
    bright. "So that is where I live," she said. She was glad to see it, and
    glad to go back.

    A young crow could not sing. Her voice was rough, and the small birds
    laughed at her. One day a cat came softly through the grass, and the small
    birds did not see it. The crow called out as loud as she could, and all the
    birds flew up in time. After that nobody laughed at her voice.

    There was a field that nobody wanted, for it was full of stones. A hare
    began to pick them up, ten or so in a day. "That will take all your life,"
    said the fox. "Then I will have a fine wall at the end of it," said the
    hare. In three years the field was clean, and there was a long wall round
    it. In the summer the fox sat on the wall and ate carrots with the hare.

    A young owl could not sleep in the day. "It is too bright," she said, "and
    the birds are too loud." Her mother put a wing over her eyes. "Now it is
    dark," said her mother, "and what you hear is only the day at work." The
    young owl listened to the birds for a while. Before the song was done, she
    was asleep.

    The bear made a chair, but it was so big that nobody else could sit on it.
    The mouse could not get up, and the hen fell out of the back. So he made a
    small one, and then he could not sit down. At last he made one long seat,
    high at one end and low at the other. They all sat on it in a line and
    looked at the sun. It was a funny seat, but each of them had a good place.

    A fox sold brooms on the road. "This is the best broom there is," he told
    the goat. "Is it?" asked the goat. The fox looked at the broom, and one side
    was bent. "No," he said, "but it is a good one for a small floor." The goat
    had a small floor, so he took it. He came back to the fox for every broom
    after that.

    A goat lived at the top of a hill. He was proud because he could see so far.
    One evening he saw smoke in the field, and he ran down to tell the others.
    Quick as they could, they put out the fire with water from the well. "We are
    glad that you look so far," said the hen. After that the goat was not proud,
    but he was happy.

    In the wood there was an old tree, and nobody knew how old it was. The crow
    said that it was as old as the hill. The hare said that it was as old as the
    river. They asked the owl, who had lived in it all her life. "I have never
    asked it," said the owl, "but each spring it has new leaves." So they looked
    at the new leaves, and they said that the tree was young.

    The old owl had to wear a scarf, and the young birds said that she looked
    funny. She did not take it off. That winter it was so cold that the young
    birds could not sing. One by one they came to her tree and asked if there
    was room in the scarf. It was a very long scarf, and there was room for all
    of them. In the morning there was one owl in the tree, with twelve small
    heads.

    A cat and a crow looked for the place where the rainbow comes down. They
    walked over the hill, and it was over the wood. They walked to the wood, and
    it was over the river. At the river it was gone, and their feet were wet and
    tired. "We did not find it," said the cat. "No," said the crow, "but we
    found this river, and it is a good one to sit by." And that is what they
    did.

    One night a loud wind came over the hill. It shook the barn, and it took the
    hat from the goat and the leaves from the trees. In the morning they all
    went out to see what was lost. The goat found his hat on the gate, and in
    his hat there was a very small bird. "Keep the hat," said the goat. "You
    need a home, and I only need a hat." He went home with a cold head and a
    warm heart.

    The ant was so small that she was not asked to play. "Who can find my lost
    button?" asked the bear. They all looked in the grass, but the grass was
    thick. The ant went in under the leaves, where nobody else could go. She
    came back with the button on her back. "Now," said the bear, "what game do
    you want to play?"

    A dog lived by the well, and he gave water to all who came down the road.
    "What do I have to pay?" asked a fox who was far from home. "Tell me what
    you saw on the way," said the dog. The fox told him of a hill with blue
    flowers and of a bridge made of stone. The dog had never left his well. But
    he knew more of the world than the fox did, for he had asked each one who
    came.

    At the mill there was a wheel, and the river made it go round. One day the
    wheel stopped, and there was no bread. The bear pushed it, and the dog
    pulled it, and still it did not go. Then a fish swam under the wheel to
    look. "There is one small stick in it," she said, and she pulled it out with
    her mouth. The wheel went round, and the fish had the first bit of bread.
    """#
}
