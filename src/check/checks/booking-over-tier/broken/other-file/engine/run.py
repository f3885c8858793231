import spaces

from .limits import LIMIT


@spaces.GPU(duration=LIMIT)  # here
def draw(prompt):
    return prompt
