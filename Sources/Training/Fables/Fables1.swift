extension Fables {
  static let firstFables = #"""
    One day a fox found a red hat on the road. It was too small for him, but he put it on and walked home. "That is my hat," said the mouse at the gate. The fox looked at the hat, and then he looked at the mouse. "It looks much better on you," he said, and he gave it back. A thing is best with the one who needs it.

    A crow wanted to count the stars. She sat on the barn and counted all night, but she fell asleep before the end. "How many are there?" asked the owl. "More than I can count," said the crow. "Then you have learned what I know," said the owl, and they looked up at the sky together.

    The bear was cold, and he could not sleep. He went to the barn and asked the hen for some straw. "Take what you need," said the hen, "but leave some for me." The bear took a little and left a lot. In the spring he came back with a basket of berries for the hen.

    A small frog was afraid of the deep water. All the other frogs could swim across the pond. "Come with me," said the old frog. "We will swim only as far as that leaf." Each day they swam to a leaf that was a little farther away. By the end of summer the small frog was on the other side.

    Early in the morning the ant came to the river. There was no bridge, and the water was fast. The ant sat on a stone and waited. At noon the wind blew a long stick across the river, and the ant walked over it with dry feet. Sometimes it is good work to wait.

    The cat and the dog shared one warm bed by the fire. "You take too much room," said the cat. "You have cold feet," said the dog. That night the dog slept in the barn, and the cat had the bed to herself. It was a big bed, and it was very cold. In the morning the cat went out to bring the dog home.

    A goat lived at the top of a hill. He was proud because he could see so far. One evening he saw smoke in the field, and he ran down to tell the others. They put out the fire with water from the well. "We are glad that you look so far," said the hen. After that the goat was not proud, but he was happy.

    The mole had never seen the sun. "What is it like?" he asked the hare. The hare thought for a long time. "Come and sit here," she said, and she put him on a flat stone. The stone was warm, and the air was warm too. "Now I know the sun," said the mole, and he smiled in his own dark way.

    In the old barn there was a bell that nobody could ring. The rope was too high for the dog, and too high for the cat. A mouse ran up the wall and sat on the bell, but she was too light to move it. Then the mouse let the rope down, and the dog pulled it. The bell rang, and each of them said, "We did it."

    A bee came home with no honey. "I went to the wood and to the field," she said, "and I found no flowers." The old bee did not scold her. "Now we know where not to look," said the old bee. The next day they all went to the hill, and there were flowers everywhere. Even an empty trip can teach us something.

    The hare ran so fast that she did not see the road. She ran past the well, past the barn, and past her own home. At last she stopped and asked a mole, "Where am I?" "You are here," said the mole. The hare laughed and walked home slowly, and she saw many good things on the way.

    Two crows found one piece of bread. They pulled at it until the sun went down, and nobody had a bite. Then a mouse came by and said, "I have sharp teeth. I can cut it for you." She cut it into three parts. The crows looked at the three parts, and they saw that it was fair.

    Once a fish asked the frog about the land. "It is dry," said the frog, "and there are trees." "Are there fish in the trees?" asked the fish. "No," said the frog, "but there are birds, and they swim in the air." The fish thought that this was a fine story. That night she looked up at the birds and waved her tail.

    An owl had a book with no words in it. "What is it for?" asked the hare. "I write down what I do not know," said the owl. "But there is nothing in it," said the hare. The owl looked at the book for a while. Then she took a pen and began to write, and she did not stop until morning.

    The hen lost one of her eggs in the tall grass. She looked for it all day, and she was very sad. The dog put his nose to the ground and walked slowly through the field. He found the egg under a leaf, and he did not touch it. "Here it is," he said, and he sat beside it until the hen came.

    It was a hot day, and the well was almost dry. The goat drank first, and he wanted to drink it all. Then he saw the little mouse at the gate, and he stopped. "Is there some for me?" asked the mouse. "There is enough for two," said the goat. That night it rained, and there was enough for all.

    A fox told the same story every night. It was about a big fish that he had caught, and each night the fish was bigger. "Tonight your fish will not fit in the river," said the crow. The fox was quiet, and then he laughed. "It was a small fish," he said, "but it was a very good day." They liked that story best.

    When the snow came, the ant could not find her door. She walked here and there, and all was white. "What is near your door?" asked the owl. "A round stone and a bent tree," said the ant. The owl looked down from the sky and found the bent tree. It helps to know what is near your home.

    The bear made a chair, but one leg was too short. He cut the other legs, and then they were too short. He cut and cut until the chair was a flat board. "That is a bad chair," said the bear. "But it is a good table," said the mouse, and she put two cups on it. They had tea on the table every day.

    A young crow could not sing. Her voice was rough, and the small birds laughed at her. One day a cat came softly through the grass, and the small birds did not see it. The crow called out as loud as she could, and all the birds flew up in time. After that nobody laughed at her voice.

    The mouse and the mole dug a road under the field. The mouse dug from the barn, and the mole dug from the hill. They dug for nine days, but they did not meet. "Sing a song," called the mole, "and I will dig to the sound." The mouse sang, and that same day the mole came through the wall.

    A cat sat by the pond and looked at a fish. "Come up here," said the cat. "The sun is warm." "Come down here," said the fish. "The water is cool." They both laughed, because each knew what the other wanted. Then the cat went home for her dinner, and the fish went home for his.

    One winter the dog had a good warm coat, and the hare had a thin one. "I will run to keep warm," said the hare. She ran until she was tired, and then she was cold again. "Sit behind me," said the dog. "I will stop the wind." The hare sat behind him all night, and she was not cold.

    There was a little bridge over the river, and only one could cross it at a time. The goat came from one side, and the bear came from the other. "You go first," said the goat. "No, you go first," said the bear. They stood there until noon. Then the ant walked past them both and said, "Thank you very much."

    The frog had a small drum, and he played it all night. Nobody in the pond could sleep. "Please play it in the day," said the fish. "But I love the night," said the frog. So he put a soft leaf on the drum, and it made a soft sound. Now the fish all slept well, and some of them said that the drum helped.

    On the first day of spring the bee woke up too soon. There was still snow, and there was only one flower. She did not take all the honey that was in it. "Others will wake up soon," she said. When the other bees came, they each had a taste. One flower is enough for a day if we all take a little.

    A fox and a hen met on a narrow road. The hen was afraid, and she stood very still. "I have had my dinner," said the fox, "and I only want to go home." "Then I will walk on this side," said the hen, "and you will walk on that side." And so they did. It is good to be kind, and it is good to be careful.

    The old dog could not run any more. The young dogs ran in the field, and he sat by the gate. "Are you sad?" asked the cat. "No," said the old dog. "When they are lost, they look for the gate, and I am here." That evening a young dog was lost in the fog, and he heard the old dog bark. He came home safe.

    """#
}
